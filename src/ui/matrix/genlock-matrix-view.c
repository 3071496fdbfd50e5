/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The matrix of one router of a show, with what is needed around it. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "ui/common/genlock-accessible.h"
#include "ui/common/genlock-toasts.h"
#include "ui/matrix/genlock-matrix-view-private.h"

enum
{
  PROP_ONLY_CONNECTED = 1,
};

enum
{
  CLOSE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GenlockMatrixView, genlock_matrix_view, GTK_TYPE_WIDGET)

/* What is shown. */

static const GenlockSignalNode *
get_node (GenlockMatrixView *self)
{
  GenlockSignalGraph *graph = self->show != NULL ? genlock_checked_show_get_graph (self->show)
                                                 : NULL;

  if (graph == NULL || self->device_id == NULL)
    return NULL;

  return genlock_signal_graph_get_node (graph, GENLOCK_SIGNAL_DEVICE, self->device_id);
}

/* The routers by name, and the device that was asked for. */
static void
list_devices (GenlockMatrixView *self)
{
  GenlockSignalGraph *graph = genlock_checked_show_get_graph (self->show);
  g_autoptr (GPtrArray) routers = genlock_crosspoints_list_routers (graph);
  const GenlockSignalNode *node = get_node (self);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  guint selected;

  if (node == NULL && routers->len > 0)
    {
      node = routers->pdata[0];
      g_free (self->device_id);
      self->device_id = g_strdup (node->id);
    }
  if (node != NULL && !g_ptr_array_find (routers, node, NULL))
    g_ptr_array_insert (routers, 0, (gpointer) node);

  g_ptr_array_set_size (self->ids, 0);
  for (guint i = 0; i < routers->len; i++)
    {
      const GenlockSignalNode *router = routers->pdata[i];

      g_ptr_array_add (self->ids, g_strdup (router->id));
      g_ptr_array_add (names, genlock_signal_node_dup_name (router));
    }
  g_ptr_array_add (names, NULL);

  self->is_listing = TRUE;
  gtk_string_list_splice (self->names, 0, g_list_model_get_n_items (G_LIST_MODEL (self->names)),
                          (const char * const *) names->pdata);
  if (node != NULL && g_ptr_array_find (routers, node, &selected))
    gtk_drop_down_set_selected (self->devices, selected);
  self->is_listing = FALSE;
}

static void
note_problems (GenlockMatrixView *self,
               const GenlockCrosspoint *point,
               GenlockMatrixNote *note)
{
  const char *id = genlock_record_get_id (point->link->row->record);
  GPtrArray *problems = genlock_checked_show_get_problems_of (self->show, id);

  for (guint i = 0; problems != NULL && i < problems->len; i++)
    {
      const GenlockSignalProblem *problem = problems->pdata[i];

      if (problem->severity > GENLOCK_SEVERITY_WARNING
          || (problem->link != NULL && problem->link != point->link))
        continue;

      note->mark = problem->severity == GENLOCK_SEVERITY_ERROR ? GENLOCK_MARK_ERROR
                                                               : GENLOCK_MARK_WARNING;
      note->sentence = g_strdup (problem->sentence);
      return;
    }
}

static GArray *
list_notes (GenlockMatrixView *self,
            const GenlockCrosspoints *points)
{
  GArray *notes = genlock_matrix_notes_new ();

  for (guint i = 0; i < points->points->len; i++)
    {
      GenlockMatrixNote note = { GENLOCK_MARK_NONE, NULL };

      note_problems (self, &g_array_index (points->points, GenlockCrosspoint, i), &note);
      g_array_append_val (notes, note);
    }

  return notes;
}

static void
update_actions (GenlockMatrixView *self)
{
  static const char * const names[] = { "one-to-one", "swap", "clear-all", "learn", "export",
                                        "only-connected" };
  gboolean has_points = get_node (self) != NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *name = g_strconcat ("matrix-view.", names[i], NULL);

      gtk_widget_action_set_enabled (GTK_WIDGET (self), name, has_points);
    }
}

