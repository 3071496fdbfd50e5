/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What rows that others link to are called: ids to names and back. */

#pragma once

#include "core/store/genlock-store.h"
#include "ui/common/genlock-derived.h"

G_BEGIN_DECLS

/**
 * GenlockNames:
 *
 * The names of all live rows of one table, kept up with the store; of equipment those of the
 * shipped library too, under the ids that its rows will have.
 *
 * Signals: "changed": a name came, went or differs.
 */
#define GENLOCK_TYPE_NAMES (genlock_names_get_type ())
G_DECLARE_FINAL_TYPE (GenlockNames, genlock_names, GENLOCK, NAMES, GObject)

/**
 * genlock_names_new:
 * @store: (nullable): where the rows are; %NULL starts empty
 * @table: the table
 *
 * Returns: (transfer full): the names, filled soon
 */
GenlockNames *genlock_names_new (GenlockStore *store,
                                 const GenlockTable *table);

/* Adds or replaces one name. */
void genlock_names_add (GenlockNames *names,
                        const char *id,
                        const char *name);

/* (nullable): what the row @id is called. */
const char *genlock_names_get (GenlockNames *names,
                               const char *id);

/* (nullable): what else is to be known of the row @id: of equipment its ports, "8 in · 4 out". */
const char *genlock_names_get_detail (GenlockNames *names,
                                      const char *id);

/**
 * genlock_names_make_fresh:
 * @names: names of equipment
 * @id: an id
 *
 * Returns: (transfer full) (nullable): the row to be inserted for @id, whole, where that is a
 *   device of the shipped library that was not in the store when the names were read
 */
GenlockRecord *genlock_names_make_fresh (GenlockNames *names,
                                         const char *id);

/* Whether genlock_names_make_fresh() would make one. */
gboolean genlock_names_is_fresh (GenlockNames *names,
                                 const char *id);

/* (nullable): the id of the row that is called @name, case aside. */
const char *genlock_names_find (GenlockNames *names,
                                const char *name);

/* (nullable): what else is said of rows; its changes are those of @names too. */
void genlock_names_set_derived (GenlockNames *names,
                                GenlockDerived *derived);

/* (transfer none) (nullable) */
GenlockDerived *genlock_names_get_derived (GenlockNames *names);

/* (transfer full): what people call @record, a row of the list. */
char *genlock_names_dup_row (GenlockNames *names,
                             const GenlockRecord *record);

/* (transfer full) (array zero-terminated=1): all names, in order. */
char **genlock_names_list (GenlockNames *names);

G_END_DECLS
