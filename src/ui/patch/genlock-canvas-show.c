/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What of boxes and cables is shown: collapsed boxes, free ports, stubs. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ui/common/genlock-toasts.h"
#include "ui/patch/genlock-canvas-private.h"

/* Longer cables are stubs where the patch shows them so: three columns of boxes and their gaps. */
#define LONG_CABLE 1400

enum
{
  PROP_HIDES_FREE = 1,
  PROP_LONG_STUBS,
  PROP_MINIMAP,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

/* Of the whole patch. */

void
genlock_canvas_show_options (GenlockCanvas *self)
{
  GenlockPatchScene *scene = genlock_canvas_get_scene (self);
  GenlockPatchOptions options = { self->hides_free, self->long_stubs ? LONG_CABLE : 0 };
  GenlockPatchBox *opened;

  if (scene == NULL)
    return;

  genlock_patch_scene_set_options (scene, &options);
  opened = genlock_patch_scene_find_box (scene, self->opened);
  if (opened != NULL)
    genlock_patch_scene_open_box (scene, opened, TRUE);
}

static void
options_changed (GenlockCanvas *self,
                 guint property)
{
  genlock_canvas_show_options (self);
  genlock_canvas_invalidate (self);
  genlock_canvas_name_proxy (self);
  genlock_canvas_place_proxy (self);
  genlock_canvas_keep_state (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[property]);
}

gboolean
genlock_canvas_get_hides_free (GenlockCanvas *self)
{
  g_return_val_if_fail (GENLOCK_IS_CANVAS (self), FALSE);

  return self->hides_free;
}

void
genlock_canvas_set_hides_free (GenlockCanvas *self,
                               gboolean hides)
{
  g_return_if_fail (GENLOCK_IS_CANVAS (self));

  if (self->hides_free == hides)
    return;

  self->hides_free = hides;
  options_changed (self, PROP_HIDES_FREE);
}

gboolean
genlock_canvas_get_long_stubs (GenlockCanvas *self)
{
  g_return_val_if_fail (GENLOCK_IS_CANVAS (self), FALSE);

  return self->long_stubs;
}

void
genlock_canvas_set_long_stubs (GenlockCanvas *self,
                               gboolean stubs)
{
  g_return_if_fail (GENLOCK_IS_CANVAS (self));

  if (self->long_stubs == stubs)
    return;

  self->long_stubs = stubs;
  options_changed (self, PROP_LONG_STUBS);
}

gboolean
genlock_canvas_get_minimap (GenlockCanvas *self)
{
  g_return_val_if_fail (GENLOCK_IS_CANVAS (self), FALSE);

  return self->minimap;
}

void
genlock_canvas_set_minimap (GenlockCanvas *self,
                            gboolean minimap)
{
  g_return_if_fail (GENLOCK_IS_CANVAS (self));

  if (self->minimap == minimap)
    return;

  self->minimap = minimap;
  genlock_canvas_keep_state (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MINIMAP]);
}

/* Boxes. */

/* A box with a hidden port under the cable that is laid opens for as long as it is there. */
void
genlock_canvas_open_box (GenlockCanvas *self,
                         GenlockPatchBox *box)
{
  GenlockPatchScene *scene = genlock_canvas_get_scene (self);
  GenlockPatchBox *before;

  if (box != NULL && box->n_hidden == 0 && !box->is_collapsed && !box->is_open)
    box = NULL;
  if (g_strcmp0 (self->opened, box != NULL ? box->key : NULL) == 0)
    return;

  before = scene != NULL ? genlock_patch_scene_find_box (scene, self->opened) : NULL;
  if (before != NULL)
    genlock_patch_scene_open_box (scene, before, FALSE);
  g_free (self->opened);
  self->opened = box != NULL ? g_strdup (box->key) : NULL;
  if (box != NULL)
    genlock_patch_scene_open_box (scene, box, TRUE);
  genlock_canvas_invalidate (self);
}

/* (transfer container): the selected ones, else the one with the focus. */
static GPtrArray *
list_boxes (GenlockCanvas *self)
{
  GPtrArray *boxes = g_ptr_array_new ();
  const GenlockPatchScene *scene = genlock_canvas_get_scene (self);
  GenlockPatchHit hit;

  for (guint i = 0; scene != NULL && i < scene->boxes->len; i++)
    {
      GenlockPatchBox *box = scene->boxes->pdata[i];

      if (box->is_selected)
        g_ptr_array_add (boxes, box);
    }
  if (boxes->len == 0 && genlock_canvas_spot_find (self, &self->focus, &hit))
    g_ptr_array_add (boxes, hit.box);

  return boxes;
}

