/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ends of a connection as fields: changed one by one, and what a row lacks. */

#pragma once

#include "core/store/genlock-batch.h"
#include "signal/genlock-signal-graph.h"

G_BEGIN_DECLS

/**
 * genlock_signal_end_write:
 * @before: (nullable): the connection as it is; %NULL for a new one
 * @is_from: whether @port is where the signal comes from; else where it goes
 * @port: a port that is there
 * @into: a row of connections, which gets the fields that say so
 * @error: %GENLOCK_MODEL_ERROR_RULE, with a sentence
 *
 * All else that @before says stays. A row with a whole path keeps it: its first end stays an output
 * of a source, its last one may be any input.
 *
 * Returns: whether @port can be that end; else @into is as before
 */
gboolean genlock_signal_end_write (const GenlockRecord *before,
                                   gboolean is_from,
                                   const GenlockSignalPort *port,
                                   GenlockRecord *into,
                                   GError **error);

/* Whether a connection says both ends of a link at least. */
gboolean genlock_signal_ends_are_whole (const GenlockRecord *row);

/**
 * genlock_signal_ends_find_input:
 * @graph: a graph
 * @row: a connection, perhaps not in @graph
 *
 * Returns: (nullable): where the signal goes at last; %NULL where that is no port that is there
 */
GenlockSignalPort *genlock_signal_ends_find_input (GenlockSignalGraph *graph,
                                                   const GenlockRecord *row);

/**
 * genlock_signal_reconnect_build:
 * @row: a connection of a graph
 * @from: (nullable): where the signal is to come from; %NULL leaves it
 * @to: (nullable): where it is to go; %NULL leaves it
 * @replace: whether what else feeds @to so far is taken out in the same step
 *
 * Returns: (transfer full) (nullable): the batch, one step of undo; %NULL where it cannot be said
 */
GenlockBatch *genlock_signal_reconnect_build (const GenlockSignalRow *row,
                                              const GenlockSignalPort *from,
                                              const GenlockSignalPort *to,
                                              gboolean replace);

G_END_DECLS
