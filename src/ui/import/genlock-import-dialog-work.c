/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The import window at work: reading files, writing rows. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "core/schema/genlock-productions.h"
#include "ui/common/genlock-error-words.h"
#include "ui/common/genlock-toasts.h"
#include "ui/import/genlock-import-dialog-private.h"
#include "ui/import/genlock-import-words.h"

/* Work that takes longer shows its bar; and how often that moves. */
#define WORK_MS 200
#define PROGRESS_MS 100

void
genlock_import_dialog_stop_timeouts (GenlockImportDialog *self)
{
  g_clear_handle_id (&self->work_timeout, g_source_remove);
  g_clear_handle_id (&self->progress_timeout, g_source_remove);
}

static gboolean
work_timeout_cb (gpointer user_data)
{
  GenlockImportDialog *self = user_data;

  self->work_timeout = 0;
  genlock_import_dialog_show_page (self, "work");

  return G_SOURCE_REMOVE;
}

static gboolean
progress_timeout_cb (gpointer user_data)
{
  GenlockImportDialog *self = user_data;
  GenlockImportJob *job = self->applying != NULL ? self->applying : self->job;
  double fraction = job != NULL ? genlock_import_job_get_fraction (job) : 0;

  /* After the last byte comes the comparison, of which nobody knows how long it takes. */
  if (fraction > 0 && fraction < 1)
    gtk_progress_bar_set_fraction (self->progress, fraction);
  else
    gtk_progress_bar_pulse (self->progress);

  return G_SOURCE_CONTINUE;
}

/* What is under way from now on, in words, with a bar where it takes its time. */
static void
begin_work (GenlockImportDialog *self,
            const char *title,
            const char *description)
{
  g_autofree char *markup = g_markup_escape_text (description, -1);

  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  adw_status_page_set_title (self->work_page, title);
  adw_status_page_set_description (self->work_page, markup);
  gtk_progress_bar_set_fraction (self->progress, 0);
  genlock_import_dialog_stop_timeouts (self);
  self->work_timeout = g_timeout_add (WORK_MS, work_timeout_cb, self);
  self->progress_timeout = g_timeout_add (PROGRESS_MS, progress_timeout_cb, self);
}

static gboolean
is_closed (GenlockImportDialog *self)
{
  return !gtk_widget_get_visible (GTK_WIDGET (self));
}

static void
show_error (GenlockImportDialog *self,
            const char *title,
            const GError *error)
{
  g_autofree char *sentence = genlock_error_dup_sentence (error);
  g_autofree char *markup = g_markup_escape_text (sentence, -1);

  adw_status_page_set_title (self->error_page, title);
  adw_status_page_set_description (self->error_page, markup);
  genlock_import_dialog_show_page (self, "error");
}

/* "shows.json", "SOURCES.csv and 2 more files" */
static char *
dup_file_names (GenlockImportDialog *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->files));
  g_autoptr (GFile) file = g_list_model_get_item (G_LIST_MODEL (self->files), 0);
  g_autofree char *base = file != NULL ? g_file_get_basename (file) : g_strdup ("");
  g_autofree char *name = g_filename_display_name (base);

  if (n <= 1)
    return g_steal_pointer (&name);

  /* Translators: the name of a file, and how many others */
  return g_strdup_printf (ngettext ("%s and %u more file", "%s and %u more files", n - 1), name,
                          n - 1);
}

/* Where somebody stopped, they see what they saw before. */
static void
show_before (GenlockImportDialog *self)
{
  genlock_import_dialog_show_page (self, self->plan != NULL ? "preview" : "choose");
}

/* The show to look at: the first that something was imported into. */
static const char *
find_show (const GenlockChanges *changes)
{
  for (guint i = 0; i < genlock_changes_get_length (changes); i++)
    {
      const GenlockChange *change = genlock_changes_get (changes, i);

      if (change->table == &genlock_productions)
        return change->id;
      if (change->production_id != NULL)
        return change->production_id;
    }

  return NULL;
}

void
genlock_import_dialog_say_done (GenlockImportDialog *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (parent != NULL && self->words != NULL)
    genlock_toast_undo (GTK_WIDGET (parent), self->words, self->step);
  g_clear_pointer (&self->words, g_free);
}

