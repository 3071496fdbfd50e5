/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cards carried by the pointer: what a drop would do is said at the pointer before it happens. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include "ui/slots/genlock-slot-carry.h"
#include "ui/slots/genlock-slot-editor-private.h"

static GenlockSlotBayMark
get_mark (GenlockSlotEditor *self,
          guint slot)
{
  g_autoptr (GenlockDrop) drop = NULL;

  if (self->carried_type == NULL)
    return GENLOCK_SLOT_BAY_PLAIN;
  if (self->carried_card == NULL)
    return genlock_slot_plan_takes (self->plan, slot, self->carried_type, NULL)
             ? GENLOCK_SLOT_BAY_TAKES
             : GENLOCK_SLOT_BAY_REFUSES;

  /* Two cards that change places have to fit both ways. */
  drop = genlock_drop_card (self->plan, self->carried_card, slot);

  return drop->is_refused ? GENLOCK_SLOT_BAY_REFUSES : GENLOCK_SLOT_BAY_TAKES;
}

/* Every bay that would not take what is carried is dim for as long as it is carried. */
static void
mark_bays (GenlockSlotEditor *self)
{
  guint n = self->plan != NULL ? genlock_slot_plan_get_n_slots (self->plan) : 0;

  self->target = 0;
  for (guint slot = 1; slot <= n; slot++)
    genlock_slot_bay_set_mark (genlock_slot_chassis_get_bay (self->chassis, slot),
                               get_mark (self, slot));
}

/* The bay that what is carried would land in; 0 for none. */
static void
set_target (GenlockSlotEditor *self,
            guint slot)
{
  if (self->target == slot)
    return;

  if (self->target > 0)
    genlock_slot_bay_set_mark (genlock_slot_chassis_get_bay (self->chassis, self->target),
                               get_mark (self, self->target));
  self->target = slot;
  if (slot > 0 && get_mark (self, slot) == GENLOCK_SLOT_BAY_TAKES)
    genlock_slot_bay_set_mark (genlock_slot_chassis_get_bay (self->chassis, slot),
                               GENLOCK_SLOT_BAY_TARGET);
}

void
genlock_slot_editor_carry (GenlockSlotEditor *self,
                           GenlockCardType *type,
                           const char *card_id)
{
  g_clear_pointer (&self->carried_type, genlock_card_type_unref);
  g_clear_pointer (&self->carried_card, g_free);
  if (type != NULL)
    self->carried_type = genlock_card_type_ref (type);
  self->carried_card = g_strdup (card_id);
  mark_bays (self);
}

/* From a slot. */

static GdkContentProvider *
prepare_cb (GtkDragSource *source,
            double x,
            double y,
            GenlockSlotEditor *self)
{
  GenlockSlotBay *bay = genlock_slot_chassis_pick (self->chassis, x, y);
  guint slot = bay != NULL ? genlock_slot_bay_get_number (bay) : 0;
  GenlockRecord *card = slot > 0 ? genlock_slot_plan_get_slot (self->plan, slot)->card : NULL;
  g_autoptr (GenlockCardType) type = NULL;

  if (card == NULL)
    return NULL;

  type = genlock_slot_plan_copy_card (self->plan, genlock_record_get_id (card));
  g_free (self->pressed_card);
  self->pressed_card = g_strdup (genlock_record_get_id (card));

  return gdk_content_provider_new_typed (GENLOCK_TYPE_CARD_TYPE, type);
}

static void
drag_begin_cb (GtkDragSource *source,
               GdkDrag *drag,
               GenlockSlotEditor *self)
{
  g_autoptr (GenlockCardType) type = genlock_slot_plan_copy_card (self->plan, self->pressed_card);

  if (type == NULL)
    return;

  genlock_slot_editor_carry (self, type, self->pressed_card);
  genlock_slot_carry_begin (drag, type);
}

static void
drag_end_cb (GtkDragSource *source,
             GdkDrag *drag,
             gboolean delete_data,
             GenlockSlotEditor *self)
{
  genlock_slot_editor_carry (self, NULL, NULL);
}

/* Onto a slot, or off the chassis. */

/* (transfer full) (nullable): what letting go at a point of the editor would do. */
static GenlockDrop *
look (GenlockSlotEditor *self,
      GtkDropTarget *target,
      double x,
      double y)
{
  const GValue *value = gtk_drop_target_get_value (target);
  GenlockSlotBay *bay;
  double in_x, in_y;
  guint slot;

  if (self->plan == NULL)
    return NULL;

  /* From another window. */
  if (self->carried_type == NULL && value != NULL)
    {
      self->carried_type = g_value_dup_boxed (value);
      mark_bays (self);
    }
  if (self->carried_type == NULL)
    return NULL;

  gtk_widget_translate_coordinates (GTK_WIDGET (self), GTK_WIDGET (self->chassis), x, y, &in_x,
                                    &in_y);
  bay = genlock_slot_chassis_pick (self->chassis, in_x, in_y);
  slot = bay != NULL ? genlock_slot_bay_get_number (bay) : 0;
  set_target (self, slot);
  if (self->carried_card != NULL)
    return genlock_drop_card (self->plan, self->carried_card, slot);

  return slot > 0 ? genlock_drop_type (self->plan, self->carried_type, slot) : NULL;
}

static GdkDragAction
motion_cb (GtkDropTarget *target,
           double x,
           double y,
           GenlockSlotEditor *self)
{
  g_autoptr (GenlockDrop) drop = look (self, target, x, y);
  gboolean idle = drop == NULL || drop->is_refused || drop->kind == GENLOCK_DROP_NOTHING;
  const char *text = drop != NULL && drop->text != NULL ? drop->text : "";

  if (self->carried_type != NULL)
    genlock_slot_carry_say (gtk_drop_target_get_current_drop (target), text,
                            drop != NULL && drop->is_refused);
  genlock_slot_editor_say (self, text);
  if (idle)
    return 0;

  return self->carried_card != NULL ? GDK_ACTION_MOVE : GDK_ACTION_COPY;
}

static void
leave_cb (GtkDropTarget *target,
          GenlockSlotEditor *self)
{
  if (self->carried_type != NULL)
    genlock_slot_carry_say (gtk_drop_target_get_current_drop (target), "", FALSE);
  set_target (self, 0);
  genlock_slot_editor_say (self, "");
}

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue *value,
         double x,
         double y,
         GenlockSlotEditor *self)
{
  g_autoptr (GenlockDrop) drop = look (self, target, x, y);
  g_autoptr (GenlockCardType) type = NULL;

  if (drop == NULL || drop->is_refused || drop->kind == GENLOCK_DROP_NOTHING)
    return FALSE;

  if (self->carried_card == NULL)
    type = genlock_card_type_ref (self->carried_type);
  genlock_slot_editor_perform (self, drop, type);
  genlock_slot_editor_carry (self, NULL, NULL);
  if (drop->to > 0)
    genlock_slot_chassis_go (self->chassis, drop->to, FALSE);

  return TRUE;
}

void
genlock_slot_editor_init_drag (GenlockSlotEditor *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target =
    gtk_drop_target_new (GENLOCK_TYPE_CARD_TYPE, GDK_ACTION_COPY | GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_COPY | GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), self);
  g_signal_connect (source, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (source, "drag-end", G_CALLBACK (drag_end_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->chassis), GTK_EVENT_CONTROLLER (source));

  gtk_drop_target_set_preload (target, TRUE);
  g_signal_connect (target, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect (target, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (target, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
