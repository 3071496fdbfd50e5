/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a list says of its rows that no field of them holds. */

#pragma once

#include <gio/gio.h>

#include "core/model/genlock-record.h"
#include "ui/common/genlock-mark.h"

G_BEGIN_DECLS

/**
 * GenlockDerived:
 *
 * Columns that are worked out, and the rows of a list in an order that the database does not know.
 *
 * Signals: "changed": something is worked out anew.
 */
#define GENLOCK_TYPE_DERIVED (genlock_derived_get_type ())
G_DECLARE_INTERFACE (GenlockDerived, genlock_derived, GENLOCK, DERIVED, GObject)

/**
 * GenlockDerivedInterface:
 * @print: (transfer full): what column @number says of @record
 * @parse: whether @text fits column @number; sets the fields that it stands for in @into
 * @list_offers: (nullable): words for column @number
 * @get_mark: the mark of column @number
 * @dup_tip: (nullable): what the cell says in full
 * @dup_name: what people call the row
 * @list: (nullable): all rows; %NULL while they are not known yet
 * @passes: whether @record is of one of the types @words
 * @count: how many there are of each type
 *
 * What is only printed needs no @parse, what is not marked no @get_mark and no @dup_tip.
 */
struct _GenlockDerivedInterface
{
  GTypeInterface parent_interface;

  char *(*print) (GenlockDerived *derived,
                  guint number,
                  const GenlockRecord *record);
  gboolean (*parse) (GenlockDerived *derived,
                     guint number,
                     const GenlockRecord *before,
                     const char *text,
                     GenlockRecord *into,
                     GError **error);
  char **(*list_offers) (GenlockDerived *derived,
                         guint number);
  GenlockMark (*get_mark) (GenlockDerived *derived,
                           guint number,
                           const GenlockRecord *record);
  char *(*dup_tip) (GenlockDerived *derived,
                    guint number,
                    const GenlockRecord *record);
  char *(*dup_name) (GenlockDerived *derived,
                     const GenlockRecord *record);
  GPtrArray *(*list) (GenlockDerived *derived);
  gboolean (*passes) (GenlockDerived *derived,
                      const GenlockRecord *record,
                      const char * const *words);
  GArray *(*count) (GenlockDerived *derived,
                    GPtrArray *records);
};

/* (transfer full): what column @number says of @record. */
char *genlock_derived_print (GenlockDerived *derived,
                             guint number,
                             const GenlockRecord *record);

/**
 * genlock_derived_parse:
 * @derived: what is worked out
 * @number: a column
 * @before: (nullable): the row as it is; %NULL for a new one
 * @text: what its cell is to say
 * @into: a row, which gets the fields that @text stands for
 * @error: #GenlockModelError
 *
 * A column that is only to be read takes any text and sets nothing.
 *
 * Returns: whether @text fits
 */
gboolean genlock_derived_parse (GenlockDerived *derived,
                                guint number,
                                const GenlockRecord *before,
                                const char *text,
                                GenlockRecord *into,
                                GError **error);

/* (transfer full) (nullable): words that column @number is edited with. */
char **genlock_derived_list_offers (GenlockDerived *derived,
                                    guint number);
GenlockMark genlock_derived_get_mark (GenlockDerived *derived,
                                      guint number,
                                      const GenlockRecord *record);

/* (transfer full) (nullable): what the cell says in full, in lines. */
char *genlock_derived_dup_tip (GenlockDerived *derived,
                               guint number,
                               const GenlockRecord *record);

/* (transfer full): what people call the row. */
char *genlock_derived_dup_name (GenlockDerived *derived,
                                const GenlockRecord *record);

/* (transfer container) (nullable) (element-type GenlockRecord): all rows in no order; %NULL while
 * they are not known yet. */
GPtrArray *genlock_derived_list (GenlockDerived *derived);

/* Whether @record is of one of the types @words (array zero-terminated=1). */
gboolean genlock_derived_passes (GenlockDerived *derived,
                                 const GenlockRecord *record,
                                 const char * const *words);

/* (transfer full) (element-type GenlockCount): how many of @records there are of each type. */
GArray *genlock_derived_count (GenlockDerived *derived,
                               GPtrArray *records);

/* For those who work it out: emits "changed". */
void genlock_derived_changed (GenlockDerived *derived);

G_END_DECLS
