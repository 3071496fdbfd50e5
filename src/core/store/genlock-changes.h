/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a transaction changed, for those who show it. */

#pragma once

#include "core/schema/genlock-schema.h"

G_BEGIN_DECLS

/**
 * GenlockChanges:
 *
 * The rows that one transaction touched; immutable once delivered, reference-counted
 * (atomically).
 */
typedef struct _GenlockChanges GenlockChanges;

/**
 * GenlockChange:
 * @table: the table
 * @id: the row
 * @production_id: (nullable): the show it belongs to, where it belongs to one
 * @fields: bits of the fields that differ (bit n is field n); all bits of a row that came or went
 * @came: whether it is live now and was not before (added, restored)
 * @went: whether it was live before and is not now
 */
typedef struct
{
  const GenlockTable *table;
  const char *id;
  const char *production_id;
  guint64 fields;
  gboolean came;
  gboolean went;
} GenlockChange;

GenlockChanges *genlock_changes_ref (GenlockChanges *changes);
void genlock_changes_unref (GenlockChanges *changes);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GenlockChanges, genlock_changes_unref)

/* The number of rows; 0 where the batch changed nothing. */
guint genlock_changes_get_length (const GenlockChanges *changes);

/* (transfer none) */
const GenlockChange *genlock_changes_get (const GenlockChanges *changes,
                                          guint index);

/**
 * genlock_changes_touch:
 * @changes: changes
 * @table: a table
 * @production_id: (nullable): a show; %NULL asks for any
 *
 * Returns: whether a row of @table that belongs to @production_id changed; children count as a
 *   change of their parent's table too
 */
gboolean genlock_changes_touch (const GenlockChanges *changes,
                                const GenlockTable *table,
                                const char *production_id);

/**
 * genlock_changes_get_step:
 * @changes: changes
 *
 * Returns: the undo step, to undo exactly this; 0 where there is none
 */
gint64 genlock_changes_get_step (const GenlockChanges *changes);

/* What undo could not put back since it was changed again meanwhile: the number of fields (or of
 * whole rows) left as they are. */
guint genlock_changes_get_n_left (const GenlockChanges *changes);

G_END_DECLS
