/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Putting boxes of the canvas in line. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <math.h>

#include "ui/patch/genlock-canvas-private.h"

/* Two lie in line with each other; between two there is one gap. */
#define MIN_ALIGN 2
#define MIN_DISTRIBUTE 3

static const struct
{
  const char *word;
  guint key;
} edges[] = {
  [GENLOCK_PATCH_LEFT] = { "left", GDK_KEY_Left },
  [GENLOCK_PATCH_CENTER] = { "center", GDK_KEY_c },
  [GENLOCK_PATCH_RIGHT] = { "right", GDK_KEY_Right },
  [GENLOCK_PATCH_TOP] = { "top", GDK_KEY_Up },
  [GENLOCK_PATCH_MIDDLE] = { "middle", GDK_KEY_m },
  [GENLOCK_PATCH_BOTTOM] = { "bottom", GDK_KEY_Down },
};

GPtrArray *
genlock_canvas_list_boxes (GenlockCanvas *self)
{
  const GenlockPatchScene *scene = genlock_canvas_get_scene (self);
  GPtrArray *boxes = g_ptr_array_new ();

  for (guint i = 0; scene != NULL && i < scene->boxes->len; i++)
    if (((GenlockPatchBox *) scene->boxes->pdata[i])->is_selected)
      g_ptr_array_add (boxes, scene->boxes->pdata[i]);

  return boxes;
}

GenlockPatchCable *
genlock_canvas_get_selected_cable (GenlockCanvas *self)
{
  GHashTableIter iter;
  const char *key;
  const GenlockPatchScene *scene = genlock_canvas_get_scene (self);

  if (scene == NULL || g_hash_table_size (self->selected) != 1)
    return NULL;

  g_hash_table_iter_init (&iter, self->selected);
  g_hash_table_iter_next (&iter, (gpointer *) &key, NULL);
  return genlock_patch_scene_find_cable (scene, key);
}

void
genlock_canvas_apply_places (GenlockCanvas *self,
                             GPtrArray *boxes)
{
  genlock_canvas_invalidate (self);
  genlock_canvas_place_proxy (self);
  genlock_canvas_apply (self, genlock_patch_model_build_move (self->model, boxes), NULL);
}

static void
align_action (GtkWidget *widget,
              const char *name,
              GVariant *parameter)
{
  GenlockCanvas *self = GENLOCK_CANVAS (widget);
  g_autoptr (GPtrArray) boxes = genlock_canvas_list_boxes (self);
  const char *word = g_variant_get_string (parameter, NULL);

  if (boxes->len < MIN_ALIGN)
    return;

  for (guint edge = 0; edge < G_N_ELEMENTS (edges); edge++)
    if (g_str_equal (word, edges[edge].word))
      {
        genlock_patch_align (boxes, edge);
        genlock_canvas_apply_places (self, boxes);
      }
}

static void
distribute_action (GtkWidget *widget,
                   const char *name,
                   GVariant *parameter)
{
  GenlockCanvas *self = GENLOCK_CANVAS (widget);
  g_autoptr (GPtrArray) boxes = genlock_canvas_list_boxes (self);

  if (boxes->len < MIN_DISTRIBUTE)
    return;

  genlock_patch_distribute (boxes, g_str_equal (g_variant_get_string (parameter, NULL),
                                                "vertical"));
  genlock_canvas_apply_places (self, boxes);
}

void
genlock_canvas_install_arrange (GtkWidgetClass *widget_class)
{
  GdkModifierType modifiers = GDK_CONTROL_MASK | GDK_SHIFT_MASK;

  gtk_widget_class_install_action (widget_class, "canvas.align", "s", align_action);
  for (guint i = 0; i < G_N_ELEMENTS (edges); i++)
    gtk_widget_class_add_binding_action (widget_class, edges[i].key, modifiers, "canvas.align",
                                         "s", edges[i].word);
  gtk_widget_class_install_action (widget_class, "canvas.distribute", "s", distribute_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_h, modifiers, "canvas.distribute",
                                       "s", "horizontal");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, modifiers, "canvas.distribute",
                                       "s", "vertical");
}

void
genlock_canvas_update_arrange (GenlockCanvas *self)
{
  g_autoptr (GPtrArray) boxes = genlock_canvas_list_boxes (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "canvas.align", boxes->len >= MIN_ALIGN);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "canvas.distribute",
                                 boxes->len >= MIN_DISTRIBUTE);
}

void
genlock_canvas_append_guides (GenlockCanvas *self,
                              GtkSnapshot *snapshot,
                              const GdkRGBA *color)
{
  g_autoptr (GArray) guides = NULL;
  GenlockPatchArea view;

  genlock_canvas_get_view (self, &view);
  guides = genlock_patch_guides_list (genlock_canvas_get_scene (self), &view, &self->snap);
  for (guint i = 0; i < guides->len; i++)
    {
      const GenlockPatchGuide *guide = &g_array_index (guides, GenlockPatchGuide, i);
      double x1 = genlock_canvas_to_widget_x (self, MIN (guide->x1, guide->x2));
      double y1 = genlock_canvas_to_widget_y (self, MIN (guide->y1, guide->y2));
      double x2 = genlock_canvas_to_widget_x (self, MAX (guide->x1, guide->x2));
      double y2 = genlock_canvas_to_widget_y (self, MAX (guide->y1, guide->y2));

      gtk_snapshot_append_color (snapshot, color,
                                 &GRAPHENE_RECT_INIT ((float) round (x1), (float) round (y1),
                                                      (float) MAX (1, x2 - x1),
                                                      (float) MAX (1, y2 - y1)));
    }
}
