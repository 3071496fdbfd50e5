/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a person left a list: its columns, their order and widths, the sort, the row. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* In place of a show: as the last list was left, where a list of a new show begins. */
#define GENLOCK_LIST_STATE_LAST "last"

/**
 * GenlockListState:
 * @columns: (array zero-terminated=1) (nullable): "id:width:shown" in their order
 * @sort: (nullable): the id of the column that sorts
 * @descending: whether it sorts from the greatest on
 * @row: (nullable): the id of the row at the cursor
 */
typedef struct
{
  char **columns;
  char *sort;
  gboolean descending;
  char *row;
} GenlockListState;

void genlock_list_state_clear (GenlockListState *state);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GenlockListState, genlock_list_state_clear)

/**
 * genlock_list_state_load:
 * @table: what the list shows: "sources"
 * @production_id: the show
 * @state: (out): how the list was left; that of the list of another show where it is new here
 */
void genlock_list_state_load (const char *table,
                              const char *production_id,
                              GenlockListState *state);

/**
 * genlock_list_state_save:
 * @table: what the list shows
 * @production_id: the show
 * @state: how the list is left
 *
 * Written soon, to lists.ini in the user's folder for state. Never fails: what cannot be written
 * is not remembered.
 */
void genlock_list_state_save (const char *table,
                              const char *production_id,
                              const GenlockListState *state);

G_END_DECLS
