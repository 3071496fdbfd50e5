/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files for the window: dropped on it, chosen, or the sample show. */

#define G_LOG_DOMAIN "genlock-app"

#include "config.h"

#include <glib/gi18n.h>

#include "app/genlock-window-private.h"
#include "ui/common/genlock-toasts.h"
#include "ui/import/genlock-import-dialog.h"
#include "ui/import/genlock-import-job.h"

static gboolean
drop_cb (GenlockWindow *self,
         const GValue *value,
         double x,
         double y)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);

  for (GSList *item = g_value_get_boxed (value); item != NULL; item = item->next)
    g_list_store_append (files, item->data);
  if (g_list_model_get_n_items (G_LIST_MODEL (files)) == 0)
    return FALSE;

  genlock_window_import (self, G_LIST_MODEL (files));
  return TRUE;
}

void
genlock_window_accept_files (GenlockWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
imported_cb (GenlockWindow *self,
             const char *production_id)
{
  if (production_id != NULL)
    genlock_production_list_select (self->shows, production_id);
}

void
genlock_window_import (GenlockWindow *self,
                       GListModel *files)
{
  GenlockImportDialog *dialog;
  gboolean is_new;

  g_return_if_fail (GENLOCK_IS_WINDOW (self));

  if (self->store == NULL || !genlock_store_get_writable (self->store))
    {
      genlock_toast (GTK_WIDGET (self),
                     _("Nothing can be imported while the database is open for reading only"));
      return;
    }

  dialog = genlock_import_dialog_present (GTK_WINDOW (self), self->store, files, &is_new);
  if (is_new)
    g_signal_connect_object (dialog, "imported", G_CALLBACK (imported_cb), self,
                             G_CONNECT_SWAPPED);
}

#define SAMPLE "/org/genlock/Genlock/app/sample-show.genlock"

/* The sample show on its way. */
typedef struct
{
  GenlockWindow *window; /* owned */
  GenlockStore *store; /* owned */
  char *id; /* owned, nullable */
  char *name; /* owned, nullable */
} Sample;

static void
sample_free (Sample *sample)
{
  g_clear_object (&sample->window);
  g_clear_object (&sample->store);
  g_free (sample->id);
  g_free (sample->name);
  g_free (sample);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Sample, sample_free)

static void
sample_made_cb (GObject *source,
                GAsyncResult *result,
                gpointer user_data)
{
  g_autoptr (Sample) sample = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GenlockChanges) changes = genlock_import_job_apply_finish (result, &error);
  g_autofree char *words = NULL;

  genlock_window_update_actions (sample->window);
  if (changes == NULL)
    {
      genlock_toast_error (GTK_WIDGET (sample->window), error);
      return;
    }
  if (sample->window->store != sample->store)
    return;

  imported_cb (sample->window, sample->id);
  if (genlock_changes_get_length (changes) == 0)
    return;

  words = g_strdup_printf (_("“%s” added"), sample->name);
  genlock_toast_undo (GTK_WIDGET (sample->window), words, genlock_changes_get_step (changes));
}

static void
sample_read_cb (GObject *source,
                GAsyncResult *result,
                gpointer user_data)
{
  g_autoptr (Sample) sample = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GenlockImportPlan) plan = genlock_import_job_run_finish (result, &error);
  g_autoptr (GenlockImportJob) applying = NULL;
  GenlockImportShow *show;

  if (plan == NULL)
    {
      genlock_window_update_actions (sample->window);
      genlock_toast_error (GTK_WIDGET (sample->window), error);
      return;
    }

  show = g_ptr_array_index (genlock_import_plan_get_shows (plan), 0);
  sample->id = g_strdup (genlock_record_get_id (show->production->record));
  sample->name = g_strdup (genlock_record_get_name (show->production->record));
  applying = genlock_import_job_new_plan (sample->store, plan, FALSE);
  genlock_import_job_apply_async (applying, NULL, sample_made_cb, g_steal_pointer (&sample));
}

/* Its ids are fixed, so that it never comes twice; what somebody changed in it stays. */
void
genlock_window_open_sample (GenlockWindow *self)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GenlockImportJob) job = NULL;
  Sample *sample;

  g_return_if_fail (GENLOCK_IS_WINDOW (self));

  bytes = g_resources_lookup_data (SAMPLE, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_return_if_fail (bytes != NULL && self->store != NULL);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.sample", FALSE);
  sample = g_new0 (Sample, 1);
  sample->window = g_object_ref (self);
  sample->store = g_object_ref (self->store);
  job = genlock_import_job_new_bytes (self->store, "sample-show.genlock", bytes);
  genlock_import_job_run_async (job, NULL, sample_read_cb, sample);
}
