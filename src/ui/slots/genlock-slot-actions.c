/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The card-slot editor by keyboard and menu. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ui/slots/genlock-slot-editor-private.h"

/* Of the popover with cards, in pixels. */
#define CHOOSER_WIDTH 280

/* A card chosen for the bays of the run: one is placed or replaced, of more the empty are filled;
 * one that is set aside there is once. */
static void
chosen_cb (GenlockSlotEditor *self,
           GenlockCardType *type,
           const char *card_id)
{
  g_autoptr (GenlockFill) fill = NULL;
  GenlockBatch *batch;
  guint from, to;

  gtk_popover_popdown (self->chooser);
  if (!genlock_slot_chassis_get_run (self->chassis, &from, &to))
    return;

  if (from == to || card_id != NULL)
    {
      genlock_slot_editor_put (self, type, card_id, from);
      return;
    }

  fill = genlock_fill_new (self->plan, type, from, to);
  batch = genlock_fill_build (fill);
  if (batch == NULL || self->store == NULL)
    {
      g_clear_pointer (&batch, genlock_batch_unref);
      genlock_slot_editor_say (self, fill->text);
      return;
    }

  genlock_slot_editor_apply (self, batch, NULL, NULL, fill->text);
  genlock_slot_palette_remember (type);
}

static void
closed_cb (GenlockSlotEditor *self)
{
  guint cursor = genlock_slot_chassis_get_cursor (self->chassis);

  if (cursor > 0)
    gtk_widget_grab_focus (GTK_WIDGET (genlock_slot_chassis_get_bay (self->chassis, cursor)));
}

static void
ensure_chooser (GenlockSlotEditor *self)
{
  if (self->chooser != NULL)
    return;

  self->chooser = GTK_POPOVER (gtk_popover_new ());
  self->choices = GENLOCK_SLOT_PALETTE (genlock_slot_palette_new ());
  gtk_widget_set_size_request (GTK_WIDGET (self->choices), CHOOSER_WIDTH, -1);
  gtk_popover_set_child (self->chooser, GTK_WIDGET (self->choices));
  gtk_widget_set_parent (GTK_WIDGET (self->chooser), GTK_WIDGET (self));
  g_signal_connect_swapped (self->choices, "chosen", G_CALLBACK (chosen_cb), self);
  g_signal_connect_swapped (self->chooser, "closed", G_CALLBACK (closed_cb), self);
}

static void
point_at_cursor (GenlockSlotEditor *self,
                 GtkPopover *popover)
{
  guint cursor = genlock_slot_chassis_get_cursor (self->chassis);
  graphene_rect_t bounds;
  GdkRectangle place;

  if (!gtk_widget_compute_bounds (
        GTK_WIDGET (genlock_slot_chassis_get_bay (self->chassis, cursor)), GTK_WIDGET (self),
        &bounds))
    return;

  place.x = (int) bounds.origin.x;
  place.y = (int) bounds.origin.y;
  place.width = (int) bounds.size.width;
  place.height = (int) bounds.size.height;
  gtk_popover_set_pointing_to (popover, &place);
}

static void
choose_action (GtkWidget *widget,
               const char *action_name,
               GVariant *parameter)
{
  GenlockSlotEditor *self = GENLOCK_SLOT_EDITOR (widget);
  guint from, to;

  if (self->plan == NULL || !genlock_slot_chassis_get_run (self->chassis, &from, &to))
    return;

  ensure_chooser (self);
  genlock_slot_palette_set_types (self->choices, genlock_slot_plan_get_card_types (self->plan),
                                  self->own);
  genlock_slot_palette_set_aside (self->choices, self->plan);
  genlock_slot_palette_set_slot (self->choices, from == to ? self->plan : NULL, from);
  point_at_cursor (self, self->chooser);
  gtk_popover_popup (self->chooser);
  genlock_slot_palette_start (self->choices);
}

/* Every card of the run goes, as one step. */
static void
remove_action (GtkWidget *widget,
               const char *action_name,
               GVariant *parameter)
{
  GenlockSlotEditor *self = GENLOCK_SLOT_EDITOR (widget);
  g_autoptr (GPtrArray) leaving = g_ptr_array_new ();
  g_autoptr (GenlockBatch) batch = NULL;
  g_autofree char *words = NULL;
  guint from, to;

  if (self->plan == NULL || self->store == NULL
      || !genlock_slot_chassis_get_run (self->chassis, &from, &to))
    return;

  for (guint slot = from; slot <= to; slot++)
    {
      GenlockRecord *card = genlock_slot_plan_get_slot (self->plan, slot)->card;
      g_autoptr (GenlockDrop) drop = NULL;

      if (card == NULL)
        continue;

      drop = genlock_drop_card (self->plan, genlock_record_get_id (card), 0);
      if (batch == NULL)
        {
          batch = genlock_drop_build (drop);
          words = g_strdup (drop->text);
        }
      else
        genlock_batch_delete (batch, genlock_record_get_table (card),
                              genlock_record_get_id (card));
      g_ptr_array_add (leaving, card);
    }
  if (batch == NULL)
    return;

  if (leaving->len > 1)
    {
      g_free (words);
      words = g_strdup_printf (ngettext ("%u card removed", "%u cards removed", leaving->len),
                               leaving->len);
    }
  genlock_slot_editor_apply (self, g_steal_pointer (&batch), leaving, NULL, words);
}

