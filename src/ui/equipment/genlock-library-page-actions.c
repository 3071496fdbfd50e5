/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The library page: what can be done to a spec, with its keys and the pointer. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "core/schema/genlock-equipment-specs.h"
#include "equipment/genlock-spec-edit.h"
#include "equipment/genlock-spec-merge.h"
#include "ui/common/genlock-drag.h"
#include "ui/common/genlock-error-words.h"
#include "ui/common/genlock-toasts.h"
#include "ui/equipment/genlock-library-page-private.h"
#include "ui/equipment/genlock-merge-dialog.h"
#include "ui/equipment/genlock-replace-dialog.h"
#include "ui/equipment/genlock-spec-dialog.h"
#include "ui/equipment/genlock-spec-gesture.h"
#include "ui/equipment/genlock-spec-row.h"
#include "ui/equipment/genlock-spec-words.h"

/* The row at a place of the list view. */
static GenlockSpecRow *
pick_row (GenlockLibraryPage *self,
          double x,
          double y)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self->list_view), x, y, GTK_PICK_DEFAULT);

  if (widget == NULL)
    return NULL;
  if (GENLOCK_IS_SPEC_ROW (gtk_widget_get_first_child (widget)))
    return GENLOCK_SPEC_ROW (gtk_widget_get_first_child (widget));

  return GENLOCK_SPEC_ROW (gtk_widget_get_ancestor (widget, GENLOCK_TYPE_SPEC_ROW));
}

/* The place in the list of the row at a place of the list view. */
static guint
pick_position (GenlockLibraryPage *self,
               double x,
               double y)
{
  GenlockSpecRow *row = pick_row (self, x, y);
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->items);
  while (row != NULL && g_hash_table_iter_next (&iter, &item, NULL))
    if (gtk_list_item_get_child (item) == GTK_WIDGET (row))
      return gtk_list_item_get_position (item);

  return GTK_INVALID_LIST_POSITION;
}

static void
popup_at (GenlockLibraryPage *self,
          double x,
          double y)
{
  GdkRectangle place = { 0, 0, 1, 1 };
  double to_x, to_y;

  if (!gtk_widget_translate_coordinates (GTK_WIDGET (self->list_view), self->side, x, y,
                                         &to_x, &to_y))
    return;

  if (self->popover == NULL)
    {
      self->popover = GTK_POPOVER (gtk_popover_menu_new_from_model (self->row_menu));
      gtk_popover_set_has_arrow (self->popover, FALSE);
      gtk_widget_set_halign (GTK_WIDGET (self->popover), GTK_ALIGN_START);
      gtk_box_append (GTK_BOX (self->side), GTK_WIDGET (self->popover));
    }

  place.x = to_x;
  place.y = to_y;
  gtk_popover_set_pointing_to (self->popover, &place);
  gtk_popover_popup (self->popover);
}

/* Where there is room for one side only, a click goes to the spec. */
static void
released_cb (GenlockLibraryPage *self,
             int n_press,
             double x,
             double y)
{
  if (adw_leaflet_get_folded (self->leaflet) && pick_row (self, x, y) != NULL)
    genlock_library_page_open (self);
}

static void
secondary_cb (GenlockLibraryPage *self,
              int n_press,
              double x,
              double y)
{
  guint position = pick_position (self, x, y);

  if (position == GTK_INVALID_LIST_POSITION)
    return;

  gtk_single_selection_set_selected (self->selection, position);
  popup_at (self, x, y);
}

static void
menu_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  GenlockLibraryPage *self = GENLOCK_LIBRARY_PAGE (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  double x = 0, y = 0;

  if (genlock_library_page_get_record (self) == NULL)
    return;
  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list_view)))
    gtk_widget_translate_coordinates (focus, GTK_WIDGET (self->list_view),
                                      24, gtk_widget_get_height (focus), &x, &y);
  popup_at (self, x, y);
}

/* A filter or a search would hide what is new. */
static void
added_cb (const char *id,
          GtkWidget *from)
{
  GenlockLibraryPage *self = GENLOCK_LIBRARY_PAGE (from);

  genlock_library_page_show_all (self);
  genlock_library_page_select (self, id);
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
}

