/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Random batches over a small world of rows, so that they meet often. */

#pragma once

#include "core/store/genlock-batch.h"

/* (transfer full): adds every row that there can be. */
GenlockBatch *random_edits_new_world (GRand *random);

/**
 * random_edits_new:
 * @random: where randomness comes from
 *
 * Returns: (transfer full): one to four ops: many of them fine, some against the rules
 */
GenlockBatch *random_edits_new (GRand *random);
