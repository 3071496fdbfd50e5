/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Leaves out of a change to cables what would be no cable. */

#pragma once

#include "core/store/genlock-batch.h"
#include "signal/genlock-signal-graph.h"

G_BEGIN_DECLS

/**
 * genlock_cables_sift:
 * @graph: the show as it is
 * @batch: what is to be changed
 * @rest: (out) (transfer full): the same without rows that lack an end and without those that
 *   would feed an input that is fed already, in the show or by @batch
 * @words: (out) (transfer full): what was left out, for people
 *
 * Returns: whether anything is left out; else @rest and @words are not set
 */
gboolean genlock_cables_sift (GenlockSignalGraph *graph,
                              const GenlockBatch *batch,
                              GenlockBatch **rest,
                              char **words);

G_END_DECLS
