/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which rows of a list are selected, by place alone. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include "ui/common/genlock-row-selection.h"

struct _GenlockRowSelection
{
  GObject parent_instance;

  GListModel *model;   /* owned, nullable */
  GtkBitset *selected; /* owned */
  gulong items_changed_id;
};

static void genlock_row_selection_list_model_init (GListModelInterface *iface);
static void genlock_row_selection_selection_model_init (GtkSelectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (
  GenlockRowSelection, genlock_row_selection, G_TYPE_OBJECT,
  G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, genlock_row_selection_list_model_init)
  G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL, genlock_row_selection_selection_model_init))

static GType
genlock_row_selection_get_item_type (GListModel *model)
{
  return G_TYPE_OBJECT;
}

static guint
genlock_row_selection_get_n_items (GListModel *model)
{
  GenlockRowSelection *selection = GENLOCK_ROW_SELECTION (model);

  return selection->model != NULL ? g_list_model_get_n_items (selection->model) : 0;
}

static gpointer
genlock_row_selection_get_item (GListModel *model,
                                guint position)
{
  GenlockRowSelection *selection = GENLOCK_ROW_SELECTION (model);

  return selection->model != NULL ? g_list_model_get_item (selection->model, position) : NULL;
}

static void
genlock_row_selection_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = genlock_row_selection_get_item_type;
  iface->get_n_items = genlock_row_selection_get_n_items;
  iface->get_item = genlock_row_selection_get_item;
}

static gboolean
genlock_row_selection_is_selected (GtkSelectionModel *model,
                                   guint position)
{
  return gtk_bitset_contains (GENLOCK_ROW_SELECTION (model)->selected, position);
}

static GtkBitset *
genlock_row_selection_get_selection_in_range (GtkSelectionModel *model,
                                              guint position,
                                              guint n_items)
{
  return gtk_bitset_ref (GENLOCK_ROW_SELECTION (model)->selected);
}

static gboolean
genlock_row_selection_set_selection (GtkSelectionModel *model,
                                     GtkBitset *selected,
                                     GtkBitset *mask)
{
  GenlockRowSelection *selection = GENLOCK_ROW_SELECTION (model);
  g_autoptr (GtkBitset) next = gtk_bitset_copy (selection->selected);
  g_autoptr (GtkBitset) changed = NULL;
  guint first, last;

  gtk_bitset_subtract (next, mask);
  changed = gtk_bitset_copy (selected);
  gtk_bitset_intersect (changed, mask);
  gtk_bitset_union (next, changed);
  gtk_bitset_remove_range_closed (next, g_list_model_get_n_items (G_LIST_MODEL (model)),
                                  G_MAXUINT);
  g_clear_pointer (&changed, gtk_bitset_unref);

  changed = gtk_bitset_copy (selection->selected);
  gtk_bitset_difference (changed, next);
  if (gtk_bitset_is_empty (changed))
    return TRUE;

  gtk_bitset_unref (selection->selected);
  selection->selected = g_steal_pointer (&next);

  first = gtk_bitset_get_minimum (changed);
  last = gtk_bitset_get_maximum (changed);
  gtk_selection_model_selection_changed (model, first, last - first + 1);
  return TRUE;
}

static void
genlock_row_selection_selection_model_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = genlock_row_selection_is_selected;
  iface->get_selection_in_range = genlock_row_selection_get_selection_in_range;
  iface->set_selection = genlock_row_selection_set_selection;
}

static void
items_changed_cb (GListModel *model,
                  guint position,
                  guint removed,
                  guint added,
                  GenlockRowSelection *selection)
{
  guint64 size = gtk_bitset_get_size (selection->selected);

  gtk_bitset_splice (selection->selected, position, removed, added);
  g_list_model_items_changed (G_LIST_MODEL (selection), position, removed, added);

  /* Those who count the selected rows hear of the ones that went. */
  if (gtk_bitset_get_size (selection->selected) != size && g_list_model_get_n_items (model) > 0)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (selection), 0,
                                           g_list_model_get_n_items (model));
}

static void
genlock_row_selection_dispose (GObject *object)
{
  GenlockRowSelection *selection = GENLOCK_ROW_SELECTION (object);

  if (selection->model != NULL)
    g_clear_signal_handler (&selection->items_changed_id, selection->model);
  g_clear_object (&selection->model);

  G_OBJECT_CLASS (genlock_row_selection_parent_class)->dispose (object);
}

static void
genlock_row_selection_finalize (GObject *object)
{
  gtk_bitset_unref (GENLOCK_ROW_SELECTION (object)->selected);

  G_OBJECT_CLASS (genlock_row_selection_parent_class)->finalize (object);
}

static void
genlock_row_selection_class_init (GenlockRowSelectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = genlock_row_selection_dispose;
  object_class->finalize = genlock_row_selection_finalize;
}

static void
genlock_row_selection_init (GenlockRowSelection *selection)
{
  selection->selected = gtk_bitset_new_empty ();
}

GenlockRowSelection *
genlock_row_selection_new (GListModel *model)
{
  GenlockRowSelection *selection = g_object_new (GENLOCK_TYPE_ROW_SELECTION, NULL);

  genlock_row_selection_set_model (selection, model);
  return selection;
}

void
genlock_row_selection_set_model (GenlockRowSelection *selection,
                                 GListModel *model)
{
  guint removed = g_list_model_get_n_items (G_LIST_MODEL (selection));
  guint added;

  if (selection->model != NULL)
    g_clear_signal_handler (&selection->items_changed_id, selection->model);

  g_set_object (&selection->model, model);
  gtk_bitset_remove_all (selection->selected);

  if (model != NULL)
    selection->items_changed_id = g_signal_connect (model, "items-changed",
                                                    G_CALLBACK (items_changed_cb), selection);

  added = g_list_model_get_n_items (G_LIST_MODEL (selection));
  g_list_model_items_changed (G_LIST_MODEL (selection), 0, removed, added);
}

GListModel *
genlock_row_selection_get_model (GenlockRowSelection *selection)
{
  return selection->model;
}

guint
genlock_row_selection_get_size (GenlockRowSelection *selection)
{
  return gtk_bitset_get_size (selection->selected);
}

void
genlock_row_selection_select_only (GenlockRowSelection *selection,
                                   guint first,
                                   guint n)
{
  g_autoptr (GtkBitset) rows = gtk_bitset_new_empty ();
  g_autoptr (GtkBitset) all = gtk_bitset_new_empty ();

  gtk_bitset_add_range (all, 0, MAX (g_list_model_get_n_items (G_LIST_MODEL (selection)), 1));
  if (n > 0)
    gtk_bitset_add_range (rows, first, n);

  genlock_row_selection_set_selection (GTK_SELECTION_MODEL (selection), rows, all);
}
