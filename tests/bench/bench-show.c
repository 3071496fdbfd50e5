/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the benchmarks of the core share: a show of any size, and medians. */

#include "config.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "bench-show.h"
#include "core/schema/genlock-productions.h"
#include "core/schema/genlock-source-outputs.h"
#include "core/schema/genlock-sources.h"
#include "core/store/genlock-migrate.h"
#include "core/store/genlock-row-sql.h"

static const char * const types[] = { "Laptop", "Camera", "Media server", "Graphics", "Recorder" };
static const char * const connectors[] = { "HDMI", "SDI", "DP", "SDI", "HDMI" };
static const char * const rooms[] = { "Stage left", "Stage right", "FOH", "Balcony", "Backstage" };

/* Every number below @n once, in no obvious order: 7919 is a prime. */
static guint
shuffle (guint number,
         guint n)
{
  return (guint) ((guint64) number * 7919 % n);
}

static void
set_meta (GenlockRecord *record)
{
  static const char now[] = "2026-11-22T08:00:00.000Z";

  genlock_record_set_text (record, GENLOCK_META_CREATED_AT, now);
  genlock_record_set_text (record, GENLOCK_META_UPDATED_AT, now);
  genlock_record_set_text (record, GENLOCK_META_LAST_MODIFIED_BY, "Alex Example@desk-1");
}

GenlockRecord *
bench_show_source (guint number,
                   guint n)
{
  GenlockRecord *source = genlock_record_new_row (&genlock_sources, NULL);
  GenlockRecord *output = genlock_record_new_row (&genlock_source_outputs, NULL);
  guint shuffled = shuffle (number, n);

  genlock_record_set_text (source, GENLOCK_SOURCE_PRODUCTION_ID, BENCH_SHOW_ID);
  genlock_record_take_text (source, GENLOCK_SOURCE_LABEL, g_strdup_printf ("SRC %u", number + 1));
  genlock_record_set_text (source, GENLOCK_SOURCE_TYPE, types[number % 5]);
  genlock_record_take_text (source, GENLOCK_SOURCE_NAME,
                            g_strdup_printf ("%s %u", rooms[shuffled % 5], shuffled));
  genlock_record_set_int (source, GENLOCK_SOURCE_H_RES, number % 3 != 0 ? 1920 : 3840);
  genlock_record_set_int (source, GENLOCK_SOURCE_V_RES, number % 3 != 0 ? 1080 : 2160);
  genlock_record_set_real (source, GENLOCK_SOURCE_RATE, number % 2 != 0 ? 59.94 : 50);
  genlock_record_set_text (source, GENLOCK_SOURCE_SCAN, "P");
  if (number % 7 == 0)
    genlock_record_take_text (source, GENLOCK_SOURCE_NOTE,
                              g_strdup_printf ("Spare for SRC %u, talk to rack %u first",
                                               shuffled, shuffled % 40));

  genlock_record_set_text (output, GENLOCK_SOURCE_OUTPUT_CONNECTOR, connectors[shuffled % 5]);
  genlock_record_add_child (source, output);
  set_meta (source);
  set_meta (output);

  return source;
}

static void
write_row (GenlockDatabase *database,
           GenlockRecord *record)
{
  g_autoptr (GError) error = NULL;

  if (!genlock_row_sql_write_insert (database, record, &error))
    g_error ("%s", error->message);
}

static void
write_show (GenlockDatabase *database)
{
  g_autoptr (GenlockRecord) show = genlock_record_new_row (&genlock_productions, BENCH_SHOW_ID);

  genlock_record_set_text (show, GENLOCK_PRODUCTION_CLIENT, "Example");
  genlock_record_set_text (show, GENLOCK_PRODUCTION_SHOW_NAME, "Large show");
  set_meta (show);
  write_row (database, show);
}

void
bench_show_make (const char *path,
                 guint n_sources)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GenlockDatabase) database = NULL;

  database = genlock_database_open (path, GENLOCK_DATABASE_CREATE, &error);
  if (database == NULL || !genlock_migrate (database, &error)
      || !genlock_database_begin_write (database, &error))
    g_error ("%s", error->message);

  write_show (database);
  for (guint i = 0; i < n_sources; i++)
    {
      g_autoptr (GenlockRecord) source = bench_show_source (i, n_sources);
      GPtrArray *outputs = genlock_record_get_children (source, &genlock_source_outputs);

      write_row (database, source);
      write_row (database, g_ptr_array_index (outputs, 0));
    }

  if (!genlock_database_commit (database, &error)
      || !genlock_database_execute (database, "PRAGMA wal_checkpoint(TRUNCATE)", &error))
    g_error ("%s", error->message);
}

static int
compare (const void *a,
         const void *b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return (first > second) - (first < second);
}

double
bench_median (double *values,
              guint n)
{
  qsort (values, n, sizeof *values, compare);

  return values[n / 2];
}

double
bench_resident (void)
{
  g_autofree char *text = NULL;
  const char *rest;
  double pages;

  if (!g_file_get_contents ("/proc/self/statm", &text, NULL, NULL))
    return 0;

  rest = strchr (text, ' ');
  pages = rest != NULL ? g_ascii_strtod (rest, NULL) : 0;

  return pages * (double) sysconf (_SC_PAGESIZE) / 1024 / 1024;
}

double
bench_processor (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);

  return (double) time.tv_sec * 1000 + (double) time.tv_nsec / 1000000;
}

double
bench_since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1000;
}

void
bench_remove (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        bench_remove (path);
      else
        g_unlink (path);
    }

  g_rmdir (folder);
}