void
genlock_library_page_open_spec (GenlockLibraryPage *page,
                                const char *id)
{
  g_return_if_fail (GENLOCK_IS_LIBRARY_PAGE (page));

  added_cb (id, GTK_WIDGET (page));
}

static void
new_action (GtkWidget *widget,
            const char *name,
            GVariant *parameter)
{
  GenlockLibraryPage *self = GENLOCK_LIBRARY_PAGE (widget);
  const char *category = self->categories != NULL ? self->categories[0] : NULL;

  genlock_spec_dialog_present (widget, self->store, category, added_cb);
}

static void
edit_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  GenlockLibraryPage *self = GENLOCK_LIBRARY_PAGE (widget);

  genlock_library_page_open (self);
  gtk_widget_child_focus (GTK_WIDGET (self->pane), GTK_DIR_TAB_FORWARD);
}

static void
adopted_cb (const char *id,
            GtkWidget *from)
{
  genlock_library_page_select (GENLOCK_LIBRARY_PAGE (from), id);
}

static void
adopt_action (GtkWidget *widget,
              const char *name,
              GVariant *parameter)
{
  GenlockLibraryPage *self = GENLOCK_LIBRARY_PAGE (widget);
  GenlockRecord *record = genlock_library_page_get_record (self);

  if (record != NULL && genlock_library_page_is_shipped (self))
    genlock_spec_adopt (widget, self->store, record, adopted_cb);
}

/* A deletion or a replacement that waits to know where the spec is used. */
typedef struct
{
  GenlockLibraryPage *page; /* owned */
  GenlockRecord *spec; /* owned */
  GenlockSpecUsage *usage; /* owned, nullable */
  gboolean replace;
} Going;

static void
going_free (Going *going)
{
  g_object_unref (going->page);
  genlock_record_unref (going->spec);
  g_clear_pointer (&going->usage, genlock_spec_usage_unref);
  g_free (going);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Going, going_free)

static void
refused_cb (AdwMessageDialog *dialog,
            const char *response,
            Going *going)
{
  if (g_str_equal (response, "replace"))
    genlock_replace_dialog_present (GTK_WIDGET (going->page), going->page->store, going->spec,
                                    going->usage, TRUE, adopted_cb);
  going_free (going);
}

/* @going: (transfer full): shows use it; they are named, and it can be replaced in them. */
static void
refuse (Going *going,
        const GError *error)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (going->page));
  g_autofree char *name = genlock_spec_dup_name (going->spec);
  g_autofree char *sentence = genlock_error_dup_sentence (error);
  GtkWidget *dialog = adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                              NULL, sentence);

  adw_message_dialog_format_heading (ADW_MESSAGE_DIALOG (dialog), _("“%s” is in use"), name);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog),
                                    "close", _("_Close"),
                                    "replace", _("_Replace…"),
                                    NULL);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "replace");
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "replace",
                                              ADW_RESPONSE_SUGGESTED);
  g_signal_connect (dialog, "response", G_CALLBACK (refused_cb), going);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* @going: (transfer full) */
static void
delete_or_refuse (Going *going)
{
  const char * const ids[] = { genlock_record_get_id (going->spec), NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GenlockBatch) batch = genlock_spec_delete_build (ids, going->usage, &error);
  g_autofree char *name = genlock_spec_dup_name (going->spec);
  g_autofree char *words = g_strdup_printf (_("“%s” deleted"), name);

  if (g_error_matches (error, GENLOCK_EQUIPMENT_ERROR, GENLOCK_EQUIPMENT_ERROR_USED))
    {
      refuse (going, error);
      return;
    }

  if (batch != NULL)
    {
      genlock_library_page_go_on (going->page);
      genlock_spec_apply (GTK_WIDGET (going->page), going->page->store, batch, words, NULL, NULL);
    }
  else if (error != NULL)
    genlock_toast_error (GTK_WIDGET (going->page), error);
  going_free (going);
}

