/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A deep copy of a show: its rows with ids of their own, and the links between them. */

#pragma once

#include "core/store/genlock-batch.h"

G_BEGIN_DECLS

/**
 * genlock_clone_tables:
 *
 * The tables whose rows a copy of a show takes along; ends with %NULL. Not taken: what was
 * printed, and the problems that somebody put aside, since they were judged for that show.
 */
extern const GenlockTable * const genlock_clone_tables[];

/**
 * genlock_clone_production:
 * @production: a show
 * @rows: (element-type GenlockRecord): its live rows of #genlock_clone_tables, in any order,
 *   with their children
 * @name: the name of the copy
 *
 * Everything gets a new id and every link, port of a path and JSON that names an id of @rows
 * names the copy's; links to other rows (equipment) stay. The copy is planned anew and nobody
 * has locked it.
 *
 * Returns: (transfer full): the batch that adds the copy, the show first
 */
GenlockBatch *genlock_clone_production (const GenlockRecord *production,
                                        GPtrArray *rows,
                                        const char *name);

G_END_DECLS
