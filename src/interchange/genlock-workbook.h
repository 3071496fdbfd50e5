/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheets of a planning workbook, saved one by one as CSV. */

#pragma once

#include "interchange/genlock-csv.h"
#include "interchange/genlock-legacy.h"

G_BEGIN_DECLS

/**
 * genlock_workbook_read:
 * @legacy: where the lists go, as ones that name no show
 * @csv: a sheet
 * @file: which file
 *
 * Finds heading rows by their words, wherever they stand: lists of sources and of sends, ports of
 * switchers, routers and snakes (several in one sheet, inputs beside outputs), addresses. What a
 * spreadsheet shows for a broken formula counts as empty and is reported.
 *
 * Returns: whether there was any heading that is known
 */
gboolean genlock_workbook_read (GenlockLegacy *legacy,
                                const GenlockCsv *csv,
                                guint file);

G_END_DECLS
