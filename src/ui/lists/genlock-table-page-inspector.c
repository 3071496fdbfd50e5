/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list page and its inspector: which rows it is about, and what is changed there. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ui/common/genlock-toasts.h"
#include "ui/lists/genlock-table-page-private.h"

/* More rows than this are not compared; they can be edited all the same. */
#define INSPECTED_MAX 2000

/* @rows: (nullable): their places where there are too many to compare */
static void
set_rows (GenlockTablePagePrivate *self,
          GPtrArray *records,
          guint n,
          GtkBitset *rows)
{
  /* Takes what is being typed, for the rows that it was typed for. */
  genlock_row_inspector_set_rows (self->inspector, records, n);

  g_clear_pointer (&self->inspected_rows, gtk_bitset_unref);
  self->inspected_rows = rows != NULL ? gtk_bitset_ref (rows) : NULL;
  self->inspected_at = self->n_item_changes;
}

static void
inspect (GenlockTablePage *page,
         GenlockGathered *gathered,
         gpointer user_data)
{
  GenlockTablePagePrivate *self = genlock_table_page_get_private (page);

  /* The cursor may have gone on while the rows came. */
  if (self->inspector != NULL && self->inspected == GPOINTER_TO_UINT (user_data))
    set_rows (self, gathered->records, gathered->records->len, NULL);
}

/* The rows that are there already; NULL where one is still to be fetched. */
static GPtrArray *
peek_rows (GenlockTablePagePrivate *self,
           GtkBitset *rows)
{
  g_autoptr (GPtrArray) records =
    g_ptr_array_new_with_free_func ((GDestroyNotify) genlock_record_unref);
  GtkBitsetIter iter;
  guint row;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, rows, &row);
       more;
       more = gtk_bitset_iter_next (&iter, &row))
    {
      g_autoptr (GenlockRow) item = g_list_model_get_item (G_LIST_MODEL (self->list), row);
      GenlockRecord *record = item != NULL ? genlock_row_get_record (item) : NULL;

      if (record == NULL)
        return NULL;
      g_ptr_array_add (records, genlock_record_ref (record));
    }

  return g_steal_pointer (&records);
}

/* As many others are told from the same ones only as long as no row has moved. */
static gboolean
are_others (GenlockTablePagePrivate *self,
            GtkBitset *rows)
{
  return self->inspected_rows != NULL && self->inspected_at == self->n_item_changes
         && !gtk_bitset_equals (self->inspected_rows, rows);
}

void
genlock_table_page_update_inspector (GenlockTablePage *page)
{
  GenlockTablePagePrivate *self = genlock_table_page_get_private (page);
  g_autoptr (GtkBitset) rows = genlock_grid_list_rows (self->grid);
  guint n = gtk_bitset_get_size (rows);
  g_autoptr (GPtrArray) records = NULL;

  if (self->inspector == NULL)
    return;

  self->inspected++;
  if (self->list == NULL)
    {
      set_rows (self, NULL, n, NULL);
      return;
    }

  if (n > INSPECTED_MAX)
    {
      if (are_others (self, rows))
        genlock_row_inspector_leave_rows (self->inspector);
      set_rows (self, NULL, n, rows);
      return;
    }

  records = peek_rows (self, rows);
  if (records != NULL)
    set_rows (self, records, n, NULL);
  else
    genlock_table_page_with_rows (page, rows, inspect, GUINT_TO_POINTER (self->inspected), NULL);
}

static void
edited_cb (GenlockRowInspector *inspector,
           const GenlockColumn *column,
           const char *text,
           GenlockTablePage *page)
{
  GenlockTablePagePrivate *self = genlock_table_page_get_private (page);
  GPtrArray *records = genlock_row_inspector_get_records (inspector);
  g_autoptr (GPtrArray) columns = g_ptr_array_new ();

  /* The cursor may be on other rows already. */
  g_ptr_array_add (columns, (gpointer) column);
  if (records != NULL)
    genlock_table_page_set_cells (page, records, columns, text);
  else if (self->inspected_rows != NULL && self->inspected_at == self->n_item_changes)
    genlock_table_page_set_rows (page, self->inspected_rows, column, text);
  else
    genlock_toast (GTK_WIDGET (page),
                   _("The list has changed meanwhile, so nothing was set. Select the rows again."));
}

static void
output_edited_cb (GenlockRowInspector *inspector,
                  gpointer update,
                  GenlockTablePage *page)
{
  genlock_table_page_apply_outputs (page, update);
}

/* Made when it is first looked at: it has more widgets than the rest of the page. */
GtkWidget *
genlock_table_page_get_inspector (GenlockPage *iface)
{
  GenlockTablePage *page = GENLOCK_TABLE_PAGE (iface);
  GenlockTablePagePrivate *self = genlock_table_page_get_private (page);

  if (self->inspector == NULL)
    {
      self->inspector = g_object_ref_sink (
        GENLOCK_ROW_INSPECTOR (genlock_row_inspector_new (self->kind, self->names,
                                                          genlock_table_page_dup_offers, page)));
      g_signal_connect_object (self->inspector, "edited", G_CALLBACK (edited_cb), page, 0);
      g_signal_connect_object (self->inspector, "output-edited", G_CALLBACK (output_edited_cb),
                               page, 0);
      genlock_row_inspector_set_editable (self->inspector,
                                          genlock_store_get_writable (self->store));
      if (self->group != NULL)
        genlock_row_inspector_add_group (self->inspector, self->group);
      genlock_table_page_update_inspector (page);
    }

  return GTK_WIDGET (self->inspector);
}

void
genlock_table_page_set_group (GenlockTablePage *page,
                              AdwPreferencesGroup *group)
{
  GenlockTablePagePrivate *self = genlock_table_page_get_private (page);

  g_return_if_fail (self->group == NULL);

  self->group = g_object_ref_sink (group);
}
