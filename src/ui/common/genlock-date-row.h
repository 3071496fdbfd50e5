/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row for a calendar day: typed, or picked in a calendar. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * GenlockDateRow:
 *
 * Properties: "day" (nullable string: the day as the database keeps it; %NULL while the text is
 * empty or no day), "valid" (boolean: whether the text is empty or a day).
 */
#define GENLOCK_TYPE_DATE_ROW (genlock_date_row_get_type ())
G_DECLARE_FINAL_TYPE (GenlockDateRow, genlock_date_row, GENLOCK, DATE_ROW, AdwEntryRow)

/* (nullable): shows @day. */
void genlock_date_row_set_day (GenlockDateRow *self,
                               const char *day);

/* (nullable): the day; %NULL while the text is empty or no day. */
const char *genlock_date_row_get_day (GenlockDateRow *self);

/* Whether the text is empty or a day. */
gboolean genlock_date_row_get_valid (GenlockDateRow *self);

/* (nullable): the day at which the calendar opens while the row is empty. */
void genlock_date_row_set_near (GenlockDateRow *self,
                                const char *day);

G_END_DECLS
