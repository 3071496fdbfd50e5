/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages that are lists: the sources of a show, its sends, its devices, the ports of a device. */

#pragma once

#include <adwaita.h>

#include "core/store/genlock-batch.h"
#include "core/store/genlock-store.h"
#include "ui/common/genlock-derived.h"
#include "ui/lists/genlock-list-kind.h"

G_BEGIN_DECLS

/**
 * GenlockTablePage:
 *
 * A #GenlockPage around a grid, with search, types to filter by, a bar for many rows and an
 * inspector. Beside the actions of every page it has "page.copy", "page.cut", "page.paste",
 * "page.clear", "page.fill-down", "page.fill-series", "page.duplicate-many" and one stateful
 * action "columns.ID" per column.
 *
 * What genlock_page_set_production() names is the parent of the rows: a show, or a piece of
 * equipment.
 *
 * Signals:
 * - "complete" (gpointer batch): a #GenlockBatch is about to be applied; what its rows lack is to
 *   be filled in
 * - "check" (gpointer batch, string text): then; %TRUE from a handler says that it sees to it, by
 *   genlock_table_page_apply_checked() sooner or later, or not at all
 * - "new" (): a row is to be added; %TRUE from a handler says that it sees to it
 * - "delete" (gpointer records): a #GPtrArray of rows is to be deleted; %TRUE from a handler says
 *   that it sees to it
 * - "edit" (string id, uint number): a cell of a column that is worked out is to be edited by more
 *   than a text (#GenlockDerivedColumn.is_apart)
 * - "moved": the cursor or the selected rows are others
 * - "production-changed": the page is about another parent, of which it has asked nothing yet
 * - "reorder" (gpointer ids, string before_id): rows were dragged, as the grid says it
 */
#define GENLOCK_TYPE_TABLE_PAGE (genlock_table_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (GenlockTablePage, genlock_table_page, GENLOCK, TABLE_PAGE, AdwBin)

/**
 * genlock_table_page_new:
 * @store: where the rows are
 * @kind: what the list shows; lives as long as the program
 *
 * Returns: (transfer floating): a page about no parent yet
 */
GtkWidget *genlock_table_page_new (GenlockStore *store,
                                   const GenlockListKind *kind);

/* Puts the cursor on the row @id as soon as the list has it; @edit: and edits its name. */
void genlock_table_page_go_to (GenlockTablePage *page,
                               const char *id,
                               gboolean edit);

/* (element-type utf8): selects the rows @ids alone as soon as the list has them. */
void genlock_table_page_select (GenlockTablePage *page,
                                GPtrArray *ids);

/* (transfer full) (element-type utf8): the ids of the selected rows, not of the cursor's; of very
 * many none. */
GPtrArray *genlock_table_page_list_selected (GenlockTablePage *page);

/* (transfer full) (array zero-terminated=1): the ids of the rows that a gesture is about: the
 * selected ones, else those of the block of cells; rows that are not read yet are left out. */
char **genlock_table_page_dup_row_ids (GenlockTablePage *page);

/**
 * genlock_table_page_apply:
 * @page: the page
 * @batch: (transfer full): what to change
 * @text: (transfer full) (nullable): what is said then, with a way back; %NULL says nothing
 */
void genlock_table_page_apply (GenlockTablePage *page,
                               GenlockBatch *batch,
                               char *text);

/* The same without the signals "complete" and "check". */
void genlock_table_page_apply_checked (GenlockTablePage *page,
                                       GenlockBatch *batch,
                                       char *text);

/* What was to be changed is left as it is: the inspector shows that again. */
void genlock_table_page_leave (GenlockTablePage *page);

/* (transfer none) (nullable): the parent of the rows. */
const char *genlock_table_page_get_production (GenlockTablePage *page);

/* (transfer none) */
GenlockStore *genlock_table_page_get_store (GenlockTablePage *page);

/**
 * genlock_table_page_add_menu:
 * @page: the page
 * @section: what else can be done with a row
 *
 * Puts @section on top of the menu of a row.
 */
void genlock_table_page_add_menu (GenlockTablePage *page,
                                  GMenuModel *section);

/**
 * genlock_table_page_set_group:
 * @page: the page
 * @group: what the inspector shows below the fields of its rows
 */
void genlock_table_page_set_group (GenlockTablePage *page,
                                   AdwPreferencesGroup *group);

/**
 * genlock_table_page_set_derived:
 * @page: the page
 * @derived: (nullable): works out the columns that its kind of list names, and the order of rows
 */
void genlock_table_page_set_derived (GenlockTablePage *page,
                                     GenlockDerived *derived);

/* (nullable): what stands below the rows. */
void genlock_table_page_set_foot (GenlockTablePage *page,
                                  GtkWidget *foot);

/* Adds an empty row, and edits its name: what "page.new" does where nobody takes "new". */
void genlock_table_page_add_empty (GenlockTablePage *page);

/* Whether rows can be changed now: takes what is being typed first. */
gboolean genlock_table_page_is_ready (GenlockTablePage *page);

/* The list of the sources of a show. */
GtkWidget *genlock_sources_page_new (GenlockStore *store);

/* The list of its sends. */
GtkWidget *genlock_sends_page_new (GenlockStore *store);

G_END_DECLS
