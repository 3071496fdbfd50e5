/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the store itself needs of a batch. */

#pragma once

#include "core/store/genlock-batch.h"

G_BEGIN_DECLS

/* Gives @record and the rows nested in it ids where they lack them, and the nested rows their
 * link to the row that they are nested in. */
void genlock_batch_name_rows (GenlockRecord *record);

/* @fraction: 0 to 1. */
void genlock_batch_set_fraction (GenlockBatch *batch,
                                 double fraction);

G_END_DECLS
