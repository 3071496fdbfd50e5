/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cables of a show as a list, with what is wrong with it. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "core/schema/genlock-connections.h"
#include "signal/genlock-link-set.h"
#include "ui/cables/genlock-cable-dialog.h"
#include "ui/cables/genlock-cable-texts.h"
#include "ui/cables/genlock-cables-page.h"
#include "ui/cables/genlock-cables-sift.h"
#include "ui/cables/genlock-label-dialog.h"
#include "ui/cables/genlock-problem-panel.h"
#include "ui/common/genlock-new-cables.h"
#include "ui/common/genlock-toasts.h"

#define PARTS_KEY "genlock-cables-page"

/* What belongs to a page. */
typedef struct
{
  GenlockCheckedShow *show; /* owned, nullable */
  GenlockProblemPanel *panel; /* owned */
  gboolean wants_cable;       /* whether one is to be added once the show has been read */
} Parts;

static void
parts_free (gpointer data)
{
  Parts *parts = data;

  g_clear_object (&parts->show);
  g_clear_object (&parts->panel);
  g_free (parts);
}

static Parts *
get_parts (GenlockTablePage *page)
{
  return g_object_get_data (G_OBJECT (page), PARTS_KEY);
}

static void
connect_cb (GenlockCableDialog *dialog,
            gpointer batch,
            const char *id,
            GenlockTablePage *page)
{
  gboolean is_new = g_str_equal (genlock_batch_get_verb (batch), "ADD");

  genlock_table_page_go_to (page, id, FALSE);
  genlock_table_page_apply (page, genlock_batch_ref (batch),
                            g_strdup (is_new ? _("Cable added") : _("Cable changed")));
}

/* @id: (nullable): the cable to change, at its end @to */
static void
open_dialog (GenlockTablePage *page,
             GenlockCheckedShow *show,
             const char *id,
             gboolean to)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (page));
  GtkWindow *parent = GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
  GtkWindow *dialog = id != NULL ? genlock_cable_dialog_new_for (parent, show, id, to)
                                 : genlock_cable_dialog_new (parent, show);

  if (dialog == NULL)
    {
      genlock_toast (GTK_WIDGET (page), _("This row is no whole cable. Delete it, and connect "
                                          "anew."));
      return;
    }

  g_signal_connect_object (dialog, "connect", G_CALLBACK (connect_cb), page, 0);
  gtk_window_present (dialog);
}

/* Both ends of a cable are chosen with the rules' word on it. */
static void
edit_cb (GenlockTablePage *page,
         const char *id,
         guint number)
{
  Parts *parts = get_parts (page);

  if (parts->show != NULL && genlock_checked_show_get_check (parts->show) != NULL)
    open_dialog (page, parts->show, id, number == GENLOCK_CABLE_COLUMN_TO);
}

/* A cable was asked for: as soon as the show has been read. */
static void
go_on (GenlockTablePage *page)
{
  Parts *parts = get_parts (page);
  gboolean is_read = genlock_checked_show_get_check (parts->show) != NULL;
  const GError *error = genlock_checked_show_get_error (parts->show);

  if (!parts->wants_cable || (!is_read && error == NULL))
    return;

  parts->wants_cable = FALSE;
  if (!is_read)
    genlock_toast_error (GTK_WIDGET (page), error);
  else if (gtk_widget_get_mapped (GTK_WIDGET (page)))
    open_dialog (page, parts->show, NULL, FALSE);
}

static gboolean
new_cb (GenlockTablePage *page)
{
  Parts *parts = get_parts (page);

  parts->wants_cable = TRUE;
  if (parts->show != NULL)
    go_on (page);

  return TRUE;
}

static void
forget_show (GenlockTablePage *page)
{
  Parts *parts = get_parts (page);

  parts->wants_cable = FALSE;
  if (parts->show != NULL)
    g_signal_handlers_disconnect_by_func (parts->show, go_on, page);
  g_clear_object (&parts->show);
}

