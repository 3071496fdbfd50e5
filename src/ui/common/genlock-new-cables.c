/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What every cable gets that is laid in the app, wherever that is done. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <gio/gio.h>

#include "signal/genlock-cable-labels.h"
#include "ui/common/genlock-new-cables.h"

void
genlock_new_cables_complete (GenlockCheckedShow *show,
                             GenlockBatch *batch)
{
  g_autoptr (GSettings) settings = g_settings_new (GENLOCK_APPLICATION_ID);
  GenlockSignalGraph *graph = show != NULL ? genlock_checked_show_get_graph (show) : NULL;

  if (graph != NULL && g_settings_get_boolean (settings, GENLOCK_LABEL_CABLES_KEY))
    genlock_cable_labels_complete (graph, batch);
}
