/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of a list as a view gets them: what fills the screen first, the rest bit by bit. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include "ui/common/genlock-first-rows.h"

struct _GenlockFirstRows
{
  GObject parent_instance;

  GtkSelectionModel *rows; /* owned */
  guint limit;
};

static void genlock_first_rows_list_model_init (GListModelInterface *iface);
static void genlock_first_rows_selection_model_init (GtkSelectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (
  GenlockFirstRows, genlock_first_rows, G_TYPE_OBJECT,
  G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, genlock_first_rows_list_model_init)
  G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL, genlock_first_rows_selection_model_init))

static GType
genlock_first_rows_get_item_type (GListModel *model)
{
  return g_list_model_get_item_type (G_LIST_MODEL (GENLOCK_FIRST_ROWS (model)->rows));
}

static guint
genlock_first_rows_get_n_items (GListModel *model)
{
  GenlockFirstRows *first = GENLOCK_FIRST_ROWS (model);

  return MIN (g_list_model_get_n_items (G_LIST_MODEL (first->rows)), first->limit);
}

static gpointer
genlock_first_rows_get_item (GListModel *model,
                             guint position)
{
  GenlockFirstRows *first = GENLOCK_FIRST_ROWS (model);

  return position < first->limit ? g_list_model_get_item (G_LIST_MODEL (first->rows), position)
         : NULL;
}

static void
genlock_first_rows_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = genlock_first_rows_get_item_type;
  iface->get_n_items = genlock_first_rows_get_n_items;
  iface->get_item = genlock_first_rows_get_item;
}

static gboolean
genlock_first_rows_is_selected (GtkSelectionModel *model,
                                guint position)
{
  return gtk_selection_model_is_selected (GENLOCK_FIRST_ROWS (model)->rows, position);
}

static GtkBitset *
genlock_first_rows_get_selection_in_range (GtkSelectionModel *model,
                                           guint position,
                                           guint n_items)
{
  return gtk_selection_model_get_selection_in_range (GENLOCK_FIRST_ROWS (model)->rows, position,
                                                     n_items);
}

static gboolean
genlock_first_rows_set_selection (GtkSelectionModel *model,
                                  GtkBitset *selected,
                                  GtkBitset *mask)
{
  GtkSelectionModel *rows = GENLOCK_FIRST_ROWS (model)->rows;
  g_autoptr (GtkBitset) all = gtk_bitset_copy (mask);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (model));

  /* What is said of all rows is meant of those, too, that are left out. */
  if (n > 0 && gtk_bitset_get_size_in_range (mask, 0, n - 1) == n)
    gtk_bitset_add_range_closed (all, n, G_MAXUINT);

  return gtk_selection_model_set_selection (rows, selected, all);
}

static void
genlock_first_rows_selection_model_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = genlock_first_rows_is_selected;
  iface->get_selection_in_range = genlock_first_rows_get_selection_in_range;
  iface->set_selection = genlock_first_rows_set_selection;
}

static void
items_changed_cb (GenlockFirstRows *first,
                  guint position,
                  guint removed,
                  guint added)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (first->rows));
  guint before = MIN (n - added + removed, first->limit);
  guint now = MIN (n, first->limit);

  if (first->limit == G_MAXUINT)
    g_list_model_items_changed (G_LIST_MODEL (first), position, removed, added);
  else if (position < first->limit)
    /* What is behind the change moves across the limit. */
    g_list_model_items_changed (G_LIST_MODEL (first), position, before - position,
                                now - position);
}

static void
selection_changed_cb (GenlockFirstRows *first,
                      guint position,
                      guint n_items)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (first));

  if (position < n)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (first), position,
                                           MIN (n_items, n - position));
}

static void
genlock_first_rows_dispose (GObject *object)
{
  g_clear_object (&GENLOCK_FIRST_ROWS (object)->rows);

  G_OBJECT_CLASS (genlock_first_rows_parent_class)->dispose (object);
}

static void
genlock_first_rows_class_init (GenlockFirstRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = genlock_first_rows_dispose;
}

static void
genlock_first_rows_init (GenlockFirstRows *first)
{
  first->limit = G_MAXUINT;
}

GenlockFirstRows *
genlock_first_rows_new (GtkSelectionModel *rows)
{
  GenlockFirstRows *first = g_object_new (GENLOCK_TYPE_FIRST_ROWS, NULL);

  first->rows = g_object_ref (rows);
  g_signal_connect_object (rows, "items-changed", G_CALLBACK (items_changed_cb), first,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (rows, "selection-changed", G_CALLBACK (selection_changed_cb), first,
                           G_CONNECT_SWAPPED);

  return first;
}

static void
set_limit (GenlockFirstRows *first,
           guint limit)
{
  GListModel *model = G_LIST_MODEL (first);
  guint before = g_list_model_get_n_items (model);
  guint now;

  first->limit = limit;
  now = g_list_model_get_n_items (model);
  if (now > before)
    g_list_model_items_changed (model, before, 0, now - before);
  else if (now < before)
    g_list_model_items_changed (model, now, before - now, 0);
}

void
genlock_first_rows_begin (GenlockFirstRows *first,
                          guint n)
{
  set_limit (first, n);
}

gboolean
genlock_first_rows_add (GenlockFirstRows *first,
                        guint n)
{
  guint limit = n < G_MAXUINT - first->limit ? first->limit + n : G_MAXUINT;

  /* All that there are: those that come later are not left out either. */
  if (limit >= g_list_model_get_n_items (G_LIST_MODEL (first->rows)))
    limit = G_MAXUINT;
  set_limit (first, limit);

  return limit != G_MAXUINT;
}

guint
genlock_first_rows_get_limit (GenlockFirstRows *first)
{
  return first->limit;
}