static void
show_done (GenlockImportDialog *self,
           GenlockChanges *changes)
{
  GenlockImportReport *report = genlock_import_plan_get_report (self->plan);
  guint n_lost = genlock_import_report_count (report, GENLOCK_IMPORT_LOST);
  GString *text = g_string_new (NULL);
  g_autofree char *rows = genlock_import_words_dup_rows (changes, G_MAXUINT);
  g_autofree char *markup = NULL;

  if (*rows != '\0')
    g_string_append_printf (text, _("%s imported."), rows);
  if (n_lost > 0)
    {
      g_string_append (text, text->len > 0 ? "\n" : "");
      g_string_append_printf (text,
                              ngettext ("%u value did not carry over. The report names it.",
                                        "%u values did not carry over. The report names them.",
                                        n_lost), n_lost);
    }
  markup = g_markup_escape_text (text->str, -1);
  g_string_free (text, TRUE);
  adw_status_page_set_title (self->done_page, _("Imported"));
  adw_status_page_set_description (self->done_page, markup);
  genlock_import_dialog_show_page (self, "done");
}

static void
applied_cb (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (GenlockImportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GenlockChanges) changes = genlock_import_job_apply_finish (result, &error);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  genlock_import_dialog_stop_timeouts (self);
  g_clear_pointer (&self->applying, genlock_import_job_unref);
  if (changes != NULL)
    {
      self->words = genlock_import_words_dup_done (self->plan, changes);
      self->step = genlock_changes_get_step (changes);
      g_signal_emit_by_name (self, "imported", find_show (changes));
      show_done (self, changes);
    }
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      genlock_import_preview_set_plan (self->preview, self->plan, NULL);
      show_before (self);
    }
  else if (is_closed (self) && parent != NULL)
    genlock_toast_error (GTK_WIDGET (parent), error);
  else
    show_error (self, _("Nothing was imported"), error);

  if (is_closed (self))
    genlock_import_dialog_say_done (self);
}

void
genlock_import_dialog_apply (GenlockImportDialog *self)
{
  g_autofree char *name = dup_file_names (self);

  /* From here on the plan is the worker's. */
  genlock_import_preview_set_plan (self->preview, NULL, NULL);
  self->applying = genlock_import_job_new_plan (self->store, self->plan, TRUE);
  begin_work (self, _("Importing…"), name);
  genlock_import_dialog_show_page (self, "work");
  genlock_import_job_apply_async (self->applying, self->cancellable, applied_cb,
                                  g_object_ref (self));
}

static void
take_plan (GenlockImportDialog *self,
           GenlockImportPlan *plan)
{
  g_clear_pointer (&self->plan, genlock_import_plan_unref);
  self->plan = plan;
  genlock_import_preview_set_plan (self->preview, plan, genlock_import_job_get_shows (self->job));
  genlock_import_dialog_show_page (self, "preview");
}

static void
read_cb (GObject *source,
         GAsyncResult *result,
         gpointer user_data)
{
  g_autoptr (GenlockImportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  GenlockImportPlan *plan = genlock_import_job_run_finish (result, &error);
  gboolean apply = self->apply_next;

  /* Other files were chosen meanwhile. */
  if (self->job == NULL || g_task_get_task_data (G_TASK (result)) != (gpointer) self->job
      || is_closed (self))
    {
      g_clear_pointer (&plan, genlock_import_plan_unref);
      return;
    }

  genlock_import_dialog_stop_timeouts (self);
  self->apply_next = FALSE;
  if (plan != NULL)
    take_plan (self, plan);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_before (self);
  else
    show_error (self, _("This cannot be imported"), error);
  g_clear_pointer (&self->job, genlock_import_job_unref);
  if (plan != NULL && apply)
    genlock_import_dialog_apply (self);
}

void
genlock_import_dialog_read (GenlockImportDialog *self,
                            gboolean apply)
{
  GenlockImportOptions options;
  g_autofree char *names = dup_file_names (self);

  self->apply_next = apply;
  genlock_import_preview_get_options (self->preview, &options);
  g_cancellable_cancel (self->cancellable);
  g_clear_pointer (&self->job, genlock_import_job_unref);
  self->job = genlock_import_job_new (self->store, G_LIST_MODEL (self->files), &options);
  begin_work (self, _("Reading…"), names);
  genlock_import_job_run_async (self->job, self->cancellable, read_cb, g_object_ref (self));
}