static void
set_aside_action (GtkWidget *widget,
                  const char *action_name,
                  GVariant *parameter)
{
  GenlockSlotEditor *self = GENLOCK_SLOT_EDITOR (widget);
  GenlockRecord *card = genlock_slot_editor_get_card (self);
  g_autoptr (GenlockDrop) drop = NULL;

  if (card == NULL)
    return;

  drop = genlock_drop_set_aside (self->plan, genlock_record_get_id (card));
  genlock_slot_editor_perform (self, drop, NULL);
}

static void
copy_action (GtkWidget *widget,
             const char *action_name,
             GVariant *parameter)
{
  GenlockSlotEditor *self = GENLOCK_SLOT_EDITOR (widget);
  GenlockRecord *card = genlock_slot_editor_get_card (self);
  g_autoptr (GenlockCardType) type = NULL;
  g_autofree char *words = NULL;

  if (card == NULL)
    return;

  type = genlock_slot_plan_copy_card (self->plan, genlock_record_get_id (card));
  gdk_clipboard_set (gtk_widget_get_clipboard (widget), GENLOCK_TYPE_CARD_TYPE, type);
  words = g_strdup_printf (_("“%s” copied"), type->label);
  genlock_slot_editor_say (self, words);
}

static void
paste_action (GtkWidget *widget,
              const char *action_name,
              GVariant *parameter)
{
  GenlockSlotEditor *self = GENLOCK_SLOT_EDITOR (widget);
  GdkContentProvider *content = gdk_clipboard_get_content (gtk_widget_get_clipboard (widget));
  g_auto (GValue) value = G_VALUE_INIT;
  g_autoptr (GenlockDrop) drop = NULL;
  guint cursor = genlock_slot_chassis_get_cursor (self->chassis);

  g_value_init (&value, GENLOCK_TYPE_CARD_TYPE);
  if (cursor == 0 || content == NULL || !gdk_content_provider_get_value (content, &value, NULL))
    {
      genlock_slot_editor_say (self, _("There is no copied card to paste"));
      return;
    }

  drop = genlock_drop_type (self->plan, g_value_get_boxed (&value), cursor);
  genlock_slot_editor_perform (self, drop, g_value_get_boxed (&value));
}

/* Alt and an arrow. @args: (ii): columns, rows. */
static gboolean
shift_cb (GtkWidget *widget,
          GVariant *args,
          gpointer user_data)
{
  GenlockSlotEditor *self = GENLOCK_SLOT_EDITOR (widget);
  GenlockRecord *card = genlock_slot_editor_get_card (self);
  g_autoptr (GenlockDrop) drop = NULL;
  int columns, rows;
  guint to;

  if (card == NULL)
    return GDK_EVENT_PROPAGATE;

  g_variant_get (args, "(ii)", &columns, &rows);
  to = genlock_slot_chassis_look (self->chassis, columns, rows);
  drop = genlock_drop_card (self->plan, genlock_record_get_id (card), to);
  if (drop->kind == GENLOCK_DROP_NOTHING && !drop->is_refused)
    return GDK_EVENT_STOP;

  genlock_slot_editor_perform (self, drop, NULL);
  if (!drop->is_refused)
    genlock_slot_chassis_go (self->chassis, to, FALSE);

  return GDK_EVENT_STOP;
}

static void
show_menu (GenlockSlotEditor *self)
{
  if (genlock_slot_chassis_get_cursor (self->chassis) == 0)
    return;

  if (self->menu_popover == NULL)
    {
      self->menu_popover = GTK_POPOVER (gtk_popover_menu_new_from_model (self->menu));
      gtk_widget_set_parent (GTK_WIDGET (self->menu_popover), GTK_WIDGET (self));
      g_signal_connect_swapped (self->menu_popover, "closed", G_CALLBACK (closed_cb), self);
    }
  point_at_cursor (self, self->menu_popover);
  gtk_popover_popup (self->menu_popover);
}

