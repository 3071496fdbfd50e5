/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages of the window and their inspectors. */

#define G_LOG_DOMAIN "genlock-app"

#include "config.h"

#include <glib/gi18n.h>

#include "app/genlock-window-private.h"
#include "core/schema/genlock-connections.h"
#include "core/schema/genlock-schema.h"
#include "ui/cables/genlock-cables-page.h"
#include "ui/devices/genlock-devices-page.h"
#include "ui/equipment/genlock-library-page.h"
#include "ui/lists/genlock-table-page.h"
#include "ui/patch/genlock-patch-page.h"
#include "ui/sheets/genlock-sheets-page.h"

/* In the order of the switcher and of Ctrl+1, Ctrl+2 … */
static const struct
{
  const char *name;
  const char *title;
  const char *icon_name;
  GtkWidget *(*make) (GenlockStore *store);
} pages[] = {
  { "sources", N_("Sources"), "camera-video-symbolic", genlock_sources_page_new },
  { "sends", N_("Sends"), "video-display-symbolic", genlock_sends_page_new },
  { "devices", N_("Devices"), "drive-multidisk-symbolic", genlock_devices_page_new },
  { "patch", N_("Patch"), "media-playlist-shuffle-symbolic", genlock_patch_page_new },
  { "cables", N_("Cables"), "network-wired-symbolic", genlock_cables_page_new },
  { "sheets", N_("Sheets"), "printer-symbolic", genlock_sheets_page_new },
  { NULL },
};

static AdwBin *
get_place (GenlockWindow *self)
{
  if (self->library)
    return self->library_bin;

  return ADW_BIN (adw_view_stack_get_visible_child (self->view_stack));
}

GenlockPage *
genlock_window_get_page (GenlockWindow *self)
{
  AdwBin *place = get_place (self);
  GtkWidget *page = place != NULL ? adw_bin_get_child (place) : NULL;

  return page != NULL ? GENLOCK_PAGE (page) : NULL;
}

void
genlock_window_add_pages (GenlockWindow *self)
{
  for (guint i = 0; pages[i].name != NULL; i++)
    {
      GtkWidget *place = adw_bin_new ();

      adw_view_stack_add_titled_with_icon (self->view_stack, place, pages[i].name,
                                           _(pages[i].title), pages[i].icon_name);
    }
}

/* Hidden and not merely covered, where screen readers would find it. The focus goes first: GTK
 * would move it to the next panel, a frame later and out of what has been opened meanwhile. */
static void
hide_inspector (GenlockWindow *self,
                GtkWidget *inspector)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (focus != NULL && gtk_widget_is_ancestor (focus, inspector))
    gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_widget_set_visible (inspector, FALSE);
}

void
genlock_window_update_inspector (GenlockWindow *self)
{
  GenlockPage *page = genlock_window_get_page (self);
  GtkWidget *before = gtk_stack_get_visible_child (self->inspector_stack);
  GtkWidget *inspector;

  /* Pages make their inspector when it is asked for. It stays in the window until they go: GTK
   * before 4.10 warns about what leaves a window and comes back. */
  if (page == NULL || !adw_flap_get_reveal_flap (self->flap))
    return;
  inspector = genlock_page_get_inspector (page);
  if (gtk_widget_get_parent (inspector) == NULL)
    gtk_stack_add_child (self->inspector_stack, inspector);
  gtk_widget_set_visible (inspector, TRUE);
  gtk_stack_set_visible_child (self->inspector_stack, inspector);
  if (before != NULL && before != inspector)
    hide_inspector (self, before);
}

static GtkWidget *
make_widget (GenlockWindow *self)
{
  const char *name = adw_view_stack_get_visible_child_name (self->view_stack);

  if (self->library)
    {
      GtkWidget *page = genlock_library_page_new (self->store);

      g_settings_bind (self->settings, "library-sort", page, "sort", G_SETTINGS_BIND_DEFAULT);
      return page;
    }

  for (guint i = 0; pages[i].name != NULL; i++)
    if (g_str_equal (pages[i].name, name))
      return pages[i].make (self->store);

  g_return_val_if_reached (NULL);
}

