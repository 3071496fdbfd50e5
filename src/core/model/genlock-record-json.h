/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows as JSON: camelCase names, children nested under their key. */

#pragma once

#include <json-glib/json-glib.h>

#include "core/model/genlock-model-error.h"
#include "core/model/genlock-record.h"

G_BEGIN_DECLS

/**
 * genlock_record_write_json:
 * @record: a row
 * @json: where a JSON object is appended
 *
 * Writes every field that is not absent and not private in the order of the description, then
 * the children. JSON fields are written as the JSON that they hold.
 */
void genlock_record_write_json (const GenlockRecord *record,
                                GString *json);

/* Appends the value of one field, null where it is absent. */
void genlock_record_write_json_value (const GenlockRecord *record,
                                      guint field,
                                      GString *json);

/**
 * genlock_record_from_json:
 * @table: the table
 * @object: an object that the strict reader has passed
 * @unknown: (nullable) (element-type utf8): where names of keys that the table lacks are added
 * @error: #GenlockModelError
 *
 * Strict in types: a number given as text is an error; days, times and ids may come in any spelling
 * that says the same ("2026-05-02", another offset, upper case). Absent keys stay absent, null is
 * null, unknown keys are ignored. Meta fields are read too; it is for the caller to drop them.
 *
 * Returns: (transfer full) (nullable): the row with its children, every value validated, missing
 *   ones not
 */
GenlockRecord *genlock_record_from_json (const GenlockTable *table,
                                         JsonObject *object,
                                         GPtrArray *unknown,
                                         GError **error);

G_END_DECLS
