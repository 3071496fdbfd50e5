/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheets page: files. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "ui/common/genlock-toasts.h"
#include "ui/sheets/genlock-sheets-page-private.h"

#define ENDING_KEY "genlock-ending"

/* What can be saved as which file. */
typedef enum
{
  ANY,
  LIST,
  ROUTER,
} Need;

static const struct
{
  const char *name;
  const char *ending;
  Need need;
} kinds[] = {
  { N_("PDF, for printing (.pdf)"), "pdf", ANY },
  { N_("SVG, for screens (.svg)"), "svg", ANY },
  { N_("CSV, for spreadsheets (.csv)"), "csv", LIST },
  { N_("draw.io, the whole patch (.drawio)"), "drawio", ANY },
  { N_("Videohub labels and routes (.txt)"), "txt", ROUTER },
};

/* What a file was written to. */
typedef struct
{
  GenlockSheetsPage *page; /* owned */
  char *path; /* owned */
} Saving;

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->page);
  g_free (saving->path);
  g_free (saving);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static void
saved_cb (GObject *source,
          GAsyncResult *result,
          gpointer user_data)
{
  g_autoptr (Saving) saving = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  g_autofree char *words = NULL;

  if (!genlock_sheet_job_save_finish (result, &error))
    {
      genlock_toast_error (GTK_WIDGET (saving->page), error);
      return;
    }

  name = g_filename_display_basename (saving->path);
  words = g_strdup_printf (_("“%s” saved"), name);
  genlock_toast (GTK_WIDGET (saving->page), words);
}

static void
save_to (GenlockSheetsPage *self,
         const char *path)
{
  Saving *saving;

  if (self->production_id == NULL)
    return;

  saving = g_new (Saving, 1);
  saving->page = g_object_ref (self);
  saving->path = g_strdup (path);
  genlock_sheet_job_save_async (self->store, self->production_id, self->choice, path, saved_cb,
                                saving);
}

static gboolean
can_be (GenlockSheetsPage *self,
        Need need)
{
  GenlockSheetWish wish;

  genlock_sheet_choice_get_wish (self->choice, &wish);
  switch (need)
    {
    case LIST:
      return wish.kind != GENLOCK_SHEET_GRAPH;
    case ROUTER:
      return wish.kind == GENLOCK_SHEET_ROUTER && wish.device_id != NULL;
    case ANY:
    default:
      return TRUE;
    }
}

static void
add_filters (GenlockSheetsPage *self,
             GtkFileChooser *chooser)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

      if (!can_be (self, kinds[i].need))
        continue;

      gtk_file_filter_set_name (filter, _(kinds[i].name));
      gtk_file_filter_add_suffix (filter, kinds[i].ending);
      g_object_set_data (G_OBJECT (filter), ENDING_KEY, (gpointer) kinds[i].ending);
      gtk_file_chooser_add_filter (chooser, filter);
    }
}

static gboolean
has_known_ending (GenlockSheetsPage *self,
                  const char *path)
{
  const char *dot = strrchr (path, '.');

  for (guint i = 0; dot != NULL && i < G_N_ELEMENTS (kinds); i++)
    if (g_ascii_strcasecmp (dot + 1, kinds[i].ending) == 0
        && can_be (self, kinds[i].need))
      return TRUE;

  return FALSE;
}

/* What somebody typed says what it is; without an ending, what was chosen below does. */
static void
chosen_cb (GenlockSheetsPage *self,
           int response)
{
  g_autoptr (GtkFileChooserNative) chooser = g_steal_pointer (&self->chooser);
  GtkFileFilter *filter = gtk_file_chooser_get_filter (GTK_FILE_CHOOSER (chooser));
  const char *ending = filter != NULL ? g_object_get_data (G_OBJECT (filter), ENDING_KEY) : NULL;
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;
  g_autofree char *whole = NULL;

  if (response != GTK_RESPONSE_ACCEPT)
    return;

  file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  path = g_file_get_path (file);
  if (path == NULL)
    {
      genlock_toast (GTK_WIDGET (self), _("Choose a folder on this computer"));
      return;
    }

  whole = has_known_ending (self, path)
          ? g_strdup (path) : g_strdup_printf ("%s.%s", path, ending != NULL ? ending : "pdf");
  save_to (self, whole);
}

void
genlock_sheets_page_choose_file (GenlockSheetsPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autofree char *name = NULL;

  if (self->loaded == NULL || self->chooser != NULL)
    return;

  name = g_strdup_printf ("%s.pdf", self->loaded->file_name);
  self->chooser = gtk_file_chooser_native_new (_("Save Sheet"), GTK_WINDOW (root),
                                               GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), NULL);
  add_filters (self, GTK_FILE_CHOOSER (self->chooser));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}
