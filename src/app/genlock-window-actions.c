/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window can do, with its keys. */

#define G_LOG_DOMAIN "genlock-app"

#include "config.h"

#include <glib/gi18n.h>

#include "app/genlock-window-private.h"
#include "ui/cables/genlock-label-dialog.h"
#include "ui/common/genlock-accessible.h"
#include "ui/common/genlock-step-words.h"
#include "ui/common/genlock-toasts.h"
#include "ui/equipment/genlock-library-page.h"

/* An undo or redo under way. */
typedef struct
{
  GenlockWindow *window; /* owned */
  char *words; /* owned, nullable: said when it is done */
} Undoing;

static void
undoing_free (Undoing *undoing)
{
  g_clear_object (&undoing->window);
  g_free (undoing->words);
  g_free (undoing);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Undoing, undoing_free)

static void
undone_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (Undoing) undoing = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GenlockChanges) changes =
    genlock_store_undo_finish (GENLOCK_STORE (source), result, &error);
  GtkWidget *window = GTK_WIDGET (undoing->window);
  g_autofree char *left = NULL;
  guint n;

  if (changes == NULL)
    {
      if (!g_error_matches (error, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_NOTHING))
        genlock_toast_error (window, error);
      return;
    }

  n = genlock_changes_get_n_left (changes);
  if (n > 0)
    {
      left = g_strdup_printf (ngettext ("%u value stays: someone else has changed it since",
                                        "%u values stay: someone else has changed them since", n),
                              n);
      genlock_toast (window, left);
    }
  else if (undoing->words != NULL)
    genlock_toast (window, undoing->words);
}

static Undoing *
undoing_new (GenlockWindow *self,
             gboolean redo)
{
  Undoing *undoing = g_new0 (Undoing, 1);
  g_auto (GenlockStep) step = { 0 };

  undoing->window = g_object_ref (self);
  genlock_store_get_step (self->store, redo, &step);
  if (step.id != 0)
    undoing->words = genlock_step_dup_done (&step, redo);

  return undoing;
}

static void
undo_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  GenlockWindow *self = GENLOCK_WINDOW (widget);

  genlock_store_undo_async (self->store, 0, undone_cb, undoing_new (self, FALSE));
}

static void
redo_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  GenlockWindow *self = GENLOCK_WINDOW (widget);

  genlock_store_redo_async (self->store, undone_cb, undoing_new (self, TRUE));
}

/* The button of a toast: what it said is on the screen, so nothing more is said. */
static void
undo_step_action (GtkWidget *widget,
                  const char *name,
                  GVariant *parameter)
{
  GenlockWindow *self = GENLOCK_WINDOW (widget);
  Undoing *undoing;

  if (self->store == NULL)
    return;

  undoing = g_new0 (Undoing, 1);
  undoing->window = g_object_ref (self);
  genlock_store_undo_async (self->store, g_variant_get_int64 (parameter), undone_cb, undoing);
}

/* Whether the keyboard is where nothing is seen any more. */
static gboolean
is_lost (GenlockWindow *self)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));

  return focus == NULL || !gtk_widget_get_mapped (focus);
}

/* Whether the keyboard is in the list of shows. */
static gboolean
is_in_sidebar (GenlockWindow *self)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->shows));
}

static gboolean
has_page (GenlockWindow *self)
{
  return genlock_window_has_place (self)
         && genlock_window_get_page (self) != NULL
         && (!adw_leaflet_get_folded (self->leaflet)
             || g_strcmp0 (adw_leaflet_get_visible_child_name (self->leaflet), "content") == 0);
}

static void
new_show_action (GtkWidget *widget,
                 const char *name,
                 GVariant *parameter)
{
  genlock_production_list_add (GENLOCK_WINDOW (widget)->shows);
}

/* Ctrl+N makes what the place is about. */
static void
new_action (GtkWidget *widget,
            const char *name,
            GVariant *parameter)
{
  GenlockWindow *self = GENLOCK_WINDOW (widget);

  if (has_page (self))
    gtk_widget_activate_action (GTK_WIDGET (genlock_window_get_page (self)), "page.new", NULL);
  else
    new_show_action (widget, name, parameter);
}

