/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows as JSON text in columns of the store's own tables. */

#pragma once

#include <json-glib/json-glib.h>

#include "core/model/genlock-record.h"

G_BEGIN_DECLS

/* (transfer full): canonical JSON of what is neither absent nor private; children are left out. */
char *genlock_row_text_write (const GenlockRecord *record);

/* The same of the fields in @fields alone (bit n is field n), appended to @json. */
void genlock_row_text_append (const GenlockRecord *record,
                              guint64 fields,
                              GString *json);

/**
 * genlock_row_text_append_pairs:
 * @before: (nullable): a row
 * @after: the same row later
 * @fields: which fields
 * @json: where canonical JSON is appended: {"name":{"after":"B","before":"A"}}, without "before"
 *   where the row was not there
 */
void genlock_row_text_append_pairs (const GenlockRecord *before,
                                    const GenlockRecord *after,
                                    guint64 fields,
                                    GString *json);

/**
 * genlock_row_text_read:
 * @table: the table
 * @text: what genlock_row_text_write() made
 * @error: %GENLOCK_STORE_ERROR_DAMAGED
 *
 * Values that the rules of today would refuse are taken: they were in the database.
 *
 * Returns: (transfer full) (nullable): the row, partial
 */
GenlockRecord *genlock_row_text_read (const GenlockTable *table,
                                      const char *text,
                                      GError **error);

/* The same of an object that was read already. */
GenlockRecord *genlock_row_text_from_object (const GenlockTable *table,
                                             JsonObject *object,
                                             GError **error);

/**
 * genlock_row_text_parse:
 * @text: (array length=length): one JSON object
 * @error: %GENLOCK_STORE_ERROR_DAMAGED
 *
 * Returns: (transfer full) (nullable): a node that holds an object
 */
JsonNode *genlock_row_text_parse (const char *text,
                                  gsize length,
                                  GError **error);

G_END_DECLS
