/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What tracking, undo and log cost: the store against raw SQL, as ratios within one run. */

#define G_LOG_DOMAIN "bench-store"

#include "config.h"

#include <glib/gstdio.h>
#include <stdlib.h>

#include "bench-show.h"
#include "core/model/genlock-instant.h"
#include "core/schema/genlock-productions.h"
#include "core/schema/genlock-sources.h"
#include "core/store/genlock-ddl.h"
#include "core/store/genlock-row-sql.h"
#include "core/store/genlock-transaction.h"

#define N_ROUNDS 5
#define N_EDITS 200

static const char show_id[] = "11111111-1111-4111-8111-111111111111";

static void
check (GError *error)
{
  if (error != NULL)
    g_error ("%s", error->message);
}

static GenlockDatabase *
create (const char *folder,
        gboolean with_indexes)
{
  g_autofree char *path = g_build_filename (folder, "bench.db", NULL);
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  g_autofree char *shm = g_strconcat (path, "-shm", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *sql = NULL;
  GenlockDatabase *database;

  g_unlink (path);
  g_unlink (wal);
  g_unlink (shm);
  database = genlock_database_open (path, GENLOCK_DATABASE_CREATE, &error);
  check (error);
  genlock_ddl_create (database, &error);
  check (error);

  sql = g_strdup_printf ("INSERT INTO productions (id, created_at, updated_at, client, show_name) "
                         "VALUES ('%s', '', '', 'Acme', 'Gala');%s", show_id,
                         with_indexes ? "" :
                         "DROP INDEX sources_type; DROP INDEX sources_equipment_id;"
                         "DROP INDEX sources_order; DROP INDEX sources_seq;"
                         "DROP INDEX sources_deleted_with;");
  genlock_database_execute (database, sql, &error);
  check (error);

  return database;
}

static GenlockRecord *
make_source (guint number)
{
  GenlockRecord *record = genlock_record_new_row (&genlock_sources, NULL);

  genlock_record_set_text (record, GENLOCK_SOURCE_PRODUCTION_ID, show_id);
  genlock_record_take_text (record, GENLOCK_SOURCE_LABEL, g_strdup_printf ("SRC %u", number + 1));
  genlock_record_set_text (record, GENLOCK_SOURCE_TYPE, number % 3 == 0 ? "Camera" : "Laptop");
  genlock_record_take_text (record, GENLOCK_SOURCE_NAME, g_strdup_printf ("Laptop %u", number));
  genlock_record_set_int (record, GENLOCK_SOURCE_H_RES, 1920);
  genlock_record_set_int (record, GENLOCK_SOURCE_V_RES, 1080);
  genlock_record_set_real (record, GENLOCK_SOURCE_RATE, 59.94);
  genlock_record_set_text (record, GENLOCK_SOURCE_SCAN, "P");

  return record;
}

static GPtrArray *
make_sources (guint n_rows)
{
  GPtrArray *records = g_ptr_array_new_with_free_func ((GDestroyNotify) genlock_record_unref);

  for (guint i = 0; i < n_rows; i++)
    {
      GenlockRecord *record = make_source (i);

      genlock_record_set_text (record, GENLOCK_META_CREATED_AT, "2026-11-22T08:00:00.000Z");
      genlock_record_set_text (record, GENLOCK_META_UPDATED_AT, "2026-11-22T08:00:00.000Z");
      genlock_record_set_text (record, GENLOCK_META_LAST_MODIFIED_BY, "Ana at desk");
      g_ptr_array_add (records, record);
    }

  return records;
}

static double
import_raw (const char *folder,
            GPtrArray *records,
            gboolean with_indexes)
{
  g_autoptr (GenlockDatabase) database = create (folder, with_indexes);
  g_autofree char *sql = genlock_row_sql_insert (&genlock_sources);
  g_autoptr (GenlockStatement) insert = NULL;
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();

  genlock_database_begin_write (database, &error);
  check (error);
  insert = genlock_database_prepare (database, sql, &error);
  for (guint i = 0; i < records->len; i++)
    {
      for (guint j = 0; j < GENLOCK_SOURCE_N_FIELDS; j++)
        genlock_statement_bind_value_at (insert, j,
                                         genlock_record_get_value (records->pdata[i], j));
      genlock_statement_run (insert, &error);
      check (error);
    }
  genlock_database_commit (database, &error);
  check (error);

  return (g_get_monotonic_time () - start) / 1e6;
}

static double
import_store (const char *folder,
              GPtrArray *records)
{
  g_autoptr (GenlockDatabase) database = create (folder, TRUE);
  g_autoptr (GenlockBatch) batch = genlock_batch_new ("IMPORT");
  g_autoptr (GenlockChanges) changes = NULL;
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < records->len; i++)
    genlock_batch_insert (batch, genlock_record_ref (records->pdata[i]));
  changes = genlock_transaction_apply (database, batch, "Ana at desk", "desk", NULL, &error);
  check (error);

  return (g_get_monotonic_time () - start) / 1e6;
}

