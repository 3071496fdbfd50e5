/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What would help against a problem, done. */

#pragma once

#include "core/store/genlock-store.h"
#include "signal/genlock-signal-rules.h"

G_BEGIN_DECLS

/**
 * genlock_signal_fix_build:
 * @check: a check, brought up to date
 * @problem: one of its problems
 * @fix: one of genlock_signal_check_list_fixes() for it
 * @store: where the show is: asked whether the equipment of the library is there
 * @production_id: the show
 *
 * Another port is taken by the same cable. A converter becomes a device of the show: what is said
 * of the cable stays with the part that leads into it. Where one output feeds several inputs, each
 * gets an output of its own. A rate is set where the picture comes from, and what SDI does not
 * carry is scaled there.
 *
 * Returns: (transfer full) (nullable): the batch, one step of undo; %NULL where it has to be done
 *   by hand: no cable leads where the picture would have to be converted, the equipment does not
 *   fit there, or the rate is that of a device
 */
GenlockBatch *genlock_signal_fix_build (GenlockSignalCheck *check,
                                        const GenlockSignalProblem *problem,
                                        const GenlockSignalFix *fix,
                                        GenlockStore *store,
                                        const char *production_id);

G_END_DECLS
