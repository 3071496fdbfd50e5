/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* kill -9 at random moments of editing and importing: what was acknowledged is there. */

#define G_LOG_DOMAIN "test-kill"

#include "config.h"

#include <gio/gio.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/schema/genlock-productions.h"
#include "core/schema/genlock-sources.h"
#include "core/store/genlock-maintenance.h"
#include "core/store/genlock-store.h"
#include "temp-dir.h"

/* The soak run asks for more. */
#define ROUNDS 200
#define IMPORT_ROWS 150

/* The longest that a round waits behind its last acknowledgement before it kills, in ms. */
#define PATIENCE 12

static void
say (const char *format,
     ...)
{
  va_list args;

  va_start (args, format);
  vprintf (format, args);
  va_end (args);
  fflush (stdout);
}

static GenlockRecord *
make_source (const char *show,
             const char *name)
{
  GenlockRecord *source = genlock_record_new_row (&genlock_sources, NULL);

  genlock_record_set_text (source, GENLOCK_SOURCE_PRODUCTION_ID, show);
  genlock_record_set_text (source, GENLOCK_SOURCE_TYPE, "Camera");
  genlock_record_set_text (source, GENLOCK_SOURCE_NAME, name);

  return source;
}

static void
apply (GenlockStore *store,
       GenlockBatch *batch)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GenlockChanges) changes = genlock_store_apply (store, batch, NULL, &error);

  g_assert_no_error (error);
}

static char *
add_show (GenlockStore *store)
{
  g_autoptr (GenlockBatch) batch = genlock_batch_new ("ADD");
  GenlockRecord *show = genlock_record_new_row (&genlock_productions, NULL);
  char *id = g_strdup (genlock_record_get_id (show));

  genlock_record_set_text (show, GENLOCK_PRODUCTION_CLIENT, "ACME");
  genlock_record_set_text (show, GENLOCK_PRODUCTION_SHOW_NAME, "Kick-off");
  genlock_batch_insert (batch, show);
  apply (store, batch);

  return id;
}

/* Edits the show's venue: "venue N" is said once the change is durable. */
static void
edit (GenlockStore *store,
      const char *show,
      guint number)
{
  g_autoptr (GenlockBatch) batch = genlock_batch_new ("EDIT");
  g_autofree char *venue = g_strdup_printf ("%u", number);
  GenlockRecord *change = genlock_record_new (&genlock_productions);

  genlock_record_set_text (change, GENLOCK_META_ID, show);
  genlock_record_set_text (change, GENLOCK_PRODUCTION_VENUE, venue);
  genlock_batch_update (batch, change);
  apply (store, batch);
  say ("venue %u\n", number);
}

static void
import (GenlockStore *store,
        const char *show,
        guint number)
{
  g_autoptr (GenlockBatch) batch = genlock_batch_new ("IMPORT");
  g_autofree char *name = g_strdup_printf ("import %u", number);

  for (guint i = 0; i < IMPORT_ROWS; i++)
    genlock_batch_insert (batch, make_source (show, name));
  apply (store, batch);
  say ("import %u\n", number);
}

/* What is killed: changes the database until it dies, says what is durable. */
static int
work (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GenlockStore) store = genlock_store_open (path, GENLOCK_STORE_WRITE, &error);
  g_autoptr (GRand) random = g_rand_new ();
  g_autofree char *show = NULL;

  g_assert_no_error (error);
  show = add_show (store);
  say ("show %s\n", show);

  for (guint i = 1; i < 100000; i++)
    {
      if (g_rand_int_range (random, 0, 6) == 0)
        import (store, show, i);
      else
        edit (store, show, i);

      if (g_rand_int_range (random, 0, 10) == 0)
        {
          g_autoptr (GenlockChanges) undone = NULL;
          g_autoptr (GenlockChanges) redone = NULL;

          say ("undo\n");
          undone = genlock_store_undo (store, 0, &error);
          g_assert_no_error (error);
          redone = genlock_store_redo (store, &error);
          g_assert_no_error (error);
          say ("redone\n");
        }
    }

  return 0;
}

/* What the child said before it died. */
typedef struct
{
  char *show; /* owned, nullable */
  guint venue;
  guint venue_before;
  GArray *imports; /* owned (element-type guint) */
  gboolean imported_last;
  gboolean undoing; /* the last change may be taken back at this moment */
} Said;

static void
listen_line (Said *said,
             const char *line)
{
  guint number;

  if (g_str_has_prefix (line, "show "))
    said->show = g_strdup (line + strlen ("show "));
  else if (strcmp (line, "undo") == 0)
    said->undoing = TRUE;
  else if (strcmp (line, "redone") == 0)
    said->undoing = FALSE;
  else if (sscanf (line, "venue %u", &number) == 1)
    {
      said->venue_before = said->venue;
      said->venue = number;
      said->imported_last = FALSE;
    }
  else if (sscanf (line, "import %u", &number) == 1)
    {
      g_array_append_val (said->imports, number);
      said->imported_last = TRUE;
    }
}