static double
edit_raw (GenlockDatabase *database,
          const char *id)
{
  g_autoptr (GenlockStatement) update = NULL;
  g_autofree char *at = genlock_instant_dup_now ();
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();

  genlock_database_begin_write (database, &error);
  check (error);
  update = genlock_database_prepare (database, "UPDATE sources SET note = :note, "
                                     "updated_at = :at WHERE id = :id", &error);
  genlock_statement_bind_text (update, ":note", at);
  genlock_statement_bind_text (update, ":at", at);
  genlock_statement_bind_text (update, ":id", id);
  genlock_statement_run (update, &error);
  check (error);
  genlock_database_commit (database, &error);
  check (error);

  return (g_get_monotonic_time () - start) / 1e6;
}

static double
edit_store (GenlockDatabase *database,
            const char *id)
{
  g_autoptr (GenlockBatch) batch = genlock_batch_new ("EDIT");
  GenlockRecord *patch = genlock_record_new (&genlock_sources);
  g_autoptr (GenlockChanges) changes = NULL;
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();

  genlock_record_set_text (patch, GENLOCK_META_ID, id);
  genlock_record_take_text (patch, GENLOCK_SOURCE_NOTE,
                            g_strdup_printf ("%" G_GINT64_FORMAT, start));
  genlock_batch_update (batch, patch);
  changes = genlock_transaction_apply (database, batch, "Ana at desk", "desk", NULL, &error);
  check (error);

  return (g_get_monotonic_time () - start) / 1e6;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  double difference = *(const double *) a - *(const double *) b;

  return (difference > 0) - (difference < 0);
}

static double
get_median (GArray *times)
{
  g_array_sort (times, compare);

  return g_array_index (times, double, times->len / 2);
}

static void
add (GArray *times,
     double time)
{
  g_array_append_val (times, time);
}

static void
print (const char *what,
       double store,
       double raw,
       double limit)
{
  g_print ("%-34s store %9.3f ms  raw %9.3f ms  ratio %.2f (limit %.2f)%s\n", what, store * 1e3,
           raw * 1e3, store / raw, limit, store / raw <= limit ? "" : "  MISSED");
}

static void
bench_import (const char *folder,
              guint n_rows)
{
  g_autoptr (GPtrArray) records = make_sources (n_rows);
  g_autoptr (GArray) store = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) raw = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) bare = g_array_new (FALSE, FALSE, sizeof (double));
  g_autofree char *what = g_strdup_printf ("import of %u sources", n_rows);
  g_autofree char *bare_what = g_strdup ("(raw without indexes)");

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      add (raw, import_raw (folder, records, TRUE));
      add (store, import_store (folder, records));
      add (bare, import_raw (folder, records, FALSE));
    }

  print (what, get_median (store), get_median (raw), 2.0);

  print (bare_what, get_median (store), get_median (bare), 2.0);
}

/* Rows that a server has acknowledged, so that tracking has work to do. */
static void
bench_edit (const char *folder,
            const char *what,
            guint n_rows)
{
  g_autoptr (GPtrArray) records = make_sources (n_rows);
  g_autoptr (GenlockDatabase) database = create (folder, TRUE);
  g_autoptr (GenlockBatch) batch = genlock_batch_new ("IMPORT");
  g_autoptr (GenlockChanges) changes = NULL;
  g_autoptr (GArray) store = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) raw = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < records->len; i++)
    genlock_batch_insert (batch, genlock_record_ref (records->pdata[i]));
  changes = genlock_transaction_apply (database, batch, "Ana at desk", "desk", NULL, &error);
  check (error);
  genlock_database_execute (database, "UPDATE sources SET version = 1, seq = rowid", &error);
  check (error);

  for (guint i = 0; i < N_EDITS; i++)
    {
      const char *id = genlock_record_get_id (records->pdata[(i * 7919) % records->len]);
      const char *other = genlock_record_get_id (records->pdata[(i * 7907 + 1) % records->len]);

      add (raw, edit_raw (database, id));
      add (store, edit_store (database, other));
    }

  print (what, get_median (store), get_median (raw), 2.0);
}

/* Where a commit waits for a disk, and where it does not: the work beside the wait shows there. */
static void
bench_edits (const char *parent,
             const char *what,
             guint n_rows)
{
  g_autofree char *folder = g_build_filename (parent, "genlock-bench-XXXXXX", NULL);

  if (g_mkdtemp (folder) == NULL)
    {
      g_print ("%-34s not measured: there is no %s\n", what, parent);
      return;
    }

  bench_edit (folder, what, n_rows);
  bench_remove (folder);
}

int
main (int argc,
      char *argv[])
{
  g_autofree char *folder = g_dir_make_tmp ("genlock-bench-XXXXXX", NULL);
  guint n_rows = argc > 1 ? (guint) atoi (argv[1]) : 100000;

  bench_import (folder, n_rows);
  bench_remove (folder);
  bench_edits ("/var/tmp", "one edit, on a disk", MIN (n_rows, 10000));
  bench_edits ("/dev/shm", "one edit, in memory", MIN (n_rows, 10000));

  return EXIT_SUCCESS;
}
