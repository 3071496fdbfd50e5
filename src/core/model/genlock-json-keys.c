/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keys of the open objects, to find one that stands twice (for the reader only). */
#define G_LOG_DOMAIN "genlock-model"

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "core/model/genlock-json-keys.h"

/* Objects up to this many keys are compared pair by pair, which is faster there than sorting. */
#define FEW_KEYS 24

void
genlock_json_keys_init (GenlockJsonKeys *self)
{
  self->keys = g_array_sized_new (FALSE, FALSE, sizeof (GenlockJsonKey), FEW_KEYS);
  self->decoded = g_string_chunk_new (1024);
}

void
genlock_json_keys_clear (GenlockJsonKeys *self)
{
  g_clear_pointer (&self->keys, g_array_unref);
  g_clear_pointer (&self->decoded, g_string_chunk_free);
}

void
genlock_json_keys_push (GenlockJsonKeys *self,
                        const char      *text,
                        gsize            length,
                        const char      *place,
                        gboolean         copy)
{
  GenlockJsonKey key = { .length = length, .place = place };

  key.text = copy ? g_string_chunk_insert_len (self->decoded, text, (gssize) length) : text;
  memcpy (&key.head, key.text, MIN (length, sizeof key.head));
  key.head = GUINT64_FROM_BE (key.head);
  g_array_append_val (self->keys, key);
}

/* By bytes; keys that start with another stand behind it. */
static int
compare_text (const GenlockJsonKey *a,
              const GenlockJsonKey *b)
{
  int order;

  if (a->head != b->head)
    return a->head < b->head ? -1 : 1;
  order = memcmp (a->text, b->text, MIN (a->length, b->length));
  if (order == 0)
    order = (a->length > b->length) - (a->length < b->length);
  return order;
}

static int
compare_keys (gconstpointer a,
              gconstpointer b)
{
  const GenlockJsonKey *first = a;
  const GenlockJsonKey *second = b;
  int order = compare_text (first, second);

  if (order == 0)
    order = (first->place > second->place) - (first->place < second->place);
  return order;
}

static const GenlockJsonKey *
find_among_few (const GenlockJsonKey *keys,
                guint                 n_keys)
{
  for (guint i = 1; i < n_keys; i++)
    {
      for (guint k = 0; k < i; k++)
        {
          if (keys[i].head == keys[k].head && keys[i].length == keys[k].length &&
              memcmp (keys[i].text, keys[k].text, keys[i].length) == 0)
            return &keys[i];
        }
    }
  return NULL;
}

static const GenlockJsonKey *
find_among_many (GenlockJsonKey *keys,
                 guint           n_keys)
{
  const GenlockJsonKey *earliest = NULL;

  qsort (keys, n_keys, sizeof *keys, compare_keys);
  for (guint i = 1; i < n_keys; i++)
    {
      if (compare_text (&keys[i - 1], &keys[i]) == 0 &&
          (earliest == NULL || keys[i].place < earliest->place))
        earliest = &keys[i];
    }
  return earliest;
}

const GenlockJsonKey *
genlock_json_keys_end (GenlockJsonKeys *self,
                       guint            first)
{
  GenlockJsonKey *keys = &g_array_index (self->keys, GenlockJsonKey, first);
  guint n_keys = self->keys->len - first;
  const GenlockJsonKey *repeated;

  if (n_keys <= FEW_KEYS)
    repeated = find_among_few (keys, n_keys);
  else
    repeated = find_among_many (keys, n_keys);

  /* The array keeps its memory, so @repeated stays readable. */
  g_array_set_size (self->keys, first);
  return repeated;
}
