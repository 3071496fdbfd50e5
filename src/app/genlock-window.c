/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window. */

#define G_LOG_DOMAIN "genlock-app"

#include "config.h"

#include <glib/gi18n.h>

#include "app/genlock-welcome.h"
#include "app/genlock-window-private.h"
#include "core/schema/genlock-productions.h"
#include "ui/common/genlock-accessible.h"
#include "ui/common/genlock-menu-later.h"
#include "ui/import/genlock-import-dialog.h"
#include "ui/productions/genlock-production-words.h"

G_DEFINE_FINAL_TYPE (GenlockWindow, genlock_window, ADW_TYPE_APPLICATION_WINDOW)

enum
{
  PROP_0,
  PROP_INSPECTOR,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

/* Opening that takes longer says so. */
#define LOADING_MS 300

static void
update_title (GenlockWindow *self)
{
  const char *id = genlock_production_list_get_selected (self->shows);
  g_autoptr (GenlockRecord) record = NULL;
  g_autofree char *name = NULL;
  g_autofree char *place = NULL;

  if (self->library)
    name = g_strdup (_("Equipment library"));
  else if (self->store != NULL && id != NULL)
    record = genlock_store_get (self->store, &genlock_productions, id, NULL);
  if (record != NULL)
    {
      name = genlock_production_dup_name (record);
      place = genlock_production_dup_place (record);
    }
  adw_view_switcher_title_set_title (self->switcher_title, name != NULL ? name : "Genlock");
  adw_view_switcher_title_set_subtitle (self->switcher_title, place != NULL ? place : "");
  gtk_window_set_title (GTK_WINDOW (self), name != NULL ? name : "Genlock");
}

/* What the window is about as a whole. */
static void
update_stack (GenlockWindow *self)
{
  int n_shows = genlock_production_list_get_n_shows (self->shows);

  if (self->store == NULL || n_shows < 0)
    return;

  g_clear_handle_id (&self->loading_timeout, g_source_remove);
  if (n_shows == 0 && adw_bin_get_child (self->welcome_bin) == NULL)
    adw_bin_set_child (self->welcome_bin,
                       genlock_welcome_new (G_MENU_MODEL (self->primary_menu)));
  gtk_stack_set_visible_child_name (self->stack,
                                    n_shows == 0 && !self->library ? "welcome" : "shows");
  genlock_window_update_back (self);
}

static void
update_content (GenlockWindow *self)
{
  gboolean open = !self->library
                  && genlock_production_list_get_selected (self->shows) != NULL;
  gboolean narrow;

  gtk_stack_set_visible_child_name (self->place_stack, self->library ? "library" : "show");
  genlock_window_update_page (self);
  gtk_stack_set_visible_child_name (self->content_stack,
                                    genlock_window_has_place (self) ? "pages" : "none");
  adw_view_switcher_title_set_view_switcher_enabled (self->switcher_title, open);
  narrow = adw_view_switcher_title_get_title_visible (self->switcher_title);
  /* Its buttons are made when the window is narrow for the first time. */
  if (narrow)
    adw_view_switcher_bar_set_stack (self->switcher_bar, self->view_stack);
  adw_view_switcher_bar_set_reveal (self->switcher_bar, open && narrow);
  update_title (self);
  genlock_window_update_back (self);
  genlock_window_update_actions (self);
}

static gboolean
update_content_cb (GtkWidget *self,
                   GdkFrameClock *clock,
                   gpointer user_data)
{
  update_content (GENLOCK_WINDOW (self));

  return G_SOURCE_REMOVE;
}

/* It is told while the window is laid out: the bar below, shown then, would get no height. */
static void
narrow_cb (GenlockWindow *self)
{
  gtk_widget_add_tick_callback (GTK_WIDGET (self), update_content_cb, NULL, NULL);
}

void
genlock_window_update_back (GenlockWindow *self)
{
  GenlockPage *page = genlock_window_has_place (self) ? genlock_window_get_page (self) : NULL;
  gboolean inside = page != NULL && genlock_page_can_go_back (page);
  gboolean welcome = self->library && genlock_production_list_get_n_shows (self->shows) == 0;
  const char *words = inside ? _("Back to the list")
                             : welcome ? _("Back to the start") : _("Back to the shows");

  gtk_widget_set_visible (self->back_button,
                          inside || welcome || adw_leaflet_get_folded (self->leaflet));
  gtk_widget_set_tooltip_text (self->back_button, words);
  genlock_accessible_set_label (self->back_button, words);
}

void
genlock_window_show_library (GenlockWindow *self,
                             gboolean library)
{
  if (self->library == library)
    return;

  self->library = library;
  genlock_production_list_set_marked (self->shows, !library);
  gtk_list_box_select_row (self->places, library ? self->library_row : NULL);
  update_content (self);
  update_stack (self);
}

static void
place_activated_cb (GenlockWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.library", NULL);
}

static void
update_banner (GenlockWindow *self)
{
  gboolean writable = self->store == NULL || genlock_store_get_writable (self->store);
  const char *words = self->reason;

  if (words == NULL)
    words = _("Another program has this database open. You can look at everything; "
              "changes are possible as soon as it is closed there.");
  if (!writable)
    gtk_label_set_label (self->banner_label, words);
  gtk_widget_set_visible (self->banner_button, self->problem != NULL);
  gtk_revealer_set_reveal_child (self->banner, !writable);
}

static void
writable_cb (GenlockWindow *self)
{
  update_banner (self);
  genlock_window_update_actions (self);
}

static void
n_shows_cb (GenlockWindow *self)
{
  update_stack (self);
}

static void
selected_cb (GenlockWindow *self)
{
  const char *id = genlock_production_list_get_selected (self->shows);

  if (!self->restoring && self->store != NULL)
    g_settings_set_string (self->settings, "last-show", id != NULL ? id : "");
  if (id != NULL)
    genlock_window_show_library (self, FALSE);
  if (!genlock_window_has_place (self) && adw_leaflet_get_folded (self->leaflet))
    adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
  update_content (self);
}

/* Where both sides are there the focus stays in the list, so that the keys go on to work on it. */
static void
opened_cb (GenlockWindow *self)
{
  genlock_window_show_library (self, FALSE);
  if (genlock_production_list_get_selected (self->shows) != NULL
      && adw_leaflet_get_folded (self->leaflet))
    adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
}

/* Of the two sides the show stays where there is one. */
static void
folded_cb (GenlockWindow *self)
{
  if (self->shows == NULL || self->back_button == NULL)
    return;

  if (adw_leaflet_get_folded (self->leaflet) && genlock_window_has_place (self))
    adw_leaflet_set_visible_child_name (self->leaflet, "content");
  genlock_window_update_back (self);
}

static void
page_cb (GenlockWindow *self)
{
  const char *name = adw_view_stack_get_visible_child_name (self->view_stack);

  if (self->settings == NULL || name == NULL)
    return;

  if (!self->restoring)
    g_settings_set_string (self->settings, "last-page", name);
  update_content (self);
}

/* The inspector covers a narrow window, so it comes there only when it is asked for. */
static void
flap_folded_cb (GenlockWindow *self)
{
  gboolean folded = adw_flap_get_folded (self->flap);

  self->restoring = TRUE;
  adw_flap_set_reveal_flap (self->flap,
                            !folded && g_settings_get_boolean (self->settings, "inspector"));
  self->restoring = FALSE;
}

static void
reveal_cb (GenlockWindow *self)
{
  gboolean revealed = adw_flap_get_reveal_flap (self->flap);

  if (self->settings == NULL)
    return;

  if (revealed)
    genlock_window_update_inspector (self);
  if (!self->restoring && !adw_flap_get_folded (self->flap))
    g_settings_set_boolean (self->settings, "inspector", revealed);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_INSPECTOR]);
}

