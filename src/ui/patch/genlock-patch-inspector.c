/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What feeds the selected box, and where it goes, as a list to step along. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "signal/genlock-crosspoints.h"
#include "signal/genlock-signal-path.h"
#include "ui/patch/genlock-patch-inspector.h"

/* Of a path that branches often nobody reads more. */
#define MAX_ROWS 200

/* In pixels, for each step away. */
#define INDENT 12
#define MAX_INDENT 6

struct _GenlockPatchInspector
{
  AdwBin parent_instance;

  GenlockCanvas *canvas; /* unowned: it goes with its page, and so does this */
  GenlockPatchModel *model; /* owned */

  GtkStack *stack;
  AdwPreferencesGroup *head;
  GtkWidget *matrix;
  GtkListBox *upstream;
  GtkListBox *downstream;
};

G_DEFINE_FINAL_TYPE (GenlockPatchInspector, genlock_patch_inspector, ADW_TYPE_BIN)

static void
clear (GtkListBox *list)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, row);
}

static void
add_words (GtkListBox *list,
           const char *words)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), words);
  gtk_widget_add_css_class (row, "dim-label");
  gtk_list_box_append (list, row);
}

static void
add_hop (GtkListBox *list,
         const GenlockSignalHop *hop)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *node = genlock_signal_node_dup_name (hop->port->node);
  g_autofree char *port = genlock_signal_port_dup_label (hop->port);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), node);
  if (hop->is_loop)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                                 _("The path goes round: it was here before"));
  else
    {
      g_autofree char *plain = g_markup_escape_text (port, -1);

      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), plain);
    }
  gtk_widget_set_margin_start (gtk_widget_get_first_child (row),
                               INDENT * (int) MIN (hop->depth / 2, MAX_INDENT));
  g_object_set_data_full (G_OBJECT (row), "genlock-node", g_strdup (hop->port->node->id), g_free);
  g_object_set_data (G_OBJECT (row), "genlock-kind", GUINT_TO_POINTER (hop->port->node->kind));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_list_box_append (list, row);
}

static void
show_path (GtkListBox *list,
           const GenlockPatchBox *box,
           gboolean downstream)
{
  g_autoptr (GArray) hops = genlock_signal_path_trace_node (box->node, downstream);
  guint n = 0;

  clear (list);
  for (guint i = 0; i < hops->len && n < MAX_ROWS; i++)
    {
      const GenlockSignalHop *hop = &g_array_index (hops, GenlockSignalHop, i);

      if (hop->link == NULL || hop->link->part == GENLOCK_SIGNAL_CROSSPOINT)
        continue;

      add_hop (list, hop);
      n++;
    }
  if (n == 0)
    add_words (list, downstream ? _("Nothing is fed by it") : _("Nothing feeds it"));
}

/* (nullable): the box that is selected alone. */
static GenlockPatchBox *
get_box (GenlockPatchInspector *self)
{
  GenlockPatchScene *scene = genlock_patch_model_get_scene (self->model);
  GenlockPatchBox *found = NULL;

  for (guint i = 0; i < scene->boxes->len; i++)
    {
      GenlockPatchBox *box = scene->boxes->pdata[i];

      if (!box->is_selected)
        continue;
      if (found != NULL)
        return NULL;

      found = box;
    }

  return found;
}

static void
update (GenlockPatchInspector *self)
{
  GenlockPatchBox *box = get_box (self);
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;

  gtk_stack_set_visible_child_name (self->stack, box != NULL ? "path" : "empty");
  if (box == NULL)
    return;

  name = genlock_signal_node_dup_name (box->node);
  title = g_markup_escape_text (name, -1);
  adw_preferences_group_set_title (self->head, title);
  adw_preferences_group_set_description (self->head, box->detail);
  gtk_widget_set_visible (self->matrix, genlock_crosspoints_is_router (box->node));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->matrix), "s", box->node->id);
  show_path (self->upstream, box, FALSE);
  show_path (self->downstream, box, TRUE);
}

static void
row_activated_cb (GenlockPatchInspector *self,
                  GtkListBoxRow *row)
{
  g_autofree char *id = g_strdup (g_object_get_data (G_OBJECT (row), "genlock-node"));
  GenlockSignalKind kind = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "genlock-kind"));

  if (id != NULL)
    genlock_canvas_go_to_node (self->canvas, kind, id);
}

static void
genlock_patch_inspector_dispose (GObject *object)
{
  GenlockPatchInspector *self = GENLOCK_PATCH_INSPECTOR (object);

  g_clear_object (&self->model);

  G_OBJECT_CLASS (genlock_patch_inspector_parent_class)->dispose (object);
}

static void
genlock_patch_inspector_class_init (GenlockPatchInspectorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = genlock_patch_inspector_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/genlock/Genlock/ui/patch/genlock-patch-inspector.ui");
  gtk_widget_class_bind_template_child (widget_class, GenlockPatchInspector, stack);
  gtk_widget_class_bind_template_child (widget_class, GenlockPatchInspector, head);
  gtk_widget_class_bind_template_child (widget_class, GenlockPatchInspector, matrix);
  gtk_widget_class_bind_template_child (widget_class, GenlockPatchInspector, upstream);
  gtk_widget_class_bind_template_child (widget_class, GenlockPatchInspector, downstream);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
genlock_patch_inspector_init (GenlockPatchInspector *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
genlock_patch_inspector_new (GenlockCanvas *canvas,
                             GenlockPatchModel *model)
{
  GenlockPatchInspector *self = g_object_new (GENLOCK_TYPE_PATCH_INSPECTOR, NULL);

  self->canvas = canvas;
  self->model = g_object_ref (model);
  g_signal_connect_object (canvas, "selection-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  update (self);

  return GTK_WIDGET (self);
}
