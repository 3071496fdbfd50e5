/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One show of older data while it is made into rows. */

#pragma once

#include "interchange/genlock-legacy-equipment.h"

G_BEGIN_DECLS

/**
 * GenlockLegacyRow:
 * @record: the row of the database, owned by the plan; still changed while the show is read
 * @label: (nullable): its display id in the file: "SRC 3"
 * @name: (nullable): what it is called
 * @ports: (nullable) (element-type GenlockLegacyPort): of a device
 * @ccu: (nullable): of a camera, what the file says of its CCU
 * @camera: (nullable): of a CCU, what the file says of its camera
 * @ip: (nullable): of a device, its address
 * @length_m: 0 = not known: of a camera, of the cable to its CCU, in metres
 * @is_snake: whether the device is a snake, whose lines lead through it
 * @file: which file
 * @place: where it stands
 */
typedef struct
{
  GenlockRecord *record;
  char *label;
  char *name;
  GPtrArray *ports;
  char *ccu;
  char *camera;
  char *ip;
  double length_m;
  gboolean is_snake;
  guint file;
  char *place;
} GenlockLegacyRow;

/**
 * GenlockLegacyShow:
 * @legacy: the import
 * @project: what is read, merged of all copies
 * @show: what is filled
 * @production_id: the id of the show
 * @keys: what was taken as the key of a row, with how often
 * @sources: (element-type GenlockLegacyRow)
 * @sends: (element-type GenlockLegacyRow)
 * @devices: (element-type GenlockLegacyRow)
 * @found: folded label or name, table in front → GPtrArray of GenlockLegacyRow
 * @uuids: the file's uuid of a row → GenlockLegacyRow
 * @outputs: the file's id of an output → GenlockRecord of the output, owned by its source
 * @ports: the file's id of a port → GenlockLegacyPlug
 * @addresses: device and address that are known, a set
 * @device_ports: the file's uuid of a device → GPtrArray of GenlockLegacyObject
 */
typedef struct
{
  GenlockLegacy *legacy;
  const GenlockLegacyProject *project;
  GenlockImportShow *show;
  char *production_id;
  GHashTable *keys;
  GPtrArray *sources;
  GPtrArray *sends;
  GPtrArray *devices;
  GHashTable *found;
  GHashTable *uuids;
  GHashTable *outputs;
  GHashTable *device_ports;
  GHashTable *ports;
  GHashTable *addresses;
} GenlockLegacyShow;

/* A port and its device. */
typedef struct
{
  GenlockLegacyPort *port;
  GenlockLegacyRow *device;
} GenlockLegacyPlug;

typedef void (*GenlockLegacyRowFunc) (GenlockLegacyShow *self,
                                      GenlockLegacyObject *object,
                                      gconstpointer data);

void genlock_legacy_show_init (GenlockLegacyShow *self,
                               GenlockLegacy *legacy,
                               const GenlockLegacyProject *project);
void genlock_legacy_show_clear (GenlockLegacyShow *self);

/* Makes the row of the show itself. Returns: whether the plan did not have it. */
gboolean genlock_legacy_show_read_production (GenlockLegacyShow *self);

/* Calls @function for each live object of a kind, then reports what it did not ask for. */
void genlock_legacy_show_each (GenlockLegacyShow *self,
                               const char *kind,
                               GenlockLegacyRowFunc function,
                               gconstpointer data);

/* The same, and frees each object behind it: of the long lists not two forms are kept at once. */
void genlock_legacy_show_spend (GenlockLegacyShow *self,
                                const char *kind,
                                GenlockLegacyRowFunc function,
                                gconstpointer data);

/* (transfer full): a new row that belongs to the show. @key: (nullable): its uuid in the file,
 * else its display id, else its place; a key that was taken gets a number. */
GenlockRecord *genlock_legacy_show_new_row (GenlockLegacyShow *self,
                                            const GenlockTable *table,
                                            const char *key);

/**
 * genlock_legacy_show_add:
 * @self: the show
 * @object: where it stands in the file
 * @record: (transfer full): the row
 * @label: (nullable): its display id in the file
 * @name: (nullable): what it is called
 * @uuid: (nullable): its uuid in the file
 *
 * Adds a source, a send or a device to the plan.
 *
 * Returns: (transfer none): what further reading needs of it
 */
GenlockLegacyRow *genlock_legacy_show_add (GenlockLegacyShow *self,
                                           GenlockLegacyObject *object,
                                           GenlockRecord *record,
                                           const char *label,
                                           const char *name,
                                           const char *uuid);

/* Adds any other row to the plan. */
void genlock_legacy_show_add_record (GenlockLegacyShow *self,
                                     GenlockRecord *record,
                                     guint file,
                                     const char *place);

/* (nullable): the one row of @table whose uuid, display id or name is @text. */
GenlockLegacyRow *genlock_legacy_show_find (GenlockLegacyShow *self,
                                            const GenlockTable *table,
                                            const char *text);

/* (nullable) (element-type GenlockLegacyRow): all of them whose display id or name is @text. */
GPtrArray *genlock_legacy_show_find_all (GenlockLegacyShow *self,
                                         const GenlockTable *table,
                                         const char *text);

/* To be called when a device has its ports. */
void genlock_legacy_show_register_ports (GenlockLegacyShow *self,
                                         GenlockLegacyRow *device);

/* (nullable): the port of any device by its id or uuid in the file. */
const GenlockLegacyPlug *genlock_legacy_show_find_port (GenlockLegacyShow *self,
                                                        const char *id);

/* Sets the equipment that the object names; one that is not there is reported. */
void genlock_legacy_show_link_equipment (GenlockLegacyShow *self,
                                         GenlockLegacyObject *object,
                                         GenlockRecord *record,
                                         guint field);

void genlock_legacy_show_report (GenlockLegacyShow *self,
                                 GenlockImportSeverity severity,
                                 guint file,
                                 const char *place,
                                 const char *value,
                                 const char *reason);

/* Whether a row of VideoDept's first start has this id and name. */
gboolean genlock_legacy_is_sample (const GenlockTable *table,
                                   const char *id,
                                   const char *name);

/* One file each: sources and sends; devices; what leads where; addresses; the rest. */
void genlock_legacy_show_read_sources (GenlockLegacyShow *self);
void genlock_legacy_show_read_sends (GenlockLegacyShow *self);
void genlock_legacy_show_read_devices (GenlockLegacyShow *self);
void genlock_legacy_show_read_snakes (GenlockLegacyShow *self);
void genlock_legacy_show_read_addresses (GenlockLegacyShow *self);
void genlock_legacy_show_connect (GenlockLegacyShow *self);
void genlock_legacy_show_read_cables (GenlockLegacyShow *self);
void genlock_legacy_show_report_rest (GenlockLegacyShow *self);

G_END_DECLS
