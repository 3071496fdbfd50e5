/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The back of a device, drawn from its ports. */

#pragma once

#include <gtk/gtk.h>

#include "core/model/genlock-record.h"

G_BEGIN_DECLS

/**
 * GenlockRearPanel:
 *
 * A plate with the ports of the device itself, inputs above outputs, and one for each of its
 * cards. Arrow keys, Home and End go from port to port. Its accessible name is that of the port
 * that the keys are on ("IN 3, 12G-SDI, input 3 of 40, slot 2"), else how many there are.
 *
 * Signals: "port-activated" (const char *id): a port was clicked, or Enter or the space bar
 * pressed on it.
 */
#define GENLOCK_TYPE_REAR_PANEL (genlock_rear_panel_get_type ())
G_DECLARE_FINAL_TYPE (GenlockRearPanel, genlock_rear_panel, GENLOCK, REAR_PANEL, GtkWidget)

GtkWidget *genlock_rear_panel_new (void);

/**
 * genlock_rear_panel_set_spec:
 * @self: the panel
 * @spec: (nullable): a spec, or a card, with its children; %NULL draws nothing
 *
 * The port that the keys are on stays, where @spec has it.
 */
void genlock_rear_panel_set_spec (GenlockRearPanel *self,
                                  GenlockRecord *spec);

/**
 * genlock_rear_panel_set_current:
 * @self: the panel
 * @id: (nullable): of a port; one that is not there is none
 *
 * Marks a port, as the arrow keys do, without a signal.
 */
void genlock_rear_panel_set_current (GenlockRearPanel *self,
                                     const char *id);

G_END_DECLS
