/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of buttons that narrow a list, some with how many rows each would leave. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * GenlockFilterChip:
 * @id: says which it is; static
 * @label: translated; static
 * @n: how many rows it leaves; -1 shows no number
 */
typedef struct
{
  const char *id;
  const char *label;
  int n;
} GenlockFilterChip;

/**
 * GenlockFilterChips:
 *
 * Signals: "chosen" (): others are chosen.
 *
 * Properties: "exclusive" (boolean): exactly one is chosen, at first the first.
 */
#define GENLOCK_TYPE_FILTER_CHIPS (genlock_filter_chips_get_type ())
G_DECLARE_FINAL_TYPE (GenlockFilterChips, genlock_filter_chips, GENLOCK, FILTER_CHIPS, AdwBin)

/**
 * genlock_filter_chips_set:
 * @self: the chips
 * @chips: (array length=n_chips): in their order
 * @n_chips: how many
 *
 * Keeps what is chosen; where the chips are the same ones only their numbers change, so that the
 * focus stays.
 */
void genlock_filter_chips_set (GenlockFilterChips *self,
                               const GenlockFilterChip *chips,
                               guint n_chips);

/* Whether the chip @id is chosen. */
gboolean genlock_filter_chips_is_chosen (GenlockFilterChips *self,
                                         const char *id);

/* Chooses @id, or lets it go; says nothing. */
void genlock_filter_chips_choose (GenlockFilterChips *self,
                                  const char *id,
                                  gboolean chosen);

G_END_DECLS
