/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the patch of each show was left: what is in view, and what of it is shown. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <math.h>

#include "ui/common/genlock-state-file.h"
#include "ui/patch/genlock-canvas-private.h"

/* In place of a show: as the last one was left, where a new one begins. */
#define LAST "last"

/* In seconds: the view has stayed. */
#define DELAY 1

static GenlockStateFile file = { "patch.ini" };

static double
get_number (const char *group,
            const char *key)
{
  double number = g_key_file_get_double (genlock_state_file_get_keys (&file), group, key, NULL);

  return isfinite (number) ? number : 0;
}

void
genlock_canvas_load_state (GenlockCanvas *self)
{
  GKeyFile *keys = genlock_state_file_get_keys (&file);
  const char *show = self->model != NULL ? genlock_patch_model_get_production (self->model) : NULL;
  const char *group = show != NULL && g_key_file_has_group (keys, show) ? show : LAST;

  self->has_kept_view = FALSE;
  if (show == NULL)
    return;

  genlock_canvas_set_hides_free (self, g_key_file_get_boolean (keys, group, "hides-free", NULL));
  genlock_canvas_set_long_stubs (self, g_key_file_get_boolean (keys, group, "long-stubs", NULL));
  genlock_canvas_set_minimap (self, !g_key_file_get_boolean (keys, group, "no-minimap", NULL));
  /* Setting them is no wish to keep anything. */
  g_clear_handle_id (&self->keep_id, g_source_remove);
  if (group != show || get_number (group, "zoom") <= 0)
    return;

  self->has_kept_view = TRUE;
  self->kept_zoom = CLAMP (get_number (group, "zoom"), GENLOCK_CANVAS_MIN_ZOOM,
                           GENLOCK_CANVAS_MAX_ZOOM);
  self->kept_x = CLAMP (get_number (group, "x"), -GENLOCK_VIEW_MAX_PLACE, GENLOCK_VIEW_MAX_PLACE);
  self->kept_y = CLAMP (get_number (group, "y"), -GENLOCK_VIEW_MAX_PLACE, GENLOCK_VIEW_MAX_PLACE);
}

static void
write_group (GenlockCanvas *self,
             const char *group)
{
  GKeyFile *keys = genlock_state_file_get_keys (&file);

  g_key_file_remove_group (keys, group, NULL);
  g_key_file_set_boolean (keys, group, "hides-free", self->hides_free);
  g_key_file_set_boolean (keys, group, "long-stubs", self->long_stubs);
  g_key_file_set_boolean (keys, group, "no-minimap", !self->minimap);
}

void
genlock_canvas_save_state (GenlockCanvas *self)
{
  GKeyFile *keys = genlock_state_file_get_keys (&file);
  const char *show = self->model != NULL ? genlock_patch_model_get_production (self->model) : NULL;

  g_clear_handle_id (&self->keep_id, g_source_remove);
  if (show == NULL || !self->is_fitted)
    return;

  write_group (self, LAST);
  write_group (self, show);
  g_key_file_set_double (keys, show, "zoom", self->zoom);
  g_key_file_set_double (keys, show, "x", self->x);
  g_key_file_set_double (keys, show, "y", self->y);
  genlock_state_file_save (&file);
}

static gboolean
keep_cb (gpointer user_data)
{
  GenlockCanvas *self = user_data;

  self->keep_id = 0;
  genlock_canvas_save_state (self);
  return G_SOURCE_REMOVE;
}

void
genlock_canvas_keep_state (GenlockCanvas *self)
{
  if (self->keep_id == 0 && self->is_fitted)
    self->keep_id = g_timeout_add_seconds (DELAY, keep_cb, self);
}

/* In place of everything: as the show was left. */
gboolean
genlock_canvas_restore_view (GenlockCanvas *self)
{
  if (!self->has_kept_view)
    return FALSE;

  self->has_kept_view = FALSE;
  self->zoom = self->kept_zoom;
  genlock_canvas_move_to (self, self->kept_x, self->kept_y);
  return TRUE;
}
