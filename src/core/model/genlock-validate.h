/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values to and from text, and the rules that a row must keep. */

#pragma once

#include "core/model/genlock-model-error.h"
#include "core/model/genlock-record.h"

G_BEGIN_DECLS

/**
 * genlock_field_parse:
 * @table: the table, for the error
 * @field: the field
 * @text: what somebody typed, a cell of a sheet or an argument; "" is null where the field may
 *   be null
 * @value: (out): the value, canonical (NFC, three decimals, days as midnight UTC …)
 * @error: #GenlockModelError
 *
 * Choices are taken by word or label without regard to case, days also as YYYY-MM-DD, booleans
 * as true/false, yes/no, 1/0, x.
 *
 * Returns: whether @text fits the field
 */
gboolean genlock_field_parse (const GenlockTable *table,
                              guint field,
                              const char *text,
                              GenlockValue *value,
                              GError **error);

/**
 * genlock_field_print:
 * @field: a field
 * @value: one of its values
 *
 * Returns: (transfer full): text that genlock_field_parse() reads back to the same value:
 *   shortest numbers, days as YYYY-MM-DD; "" for absent and null
 */
char *genlock_field_print (const GenlockField *field,
                           const GenlockValue *value);

/**
 * genlock_value_validate:
 * @table: the table
 * @field: the field
 * @value: a value
 * @error: #GenlockModelError
 *
 * Returns: whether @value is of the field's type, canonical, within its bounds and choices
 */
gboolean genlock_value_validate (const GenlockTable *table,
                                 guint field,
                                 const GenlockValue *value,
                                 GError **error);

/**
 * genlock_record_validate:
 * @record: a whole row; only its link to its parent and the meta fields that the store keeps
 *   may be absent
 * @error: #GenlockModelError
 *
 * Checks every value, that none is missing, and the table's own rule; children not looked at.
 *
 * Returns: whether @record may be stored
 */
gboolean genlock_record_validate (const GenlockRecord *record,
                                  GError **error);

G_END_DECLS
