/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a real router says of its routing, and what it is to be told. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "interchange/genlock-videohub-routes.h"
#include "interchange/genlock-videohub-write.h"
#include "ui/common/genlock-toasts.h"
#include "ui/matrix/genlock-matrix-view-private.h"

/* No router says more, in bytes. */
#define MAX_SIZE (8 * 1024 * 1024)

static GtkFileChooserNative *
make_chooser (GenlockMatrixView *self,
              const char *title,
              GtkFileChooserAction action)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  gboolean save = action == GTK_FILE_CHOOSER_ACTION_SAVE;
  GtkFileChooserNative *chooser =
    gtk_file_chooser_native_new (title, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, action,
                                 save ? _("_Save") : _("_Open"), NULL);
  g_autoptr (GtkFileFilter) text = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (text, _("Videohub (.txt)"));
  gtk_file_filter_add_suffix (text, "txt");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), text);
  gtk_file_filter_set_name (all, _("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), all);

  return chooser;
}

static void
show_chooser (GenlockMatrixView *self,
              GtkFileChooserNative *chooser,
              GCallback callback)
{
  g_set_object (&self->chooser, chooser);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", callback, self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/* Learning. */

static void
read_cb (GObject *source,
         GAsyncResult *result,
         gpointer user_data)
{
  g_autoptr (GenlockMatrixView) self = user_data;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GenlockVideohubRoutes) routes = NULL;
  gsize size;
  const char *data;

  bytes = g_input_stream_read_bytes_finish (G_INPUT_STREAM (source), result, &error);
  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  if (bytes == NULL)
    {
      genlock_toast_error (GTK_WIDGET (self), error);
      return;
    }

  data = g_bytes_get_data (bytes, &size);
  routes = data != NULL ? genlock_videohub_routes_read (data, size) : NULL;
  if (routes == NULL || routes->wishes->len == 0)
    genlock_toast (GTK_WIDGET (self),
                   _("This file has no routing of a Videohub: save what the router sends on port "
                     "9990, and choose that"));
  else
    genlock_matrix_view_wish (self, routes->wishes);
}

static void
opened_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (GenlockMatrixView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read_finish (G_FILE (source), result, &error);

  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  if (stream == NULL)
    {
      genlock_toast_error (GTK_WIDGET (self), error);
      return;
    }

  g_input_stream_read_bytes_async (G_INPUT_STREAM (stream), MAX_SIZE, G_PRIORITY_DEFAULT, NULL,
                                   read_cb, g_object_ref (self));
}

static void
learn_cb (GenlockMatrixView *self,
          int response)
{
  g_autoptr (GtkFileChooserNative) chooser = g_steal_pointer (&self->chooser);
  g_autoptr (GFile) file = NULL;

  if (response != GTK_RESPONSE_ACCEPT)
    return;

  file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  g_file_read_async (file, G_PRIORITY_DEFAULT, NULL, opened_cb, g_object_ref (self));
}

void
genlock_matrix_view_learn (GtkWidget *widget,
                           const char *name,
                           GVariant *parameter)
{
  GenlockMatrixView *self = GENLOCK_MATRIX_VIEW (widget);
  g_autoptr (GtkFileChooserNative) chooser =
    make_chooser (self, _("Learn As-Built Routing"), GTK_FILE_CHOOSER_ACTION_OPEN);

  if (genlock_matrix_get_locked (self->matrix))
    g_signal_emit_by_name (self->matrix, "locked");
  else
    show_chooser (self, chooser, G_CALLBACK (learn_cb));
}

/* Exporting. */

static void
written_cb (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (GenlockMatrixView) self = user_data;
  g_autoptr (GError) error = NULL;

  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;

  if (!g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    genlock_toast_error (GTK_WIDGET (self), error);
  else
    genlock_toast (GTK_WIDGET (self), _("Labels and routes exported"));
}

static void
export_cb (GenlockMatrixView *self,
           int response)
{
  g_autoptr (GtkFileChooserNative) chooser = g_steal_pointer (&self->chooser);
  GenlockSignalGraph *graph = self->show != NULL ? genlock_checked_show_get_graph (self->show)
                                                 : NULL;
  g_autoptr (GString) text = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (response != GTK_RESPONSE_ACCEPT || graph == NULL || self->device_id == NULL)
    return;

  text = genlock_videohub_print (graph, self->device_id);
  if (text == NULL)
    {
      genlock_toast (GTK_WIDGET (self),
                     _("This device has no inputs and outputs to route: choose a router"));
      return;
    }

  file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  bytes = g_string_free_to_bytes (g_steal_pointer (&text));
  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                                       written_cb, g_object_ref (self));
}

void
genlock_matrix_view_export (GtkWidget *widget,
                            const char *name,
                            GVariant *parameter)
{
  GenlockMatrixView *self = GENLOCK_MATRIX_VIEW (widget);
  g_autoptr (GtkFileChooserNative) chooser =
    make_chooser (self, _("Export for Videohub"), GTK_FILE_CHOOSER_ACTION_SAVE);

  /* Translators: the name of a file */
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), _("videohub.txt"));
  show_chooser (self, chooser, G_CALLBACK (export_cb));
}