static GenlockPage *
make_page (GenlockWindow *self)
{
  GtkWidget *page = make_widget (self);

  g_signal_connect_object (page, "back-changed", G_CALLBACK (genlock_window_update_back), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (get_place (self), page);

  return GENLOCK_PAGE (page);
}

gboolean
genlock_window_has_place (GenlockWindow *self)
{
  return self->library || genlock_production_list_get_selected (self->shows) != NULL;
}

/* The cables say how much is wrong, whatever page is looked at. */
static void
show_problems (GenlockWindow *self)
{
  GtkWidget *place = adw_view_stack_get_child_by_name (self->view_stack, "cables");
  guint n_errors = 0;
  guint n_warnings = 0;

  if (place == NULL)
    return;

  if (self->checked != NULL)
    {
      n_errors = genlock_checked_show_count (self->checked, GENLOCK_SEVERITY_ERROR);
      n_warnings = genlock_checked_show_count (self->checked, GENLOCK_SEVERITY_WARNING);
    }
  adw_view_stack_page_set_badge_number (adw_view_stack_get_page (self->view_stack, place),
                                        n_errors + n_warnings);
  adw_view_stack_page_set_needs_attention (adw_view_stack_get_page (self->view_stack, place),
                                           n_errors > 0);
}

/* @production_id: (nullable) */
static void
check_show (GenlockWindow *self,
            const char *production_id)
{
  if (self->checked != NULL
      && g_strcmp0 (genlock_checked_show_get_production (self->checked), production_id) == 0)
    return;

  if (self->checked != NULL)
    g_signal_handlers_disconnect_by_func (self->checked, show_problems, self);
  g_clear_object (&self->checked);
  if (production_id != NULL)
    {
      self->checked = genlock_checked_show_get (self->store, production_id);
      g_signal_connect_object (self->checked, "changed", G_CALLBACK (show_problems), self,
                               G_CONNECT_SWAPPED);
    }
  show_problems (self);
}

static gboolean
is_cables (GenlockWindow *self,
           GenlockPage *page)
{
  GtkWidget *place = adw_view_stack_get_child_by_name (self->view_stack, "cables");

  return page != NULL && place != NULL
         && adw_bin_get_child (ADW_BIN (place)) == GTK_WIDGET (page);
}

/* The patch and the list of cables are two views of one thing: what is selected in one of them is
 * selected in the other. */
static void
carry_selection (GenlockWindow *self,
                 GenlockPage *page)
{
  GenlockPage *before = self->looked_at;
  g_autoptr (GPtrArray) ids = NULL;

  if (GENLOCK_IS_PATCH_PAGE (before) && is_cables (self, page))
    {
      ids = genlock_canvas_list_selected (
        genlock_patch_page_get_canvas (GENLOCK_PATCH_PAGE (before)), &genlock_connections);
      if (ids->len > 0)
        genlock_table_page_select (GENLOCK_TABLE_PAGE (page), ids);
    }
  else if (is_cables (self, before) && GENLOCK_IS_PATCH_PAGE (page))
    {
      ids = genlock_table_page_list_selected (GENLOCK_TABLE_PAGE (before));
      genlock_canvas_select_connections (
        genlock_patch_page_get_canvas (GENLOCK_PATCH_PAGE (page)), ids);
    }

  g_set_weak_pointer (&self->looked_at, page);
}

void
genlock_window_update_page (GenlockWindow *self)
{
  const char *production_id = genlock_production_list_get_selected (self->shows);
  GenlockPage *page = genlock_window_get_page (self);

  if (self->store == NULL || !genlock_window_has_place (self) || get_place (self) == NULL)
    return;

  if (page == NULL)
    page = make_page (self);
  genlock_page_set_production (page, production_id);
  check_show (self, production_id);
  carry_selection (self, page);
  genlock_window_update_inspector (self);
}

/* On the patch, what is there is shown there. */
static gboolean
go_to_on_patch (GenlockWindow *self,
                const char *table_name,
                const char *id)
{
  GenlockPage *page = genlock_window_get_page (self);
  GenlockCanvas *canvas;

  if (self->library || !GENLOCK_IS_PATCH_PAGE (page))
    return FALSE;

  canvas = genlock_patch_page_get_canvas (GENLOCK_PATCH_PAGE (page));
  if (!genlock_canvas_go_to (canvas, genlock_schema_find_table (table_name), id))
    return FALSE;

  genlock_patch_page_leave_matrix (GENLOCK_PATCH_PAGE (page));
  gtk_widget_grab_focus (GTK_WIDGET (canvas));
  return TRUE;
}

void
genlock_window_show_matrix (GenlockWindow *self,
                            const char *device_id)
{
  GenlockPage *page;

  if (!genlock_window_has_place (self) || self->library)
    return;

  adw_leaflet_set_visible_child_name (self->leaflet, "content");
  adw_view_stack_set_visible_child_name (self->view_stack, "patch");
  page = genlock_window_get_page (self);
  if (GENLOCK_IS_PATCH_PAGE (page))
    genlock_patch_page_show_matrix (GENLOCK_PATCH_PAGE (page),
                                    *device_id != '\0' ? device_id : NULL);
}

void
genlock_window_go_to (GenlockWindow *self,
                      const char *table_name,
                      const char *id)
{
  /* Cables are the only rows whose page is called otherwise. */
  const char *name = g_str_equal (table_name, genlock_connections.name) ? "cables" : table_name;
  GenlockPage *page;

  if (adw_view_stack_get_child_by_name (self->view_stack, name) == NULL
      || go_to_on_patch (self, table_name, id))
    return;

  genlock_window_show_library (self, FALSE);
  adw_leaflet_set_visible_child_name (self->leaflet, "content");
  adw_view_stack_set_visible_child_name (self->view_stack, name);
  page = genlock_window_get_page (self);
  if (!GENLOCK_IS_TABLE_PAGE (page))
    return;

  if (*id != '\0')
    genlock_table_page_go_to (GENLOCK_TABLE_PAGE (page), id, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (page));
}

static gboolean
finish_editing_at (AdwBin *place)
{
  GtkWidget *page = adw_bin_get_child (place);

  return page == NULL || genlock_page_finish_editing (GENLOCK_PAGE (page));
}

/* What was refused may stand in an inspector that is hidden. */
static void
show_refusal (GenlockWindow *self,
              AdwBin *place)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (place)))
    return;

  adw_flap_set_reveal_flap (self->flap, TRUE);
  finish_editing_at (place);
}

