/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Random rows within the rules of their table, for property tests. */

#pragma once

#include "core/model/genlock-record.h"

/**
 * random_record_new:
 * @table: a table
 * @random: where randomness comes from
 *
 * Returns: (transfer full): a row with a value or null in each field, links included, that
 *   genlock_record_validate() passes but for the table's own rule
 */
GenlockRecord *random_record_new (const GenlockTable *table,
                                  GRand *random);
