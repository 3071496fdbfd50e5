/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Somebody who follows a list by its signals alone. */

#include "config.h"

#include "core/model/genlock-row.h"
#include "core/schema/genlock-source-outputs.h"
#include "core/schema/genlock-sources.h"
#include "list-watch.h"

static void
items_changed_cb (GListModel *model,
                  guint position,
                  guint removed,
                  guint added,
                  gpointer user_data)
{
  ListWatch *watch = user_data;

  watch->n_told++;
  watch->n_rows_told += removed + added;
  g_assert_cmpuint (position + removed, <=, watch->rows->len);

  if (removed > 0)
    g_ptr_array_remove_range (watch->rows, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (watch->rows, (int) (position + i),
                        g_list_model_get_item (model, position + i));

  g_assert_cmpuint (g_list_model_get_n_items (model), ==, watch->rows->len);

  /* Between two signals too the list is what was told of it. */
  for (guint i = 0; i < watch->rows->len; i += 1 + watch->rows->len / 16)
    {
      g_autoptr (GenlockRow) row = g_list_model_get_item (model, i);
      GenlockRow *seen = g_ptr_array_index (watch->rows, i);

      if (genlock_row_get_record (row) != NULL && genlock_row_get_record (seen) != NULL)
        g_assert_true (row == seen);
    }
}

static gboolean
is_settled (gpointer data)
{
  ListWatch *watch = data;

  if (genlock_list_get_loading (watch->list))
    return FALSE;

  for (guint i = 0; i < watch->rows->len; i++)
    if (genlock_row_get_record (g_ptr_array_index (watch->rows, i)) == NULL)
      return FALSE;

  return TRUE;
}

void
list_watch_settle (ListWatch *watch)
{
  store_help_wait (is_settled, watch);
}

void
list_watch_start (ListWatch *watch,
                  GenlockStore *store,
                  const GenlockQuery *query)
{
  watch->list = genlock_list_new (store, query);
  watch->rows = g_ptr_array_new_with_free_func (g_object_unref);
  watch->n_told = 0;
  watch->n_rows_told = 0;
  g_signal_connect (watch->list, "items-changed", G_CALLBACK (items_changed_cb), watch);
  list_watch_settle (watch);
}

void
list_watch_end (ListWatch *watch)
{
  g_ptr_array_unref (watch->rows);
  g_signal_handlers_disconnect_by_func (watch->list, items_changed_cb, watch);
  g_object_unref (watch->list);
}

void
list_watch_forget (ListWatch *watch)
{
  watch->n_told = 0;
  watch->n_rows_told = 0;
}

guint
list_watch_count_outputs (GenlockRecord *record)
{
  GPtrArray *children = genlock_record_get_children (record, &genlock_source_outputs);

  return children != NULL ? children->len : 0;
}

typedef struct
{
  ListWatch *watch;
  GPtrArray *expected;
} Comparison;

/* After a change of many rows those that are looked at follow by and by. */
static gboolean
has_same_rows (gpointer data)
{
  Comparison *comparison = data;
  GPtrArray *rows = comparison->watch->rows;

  if (!is_settled (comparison->watch) || rows->len != comparison->expected->len)
    return FALSE;

  for (guint i = 0; i < rows->len; i++)
    {
      GenlockRecord *record = genlock_row_get_record (g_ptr_array_index (rows, i));
      GenlockRecord *right = g_ptr_array_index (comparison->expected, i);

      if (!genlock_record_equal (record, right)
          || list_watch_count_outputs (record) != list_watch_count_outputs (right))
        return FALSE;
    }

  return TRUE;
}

static gboolean
has_same_length (gpointer data)
{
  Comparison *comparison = data;

  return is_settled (comparison->watch)
         && comparison->watch->rows->len == comparison->expected->len;
}

/* The list, and what was told of it, becomes what the store answers: what settled first may have
 * been the query for the change before. */
void
list_watch_assert_right (ListWatch *watch,
                         GenlockStore *store)
{
  GListModel *model = G_LIST_MODEL (watch->list);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) expected = NULL;
  Comparison comparison;

  list_watch_settle (watch);
  expected = genlock_store_list (store, genlock_list_get_query (watch->list), &error);
  g_assert_no_error (error);

  comparison.watch = watch;
  comparison.expected = expected;
  store_help_wait (has_same_length, &comparison);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, expected->len);

  for (guint i = 0; i < expected->len; i++)
    {
      g_autoptr (GenlockRow) row = g_list_model_get_item (model, i);

      g_assert_true (row == g_ptr_array_index (watch->rows, i));
      g_assert_cmpstr (genlock_record_get_id (genlock_row_get_record (row)), ==,
                       genlock_record_get_id (g_ptr_array_index (expected, i)));
    }

  store_help_wait (has_same_rows, &comparison);
}

GenlockQuery *
list_watch_query (const char *show_id)
{
  GenlockQuery *query = genlock_query_new (&genlock_sources);

  genlock_query_set_parent (query, show_id);

  return query;
}

GenlockRecord *
list_watch_record (ListWatch *watch,
                   guint position)
{
  return genlock_row_get_record (g_ptr_array_index (watch->rows, position));
}

const char *
list_watch_id (ListWatch *watch,
               guint position)
{
  return genlock_record_get_id (list_watch_record (watch, position));
}

void
list_watch_edit (GenlockStore *store,
                 const char *id,
                 guint field,
                 const char *text)
{
  GenlockBatch *batch = genlock_batch_new ("EDIT");
  GenlockRecord *edit = genlock_record_new (&genlock_sources);

  genlock_record_set_text (edit, GENLOCK_META_ID, id);
  genlock_record_set_text (edit, field, text);
  genlock_batch_update (batch, edit);
  store_help_apply (store, batch);
}