static gboolean
menu_cb (GtkWidget *widget,
         GVariant *args,
         gpointer user_data)
{
  show_menu (GENLOCK_SLOT_EDITOR (widget));

  return GDK_EVENT_STOP;
}

static void
pressed_cb (GtkGestureClick *click,
            int n_press,
            double x,
            double y,
            GenlockSlotEditor *self)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (click));

  if (genlock_slot_chassis_pick (self->chassis, x, y) == NULL)
    return;

  if (button == GDK_BUTTON_SECONDARY)
    show_menu (self);
  else if (button == GDK_BUTTON_PRIMARY && n_press == 2)
    gtk_widget_activate_action (GTK_WIDGET (self), "slot.choose", NULL);
}

void
genlock_slot_editor_install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint keys[2];
    int columns;
    int rows;
  } shifts[] = {
    { { GDK_KEY_Left, GDK_KEY_KP_Left }, -1, 0 },
    { { GDK_KEY_Right, GDK_KEY_KP_Right }, 1, 0 },
    { { GDK_KEY_Up, GDK_KEY_KP_Up }, 0, -1 },
    { { GDK_KEY_Down, GDK_KEY_KP_Down }, 0, 1 },
  };

  gtk_widget_class_install_action (widget_class, "slot.choose", NULL, choose_action);
  gtk_widget_class_install_action (widget_class, "slot.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "slot.set-aside", NULL, set_aside_action);
  gtk_widget_class_install_action (widget_class, "slot.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "slot.paste", NULL, paste_action);
  for (guint i = 0; i < G_N_ELEMENTS (shifts); i++)
    for (guint j = 0; j < G_N_ELEMENTS (shifts[i].keys); j++)
      gtk_widget_class_add_binding (widget_class, shifts[i].keys[j], GDK_ALT_MASK, shift_cb,
                                    "(ii)", shifts[i].columns, shifts[i].rows);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_cb, NULL);
}

/* Keys that are the chassis' alone: the palette's search needs them too. */
static void
add_key (GtkShortcutController *controller,
         guint key,
         GdkModifierType modifiers,
         const char *action)
{
  gtk_shortcut_controller_add_shortcut (
    controller, gtk_shortcut_new (gtk_keyval_trigger_new (key, modifiers),
                                  gtk_named_action_new (action)));
}

/* The entry of the number would take them for its own text, and resize the frame to what stood in
 * it for a moment. */
static void
add_undo_keys (GtkWidget *entry)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkShortcutController *controller = GTK_SHORTCUT_CONTROLLER (keys);

  add_key (controller, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo");
  add_key (controller, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.redo");
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (entry, keys);
}

void
genlock_slot_editor_init_actions (GenlockSlotEditor *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkShortcutController *controller = GTK_SHORTCUT_CONTROLLER (keys);
  GtkGesture *click = gtk_gesture_click_new ();

  add_key (controller, GDK_KEY_Return, 0, "slot.choose");
  add_key (controller, GDK_KEY_KP_Enter, 0, "slot.choose");
  add_key (controller, GDK_KEY_space, 0, "slot.choose");
  add_key (controller, GDK_KEY_Delete, 0, "slot.remove");
  add_key (controller, GDK_KEY_c, GDK_CONTROL_MASK, "slot.copy");
  add_key (controller, GDK_KEY_v, GDK_CONTROL_MASK, "slot.paste");
  gtk_widget_add_controller (GTK_WIDGET (self->chassis), keys);
  add_undo_keys (GTK_WIDGET (self->n_slots));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->chassis), GTK_EVENT_CONTROLLER (click));
}

void
genlock_slot_editor_update_actions (GenlockSlotEditor *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean writable = self->store != NULL && genlock_store_get_writable (self->store);
  gboolean bay = self->plan != NULL && genlock_slot_chassis_get_cursor (self->chassis) > 0;
  gboolean card = genlock_slot_editor_get_card (self) != NULL;

  gtk_widget_action_set_enabled (widget, "slot.choose", writable && bay);
  gtk_widget_action_set_enabled (widget, "slot.paste", writable && bay);
  gtk_widget_action_set_enabled (widget, "slot.copy", card);
  gtk_widget_action_set_enabled (widget, "slot.remove", writable && bay);
  gtk_widget_action_set_enabled (widget, "slot.set-aside", writable && card);
  gtk_widget_set_sensitive (self->slots_box, writable && self->plan != NULL);
}

void
genlock_slot_editor_close_popovers (GenlockSlotEditor *self)
{
  if (self->chooser != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->chooser));
  if (self->menu_popover != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->menu_popover));
  self->chooser = NULL;
  self->choices = NULL;
  self->menu_popover = NULL;
}