static const char *
get_state (GenlockMatrixView *self)
{
  const GenlockMatrixGrid *grid = genlock_matrix_get_grid (self->matrix);

  if (self->show == NULL || genlock_checked_show_get_graph (self->show) == NULL)
    return "loading";
  if (grid == NULL)
    return "none";
  if (grid->points->inputs->len == 0 || grid->points->outputs->len == 0)
    return "empty";

  return grid->rows->len == 0 || grid->columns->len == 0 ? "nothing-found" : "matrix";
}

static void
show_words (GenlockMatrixView *self)
{
  g_autofree char *words = genlock_matrix_dup_words (self->matrix);

  gtk_label_set_label (self->words, words);
}

static void
show_state (GenlockMatrixView *self)
{
  const char *state = get_state (self);

  gtk_stack_set_visible_child_name (self->stack, state);
  if (self->wants_focus && g_str_equal (state, "matrix")
      && gtk_widget_grab_focus (GTK_WIDGET (self->matrix)))
    self->wants_focus = FALSE;
  show_words (self);
}

static void
show_device (GenlockMatrixView *self)
{
  const GenlockSignalNode *node = get_node (self);
  GenlockCrosspoints *points = NULL;
  GArray *notes = NULL;

  if (node != NULL)
    {
      points = genlock_crosspoints_new (node);
      notes = list_notes (self, points);
    }
  genlock_matrix_set_points (self->matrix, points, notes);
  update_actions (self);
  show_state (self);
}

static void
changed_cb (GenlockMatrixView *self)
{
  if (genlock_checked_show_get_graph (self->show) != NULL)
    {
      list_devices (self);
      show_device (self);
    }
  else
    {
      show_state (self);
    }
  genlock_matrix_view_go_on (self);
}

static void
selected_cb (GenlockMatrixView *self)
{
  guint selected = gtk_drop_down_get_selected (self->devices);

  if (self->is_listing || selected >= self->ids->len)
    return;

  g_free (self->device_id);
  self->device_id = g_strdup (self->ids->pdata[selected]);
  genlock_matrix_reset (self->matrix);
  show_device (self);
}

/* What is shown of it. */

static void
filter_cb (GenlockMatrixView *self)
{
  gboolean has_search = gtk_toggle_button_get_active (self->search_button);
  const char *inputs = gtk_editable_get_text (GTK_EDITABLE (self->input_entry));
  const char *outputs = gtk_editable_get_text (GTK_EDITABLE (self->output_entry));

  genlock_matrix_set_filter (self->matrix, has_search ? inputs : "", has_search ? outputs : "",
                             self->only_connected);
  show_state (self);
}

static void
search_toggled_cb (GenlockMatrixView *self)
{
  gboolean active = gtk_toggle_button_get_active (self->search_button);

  gtk_revealer_set_reveal_child (self->search, active);
  if (active)
    gtk_widget_grab_focus (GTK_WIDGET (self->input_entry));
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->matrix));
  filter_cb (self);
}

static void
stop_search_cb (GenlockMatrixView *self)
{
  gtk_toggle_button_set_active (self->search_button, FALSE);
}

static void
set_only_connected (GenlockMatrixView *self,
                    gboolean only_connected)
{
  if (self->only_connected == only_connected)
    return;

  self->only_connected = only_connected;
  filter_cb (self);
  g_object_notify (G_OBJECT (self), "only-connected");
}

static void
show_all_cb (GenlockMatrixView *self)
{
  set_only_connected (self, FALSE);
  gtk_toggle_button_set_active (self->search_button, FALSE);
}

static void
lock_toggled_cb (GenlockMatrixView *self)
{
  gboolean locked = gtk_toggle_button_get_active (self->lock_button);

  genlock_matrix_set_locked (self->matrix, locked);
  gtk_button_set_icon_name (GTK_BUTTON (self->lock_button),
                            locked ? "changes-prevent-symbolic" : "changes-allow-symbolic");
}