gboolean
genlock_window_finish_editing (GenlockWindow *self)
{
  g_autoptr (GtkSelectionModel) model = adw_view_stack_get_pages (self->view_stack);

  if (!finish_editing_at (self->library_bin))
    {
      genlock_window_show_library (self, TRUE);
      return FALSE;
    }

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (model)); i++)
    {
      g_autoptr (AdwViewStackPage) stack_page = g_list_model_get_item (G_LIST_MODEL (model), i);
      GtkWidget *place = adw_view_stack_page_get_child (stack_page);

      if (!finish_editing_at (ADW_BIN (place)))
        {
          genlock_window_show_library (self, FALSE);
          adw_view_stack_set_visible_child (self->view_stack, place);
          show_refusal (self, ADW_BIN (place));
          return FALSE;
        }
    }

  return TRUE;
}

void
genlock_window_clear_pages (GenlockWindow *self)
{
  g_autoptr (GtkSelectionModel) model = adw_view_stack_get_pages (self->view_stack);
  GtkWidget *inspector;

  check_show (self, NULL);
  g_clear_weak_pointer (&self->looked_at);
  while ((inspector = gtk_widget_get_first_child (GTK_WIDGET (self->inspector_stack))) != NULL)
    gtk_stack_remove (self->inspector_stack, inspector);
  adw_bin_set_child (self->library_bin, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (model)); i++)
    {
      g_autoptr (AdwViewStackPage) page = g_list_model_get_item (G_LIST_MODEL (model), i);

      adw_bin_set_child (ADW_BIN (adw_view_stack_page_get_child (page)), NULL);
    }
}
