/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The import window: files to read, and the report to write. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "ui/common/genlock-toasts.h"
#include "ui/import/genlock-import-dialog-private.h"

/* What is read, by the ends of names. */
static const struct
{
  const char *name;
  const char *suffixes[7];
} kinds[] = {
  { N_("All that Genlock reads"), { "json", "vdpx", "csv", "genlock", "txt", "yaml", "yml" } },
  { N_("VideoDept (.json, .vdpx, .txt)"), { "json", "vdpx", "txt" } },
  { N_("Sheets (.csv)"), { "csv" } },
  { N_("Genlock shows (.genlock)"), { "genlock" } },
  { N_("Device libraries (.json, .csv, .yaml)"), { "json", "csv", "yaml", "yml" } },
};

static void
add_filters (GtkFileChooser *chooser)
{
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

      gtk_file_filter_set_name (filter, _(kinds[i].name));
      for (guint s = 0; s < G_N_ELEMENTS (kinds[i].suffixes); s++)
        if (kinds[i].suffixes[s] != NULL)
          gtk_file_filter_add_suffix (filter, kinds[i].suffixes[s]);
      gtk_file_chooser_add_filter (chooser, filter);
    }
  gtk_file_filter_set_name (all, _("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (chooser, all);
}

static void
chosen_cb (GenlockImportDialog *self,
           int response)
{
  g_autoptr (GtkFileChooserNative) chooser = g_steal_pointer (&self->chooser);
  g_autoptr (GListModel) files = NULL;

  if (response != GTK_RESPONSE_ACCEPT)
    return;

  files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (chooser));
  genlock_import_dialog_add_files (self, files);
}

static void
show_chooser (GenlockImportDialog *self,
              GtkFileChooserNative *chooser,
              GCallback callback)
{
  g_set_object (&self->chooser, chooser);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", callback, self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

void
genlock_import_dialog_choose (GenlockImportDialog *self)
{
  g_autoptr (GtkFileChooserNative) chooser =
    gtk_file_chooser_native_new (_("Import Files"), GTK_WINDOW (self),
                                 GTK_FILE_CHOOSER_ACTION_OPEN, _("_Open"), NULL);

  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (chooser), TRUE);
  add_filters (GTK_FILE_CHOOSER (chooser));
  show_chooser (self, chooser, G_CALLBACK (chosen_cb));
}

void
genlock_import_dialog_choose_folder (GenlockImportDialog *self)
{
  g_autoptr (GtkFileChooserNative) chooser =
    gtk_file_chooser_native_new (_("Import a Folder of Device Types"), GTK_WINDOW (self),
                                 GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _("_Open"), NULL);

  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (chooser), TRUE);
  show_chooser (self, chooser, G_CALLBACK (chosen_cb));
}

static void
saved_cb (GObject *source,
          GAsyncResult *result,
          gpointer user_data)
{
  g_autoptr (GenlockImportDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    genlock_toast_error (GTK_WIDGET (self), error);
  else
    genlock_toast (GTK_WIDGET (self), _("Report saved"));
}

static void
save_cb (GenlockImportDialog *self,
         int response)
{
  g_autoptr (GtkFileChooserNative) chooser = g_steal_pointer (&self->chooser);
  g_autoptr (GFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;
  char *text;

  if (response != GTK_RESPONSE_ACCEPT || self->plan == NULL)
    return;

  file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  text = genlock_import_plan_print (self->plan);
  bytes = g_bytes_new_take (text, strlen (text));
  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                                       saved_cb, g_object_ref (self));
}

void
genlock_import_dialog_save_report (GenlockImportDialog *self)
{
  g_autoptr (GtkFileChooserNative) chooser =
    gtk_file_chooser_native_new (_("Save Report"), GTK_WINDOW (self),
                                 GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), NULL);

  /* Translators: the name of a file */
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), _("import report.txt"));
  show_chooser (self, chooser, G_CALLBACK (save_cb));
}