static gboolean
loading_timeout_cb (gpointer user_data)
{
  GenlockWindow *self = user_data;

  self->loading_timeout = 0;
  gtk_revealer_set_reveal_child (self->loading, TRUE);

  return G_SOURCE_REMOVE;
}

static void
show_loading (GenlockWindow *self)
{
  gtk_revealer_set_reveal_child (self->loading, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "loading");
  if (self->loading_timeout == 0)
    self->loading_timeout = g_timeout_add (LOADING_MS, loading_timeout_cb, self);
}

static void
changed_cb (GenlockWindow *self,
            GenlockChanges *changes)
{
  if (changes == NULL || genlock_changes_touch (changes, &genlock_productions, NULL))
    update_title (self);
}

static void
save_state (GenlockWindow *self)
{
  int width, height;

  g_settings_set_boolean (self->settings, "window-maximized",
                          gtk_window_is_maximized (GTK_WINDOW (self)));
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  if (width >= 360 && height >= 294)
    {
      g_settings_set_int (self->settings, "window-width", width);
      g_settings_set_int (self->settings, "window-height", height);
    }
}

static gboolean
genlock_window_close_request (GtkWindow *window)
{
  if (!genlock_window_finish_editing (GENLOCK_WINDOW (window)))
    return GDK_EVENT_STOP;

  save_state (GENLOCK_WINDOW (window));

  return GTK_WINDOW_CLASS (genlock_window_parent_class)->close_request (window);
}

