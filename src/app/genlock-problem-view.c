/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why the database cannot be opened, and what can be done. */

#define G_LOG_DOMAIN "genlock-app"

#include "config.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "app/genlock-problem-view.h"
#include "core/store/genlock-maintenance.h"
#include "core/store/genlock-store.h"
#include "ui/common/genlock-error-words.h"
#include "ui/common/genlock-toasts.h"

struct _GenlockProblemView
{
  GtkWidget parent_instance;

  char *database; /* owned */

  GtkWidget *box;
  AdwStatusPage *status;
  GtkLabel *path;
  GtkWidget *buttons;
  GtkWidget *retry;
  GtkWidget *read_only;
  GtkWidget *salvage;
  GtkRevealer *working;
  GtkLabel *working_label;
  AdwPreferencesGroup *backups;
};

G_DEFINE_FINAL_TYPE (GenlockProblemView, genlock_problem_view, GTK_TYPE_WIDGET)

/* More rows than this are no help. */
#define MAX_BACKUPS 20

/* What is done in a worker: a backup put back, or what can be read saved. */
typedef struct
{
  char *database; /* owned */
  char *backup; /* owned, nullable: NULL salvages */
  guint64 n_rows;
  guint n_problems;
} Work;

static void
work_free (Work *work)
{
  g_free (work->database);
  g_free (work->backup);
  g_free (work);
}

/* Saves what can be read into a file beside the database, then puts that in its place. */
static gboolean
salvage_database (Work *work,
                  GError **error)
{
  g_autofree char *target = g_strconcat (work->database, ".salvaged", NULL);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);

  /* A rest of an attempt that was ended half way. */
  g_unlink (target);
  if (!genlock_database_salvage (work->database, target, &work->n_rows, problems, error))
    return FALSE;

  work->n_problems = problems->len;
  if (!genlock_database_restore (work->database, target, error))
    return FALSE;

  g_unlink (target);
  return TRUE;
}

static void
work_thread (GTask *task,
             gpointer source,
             gpointer task_data,
             GCancellable *cancellable)
{
  Work *work = task_data;
  GError *error = NULL;
  gboolean done;

  if (work->backup != NULL)
    done = genlock_database_restore (work->database, work->backup, &error);
  else
    done = salvage_database (work, &error);

  if (done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
set_working (GenlockProblemView *self,
             const char *words)
{
  if (words != NULL)
    gtk_label_set_label (self->working_label, words);
  gtk_revealer_set_reveal_child (self->working, words != NULL);
  gtk_widget_set_sensitive (self->buttons, words == NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->backups), words == NULL);
}

static void
tell (GenlockProblemView *self,
      Work *work)
{
  /* A catalogue knows no macro in the middle of a text. */
  guint n_rows = (guint) MIN (work->n_rows, G_MAXUINT);
  g_autofree char *rows = NULL;
  g_autofree char *words = NULL;

  if (work->backup != NULL)
    {
      genlock_toast (GTK_WIDGET (self), _("The backup is back in place"));
      return;
    }

  rows = g_strdup_printf (ngettext ("%u row saved", "%u rows saved", n_rows), n_rows);
  if (work->n_problems > 0)
    words = g_strdup_printf (ngettext ("%s, %u place could not be read",
                                       "%s, %u places could not be read", work->n_problems),
                             rows, work->n_problems);
  genlock_toast (GTK_WIDGET (self), words != NULL ? words : rows);
}

static void
worked_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  GenlockProblemView *self = GENLOCK_PROBLEM_VIEW (source);
  g_autoptr (GError) error = NULL;

  set_working (self, NULL);
  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      genlock_toast_error (GTK_WIDGET (self), error);
      return;
    }

  tell (self, g_task_get_task_data (G_TASK (result)));
  gtk_widget_activate_action (GTK_WIDGET (self), "app.open-database", "s", "app");
}

static void
work (GenlockProblemView *self,
      const char *backup,
      const char *words)
{
  Work *data = g_new0 (Work, 1);
  g_autoptr (GTask) task = g_task_new (self, NULL, worked_cb, NULL);

  data->database = g_strdup (self->database);
  data->backup = g_strdup (backup);
  g_task_set_source_tag (task, work);
  g_task_set_task_data (task, data, (GDestroyNotify) work_free);
  set_working (self, words);
  g_task_run_in_thread (task, work_thread);
}

static void
salvage_action (GtkWidget *widget,
                const char *name,
                GVariant *parameter)
{
  work (GENLOCK_PROBLEM_VIEW (widget), NULL, _("Saving what can be read …"));
}

