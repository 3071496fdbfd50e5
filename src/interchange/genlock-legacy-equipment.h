/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Equipment of older data: what the lists hold, and what a device of a show needs. */

#pragma once

#include "interchange/genlock-legacy.h"

G_BEGIN_DECLS

/**
 * GenlockLegacySpec:
 * @record: the equipment, owned
 * @id: (nullable): its id in the file
 * @uuid: (nullable): its uuid there
 */
typedef struct
{
  GenlockRecord *record;
  char *id;
  char *uuid;
} GenlockLegacySpec;

/**
 * GenlockLegacyPort:
 * @is_output: its direction
 * @legacy_id: (nullable): its id in the file
 * @uuid: (nullable): its uuid there
 * @label: what it is called on the device
 * @connector: (nullable): the kind of connector
 * @format: (nullable): the format that it is set to
 * @feed: (nullable): what an input gets, or what an output goes to
 * @send: (nullable): where an output goes to, where @feed is what is routed to it
 * @routed: (nullable): of an output, the label of the input that is routed to it
 * @note: (nullable): a note
 * @strand: (nullable): of a snake, which line it is
 * @place: where it stands in the file
 * @id: (nullable): the id of the port, once the equipment is known
 * @source: (nullable): of an input, the source that is fed to it; unowned
 *
 * A port of a device of a show.
 */
typedef struct
{
  gboolean is_output;
  char *legacy_id;
  char *uuid;
  char *label;
  char *connector;
  char *format;
  char *feed;
  char *send;
  char *routed;
  char *note;
  char *strand;
  char *place;
  char *id;
  gconstpointer source;
} GenlockLegacyPort;

GenlockLegacyPort *genlock_legacy_port_new (gboolean is_output,
                                            const char *label,
                                            const char *connector);
void genlock_legacy_port_free (GenlockLegacyPort *port);

/* The id of @port where it has one, else its label: what a connection says of it. */
const char *genlock_legacy_port_get_name (const GenlockLegacyPort *port);

/* Makes rows of all equipment lists; to be called before any device. */
void genlock_legacy_read_equipment (GenlockLegacy *self);

/* (nullable): by its id or uuid in the file. */
const GenlockLegacySpec *genlock_legacy_find_spec (GenlockLegacy *self,
                                                   const char *id);

/* The category of an older word; @is_exact: whether nothing of its meaning is lost. */
const char *genlock_legacy_find_category (const char *word,
                                          gboolean *is_exact);

/**
 * genlock_legacy_provide_spec:
 * @self: the import
 * @category: a word of genlock_categories
 * @manufacturer: (nullable): who makes it, where that is known
 * @model: (nullable): what it is, where that is known
 * @kind: what to call it where the model is not known: "Router"
 * @ports: (element-type GenlockLegacyPort): the device's ports, which get their ids
 * @needs_ports: whether equipment without exactly these labels will not do
 * @file: which file
 * @place: where the device stands
 *
 * Finds equipment in the lists of the files, else makes it with these ports.
 *
 * Returns: (transfer none): its id
 */
const char *genlock_legacy_provide_spec (GenlockLegacy *self,
                                         const char *category,
                                         const char *manufacturer,
                                         const char *model,
                                         const char *kind,
                                         GPtrArray *ports,
                                         gboolean needs_ports,
                                         guint file,
                                         const char *place);

G_END_DECLS
