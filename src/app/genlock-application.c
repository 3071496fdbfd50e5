/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The application. */

#define G_LOG_DOMAIN "genlock-app"

#include "config.h"

#include <glib/gi18n.h>

#include "app/genlock-about.h"
#include "app/genlock-application.h"
#include "app/genlock-window.h"
#include "ui/common/genlock-lost-focus.h"

struct _GenlockApplication
{
  AdwApplication parent_instance;

  char *database; /* owned: the path */
  GenlockStore *store; /* owned, nullable */
  GError *problem; /* owned, nullable: why it could not be opened */
  char *reason; /* owned, nullable: why it stays read-only */
  GenlockWindow *window; /* weak */
  GSettings *settings; /* owned, nullable */
  GListStore *files; /* owned: what waits for the store to be imported */
  GCancellable *opening; /* owned, nullable */
  guint presenting; /* the source that shows the window although the store is not open yet */
  guint n_frames; /* that the window has drawn; counts to 2 */
};

G_DEFINE_FINAL_TYPE (GenlockApplication, genlock_application, ADW_TYPE_APPLICATION)

/* A database opens in a few milliseconds; so long the window waits, lest it shows itself empty. */
#define PRESENT_MS 150

static void
import_files (GenlockApplication *self)
{
  g_autoptr (GListStore) files = NULL;

  if (self->store == NULL || self->window == NULL
      || g_list_model_get_n_items (G_LIST_MODEL (self->files)) == 0)
    return;

  files = g_steal_pointer (&self->files);
  self->files = g_list_store_new (G_TYPE_FILE);
  genlock_window_import (self->window, G_LIST_MODEL (files));
}

/* The icon is for others, who can wait until the window has been drawn: it is looked for in all
 * folders of the theme. */
static gboolean
set_icon_cb (GtkWidget *window,
             GdkFrameClock *clock,
             gpointer user_data)
{
  GenlockApplication *self = user_data;

  /* Ticks come before the frame that they belong to. */
  if (self->n_frames++ == 0)
    return G_SOURCE_CONTINUE;

  gtk_window_set_default_icon_name (GENLOCK_APPLICATION_ID);
  return G_SOURCE_REMOVE;
}

static void
present (GenlockApplication *self)
{
  g_clear_handle_id (&self->presenting, g_source_remove);
  if (self->window != NULL)
    gtk_window_present (GTK_WINDOW (self->window));
  /* The preview comes before the window, so it comes after it. */
  import_files (self);
}

static gboolean
presenting_cb (gpointer user_data)
{
  GenlockApplication *self = user_data;

  self->presenting = 0;
  present (self);

  return G_SOURCE_REMOVE;
}

/* Tells the window how opening ended, where both are there. */
static void
tell_window (GenlockApplication *self)
{
  if (self->window == NULL)
    return;

  if (self->store != NULL)
    genlock_window_set_store (self->window, self->store, self->reason);
  else if (self->problem != NULL)
    genlock_window_show_problem (self->window, self->database, self->problem);
}

/* An opening under way. */
typedef struct
{
  GenlockApplication *application; /* owned */
  GCancellable *cancellable; /* owned */
} Opening;

static void
opening_free (Opening *opening)
{
  g_object_unref (opening->application);
  g_object_unref (opening->cancellable);
  g_free (opening);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opening, opening_free)

static void
opened_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (Opening) opening = user_data;
  GenlockApplication *self = opening->application;
  g_autoptr (GError) error = NULL;
  g_autoptr (GenlockStore) store = genlock_store_open_finish (result, &error);

  /* Another one was asked for meanwhile, and may be there already. */
  if (opening->cancellable != self->opening)
    {
      if (store != NULL)
        genlock_store_close (store);
      return;
    }

  g_clear_object (&self->opening);
  g_clear_error (&self->problem);
  self->problem = g_steal_pointer (&error);
  self->store = g_steal_pointer (&store);
  tell_window (self);
  if (self->presenting != 0)
    present (self);
  else
    import_files (self);
}

