/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of buttons that narrow a list to some types, each with how many there are. */

#pragma once

#include <adwaita.h>

#include "ui/lists/genlock-list-kind.h"

G_BEGIN_DECLS

/**
 * GenlockTypeChips:
 *
 * Signals: "chosen": other words are chosen.
 */
#define GENLOCK_TYPE_TYPE_CHIPS (genlock_type_chips_get_type ())
G_DECLARE_FINAL_TYPE (GenlockTypeChips, genlock_type_chips, GENLOCK, TYPE_CHIPS, AdwBin)

/* The list whose types they are: what those are called. */
void genlock_type_chips_set_kind (GenlockTypeChips *chips,
                                  const GenlockListKind *kind);

/**
 * genlock_type_chips_set_counts:
 * @chips: the chips
 * @counts: (element-type GenlockCount): words with how many rows have each
 *
 * Keeps what is chosen, also a word that no row has any more.
 */
void genlock_type_chips_set_counts (GenlockTypeChips *chips,
                                    GArray *counts);

/* (nullable) (array zero-terminated=1): the chosen words; %NULL where all are shown. */
const char * const *genlock_type_chips_get_chosen (GenlockTypeChips *chips);

/* Shows all again. */
void genlock_type_chips_clear (GenlockTypeChips *chips);

G_END_DECLS
