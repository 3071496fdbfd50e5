/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows and columns of cells with a cursor, edited in place as in a spreadsheet. */

#pragma once

#include <adwaita.h>

#include "core/model/genlock-row.h"
#include "ui/common/genlock-row-selection.h"
#include "ui/lists/genlock-column.h"

G_BEGIN_DECLS

/**
 * GenlockGrid:
 *
 * Signals:
 * - "moved": the cursor, the block of cells or the selected rows are others
 * - "edited" (GenlockRow *row, gpointer update): a cell was given a value that fits; update is a
 *   #GenlockRecord with the row's id and what is to change
 * - "edit-apart" (GenlockRow *row, guint number): a cell of a column that a #GenlockDerived works
 *   out is to be edited by more than a text
 * - "sorted": another column or direction was chosen
 * - "arranged": columns were moved, resized, shown or hidden
 * - "reorder" (gpointer ids, string before_id): the rows @ids (a string array) were dragged before
 *   the row @before_id, %NULL for the end
 */
#define GENLOCK_TYPE_GRID (genlock_grid_get_type ())
G_DECLARE_FINAL_TYPE (GenlockGrid, genlock_grid, GENLOCK, GRID, AdwBin)

/**
 * GenlockGridBlock:
 * @top: the first row
 * @n_rows: how many
 * @left: the first of the visible columns
 * @n_columns: how many
 *
 * A rectangle of cells.
 */
typedef struct
{
  guint top;
  guint n_rows;
  guint left;
  guint n_columns;
} GenlockGridBlock;

/**
 * GenlockGridOffers:
 * @column: a column
 * @user_data: as given
 *
 * Returns: (transfer full) (nullable): words to choose from when a cell of @column is edited
 */
typedef char **(*GenlockGridOffers) (const GenlockColumn *column,
                                     gpointer user_data);

/**
 * genlock_grid_setup:
 * @grid: a new grid
 * @list: what it shows
 * @names: what linked rows are called
 * @offers: asked when a cell is edited
 * @user_data: for @offers; outlives the grid
 */
void genlock_grid_setup (GenlockGrid *grid,
                         const GenlockListKind *list,
                         GenlockNames *names,
                         GenlockGridOffers offers,
                         gpointer user_data);

/* (nullable): a list of #GenlockRow. */
void genlock_grid_set_model (GenlockGrid *grid,
                             GListModel *model);
GListModel *genlock_grid_get_model (GenlockGrid *grid);

/* Goes to the first row when the rows come in another order. */
void genlock_grid_start_over (GenlockGrid *grid);
GenlockRowSelection *genlock_grid_get_selection (GenlockGrid *grid);

/* The menu of a row, shown at the pointer and with the menu key. */
void genlock_grid_set_menu (GenlockGrid *grid,
                            GMenuModel *menu);

/**
 * GenlockGridMarks:
 * @record: a row that is seen
 * @tip: (out) (transfer full) (nullable): what its mark means, in lines
 * @user_data: as given
 *
 * Returns: the mark at the head of the row
 */
typedef GenlockMark (*GenlockGridMarks) (const GenlockRecord *record,
                                         char **tip,
                                         gpointer user_data);

/* @marks: (nullable): asked for each row that is seen, and again when this is called again. */
void genlock_grid_set_marks (GenlockGrid *grid,
                             GenlockGridMarks marks,
                             gpointer user_data);

/* Whether cells can be edited; else they can be read and copied. */
void genlock_grid_set_editable (GenlockGrid *grid,
                                gboolean editable);

/* (nullable): words that are marked in the cells. */
void genlock_grid_set_search (GenlockGrid *grid,
                              const char *text);

/* The rectangle between the cursor and the other corner; FALSE in an empty grid. */
gboolean genlock_grid_get_block (GenlockGrid *grid,
                                 GenlockGridBlock *block);

/* (transfer container) (element-type GenlockColumn): the visible columns in their order. */
GPtrArray *genlock_grid_list_columns (GenlockGrid *grid);

/* (transfer container) (element-type GenlockColumn): all columns in their order. */
GPtrArray *genlock_grid_list_all_columns (GenlockGrid *grid);

/**
 * genlock_grid_list_rows:
 * @grid: a grid
 *
 * Returns: (transfer full): the places that a gesture on rows is about: the selected ones, else
 *   those of the block
 */
GtkBitset *genlock_grid_list_rows (GenlockGrid *grid);

/* Puts the cursor on a cell of the visible columns and the focus on it; keeps within bounds. */
void genlock_grid_set_cursor (GenlockGrid *grid,
                              guint row,
                              guint column,
                              gboolean extend);

/* Extends the block from the cursor to so many rows and columns. */
void genlock_grid_set_block (GenlockGrid *grid,
                             const GenlockGridBlock *block);

/* The row that the cursor stands on, as a place; GTK_INVALID_LIST_POSITION without one. */
guint genlock_grid_get_cursor_row (GenlockGrid *grid);

/* Gives the keyboard to the cursor, as soon as its row is there. Returns: whether it did. */
gboolean genlock_grid_take_focus (GenlockGrid *grid);

/**
 * genlock_grid_go_to:
 * @grid: a grid
 * @id: a row's id
 * @edit: whether its name is edited then
 *
 * Puts the cursor on a row as soon as the list has it.
 */
void genlock_grid_go_to (GenlockGrid *grid,
                         const char *id,
                         gboolean edit);

/* (element-type utf8): selects the rows @ids alone as soon as the list has them, the cursor on the
 * first one. */
void genlock_grid_select (GenlockGrid *grid,
                          GPtrArray *ids);

/* (transfer full) (element-type utf8): the ids of the selected rows; of very many none. */
GPtrArray *genlock_grid_list_selected (GenlockGrid *grid);

/* Has the cursor follow rows that have just moved, before a gesture asks where it stands. */
void genlock_grid_settle (GenlockGrid *grid);

/* Edits the cell at the cursor. */
void genlock_grid_edit (GenlockGrid *grid);

/* Ends editing; FALSE where the text does not fit and the editor stays. */
gboolean genlock_grid_finish_editing (GenlockGrid *grid);
gboolean genlock_grid_is_editing (GenlockGrid *grid);

/* (nullable): the column that the rows are ordered by. */
const GenlockColumn *genlock_grid_get_sort (GenlockGrid *grid,
                                            gboolean *descending);
void genlock_grid_set_sort (GenlockGrid *grid,
                            const char *id,
                            gboolean descending);

/**
 * genlock_grid_dup_arrangement:
 * @grid: a grid
 *
 * Returns: (transfer full) (array zero-terminated=1): "id:width:shown" of each column in order
 */
char **genlock_grid_dup_arrangement (GenlockGrid *grid);

/* %NULL puts the columns as they are for a new list. */
void genlock_grid_set_arrangement (GenlockGrid *grid,
                                   const char * const *columns);

/* Whether column @id is shown. */
gboolean genlock_grid_get_column_visible (GenlockGrid *grid,
                                          const char *id);
void genlock_grid_set_column_visible (GenlockGrid *grid,
                                      const char *id,
                                      gboolean visible);

G_END_DECLS