static void
open_database (GenlockApplication *self,
               GenlockStoreMode mode)
{
  Opening *opening;

  if (self->window != NULL)
    genlock_window_set_store (self->window, NULL, NULL);
  if (self->store != NULL)
    genlock_store_close (self->store);
  g_clear_object (&self->store);
  g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  self->opening = g_cancellable_new ();
  opening = g_new0 (Opening, 1);
  opening->application = g_object_ref (self);
  opening->cancellable = g_object_ref (self->opening);
  genlock_store_open_async (self->database, mode, self->opening, opened_cb, opening);
}

static void
open_database_cb (GSimpleAction *action,
                  GVariant *parameter,
                  gpointer user_data)
{
  GenlockApplication *self = user_data;
  gboolean read = g_str_equal (g_variant_get_string (parameter, NULL), "read");

  g_clear_pointer (&self->reason, g_free);
  if (read)
    self->reason = g_strdup (_("The database is open for reading only: nothing can be changed."));
  open_database (self, read ? GENLOCK_STORE_READ : GENLOCK_STORE_APP);
}

static void
about_cb (GSimpleAction *action,
          GVariant *parameter,
          gpointer user_data)
{
  GenlockApplication *self = user_data;

  genlock_about_present (gtk_application_get_active_window (GTK_APPLICATION (self)), self->store);
}

static void
quit_cb (GSimpleAction *action,
         GVariant *parameter,
         gpointer user_data)
{
  GenlockApplication *self = user_data;

  if (self->window != NULL)
    gtk_window_close (GTK_WINDOW (self->window));
}

static const GActionEntry actions[] = {
  { "open-database", open_database_cb, "s" },
  { "about", about_cb },
  { "quit", quit_cb },
};

static void
color_scheme_cb (GenlockApplication *self)
{
  static const AdwColorScheme schemes[] = {
    ADW_COLOR_SCHEME_DEFAULT, ADW_COLOR_SCHEME_FORCE_LIGHT, ADW_COLOR_SCHEME_FORCE_DARK,
  };
  guint scheme = g_settings_get_enum (self->settings, "color-scheme");

  if (scheme < G_N_ELEMENTS (schemes))
    adw_style_manager_set_color_scheme (adw_style_manager_get_default (), schemes[scheme]);
}

static void
read_icons_thread (GTask *task,
                   gpointer source,
                   gpointer task_data,
                   GCancellable *cancellable)
{
  g_task_return_boolean (task, gtk_icon_theme_has_icon (source, GENLOCK_APPLICATION_ID));
}

/* GTK reads the theme in a thread, too, but begins anew at the first icon once the application has
 * added its own. A theme that is set up may be asked in any thread. */
static void
read_icons (void)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gdk_display_get_default ());
  g_autoptr (GTask) task = g_task_new (theme, NULL, NULL, NULL);

  g_task_set_source_tag (task, read_icons);
  g_task_run_in_thread (task, read_icons_thread);
}

static void
genlock_application_startup (GApplication *application)
{
  GenlockApplication *self = GENLOCK_APPLICATION (application);
  static const char * const quit[] = { "<Control>q", NULL };
  g_autoptr (GAction) color_scheme = NULL;

  /* The store opens while GTK does. */
  open_database (self, GENLOCK_STORE_APP);
  G_APPLICATION_CLASS (genlock_application_parent_class)->startup (application);
  read_icons ();
  genlock_lost_focus_watch ();

  g_set_application_name ("Genlock");
  self->settings = g_settings_new (GENLOCK_APPLICATION_ID);
  color_scheme = g_settings_create_action (self->settings, "color-scheme");
  g_action_map_add_action (G_ACTION_MAP (self), color_scheme);
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  gtk_application_set_accels_for_action (GTK_APPLICATION (self), "app.quit", quit);
  g_signal_connect_object (self->settings, "changed::color-scheme",
                           G_CALLBACK (color_scheme_cb), self, G_CONNECT_SWAPPED);
  color_scheme_cb (self);
}

