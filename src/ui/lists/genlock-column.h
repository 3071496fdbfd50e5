/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns of a list: which there are, and rows to and from the text of their cells. */

#pragma once

#include "core/model/genlock-record.h"
#include "ui/common/genlock-names.h"
#include "ui/lists/genlock-list-kind.h"

G_BEGIN_DECLS

/**
 * GenlockColumnKind:
 * @GENLOCK_COLUMN_FIELD: one field
 * @GENLOCK_COLUMN_FORMAT: raster, scan, rate and blanking as one text: "1080p59.94"
 * @GENLOCK_COLUMN_OUTPUTS: the connectors of the outputs: "HDMI | SDI"
 * @GENLOCK_COLUMN_DERIVED: what the #GenlockDerived of the list works out
 * @GENLOCK_COLUMN_PORTS: what ports the row's equipment has: "8 in · 4 out"; only to be read
 */
typedef enum
{
  GENLOCK_COLUMN_FIELD,
  GENLOCK_COLUMN_FORMAT,
  GENLOCK_COLUMN_OUTPUTS,
  GENLOCK_COLUMN_PORTS,
  GENLOCK_COLUMN_DERIVED,
} GenlockColumnKind;

/**
 * GenlockColumn:
 * @list: the list that it is a column of
 * @kind: see #GenlockColumnKind
 * @field: the field; of the format the width of the raster, of the outputs their connector, of
 *   the ports the equipment
 * @derived: (nullable): of a column that is worked out, what it is
 * @id: a stable name, to remember the column by
 * @title: to be translated
 * @width: in characters
 * @hidden: whether it is hidden until asked for
 * @numeric: whether its text stands on the right
 * @connector: whether its words are connectors
 */
typedef struct
{
  const GenlockListKind *list;
  GenlockColumnKind kind;
  guint field;
  const GenlockDerivedColumn *derived;
  const char *id;
  const char *title;
  guint width;
  gboolean hidden;
  gboolean numeric;
  gboolean connector;
} GenlockColumn;

/**
 * genlock_columns_new:
 * @list: a kind of list
 *
 * Returns: (transfer full) (element-type GenlockColumn): every field of the description that has
 *   a width, the format as one column and apart, and the outputs, in the order for a new list
 */
GArray *genlock_columns_new (const GenlockListKind *list);

/* Whether nothing can be written there. */
gboolean genlock_column_is_read_only (const GenlockColumn *column);

/**
 * genlock_column_print:
 * @column: a column
 * @record: a row with its children
 * @names: (nullable): what linked rows are called
 *
 * Returns: (transfer full): what the cell says; genlock_column_parse() reads it back
 */
char *genlock_column_print (const GenlockColumn *column,
                            const GenlockRecord *record,
                            GenlockNames *names);

/**
 * genlock_column_get_mark:
 * @column: a column
 * @record: a row
 * @names: (nullable): what linked rows are called
 * @tip: (out) (transfer full) (nullable): what the cell says in full
 *
 * Returns: what stands before the text of the cell
 */
GenlockMark genlock_column_get_mark (const GenlockColumn *column,
                                     const GenlockRecord *record,
                                     GenlockNames *names,
                                     char **tip);

/* (transfer full) (nullable): of a column that is worked out, words that it is edited with. */
char **genlock_column_list_offers (const GenlockColumn *column,
                                   GenlockNames *names);

/**
 * genlock_column_parse:
 * @column: a column
 * @before: (nullable): the row as it is, with its children; %NULL for a new one
 * @text: what the cell is to say; "" empties it
 * @names: (nullable): what linked rows are called
 * @into: a row of the same table, which gets the fields and children that @text says
 * @error: #GenlockModelError
 *
 * A column that is only to be read takes any text and sets nothing.
 *
 * Returns: whether @text fits; else @into is as before
 */
gboolean genlock_column_parse (const GenlockColumn *column,
                               const GenlockRecord *before,
                               const char *text,
                               GenlockNames *names,
                               GenlockRecord *into,
                               GError **error);

G_END_DECLS