static void
restore_cb (GtkButton *button,
            gpointer user_data)
{
  GenlockProblemView *self = user_data;

  work (self, g_object_get_data (G_OBJECT (button), "path"), _("Restoring the backup …"));
}

static void
add_backup (GenlockProblemView *self,
            const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info =
    g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_TIME_MODIFIED,
                       G_FILE_QUERY_INFO_NONE, NULL, NULL);
  g_autoptr (GDateTime) time = NULL;
  g_autoptr (GDateTime) local = NULL;
  g_autofree char *title = NULL;
  g_autofree char *size = NULL;
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *subtitle = NULL;
  GtkWidget *row, *button;

  if (info == NULL)
    return;

  time = g_file_info_get_modification_date_time (info);
  local = g_date_time_to_local (time);
  /* Translators: when a backup was made, for g_date_time_format() */
  title = g_date_time_format (local, _("%A, %-d %B %Y, %H:%M"));
  size = g_format_size (g_file_info_get_size (info));
  subtitle = g_markup_printf_escaped ("%s · %s", size, name);

  button = gtk_button_new_with_label (_("Restore"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (button), "path", g_strdup (path), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (restore_cb), self);
  row = adw_action_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (self->backups, row);
}

static void
add_backups (GenlockProblemView *self)
{
  g_autoptr (GPtrArray) paths = genlock_database_list_backups (self->database);

  for (guint i = 0; i < MIN (paths->len, MAX_BACKUPS); i++)
    add_backup (self, g_ptr_array_index (paths, i));
  gtk_widget_set_visible (GTK_WIDGET (self->backups), paths->len > 0);
}

static void
show_error (GenlockProblemView *self,
            const GError *error)
{
  const char *title = _("The database cannot be opened");
  gboolean damaged = FALSE;
  gboolean readable = FALSE;
  gboolean replaceable = FALSE;
  g_autofree char *sentence = genlock_error_dup_sentence (error);
  g_autofree char *words = g_markup_escape_text (sentence, -1);

  if (g_error_matches (error, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_NEWER))
    {
      title = _("A newer Genlock wrote this database");
      readable = TRUE;
    }
  else if (g_error_matches (error, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_FOREIGN))
    {
      title = _("This is no database of Genlock");
      replaceable = TRUE;
    }
  else if (g_error_matches (error, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_DAMAGED))
    {
      title = _("The database is damaged");
      damaged = readable = replaceable = TRUE;
    }

  adw_status_page_set_title (self->status, title);
  adw_status_page_set_description (self->status, words);
  gtk_widget_set_visible (self->read_only, readable);
  gtk_widget_set_visible (self->salvage, damaged);
  if (replaceable)
    add_backups (self);
}

static void
genlock_problem_view_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), GENLOCK_TYPE_PROBLEM_VIEW);

  G_OBJECT_CLASS (genlock_problem_view_parent_class)->dispose (object);
}

static void
genlock_problem_view_finalize (GObject *object)
{
  GenlockProblemView *self = GENLOCK_PROBLEM_VIEW (object);

  g_free (self->database);

  G_OBJECT_CLASS (genlock_problem_view_parent_class)->finalize (object);
}

static void
genlock_problem_view_class_init (GenlockProblemViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = genlock_problem_view_dispose;
  object_class->finalize = genlock_problem_view_finalize;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/genlock/Genlock/app/genlock-problem-view.ui");
  gtk_widget_class_bind_template_child (widget_class, GenlockProblemView, box);
  gtk_widget_class_bind_template_child (widget_class, GenlockProblemView, status);
  gtk_widget_class_bind_template_child (widget_class, GenlockProblemView, path);
  gtk_widget_class_bind_template_child (widget_class, GenlockProblemView, buttons);
  gtk_widget_class_bind_template_child (widget_class, GenlockProblemView, retry);
  gtk_widget_class_bind_template_child (widget_class, GenlockProblemView, read_only);
  gtk_widget_class_bind_template_child (widget_class, GenlockProblemView, salvage);
  gtk_widget_class_bind_template_child (widget_class, GenlockProblemView, working);
  gtk_widget_class_bind_template_child (widget_class, GenlockProblemView, working_label);
  gtk_widget_class_bind_template_child (widget_class, GenlockProblemView, backups);
  gtk_widget_class_install_action (widget_class, "problem.salvage", NULL, salvage_action);
}

static void
genlock_problem_view_init (GenlockProblemView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
genlock_problem_view_new (const char *path,
                          const GError *error)
{
  GenlockProblemView *self = g_object_new (GENLOCK_TYPE_PROBLEM_VIEW, NULL);

  self->database = g_strdup (path);
  gtk_label_set_label (self->path, path);
  show_error (self, error);

  return GTK_WIDGET (self);
}