/* Runs a child and kills it some time behind a random number of its acknowledgements. */
static void
run_and_kill (const char *path,
              GRand *random,
              Said *said)
{
  const char *argv[] = { g_get_prgname (), "--work", path, NULL };
  g_autoptr (GSubprocess) child = NULL;
  g_autoptr (GDataInputStream) stream = NULL;
  g_autoptr (GError) error = NULL;
  guint n_lines = g_rand_int_range (random, 0, 14);
  gint64 moment;
  char *line;

  child = g_subprocess_newv (argv, G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  g_assert_no_error (error);
  stream = g_data_input_stream_new (g_subprocess_get_stdout_pipe (child));

  for (guint i = 0; i < n_lines; i++)
    {
      line = g_data_input_stream_read_line (stream, NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_nonnull (line);
      listen_line (said, line);
      g_free (line);
    }

  /* The moment itself is what is random: between two acknowledgements, wherever it falls. */
  moment = g_get_monotonic_time () + g_rand_int_range (random, 0, PATIENCE * 1000);
  while (g_get_monotonic_time () < moment)
    g_thread_yield ();

  g_subprocess_force_exit (child);
  while ((line = g_data_input_stream_read_line (stream, NULL, NULL, NULL)) != NULL)
    {
      listen_line (said, line);
      g_free (line);
    }
  g_assert_true (g_subprocess_wait (child, NULL, &error));
  g_assert_true (g_subprocess_get_if_signaled (child));
}

static guint
count_imported (GPtrArray *sources,
                guint number)
{
  g_autofree char *name = g_strdup_printf ("import %u", number);
  guint n = 0;

  for (guint i = 0; i < sources->len; i++)
    n += strcmp (genlock_record_get_text (sources->pdata[i], GENLOCK_SOURCE_NAME), name) == 0;

  return n;
}

static void
check_whole (const char *path)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  genlock_database_verify (path, problems, &error);
  g_assert_no_error (error);
  if (problems->len > 0)
    g_error ("%s", (const char *) problems->pdata[0]);
}

static void
check_venue (GenlockStore *store,
             const Said *said)
{
  gboolean taken_back = said->undoing && !said->imported_last;
  guint least = taken_back ? said->venue_before : said->venue;
  g_autoptr (GenlockRecord) show = NULL;
  g_autoptr (GError) error = NULL;
  const char *venue;

  show = genlock_store_get (store, &genlock_productions, said->show, &error);
  g_assert_no_error (error);
  venue = genlock_record_get_text (show, GENLOCK_PRODUCTION_VENUE);
  g_assert_cmpint (venue != NULL ? atoi (venue) : 0, >=, least);
}

/* All rows of an import or none. */
static void
check_imports (GenlockStore *store,
               const Said *said)
{
  g_autoptr (GenlockQuery) query = genlock_query_new (&genlock_sources);
  g_autoptr (GPtrArray) sources = NULL;
  g_autoptr (GError) error = NULL;

  genlock_query_set_parent (query, said->show);
  sources = genlock_store_list (store, query, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (sources->len % IMPORT_ROWS, ==, 0);

  for (guint i = 0; i < said->imports->len; i++)
    {
      gboolean last = i == said->imports->len - 1;
      guint n = count_imported (sources, g_array_index (said->imports, guint, i));

      if (n != 0 || !said->undoing || !said->imported_last || !last)
        g_assert_cmpuint (n, ==, IMPORT_ROWS);
    }
}

static void
check (const char *path,
       const Said *said)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GenlockStore) store = genlock_store_open (path, GENLOCK_STORE_WRITE, &error);

  /* Its lock went with the child. */
  g_assert_no_error (error);
  if (said->show == NULL)
    return;

  check_venue (store, said);
  check_imports (store, said);
}

static void
test_kill (TempDir *dir,
           gconstpointer data)
{
  const char *asked = g_getenv ("GENLOCK_KILLS");
  guint rounds = asked != NULL ? atoi (asked) : ROUNDS;
  g_autoptr (GRand) random = g_rand_new_with_seed (g_test_rand_int ());
  guint n_acknowledged = 0;

  for (guint i = 0; i < rounds; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/%u.db", dir->path, i / 20);
      Said said = { .imports = g_array_new (FALSE, FALSE, sizeof (guint)) };

      run_and_kill (path, random, &said);
      if (g_file_test (path, G_FILE_TEST_EXISTS))
        {
          check (path, &said);
          check_whole (path);
        }

      n_acknowledged += said.venue + said.imports->len;
      g_free (said.show);
      g_array_unref (said.imports);
    }

  g_assert_cmpuint (n_acknowledged, >, rounds);
}

int
main (int argc,
      char *argv[])
{
  if (argc == 3 && strcmp (argv[1], "--work") == 0)
    return work (argv[2]);

  g_test_init (&argc, &argv, NULL);
  g_set_prgname (argv[0]);

  temp_dir_test ("/kill/editing-and-importing", test_kill);

  return g_test_run ();
}
