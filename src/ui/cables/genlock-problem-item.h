/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A problem as a line of a list: what it says, kept apart from the graph. */

#pragma once

#include <gio/gio.h>

#include "signal/genlock-signal-rules.h"

G_BEGIN_DECLS

/**
 * GenlockProblemItem:
 *
 * Or the heading of the items behind it.
 */
#define GENLOCK_TYPE_PROBLEM_ITEM (genlock_problem_item_get_type ())
G_DECLARE_FINAL_TYPE (GenlockProblemItem, genlock_problem_item, GENLOCK, PROBLEM_ITEM, GObject)

GenlockProblemItem *genlock_problem_item_new (const GenlockSignalProblem *problem);
GenlockProblemItem *genlock_problem_item_new_heading (const char *heading);

/* Whether both say the same of the same. */
gboolean genlock_problem_item_equal (GenlockProblemItem *a,
                                     GenlockProblemItem *b);

/* (transfer none) (nullable): among @problems (element-type GenlockSignalProblem) the one that the
 * item is of; %NULL where it is no longer there. */
GenlockSignalProblem *genlock_problem_item_find (GenlockProblemItem *item,
                                                 GPtrArray *problems);

/* (nullable): of a heading what it says; %NULL for a problem. */
const char *genlock_problem_item_get_heading (GenlockProblemItem *item);

GenlockSeverity genlock_problem_item_get_severity (GenlockProblemItem *item);
const GenlockTable *genlock_problem_item_get_table (GenlockProblemItem *item);
const char *genlock_problem_item_get_record_id (GenlockProblemItem *item);
const char *genlock_problem_item_get_sentence (GenlockProblemItem *item);

/* (transfer full): what it is about: "Bandwidth", and why it was put aside. */
char *genlock_problem_item_dup_detail (GenlockProblemItem *item);

/* Whether somebody has put it aside. */
gboolean genlock_problem_item_is_aside (GenlockProblemItem *item);

/* Whether there are fixes for such problems; not all of them have one. */
gboolean genlock_problem_item_may_be_fixed (GenlockProblemItem *item);

G_END_DECLS