static void
used_cb (GObject *source,
         GAsyncResult *result,
         gpointer user_data)
{
  g_autoptr (Going) going = user_data;
  GtkWidget *page = GTK_WIDGET (going->page);
  g_autoptr (GError) error = NULL;

  going->usage = genlock_spec_usage_read_finish (GENLOCK_STORE (source), result, &error);
  if (going->usage == NULL)
    {
      genlock_toast_error (page, error);
      return;
    }

  if (!going->replace)
    delete_or_refuse (g_steal_pointer (&going));
  else if (genlock_spec_usage_is_empty (going->usage))
    genlock_toast (page, _("No show uses this device."));
  else
    genlock_replace_dialog_present (page, going->page->store, going->spec, going->usage, FALSE,
                                    adopted_cb);
}

static void
going_action (GtkWidget *widget,
              const char *name,
              GVariant *parameter)
{
  GenlockLibraryPage *self = GENLOCK_LIBRARY_PAGE (widget);
  GenlockRecord *record = genlock_library_page_get_record (self);
  const char *ids[2] = { NULL, NULL };
  Going *going;

  if (record == NULL || genlock_library_page_is_shipped (self))
    return;

  ids[0] = genlock_record_get_id (record);
  going = g_new0 (Going, 1);
  going->page = g_object_ref (self);
  going->spec = genlock_record_ref (record);
  going->replace = g_str_equal (name, "page.replace");
  genlock_spec_usage_read_async (self->store, ids, NULL, used_cb, going);
}

/* A spec that waits to know which models its maker has already. */
typedef struct
{
  GtkWidget *page; /* owned */
  GenlockRecord *spec; /* owned */
} Copying;

static void
copying_free (Copying *copying)
{
  g_object_unref (copying->page);
  genlock_record_unref (copying->spec);
  g_free (copying);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Copying, copying_free)

static void
models_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (Copying) copying = user_data;
  g_autoptr (GHashTable) models = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) counts = genlock_store_count_finish (GENLOCK_STORE (source), result, &error);
  const GenlockRecord *copy = NULL;
  g_autoptr (GenlockBatch) batch = NULL;
  g_autofree char *called = genlock_spec_dup_name (copying->spec);
  g_autofree char *words = g_strdup_printf (_("“%s” duplicated"), called);

  if (counts == NULL)
    {
      genlock_toast_error (copying->page, error);
      return;
    }

  for (guint i = 0; i < counts->len; i++)
    if (g_array_index (counts, GenlockCount, i).word != NULL)
      g_hash_table_add (models, g_array_index (counts, GenlockCount, i).word);
  batch = genlock_spec_duplicate_build (copying->spec, models, &copy);
  genlock_spec_apply (copying->page, GENLOCK_STORE (source), batch, words,
                      genlock_record_get_id (copy), added_cb);
}

static void
duplicate_action (GtkWidget *widget,
                  const char *name,
                  GVariant *parameter)
{
  GenlockLibraryPage *self = GENLOCK_LIBRARY_PAGE (widget);
  GenlockRecord *record = genlock_library_page_get_record (self);
  g_autoptr (GenlockQuery) query = genlock_query_new (&genlock_equipment_specs);
  const char *makers[2] = { NULL, NULL };
  Copying *copying;

  if (record == NULL)
    return;

  makers[0] = genlock_record_get_text (record, GENLOCK_EQUIPMENT_SPEC_MANUFACTURER);
  genlock_query_set_filter (query, GENLOCK_EQUIPMENT_SPEC_MANUFACTURER, makers, FALSE);
  copying = g_new0 (Copying, 1);
  copying->page = g_object_ref (widget);
  copying->spec = genlock_record_ref (record);
  genlock_store_count_async (self->store, query, GENLOCK_EQUIPMENT_SPEC_MODEL, NULL, models_cb,
                             copying);
}

static void
merge_action (GtkWidget *widget,
              const char *name,
              GVariant *parameter)
{
  genlock_merge_dialog_present (widget, GENLOCK_LIBRARY_PAGE (widget)->store, adopted_cb);
}

static GdkContentProvider *
prepare_cb (GtkDragSource *source,
            double x,
            double y,
            GenlockLibraryPage *self)
{
  GenlockSpecRow *row = pick_row (self, x, y);
  GenlockRow *item = row != NULL ? genlock_spec_row_get_row (row) : NULL;
  GenlockRecord *record = item != NULL ? genlock_row_get_record (item) : NULL;
  g_autoptr (GenlockDragRows) rows = NULL;

  if (record == NULL)
    return NULL;

  rows = genlock_drag_rows_new (genlock_record_get_table (record));
  if (genlock_library_page_is_shipped_at (self, pick_position (self, x, y)))
    genlock_drag_rows_add_fresh (rows, record);
  else
    genlock_drag_rows_add (rows, record);

  return genlock_drag_rows_to_content (rows);
}

