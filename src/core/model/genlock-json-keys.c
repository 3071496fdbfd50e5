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

/* Keys of one object that may share a hash: no data comes near by chance, and comparing these with
 * each other still takes no time. */
#define MAX_COLLISIONS 100

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
  const GenlockJsonKey *first = *(const GenlockJsonKey * const *) a;
  const GenlockJsonKey *second = *(const GenlockJsonKey * const *) b;
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
find_among_many (const GenlockJsonKey *keys,
                 guint                 n_keys)
{
  g_autofree const GenlockJsonKey **sorted = g_new (const GenlockJsonKey *, n_keys);
  const GenlockJsonKey *earliest = NULL;

  for (guint i = 0; i < n_keys; i++)
    sorted[i] = &keys[i];
  qsort (sorted, n_keys, sizeof *sorted, compare_keys);
  for (guint i = 1; i < n_keys; i++)
    {
      if (compare_text (sorted[i - 1], sorted[i]) == 0 &&
          (earliest == NULL || sorted[i]->place < earliest->place))
        earliest = sorted[i];
    }
  return earliest;
}

const GenlockJsonKey *
genlock_json_keys_find_repeated (const GenlockJsonKeys *self,
                                 guint                  first)
{
  const GenlockJsonKey *keys = &g_array_index (self->keys, GenlockJsonKey, first);
  guint n_keys = self->keys->len - first;

  return n_keys <= FEW_KEYS ? find_among_few (keys, n_keys) : find_among_many (keys, n_keys);
}

/* g_str_hash() of a key, which is not terminated (Bernstein's hash with signed characters). */
static guint32
hash_key (const GenlockJsonKey *key)
{
  guint32 hash = 5381;

  for (gsize i = 0; i < key->length; i++)
    hash = hash * 33 + (guint32) (signed char) key->text[i];
  return hash;
}

static int
compare_hashes (gconstpointer a,
                gconstpointer b)
{
  guint32 first = *(const guint32 *) a;
  guint32 second = *(const guint32 *) b;

  return (first > second) - (first < second);
}

gboolean
genlock_json_keys_collide (const GenlockJsonKeys *self,
                           guint                  first)
{
  const GenlockJsonKey *keys = &g_array_index (self->keys, GenlockJsonKey, first);
  guint n_keys = self->keys->len - first;
  g_autofree guint32 *hashes = NULL;

  if (n_keys <= MAX_COLLISIONS)
    return FALSE;

  hashes = g_new (guint32, n_keys);
  for (guint i = 0; i < n_keys; i++)
    hashes[i] = hash_key (&keys[i]);
  qsort (hashes, n_keys, sizeof *hashes, compare_hashes);
  for (guint i = MAX_COLLISIONS; i < n_keys; i++)
    {
      if (hashes[i] == hashes[i - MAX_COLLISIONS])
        return TRUE;
    }
  return FALSE;
}

void
genlock_json_keys_pop (GenlockJsonKeys *self,
                       guint            first)
{
  g_array_set_size (self->keys, first);
}
