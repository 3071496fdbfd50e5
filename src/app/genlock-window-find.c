/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Quick find over the window. */

#define G_LOG_DOMAIN "genlock-app"

#include "config.h"

#include <glib/gi18n.h>

#include "app/genlock-window-private.h"
#include "ui/find/genlock-finder.h"

static void
add_pages (GenlockWindow *self)
{
  g_autoptr (GtkSelectionModel) model = adw_view_stack_get_pages (self->view_stack);
  guint n_pages = g_list_model_get_n_items (G_LIST_MODEL (model));

  for (guint i = 0; i < n_pages; i++)
    {
      g_autoptr (AdwViewStackPage) page = g_list_model_get_item (G_LIST_MODEL (model), i);

      genlock_finder_add_page (GENLOCK_FINDER (self->finder),
                               adw_view_stack_page_get_title (page),
                               adw_view_stack_page_get_icon_name (page), "win.page",
                               g_variant_new_int32 (i));
    }
  genlock_finder_add_page (GENLOCK_FINDER (self->finder), _("Equipment library"),
                           "network-server-symbolic", "win.library", NULL);
  genlock_finder_add_page (GENLOCK_FINDER (self->finder), _("Label cables…"),
                           "network-wired-symbolic", "win.label-cables", NULL);
}

void
genlock_window_find (GenlockWindow *self)
{
  if (self->store == NULL)
    return;

  if (self->finder == NULL)
    {
      self->finder = genlock_finder_new ();
      gtk_widget_set_parent (self->finder, self->body);
      add_pages (self);
    }

  genlock_finder_open (GENLOCK_FINDER (self->finder), self->store,
                       genlock_production_list_get_selected (self->shows) != NULL
                       ? self->checked : NULL);
}

void
genlock_window_end_find (GenlockWindow *self)
{
  g_clear_pointer (&self->finder, gtk_widget_unparent);
}