static void
apply_boxes (GenlockCanvas *self,
             GPtrArray *boxes)
{
  genlock_canvas_apply (self, genlock_patch_model_build_views (self->model, boxes, NULL), NULL);
}

static void
collapse (GenlockCanvas *self,
          GPtrArray *boxes)
{
  gboolean all = TRUE;

  for (guint i = 0; i < boxes->len; i++)
    all = all && ((GenlockPatchBox *) boxes->pdata[i])->view.is_collapsed;
  for (guint i = 0; i < boxes->len; i++)
    ((GenlockPatchBox *) boxes->pdata[i])->view.is_collapsed = !all;
  apply_boxes (self, boxes);
}

static void
collapse_action (GtkWidget *widget,
                 const char *name,
                 GVariant *parameter)
{
  GenlockCanvas *self = GENLOCK_CANVAS (widget);
  g_autoptr (GPtrArray) boxes = list_boxes (self);

  if (boxes->len > 0)
    collapse (self, boxes);
}

/* What the whole patch does needs no word of its own. */
static GenlockViewChoice
choose (GenlockCanvas *self,
        gboolean hides)
{
  if (hides == self->hides_free)
    return GENLOCK_VIEW_USUAL;

  return hides ? GENLOCK_VIEW_YES : GENLOCK_VIEW_NO;
}

static void
hide_free_here_action (GtkWidget *widget,
                       const char *name,
                       GVariant *parameter)
{
  GenlockCanvas *self = GENLOCK_CANVAS (widget);
  g_autoptr (GPtrArray) boxes = list_boxes (self);
  gboolean all = TRUE;

  for (guint i = 0; i < boxes->len; i++)
    all = all && genlock_patch_scene_hides_free (genlock_canvas_get_scene (self),
                                                 boxes->pdata[i]);
  for (guint i = 0; i < boxes->len; i++)
    {
      GenlockPatchBox *box = boxes->pdata[i];

      box->view.hides_free = choose (self, !all);
      box->view.is_collapsed = FALSE;
    }
  if (boxes->len > 0)
    apply_boxes (self, boxes);
}

/* Cables. */

static void
add_cable (GPtrArray *cables,
           GenlockPatchCable *cable)
{
  if (!genlock_patch_cable_is_inside (cable) && !g_ptr_array_find (cables, cable, NULL))
    g_ptr_array_add (cables, cable);
}

/* (transfer container): the selected ones, else those at the port with the focus. */
static GPtrArray *
list_cables (GenlockCanvas *self)
{
  GPtrArray *cables = g_ptr_array_new ();
  const GenlockPatchScene *scene = genlock_canvas_get_scene (self);
  GenlockPatchHit hit = { NULL };

  for (guint i = 0; scene != NULL && i < scene->cables->len; i++)
    {
      GenlockPatchCable *cable = scene->cables->pdata[i];

      if (cable->is_selected)
        add_cable (cables, cable);
    }
  if (cables->len > 0 || !genlock_canvas_spot_find (self, &self->focus, &hit) || hit.port == NULL)
    return cables;

  for (guint i = 0; i < scene->cables->len; i++)
    {
      GenlockPatchCable *cable = scene->cables->pdata[i];

      if (cable->from_port == hit.port || cable->to_port == hit.port)
        add_cable (cables, cable);
    }

  return cables;
}

static void
stub_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  GenlockCanvas *self = GENLOCK_CANVAS (widget);
  g_autoptr (GPtrArray) cables = list_cables (self);
  gboolean all = TRUE;

  if (cables->len == 0)
    {
      genlock_toast (widget, _("Select the cable that is to be shown as a stub"));
      return;
    }

  for (guint i = 0; i < cables->len; i++)
    all = all && ((GenlockPatchCable *) cables->pdata[i])->is_stub;
  for (guint i = 0; i < cables->len; i++)
    genlock_patch_cable_edit_view (cables->pdata[i])->is_stub =
      all ? (self->long_stubs ? GENLOCK_VIEW_NO : GENLOCK_VIEW_USUAL) : GENLOCK_VIEW_YES;
  genlock_canvas_apply (self, genlock_patch_model_build_views (self->model, NULL, cables), NULL);
}

/* Both ends of a cable in turn, wherever they are. */
static void
jump (GenlockCanvas *self,
      GenlockPatchCable *cable,
      GenlockPatchEnd end)
{
  if (end == GENLOCK_PATCH_FROM_END)
    genlock_canvas_focus_on (self, cable->from, cable->from_port, TRUE);
  else
    genlock_canvas_focus_on (self, cable->to, cable->to_port, TRUE);
}

