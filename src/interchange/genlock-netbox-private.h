/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What names of NetBox say of ports and devices. */

#pragma once

#include "interchange/genlock-library-yaml.h"
#include "interchange/genlock-netbox.h"

G_BEGIN_DECLS

/* @node: a map of @documents, which hold it. */
struct _GenlockNetboxType
{
  GPtrArray *documents; /* owned (element-type GenlockYaml) */
  const GenlockYaml *node;
  guint file;
  gboolean is_module;
  char *manufacturer; /* owned */
  char *model; /* owned */
  char *slug; /* owned: letters of a key */
  char *place; /* owned: "line 1, column 1" */
};

/**
 * GenlockNetboxConnector:
 * @GENLOCK_NETBOX_KNOWN: the connector is known
 * @GENLOCK_NETBOX_SDI: SDI, but nobody says how fast
 * @GENLOCK_NETBOX_BNC: a BNC socket, but nobody says of what
 * @GENLOCK_NETBOX_OTHER: nothing is known
 * @GENLOCK_NETBOX_NONE: nothing that is planned: management, a virtual interface
 */
typedef enum
{
  GENLOCK_NETBOX_KNOWN,
  GENLOCK_NETBOX_SDI,
  GENLOCK_NETBOX_BNC,
  GENLOCK_NETBOX_OTHER,
  GENLOCK_NETBOX_NONE,
} GenlockNetboxConnector;

/* (transfer full) (element-type utf8): the words of a name in capitals: "SDI-Input1" is SDI, INPUT;
 * "12G" stays whole. */
GPtrArray *genlock_netbox_split (const char *name);

/* (nullable): "INPUT" or "OUTPUT" where the words say it, a reference being an input. */
const char *genlock_netbox_find_direction (GPtrArray *words);

/**
 * genlock_netbox_find_connector:
 * @words: of the port's name
 * @type: NetBox's word: "bnc", "10gbase-x-sfpp"
 * @model: (nullable): words of the model, which may name the rate of SDI
 * @io_type: (out) (transfer full): the connector as Genlock calls it, as far as it is known
 *
 * Returns: how much is known
 */
GenlockNetboxConnector genlock_netbox_find_connector (GPtrArray *words,
                                                      const char *type,
                                                      GPtrArray *model,
                                                      char **io_type);

/* (nullable): the category where the words of the model say it. */
const char *genlock_netbox_find_category (GPtrArray *words);

/* (transfer full): what may stand in a key: "NETWORK (RJ45)" is "network-rj45". */
char *genlock_netbox_dup_key (const char *text);

/**
 * genlock_netbox_read_ports:
 * @self: all files
 * @type: a device type or module type
 * @parent: the spec or card that gets the ports
 * @max: how many there may be
 * @error: %GENLOCK_IMPORT_ERROR_RULES
 *
 * Returns: whether they could be read
 */
gboolean genlock_netbox_read_ports (GenlockLibraryImport *self,
                                    const GenlockNetboxType *type,
                                    GenlockRecord *parent,
                                    guint max,
                                    GError **error);

G_END_DECLS
