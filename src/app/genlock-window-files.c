/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files for the window: dropped on it, or chosen. */

#define G_LOG_DOMAIN "genlock-app"

#include "config.h"

#include <glib/gi18n.h>

#include "app/genlock-window-private.h"
#include "ui/common/genlock-toasts.h"

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

void
genlock_window_import (GenlockWindow *self,
                       GListModel *files)
{
  g_return_if_fail (GENLOCK_IS_WINDOW (self));

  if (self->store == NULL || !genlock_store_get_writable (self->store))
    {
      genlock_toast (GTK_WIDGET (self),
                     _("Nothing can be imported while the database is open for reading only"));
      return;
    }
}
