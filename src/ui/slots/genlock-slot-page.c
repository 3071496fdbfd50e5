/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A frame with its cards, and the ports of the card that the cursor is on. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "core/schema/genlock-equipment-cards.h"
#include "ui/equipment/genlock-port-editor.h"
#include "ui/slots/genlock-slot-editor.h"
#include "ui/slots/genlock-slot-page.h"

/* In pixels: from where on the ports stand beside the frame, or below it. */
#define BESIDE_WIDTH 1000
#define BELOW_HEIGHT 440

/* Of the ports: their share beside the frame, and what they have at least below it. */
#define BESIDE_PERCENT 45
#define BELOW_PERCENT 38

typedef enum
{
  ALONE,  /* no card has ports to be edited */
  BESIDE,
  BELOW,
  APART,  /* no room: one or the other */
} Layout;

struct _GenlockSlotPage
{
  GtkWidget parent_instance;

  GenlockStore *store; /* owned, nullable */
  GenlockRecord *spec; /* owned, nullable */
  gboolean is_own;     /* whether @spec is in the database */
  gboolean is_open;    /* the ports are shown where there is no room for both */
  Layout layout;       /* as it was allocated last */

  GtkScrolledWindow *frame;
  GenlockSlotEditor *editor;
  GtkWidget *open;
  GtkWidget *back;
  GtkWidget *separator;
  GtkStack *side;
  GtkLabel *title;
  GenlockPortEditor *ports;
};

enum
{
  ADOPTED,
  STALE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GenlockSlotPage, genlock_slot_page, GTK_TYPE_WIDGET)

static gboolean
has_side (GenlockSlotPage *self)
{
  return self->is_own && self->spec != NULL && self->store != NULL;
}

static gboolean
has_card (GenlockSlotPage *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->side), "card") == 0;
}

/* Where what is. */

static void
genlock_slot_page_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  GenlockSlotPage *self = GENLOCK_SLOT_PAGE (widget);
  GtkWidget *parts[] = { GTK_WIDGET (self->frame), self->open, GTK_WIDGET (self->side) };
  int sizes[G_N_ELEMENTS (parts)];

  gtk_widget_measure (parts[0], orientation, -1, &sizes[0], natural, NULL, NULL);
  gtk_widget_measure (parts[1], orientation, -1, &sizes[1], NULL, NULL, NULL);
  gtk_widget_measure (parts[2], orientation, -1, &sizes[2], NULL, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = has_side (self) ? MAX (sizes[0], MAX (sizes[1], sizes[2])) : sizes[0];
  else
    *minimum = has_side (self) ? MAX (sizes[0] + sizes[1], sizes[2] + sizes[1]) : sizes[0];
  *natural = MAX (*minimum, *natural);
}

static Layout
get_layout (GenlockSlotPage *self,
            int width,
            int height)
{
  if (!has_side (self))
    return ALONE;
  if (width >= BESIDE_WIDTH)
    return BESIDE;

  return height >= BELOW_HEIGHT ? BELOW : APART;
}

static void
allocate (GtkWidget *page,
          GtkWidget *child,
          gboolean visible,
          int x,
          int y,
          int width,
          int height)
{
  gboolean rtl = gtk_widget_get_direction (page) == GTK_TEXT_DIR_RTL;
  GdkRectangle place = { rtl ? gtk_widget_get_width (page) - x - width : x, y, width, height };

  gtk_widget_set_child_visible (child, visible);
  if (!visible)
    return;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (child, &place, -1);
}

static int
get_height (GtkWidget *child,
            int width,
            int *natural)
{
  int minimum;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &minimum, natural, NULL, NULL);

  return minimum;
}

static void
allocate_apart (GenlockSlotPage *self,
                int width,
                int height)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean open = self->is_open && has_card (self);
  gboolean can_open = has_card (self) && !open;
  int bar = get_height (open ? self->back : self->open, width, NULL);

  allocate (widget, self->separator, FALSE, 0, 0, 0, 0);
  allocate (widget, self->back, open, 0, 0, width, bar);
  allocate (widget, GTK_WIDGET (self->side), open, 0, bar, width, height - bar);
  allocate (widget, self->open, can_open, 0, height - bar, width, bar);
  allocate (widget, GTK_WIDGET (self->frame), !open, 0, 0, width,
            can_open ? height - bar : height);
}

