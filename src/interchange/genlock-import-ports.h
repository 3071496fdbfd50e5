/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds ports of equipment by what people call them. */

#pragma once

#include "core/model/genlock-record.h"

G_BEGIN_DECLS

/* (transfer full): a text by which two names that differ in case or white space only are one. */
char *genlock_import_ports_fold (const char *text);

/* (transfer container) (element-type GenlockRecord): live ports of @spec with those of its cards;
 * the fields of both tables stand at the same places. */
GPtrArray *genlock_import_ports_list (GenlockRecord *spec);

/* (transfer full): an index for genlock_import_ports_find(), good as long as @spec. */
GHashTable *genlock_import_ports_index (GenlockRecord *spec);

/**
 * genlock_import_ports_find:
 * @index: of a piece of equipment
 * @direction: INPUT or OUTPUT
 * @label: (nullable): what it is called; of several the first
 * @connector: (nullable): else its connector, which has to be the only one of its kind
 *
 * Returns: (transfer none) (nullable): the port
 */
GenlockRecord *genlock_import_ports_find (GHashTable *index,
                                          const char *direction,
                                          const char *label,
                                          const char *connector);

G_END_DECLS
