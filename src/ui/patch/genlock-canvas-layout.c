/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Laying out boxes of the canvas, on a person's word. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ui/common/genlock-toasts.h"
#include "ui/patch/genlock-canvas-private.h"
#include "ui/patch/genlock-patch-layout.h"

typedef struct
{
  GenlockPatchLayout *layout; /* owned */
  gboolean fit; /* whether all of it comes into view */
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  genlock_patch_layout_free (work->layout);
  g_free (work);
}

static void
finish (GenlockCanvas *self,
        const Work *work)
{
  g_autoptr (GPtrArray) boxes =
    genlock_patch_layout_apply (work->layout, genlock_canvas_get_scene (self));
  guint n = boxes->len;

  self->is_fitted = !work->fit;
  genlock_canvas_invalidate (self);
  genlock_canvas_place_proxy (self);
  genlock_canvas_apply (self, genlock_patch_model_build_move (self->model, boxes),
                        g_strdup_printf (ngettext ("%u box laid out", "%u boxes laid out", n), n));
}

static void
run_thread (GTask *task,
            gpointer source,
            gpointer task_data,
            GCancellable *cancellable)
{
  genlock_patch_layout_run (((Work *) task_data)->layout, cancellable);
  g_task_return_boolean (task, TRUE);
}

static void
run_cb (GObject *source,
        GAsyncResult *result,
        gpointer user_data)
{
  GenlockCanvas *self = GENLOCK_CANVAS (source);

  /* Cancelled: the show is another by now. */
  if (!g_task_propagate_boolean (G_TASK (result), NULL))
    return;

  g_clear_object (&self->laying_out);
  finish (self, g_task_get_task_data (G_TASK (result)));
}

gboolean
genlock_canvas_end_layout (GenlockCanvas *self)
{
  if (self->laying_out == NULL)
    return FALSE;

  g_cancellable_cancel (self->laying_out);
  g_clear_object (&self->laying_out);
  return TRUE;
}

/* @again: (element-type GenlockPatchBox): what is laid out, around all else */
static void
lay_out (GenlockCanvas *self,
         GHashTable *again,
         gboolean fit)
{
  GenlockPatchScene *scene = genlock_canvas_get_scene (self);
  /* All that is not among @again stays, whether somebody has put it there or not. */
  g_autoptr (GHashTable) fixed = genlock_patch_places_new ();
  g_autoptr (GTask) task = NULL;
  Work *work = g_new0 (Work, 1);

  for (guint i = 0; i < scene->boxes->len; i++)
    g_hash_table_insert (fixed, g_strdup (((GenlockPatchBox *) scene->boxes->pdata[i])->key), NULL);
  genlock_canvas_end_layout (self);
  work->fit = fit;
  work->layout = genlock_patch_layout_new (scene, fixed, again);
  self->laying_out = g_cancellable_new ();
  task = g_task_new (self, self->laying_out, run_cb, NULL);
  g_task_set_source_tag (task, lay_out);
  g_task_set_task_data (task, work, work_free);
  g_task_run_in_thread (task, run_thread);
}

/* What is selected; where nothing is, what nobody has placed yet. */
static void
lay_out_action (GtkWidget *widget,
                const char *name,
                GVariant *parameter)
{
  GenlockCanvas *self = GENLOCK_CANVAS (widget);
  const GenlockPatchScene *scene = genlock_canvas_get_scene (self);
  g_autoptr (GPtrArray) selected = genlock_canvas_list_boxes (self);
  g_autoptr (GHashTable) again = g_hash_table_new (NULL, NULL);

  for (guint i = 0; scene != NULL && i < scene->boxes->len; i++)
    {
      GenlockPatchBox *box = scene->boxes->pdata[i];

      if (selected->len > 0 ? box->is_selected : !box->is_placed)
        g_hash_table_add (again, box);
    }
  if (g_hash_table_size (again) > 0)
    lay_out (self, again, FALSE);
  else
    genlock_toast (widget, _("Every box has its place. Select some to lay them out anew, or press "
                             "Shift+L to lay out everything."));
}

static void
lay_out_all_action (GtkWidget *widget,
                    const char *name,
                    GVariant *parameter)
{
  GenlockCanvas *self = GENLOCK_CANVAS (widget);
  const GenlockPatchScene *scene = genlock_canvas_get_scene (self);
  g_autoptr (GHashTable) again = g_hash_table_new (NULL, NULL);

  for (guint i = 0; scene != NULL && i < scene->boxes->len; i++)
    g_hash_table_add (again, scene->boxes->pdata[i]);
  if (g_hash_table_size (again) > 0)
    lay_out (self, again, TRUE);
}

void
genlock_canvas_install_layout (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "canvas.lay-out", NULL, lay_out_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_l, 0, "canvas.lay-out", NULL);
  gtk_widget_class_install_action (widget_class, "canvas.lay-out-all", NULL, lay_out_all_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_l, GDK_SHIFT_MASK,
                                       "canvas.lay-out-all", NULL);
}
