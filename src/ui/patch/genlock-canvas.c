/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The canvas: boxes and cables of a show, to be looked at, moved and patched. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <adwaita.h>

#include "core/schema/genlock-connections.h"
#include "core/schema/genlock-devices.h"
#include "core/schema/genlock-sends.h"
#include "core/schema/genlock-sources.h"
#include "signal/genlock-signal-path.h"
#include "ui/patch/genlock-canvas-private.h"

enum
{
  VIEW_CHANGED,
  SELECTION_CHANGED,
  N_SIGNALS,
};

/* So many selected boxes and cables have their paths looked for. */
#define MAX_PATHS 48

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GenlockCanvas, genlock_canvas, GTK_TYPE_WIDGET)

GenlockPatchScene *
genlock_canvas_get_scene (GenlockCanvas *self)
{
  return self->model != NULL ? genlock_patch_model_get_scene (self->model) : NULL;
}

/* The selection and its path. */

static void
light_hops (GenlockCanvas *self,
            GArray *hops)
{
  GenlockPatchScene *scene = genlock_canvas_get_scene (self);

  for (guint i = 0; i < hops->len; i++)
    {
      const GenlockSignalHop *hop = &g_array_index (hops, GenlockSignalHop, i);
      GenlockPatchBox *box = genlock_patch_scene_get_box (scene, hop->port->node);
      g_autofree char *key = NULL;
      GenlockPatchCable *cable;

      if (box != NULL)
        box->is_lit = TRUE;
      if (hop->link == NULL)
        continue;

      key = genlock_patch_link_dup_key (hop->link);
      cable = genlock_patch_scene_find_cable (scene, key);
      if (cable != NULL)
        cable->is_lit = TRUE;
      self->has_path = TRUE;
    }
  g_array_unref (hops);
}

static void
light_cable (GenlockCanvas *self,
             GenlockPatchCable *cable)
{
  cable->is_lit = cable->from->is_lit = cable->to->is_lit = TRUE;
  self->has_path = TRUE;
  light_hops (self, genlock_signal_path_trace (cable->link->from, FALSE));
  light_hops (self, genlock_signal_path_trace (cable->link->to, TRUE));
}

static void
drop_gone (GenlockCanvas *self)
{
  GenlockPatchScene *scene = genlock_canvas_get_scene (self);
  GHashTableIter iter;
  const char *key;

  g_hash_table_iter_init (&iter, self->selected);
  while (g_hash_table_iter_next (&iter, (gpointer *) &key, NULL))
    if (scene == NULL || (genlock_patch_scene_find_box (scene, key) == NULL
                          && genlock_patch_scene_find_cable (scene, key) == NULL))
      g_hash_table_iter_remove (&iter);
}

/* The paths of few things are shown; of more than that it is the cables at them. */
static void
light_paths (GenlockCanvas *self)
{
  GenlockPatchScene *scene = genlock_canvas_get_scene (self);
  gboolean are_many = g_hash_table_size (self->selected) > MAX_PATHS;

  for (guint i = 0; !are_many && i < scene->boxes->len; i++)
    {
      const GenlockPatchBox *box = scene->boxes->pdata[i];

      if (!box->is_selected)
        continue;

      light_hops (self, genlock_signal_path_trace_node (box->node, FALSE));
      light_hops (self, genlock_signal_path_trace_node (box->node, TRUE));
    }
  for (guint i = 0; i < scene->cables->len; i++)
    {
      GenlockPatchCable *cable = scene->cables->pdata[i];

      if (are_many)
        cable->is_lit = cable->is_selected || cable->from->is_selected || cable->to->is_selected;
      else if (cable->is_selected)
        light_cable (self, cable);
    }
  self->has_path |= are_many;
}

