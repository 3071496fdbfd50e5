/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a row of the preview is about: a show, a table of it, a row. */

#pragma once

#include <glib-object.h>

#include "interchange/genlock-import-plan.h"

G_BEGIN_DECLS

/**
 * GenlockImportItemKind:
 * @GENLOCK_IMPORT_ITEM_SHOW: a show, or what belongs to none
 * @GENLOCK_IMPORT_ITEM_DETAILS: the row of the show itself
 * @GENLOCK_IMPORT_ITEM_GROUP: the rows of one table
 * @GENLOCK_IMPORT_ITEM_ENTRY: a row
 * @GENLOCK_IMPORT_ITEM_FIELD: a field of a row that differs
 */
typedef enum
{
  GENLOCK_IMPORT_ITEM_SHOW,
  GENLOCK_IMPORT_ITEM_DETAILS,
  GENLOCK_IMPORT_ITEM_GROUP,
  GENLOCK_IMPORT_ITEM_ENTRY,
  GENLOCK_IMPORT_ITEM_FIELD,
} GenlockImportItemKind;

/**
 * GenlockImportItem:
 *
 * Made by a #GenlockImportTree for as long as somebody looks at it.
 *
 * Signals: "changed": its counts or its choice differ.
 */
#define GENLOCK_TYPE_IMPORT_ITEM (genlock_import_item_get_type ())
G_DECLARE_FINAL_TYPE (GenlockImportItem, genlock_import_item, GENLOCK, IMPORT_ITEM, GObject)

/**
 * genlock_import_item_new:
 * @kind: which of the others is not %NULL
 * @plan: the plan
 * @show: (nullable): the show
 * @group: (nullable): the group
 * @entry: (nullable): the entry
 * @living: place in the plan → its item; the item is in it for as long as it lives, unless it is a
 *   field
 * Returns: (transfer full): an item, counted
 */
GenlockImportItem *genlock_import_item_new (GenlockImportItemKind kind,
                                            GenlockImportPlan *plan,
                                            GenlockImportShow *show,
                                            GenlockImportGroup *group,
                                            GenlockImportEntry *entry,
                                            GHashTable *living);

GenlockImportItemKind genlock_import_item_get_kind (GenlockImportItem *self);

/* (transfer none) (nullable): %NULL where it is of another kind. */
GenlockImportShow *genlock_import_item_get_show (GenlockImportItem *self);
GenlockImportGroup *genlock_import_item_get_group (GenlockImportItem *self);
GenlockImportEntry *genlock_import_item_get_entry (GenlockImportItem *self);

/* Of a field, which one of its table. */
guint genlock_import_item_get_field (GenlockImportItem *self);
void genlock_import_item_set_field (GenlockImportItem *self,
                                    guint field);

/* (transfer none): of the rows below it, or of its row. */
const GenlockImportCounts *genlock_import_item_get_counts (GenlockImportItem *self);

/* Counts again and emits "changed" where that differs. */
void genlock_import_item_update (GenlockImportItem *self);

/**
 * GenlockImportCheck:
 *
 * How a check box shows counts.
 */
typedef enum
{
  GENLOCK_IMPORT_CHECK_NONE,
  GENLOCK_IMPORT_CHECK_OFF,
  GENLOCK_IMPORT_CHECK_SOME,
  GENLOCK_IMPORT_CHECK_ON,
} GenlockImportCheck;

/* %GENLOCK_IMPORT_CHECK_NONE: nothing can be chosen there. */
GenlockImportCheck genlock_import_counts_get_check (const GenlockImportCounts *counts);

G_END_DECLS
