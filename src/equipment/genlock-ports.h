/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ports of a piece of equipment, its own and those of its cards, in their order. */

#pragma once

#include "core/model/genlock-record.h"

G_BEGIN_DECLS

/*
 * equipment_io_ports and equipment_card_io have the same fields at the same places; these names
 * serve both, so that code and editors need no second version for the ports of a card.
 */
enum
{
  GENLOCK_PORT_PARENT_ID = GENLOCK_N_META,
  GENLOCK_PORT_PORT_TYPE,
  GENLOCK_PORT_IO_TYPE,
  GENLOCK_PORT_LABEL,
  GENLOCK_PORT_FORMAT,
  GENLOCK_PORT_PORT_INDEX,
  GENLOCK_PORT_N_FIELDS,
};

/**
 * GenlockPort:
 * @record: the port: a row of equipment_io_ports or equipment_card_io
 * @card: (nullable): the card that brings it
 * @is_output: its direction
 * @number: its place among the ports of its direction and its parent, from 1
 *
 * A look at a port; nothing in it is owned. Valid as long as the spec it came from.
 */
typedef struct
{
  const GenlockRecord *record;
  const GenlockRecord *card;
  gboolean is_output;
  guint number;
} GenlockPort;

/**
 * GenlockPortCount:
 * @n_inputs: live inputs
 * @n_outputs: live outputs
 */
typedef struct
{
  guint n_inputs;
  guint n_outputs;
} GenlockPortCount;

/**
 * genlock_ports_get_table:
 * @parent: a table: equipment_specs or equipment_cards
 *
 * Returns: (transfer none) (nullable): the table of its ports; %NULL for any other
 */
const GenlockTable *genlock_ports_get_table (const GenlockTable *parent);

/**
 * genlock_ports_list:
 * @parent: a spec or a card with its children, as genlock_store_get() gives it
 *
 * Returns: (transfer full) (element-type GenlockPort): the live ports: its own, inputs first,
 *   each direction by place, ports without a place last; of a spec then those of its cards by
 *   slot, cards that are not placed last
 */
GArray *genlock_ports_list (const GenlockRecord *parent);

/**
 * genlock_ports_list_own:
 * @parent: a spec or a card with its children
 *
 * Returns: (transfer full) (element-type GenlockPort): as genlock_ports_list() without the cards
 */
GArray *genlock_ports_list_own (const GenlockRecord *parent);

/**
 * genlock_ports_count:
 * @parent: a spec or a card with its children
 *
 * Counts without listing: for the rows of a page, which come with their children.
 *
 * Returns: how many live ports it has, those of its cards included
 */
GenlockPortCount genlock_ports_count (const GenlockRecord *parent);

/**
 * genlock_ports_list_cards:
 * @spec: a spec with its children
 *
 * Returns: (transfer container) (element-type GenlockRecord): its live cards by slot, those that
 *   are not placed last, by label
 */
GPtrArray *genlock_ports_list_cards (const GenlockRecord *spec);

/**
 * genlock_ports_are_same:
 * @before: a spec or a card with its children
 * @now: the same spec or card, read at another time
 *
 * Returns: whether both have the same live ports of the same directions, whatever else was changed
 *   in them
 */
gboolean genlock_ports_are_same (const GenlockRecord *before,
                                 const GenlockRecord *now);

/**
 * genlock_port_dup_label:
 * @port: a port
 *
 * Returns: (transfer full): what people call it: its label, else its connector and number: "IN 3",
 *   "3G-SDI 2"
 */
char *genlock_port_dup_label (const GenlockPort *port);

/**
 * genlock_port_dup_title:
 * @port: a port
 *
 * Returns: (transfer full): the same with where it is, for a card: "Slot 3: IN 1"
 */
char *genlock_port_dup_title (const GenlockPort *port);

/**
 * genlock_port_count_dup_words:
 * @count: how many
 *
 * Returns: (transfer full): "4 inputs", "4 inputs, 2 outputs", "no ports"
 */
char *genlock_port_count_dup_words (const GenlockPortCount *count);

/**
 * genlock_ports_fold:
 * @text: (nullable): a label or a connector
 *
 * Returns: (transfer full): a key by which two that differ in case or white space only are one
 */
char *genlock_ports_fold (const char *text);

G_END_DECLS