static void
locked_cb (GenlockMatrixView *self)
{
  genlock_toast (GTK_WIDGET (self),
                 _("The crosspoints are locked: take the lock off to change them"));
}

static void
spot_changed_cb (GenlockMatrixView *self)
{
  show_words (self);
}

static void
wish_cb (GenlockMatrixView *self,
         gpointer wishes)
{
  genlock_matrix_view_wish (self, wishes);
}

static gboolean
escape_cb (GtkWidget *widget,
           GVariant *parameter,
           gpointer user_data)
{
  g_signal_emit (widget, signals[CLOSE], 0);

  return TRUE;
}

/* Actions: the menu is not inside of the matrix. */
static void
matrix_action (GtkWidget *widget,
               const char *name,
               GVariant *parameter)
{
  GenlockMatrixView *self = GENLOCK_MATRIX_VIEW (widget);
  g_autofree char *action = g_strconcat ("matrix.", name + strlen ("matrix-view."), NULL);

  gtk_widget_activate_action (GTK_WIDGET (self->matrix), action, NULL);
}

static void
genlock_matrix_view_get_property (GObject *object,
                                  guint id,
                                  GValue *value,
                                  GParamSpec *pspec)
{
  if (id == PROP_ONLY_CONNECTED)
    g_value_set_boolean (value, GENLOCK_MATRIX_VIEW (object)->only_connected);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
genlock_matrix_view_set_property (GObject *object,
                                  guint id,
                                  const GValue *value,
                                  GParamSpec *pspec)
{
  if (id == PROP_ONLY_CONNECTED)
    set_only_connected (GENLOCK_MATRIX_VIEW (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static gboolean
genlock_matrix_view_grab_focus (GtkWidget *widget)
{
  GenlockMatrixView *self = GENLOCK_MATRIX_VIEW (widget);

  self->wants_focus = g_str_equal (get_state (self), "loading");

  return gtk_widget_grab_focus (GTK_WIDGET (self->matrix))
         || gtk_widget_grab_focus (GTK_WIDGET (self->devices));
}

static void
genlock_matrix_view_dispose (GObject *object)
{
  GenlockMatrixView *self = GENLOCK_MATRIX_VIEW (object);

  g_clear_object (&self->show);
  g_clear_object (&self->chooser);
  gtk_widget_dispose_template (GTK_WIDGET (self), GENLOCK_TYPE_MATRIX_VIEW);

  G_OBJECT_CLASS (genlock_matrix_view_parent_class)->dispose (object);
}

static void
genlock_matrix_view_finalize (GObject *object)
{
  GenlockMatrixView *self = GENLOCK_MATRIX_VIEW (object);

  g_free (self->device_id);
  g_ptr_array_unref (self->ids);
  g_array_unref (self->waiting);

  G_OBJECT_CLASS (genlock_matrix_view_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/genlock/Genlock/ui/matrix/genlock-matrix-view.ui");
  gtk_widget_class_bind_template_child (widget_class, GenlockMatrixView, bar);
  gtk_widget_class_bind_template_child (widget_class, GenlockMatrixView, devices);
  gtk_widget_class_bind_template_child (widget_class, GenlockMatrixView, names);
  gtk_widget_class_bind_template_child (widget_class, GenlockMatrixView, search_button);
  gtk_widget_class_bind_template_child (widget_class, GenlockMatrixView, lock_button);
  gtk_widget_class_bind_template_child (widget_class, GenlockMatrixView, menu_button);
  gtk_widget_class_bind_template_child (widget_class, GenlockMatrixView, search);
  gtk_widget_class_bind_template_child (widget_class, GenlockMatrixView, input_entry);
  gtk_widget_class_bind_template_child (widget_class, GenlockMatrixView, output_entry);
  gtk_widget_class_bind_template_child (widget_class, GenlockMatrixView, stack);
  gtk_widget_class_bind_template_child (widget_class, GenlockMatrixView, matrix);
  gtk_widget_class_bind_template_child (widget_class, GenlockMatrixView, words);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, lock_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_all_cb);
  gtk_widget_class_bind_template_callback (widget_class, wish_cb);
  gtk_widget_class_bind_template_callback (widget_class, locked_cb);
  gtk_widget_class_bind_template_callback (widget_class, spot_changed_cb);
}

static void
genlock_matrix_view_class_init (GenlockMatrixViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = genlock_matrix_view_get_property;
  object_class->set_property = genlock_matrix_view_set_property;
  object_class->dispose = genlock_matrix_view_dispose;
  object_class->finalize = genlock_matrix_view_finalize;
  widget_class->grab_focus = genlock_matrix_view_grab_focus;

  g_object_class_install_property (object_class, PROP_ONLY_CONNECTED,
                                   g_param_spec_boolean ("only-connected", NULL, NULL, FALSE,
                                                         G_PARAM_READWRITE
                                                         | G_PARAM_EXPLICIT_NOTIFY
                                                         | G_PARAM_STATIC_STRINGS));
  signals[CLOSE] = g_signal_new ("close", GENLOCK_TYPE_MATRIX_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (GENLOCK_TYPE_MATRIX);
  bind_template (widget_class);
  gtk_widget_class_install_property_action (widget_class, "matrix-view.only-connected",
                                            "only-connected");
  gtk_widget_class_install_action (widget_class, "matrix-view.one-to-one", NULL, matrix_action);
  gtk_widget_class_install_action (widget_class, "matrix-view.swap", NULL, matrix_action);
  gtk_widget_class_install_action (widget_class, "matrix-view.clear-all", NULL, matrix_action);
  gtk_widget_class_install_action (widget_class, "matrix-view.learn", NULL,
                                   genlock_matrix_view_learn);
  gtk_widget_class_install_action (widget_class, "matrix-view.export", NULL,
                                   genlock_matrix_view_export);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "genlock-matrix-view");
}

static void
genlock_matrix_view_init (GenlockMatrixView *self)
{
  GtkLayoutManager *layout;

  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->waiting = g_array_new (FALSE, FALSE, sizeof (GenlockCrosspointWish));
  gtk_widget_init_template (GTK_WIDGET (self));
  layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  genlock_accessible_set_label (GTK_WIDGET (self->menu_button), _("Crosspoints"));
}

GtkWidget *
genlock_matrix_view_new (void)
{
  return g_object_new (GENLOCK_TYPE_MATRIX_VIEW, NULL);
}

void
genlock_matrix_view_set_device (GenlockMatrixView *self,
                                GenlockCheckedShow *show,
                                const char *device_id)
{
  g_return_if_fail (GENLOCK_IS_MATRIX_VIEW (self));

  if (self->show != NULL)
    g_signal_handlers_disconnect_by_func (self->show, changed_cb, self);
  if (self->show != show)
    {
      g_array_set_size (self->waiting, 0);
      genlock_matrix_set_points (self->matrix, NULL, NULL);
    }
  g_set_object (&self->show, show);
  if (device_id != NULL && g_strcmp0 (device_id, self->device_id) != 0)
    {
      g_free (self->device_id);
      self->device_id = g_strdup (device_id);
      genlock_matrix_reset (self->matrix);
    }
  if (show == NULL)
    {
      show_state (self);
      return;
    }

  g_signal_connect_object (show, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);
}

const char *
genlock_matrix_view_get_device (GenlockMatrixView *self)
{
  g_return_val_if_fail (GENLOCK_IS_MATRIX_VIEW (self), NULL);

  return self->device_id;
}

void
genlock_matrix_view_start_search (GenlockMatrixView *self)
{
  g_return_if_fail (GENLOCK_IS_MATRIX_VIEW (self));

  gtk_toggle_button_set_active (self->search_button, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->input_entry));
}
