/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of the card-slot editor share. */

#pragma once

#include "equipment/genlock-slot-edit.h"
#include "equipment/genlock-spec-usage.h"
#include "ui/slots/genlock-slot-chassis.h"
#include "ui/slots/genlock-slot-editor.h"
#include "ui/slots/genlock-slot-palette.h"
#include "ui/slots/genlock-slot-status.h"

G_BEGIN_DECLS

struct _GenlockSlotEditor
{
  GtkWidget parent_instance;

  GenlockStore *store;       /* owned, nullable */
  GenlockSlotPlan *plan;     /* owned, nullable */
  gboolean shipped;          /* whether the frame is not in the database */
  GPtrArray *own;            /* owned (element-type GenlockCardType): the user's cards */
  GCancellable *cancellable; /* owned, nullable: of the query for @own */
  char *selected;            /* owned, nullable: the card under the cursor */

  GenlockCardType *carried_type; /* owned, nullable: what is dragged */
  char *carried_card;            /* owned, nullable: its id where it comes from a slot */
  gboolean from_outside;         /* whether it comes from another window */
  char *pressed_card;            /* owned, nullable: the same before it is carried */
  guint target;                  /* the slot under what is carried; 0 for none */
  GenlockDrop *drop;             /* owned, nullable: what letting go on @target does */
  GenlockSpecUsage *usage;       /* owned, nullable: which cables end on the frame */
  GCancellable *reading;         /* owned, nullable: of the look for @usage */
  guint scrolling;               /* tick callback near an edge of the view; 0 for none */
  double speed;                  /* pixels a frame, down */
  GtkDropTarget *drop_target;    /* unowned: a controller of its own */

  GtkWidget *head;
  GtkLabel *summary;
  GtkWidget *slots_box;
  GtkSpinButton *n_slots;
  GenlockSlotPalette *palette;
  GenlockSlotChassis *chassis;
  GenlockSlotStatus *status;
  GtkPopover *chooser;           /* made when it is needed */
  GenlockSlotPalette *choices;   /* in it */
  GMenuModel *menu;
  GtkPopover *menu_popover;      /* made when it is needed */
};

/* Says what a gesture does or did, to eyes and to screen readers; "" says nothing. */
void genlock_slot_editor_say (GenlockSlotEditor *self,
                              const char *text);

/* Carries out @drop, or says why not; @type is remembered as used where it is given. */
void genlock_slot_editor_perform (GenlockSlotEditor *self,
                                  const GenlockDrop *drop,
                                  const GenlockCardType *type);

/* Puts a new card of @type into @slot, or card @card_id (nullable) of the frame. */
void genlock_slot_editor_put (GenlockSlotEditor *self,
                              GenlockCardType *type,
                              const char *card_id,
                              guint slot);

/* @batch: (transfer full); @leaving: (nullable) (element-type GenlockRecord): cards that go;
 * @coming: (nullable): the one that comes instead; @words: what is done. Asks first where their
 * cables land. */
void genlock_slot_editor_apply (GenlockSlotEditor *self,
                                GenlockBatch *batch,
                                GPtrArray *leaving,
                                const GenlockRecord *coming,
                                const char *words);

/* The card in the slot under the cursor; %NULL for none. */
GenlockRecord *genlock_slot_editor_get_card (GenlockSlotEditor *self);

/* In genlock-slot-drag.c. From now on @type is carried, from a slot where @card_id is given; %NULL:
 * nothing. */
void genlock_slot_editor_carry (GenlockSlotEditor *self,
                                GenlockCardType *type,
                                const char *card_id);

/* The frame is another one or is not as it was: what is carried looks at it anew. */
void genlock_slot_editor_look_again (GenlockSlotEditor *self);
void genlock_slot_editor_init_drag (GenlockSlotEditor *self);

/* In genlock-slot-actions.c. */
void genlock_slot_editor_install_actions (GtkWidgetClass *widget_class);
void genlock_slot_editor_init_actions (GenlockSlotEditor *self);
void genlock_slot_editor_update_actions (GenlockSlotEditor *self);
void genlock_slot_editor_close_popovers (GenlockSlotEditor *self);

/* The store has refused a gesture: the frame is not what it seemed, and is to be read again. */
void genlock_slot_editor_refuse (GenlockSlotEditor *self);

/* In genlock-slot-resize.c: @n_slots is asked for. */
void genlock_slot_editor_resize (GenlockSlotEditor *self,
                                 guint n_slots);

/* The number of slots is what the frame has, whatever was asked for. */
void genlock_slot_editor_put_back (GenlockSlotEditor *self);

G_END_DECLS
