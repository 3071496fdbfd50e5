/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be done in the list of shows, with its keys and the pointer. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include "core/schema/genlock-productions.h"
#include "ui/productions/genlock-production-actions.h"
#include "ui/productions/genlock-production-dialog.h"
#include "ui/productions/genlock-production-list-private.h"
#include "ui/productions/genlock-production-row.h"

/* The row at a place of the list view. */
static GenlockProductionRow *
pick_row (GenlockProductionList *self,
          double x,
          double y)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self->list_view), x, y, GTK_PICK_DEFAULT);

  if (widget == NULL)
    return NULL;
  if (!GENLOCK_IS_PRODUCTION_ROW (widget) && GENLOCK_IS_PRODUCTION_ROW (
        gtk_widget_get_first_child (widget)))
    return GENLOCK_PRODUCTION_ROW (gtk_widget_get_first_child (widget));

  return GENLOCK_PRODUCTION_ROW (gtk_widget_get_ancestor (widget, GENLOCK_TYPE_PRODUCTION_ROW));
}

static void
released_cb (GenlockProductionList *self,
             int n_press,
             double x,
             double y)
{
  if (pick_row (self, x, y) != NULL)
    genlock_production_list_open (self);
}

static void
popup_at (GenlockProductionList *self,
          double x,
          double y)
{
  GdkRectangle place = { 0, 0, 1, 1 };
  double to_x, to_y;

  if (!gtk_widget_translate_coordinates (GTK_WIDGET (self->list_view), self->box, x, y,
                                         &to_x, &to_y))
    return;

  if (self->popover == NULL)
    {
      self->popover = GTK_POPOVER (gtk_popover_menu_new_from_model (self->row_menu));
      gtk_popover_set_has_arrow (self->popover, FALSE);
      gtk_widget_set_halign (GTK_WIDGET (self->popover), GTK_ALIGN_START);
      gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->popover));
    }

  place.x = to_x;
  place.y = to_y;
  gtk_popover_set_pointing_to (self->popover, &place);
  gtk_popover_popup (self->popover);
}

static void
secondary_cb (GenlockProductionList *self,
              int n_press,
              double x,
              double y)
{
  GenlockProductionRow *row = pick_row (self, x, y);
  GenlockRecord *record = NULL;

  if (row != NULL && genlock_production_row_get_row (row) != NULL)
    record = genlock_row_get_record (genlock_production_row_get_row (row));
  if (record == NULL)
    return;

  genlock_production_list_select (self, genlock_record_get_id (record));
  popup_at (self, x, y);
}

static void
menu_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  GenlockProductionList *self = GENLOCK_PRODUCTION_LIST (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  double x = 0, y = 0;

  if (genlock_production_list_get_record (self) == NULL)
    return;
  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list_view)))
    gtk_widget_translate_coordinates (focus, GTK_WIDGET (self->list_view),
                                      24, gtk_widget_get_height (focus), &x, &y);
  popup_at (self, x, y);
}

static void
added_cb (const char *id,
          gpointer user_data)
{
  GenlockProductionList *self = user_data;

  genlock_production_list_select (self, id);
  genlock_production_list_open (self);
}

static void
new_action (GtkWidget *widget,
            const char *name,
            GVariant *parameter)
{
  genlock_production_list_add (GENLOCK_PRODUCTION_LIST (widget));
}

static void
edit_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  GenlockProductionList *self = GENLOCK_PRODUCTION_LIST (widget);
  GenlockRecord *record = genlock_production_list_get_record (self);

  if (record != NULL)
    genlock_production_dialog_present (widget, self->store, record, NULL);
}

static void
duplicate_action (GtkWidget *widget,
                  const char *name,
                  GVariant *parameter)
{
  GenlockProductionList *self = GENLOCK_PRODUCTION_LIST (widget);
  GenlockRecord *record = genlock_production_list_get_record (self);

  if (record != NULL)
    genlock_production_duplicate (widget, self->store, record, added_cb);
}

static void
status_action (GtkWidget *widget,
               const char *name,
               GVariant *parameter)
{
  GenlockProductionList *self = GENLOCK_PRODUCTION_LIST (widget);
  GenlockRecord *record = genlock_production_list_get_record (self);
  gboolean archive = g_str_equal (name, "production.archive");

  if (record != NULL)
    genlock_production_set_status (widget, self->store, record,
                                   archive ? "ARCHIVED" : "PLANNING");
}

static void
delete_action (GtkWidget *widget,
               const char *name,
               GVariant *parameter)
{
  GenlockProductionList *self = GENLOCK_PRODUCTION_LIST (widget);
  GenlockRecord *record = genlock_production_list_get_record (self);

  if (record != NULL)
    genlock_production_delete (widget, self->store, record);
}

void
genlock_production_list_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "production.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "production.edit", NULL, edit_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "production.edit", NULL);
  gtk_widget_class_install_action (widget_class, "production.duplicate", NULL, duplicate_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_d, GDK_CONTROL_MASK,
                                       "production.duplicate", NULL);
  gtk_widget_class_install_action (widget_class, "production.archive", NULL, status_action);
  gtk_widget_class_install_action (widget_class, "production.unarchive", NULL, status_action);
  gtk_widget_class_install_action (widget_class, "production.delete", NULL, delete_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "production.delete",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Delete, 0, "production.delete",
                                       NULL);
  gtk_widget_class_install_action (widget_class, "production.menu", NULL, menu_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "production.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK,
                                       "production.menu", NULL);
  gtk_widget_class_install_property_action (widget_class, "production.filter", "filter");
  gtk_widget_class_install_property_action (widget_class, "production.sort", "sort");
}

void
genlock_production_list_update_actions (GenlockProductionList *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GenlockRecord *record = genlock_production_list_get_record (self);
  gboolean writable = self->store != NULL && genlock_store_get_writable (self->store);
  gboolean can = writable && record != NULL;
  gboolean archived = record != NULL
                      && g_strcmp0 (genlock_record_get_text (record, GENLOCK_PRODUCTION_STATUS),
                                    "ARCHIVED") == 0;

  gtk_widget_action_set_enabled (widget, "production.new", writable);
  gtk_widget_action_set_enabled (widget, "production.edit", can);
  gtk_widget_action_set_enabled (widget, "production.duplicate", can);
  gtk_widget_action_set_enabled (widget, "production.archive", can && !archived);
  gtk_widget_action_set_enabled (widget, "production.unarchive", can && archived);
  gtk_widget_action_set_enabled (widget, "production.delete", can);
}

static void
add_click (GenlockProductionList *self,
           guint button,
           const char *signal,
           GCallback callback)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), button);
  g_signal_connect_swapped (click, signal, callback, self);
  gtk_widget_add_controller (GTK_WIDGET (self->list_view), GTK_EVENT_CONTROLLER (click));
}

void
genlock_production_list_add_gestures (GenlockProductionList *self)
{
  add_click (self, GDK_BUTTON_PRIMARY, "released", G_CALLBACK (released_cb));
  add_click (self, GDK_BUTTON_SECONDARY, "pressed", G_CALLBACK (secondary_cb));
}