static void
production_changed_cb (GenlockTablePage *page)
{
  Parts *parts = get_parts (page);
  const char *production_id = genlock_table_page_get_production (page);
  g_autoptr (GenlockCableTexts) texts = NULL;

  forget_show (page);
  if (production_id != NULL)
    {
      parts->show = genlock_checked_show_get (genlock_table_page_get_store (page), production_id);
      texts = genlock_cable_texts_new (parts->show);
      g_signal_connect_object (parts->show, "changed", G_CALLBACK (go_on), page,
                               G_CONNECT_SWAPPED);
    }

  genlock_table_page_set_derived (page, GENLOCK_DERIVED (texts));
  genlock_problem_panel_set_show (parts->panel, parts->show);
}

static void
complete_cb (GenlockTablePage *page,
             gpointer batch)
{
  genlock_new_cables_complete (get_parts (page)->show, batch);
}

/* (nullable): once the show has been read. */
static GenlockSignalGraph *
get_graph (GenlockTablePage *page)
{
  Parts *parts = get_parts (page);

  return parts->show != NULL ? genlock_checked_show_get_graph (parts->show) : NULL;
}

static void
delete_ids (GenlockBatch *batch,
            GHashTable *ids)
{
  GHashTableIter iter;
  const char *id;

  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, (gpointer *) &id, NULL))
    genlock_batch_delete (batch, &genlock_connections, id);
}

/* Those that are selected, else all without a label. */
static void
label_cb (GSimpleAction *action,
          GVariant *parameter,
          gpointer user_data)
{
  GenlockTablePage *page = user_data;
  Parts *parts = get_parts (page);
  g_auto (GStrv) ids = genlock_table_page_dup_row_ids (page);
  GPtrArray *selected = ids[0] != NULL ? g_ptr_array_new_with_free_func (g_free) : NULL;

  if (parts->show == NULL)
    return;

  for (guint i = 0; ids[i] != NULL; i++)
    g_ptr_array_add (selected, g_strdup (ids[i]));
  genlock_label_dialog_present (GTK_WIDGET (page), parts->show, selected);
}

/* The rows of the cursor are meant where none are selected. */
static void
show_on_patch_cb (GSimpleAction *action,
                  GVariant *parameter,
                  gpointer user_data)
{
  GenlockTablePage *page = user_data;
  g_auto (GStrv) ids = genlock_table_page_dup_row_ids (page);
  g_autoptr (GPtrArray) wanted = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; ids[i] != NULL; i++)
    g_ptr_array_add (wanted, g_strdup (ids[i]));
  genlock_table_page_select (page, wanted);
  gtk_widget_activate_action (GTK_WIDGET (page), "win.go-to", "(ss)", "patch", "");
}

/* What carries one picture goes as one. */
static gboolean
delete_cb (GenlockTablePage *page,
           gpointer data)
{
  const GPtrArray *records = data;
  GenlockSignalGraph *graph = get_graph (page);
  g_autoptr (GPtrArray) links = g_ptr_array_new ();
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GenlockBatch) batch = NULL;

  for (guint i = 0; graph != NULL && i < records->len; i++)
    {
      GenlockSignalRow *row = genlock_signal_graph_get_row (
        graph, genlock_record_get_id (records->pdata[i]));

      for (guint j = 0; row != NULL && j < row->n_links; j++)
        g_ptr_array_add (links, &row->links[j]);
    }
  if (genlock_link_set_extend (links) == 0)
    return FALSE;

  batch = genlock_batch_new ("DELETE");
  for (guint i = 0; i < records->len; i++)
    g_hash_table_add (ids, (char *) genlock_record_get_id (records->pdata[i]));
  for (guint i = 0; i < links->len; i++)
    g_hash_table_add (ids, (char *) genlock_record_get_id (
                        ((const GenlockSignalLink *) links->pdata[i])->row->record));
  delete_ids (batch, ids);
  genlock_table_page_apply (page, g_steal_pointer (&batch),
                            g_strdup_printf (_("%u cables deleted: they carry one picture"),
                                             g_hash_table_size (ids)));
  return TRUE;
}

static void
join_cb (GSimpleAction *action,
         GVariant *parameter,
         gpointer user_data)
{
  GenlockTablePage *page = user_data;
  GenlockSignalGraph *graph = get_graph (page);
  g_auto (GStrv) ids = genlock_table_page_dup_row_ids (page);
  g_autofree char *reason = NULL;
  g_autoptr (GenlockBatch) batch = NULL;

  if (graph == NULL)
    return;

  batch = genlock_link_set_join (graph, (const char * const *) ids, &reason);
  if (batch == NULL)
    genlock_toast (GTK_WIDGET (page), reason);
  else
    genlock_table_page_apply (page, g_steal_pointer (&batch), g_strdup (_("Cables grouped")));
}