/* Puts down at boxes and cables what is selected and what is on its path. */
void
genlock_canvas_mark (GenlockCanvas *self)
{
  GenlockPatchScene *scene = genlock_canvas_get_scene (self);

  drop_gone (self);
  self->has_path = FALSE;
  for (guint i = 0; scene != NULL && i < scene->boxes->len; i++)
    {
      GenlockPatchBox *box = scene->boxes->pdata[i];

      box->is_selected = g_hash_table_contains (self->selected, box->key);
      box->is_lit = box->is_selected;
    }
  for (guint i = 0; scene != NULL && i < scene->cables->len; i++)
    {
      GenlockPatchCable *cable = scene->cables->pdata[i];

      cable->is_selected = g_hash_table_contains (self->selected, cable->key);
      cable->is_lit = FALSE;
    }
  if (scene != NULL)
    light_paths (self);
  genlock_canvas_mark_waypoint (self);
  genlock_canvas_invalidate (self);
}

static void
selection_changed (GenlockCanvas *self)
{
  genlock_canvas_mark (self);
  genlock_canvas_name_proxy (self);
  genlock_canvas_update_arrange (self);
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

/* Cables of one group are selected together. */
static void
select_group (GenlockCanvas *self,
              const char *key,
              gboolean selected)
{
  const GenlockPatchScene *scene = genlock_canvas_get_scene (self);
  const GenlockPatchCable *cable = scene != NULL ? genlock_patch_scene_find_cable (scene, key)
                                                 : NULL;

  for (guint i = 0; cable != NULL && cable->lead != NULL && i < scene->cables->len; i++)
    {
      const GenlockPatchCable *other = scene->cables->pdata[i];

      if (other->lead != cable->lead)
        continue;

      if (selected)
        g_hash_table_add (self->selected, g_strdup (other->key));
      else
        g_hash_table_remove (self->selected, other->key);
    }
}

void
genlock_canvas_select (GenlockCanvas *self,
                       const char *key,
                       gboolean additive)
{
  g_autofree char *owned = g_strdup (key);
  gboolean selected;

  if (!additive)
    g_hash_table_remove_all (self->selected);
  selected = !g_hash_table_contains (self->selected, owned);
  if (selected)
    g_hash_table_add (self->selected, g_strdup (owned));
  else
    g_hash_table_remove (self->selected, owned);
  select_group (self, owned, selected);
  selection_changed (self);
}

void
genlock_canvas_select_boxes (GenlockCanvas *self,
                             const GPtrArray *boxes)
{
  for (guint i = 0; i < boxes->len; i++)
    {
      const GenlockPatchBox *box = boxes->pdata[i];

      if (!g_hash_table_remove (self->selected, box->key))
        g_hash_table_add (self->selected, g_strdup (box->key));
    }
  if (boxes->len > 0)
    selection_changed (self);
}

void
genlock_canvas_unselect_all (GenlockCanvas *self)
{
  if (g_hash_table_size (self->selected) == 0)
    return;

  g_hash_table_remove_all (self->selected);
  selection_changed (self);
}

/* The focus has to be on something. */
static void
check_focus (GenlockCanvas *self)
{
  GenlockPatchScene *scene = genlock_canvas_get_scene (self);
  GenlockPatchHit hit;

  if (!genlock_canvas_spot_find (self, &self->focus, &hit) && scene != NULL
      && scene->boxes->len > 0)
    genlock_canvas_spot_set (&self->focus, scene->boxes->pdata[0], NULL);
}

/* Changes of the model. */

static void
model_changed_cb (GenlockCanvas *self)
{
  /* What is dragged is of the scene that is gone, and so is what is laid out. */
  genlock_canvas_end_layout (self);
  g_ptr_array_set_size (self->moving, 0);
  g_array_set_size (self->starts, 0);
  if (self->mode == GENLOCK_CANVAS_MOVING || self->mode == GENLOCK_CANVAS_BENDING)
    self->mode = GENLOCK_CANVAS_IDLE;
  genlock_canvas_show_options (self);
  genlock_canvas_forget_verdicts (self);
  genlock_canvas_look_at_targets (self);
  genlock_canvas_mark (self);
  genlock_canvas_update_arrange (self);
  genlock_canvas_fit_first (self);
  genlock_canvas_meet_expected (self);
  check_focus (self);
  genlock_canvas_name_proxy (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* The widget. */

static void
genlock_canvas_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  *minimum = 96;
  *natural = 480;
}

static gboolean
resized_cb (gpointer user_data)
{
  GenlockCanvas *self = user_data;

  self->resized_id = 0;
  g_signal_emit (self, signals[VIEW_CHANGED], 0);
  return G_SOURCE_REMOVE;
}

static void
genlock_canvas_size_allocate (GtkWidget *widget,
                              int width,
                              int height,
                              int baseline)
{
  GenlockCanvas *self = GENLOCK_CANVAS (widget);

  genlock_canvas_fit_first (self);
  genlock_canvas_allocate_proxies (self);
  /* Not now: who looks at it may want another size. */
  if (self->resized_id == 0 && (width != self->seen_width || height != self->seen_height))
    self->resized_id = g_idle_add (resized_cb, self);
  self->seen_width = width;
  self->seen_height = height;
  if (self->menu != NULL)
    gtk_popover_present (self->menu);
  if (self->adder != NULL)
    gtk_popover_present (self->adder);
  if (self->namer != NULL)
    gtk_popover_present (self->namer);
}

/* Tab goes in and out, the arrows stay inside. */
static gboolean
genlock_canvas_focus (GtkWidget *widget,
                      GtkDirectionType direction)
{
  GenlockCanvas *self = GENLOCK_CANVAS (widget);

  if (genlock_canvas_has_focus (self))
    return FALSE;

  return gtk_widget_grab_focus (widget);
}

static gboolean
genlock_canvas_grab_focus (GtkWidget *widget)
{
  GenlockCanvas *self = GENLOCK_CANVAS (widget);

  genlock_canvas_name_proxy (self);
  gtk_widget_queue_allocate (widget);

  return gtk_widget_grab_focus (self->proxies[self->proxy]);
}

static void
genlock_canvas_css_changed (GtkWidget *widget,
                            GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (genlock_canvas_parent_class)->css_changed (widget, change);
  genlock_canvas_invalidate (GENLOCK_CANVAS (widget));
}

static void
genlock_canvas_dispose (GObject *object)
{
  GenlockCanvas *self = GENLOCK_CANVAS (object);

  g_clear_handle_id (&self->judge_id, g_source_remove);
  g_clear_handle_id (&self->keep_id, g_source_remove);
  g_clear_handle_id (&self->resized_id, g_source_remove);
  genlock_canvas_end_menu (self);
  genlock_canvas_end_layout (self);
  genlock_canvas_end_add (self);
  genlock_canvas_end_rename (self);
  for (guint i = 0; i < GENLOCK_CANVAS_N_PROXIES; i++)
    g_clear_pointer (&self->proxies[i], gtk_widget_unparent);
  genlock_canvas_drop_picture (self);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (genlock_canvas_parent_class)->dispose (object);
}

static void
genlock_canvas_finalize (GObject *object)
{
  GenlockCanvas *self = GENLOCK_CANVAS (object);

  g_hash_table_unref (self->selected);
  g_hash_table_unref (self->layouts);
  g_hash_table_unref (self->verdicts);
  g_array_unref (self->starts);
  g_ptr_array_unref (self->moving);
  genlock_canvas_spot_clear (&self->focus);
  genlock_canvas_spot_clear (&self->carried);
  g_free (self->menu_key);
  g_free (self->opened);
  g_free (self->bent);
  g_clear_pointer (&self->matches, g_array_unref);
  g_free (self->splice);
  g_free (self->expected);

  G_OBJECT_CLASS (genlock_canvas_parent_class)->finalize (object);
}

static void
genlock_canvas_class_init (GenlockCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = genlock_canvas_dispose;
  object_class->finalize = genlock_canvas_finalize;
  widget_class->measure = genlock_canvas_measure;
  widget_class->size_allocate = genlock_canvas_size_allocate;
  widget_class->snapshot = genlock_canvas_snapshot;
  widget_class->focus = genlock_canvas_focus;
  widget_class->grab_focus = genlock_canvas_grab_focus;
  widget_class->css_changed = genlock_canvas_css_changed;

  signals[VIEW_CHANGED] = g_signal_new ("view-changed", GENLOCK_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SELECTION_CHANGED] = g_signal_new ("selection-changed", GENLOCK_TYPE_CANVAS,
                                             G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                             0);
  gtk_widget_class_set_css_name (widget_class, "genlock-canvas");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
  genlock_canvas_install_view (widget_class);
  genlock_canvas_install_keys (widget_class);
  genlock_canvas_install_arrange (widget_class);
  genlock_canvas_install_add (widget_class);
  genlock_canvas_install_rename (widget_class);
  genlock_canvas_install_layout (widget_class);
  genlock_canvas_install_menu (widget_class);
  genlock_canvas_install_show (widget_class);
  genlock_canvas_install_waypoints (widget_class);
}

static void
genlock_canvas_init (GenlockCanvas *self)
{
  self->zoom = 1;
  self->minimap = TRUE;
  self->selected = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->layouts = genlock_patch_layouts_new ();
  self->verdicts = g_hash_table_new_full (NULL, NULL, NULL, genlock_canvas_free_verdict);
  self->starts = g_array_new (FALSE, FALSE, sizeof (graphene_point_t));
  self->moving = g_ptr_array_new ();
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  genlock_canvas_make_proxies (self);
  genlock_canvas_add_view (self);
  genlock_canvas_add_waypoints (self);
  genlock_canvas_add_pointer (self);
  genlock_canvas_add_keys (self);
  genlock_canvas_add_menu (self);
  genlock_canvas_add_drop (self);
  genlock_canvas_name_proxy (self);
  g_signal_connect_object (adw_style_manager_get_default (), "notify",
                           G_CALLBACK (genlock_canvas_invalidate), self, G_CONNECT_SWAPPED);
}

GtkWidget *
genlock_canvas_new (void)
{
  return g_object_new (GENLOCK_TYPE_CANVAS, NULL);
}

void
genlock_canvas_set_model (GenlockCanvas *self,
                          GenlockPatchModel *model)
{
  g_return_if_fail (GENLOCK_IS_CANVAS (self));
  g_return_if_fail (model == NULL || GENLOCK_IS_PATCH_MODEL (model));

  if (self->model == model)
    return;

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_func (self->model, model_changed_cb, self);
  g_set_object (&self->model, model);
  if (model != NULL)
    g_signal_connect_object (model, "changed", G_CALLBACK (model_changed_cb), self,
                             G_CONNECT_SWAPPED);
  genlock_canvas_reset (self);
}

void
genlock_canvas_reset (GenlockCanvas *self)
{
  g_return_if_fail (GENLOCK_IS_CANVAS (self));

  self->is_fitted = FALSE;
  genlock_canvas_end_add (self);
  genlock_canvas_end_rename (self);
  g_clear_pointer (&self->expected, g_free);
  genlock_canvas_load_state (self);
  g_hash_table_remove_all (self->selected);
  genlock_canvas_let_go (self);
  genlock_canvas_spot_clear (&self->focus);
  model_changed_cb (self);
}

double
genlock_canvas_get_zoom (GenlockCanvas *self)
{
  g_return_val_if_fail (GENLOCK_IS_CANVAS (self), 1);

  return self->zoom;
}

/* (nullable): of the first cable of a connection. */
static GenlockPatchCable *
find_cable (const GenlockPatchScene *scene,
            const char *id)
{
  for (guint i = 0; i < scene->cables->len; i++)
    {
      GenlockPatchCable *cable = scene->cables->pdata[i];

      if (g_str_equal (genlock_record_get_id (cable->link->row->record), id))
        return cable;
    }

  return NULL;
}

/* Unknown where the canvas shows no boxes of @table. */
static GenlockSignalKind
get_kind (const GenlockTable *table)
{
  if (table == &genlock_sources)
    return GENLOCK_SIGNAL_SOURCE;
  if (table == &genlock_devices)
    return GENLOCK_SIGNAL_DEVICE;

  return table == &genlock_sends ? GENLOCK_SIGNAL_SEND : GENLOCK_SIGNAL_UNKNOWN;
}

GenlockPatchBox *
genlock_canvas_find_box (const GenlockPatchScene *scene,
                         GenlockSignalKind kind,
                         const char *id)
{
  for (guint i = 0; i < scene->boxes->len; i++)
    {
      GenlockPatchBox *box = scene->boxes->pdata[i];

      if (box->node->kind == kind && g_str_equal (box->node->id, id))
        return box;
    }

  return NULL;
}

gboolean
genlock_canvas_go_to_node (GenlockCanvas *self,
                           GenlockSignalKind kind,
                           const char *id)
{
  GenlockPatchScene *scene = genlock_canvas_get_scene (self);
  GenlockPatchBox *box;

  g_return_val_if_fail (GENLOCK_IS_CANVAS (self), FALSE);

  box = scene != NULL ? genlock_canvas_find_box (scene, kind, id) : NULL;
  if (box == NULL)
    return FALSE;

  genlock_canvas_spot_set (&self->focus, box, NULL);
  genlock_canvas_select (self, box->key, FALSE);
  genlock_canvas_reveal (self, &(GenlockPatchArea) { box->x, box->y, box->width, box->height });

  return TRUE;
}

gboolean
genlock_canvas_go_to (GenlockCanvas *self,
                      const GenlockTable *table,
                      const char *id)
{
  GenlockPatchScene *scene = genlock_canvas_get_scene (self);
  GenlockPatchCable *cable;
  GenlockPatchArea area;

  g_return_val_if_fail (GENLOCK_IS_CANVAS (self), FALSE);

  if (table != &genlock_connections)
    return get_kind (table) != GENLOCK_SIGNAL_UNKNOWN
           && genlock_canvas_go_to_node (self, get_kind (table), id);

  cable = scene != NULL ? find_cable (scene, id) : NULL;
  if (cable == NULL)
    return FALSE;

  genlock_patch_cable_get_area (cable, FALSE, &area);
  genlock_canvas_select (self, cable->key, FALSE);
  genlock_canvas_reveal (self, &area);

  return TRUE;
}

static void
add_id (GPtrArray *ids,
        const char *id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_str_equal (ids->pdata[i], id))
      return;

  g_ptr_array_add (ids, g_strdup (id));
}

GPtrArray *
genlock_canvas_list_selected (GenlockCanvas *self,
                              const GenlockTable *table)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  GenlockPatchScene *scene;

  g_return_val_if_fail (GENLOCK_IS_CANVAS (self), ids);

  scene = genlock_canvas_get_scene (self);
  for (guint i = 0; scene != NULL && table != &genlock_connections && i < scene->boxes->len; i++)
    {
      const GenlockPatchBox *box = scene->boxes->pdata[i];

      if (box->is_selected && box->node->kind == get_kind (table))
        add_id (ids, box->node->id);
    }
  for (guint i = 0; scene != NULL && table == &genlock_connections && i < scene->cables->len; i++)
    {
      const GenlockPatchCable *cable = scene->cables->pdata[i];

      if (cable->is_selected)
        add_id (ids, genlock_record_get_id (cable->link->row->record));
    }

  return ids;
}
