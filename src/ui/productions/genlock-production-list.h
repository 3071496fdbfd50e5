/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of shows: searched, filtered by status, sorted, with what can be done to one. */

#pragma once

#include <adwaita.h>

#include "core/store/genlock-store.h"

G_BEGIN_DECLS

/**
 * GenlockProductionList:
 *
 * Properties: "store" (nullable), "selected" (nullable: the id of the show that is open; it
 * stays where the filter hides its row), "filter" ("current": all that are not archived,
 * "all", or a status in lower case), "sort" ("load-in", "name", "client", "status", "changed"),
 * "n-shows" (the number of live shows whatever their status, -1 while it is not known).
 *
 * Actions on what is selected: "production.edit", "production.duplicate",
 * "production.archive", "production.unarchive", "production.delete"; "production.new".
 *
 * Signals: "opened": a show was clicked or Enter pressed on it.
 */
#define GENLOCK_TYPE_PRODUCTION_LIST (genlock_production_list_get_type ())
G_DECLARE_FINAL_TYPE (GenlockProductionList, genlock_production_list,
                      GENLOCK, PRODUCTION_LIST, GtkWidget)

/* (nullable): reads from @store from now on. */
void genlock_production_list_set_store (GenlockProductionList *self,
                                        GenlockStore *store);

/* (nullable): the id of the show that is open. */
const char *genlock_production_list_get_selected (GenlockProductionList *self);

/**
 * genlock_production_list_select:
 * @self: the list
 * @id: (nullable): a show
 *
 * Opens @id and scrolls to it where the filter shows it.
 */
void genlock_production_list_select (GenlockProductionList *self,
                                     const char *id);

/* Whether the show that is open is marked in the list; not where something else is looked at. */
void genlock_production_list_set_marked (GenlockProductionList *self,
                                         gboolean marked);

/* The number of live shows whatever their status; -1 while it is not known. */
int genlock_production_list_get_n_shows (GenlockProductionList *self);

/* Shows the search and puts the focus there. */
void genlock_production_list_start_search (GenlockProductionList *self);

/* Asks for the details of a new show; it is selected when it is there. */
void genlock_production_list_add (GenlockProductionList *self);

G_END_DECLS