static void
drag_begin_cb (GtkDragSource *source,
               GdkDrag *drag,
               GenlockLibraryPage *self)
{
  genlock_drag_set_icon (drag, GTK_WIDGET (self->list_view), 1);
}

void
genlock_library_page_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "page.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "page.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "page.adopt", NULL, adopt_action);
  gtk_widget_class_install_action (widget_class, "page.duplicate", NULL, duplicate_action);
  gtk_widget_class_install_action (widget_class, "page.replace", NULL, going_action);
  gtk_widget_class_install_action (widget_class, "page.delete", NULL, going_action);
  gtk_widget_class_install_action (widget_class, "page.merge", NULL, merge_action);
  gtk_widget_class_install_action (widget_class, "page.menu", NULL, menu_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "page.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "page.menu",
                                       NULL);
  gtk_widget_class_install_property_action (widget_class, "page.sort", "sort");
}

void
genlock_library_page_update_actions (GenlockLibraryPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean writable = self->store != NULL && genlock_store_get_writable (self->store);
  gboolean selected = self->list != NULL && genlock_library_page_get_record (self) != NULL;
  gboolean shipped = selected && genlock_library_page_is_shipped (self);

  gtk_widget_action_set_enabled (widget, "page.new", writable);
  gtk_widget_action_set_enabled (widget, "page.edit", selected);
  gtk_widget_action_set_enabled (widget, "page.adopt", writable && shipped);
  gtk_widget_action_set_enabled (widget, "page.duplicate", writable && selected);
  gtk_widget_action_set_enabled (widget, "page.replace", writable && selected && !shipped);
  gtk_widget_action_set_enabled (widget, "page.delete", writable && selected && !shipped);
  gtk_widget_action_set_enabled (widget, "page.merge", writable);
}

/* Of the list alone: the pane has ports to edit and delete. */
static void
add_keys (GenlockLibraryPage *self)
{
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    const char *action;
  } keys[] = {
    { GDK_KEY_F2, 0, "page.edit" },
    { GDK_KEY_d, GDK_CONTROL_MASK, "page.duplicate" },
    { GDK_KEY_Delete, 0, "page.delete" },
    { GDK_KEY_KP_Delete, 0, "page.delete" },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].key, keys[i].modifiers),
                        gtk_named_action_new (keys[i].action)));
  gtk_widget_add_controller (GTK_WIDGET (self->list_view), controller);
}

/* From what is searched straight to what is found. */
static gboolean
search_down_cb (GtkWidget *entry,
                GVariant *arguments,
                gpointer user_data)
{
  GenlockLibraryPage *self = user_data;

  if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) == 0)
    return GDK_EVENT_PROPAGATE;

  if (gtk_single_selection_get_selected (self->selection) == GTK_INVALID_LIST_POSITION)
    gtk_single_selection_set_selected (self->selection, 0);
  return gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}

static void
add_search_keys (GenlockLibraryPage *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  /* Before the entry, which has a use of its own for arrows. */
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (controller),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Down, 0),
                      gtk_callback_action_new (search_down_cb, self, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self->search_entry), controller);
}

void
genlock_library_page_add_gestures (GenlockLibraryPage *self)
{
  GtkGesture *primary = gtk_gesture_click_new ();
  GtkGesture *secondary = gtk_gesture_click_new ();
  GtkDragSource *source = gtk_drag_source_new ();

  add_keys (self);
  add_search_keys (self);
  g_signal_connect_swapped (primary, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list_view), GTK_EVENT_CONTROLLER (primary));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (secondary, "pressed", G_CALLBACK (secondary_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list_view), GTK_EVENT_CONTROLLER (secondary));

  gtk_drag_source_set_actions (source, GDK_ACTION_COPY);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), self);
  g_signal_connect (source, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list_view), GTK_EVENT_CONTROLLER (source));
}
