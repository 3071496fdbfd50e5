/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which rows a list shows and in which order, as data. */

#define G_LOG_DOMAIN "genlock-store"

#include "config.h"

#include "core/store/genlock-query-private.h"

static void
clear_filter (gpointer data)
{
  GenlockFilter *filter = data;

  g_strfreev (filter->words);
}

static GArray *
new_filters (void)
{
  GArray *filters = g_array_new (FALSE, FALSE, sizeof (GenlockFilter));

  g_array_set_clear_func (filters, clear_filter);

  return filters;
}

GenlockQuery *
genlock_query_new (const GenlockTable *table)
{
  GenlockQuery *query = g_new0 (GenlockQuery, 1);

  query->table = table;
  query->filters = new_filters ();
  query->include_live = TRUE;

  return query;
}

GenlockQuery *
genlock_query_copy (const GenlockQuery *query)
{
  GenlockQuery *copy = g_memdup2 (query, sizeof *query);

  copy->parent_id = g_strdup (query->parent_id);
  copy->search = g_strdup (query->search);
  copy->ids = query->ids != NULL ? g_ptr_array_ref (query->ids) : NULL;
  copy->filters = new_filters ();

  for (guint i = 0; i < query->filters->len; i++)
    {
      GenlockFilter filter = g_array_index (query->filters, GenlockFilter, i);

      filter.words = g_strdupv (filter.words);
      g_array_append_val (copy->filters, filter);
    }

  return copy;
}

void
genlock_query_free (GenlockQuery *query)
{
  g_free (query->parent_id);
  g_free (query->search);
  g_clear_pointer (&query->ids, g_ptr_array_unref);
  g_array_unref (query->filters);
  g_free (query);
}

static gboolean
filters_equal (const GenlockQuery *a,
               const GenlockQuery *b)
{
  if (a->filters->len != b->filters->len)
    return FALSE;

  for (guint i = 0; i < a->filters->len; i++)
    {
      const GenlockFilter *first = &g_array_index (a->filters, GenlockFilter, i);
      const GenlockFilter *second = &g_array_index (b->filters, GenlockFilter, i);

      if (first->field != second->field || first->exclude != second->exclude
          || !g_strv_equal ((const char * const *) first->words,
                            (const char * const *) second->words))
        return FALSE;
    }

  return TRUE;
}

static gboolean
ids_equal (const GenlockQuery *a,
           const GenlockQuery *b)
{
  if (a->ids == b->ids)
    return TRUE;
  if (a->ids == NULL || b->ids == NULL || a->ids->len != b->ids->len)
    return FALSE;

  for (guint i = 0; i < a->ids->len; i++)
    if (!g_str_equal (a->ids->pdata[i], b->ids->pdata[i]))
      return FALSE;

  return TRUE;
}

gboolean
genlock_query_same_scope (const GenlockQuery *a,
                          const GenlockQuery *b)
{
  return a->table == b->table && g_strcmp0 (a->parent_id, b->parent_id) == 0
         && a->include_live == b->include_live && a->include_deleted == b->include_deleted
         && a->then_field == b->then_field;
}

gboolean
genlock_query_equal (const GenlockQuery *a,
                     const GenlockQuery *b)
{
  if (a == b)
    return TRUE;
  if (a == NULL || b == NULL)
    return FALSE;

  return genlock_query_same_scope (a, b) && g_strcmp0 (a->search, b->search) == 0
         && a->sort_child == b->sort_child && a->sort_field == b->sort_field
         && a->sort_count == b->sort_count && a->descending == b->descending
         && filters_equal (a, b) && ids_equal (a, b);
}

gboolean
genlock_query_is_plain_order (const GenlockQuery *query)
{
  return query->sort_field == 0 && !query->sort_count && query->then_field == 0
         && !query->descending && query->ids == NULL;
}

gboolean
genlock_query_is_unfiltered (const GenlockQuery *query)
{
  return query->filters->len == 0 && query->search == NULL && query->ids == NULL;
}

const GenlockTable *
genlock_query_get_table (const GenlockQuery *query)
{
  return query->table;
}

void
genlock_query_set_parent (GenlockQuery *query,
                          const char *parent_id)
{
  g_return_if_fail (parent_id == NULL || query->table->parent_field != 0);

  g_free (query->parent_id);
  query->parent_id = g_strdup (parent_id);
}

const char *
genlock_query_get_parent (const GenlockQuery *query)
{
  return query->parent_id;
}

void
genlock_query_set_filter (GenlockQuery *query,
                          guint field,
                          const char * const *words,
                          gboolean exclude)
{
  GenlockFilter filter = {
    .field = field,
    .exclude = exclude,
  };
  guint place = 0;

  g_return_if_fail (field < query->table->n_fields);

  while (place < query->filters->len
         && g_array_index (query->filters, GenlockFilter, place).field < field)
    place++;

  if (place < query->filters->len
      && g_array_index (query->filters, GenlockFilter, place).field == field)
    g_array_remove_index (query->filters, place);

  if (words == NULL)
    return;

  filter.words = g_strdupv ((GStrv) words);
  g_array_insert_val (query->filters, place, filter);
}

void
genlock_query_set_search (GenlockQuery *query,
                          const char *text)
{
  g_free (query->search);
  query->search = text != NULL ? g_strstrip (g_strdup (text)) : NULL;

  if (query->search != NULL && query->search[0] == '\0')
    g_clear_pointer (&query->search, g_free);
}

const char *
genlock_query_get_search (const GenlockQuery *query)
{
  return query->search;
}

void
genlock_query_set_sort (GenlockQuery *query,
                        guint field,
                        gboolean descending)
{
  g_return_if_fail (field < query->table->n_fields);

  query->sort_child = NULL;
  query->sort_count = FALSE;
  query->sort_field = field;
  query->descending = descending;
}

void
genlock_query_set_sort_child (GenlockQuery *query,
                              const GenlockTable *table,
                              guint field,
                              gboolean descending)
{
  g_return_if_fail (field > 0 && field < table->n_fields);
  g_return_if_fail (genlock_table_get_field (table, table->parent_field)->target == query->table);

  query->sort_child = table;
  query->sort_count = FALSE;
  query->sort_field = field;
  query->descending = descending;
}

void
genlock_query_set_sort_count (GenlockQuery *query,
                              gboolean descending)
{
  query->sort_child = NULL;
  query->sort_count = TRUE;
  query->sort_field = 0;
  query->descending = descending;
}

void
genlock_query_set_sort_then (GenlockQuery *query,
                             guint field)
{
  g_return_if_fail (field < query->table->n_fields);

  query->then_field = field;
}

void
genlock_query_set_ids (GenlockQuery *query,
                       GPtrArray *ids)
{
  if (ids != NULL)
    g_ptr_array_ref (ids);
  g_clear_pointer (&query->ids, g_ptr_array_unref);
  query->ids = ids;
}

void
genlock_query_set_deleted (GenlockQuery *query,
                           gboolean include,
                           gboolean only)
{
  query->include_deleted = include || only;
  query->include_live = !only;
}
