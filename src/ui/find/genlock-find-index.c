/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a window can go to, by name. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <string.h>

#include "core/schema/genlock-connections.h"
#include "core/schema/genlock-devices.h"
#include "core/schema/genlock-productions.h"
#include "core/schema/genlock-sends.h"
#include "core/schema/genlock-sources.h"
#include "signal/genlock-signal-words.h"
#include "ui/find/genlock-find-index.h"

/* What has all words, but in another order. */
#define ANY_ORDER (GENLOCK_SIGNAL_WORDS_SOME / 2)

struct _GenlockFindIndex
{
  GPtrArray *entries; /* owned (element-type GenlockFindEntry) */
};

typedef struct
{
  GenlockFindEntry *entry;
  guint rank;
} Found;

static const struct
{
  const GenlockTable *table;
  GenlockFindKind kind;
  guint label;
  guint name;
  guint detail;
} tables[] = {
  { &genlock_sources, GENLOCK_FIND_SOURCE, GENLOCK_SOURCE_LABEL, GENLOCK_SOURCE_NAME,
    GENLOCK_SOURCE_TYPE },
  { &genlock_devices, GENLOCK_FIND_DEVICE, GENLOCK_DEVICE_LABEL, GENLOCK_DEVICE_NAME, 0 },
  { &genlock_sends, GENLOCK_FIND_SEND, GENLOCK_SEND_LABEL, GENLOCK_SEND_NAME,
    GENLOCK_SEND_TYPE },
  { &genlock_connections, GENLOCK_FIND_CABLE, 0, GENLOCK_CONNECTION_CABLE_LABEL,
    GENLOCK_CONNECTION_CABLE_TYPE },
  { &genlock_productions, GENLOCK_FIND_SHOW, 0, GENLOCK_PRODUCTION_SHOW_NAME, 0 },
};

static void
entry_free (gpointer data)
{
  GenlockFindEntry *entry = data;

  g_free (entry->id);
  g_free (entry->title);
  g_free (entry->detail);
  g_strfreev (entry->label);
  g_strfreev (entry->name);
  g_strfreev (entry->both);
  g_free (entry);
}

GenlockFindIndex *
genlock_find_index_new (void)
{
  GenlockFindIndex *index = g_new0 (GenlockFindIndex, 1);

  index->entries = g_ptr_array_new_with_free_func (entry_free);

  return index;
}

void
genlock_find_index_free (GenlockFindIndex *index)
{
  g_ptr_array_unref (index->entries);
  g_free (index);
}

static char *
join (const char *label,
      const char *name)
{
  if (label == NULL || *label == '\0')
    return g_strdup (name);
  if (*name == '\0' || strcmp (label, name) == 0)
    return g_strdup (label);

  return g_strdup_printf ("%s %s", label, name);
}

void
genlock_find_index_add (GenlockFindIndex *index,
                        GenlockFindKind kind,
                        const char *id,
                        const char *label,
                        const char *name,
                        const char *detail)
{
  GenlockFindEntry *entry = g_new0 (GenlockFindEntry, 1);

  entry->kind = kind;
  entry->id = g_strdup (id);
  entry->title = join (label, name);
  entry->detail = g_strdup (detail);
  entry->label = genlock_signal_words_split (label != NULL ? label : "");
  entry->name = genlock_signal_words_split (name);
  entry->both = genlock_signal_words_split (entry->title);
  g_ptr_array_add (index->entries, entry);
}

void
genlock_find_index_add_record (GenlockFindIndex *index,
                               const GenlockRecord *record)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      const char *label;
      const char *name;

      if (tables[i].table != genlock_record_get_table (record))
        continue;

      label = tables[i].label != 0 ? genlock_record_get_text (record, tables[i].label) : NULL;
      name = genlock_record_get_text (record, tables[i].name);
      if (name == NULL)
        name = "";
      if (*name != '\0' || (label != NULL && *label != '\0'))
        genlock_find_index_add (index, tables[i].kind, genlock_record_get_id (record), label, name,
                                tables[i].detail != 0
                                ? genlock_record_get_text (record, tables[i].detail) : NULL);
      return;
    }
}

/* Names as they are ordered, kept beside them while they are sorted. */
typedef struct
{
  GenlockFindEntry *entry;
  char *key;
} Sorted;

static int
compare_sorted (gconstpointer a,
                gconstpointer b)
{
  const Sorted *first = a;
  const Sorted *second = b;

  if (first->entry->kind != second->entry->kind)
    return first->entry->kind < second->entry->kind ? -1 : 1;
  /* Pages stand as the window has them. */
  if (first->entry->kind == GENLOCK_FIND_PAGE)
    return 0;

  return strcmp (first->key, second->key);
}

void
genlock_find_index_sort (GenlockFindIndex *index)
{
  guint n = index->entries->len;
  g_autoptr (GArray) sorted = g_array_sized_new (FALSE, FALSE, sizeof (Sorted), n);

  for (guint i = 0; i < n; i++)
    {
      GenlockFindEntry *entry = index->entries->pdata[i];
      Sorted item = { entry, g_utf8_collate_key_for_filename (entry->title, -1) };

      g_array_append_val (sorted, item);
    }

  g_array_sort (sorted, compare_sorted);
  for (guint i = 0; i < n; i++)
    {
      index->entries->pdata[i] = g_array_index (sorted, Sorted, i).entry;
      g_free (g_array_index (sorted, Sorted, i).key);
    }
}

static gboolean
has_word (const GenlockFindEntry *entry,
          const char *typed)
{
  const char *one[] = { typed, NULL };

  return genlock_signal_words_rank (one, (const char * const *) entry->both) > 0;
}

static guint
rank (const GenlockFindEntry *entry,
      const char * const *typed)
{
  guint best = genlock_signal_words_rank (typed, (const char * const *) entry->both);

  if (best < GENLOCK_SIGNAL_WORDS_EXACT)
    {
      guint label = genlock_signal_words_rank (typed, (const char * const *) entry->label);
      guint name = genlock_signal_words_rank (typed, (const char * const *) entry->name);

      best = MAX (best, MAX (label, MIN (name, GENLOCK_SIGNAL_WORDS_NAME)));
    }
  if (best > 0)
    return best;

  for (guint i = 0; typed[i] != NULL; i++)
    if (!has_word (entry, typed[i]))
      return 0;

  return ANY_ORDER;
}

static int
compare_found (gconstpointer a,
               gconstpointer b)
{
  const Found *first = a;
  const Found *second = b;

  return first->rank > second->rank ? -1 : first->rank < second->rank;
}

GPtrArray *
genlock_find_index_search (const GenlockFindIndex *index,
                           const char *text,
                           guint max)
{
  GPtrArray *entries = g_ptr_array_new ();
  g_auto (GStrv) typed = genlock_signal_words_split (text);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Found));

  if (typed[0] == NULL || g_strv_length (typed) > GENLOCK_SIGNAL_MAX_WORDS)
    return entries;

  for (guint i = 0; i < index->entries->len; i++)
    {
      GenlockFindEntry *entry = index->entries->pdata[i];
      Found item = { entry, rank (entry, (const char * const *) typed) };

      if (item.rank > 0)
        g_array_append_val (found, item);
    }

  /* Stable: equal ones stay in their order. */
  g_array_sort (found, compare_found);
  for (guint i = 0; i < MIN (found->len, max); i++)
    g_ptr_array_add (entries, g_array_index (found, Found, i).entry);

  return entries;
}
