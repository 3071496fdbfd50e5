/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is dragged onto the canvas: rows of the show to their place, equipment as a new device. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include "core/schema/genlock-devices.h"
#include "core/schema/genlock-equipment-specs.h"
#include "core/schema/genlock-sends.h"
#include "core/schema/genlock-sources.h"
#include "ui/patch/genlock-canvas-private.h"

/* Between boxes that are dropped together, in pixels at 100 %. */
#define GAP 24

/* Of a box of usual size, with a gap above and below. */
#define ROOM_WIDTH 344
#define ROOM_HEIGHT 136

static GenlockSignalKind
get_kind (const GenlockTable *table)
{
  if (table == &genlock_sources)
    return GENLOCK_SIGNAL_SOURCE;
  if (table == &genlock_devices)
    return GENLOCK_SIGNAL_DEVICE;

  return table == &genlock_sends ? GENLOCK_SIGNAL_SEND : GENLOCK_SIGNAL_UNKNOWN;
}

/* Whether @rows can be dropped here. */
static gboolean
is_for_us (GenlockCanvas *self,
           const GenlockDragRows *rows)
{
  const char *production =
    self->model != NULL ? genlock_patch_model_get_production (self->model) : NULL;

  if (production == NULL || !genlock_patch_model_is_ready (self->model)
      || !genlock_store_get_writable (genlock_patch_model_get_store (self->model)))
    return FALSE;

  return rows->table == &genlock_equipment_specs
         || (get_kind (rows->table) != GENLOCK_SIGNAL_UNKNOWN
             && g_strcmp0 (rows->production_id, production) == 0);
}

/* (nullable): what is dragged, where it can be dropped here. */
static const GenlockDragRows *
get_rows (GenlockCanvas *self,
          const GValue *value)
{
  const GenlockDragRows *rows = value != NULL ? g_value_get_boxed (value) : NULL;

  return rows != NULL && is_for_us (self, rows) ? rows : NULL;
}

/* (nullable): the cable that what is dragged would be put into. */
static const GenlockPatchCable *
find_cable (GenlockCanvas *self,
            const GenlockDragRows *rows,
            double x,
            double y)
{
  GenlockPatchHit hit;

  if (rows->table != &genlock_equipment_specs || rows->ids->len != 1
      || !genlock_canvas_hit (self, x, y, &hit) || hit.cable == NULL
      || genlock_patch_cable_is_inside (hit.cable))
    return NULL;

  return hit.cable;
}

static GdkDragAction
motion_cb (GtkDropTarget *target,
           double x,
           double y,
           GenlockCanvas *self)
{
  const GenlockDragRows *rows = get_rows (self, gtk_drop_target_get_value (target));

  genlock_canvas_set_splice (self, rows != NULL ? find_cable (self, rows, x, y) : NULL);
  return rows != NULL ? GDK_ACTION_COPY : 0;
}

static void
leave_cb (GtkDropTarget *target,
          GenlockCanvas *self)
{
  genlock_canvas_set_splice (self, NULL);
}

/* One below the other, the first one under the pointer. */
static void
drop_boxes (GenlockCanvas *self,
            const GenlockDragRows *rows,
            double x,
            double y)
{
  GenlockPatchScene *scene = genlock_canvas_get_scene (self);
  g_autoptr (GPtrArray) boxes = g_ptr_array_new ();

  y -= GENLOCK_PATCH_HEAD / 2.0;
  genlock_canvas_unselect_all (self);
  for (guint i = 0; i < rows->ids->len; i++)
    {
      GenlockPatchBox *box = genlock_canvas_find_box (scene, get_kind (rows->table),
                                                      rows->ids->pdata[i]);

      if (box == NULL)
        continue;

      box->x = genlock_patch_snap (x - box->width / 2);
      box->y = genlock_patch_snap (y);
      y += box->height + GAP;
      g_ptr_array_add (boxes, box);
      genlock_canvas_select (self, box->key, TRUE);
    }
  if (boxes->len == 0)
    return;

  genlock_canvas_focus_on (self, boxes->pdata[0], NULL, FALSE);
  genlock_canvas_apply_places (self, boxes);
}

static void
take (GenlockCanvas *self,
      const GenlockDragRows *rows,
      double x,
      double y)
{
  genlock_canvas_let_go (self);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (rows->table == &genlock_equipment_specs)
    genlock_canvas_drop_specs (self, rows, x, y);
  else
    drop_boxes (self, rows, x, y);
}

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue *value,
         double x,
         double y,
         GenlockCanvas *self)
{
  const GenlockDragRows *rows = get_rows (self, value);

  if (rows == NULL)
    return FALSE;

  genlock_canvas_set_splice (self, find_cable (self, rows, x, y));
  take (self, rows, genlock_canvas_to_scene_x (self, x), genlock_canvas_to_scene_y (self, y));
  genlock_canvas_set_splice (self, NULL);
  return TRUE;
}

void
genlock_canvas_add_drop (GenlockCanvas *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GENLOCK_TYPE_DRAG_ROWS, GDK_ACTION_COPY);

  gtk_drop_target_set_preload (target, TRUE);
  g_signal_connect (target, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (target, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/* Down from the middle of what is seen to where a box has room, if there is such a place. */
static void
find_room (GenlockCanvas *self,
           double *x,
           double *y)
{
  const GenlockPatchScene *scene = genlock_canvas_get_scene (self);
  GenlockPatchArea view;
  gboolean is_free = FALSE;

  genlock_canvas_get_view (self, &view);
  *x = view.x + view.width / 2;
  for (*y = view.y + view.height / 2; *y < view.y + view.height; *y += GAP)
    {
      GenlockPatchArea room = { *x - ROOM_WIDTH / 2, *y - GENLOCK_PATCH_HEAD, ROOM_WIDTH,
                                ROOM_HEIGHT };

      is_free = TRUE;
      for (guint i = 0; is_free && i < scene->boxes->len; i++)
        {
          const GenlockPatchBox *box = scene->boxes->pdata[i];
          GenlockPatchArea taken = { box->x, box->y, box->width, box->height };

          is_free = !genlock_patch_area_meets (&room, &taken);
        }
      if (is_free)
        return;
    }
  *y = view.y + view.height / 2;
}

void
genlock_canvas_take (GenlockCanvas *self,
                     const GenlockDragRows *rows)
{
  double x, y;

  g_return_if_fail (GENLOCK_IS_CANVAS (self));
  g_return_if_fail (rows != NULL);

  if (!is_for_us (self, rows))
    return;

  find_room (self, &x, &y);
  take (self, rows, x, y);
}