static void
new_key_action (GtkWidget *widget,
                const char *name,
                GVariant *parameter)
{
  if (is_in_sidebar (GENLOCK_WINDOW (widget)))
    new_show_action (widget, name, parameter);
  else
    new_action (widget, name, parameter);
}

static void
search_shows_action (GtkWidget *widget,
                     const char *name,
                     GVariant *parameter)
{
  genlock_production_list_start_search (GENLOCK_WINDOW (widget)->shows);
}

static void
search_action (GtkWidget *widget,
               const char *name,
               GVariant *parameter)
{
  GenlockWindow *self = GENLOCK_WINDOW (widget);

  if (has_page (self))
    genlock_page_start_search (genlock_window_get_page (self));
  else
    search_shows_action (widget, name, parameter);
}

static void
search_key_action (GtkWidget *widget,
                   const char *name,
                   GVariant *parameter)
{
  if (is_in_sidebar (GENLOCK_WINDOW (widget)))
    search_shows_action (widget, name, parameter);
  else
    search_action (widget, name, parameter);
}

static void
find_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  genlock_window_find (GENLOCK_WINDOW (widget));
}

static void
label_cables_action (GtkWidget *widget,
                     const char *name,
                     GVariant *parameter)
{
  GenlockWindow *self = GENLOCK_WINDOW (widget);

  if (self->checked != NULL)
    genlock_label_dialog_present (self->body, self->checked, NULL);
}

static void
page_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  GenlockWindow *self = GENLOCK_WINDOW (widget);
  g_autoptr (GtkSelectionModel) model = adw_view_stack_get_pages (self->view_stack);
  guint index = g_variant_get_int32 (parameter);

  if (genlock_production_list_get_selected (self->shows) != NULL)
    genlock_window_show_library (self, FALSE);
  if (index < g_list_model_get_n_items (G_LIST_MODEL (model)))
    gtk_selection_model_select_item (model, index, TRUE);
  /* The next key is for the page. */
  if ((is_in_sidebar (self) || is_lost (self))
      && !gtk_widget_grab_focus (GTK_WIDGET (genlock_window_get_page (self))))
    gtk_window_set_focus (GTK_WINDOW (self), NULL);
}

/* Ctrl+P leads to the sheets; there it prints. */
static void
print_action (GtkWidget *widget,
              const char *name,
              GVariant *parameter)
{
  GenlockWindow *self = GENLOCK_WINDOW (widget);
  const char *page = adw_view_stack_get_visible_child_name (self->view_stack);

  if (has_page (self) && !self->library && g_strcmp0 (page, "sheets") == 0)
    {
      gtk_widget_activate_action (GTK_WIDGET (genlock_window_get_page (self)), "page.print", NULL);
      return;
    }
  if (self->store == NULL || genlock_production_list_get_selected (self->shows) == NULL)
    return;

  genlock_window_show_library (self, FALSE);
  adw_leaflet_set_visible_child_name (self->leaflet, "content");
  adw_view_stack_set_visible_child_name (self->view_stack, "sheets");
}

/* Opens the show whose id is given. */
static void
show_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  GenlockWindow *self = GENLOCK_WINDOW (widget);

  if (self->store == NULL)
    return;

  genlock_production_list_select (self->shows, g_variant_get_string (parameter, NULL));
  genlock_window_show_library (self, FALSE);
}

static void
library_action (GtkWidget *widget,
                const char *name,
                GVariant *parameter)
{
  GenlockWindow *self = GENLOCK_WINDOW (widget);

  if (self->store == NULL)
    return;

  genlock_window_show_library (self, TRUE);
  adw_leaflet_set_visible_child_name (self->leaflet, "content");
  gtk_widget_grab_focus (GTK_WIDGET (genlock_window_get_page (self)));
}

/* Opens the library at the spec whose id is given. */
static void
equipment_action (GtkWidget *widget,
                  const char *name,
                  GVariant *parameter)
{
  GenlockWindow *self = GENLOCK_WINDOW (widget);
  GenlockPage *page;

  library_action (widget, name, NULL);
  page = genlock_window_get_page (self);
  if (GENLOCK_IS_LIBRARY_PAGE (page))
    genlock_library_page_open_spec (GENLOCK_LIBRARY_PAGE (page),
                                    g_variant_get_string (parameter, NULL));
}

