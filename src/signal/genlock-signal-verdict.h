/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether two ports can be joined, before they are. */

#pragma once

#include "signal/genlock-signal-rules.h"

G_BEGIN_DECLS

/**
 * GenlockSignalLevel:
 * @GENLOCK_SIGNAL_LEVEL_FITS: nothing speaks against it
 * @GENLOCK_SIGNAL_LEVEL_WARNS: a rule warns
 * @GENLOCK_SIGNAL_LEVEL_REPLACES: the input is taken: what feeds it goes
 * @GENLOCK_SIGNAL_LEVEL_REFUSED: a rule says that it cannot work; a person may insist
 * @GENLOCK_SIGNAL_LEVEL_IMPOSSIBLE: there is no such connection
 */
typedef enum
{
  GENLOCK_SIGNAL_LEVEL_FITS,
  GENLOCK_SIGNAL_LEVEL_WARNS,
  GENLOCK_SIGNAL_LEVEL_REPLACES,
  GENLOCK_SIGNAL_LEVEL_REFUSED,
  GENLOCK_SIGNAL_LEVEL_IMPOSSIBLE,
} GenlockSignalLevel;

/**
 * genlock_signal_judge:
 * @check: a check, brought up to date
 * @from: where the signal comes from
 * @to: where it goes
 * @production_id: the show
 * @reason: (out) (transfer full) (nullable): the sentences for it, a line each; %NULL for none
 *
 * As genlock_signal_check_try(), in one word.
 *
 * Returns: the worst that speaks against it
 */
GenlockSignalLevel genlock_signal_judge (GenlockSignalCheck *check,
                                         const GenlockSignalPort *from,
                                         const GenlockSignalPort *to,
                                         const char *production_id,
                                         char **reason);

G_END_DECLS
