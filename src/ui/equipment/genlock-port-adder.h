/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Many ports at once, by a pattern of their labels. */

#pragma once

#include <gtk/gtk.h>

#include "core/store/genlock-batch.h"

G_BEGIN_DECLS

/**
 * GenlockPortAdder:
 *
 * A popover that says while a pattern is typed how many ports it stands for and which, or where
 * it is wrong.
 *
 * Signals: "add" (): the ports are to be added.
 */
#define GENLOCK_TYPE_PORT_ADDER (genlock_port_adder_get_type ())
G_DECLARE_FINAL_TYPE (GenlockPortAdder, genlock_port_adder, GENLOCK, PORT_ADDER, GtkPopover)

/**
 * genlock_port_adder_build:
 * @self: the popover
 * @owner: the spec or card, with its children
 * @error: as genlock_port_add_build()
 *
 * Returns: (transfer full) (nullable): the batch that adds what is typed
 */
GenlockBatch *genlock_port_adder_build (GenlockPortAdder *self,
                                        const GenlockRecord *owner,
                                        GError **error);

/* Says why it could not be done. */
void genlock_port_adder_refuse (GenlockPortAdder *self,
                                const GError *error);

G_END_DECLS
