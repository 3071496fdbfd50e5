/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A kind of card that can be put into a slot: an entry of the palette. */

#pragma once

#include <glib-object.h>

#include "equipment/genlock-ports.h"

G_BEGIN_DECLS

/*
 * Ports that one card may have. The largest cards of routers and processors have 72 to 144; a card
 * with 1,000 is a mistake in a file. Frames and direct devices: GENLOCK_PORTS_MAX.
 */
#define GENLOCK_CARD_PORTS_MAX 256

/**
 * GenlockCardType:
 * @label: what it is called, never empty: "12G-SDI input"
 * @family: (nullable): which slots take it; %NULL = not known, so never refused for it
 * @card: a row of equipment_cards with its ports in it, without ids and without a slot
 * @count: its ports
 *
 * Read only, reference-counted (atomically); a boxed type, so that it can be dragged.
 */
typedef struct
{
  char *label;
  char *family;
  GenlockRecord *card;
  GenlockPortCount count;

  /*< private >*/
  char *key; /* the label, folded */
  char *signature; /* see genlock_card_dup_signature() */
} GenlockCardType;

#define GENLOCK_TYPE_CARD_TYPE (genlock_card_type_get_type ())
GType genlock_card_type_get_type (void);

/**
 * genlock_card_type_new:
 * @card: a card with its ports, placed or not; it is copied without its ids
 * @label: (nullable): what to call it; %NULL takes the card's label, else a word for any card
 * @family: (nullable): see #GenlockCardType
 *
 * Makes a palette entry, or what a copied card is pasted from.
 *
 * Returns: (transfer full): the type
 */
GenlockCardType *genlock_card_type_new (const GenlockRecord *card,
                                        const char *label,
                                        const char *family);
GenlockCardType *genlock_card_type_ref (GenlockCardType *type);
void genlock_card_type_unref (GenlockCardType *type);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GenlockCardType, genlock_card_type_unref)

/**
 * genlock_card_type_make_card:
 * @type: a type
 * @spec_id: the frame
 * @slot: 1 to 64, or 0 for a card that is not placed
 *
 * Returns: (transfer full): a new card of this type with its ports, all with ids of their own
 */
GenlockRecord *genlock_card_type_make_card (const GenlockCardType *type,
                                            const char *spec_id,
                                            guint slot);

/**
 * genlock_card_dup_signature:
 * @card: a card with its ports
 *
 * Returns: (transfer full): a key that cards with the same ports share: as many of each direction
 *   and connector
 */
char *genlock_card_dup_signature (const GenlockRecord *card);

/**
 * genlock_card_type_matches:
 * @type: a type
 * @card: a card with its ports
 *
 * Returns: whether @card has the same ports: as many of each direction and connector
 */
gboolean genlock_card_type_matches (const GenlockCardType *type,
                                    const GenlockRecord *card);

/**
 * genlock_card_types_collect:
 * @specs: (element-type GenlockRecord): frames with their children
 *
 * Returns: (transfer full) (element-type GenlockCardType): the user's own cards: what sits in
 *   @specs or is among their card types, each label and set of ports once, by label
 */
GPtrArray *genlock_card_types_collect (GPtrArray *specs);

G_END_DECLS
