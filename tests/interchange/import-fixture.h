/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of imports share: a database of their own, and ways to find what came of it. */

#pragma once

#include "core/store/genlock-store.h"
#include "interchange/genlock-import.h"

G_BEGIN_DECLS

/* A folder with an empty database. */
typedef struct
{
  char *folder;
  char *database;
  GenlockStore *store;
} ImportFixture;

void import_fixture_set_up (ImportFixture *fixture,
                            gconstpointer data);
void import_fixture_tear_down (ImportFixture *fixture,
                               gconstpointer data);

#define import_add_test(path, function) \
  g_test_add (path, ImportFixture, NULL, import_fixture_set_up, function, import_fixture_tear_down)

/* The path of a file of tests/interchange/data. */
char *import_dup_data (const char *name);

/* Reads files of tests/interchange/data that must be sound. */
GenlockImportPlan *import_read_data (const char *name,
                                     ...) G_GNUC_NULL_TERMINATED;

/* Reads a text that must be sound, as a file of that name. */
GenlockImportPlan *import_read_text (const char *name,
                                     const char *text);

/* Reads a text that must be refused with @code and a sentence that has @part. */
void import_assert_refused (const char *name,
                            const char *text,
                            gssize length,
                            GenlockImportError code,
                            const char *part);

/* All entries of @table, of all shows. */
GPtrArray *import_list (GenlockImportPlan *plan,
                        const GenlockTable *table);
guint import_count (GenlockImportPlan *plan,
                    const GenlockTable *table);

/* The one entry whose text in @field is @text; must be there. */
GenlockImportEntry *import_find (GenlockImportPlan *plan,
                                 const GenlockTable *table,
                                 guint field,
                                 const char *text);

/* Its record. */
GenlockRecord *import_find_record (GenlockImportPlan *plan,
                                   const GenlockTable *table,
                                   guint field,
                                   const char *text);

/* Whether the report has the place, with a severity and a value that begins so. */
void import_assert_note (GenlockImportPlan *plan,
                         GenlockImportSeverity severity,
                         const char *place,
                         const char *value);
gboolean import_has_note (GenlockImportPlan *plan,
                          const char *place);

/* Compares with the database, and imports what is chosen; returns how many rows changed. */
void import_compare (ImportFixture *fixture,
                     GenlockImportPlan *plan);
guint import_apply (ImportFixture *fixture,
                    GenlockImportPlan *plan);

/* Live rows in the database. */
guint import_count_live (ImportFixture *fixture,
                         const GenlockTable *table);

/* All live rows with their children, as one text, to compare two states of a database. */
char *import_dup_state (ImportFixture *fixture);

G_END_DECLS