static void
drop_store (GenlockWindow *self)
{
  genlock_window_end_find (self);
  if (self->store == NULL)
    return;

  genlock_window_clear_pages (self);
  genlock_production_list_set_store (self->shows, NULL);
  g_signal_handlers_disconnect_by_data (self->store, self);
  g_clear_object (&self->store);
  g_clear_pointer (&self->reason, g_free);
}

static void
genlock_window_dispose (GObject *object)
{
  GenlockWindow *self = GENLOCK_WINDOW (object);

  g_clear_handle_id (&self->loading_timeout, g_source_remove);
  genlock_window_end_hover (self);
  drop_store (self);
  g_clear_object (&self->settings);
  gtk_widget_dispose_template (GTK_WIDGET (self), GENLOCK_TYPE_WINDOW);

  G_OBJECT_CLASS (genlock_window_parent_class)->dispose (object);
}

static void
genlock_window_finalize (GObject *object)
{
  GenlockWindow *self = GENLOCK_WINDOW (object);

  g_free (self->problem_path);
  g_clear_error (&self->problem);

  G_OBJECT_CLASS (genlock_window_parent_class)->finalize (object);
}

static void
genlock_window_get_property (GObject *object,
                             guint prop_id,
                             GValue *value,
                             GParamSpec *pspec)
{
  GenlockWindow *self = GENLOCK_WINDOW (object);

  switch (prop_id)
    {
    case PROP_INSPECTOR:
      /* The action asks before the template is there. */
      g_value_set_boolean (value, self->flap != NULL && adw_flap_get_reveal_flap (self->flap));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
genlock_window_set_property (GObject *object,
                             guint prop_id,
                             const GValue *value,
                             GParamSpec *pspec)
{
  GenlockWindow *self = GENLOCK_WINDOW (object);

  switch (prop_id)
    {
    case PROP_INSPECTOR:
      adw_flap_set_reveal_flap (self->flap, g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, GenlockWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, GenlockWindow, body);
  gtk_widget_class_bind_template_child (widget_class, GenlockWindow, banner);
  gtk_widget_class_bind_template_child (widget_class, GenlockWindow, banner_label);
  gtk_widget_class_bind_template_child (widget_class, GenlockWindow, banner_button);
  gtk_widget_class_bind_template_child (widget_class, GenlockWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, GenlockWindow, loading);
  gtk_widget_class_bind_template_child (widget_class, GenlockWindow, problem_bin);
  gtk_widget_class_bind_template_child (widget_class, GenlockWindow, welcome_bin);
  gtk_widget_class_bind_template_child (widget_class, GenlockWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, GenlockWindow, shows);
  gtk_widget_class_bind_template_child (widget_class, GenlockWindow, switcher_title);
  gtk_widget_class_bind_template_child (widget_class, GenlockWindow, switcher_bar);
  gtk_widget_class_bind_template_child (widget_class, GenlockWindow, places);
  gtk_widget_class_bind_template_child (widget_class, GenlockWindow, library_row);
  gtk_widget_class_bind_template_child (widget_class, GenlockWindow, back_button);
  gtk_widget_class_bind_template_child (widget_class, GenlockWindow, place_stack);
  gtk_widget_class_bind_template_child (widget_class, GenlockWindow, library_bin);
  gtk_widget_class_bind_template_child (widget_class, GenlockWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, GenlockWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, GenlockWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, GenlockWindow, new_button);
  gtk_widget_class_bind_template_child (widget_class, GenlockWindow, tools);
  gtk_widget_class_bind_template_child (widget_class, GenlockWindow, more_button);
  gtk_widget_class_bind_template_child (widget_class, GenlockWindow, content_stack);
  gtk_widget_class_bind_template_child (widget_class, GenlockWindow, flap);
  gtk_widget_class_bind_template_child (widget_class, GenlockWindow, inspector_stack);
  gtk_widget_class_bind_template_child (widget_class, GenlockWindow, view_stack);
  gtk_widget_class_bind_template_child (widget_class, GenlockWindow, primary_menu);
  gtk_widget_class_bind_template_child (widget_class, GenlockWindow, more_menu);
  gtk_widget_class_bind_template_child (widget_class, GenlockWindow, undo_section);
  gtk_widget_class_bind_template_child (widget_class, GenlockWindow, more_undo_section);
}

static void
genlock_window_class_init (GenlockWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = genlock_window_dispose;
  object_class->finalize = genlock_window_finalize;
  object_class->get_property = genlock_window_get_property;
  object_class->set_property = genlock_window_set_property;
  GTK_WINDOW_CLASS (klass)->close_request = genlock_window_close_request;

  properties[PROP_INSPECTOR] = g_param_spec_boolean ("inspector", NULL, NULL, FALSE,
                                                     G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS
                                                     | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  genlock_window_install_actions (widget_class);

  g_type_ensure (GENLOCK_TYPE_PRODUCTION_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/genlock/Genlock/app/genlock-window.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, folded_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, n_shows_cb);
  gtk_widget_class_bind_template_callback (widget_class, place_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_cb);
  gtk_widget_class_bind_template_callback (widget_class, reveal_cb);
  gtk_widget_class_bind_template_callback (widget_class, flap_folded_cb);
}

static void
restore_state (GenlockWindow *self)
{
  g_autofree char *page = g_settings_get_string (self->settings, "last-page");

  gtk_window_set_default_size (GTK_WINDOW (self),
                               g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  g_settings_bind (self->settings, "shows-filter", self->shows, "filter",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "shows-sort", self->shows, "sort", G_SETTINGS_BIND_DEFAULT);
  if (adw_view_stack_get_child_by_name (self->view_stack, page) != NULL)
    adw_view_stack_set_visible_child_name (self->view_stack, page);
  adw_flap_set_reveal_flap (self->flap, g_settings_get_boolean (self->settings, "inspector"));
}

/* Names below their icons, so that six pages fit beside the tools; the title has no property for
 * it. */
static void
stack_switcher (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (ADW_IS_VIEW_SWITCHER (child))
      adw_view_switcher_set_policy (ADW_VIEW_SWITCHER (child), ADW_VIEW_SWITCHER_POLICY_NARROW);
    else
      stack_switcher (child);
}

static void
genlock_window_init (GenlockWindow *self)
{
  self->restoring = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));

  genlock_menu_button_set_model_later (GTK_MENU_BUTTON (self->menu_button),
                                       G_MENU_MODEL (self->primary_menu));
  genlock_menu_button_set_model_later (GTK_MENU_BUTTON (self->more_button),
                                       G_MENU_MODEL (self->more_menu));
  genlock_accessible_set_label (self->menu_button, _("Main menu"));
  genlock_accessible_set_label (self->more_button, _("More"));
  genlock_accessible_set_label_inside (GTK_WIDGET (self->switcher_title), ADW_TYPE_VIEW_SWITCHER,
                                       _("Pages"));
  genlock_accessible_set_label_inside (GTK_WIDGET (self->switcher_bar), ADW_TYPE_VIEW_SWITCHER,
                                       _("Pages"));
  stack_switcher (GTK_WIDGET (self->switcher_title));
  genlock_window_add_pages (self);
  self->settings = g_settings_new (GENLOCK_APPLICATION_ID);
  restore_state (self);
  g_signal_connect_object (self->switcher_title, "notify::title-visible",
                           G_CALLBACK (narrow_cb), self, G_CONNECT_SWAPPED);
  genlock_window_accept_files (self);
  genlock_window_accept_hover (self);
  update_content (self);
  show_loading (self);
  self->restoring = FALSE;
}

GenlockWindow *
genlock_window_new (AdwApplication *application)
{
  return g_object_new (GENLOCK_TYPE_WINDOW, "application", application, NULL);
}

/* Opens the show that was open last, where it is still there. */
static void
open_last (GenlockWindow *self)
{
  g_autofree char *id = g_settings_get_string (self->settings, "last-show");
  g_autoptr (GenlockRecord) record = NULL;

  if (*id != '\0')
    record = genlock_store_get (self->store, &genlock_productions, id, NULL);
  if (record == NULL || genlock_record_get_bool (record, GENLOCK_META_IS_DELETED))
    return;

  self->restoring = TRUE;
  genlock_production_list_select (self->shows, id);
  folded_cb (self);
  self->restoring = FALSE;
}

void
genlock_window_set_store (GenlockWindow *self,
                          GenlockStore *store,
                          const char *reason)
{
  g_return_if_fail (GENLOCK_IS_WINDOW (self));

  drop_store (self);
  self->reason = g_strdup (reason);
  if (store == NULL)
    {
      show_loading (self);
      update_banner (self);
      update_content (self);
      return;
    }

  self->store = g_object_ref (store);
  if (reason == NULL)
    g_clear_error (&self->problem);
  g_signal_connect_object (store, "undo-changed", G_CALLBACK (genlock_window_update_actions),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "notify::writable", G_CALLBACK (writable_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  genlock_production_list_set_store (self->shows, store);
  open_last (self);
  update_banner (self);
  update_content (self);
  update_stack (self);
  genlock_import_dialog_set_store (GTK_WINDOW (self), store);
}

GenlockStore *
genlock_window_get_store (GenlockWindow *self)
{
  g_return_val_if_fail (GENLOCK_IS_WINDOW (self), NULL);

  return self->store;
}

void
genlock_window_show_problem (GenlockWindow *self,
                             const char *path,
                             const GError *error)
{
  GError *copy;

  g_return_if_fail (GENLOCK_IS_WINDOW (self));
  g_return_if_fail (path != NULL && error != NULL);

  drop_store (self);
  copy = g_error_copy (error);
  g_clear_error (&self->problem);
  self->problem = copy;
  g_free (self->problem_path);
  self->problem_path = g_strdup (path);
  g_clear_handle_id (&self->loading_timeout, g_source_remove);
  adw_bin_set_child (self->problem_bin, genlock_problem_view_new (path, error));
  gtk_stack_set_visible_child_name (self->stack, "problem");
  update_banner (self);
  genlock_window_update_actions (self);
}
