/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Frames with cards for the tests of equipment. */

#pragma once

#include "equipment/genlock-slot-plan.h"

/* (transfer full): a frame with @n_slots slots (0 = none said) and @specs (nullable) as details. */
GenlockRecord *frame_help_make (guint n_slots,
                                const char *specs);

/* Adds a card with ports in @slot (0 = not placed). Returns: (transfer none): its id. */
const char *frame_help_add_card (GenlockRecord *frame,
                                 guint slot,
                                 const char *label,
                                 guint n_inputs,
                                 guint n_outputs);

/* (transfer full): a card as the palette has it. */
GenlockCardType *frame_help_make_type (const char *label,
                                       const char *family,
                                       guint n_inputs,
                                       guint n_outputs);

/* Slots 1 to 2 take inputs of the family "in", 3 to 4 outputs of "out", 5 needs a card, 6 is on
 * the card in 5; types "Input" and "Output". */
extern const char frame_help_rules[];
