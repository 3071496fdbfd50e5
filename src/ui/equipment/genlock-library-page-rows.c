/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The library page: its rows and the headings above them. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ui/equipment/genlock-library-page-private.h"
#include "ui/equipment/genlock-spec-row.h"

/* What begins at @position, where there is more than one section. */
static const char *
get_section (GenlockLibraryPage *self,
             guint position)
{
  guint n_own = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  if (position == n_own)
    return _("Shipped with Genlock");
  if (position == 0 && n > n_own)
    return _("My library");

  return NULL;
}

static void
show_item (GenlockLibraryPage *self,
           GtkListItem *item)
{
  guint position = gtk_list_item_get_position (item);
  const char *section = get_section (self, position);
  g_autoptr (GenlockRow) previous = NULL;
  GenlockLibraryView view;

  genlock_library_page_get_view (self, &view);
  if (position > 0 && section == NULL)
    previous = g_list_model_get_item (G_LIST_MODEL (self->selection), position - 1);
  genlock_spec_row_set_row (GENLOCK_SPEC_ROW (gtk_list_item_get_child (item)),
                            gtk_list_item_get_item (item), previous, section,
                            genlock_library_view_get_group (&view));
}

void
genlock_library_page_show_rows (GenlockLibraryPage *self)
{
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    if (gtk_list_item_get_item (item) != NULL)
      show_item (self, item);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem *item)
{
  gtk_list_item_set_child (item, genlock_spec_row_new ());
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem *item,
         GenlockLibraryPage *self)
{
  g_hash_table_add (self->items, item);
  show_item (self, item);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem *item,
           GenlockLibraryPage *self)
{
  g_hash_table_remove (self->items, item);
  genlock_spec_row_set_row (GENLOCK_SPEC_ROW (gtk_list_item_get_child (item)), NULL, NULL, NULL,
                            0);
}

GtkListItemFactory *
genlock_library_page_make_rows (GenlockLibraryPage *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), self);

  return factory;
}
