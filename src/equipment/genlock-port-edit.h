/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gestures on the ports of a spec or a card: each makes one batch, one step of undo. */

#pragma once

#include "core/store/genlock-batch.h"
#include "equipment/genlock-equipment-error.h"
#include "equipment/genlock-ports.h"

G_BEGIN_DECLS

/* Ports that a device itself may have, without its cards: a router of 1,152 × 1,152 has 2,304. */
#define GENLOCK_PORTS_MAX 4096

/*
 * In all of these @parent is a spec or a card as genlock_store_get() gives it: whole, with its
 * children; the functions serve both alike. Ids that are no live ports of @parent are passed over.
 * NULL without an error means that nothing would change.
 *
 * Deleting ports is in genlock-port-map.h, for cables may end on them.
 */

/**
 * genlock_port_add_build:
 * @parent: a spec or a card
 * @port_type: "INPUT" or "OUTPUT"
 * @io_type: the connector: "12G-SDI"
 * @pattern: (nullable): the labels, genlock-port-pattern.h; %NULL or "" adds one without a label
 * @format: (nullable): the format of each
 * @after_id: (nullable): the port behind which they come; %NULL: behind all of their direction
 * @error: #GenlockPortPatternError, %GENLOCK_EQUIPMENT_ERROR_LIMIT, #GenlockModelError
 *
 * Returns: (transfer full) (nullable): the batch
 */
GenlockBatch *genlock_port_add_build (const GenlockRecord *parent,
                                      const char *port_type,
                                      const char *io_type,
                                      const char *pattern,
                                      const char *format,
                                      const char *after_id,
                                      GError **error);

/**
 * genlock_port_complete:
 * @parent: a spec or a card
 * @batch: a batch that was made without knowing ports: rows of a list, pasted or copied
 *
 * Gives new ports of @parent what they lack: direction and connector of the row above them, a
 * place behind all others. A single new port (verb "ADD") also goes on from the label of the last
 * one. A port that changes its direction goes behind all others of the new one.
 */
void genlock_port_complete (const GenlockRecord *parent,
                            GenlockBatch *batch);

/**
 * genlock_port_add_dup_preview:
 * @pattern: a pattern as it is typed in
 * @error: #GenlockPortPatternError; its place is genlock_port_pattern_error_get_place()
 *
 * Returns: (transfer full) (nullable): what it would add: "40 ports: SDI IN 1, SDI IN 2 … SDI IN
 *   40"
 */
char *genlock_port_add_dup_preview (const char *pattern,
                                    GError **error);

/**
 * genlock_port_set_build:
 * @parent: a spec or a card
 * @ids: (array zero-terminated=1): ports
 * @field: a field of ports (%GENLOCK_PORT_LABEL …)
 * @text: what was typed; for labels a pattern, which stands for one label (all get it) or for as
 *   many as there are ports; for choices the word or its label
 * @error: #GenlockModelError with the field, #GenlockPortPatternError,
 *   %GENLOCK_EQUIPMENT_ERROR_LIMIT where a pattern stands for another number of labels
 *
 * A port that changes its direction goes behind all others of the new one.
 *
 * Returns: (transfer full) (nullable): the batch
 */
GenlockBatch *genlock_port_set_build (const GenlockRecord *parent,
                                      const char * const *ids,
                                      guint field,
                                      const char *text,
                                      GError **error);

/**
 * genlock_port_move_build:
 * @parent: a spec or a card
 * @ids: (array zero-terminated=1): ports; they keep their order among themselves
 * @before_id: (nullable): the port before which they go; %NULL: behind all
 *
 * Drag and drop. Ports of another direction than @before_id (the first port's, where that is
 * %NULL) stay where they are: inputs and outputs are counted apart.
 *
 * Returns: (transfer full) (nullable): the batch
 */
GenlockBatch *genlock_port_move_build (const GenlockRecord *parent,
                                       const char * const *ids,
                                       const char *before_id);

/**
 * genlock_port_shift_build:
 * @parent: a spec or a card
 * @ids: (array zero-terminated=1): ports
 * @down: whether they go one place down instead of up
 *
 * Alt+Up and Alt+Down. A block at the end stays where it is.
 *
 * Returns: (transfer full) (nullable): the batch
 */
GenlockBatch *genlock_port_shift_build (const GenlockRecord *parent,
                                        const char * const *ids,
                                        gboolean down);

/**
 * genlock_port_paste_build:
 * @parent: a spec or a card
 * @rows: (element-type GStrv): cells, as many in each row: those of a spreadsheet
 * @fields: (array length=n_fields): the columns from the cursor on, as they are shown
 * @n_fields: how many; further cells of a row are an error
 * @ids: (array zero-terminated=1): the ports from the cursor on, as they are shown; rows beyond
 *   them become new ports at the end
 * @error: %GENLOCK_EQUIPMENT_ERROR_CELLS naming row and column,
 *   %GENLOCK_EQUIPMENT_ERROR_LIMIT
 *
 * A first row that names columns ("Label", "Connector", "Direction", "Format", in English or in
 * the user's language) says what the columns are and is not pasted; @fields then does not count.
 * What a new port's row does not say, direction and connector, is that of the row above it.
 *
 * Returns: (transfer full) (nullable): the batch
 */
GenlockBatch *genlock_port_paste_build (const GenlockRecord *parent,
                                        GPtrArray *rows,
                                        const guint *fields,
                                        guint n_fields,
                                        const char * const *ids,
                                        GError **error);

G_END_DECLS
