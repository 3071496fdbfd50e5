/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a transaction changed, as the text from which undo takes it back. */

#pragma once

#include "core/store/genlock-work.h"

G_BEGIN_DECLS

/**
 * GenlockStepItemKind:
 * @GENLOCK_STEP_NEW: the row was added
 * @GENLOCK_STEP_WENT: the row was deleted, and nothing else of it changed
 * @GENLOCK_STEP_CAME: the row was restored, and nothing else of it changed
 * @GENLOCK_STEP_ROW: fields of the row changed
 */
typedef enum
{
  GENLOCK_STEP_NEW,
  GENLOCK_STEP_WENT,
  GENLOCK_STEP_CAME,
  GENLOCK_STEP_ROW,
} GenlockStepItemKind;

/**
 * GenlockStepItem:
 * @kind: see #GenlockStepItemKind
 * @table: the table
 * @id: owned: the row
 * @mark: (nullable): owned: the deleted_with of the deletion, for WENT and CAME
 * @from: (nullable): owned: for ROW: the fields before, is_deleted and deleted_with among them
 * @to: (nullable): owned: the same fields after
 */
typedef struct
{
  GenlockStepItemKind kind;
  const GenlockTable *table;
  char *id;
  char *mark;
  GenlockRecord *from;
  GenlockRecord *to;
} GenlockStepItem;

/**
 * genlock_step_text_write:
 * @work: all that a transaction has changed
 *
 * One JSON object a line. Of rows that only came or went the ids stand together, so that an
 * import of 100,000 rows is 4 MB: {"t":"sources","new":["…",…]},
 * {"t":"sources","went":["…",…],"with":"…"}; others have a line each:
 * {"t":"sources","id":"…","from":{…},"to":{…}}.
 *
 * Returns: (transfer full): the text; "" where nothing changed
 */
char *genlock_step_text_write (GenlockWork *work);

/**
 * genlock_step_text_read:
 * @text: such a text
 * @error: %GENLOCK_STORE_ERROR_DAMAGED
 *
 * Returns: (transfer full) (nullable) (element-type GenlockStepItem): what it says
 */
GArray *genlock_step_text_read (const char *text,
                                GError **error);

G_END_DECLS