static void
far_end_action (GtkWidget *widget,
                const char *name,
                GVariant *parameter)
{
  GenlockCanvas *self = GENLOCK_CANVAS (widget);
  g_autoptr (GPtrArray) cables = list_cables (self);
  GenlockPatchCable *cable;
  GenlockPatchHit hit = { NULL };

  if (cables->len == 0)
    return;

  cable = cables->pdata[0];
  genlock_canvas_spot_find (self, &self->focus, &hit);
  jump (self, cable, hit.box == cable->to && hit.port == cable->to_port ? GENLOCK_PATCH_FROM_END
                                                                        : GENLOCK_PATCH_TO_END);
}

/* By pointer. */

static gboolean
is_in (const GenlockPatchArea *area,
       double x,
       double y)
{
  return genlock_patch_area_meets (area, &(GenlockPatchArea) { x, y, 0, 0 });
}

gboolean
genlock_canvas_click_part (GenlockCanvas *self,
                           const GenlockPatchHit *hit)
{
  double x = genlock_canvas_to_scene_x (self, self->pointer_x);
  double y = genlock_canvas_to_scene_y (self, self->pointer_y);
  g_autoptr (GPtrArray) boxes = g_ptr_array_new ();
  GenlockPatchArea area;

  if (hit->stub != GENLOCK_PATCH_NO_END)
    {
      genlock_canvas_select (self, hit->cable->key, FALSE);
      jump (self, hit->cable, hit->stub == GENLOCK_PATCH_FROM_END ? GENLOCK_PATCH_TO_END
                                                                  : GENLOCK_PATCH_FROM_END);
      return TRUE;
    }
  if (hit->box == NULL || hit->port != NULL || genlock_canvas_is_folded (self)
      || !genlock_patch_box_has_toggle (hit->box))
    return FALSE;

  g_ptr_array_add (boxes, hit->box);
  genlock_patch_box_get_toggle (hit->box, &area);
  if (is_in (&area, x, y))
    {
      collapse (self, boxes);
      return TRUE;
    }
  if (!genlock_patch_box_get_rest (hit->box, &area) || !is_in (&area, x, y))
    return FALSE;

  hit->box->view.hides_free = choose (self, FALSE);
  apply_boxes (self, boxes);
  return TRUE;
}

/* Properties and actions. */

static void
get_property (GObject *object,
              guint id,
              GValue *value,
              GParamSpec *pspec)
{
  GenlockCanvas *self = GENLOCK_CANVAS (object);

  switch (id)
    {
    case PROP_HIDES_FREE:
      g_value_set_boolean (value, self->hides_free);
      break;

    case PROP_LONG_STUBS:
      g_value_set_boolean (value, self->long_stubs);
      break;

    case PROP_MINIMAP:
      g_value_set_boolean (value, self->minimap);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
set_property (GObject *object,
              guint id,
              const GValue *value,
              GParamSpec *pspec)
{
  GenlockCanvas *self = GENLOCK_CANVAS (object);

  switch (id)
    {
    case PROP_HIDES_FREE:
      genlock_canvas_set_hides_free (self, g_value_get_boolean (value));
      break;

    case PROP_LONG_STUBS:
      genlock_canvas_set_long_stubs (self, g_value_get_boolean (value));
      break;

    case PROP_MINIMAP:
      genlock_canvas_set_minimap (self, g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

void
genlock_canvas_install_show (GtkWidgetClass *widget_class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (widget_class);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = get_property;
  object_class->set_property = set_property;
  props[PROP_HIDES_FREE] = g_param_spec_boolean ("hides-free", NULL, NULL, FALSE, flags);
  props[PROP_LONG_STUBS] = g_param_spec_boolean ("long-stubs", NULL, NULL, FALSE, flags);
  props[PROP_MINIMAP] = g_param_spec_boolean ("minimap", NULL, NULL, TRUE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
  gtk_widget_class_install_property_action (widget_class, "canvas.hide-free", "hides-free");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_h, 0, "canvas.hide-free", NULL);
  gtk_widget_class_install_property_action (widget_class, "canvas.long-stubs", "long-stubs");
  gtk_widget_class_install_property_action (widget_class, "canvas.minimap", "minimap");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_o, 0, "canvas.minimap", NULL);
  gtk_widget_class_install_action (widget_class, "canvas.hide-free-here", NULL,
                                   hide_free_here_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_h, GDK_SHIFT_MASK,
                                       "canvas.hide-free-here", NULL);
  gtk_widget_class_install_action (widget_class, "canvas.collapse", NULL, collapse_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, 0, "canvas.collapse", NULL);
  gtk_widget_class_install_action (widget_class, "canvas.stub", NULL, stub_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, 0, "canvas.stub", NULL);
  gtk_widget_class_install_action (widget_class, "canvas.far-end", NULL, far_end_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_j, 0, "canvas.far-end", NULL);
}
