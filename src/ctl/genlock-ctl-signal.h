/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the commands on signals share. */

#pragma once

#include "ctl/genlock-ctl.h"
#include "signal/genlock-signal-rules.h"

G_BEGIN_DECLS

/**
 * GenlockCtlSignalShow:
 * @production: the show
 * @graph: its signal graph
 * @check: brought up to date
 * @problems: (element-type GenlockSignalProblem): as genlock_signal_check_list()
 *
 * A show with what is found in it.
 */
typedef struct
{
  GenlockRecord *production;
  GenlockSignalGraph *graph;
  GenlockSignalCheck *check;
  GPtrArray *problems;
} GenlockCtlSignalShow;

/* Reads the show that the first argument names. */
gboolean genlock_ctl_signal_show_load (GenlockCtlSignalShow *show,
                                       GenlockCtl *ctl,
                                       GenlockStore *store,
                                       GError **error);

void genlock_ctl_signal_show_clear (GenlockCtlSignalShow *show);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GenlockCtlSignalShow, genlock_ctl_signal_show_clear)

G_END_DECLS
