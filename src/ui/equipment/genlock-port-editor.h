/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ports of a device or of a card, edited in place as a list. */

#pragma once

#include <adwaita.h>

#include "core/store/genlock-store.h"

G_BEGIN_DECLS

/**
 * GenlockPortEditor:
 *
 * A #GenlockTablePage of ports with what ports need besides: many at once by a pattern, an order
 * that is changed by drag and by Alt+Up and Alt+Down, and a question before cables lose an end.
 *
 * Signals: "port-selected" (string id): the cursor is on another port; %NULL for none.
 */
#define GENLOCK_TYPE_PORT_EDITOR (genlock_port_editor_get_type ())
G_DECLARE_FINAL_TYPE (GenlockPortEditor, genlock_port_editor, GENLOCK, PORT_EDITOR, AdwBin)

/* (transfer floating): an editor of no ports yet. */
GtkWidget *genlock_port_editor_new (void);

/**
 * genlock_port_editor_set_owner:
 * @self: the editor
 * @store: (nullable): where the ports are; %NULL shows none
 * @table: (nullable): &genlock_equipment_specs or &genlock_equipment_cards
 * @id: (nullable): the spec or the card, which is in @store
 *
 * Shows and edits its ports from now on.
 */
void genlock_port_editor_set_owner (GenlockPortEditor *self,
                                    GenlockStore *store,
                                    const GenlockTable *table,
                                    const char *id);

/* Puts the cursor on the port @id. */
void genlock_port_editor_select_port (GenlockPortEditor *self,
                                      const char *id);

/* Takes what is being typed, as Enter does; FALSE where it does not fit, which the editor says. */
gboolean genlock_port_editor_finish_editing (GenlockPortEditor *self);

G_END_DECLS
