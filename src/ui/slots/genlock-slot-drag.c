/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cards carried by the pointer: what a drop would do is said at the pointer before it happens. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include "ui/slots/genlock-slot-carry.h"
#include "ui/slots/genlock-slot-editor-private.h"

/* What is carried near an edge of the view scrolls it: so many pixels from there, and so many in a
 * frame at most. */
#define EDGE 36
#define SPEED 14

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
  g_clear_pointer (&self->drop, genlock_drop_free);
  for (guint slot = 1; slot <= n; slot++)
    genlock_slot_bay_set_mark (genlock_slot_chassis_get_bay (self->chassis, slot),
                               get_mark (self, slot));
}

/* (transfer full) (nullable) */
static GenlockDrop *
make_drop (GenlockSlotEditor *self,
           guint slot)
{
  /* One that is set aside is not in the frame to be taken out. */
  if (self->carried_card != NULL
      && (slot > 0 || genlock_slot_plan_find_card (self->plan, self->carried_card) != NULL))
    return genlock_drop_card (self->plan, self->carried_card, slot);

  return self->carried_card == NULL && slot > 0
           ? genlock_drop_type (self->plan, self->carried_type, slot)
           : NULL;
}

/* What letting go on @slot would do; 0: off the chassis. Thought out anew only when the pointer
 * comes to another bay: TRUE then. */
static gboolean
set_target (GenlockSlotEditor *self,
            guint slot)
{
  if (self->target == slot && self->drop != NULL)
    return FALSE;

  if (self->target > 0 && self->target != slot)
    genlock_slot_bay_set_mark (genlock_slot_chassis_get_bay (self->chassis, self->target),
                               get_mark (self, self->target));
  self->target = slot;
  g_clear_pointer (&self->drop, genlock_drop_free);
  self->drop = make_drop (self, slot);
  if (slot > 0 && get_mark (self, slot) == GENLOCK_SLOT_BAY_TAKES)
    genlock_slot_bay_set_mark (genlock_slot_chassis_get_bay (self->chassis, slot),
                               GENLOCK_SLOT_BAY_TARGET);

  return TRUE;
}

/* (transfer full): with what it means for cables, once that is known. */
static char *
dup_words (GenlockSlotEditor *self,
           const GenlockDrop *drop)
{
  g_autofree char *cables = NULL;

  if (drop == NULL || drop->text == NULL)
    return g_strdup ("");

  if (!drop->is_refused && self->usage != NULL)
    cables = genlock_drop_dup_cables (drop, self->usage);

  return cables != NULL ? g_strdup_printf ("%s\n%s", drop->text, cables) : g_strdup (drop->text);
}

/* Says at the pointer and below the chassis what letting go would do. */
static void
say_drop (GenlockSlotEditor *self)
{
  GdkDrop *drop = gtk_drop_target_get_current_drop (self->drop_target);
  g_autofree char *words = dup_words (self, self->drop);

  if (self->carried_type != NULL)
    genlock_slot_carry_say (drop, words, self->drop != NULL && self->drop->is_refused);
  genlock_slot_editor_say (self, words);
}

static void
usage_read_cb (GObject *source,
               GAsyncResult *result,
               gpointer user_data)
{
  g_autoptr (GenlockSlotEditor) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GenlockSpecUsage) usage =
    genlock_spec_usage_read_finish (GENLOCK_STORE (source), result, &error);

  if (usage == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_debug ("The cables of the frame cannot be looked up: %s", error->message);
      return;
    }

  g_clear_pointer (&self->usage, genlock_spec_usage_unref);
  if (self->carried_type == NULL)
    return;

  self->usage = g_steal_pointer (&usage);
  if (self->drop != NULL)
    say_drop (self);
}

/* Which cables end on the frame, for the words at the pointer. */
static void
read_usage (GenlockSlotEditor *self)
{
  const char *ids[2] = { NULL };

  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_pointer (&self->usage, genlock_spec_usage_unref);
  if (self->carried_type == NULL || self->plan == NULL || self->store == NULL || self->shipped)
    return;

  self->reading = g_cancellable_new ();
  ids[0] = genlock_record_get_id (genlock_slot_plan_get_spec (self->plan));
  genlock_spec_usage_read_async (self->store, ids, self->reading, usage_read_cb,
                                 g_object_ref (self));
}

