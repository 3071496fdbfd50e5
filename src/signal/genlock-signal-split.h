/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking one link out of a connection that says several. */

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

G_END_DECLS