static void
genlock_slot_page_size_allocate (GtkWidget *widget,
                                 int width,
                                 int height,
                                 int baseline)
{
  GenlockSlotPage *self = GENLOCK_SLOT_PAGE (widget);
  GtkWidget *frame = GTK_WIDGET (self->frame);
  GtkWidget *side = GTK_WIDGET (self->side);
  int part, least, wanted;

  self->layout = get_layout (self, width, height);
  if (self->layout == APART)
    {
      allocate_apart (self, width, height);
      return;
    }

  allocate (widget, self->back, FALSE, 0, 0, 0, 0);
  allocate (widget, self->open, FALSE, 0, 0, 0, 0);
  switch (self->layout)
    {
    case BESIDE:
      gtk_widget_measure (side, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      part = MAX (width * BESIDE_PERCENT / 100, least);
      allocate (widget, frame, TRUE, 0, 0, width - part - 1, height);
      allocate (widget, self->separator, TRUE, width - part - 1, 0, 1, height);
      allocate (widget, side, TRUE, width - part, 0, part, height);
      break;

    case BELOW:
      /* A short frame leaves the rest to the ports. */
      get_height (GTK_WIDGET (self->editor), width, &wanted);
      least = get_height (side, width, NULL);
      part = MAX (height * BELOW_PERCENT / 100, height - wanted - 1);
      part = CLAMP (part, MIN (least, height), height - 1);
      allocate (widget, frame, TRUE, 0, 0, width, height - part - 1);
      allocate (widget, self->separator, TRUE, 0, height - part - 1, width, 1);
      allocate (widget, side, TRUE, 0, height - part, width, part);
      break;

    case ALONE:
    case APART:
      allocate (widget, self->separator, FALSE, 0, 0, 0, 0);
      allocate (widget, side, FALSE, 0, 0, 0, 0);
      allocate (widget, frame, TRUE, 0, 0, width, height);
      break;
    }
}

/* The card and its ports. */

/* (nullable) (transfer none) */
static GenlockRecord *
find_card (GenlockSlotPage *self,
           const char *id)
{
  GPtrArray *cards = self->spec != NULL
                       ? genlock_record_get_children (self->spec, &genlock_equipment_cards)
                       : NULL;

  for (guint i = 0; id != NULL && cards != NULL && i < cards->len; i++)
    if (g_str_equal (genlock_record_get_id (cards->pdata[i]), id))
      return cards->pdata[i];

  return NULL;
}

static void
show_title (GenlockSlotPage *self,
            const GenlockRecord *card)
{
  const char *label = genlock_record_get_text (card, GENLOCK_EQUIPMENT_CARD_LABEL);
  g_autofree char *title = NULL;

  /* Translators: a slot of a frame and the card in it */
  title = g_strdup_printf (_("Slot %1$u: %2$s"),
                           (guint) genlock_record_get_int (card,
                                                           GENLOCK_EQUIPMENT_CARD_SLOT_NUMBER),
                           label != NULL ? label : _("Card"));
  gtk_label_set_label (self->title, title);
}

static void
show_card (GenlockSlotPage *self,
           const char *id)
{
  GenlockRecord *card = has_side (self) ? find_card (self, id) : NULL;

  if (card != NULL)
    show_title (self, card);
  genlock_port_editor_set_owner (self->ports, card != NULL ? self->store : NULL,
                                 card != NULL ? &genlock_equipment_cards : NULL,
                                 card != NULL ? id : NULL);
  gtk_stack_set_visible_child_name (self->side, card != NULL ? "card" : "empty");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "slot-page.open", card != NULL);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
card_selected_cb (GenlockSlotPage *self,
                  const char *id)
{
  show_card (self, id);
}

static void
open_action (GtkWidget *widget,
             const char *action_name,
             GVariant *parameter)
{
  GenlockSlotPage *self = GENLOCK_SLOT_PAGE (widget);

  self->is_open = TRUE;
  gtk_widget_queue_allocate (widget);
  gtk_widget_child_focus (GTK_WIDGET (self->side), GTK_DIR_TAB_FORWARD);
}

static void
back_action (GtkWidget *widget,
             const char *action_name,
             GVariant *parameter)
{
  GenlockSlotPage *self = GENLOCK_SLOT_PAGE (widget);

  if (!genlock_slot_page_finish_editing (self))
    return;

  self->is_open = FALSE;
  gtk_widget_queue_allocate (widget);
  gtk_widget_child_focus (GTK_WIDGET (self->frame), GTK_DIR_TAB_FORWARD);
}

static void
adopted_cb (GenlockSlotPage *self,
            const char *id)
{
  g_signal_emit (self, signals[ADOPTED], 0, id);
}

static void
stale_cb (GenlockSlotPage *self)
{
  g_signal_emit (self, signals[STALE], 0);
}

static void
genlock_slot_page_dispose (GObject *object)
{
  GenlockSlotPage *self = GENLOCK_SLOT_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), GENLOCK_TYPE_SLOT_PAGE);
  g_clear_pointer (&self->spec, genlock_record_unref);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (genlock_slot_page_parent_class)->dispose (object);
}