static void
genlock_application_activate (GApplication *application)
{
  GenlockApplication *self = GENLOCK_APPLICATION (application);

  if (self->window == NULL)
    {
      g_set_weak_pointer (&self->window, genlock_window_new (ADW_APPLICATION (self)));
      self->n_frames = 0;
      gtk_widget_add_tick_callback (GTK_WIDGET (self->window), set_icon_cb, self, NULL);
      tell_window (self);
    }

  if (self->store != NULL || self->problem != NULL)
    present (self);
  else if (self->presenting == 0)
    self->presenting = g_timeout_add (PRESENT_MS, presenting_cb, self);
}

static void
genlock_application_open (GApplication *application,
                          GFile **files,
                          int n_files,
                          const char *hint)
{
  GenlockApplication *self = GENLOCK_APPLICATION (application);

  for (int i = 0; i < n_files; i++)
    g_list_store_append (self->files, files[i]);
  g_application_activate (application);
  import_files (self);
}

static int
genlock_application_handle_local_options (GApplication *application,
                                          GVariantDict *options)
{
  GenlockApplication *self = GENLOCK_APPLICATION (application);
  g_autofree char *database = NULL;
  g_autoptr (GFile) file = NULL;

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("genlock %s\n", GENLOCK_VERSION);
      return 0;
    }
  if (!g_variant_dict_lookup (options, "database", "^ay", &database))
    return -1;

  /* Another database is another instance: it neither finds nor is found by the user's own. */
  file = g_file_new_for_commandline_arg (database);
  g_free (self->database);
  self->database = g_file_get_path (file);
  if (self->database == NULL)
    {
      g_printerr (_("%s is not a file on this computer.\n"), database);
      return 1;
    }
  g_application_set_flags (application,
                           g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);

  return -1;
}

static void
genlock_application_shutdown (GApplication *application)
{
  GenlockApplication *self = GENLOCK_APPLICATION (application);

  g_clear_handle_id (&self->presenting, g_source_remove);
  g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  if (self->store != NULL)
    genlock_store_close (self->store);
  g_clear_object (&self->settings);

  G_APPLICATION_CLASS (genlock_application_parent_class)->shutdown (application);
  g_clear_object (&self->store);
}

static void
genlock_application_dispose (GObject *object)
{
  GenlockApplication *self = GENLOCK_APPLICATION (object);

  g_clear_weak_pointer (&self->window);
  g_clear_object (&self->files);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (genlock_application_parent_class)->dispose (object);
}

static void
genlock_application_finalize (GObject *object)
{
  GenlockApplication *self = GENLOCK_APPLICATION (object);

  g_free (self->database);
  g_free (self->reason);
  g_clear_error (&self->problem);

  G_OBJECT_CLASS (genlock_application_parent_class)->finalize (object);
}

static void
genlock_application_class_init (GenlockApplicationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  object_class->dispose = genlock_application_dispose;
  object_class->finalize = genlock_application_finalize;
  application_class->startup = genlock_application_startup;
  application_class->activate = genlock_application_activate;
  application_class->open = genlock_application_open;
  application_class->handle_local_options = genlock_application_handle_local_options;
  application_class->shutdown = genlock_application_shutdown;
}

static void
genlock_application_init (GenlockApplication *self)
{
  static const GOptionEntry options[] = {
    { "database", 0, 0, G_OPTION_ARG_FILENAME, NULL,
      N_("Work on this database instead of your own"), N_("FILE") },
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Print the version and exit"), NULL },
    { NULL },
  };

  self->database = genlock_store_dup_default_path ();
  self->files = g_list_store_new (G_TYPE_FILE);
  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _("[FILE…]"));
  g_application_set_option_context_summary (
    G_APPLICATION (self), _("Plans the video of live events. Files are imported."));
}

GenlockApplication *
genlock_application_new (void)
{
  return g_object_new (GENLOCK_TYPE_APPLICATION,
                       "application-id", GENLOCK_APPLICATION_ID,
                       "resource-base-path", "/org/genlock/Genlock",
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       NULL);
}
