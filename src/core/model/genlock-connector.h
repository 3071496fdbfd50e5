/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The connectors that the trade knows: names, aliases, family, capacity. */

#pragma once

#include <glib.h>

#include "core/model/genlock-connector-family.h"
#include "core/model/genlock-link.h"

G_BEGIN_DECLS

/**
 * GenlockConnector:
 * @name: the canonical word, kept in the database: "3G-SDI", "DP 1.2", "opticalCON DUO"
 * @aliases: (nullable): other spellings, separated by "|"
 * @family: what it plugs into
 * @link: what it carries; unknown where the word names no version
 * @is_offered: whether lists offer it; the others are understood only
 */
typedef struct
{
  const char *name;
  const char *aliases;
  GenlockConnectorFamily family;
  GenlockLink link;
  gboolean is_offered;
} GenlockConnector;

/**
 * genlock_connector_find:
 * @text: (nullable): a connector's name or alias; case, spaces and hyphens do not matter
 *
 * Returns: (nullable) (transfer none): the connector; %NULL for a word nobody knows
 */
const GenlockConnector *genlock_connector_find            (const char             *text);

/**
 * genlock_connector_get_all:
 * @n_connectors: (out): how many
 *
 * Returns: (array length=n_connectors) (transfer none): every connector, by family
 */
const GenlockConnector *genlock_connector_get_all         (gsize                  *n_connectors);

/**
 * genlock_connector_get_family:
 * @text: (nullable): a connector's name or alias
 *
 * Returns: its family; unknown for a word nobody knows
 */
GenlockConnectorFamily  genlock_connector_get_family      (const char             *text);

/**
 * genlock_connector_family_get_name:
 * @family: a family
 *
 * Returns: (transfer none): what people call it, marked for translation
 */
const char *            genlock_connector_family_get_name (GenlockConnectorFamily  family);

G_END_DECLS
