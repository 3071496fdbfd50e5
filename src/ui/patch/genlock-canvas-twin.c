/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cables that were selected in their list, selected on the canvas. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include "ui/patch/genlock-canvas-private.h"

#define WANTED_KEY "genlock-canvas-wanted"

static gboolean
is_wanted (const GenlockPatchCable *cable,
           GPtrArray *ids)
{
  const char *id = genlock_record_get_id (cable->link->row->record);

  for (guint i = 0; i < ids->len; i++)
    if (g_str_equal (ids->pdata[i], id))
      return TRUE;

  return FALSE;
}

/* Returns: whether any of them is there */
static gboolean
select_cables (GenlockCanvas *self,
               GPtrArray *ids)
{
  GenlockPatchScene *scene = genlock_canvas_get_scene (self);
  GenlockPatchArea area;
  gboolean any = FALSE;

  for (guint i = 0; scene != NULL && i < scene->cables->len; i++)
    {
      GenlockPatchCable *cable = scene->cables->pdata[i];

      if (!is_wanted (cable, ids))
        continue;

      /* A group is selected as one. */
      if (!any || !g_hash_table_contains (self->selected, cable->key))
        genlock_canvas_select (self, cable->key, any);
      if (!any)
        genlock_patch_cable_get_area (cable, FALSE, &area);
      any = TRUE;
    }

  if (any)
    genlock_canvas_reveal (self, &area);
  return any;
}

static void
model_changed_cb (GenlockCanvas *self)
{
  GPtrArray *ids = g_object_get_data (G_OBJECT (self), WANTED_KEY);

  if (ids == NULL || select_cables (self, ids))
    {
      g_signal_handlers_disconnect_by_func (self->model, model_changed_cb, self);
      g_object_set_data (G_OBJECT (self), WANTED_KEY, NULL);
    }
}

void
genlock_canvas_select_connections (GenlockCanvas *self,
                                   GPtrArray *ids)
{
  g_return_if_fail (GENLOCK_IS_CANVAS (self));

  if (ids->len == 0 || select_cables (self, ids) || self->model == NULL)
    return;

  /* The patch may still be read. */
  if (g_object_get_data (G_OBJECT (self), WANTED_KEY) == NULL)
    g_signal_connect_object (self->model, "changed", G_CALLBACK (model_changed_cb), self,
                             G_CONNECT_AFTER | G_CONNECT_SWAPPED);
  g_object_set_data_full (G_OBJECT (self), WANTED_KEY, g_ptr_array_ref (ids),
                          (GDestroyNotify) g_ptr_array_unref);
}
