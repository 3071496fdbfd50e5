/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sheet for the crew as data: columns, groups of rows, cells of text. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GenlockSheetContent:
 * @GENLOCK_SHEET_TEXT: text
 * @GENLOCK_SHEET_NUMBER: a number, with a point before its decimals
 * @GENLOCK_SHEET_BOX: a box to tick: "x" where it is done, "" where it is not, %NULL where there
 *   is nothing to do
 *
 * What the cells of a column are; numbers stand at the right, boxes in the middle.
 */
typedef enum
{
  GENLOCK_SHEET_TEXT,
  GENLOCK_SHEET_NUMBER,
  GENLOCK_SHEET_BOX,
} GenlockSheetContent;

/**
 * GenlockSheetColumn:
 * @heading: what stands above it, marked for translation
 * @content: what its cells are
 * @weight: its share of the room that is left on paper; 0 for no more than it needs
 * @joins: whether it stands on paper behind the text of the column before: "OUT 3 · 12G-SDI"
 * @is_optional: whether it is left out on paper where no cell of it says anything
 */
typedef struct
{
  const char *heading;
  GenlockSheetContent content;
  double weight;
  gboolean joins;
  gboolean is_optional;
} GenlockSheetColumn;

/**
 * GenlockSheetRow:
 * @is_total: whether it sums up those above
 * @n_cells: as many as the sheet has columns
 * @cells: (array length=n_cells): one line of text each, without control characters; %NULL is ""
 */
typedef struct
{
  gboolean is_total;
  guint n_cells;
  char *cells[];
} GenlockSheetRow;

/**
 * GenlockSheetGroup:
 * @title: (nullable): what stands above its rows
 * @begins_block: whether it and those that follow, up to the next that begins a block, stand on
 *   one page where they can
 * @rows: (element-type GenlockSheetRow): its rows
 */
typedef struct
{
  char *title;
  gboolean begins_block;
  GPtrArray *rows;
} GenlockSheetGroup;

/**
 * GenlockSheet:
 * @title: what it is: "Cables", "SW 1 Screen switcher"
 * @group_heading: (nullable): what the titles of groups are, marked for translation: the heading
 *   of their column in CSV; %NULL where they have no titles
 * @columns: (array length=n_columns): the columns
 * @n_columns: how many
 * @groups: (element-type GenlockSheetGroup): its groups
 * @drawing: (nullable): what is drawn in place of a table
 *
 * Reference-counted (atomically); does not change once it is built.
 */
typedef struct
{
  char *title;
  const char *group_heading;
  const GenlockSheetColumn *columns;
  guint n_columns;
  GPtrArray *groups;
  struct _GenlockSheetDrawing *drawing;
} GenlockSheet;

/**
 * genlock_sheet_dup_line:
 * @text: any text
 *
 * Returns: (transfer full): @text as one line: line breaks, tabs, other control characters and
 *   what XML cannot hold become spaces, marks that would turn the direction of what stands beside
 *   it go
 */
char *genlock_sheet_dup_line (const char *text);

/* @columns: lives for ever. */
GenlockSheet *genlock_sheet_new (const char *title,
                                 const GenlockSheetColumn *columns,
                                 guint n_columns);
GenlockSheet *genlock_sheet_ref (GenlockSheet *sheet);
void genlock_sheet_unref (GenlockSheet *sheet);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GenlockSheet, genlock_sheet_unref)

/* (transfer none): a new group at the end. @title: (nullable) */
GenlockSheetGroup *genlock_sheet_add_group (GenlockSheet *sheet,
                                            const char *title);

/* (transfer none): a new row of empty cells at the end of @group. */
GenlockSheetRow *genlock_sheet_add_row (GenlockSheet *sheet,
                                        GenlockSheetGroup *group);

/**
 * genlock_sheet_row_take:
 * @row: a row
 * @column: which cell
 * @text: (transfer full) (nullable): any text
 *
 * Keeps @text as one line, see genlock_sheet_dup_line().
 */
void genlock_sheet_row_take (GenlockSheetRow *row,
                             guint column,
                             char *text);

/* The same of a copy. @text: (nullable) */
void genlock_sheet_row_set (GenlockSheetRow *row,
                            guint column,
                            const char *text);

/* (transfer none): the text of a cell, "" where it says nothing. */
const char *genlock_sheet_row_get (const GenlockSheetRow *row,
                                   guint column);

/* How many rows it has, all groups together. */
guint genlock_sheet_count_rows (const GenlockSheet *sheet);

/**
 * genlock_sheet_print_csv:
 * @sheet: a sheet
 *
 * UTF-8 with a byte order mark, commas, CR LF (RFC 4180); one row of headings. Where groups have
 * a heading their titles are the first column. A cell that a spreadsheet would take for a formula
 * begins with an apostrophe. Totals are left out.
 *
 * Returns: (transfer full): the text
 */
GString *genlock_sheet_print_csv (const GenlockSheet *sheet);

G_END_DECLS