/* First inside the page, then to the shows; where there are none, to what the window says then. */
static void
back_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  GenlockWindow *self = GENLOCK_WINDOW (widget);

  if (has_page (self) && genlock_page_go_back (genlock_window_get_page (self)))
    return;

  if (self->library && genlock_production_list_get_n_shows (self->shows) == 0)
    genlock_window_show_library (self, FALSE);
  else
    adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}

static void
import_action (GtkWidget *widget,
               const char *name,
               GVariant *parameter)
{
  genlock_window_import (GENLOCK_WINDOW (widget), NULL);
}

static void
sample_action (GtkWidget *widget,
               const char *name,
               GVariant *parameter)
{
  genlock_window_open_sample (GENLOCK_WINDOW (widget));
}

static void
repair_action (GtkWidget *widget,
               const char *name,
               GVariant *parameter)
{
  GenlockWindow *self = GENLOCK_WINDOW (widget);
  g_autofree char *path = g_strdup (self->problem_path);
  g_autoptr (GError) error = self->problem != NULL ? g_error_copy (self->problem) : NULL;

  if (error != NULL)
    genlock_window_show_problem (self, path, error);
}

static void
shortcuts_action (GtkWidget *widget,
                  const char *name,
                  GVariant *parameter)
{
  g_autoptr (GtkBuilder) builder =
    gtk_builder_new_from_resource ("/org/genlock/Genlock/app/genlock-shortcuts.ui");
  GtkWindow *shortcuts = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));

  gtk_window_set_transient_for (shortcuts, GTK_WINDOW (widget));
  gtk_window_present (shortcuts);
}

static void
add_key (GtkWidgetClass *widget_class,
         guint key,
         GdkModifierType modifiers,
         const char *action)
{
  gtk_widget_class_add_binding_action (widget_class, key, modifiers, action, NULL);
}

/* The crosspoints of the device whose id is given; of any router for "". */
static void
matrix_action (GtkWidget *widget,
               const char *name,
               GVariant *parameter)
{
  genlock_window_show_matrix (GENLOCK_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
go_to_action (GtkWidget *widget,
              const char *action_name,
              GVariant *parameter)
{
  const char *table_name;
  const char *id;

  g_variant_get (parameter, "(&s&s)", &table_name, &id);
  genlock_window_go_to (GENLOCK_WINDOW (widget), table_name, id);
}

static void
install_page_keys (GtkWidgetClass *widget_class)
{
  for (int i = 0; i < 9; i++)
    {
      gtk_widget_class_add_binding_action (widget_class, GDK_KEY_1 + i, GDK_CONTROL_MASK,
                                           "win.page", "i", i);
      gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_1 + i, GDK_CONTROL_MASK,
                                           "win.page", "i", i);
    }
}

void
genlock_window_install_actions (GtkWidgetClass *widget_class)
{
  const GdkModifierType control = GDK_CONTROL_MASK;
  const GdkModifierType both = GDK_CONTROL_MASK | GDK_SHIFT_MASK;

  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_action);
  add_key (widget_class, GDK_KEY_z, control, "win.undo");
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_action);
  add_key (widget_class, GDK_KEY_z, both, "win.redo");
  add_key (widget_class, GDK_KEY_y, control, "win.redo");
  gtk_widget_class_install_action (widget_class, "win.undo-step", "x", undo_step_action);
  gtk_widget_class_install_action (widget_class, "win.new-show", NULL, new_show_action);
  add_key (widget_class, GDK_KEY_n, both, "win.new-show");
  gtk_widget_class_install_action (widget_class, "win.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "win.new-here", NULL, new_key_action);
  add_key (widget_class, GDK_KEY_n, control, "win.new-here");
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "win.search-shows", NULL, search_shows_action);
  gtk_widget_class_install_action (widget_class, "win.search-here", NULL, search_key_action);
  add_key (widget_class, GDK_KEY_f, control, "win.search-here");
  gtk_widget_class_install_action (widget_class, "win.find", NULL, find_action);
  add_key (widget_class, GDK_KEY_k, control, "win.find");
  gtk_widget_class_install_action (widget_class, "win.label-cables", NULL, label_cables_action);
  gtk_widget_class_install_action (widget_class, "win.page", "i", page_action);
  gtk_widget_class_install_action (widget_class, "win.go-to", "(ss)", go_to_action);
  gtk_widget_class_install_action (widget_class, "win.matrix", "s", matrix_action);
  install_page_keys (widget_class);
  gtk_widget_class_install_action (widget_class, "win.back", NULL, back_action);
  add_key (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "win.back");
  gtk_widget_class_install_action (widget_class, "win.show", "s", show_action);
  gtk_widget_class_install_action (widget_class, "win.library", NULL, library_action);
  add_key (widget_class, GDK_KEY_e, control, "win.library");
  gtk_widget_class_install_action (widget_class, "win.equipment", "s", equipment_action);
  gtk_widget_class_install_action (widget_class, "win.import", NULL, import_action);
  add_key (widget_class, GDK_KEY_i, control, "win.import");
  gtk_widget_class_install_action (widget_class, "win.print", NULL, print_action);
  add_key (widget_class, GDK_KEY_p, control, "win.print");
  gtk_widget_class_install_action (widget_class, "win.sample", NULL, sample_action);
  gtk_widget_class_install_action (widget_class, "win.repair", NULL, repair_action);
  gtk_widget_class_install_property_action (widget_class, "win.inspector", "inspector");
  add_key (widget_class, GDK_KEY_F9, 0, "win.inspector");
  gtk_widget_class_install_action (widget_class, "win.shortcuts", NULL, shortcuts_action);
  add_key (widget_class, GDK_KEY_F1, 0, "win.shortcuts");
  add_key (widget_class, GDK_KEY_question, control, "win.shortcuts");
  add_key (widget_class, GDK_KEY_question, both, "win.shortcuts");
}

