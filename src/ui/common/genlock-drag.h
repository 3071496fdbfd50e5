/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows that are dragged out of a list. */

#pragma once

#include <gtk/gtk.h>

#include "core/model/genlock-record.h"

G_BEGIN_DECLS

/**
 * GenlockDragRows:
 * @table: what the rows are
 * @production_id: (nullable): the show they belong to
 * @ids: (element-type utf8): their ids, in the order of the list
 * @names: (element-type utf8): what people call them, as many
 * @fresh: (element-type GenlockRecord): those of them that are not in the database yet, whole:
 *   a device of the shipped library is copied on first use; who takes the drop inserts them first
 *
 * What a drop target gets as %GENLOCK_TYPE_DRAG_ROWS.
 */
typedef struct
{
  const GenlockTable *table;
  char *production_id;
  GPtrArray *ids;
  GPtrArray *names;
  GPtrArray *fresh;
} GenlockDragRows;

#define GENLOCK_TYPE_DRAG_ROWS (genlock_drag_rows_get_type ())
GType genlock_drag_rows_get_type (void);

/* (transfer full): none yet. */
GenlockDragRows *genlock_drag_rows_new (const GenlockTable *table);
GenlockDragRows *genlock_drag_rows_copy (GenlockDragRows *rows);
void genlock_drag_rows_free (GenlockDragRows *rows);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GenlockDragRows, genlock_drag_rows_free)

void genlock_drag_rows_add (GenlockDragRows *rows,
                            const GenlockRecord *record);

/* The same for a row that is not in the database yet. */
void genlock_drag_rows_add_fresh (GenlockDragRows *rows,
                                  GenlockRecord *record);

/* (transfer full): the rows as such, and their names as plain text, one a line. */
GdkContentProvider *genlock_drag_rows_to_content (GenlockDragRows *rows);

/**
 * genlock_drag_set_icon:
 * @drag: a drag that begins
 * @widget: where it begins
 * @count: how many rows are carried
 *
 * A small card with the number under the pointer.
 */
void genlock_drag_set_icon (GdkDrag *drag,
                            GtkWidget *widget,
                            guint count);

G_END_DECLS