static void
part_cb (GSimpleAction *action,
         GVariant *parameter,
         gpointer user_data)
{
  GenlockTablePage *page = user_data;
  GenlockSignalGraph *graph = get_graph (page);
  g_auto (GStrv) ids = genlock_table_page_dup_row_ids (page);
  g_autoptr (GenlockBatch) batch = NULL;

  if (graph == NULL)
    return;

  batch = genlock_link_set_part (graph, (const char * const *) ids);
  if (genlock_batch_get_length (batch) > 0)
    genlock_table_page_apply (page, g_steal_pointer (&batch), g_strdup (_("Cables ungrouped")));
  else
    genlock_toast (GTK_WIDGET (page), _("None of these cables belongs to a group."));
}

static void
add_actions (GtkWidget *page)
{
  static const GActionEntry entries[] = {
    { .name = "label", .activate = label_cb },
    { .name = "join", .activate = join_cb },
    { .name = "part", .activate = part_cb },
    { .name = "show-on-patch", .activate = show_on_patch_cb },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), page);
  gtk_widget_insert_action_group (page, "cables", G_ACTION_GROUP (group));
  g_menu_append (menu, _("Show on the _Patch"), "cables.show-on-patch");
  g_menu_append (menu, _("_Label Cables…"), "cables.label");
  g_menu_append (menu, _("_Group as Dual or Quad Link"), "cables.join");
  g_menu_append (menu, _("_Ungroup"), "cables.part");
  genlock_table_page_add_menu (GENLOCK_TABLE_PAGE (page), G_MENU_MODEL (menu));
}

/* What is typed, pasted or copied makes no half cables, and feeds no input twice. */
static gboolean
check_cb (GenlockTablePage *page,
          gpointer batch,
          const char *text)
{
  Parts *parts = get_parts (page);
  GenlockSignalGraph *graph =
    parts->show != NULL ? genlock_checked_show_get_graph (parts->show) : NULL;
  g_autoptr (GenlockBatch) rest = NULL;
  g_autofree char *words = NULL;

  if (graph == NULL || !genlock_cables_sift (graph, batch, &rest, &words))
    return FALSE;

  if (genlock_batch_get_length (rest) > 0)
    {
      genlock_table_page_apply_checked (page, g_steal_pointer (&rest), g_steal_pointer (&words));
      return TRUE;
    }

  genlock_toast (GTK_WIDGET (page), words);
  genlock_table_page_leave (page);
  return TRUE;
}

/* Rows of other pages are those of the window to show. */
static void
go_to_cb (GenlockProblemPanel *panel,
          const char *table_name,
          const char *id,
          GenlockTablePage *page)
{
  if (g_str_equal (table_name, genlock_connections.name))
    genlock_table_page_go_to (page, id, FALSE);
  else
    gtk_widget_activate_action (GTK_WIDGET (page), "win.go-to", "(ss)", table_name, id);
}

GtkWidget *
genlock_cables_page_new (GenlockStore *store)
{
  GtkWidget *page = genlock_table_page_new (store, &genlock_list_kind_cables);
  Parts *parts = g_new0 (Parts, 1);

  parts->panel = g_object_ref_sink (GENLOCK_PROBLEM_PANEL (genlock_problem_panel_new ()));
  g_object_set_data_full (G_OBJECT (page), PARTS_KEY, parts, parts_free);
  g_signal_connect (page, "production-changed", G_CALLBACK (production_changed_cb), NULL);
  g_signal_connect (page, "new", G_CALLBACK (new_cb), NULL);
  g_signal_connect (page, "complete", G_CALLBACK (complete_cb), NULL);
  g_signal_connect (page, "edit", G_CALLBACK (edit_cb), NULL);
  g_signal_connect (page, "check", G_CALLBACK (check_cb), NULL);
  g_signal_connect (page, "delete", G_CALLBACK (delete_cb), NULL);
  add_actions (page);
  g_signal_connect_object (parts->panel, "go-to", G_CALLBACK (go_to_cb), page, 0);
  genlock_table_page_set_foot (GENLOCK_TABLE_PAGE (page), GTK_WIDGET (parts->panel));

  return page;
}
