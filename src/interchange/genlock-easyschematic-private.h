/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of the reader of EasySchematic's templates share. */

#pragma once

#include "interchange/genlock-easyschematic.h"

G_BEGIN_DECLS

/* @object: the template; in one of a sheet, ports and slots say their row as "row". */
struct _GenlockEasyschematicTemplate
{
  JsonObject *object; /* owned */
  guint file;
  char *place; /* owned: "[3]", "row 12" */
};

/* Takes a template after a look at what it must have. */
gboolean genlock_easyschematic_add (GenlockLibraryImport *self,
                                    JsonObject *object,
                                    guint file,
                                    const char *place,
                                    GError **error);

/* (transfer full): where a port or slot stands: "[3].ports[2]", "row 12". */
char *genlock_easyschematic_dup_place (const GenlockEasyschematicTemplate *template,
                                       JsonObject *object,
                                       const char *list,
                                       guint index);

/* The category of a device type, "OTHER" for an unknown one. */
const char *genlock_easyschematic_find_category (const char *device_type);

/**
 * genlock_easyschematic_find_connector:
 * @signal: "sdi"
 * @connector: (nullable): "bnc"
 * @label: what the port is called, which may say the rate of SDI
 *
 * Returns: (nullable): the connector as Genlock calls it, unknown words as they are; %NULL for
 *   power, which is not planned as a port
 */
const char *genlock_easyschematic_find_connector (const char *signal,
                                                  const char *connector,
                                                  const char *label);

/**
 * genlock_easyschematic_add_ports:
 * @self: all files
 * @template: whose ports they are
 * @parent: the spec or card that gets them
 * @ports: (nullable): their list
 * @list: where that stands in the template: "ports"
 * @error: %GENLOCK_IMPORT_ERROR_RULES
 *
 * Returns: whether they are ports all
 */
gboolean genlock_easyschematic_add_ports (GenlockLibraryImport *self,
                                          const GenlockEasyschematicTemplate *template,
                                          GenlockRecord *parent,
                                          JsonArray *ports,
                                          const char *list,
                                          GError **error);

/**
 * genlock_easyschematic_read_slots:
 * @self: all files
 * @template: a template with slots
 * @spec: its equipment, which gets the cards
 * @error: %GENLOCK_IMPORT_ERROR_RULES: slots that do not exist, stand twice, or sit in themselves
 *
 * Returns: (transfer full) (nullable): the slots
 */
GenlockSlotRules *genlock_easyschematic_read_slots (GenlockLibraryImport *self,
                                                    const GenlockEasyschematicTemplate *template,
                                                    GenlockRecord *spec,
                                                    GError **error);

G_END_DECLS