void
genlock_slot_editor_look_again (GenlockSlotEditor *self)
{
  gboolean was_over = self->drop != NULL;
  guint slot = self->target;

  mark_bays (self);
  read_usage (self);
  if (was_over && self->carried_type != NULL && self->plan != NULL
      && slot <= genlock_slot_plan_get_n_slots (self->plan))
    {
      set_target (self, slot);
      say_drop (self);
    }
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
  self->from_outside = FALSE;
  genlock_slot_editor_look_again (self);
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

  if (card == NULL || self->store == NULL || !genlock_store_get_writable (self->store))
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

/* Looks what letting go at a point of the editor would do, and says it where that is news. */
static void
look (GenlockSlotEditor *self,
      GtkDropTarget *target,
      double x,
      double y)
{
  const GValue *value = gtk_drop_target_get_value (target);
  GenlockSlotBay *bay;
  double in_x, in_y;

  if (self->plan == NULL)
    return;

  /* From another window. */
  if (self->carried_type == NULL && value != NULL)
    {
      genlock_slot_editor_carry (self, g_value_get_boxed (value), NULL);
      self->from_outside = self->carried_type != NULL;
    }
  if (self->carried_type == NULL)
    return;

  gtk_widget_translate_coordinates (GTK_WIDGET (self), GTK_WIDGET (self->chassis), x, y, &in_x,
                                    &in_y);
  bay = genlock_slot_chassis_pick (self->chassis, in_x, in_y);
  if (set_target (self, bay != NULL ? genlock_slot_bay_get_number (bay) : 0))
    say_drop (self);
}

/* The picture of what is carried stands inside of the window. */
static void
place (GenlockSlotEditor *self,
       GtkDropTarget *target,
       double x,
       double y)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));

  gtk_widget_translate_coordinates (GTK_WIDGET (self), root, x, y, &x, &y);
  genlock_slot_carry_place (gtk_drop_target_get_current_drop (target), x, y,
                            gtk_widget_get_width (root), gtk_widget_get_height (root));
}

static void
stop_scrolling (GenlockSlotEditor *self)
{
  if (self->scrolling != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->scrolling);
  self->scrolling = 0;
}

static gboolean
scroll_cb (GtkWidget *widget,
           GdkFrameClock *clock,
           gpointer user_data)
{
  GenlockSlotEditor *self = GENLOCK_SLOT_EDITOR (widget);
  GtkWidget *view = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment;

  if (view == NULL || self->carried_type == NULL)
    {
      self->scrolling = 0;
      return G_SOURCE_REMOVE;
    }

  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (view));
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + self->speed);

  return G_SOURCE_CONTINUE;
}

/* The nearer to the edge the faster. */
static void
scroll (GenlockSlotEditor *self,
        double x,
        double y)
{
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);
  double below;

  if (view == NULL)
    return;

  gtk_widget_translate_coordinates (GTK_WIDGET (self), view, x, y, &x, &y);
  below = gtk_widget_get_height (view) - y;
  self->speed = y < EDGE ? -SPEED * (EDGE - y) / EDGE
                : below < EDGE ? SPEED * (EDGE - below) / EDGE : 0;
  if (self->speed == 0)
    stop_scrolling (self);
  else if (self->scrolling == 0)
    self->scrolling = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_cb, NULL, NULL);
}

static GdkDragAction
motion_cb (GtkDropTarget *target,
           double x,
           double y,
           GenlockSlotEditor *self)
{
  const GenlockDrop *drop;

  look (self, target, x, y);
  place (self, target, x, y);
  scroll (self, x, y);
  drop = self->drop;
  if (drop == NULL || drop->is_refused || drop->kind == GENLOCK_DROP_NOTHING)
    return 0;

  return self->carried_card != NULL ? GDK_ACTION_MOVE : GDK_ACTION_COPY;
}

static void
leave_cb (GtkDropTarget *target,
          GenlockSlotEditor *self)
{
  stop_scrolling (self);
  if (self->carried_type != NULL)
    genlock_slot_carry_say (gtk_drop_target_get_current_drop (target), "", FALSE);
  if (self->plan != NULL && self->target > 0)
    genlock_slot_bay_set_mark (genlock_slot_chassis_get_bay (self->chassis, self->target),
                               get_mark (self, self->target));
  self->target = 0;
  g_clear_pointer (&self->drop, genlock_drop_free);
  genlock_slot_editor_say (self, "");

  /* The window that it comes from is the only one to hear of its end. */
  if (self->from_outside)
    genlock_slot_editor_carry (self, NULL, NULL);
}

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue *value,
         double x,
         double y,
         GenlockSlotEditor *self)
{
  g_autoptr (GenlockDrop) drop = NULL;
  g_autoptr (GenlockCardType) type = NULL;

  look (self, target, x, y);
  drop = g_steal_pointer (&self->drop);
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

  self->drop_target = target;
  gtk_drop_target_set_preload (target, TRUE);
  g_signal_connect (target, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect (target, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (target, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
