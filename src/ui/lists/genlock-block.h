/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is done to many cells at once, as one batch: paste, fill, clear, set, duplicate. */

#pragma once

#include "core/store/genlock-batch.h"
#include "ui/lists/genlock-column.h"

G_BEGIN_DECLS

/**
 * GenlockMisfit:
 * @row: the row, counted from the first one that is written
 * @name: (nullable): what the row is called; %NULL for a new one
 * @column: (nullable): the column; %NULL where it is about the whole row
 * @text: what was to be written
 * @sentence: why it does not fit
 */
typedef struct
{
  guint row;
  char *name;
  const GenlockColumn *column;
  char *text;
  char *sentence;
} GenlockMisfit;

/**
 * GenlockPlan:
 * @batch: (nullable): what to apply; %NULL where nothing would change
 * @misfits: (element-type GenlockMisfit): the cells that are left as they are
 * @n_cells: how many cells change or are written new
 * @n_added: how many rows are added
 * @n_too_wide: how many columns of the clipboard had no column to go to
 *
 * What a gesture on a block of cells would do.
 */
typedef struct
{
  GenlockBatch *batch;
  GPtrArray *misfits;
  guint n_cells;
  guint n_added;
  guint n_too_wide;
} GenlockPlan;

void genlock_plan_free (GenlockPlan *plan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GenlockPlan, genlock_plan_free)

/**
 * GenlockBlock:
 * @records: (element-type GenlockRecord): the rows of the block, top to bottom, whole
 * @columns: (element-type GenlockColumn): its columns, left to right
 * @names: (nullable): what linked rows are called
 * @production_id: (nullable): the show that new rows belong to
 *
 * A rectangle of cells; borrows all it holds.
 */
typedef struct
{
  GPtrArray *records;
  GPtrArray *columns;
  GenlockNames *names;
  const char *production_id;
} GenlockBlock;

/* (transfer full): the block as tab-separated text. */
char *genlock_block_print (const GenlockBlock *block);

/**
 * genlock_block_set:
 * @block: a block
 * @verb: a word of genlock_verbs
 * @text: what every cell is to say; "" empties them
 *
 * Returns: (transfer full): the plan
 */
GenlockPlan *genlock_block_set (const GenlockBlock *block,
                                const char *verb,
                                const char *text);

/**
 * genlock_block_fill:
 * @block: a block of at least two rows
 * @series: whether numbers count on, else every row gets what the first one says
 *
 * Where the first two rows of a column are a series, as in SRC 2, SRC 4, the others follow its
 * step.
 *
 * Returns: (transfer full): the plan
 */
GenlockPlan *genlock_block_fill (const GenlockBlock *block,
                                 gboolean series);

/**
 * genlock_block_paste:
 * @block: the rows from the top of the paste on, as many as there are up to the height of the
 *   clipboard or of the selection; the columns from its left edge to the last one of the list
 * @cells: (element-type GStrv): the clipboard, a rectangle
 * @n_rows: the height of the selection, in cells, at least 1
 * @n_columns: its width
 * @add: whether lines past the last row become new rows, else they are dropped
 * @used: (element-type utf8): casefolded labels that are taken; new ones are added
 *
 * A clipboard that fits the selection several times is repeated. Where its first line names
 * columns, the line says which they are and is not pasted.
 *
 * Returns: (transfer full): the plan
 */
GenlockPlan *genlock_block_paste (const GenlockBlock *block,
                                  GPtrArray *cells,
                                  guint n_rows,
                                  guint n_columns,
                                  gboolean add,
                                  GHashTable *used);

/* Whether the first line of @cells names columns, two of them at least. */
gboolean genlock_block_names_columns (GPtrArray *columns,
                                      GPtrArray *cells);

/**
 * genlock_block_count_past:
 * @columns: (element-type GenlockColumn): as for a paste
 * @cells: (element-type GStrv): the clipboard
 * @n_rows: the height of the selection
 * @n_left: how many rows there are from its top to the end of the list
 *
 * Returns: how many lines go past the end
 */
guint genlock_block_count_past (GPtrArray *columns,
                                GPtrArray *cells,
                                guint n_rows,
                                guint n_left);

/**
 * genlock_block_duplicate:
 * @list: a kind of list
 * @records: (element-type GenlockRecord): whole rows
 * @n_copies: how many of each
 * @labels: (element-type utf8): casefolded labels that are taken; new ones are added
 * @names: (element-type utf8): casefolded names that are taken; new ones are added
 * @ids: (nullable) (element-type utf8): where the ids of the new rows are added
 *
 * Copies with their outputs; names count on, labels are the next free ones.
 *
 * Returns: (transfer full): one batch
 */
GenlockBatch *genlock_block_duplicate (const GenlockListKind *list,
                                       GPtrArray *records,
                                       guint n_copies,
                                       GHashTable *labels,
                                       GHashTable *names,
                                       GPtrArray *ids);

G_END_DECLS
