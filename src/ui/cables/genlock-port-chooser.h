/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One port chosen from all of a show. */

#pragma once

#include <adwaita.h>

#include "ui/common/genlock-checked-show.h"

G_BEGIN_DECLS

/**
 * GenlockPortChooser:
 *
 * Signals: "picked": another port is chosen, or none; "activated": Enter on the chosen one.
 */
#define GENLOCK_TYPE_PORT_CHOOSER (genlock_port_chooser_get_type ())
G_DECLARE_FINAL_TYPE (GenlockPortChooser, genlock_port_chooser, GENLOCK, PORT_CHOOSER, GtkWidget)

/**
 * genlock_port_chooser_set_up:
 * @self: a new chooser
 * @title: what it chooses, translated: "From"
 * @show: the show
 * @outputs: whether outputs are offered; else inputs
 */
void genlock_port_chooser_set_up (GenlockPortChooser *self,
                                  const char *title,
                                  GenlockCheckedShow *show,
                                  gboolean outputs);

/* (transfer none) (nullable): the chosen port, good until the show changes. */
GenlockSignalPort *genlock_port_chooser_get_port (GenlockPortChooser *self);

/* Chooses @port and brings it into view; nothing where it is not offered. */
void genlock_port_chooser_set_port (GenlockPortChooser *self,
                                    const GenlockSignalPort *port);

G_END_DECLS