static void
genlock_slot_page_class_init (GenlockSlotPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = genlock_slot_page_dispose;
  widget_class->measure = genlock_slot_page_measure;
  widget_class->size_allocate = genlock_slot_page_size_allocate;

  signals[ADOPTED] = g_signal_new ("adopted", GENLOCK_TYPE_SLOT_PAGE, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[STALE] = g_signal_new ("stale", GENLOCK_TYPE_SLOT_PAGE, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (GENLOCK_TYPE_PORT_EDITOR);
  g_type_ensure (GENLOCK_TYPE_SLOT_EDITOR);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/genlock/Genlock/ui/slots/genlock-slot-page.ui");
  gtk_widget_class_bind_template_child (widget_class, GenlockSlotPage, frame);
  gtk_widget_class_bind_template_child (widget_class, GenlockSlotPage, editor);
  gtk_widget_class_bind_template_child (widget_class, GenlockSlotPage, open);
  gtk_widget_class_bind_template_child (widget_class, GenlockSlotPage, back);
  gtk_widget_class_bind_template_child (widget_class, GenlockSlotPage, separator);
  gtk_widget_class_bind_template_child (widget_class, GenlockSlotPage, side);
  gtk_widget_class_bind_template_child (widget_class, GenlockSlotPage, title);
  gtk_widget_class_bind_template_child (widget_class, GenlockSlotPage, ports);
  gtk_widget_class_bind_template_callback (widget_class, adopted_cb);
  gtk_widget_class_bind_template_callback (widget_class, stale_cb);
  gtk_widget_class_bind_template_callback (widget_class, card_selected_cb);

  gtk_widget_class_install_action (widget_class, "slot-page.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "slot-page.back", NULL, back_action);
}

static void
genlock_slot_page_init (GenlockSlotPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "slot-page.open", FALSE);
}

GtkWidget *
genlock_slot_page_new (void)
{
  return g_object_new (GENLOCK_TYPE_SLOT_PAGE, NULL);
}

void
genlock_slot_page_set_store (GenlockSlotPage *self,
                             GenlockStore *store)
{
  g_return_if_fail (GENLOCK_IS_SLOT_PAGE (self));
  g_return_if_fail (store == NULL || GENLOCK_IS_STORE (store));

  if (self->store == store)
    return;

  genlock_port_editor_set_owner (self->ports, NULL, NULL, NULL);
  g_set_object (&self->store, store);
  genlock_slot_editor_set_store (self->editor, store);
}

void
genlock_slot_page_set_spec (GenlockSlotPage *self,
                            GenlockRecord *spec,
                            gboolean shipped)
{
  g_return_if_fail (GENLOCK_IS_SLOT_PAGE (self));

  g_clear_pointer (&self->spec, genlock_record_unref);
  self->spec = spec != NULL ? genlock_record_ref (spec) : NULL;
  self->is_own = !shipped;
  genlock_slot_editor_set_spec (self->editor, spec, shipped);
  show_card (self, genlock_slot_editor_get_selected (self->editor));
}

gboolean
genlock_slot_page_finish_editing (GenlockSlotPage *self)
{
  g_return_val_if_fail (GENLOCK_IS_SLOT_PAGE (self), TRUE);

  return genlock_port_editor_finish_editing (self->ports);
}
