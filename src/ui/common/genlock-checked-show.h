/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The signal graph of a show, what the rules find in it and where its boxes stand, kept up with the
 * store. */

#pragma once

#include "core/store/genlock-store.h"
#include "signal/genlock-signal-rules.h"

G_BEGIN_DECLS

/**
 * GenlockCheckedShow:
 *
 * All who look at a show share one. It is read in a worker, and again after each change, of which
 * only the rows that changed are looked at.
 *
 * Signals: "changed": the graph or the problems are others, or have come; pointers into them that
 * somebody keeps are no longer good. "moved": only boxes stand elsewhere.
 */
#define GENLOCK_TYPE_CHECKED_SHOW (genlock_checked_show_get_type ())
G_DECLARE_FINAL_TYPE (GenlockCheckedShow, genlock_checked_show, GENLOCK, CHECKED_SHOW, GObject)

/**
 * genlock_checked_show_get:
 * @store: a store
 * @production_id: a show
 *
 * Returns: (transfer full): the one of that show, filled soon
 */
GenlockCheckedShow *genlock_checked_show_get (GenlockStore *store,
                                              const char *production_id);

GenlockStore *genlock_checked_show_get_store (GenlockCheckedShow *self);
const char *genlock_checked_show_get_production (GenlockCheckedShow *self);

/* (transfer none) (nullable): %NULL until it has been read. */
GenlockSignalGraph *genlock_checked_show_get_graph (GenlockCheckedShow *self);

/* (transfer none) (nullable): brought up to date; %NULL until it has been read. */
GenlockSignalCheck *genlock_checked_show_get_check (GenlockCheckedShow *self);

/* Whether all that the store has said is in the graph: nothing is being read. */
gboolean genlock_checked_show_is_current (GenlockCheckedShow *self);

/* (transfer none) (nullable): why it could not be read. */
const GError *genlock_checked_show_get_error (GenlockCheckedShow *self);

/* (transfer none) (element-type utf8 GenlockRecord): rows of graph_nodes by their ids. */
GHashTable *genlock_checked_show_get_places (GenlockCheckedShow *self);

/* (transfer none) (element-type GenlockSignalProblem): as genlock_signal_check_list(). */
GPtrArray *genlock_checked_show_get_problems (GenlockCheckedShow *self);

/* (transfer none) (nullable) (element-type GenlockSignalProblem): the open ones of one row, worst
 * first; %NULL for none. What was not checked is not among them. */
GPtrArray *genlock_checked_show_get_problems_of (GenlockCheckedShow *self,
                                                 const char *record_id);

/* (transfer full) (element-type GenlockSignalProblem): as genlock_signal_check_try(), once the show
 * has been read. Problems that somebody got before are no longer good. */
GPtrArray *genlock_checked_show_try (GenlockCheckedShow *self,
                                     GenlockRecord *row);

/* To be called by who has let the check try something itself. */
void genlock_checked_show_tried (GenlockCheckedShow *self);

/* How many open ones there are. */
guint genlock_checked_show_count (GenlockCheckedShow *self,
                                  GenlockSeverity severity);

/* How many were put aside. */
guint genlock_checked_show_count_aside (GenlockCheckedShow *self);

G_END_DECLS
