/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The smallest difference between two orders of rows, as a list model tells it. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* More runs than this are told as fewer, larger ones: a view works on each of them. */
#define GENLOCK_DIFFERENCE_MAX_SPLICES 64

/**
 * GenlockSplice:
 * @old_start: where the run stood in the old order
 * @removed: how many rows of the old order it takes away
 * @new_start: where the run stands in the new order
 * @added: how many rows of the new order it puts there
 *
 * Told from first to last, @new_start is the place at which a list that has seen the runs
 * before this one changes: items-changed (@new_start, @removed, @added).
 */
typedef struct
{
  guint old_start;
  guint removed;
  guint new_start;
  guint added;
} GenlockSplice;

/**
 * genlock_difference:
 * @old_ids: (array length=n_old): row numbers, each once
 * @n_old: how many
 * @new_ids: (array length=n_new): row numbers, each once
 * @n_new: how many
 *
 * Keeps as many rows as possible in place: the longest sequence that stands in both in the
 * same order. A row that moved is taken away and put back. Takes n log n.
 *
 * Returns: (transfer full) (element-type GenlockSplice): the runs that differ, ascending, with
 *   at least one kept row between two of them; at most %GENLOCK_DIFFERENCE_MAX_SPLICES
 */
GArray *genlock_difference (const gint64 *old_ids,
                            guint n_old,
                            const gint64 *new_ids,
                            guint n_new);

G_END_DECLS
