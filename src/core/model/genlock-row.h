/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row as a GObject, with a property for each field of its table. */

#pragma once

#include <glib-object.h>

#include "core/model/genlock-record.h"

G_BEGIN_DECLS

#define GENLOCK_TYPE_ROW (genlock_row_get_type ())
G_DECLARE_DERIVABLE_TYPE (GenlockRow, genlock_row, GENLOCK, ROW, GObject)

struct _GenlockRowClass
{
  GObjectClass parent_class;

  const GenlockTable *table;
};

/**
 * genlock_row_get_type_for_table:
 * @table: a table
 *
 * Registers on first use. The type is final and derives from #GenlockRow; its read-only
 * properties are the table's fields with dashes ("h-res": gint64, reals gdouble, booleans
 * gboolean, all else a nullable string) and change with "record".
 *
 * Returns: the type of a row of @table
 */
GType genlock_row_get_type_for_table (const GenlockTable *table);

/**
 * genlock_row_new:
 * @table: a table
 * @record: (nullable): what the row holds; %NULL while it is being fetched
 *
 * Returns: (transfer full): a row
 */
GenlockRow *genlock_row_new (const GenlockTable *table,
                             GenlockRecord *record);

/* (transfer none) (nullable): %NULL while the row is being fetched. */
GenlockRecord *genlock_row_get_record (GenlockRow *row);

/* Notifies "record" and the property of each field that differs. */
void genlock_row_set_record (GenlockRow *row,
                             GenlockRecord *record);

G_END_DECLS