static void
set_step (GenlockWindow *self,
          gboolean redo,
          GtkWidget *button,
          const char *action,
          const char *accel)
{
  g_auto (GenlockStep) step = { 0 };
  g_autofree char *label = NULL;
  g_autofree char *short_label = NULL;
  g_autoptr (GMenuItem) item = NULL;

  if (self->store != NULL)
    genlock_store_get_step (self->store, redo, &step);
  label = genlock_step_dup_label (&step, redo);
  gtk_widget_set_tooltip_text (button, label);
  genlock_accessible_set_label (button, label);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), action,
                                 step.id != 0 && genlock_store_get_writable (self->store));

  short_label = genlock_step_dup_short_label (&step, redo);
  item = g_menu_item_new (short_label, action);
  g_menu_item_set_attribute (item, "accel", "s", accel);
  g_menu_append_item (self->undo_section, item);
  g_menu_append_item (self->more_undo_section, item);
}

void
genlock_window_update_actions (GenlockWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean writable = self->store != NULL && genlock_store_get_writable (self->store);
  GenlockPage *page = genlock_window_has_place (self) ? genlock_window_get_page (self) : NULL;
  const char *label = page != NULL ? genlock_page_get_new_label (page) : NULL;

  g_menu_remove_all (self->undo_section);
  g_menu_remove_all (self->more_undo_section);
  set_step (self, FALSE, self->undo_button, "win.undo", "<Control>z");
  set_step (self, TRUE, self->redo_button, "win.redo", "<Shift><Control>z");
  gtk_widget_action_set_enabled (widget, "win.new-show", writable);
  gtk_widget_action_set_enabled (widget, "win.new", writable);
  gtk_widget_action_set_enabled (widget, "win.new-here", writable);
  gtk_widget_action_set_enabled (widget, "win.import", writable);
  gtk_widget_action_set_enabled (widget, "win.sample", writable);
  gtk_widget_action_set_enabled (widget, "win.find", self->store != NULL);
  gtk_widget_action_set_enabled (widget, "win.library", self->store != NULL);
  gtk_widget_action_set_enabled (widget, "win.inspector", page != NULL);
  gtk_widget_action_set_enabled (widget, "win.search", page != NULL);
  gtk_widget_set_visible (self->new_button, label != NULL);
  gtk_widget_set_visible (self->tools, page != NULL);
  gtk_widget_set_tooltip_text (self->new_button, label);
  genlock_accessible_set_label (self->new_button, label);
}
