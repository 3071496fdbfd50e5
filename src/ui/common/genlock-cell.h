/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One cell of a list: a line of text that is cheap to bind and to draw. */

#pragma once

#include <gtk/gtk.h>

#include "ui/common/genlock-mark.h"

G_BEGIN_DECLS

/**
 * GenlockCellStyle:
 * @GENLOCK_CELL_TEXT: a line of text
 * @GENLOCK_CELL_PATH: a line of text of which both ends matter: it is cut short in its middle
 * @GENLOCK_CELL_NUMBER: a number: on the right
 * @GENLOCK_CELL_CONNECTORS: connectors with "|" between them, each with its glyph
 * @GENLOCK_CELL_HEAD: the number of a row, dim
 */
typedef enum
{
  GENLOCK_CELL_TEXT,
  GENLOCK_CELL_PATH,
  GENLOCK_CELL_NUMBER,
  GENLOCK_CELL_CONNECTORS,
  GENLOCK_CELL_HEAD,
} GenlockCellStyle;

/**
 * GenlockCellLook:
 * @marks: (nullable): what is marked in the text: the words that were searched for
 * @line_height: the height of a line in pixels, measured by the first cell that needs it; 0 =
 *   not known
 *
 * What all cells of a list have in common, kept by the list.
 */
typedef struct
{
  GRegex *marks;
  int line_height;
} GenlockCellLook;

#define GENLOCK_TYPE_CELL (genlock_cell_get_type ())
G_DECLARE_FINAL_TYPE (GenlockCell, genlock_cell, GENLOCK, CELL, GtkWidget)

/**
 * genlock_cell_new:
 * @style: how the text is drawn
 * @look: what it shares with the others; outlives the cell
 * @item: (nullable): the list item whose child it is
 * @data: (nullable): whatever the list wants to know of the cell's column
 *
 * Returns: (transfer floating): a cell
 */
GtkWidget *genlock_cell_new (GenlockCellStyle style,
                             GenlockCellLook *look,
                             GtkListItem *item,
                             gpointer data);

gpointer genlock_cell_get_data (GenlockCell *cell);

/* The place of the row, GTK_INVALID_LIST_POSITION where the cell shows none. */
guint genlock_cell_get_position (GenlockCell *cell);

/* (transfer none) (nullable): the item of the row. */
gpointer genlock_cell_get_item (GenlockCell *cell);

/* (transfer full) (nullable): the text; %NULL shows that it is being fetched. */
void genlock_cell_take_text (GenlockCell *cell,
                             char *text);
const char *genlock_cell_get_text (GenlockCell *cell);

/* What stands before the text. */
void genlock_cell_set_mark (GenlockCell *cell,
                            GenlockMark mark);

/* Draws again, marks included. */
void genlock_cell_remark (GenlockCell *cell);

/* Whether the cell is in the block of selected cells, and whether the cursor stands on it. */
void genlock_cell_set_state (GenlockCell *cell,
                             gboolean in_block,
                             gboolean cursor);

/* (nullable): a widget that covers the cell: its editor. */
void genlock_cell_set_editor (GenlockCell *cell,
                              GtkWidget *editor);
GtkWidget *genlock_cell_get_editor (GenlockCell *cell);

G_END_DECLS
