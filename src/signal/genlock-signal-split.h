/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking one link out of a connection that says several, and adding one. */

#pragma once

#include "core/store/genlock-batch.h"
#include "signal/genlock-signal-graph.h"

G_BEGIN_DECLS

/**
 * genlock_signal_split_build:
 * @link: a link of a graph
 *
 * What is left of the link's connection stays: the source and its cable into the device, the
 * crosspoint, the cable to the destination. Without its crosspoint a connection with both cables
 * becomes two; the new one has the signal type and the format, all that is said of a cable stays
 * with the first. A connection that says nothing more is deleted. A crosspoint between ports that
 * nobody named goes with the first of its cables: alone it says nothing.
 *
 * Returns: (transfer full): the batch, one step of undo
 */
GenlockBatch *genlock_signal_split_build (const GenlockSignalLink *link);

/* Appends the same to a batch. */
void genlock_signal_split_append (const GenlockSignalLink *link,
                                  GenlockBatch *batch);

/**
 * genlock_signal_connect_make:
 * @from: an output, or an input of the device that @to is an output of: then a crosspoint
 * @to: where it goes
 * @production_id: the show
 *
 * Returns: (transfer full) (nullable): a new connection, one link; %NULL where it cannot be said:
 *   the ends are of others, not there, or cannot be joined in this direction
 */
GenlockRecord *genlock_signal_connect_make (const GenlockSignalPort *from,
                                            const GenlockSignalPort *to,
                                            const char *production_id);

/**
 * genlock_signal_connect_build:
 * @from: as genlock_signal_connect_make()
 * @to: where it goes
 * @production_id: the show
 * @replace: whether what feeds @to so far is taken out in the same step
 *
 * Returns: (transfer full) (nullable): the batch, one step of undo; %NULL where it cannot be said
 */
GenlockBatch *genlock_signal_connect_build (const GenlockSignalPort *from,
                                            const GenlockSignalPort *to,
                                            const char *production_id,
                                            gboolean replace);

G_END_DECLS
