/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A database in a folder of its own, and short words for what tests do with it. */

#pragma once

#include "core/store/genlock-ddl.h"
#include "core/store/genlock-row-sql.h"
#include "core/store/genlock-transaction.h"
#include "core/store/genlock-undo.h"
#include "temp-dir.h"

typedef struct
{
  TempDir dir;
  GenlockDatabase *database;
} StoreFixture;

typedef void (*StoreTest) (StoreFixture *fixture,
                           gconstpointer data);

/* Adds a test with a fresh database. */
void store_test (const char *name,
                 StoreTest test);

void store_fixture_set_up (StoreFixture *fixture,
                           gconstpointer data);
void store_fixture_tear_down (StoreFixture *fixture,
                              gconstpointer data);

/* Ids that are told apart by a number, random ones (version 4) or made from content (version 5). */
char *make_id (guint number);
char *make_content_id (guint number);

/* (transfer full): rows with the least that they need. */
GenlockRecord *make_show (guint number,
                          const char *name);
GenlockRecord *make_source (guint number,
                            guint show,
                            const char *name);
GenlockRecord *make_send (guint number,
                          guint show,
                          const char *name);
GenlockRecord *make_device (guint number,
                            guint show,
                            const char *name);
GenlockRecord *make_output (guint number,
                            int index,
                            const char *connector);
GenlockRecord *make_frame (guint number,
                           const char *model,
                           int slots);
GenlockRecord *make_card (guint number,
                          guint frame,
                          int slot);

/* A partial row: the id of @number alone. */
GenlockRecord *make_patch (const GenlockTable *table,
                           guint number);

/* (transfer full): Applies @batch (transfer full) as Ana and expects it to work. */
GenlockChanges *apply (StoreFixture *fixture,
                       GenlockBatch *batch);

/* The same where nobody looks at the changes. */
void apply_quietly (StoreFixture *fixture,
                    GenlockBatch *batch);
void insert (StoreFixture *fixture,
             GenlockRecord *record);
void update (StoreFixture *fixture,
             GenlockRecord *record);
void delete_row (StoreFixture *fixture,
                 const GenlockTable *table,
                 guint number);
void undelete_row (StoreFixture *fixture,
                   const GenlockTable *table,
                   guint number);

/* Expects @batch (transfer full) to fail like this, with nothing written. */
void refuse (StoreFixture *fixture,
             GenlockBatch *batch,
             GQuark domain,
             int code);

/* (transfer full): the newest step, or @step, taken back or done again; expected to work. */
GenlockChanges *undo (StoreFixture *fixture,
                      gint64 step);
GenlockChanges *redo (StoreFixture *fixture);
void undo_quietly (StoreFixture *fixture);
void redo_quietly (StoreFixture *fixture);

/* (transfer full): the row as it is in the database. */
GenlockRecord *get (StoreFixture *fixture,
                    const GenlockTable *table,
                    guint number);
gboolean is_live (StoreFixture *fixture,
                  const GenlockTable *table,
                  guint number);

/* What one field of a row says, as text ("" where it is null). */
const char *say (StoreFixture *fixture,
                 const GenlockTable *table,
                 guint number,
                 guint field);

gint64 ask (StoreFixture *fixture,
            const char *sql);
void execute (StoreFixture *fixture,
              const char *sql);

/* (transfer full): every table that replicates as text, in the order of the keys, but for what
 * the store keeps for itself (times, author): equal where nothing differs. */
char *dump (StoreFixture *fixture);
