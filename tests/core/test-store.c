/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stores: opening in every mode, the lock between processes, what is told and in which order. */

#include "config.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/schema/genlock-productions.h"
#include "core/schema/genlock-source-outputs.h"
#include "core/schema/genlock-sources.h"
#include "core/store/genlock-migrate.h"
#include "store-help.h"

static char *self_path;

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

static gboolean
is_positive (gpointer data)
{
  return *(guint *) data > 0;
}

/* Another process with the database open for writing: says "ready", adds a show for each line
 * that it reads, and ends with its input. */
typedef struct
{
  GPid pid;
  int input;
  int output;
} Other;

static void
other_hears (Other *other,
             const char *expected)
{
  char answer[16] = { 0 };
  gssize length = read (other->output, answer, sizeof answer - 1);

  g_assert_cmpint (length, >, 0);
  g_assert_cmpstr (g_strchomp (answer), ==, expected);
}

static void
other_start (Other *other,
             const char *path)
{
  const char * const argv[] = { self_path, "--write", path, NULL };
  g_autoptr (GError) error = NULL;

  g_spawn_async_with_pipes (NULL, (char **) argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL,
                            &other->pid, &other->input, &other->output, NULL, &error);
  g_assert_no_error (error);
  other_hears (other, "ready");
}

static void
other_add_show (Other *other)
{
  g_assert_cmpint (write (other->input, "\n", 1), ==, 1);
  other_hears (other, "added");
}

static void
other_end (Other *other,
           gboolean by_force)
{
  int status;

  if (by_force)
    kill (other->pid, SIGKILL);
  close (other->input);
  g_assert_cmpint (waitpid (other->pid, &status, 0), ==, other->pid);
  g_assert_true (by_force ? WIFSIGNALED (status) : WIFEXITED (status));
  close (other->output);
}

/* What runs in that process. */
static int
write_as_other (const char *path)
{
  g_autoptr (GenlockStore) store = store_help_open (path, GENLOCK_STORE_WRITE);
  char line;

  g_print ("ready\n");
  while (read (STDIN_FILENO, &line, 1) == 1)
    {
      GenlockBatch *batch = genlock_batch_new ("ADD");

      genlock_batch_insert (batch, store_help_show ("From elsewhere"));
      store_help_apply (store, batch);
      g_print ("added\n");
    }

  return 0;
}

static void
assert_refused (const char *path,
                GenlockStoreMode mode,
                GenlockStoreError code,
                const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GenlockStore) store = genlock_store_open (path, mode, &error);

  g_assert_null (store);
  g_assert_error (error, GENLOCK_STORE_ERROR, (int) code);
  if (words != NULL)
    g_assert_nonnull (strstr (error->message, words));
}

static void
test_create (TempDir *dir,
             gconstpointer data)
{
  g_autofree char *path = g_build_filename (dir->path, "a", "b", "genlock.db", NULL);
  g_autoptr (GenlockStore) store = store_help_open (path, GENLOCK_STORE_WRITE);
  g_autofree char *id = NULL;
  g_autoptr (GenlockRecord) show = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (genlock_store_get_writable (store));
  g_assert_cmpstr (genlock_store_get_path (store), ==, path);
  id = store_help_add_show (store, 3);
  g_clear_object (&store);

  store = store_help_open (path, GENLOCK_STORE_READ);
  g_assert_false (genlock_store_get_writable (store));
  show = genlock_store_get (store, &genlock_productions, id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (genlock_record_get_name (show), ==, "Test show");
}

static void
test_default_path (void)
{
  g_autofree char *path = genlock_store_dup_default_path ();

  g_assert_true (g_str_has_prefix (path, g_get_user_data_dir ()));
  g_assert_true (g_str_has_suffix (path, "/genlock/genlock.db"));
}

static void
test_refused (TempDir *dir,
              gconstpointer data)
{
  g_autoptr (GenlockDatabase) database = NULL;
  g_autofree char *text = g_build_filename (dir->path, "text.db", NULL);
  g_autofree char *content = g_strnfill (9000, 'x');
  g_autofree char *after = NULL;

  assert_refused (dir->file, GENLOCK_STORE_READ, GENLOCK_STORE_ERROR_NOT_FOUND, dir->file);

  g_assert_true (g_file_set_contents (text, content, -1, NULL));
  assert_refused (text, GENLOCK_STORE_WRITE, GENLOCK_STORE_ERROR_FOREIGN, NULL);
  assert_refused (text, GENLOCK_STORE_APP, GENLOCK_STORE_ERROR_FOREIGN, NULL);
  assert_refused (text, GENLOCK_STORE_READ, GENLOCK_STORE_ERROR_FOREIGN, NULL);
  g_assert_true (g_file_get_contents (text, &after, NULL, NULL));
  g_assert_cmpstr (after, ==, content);

  g_object_unref (store_help_open (dir->file, GENLOCK_STORE_WRITE));
  database = genlock_database_open (dir->file, GENLOCK_DATABASE_WRITE, NULL);
  g_assert_true (genlock_database_execute (database, "PRAGMA user_version = 999", NULL));
  g_clear_pointer (&database, genlock_database_free);
  assert_refused (dir->file, GENLOCK_STORE_WRITE, GENLOCK_STORE_ERROR_NEWER, "newer");
  assert_refused (dir->file, GENLOCK_STORE_READ, GENLOCK_STORE_ERROR_NEWER, "newer");
}

static void
damage (const char *path)
{
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  g_assert_cmpuint (length, >, 20 * 4096);
  memset (content + 2 * 4096, 0xa5, 16 * 4096);
  g_assert_true (g_file_set_contents (path, content, (gssize) length, NULL));
}

/* After a clean end nobody looks; after another one damage is found before anything is done. */
static void
test_unclean (TempDir *dir,
              gconstpointer data)
{
  g_autofree char *wal = g_strconcat (dir->file, "-wal", NULL);
  g_autofree char *shm = g_strconcat (dir->file, "-shm", NULL);
  Other other;

  g_object_unref (store_help_open (dir->file, GENLOCK_STORE_WRITE));
  other_start (&other, dir->file);
  other_end (&other, TRUE);
  g_object_unref (store_help_open (dir->file, GENLOCK_STORE_WRITE));

  other_start (&other, dir->file);
  other_end (&other, TRUE);
  g_unlink (wal);
  g_unlink (shm);
  damage (dir->file);
  assert_refused (dir->file, GENLOCK_STORE_APP, GENLOCK_STORE_ERROR_DAMAGED, NULL);
  assert_refused (dir->file, GENLOCK_STORE_WRITE, GENLOCK_STORE_ERROR_DAMAGED, NULL);
}

static void
test_weekly (TempDir *dir,
             gconstpointer data)
{
  g_autofree char *lock = g_strconcat (dir->file, ".lock", NULL);
  g_autofree char *text = NULL;

  g_object_unref (store_help_open (dir->file, GENLOCK_STORE_WRITE));
  g_assert_true (g_file_get_contents (lock, &text, NULL, NULL));
  g_assert_true (g_str_has_prefix (text, "checked "));

  damage (dir->file);
  g_assert_true (g_file_set_contents (lock, "checked 1000000000\n", -1, NULL));
  assert_refused (dir->file, GENLOCK_STORE_WRITE, GENLOCK_STORE_ERROR_DAMAGED, NULL);
}

static void
test_lock (TempDir *dir,
           gconstpointer data)
{
  g_autoptr (GenlockStore) reader = NULL;
  g_autoptr (GenlockStore) writer = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *pid = NULL;
  GenlockBatch *batch;
  Other other;

  other_start (&other, dir->file);
  pid = g_strdup_printf ("%d", (int) other.pid);
  assert_refused (dir->file, GENLOCK_STORE_WRITE, GENLOCK_STORE_ERROR_LOCKED, pid);

  reader = store_help_open (dir->file, GENLOCK_STORE_READ);
  batch = genlock_batch_new ("ADD");
  genlock_batch_insert (batch, store_help_show ("No"));
  g_assert_null (genlock_store_apply (reader, batch, NULL, &error));
  g_assert_error (error, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_READ_ONLY);
  genlock_batch_unref (batch);

  /* A killed process locks nobody out. */
  other_end (&other, TRUE);
  writer = store_help_open (dir->file, GENLOCK_STORE_WRITE);
  g_assert_true (genlock_store_get_writable (writer));
}

static void
note_writable_cb (GObject *object,
                  GParamSpec *pspec,
                  gpointer user_data)
{
  *(gboolean *) user_data = genlock_store_get_writable (GENLOCK_STORE (object));
}

static void
count_unknown_cb (GenlockStore *store,
                  gpointer changes,
                  gpointer user_data)
{
  g_assert_null (changes);
  ++*(guint *) user_data;
}

static void
test_take_over (TempDir *dir,
                gconstpointer data)
{
  g_autoptr (GenlockStore) store = NULL;
  g_autoptr (GenlockQuery) query = genlock_query_new (&genlock_productions);
  g_autoptr (GPtrArray) shows = NULL;
  gboolean writable = FALSE;
  guint n_changes = 0;
  gulong handler;
  Other other;

  other_start (&other, dir->file);
  store = store_help_open (dir->file, GENLOCK_STORE_APP);
  g_assert_false (genlock_store_get_writable (store));
  g_signal_connect (store, "notify::writable", G_CALLBACK (note_writable_cb), &writable);
  handler = g_signal_connect (store, "changed", G_CALLBACK (count_unknown_cb), &n_changes);

  other_add_show (&other);
  store_help_wait (is_positive, &n_changes);
  shows = genlock_store_list (store, query, NULL);
  g_assert_cmpuint (shows->len, ==, 1);
  g_assert_false (writable);

  other_end (&other, FALSE);
  store_help_wait (is_true, &writable);
  g_signal_handler_disconnect (store, handler);
  g_free (store_help_add_show (store, 2));
}

/* What happened, in order. */
static void
note_changed_cb (GenlockStore *store,
                 gpointer changes,
                 gpointer user_data)
{
  g_string_append_printf (user_data, "changed %u;", genlock_changes_get_length (changes));
}

static void
note_applied_cb (GObject *object,
                 GAsyncResult *result,
                 gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GenlockChanges) changes = genlock_store_apply_finish (GENLOCK_STORE (object), result,
                                                                   &error);

  if (changes != NULL)
    g_string_append_printf (user_data, "applied %u;", genlock_changes_get_length (changes));
  else
    g_string_append (user_data, "refused;");
}

static gboolean
ends_with_answer (gpointer data)
{
  const char *text = ((GString *) data)->str;

  return g_str_has_suffix (text, "refused;") || g_str_has_suffix (text, "applied 5;");
}

static GenlockBatch *
make_batch (guint n_shows)
{
  GenlockBatch *batch = genlock_batch_new ("IMPORT");

  for (guint i = 0; i < n_shows; i++)
    genlock_batch_insert (batch, store_help_show ("Show"));

  return batch;
}

/* "changed" comes before the callback, everything in the order of the calls; a call that waits
 * tells what came before it first. */
static void
test_told (TempDir *dir,
           gconstpointer data)
{
  g_autoptr (GenlockStore) store = store_help_open (dir->file, GENLOCK_STORE_WRITE);
  g_autoptr (GString) told = g_string_new (NULL);
  g_autoptr (GenlockBatch) one = make_batch (1);
  g_autoptr (GenlockBatch) two = make_batch (2);
  g_autoptr (GenlockBatch) bad = genlock_batch_new ("DELETE");

  genlock_batch_delete (bad, &genlock_productions, "00000000-0000-4000-8000-000000000000");
  g_signal_connect (store, "changed", G_CALLBACK (note_changed_cb), told);
  genlock_store_apply_async (store, one, NULL, note_applied_cb, told);
  genlock_store_apply_async (store, two, NULL, note_applied_cb, told);
  g_assert_cmpstr (told->str, ==, "");
  store_help_apply (store, make_batch (3));
  g_assert_cmpstr (told->str, ==, "changed 1;changed 2;changed 3;");
  genlock_store_apply_async (store, bad, NULL, note_applied_cb, told);
  store_help_wait (ends_with_answer, told);
  g_assert_cmpstr (told->str, ==,
                   "changed 1;changed 2;changed 3;applied 1;applied 2;refused;");
}

static void
count_cb (GenlockStore *store,
          gpointer user_data)
{
  ++*(guint *) user_data;
}

static void
test_steps (TempDir *dir,
            gconstpointer data)
{
  g_autoptr (GenlockStore) store = store_help_open (dir->file, GENLOCK_STORE_WRITE);
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GenlockChanges) undone = NULL;
  g_autoptr (GenlockChanges) redone = NULL;
  g_auto (GenlockStep) step = { 0 };
  guint n_told = 0;

  g_signal_connect (store, "undo-changed", G_CALLBACK (count_cb), &n_told);
  id = store_help_add_show (store, 2);
  g_assert_cmpuint (n_told, ==, 1);
  genlock_store_get_step (store, FALSE, &step);
  g_assert_cmpint (step.id, !=, 0);
  g_assert_cmpstr (step.verb, ==, "IMPORT");
  genlock_step_clear (&step);

  undone = genlock_store_undo (store, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (genlock_changes_get_length (undone), >=, 3);
  g_assert_cmpuint (n_told, ==, 2);
  genlock_store_get_step (store, FALSE, &step);
  g_assert_cmpint (step.id, ==, 0);
  genlock_step_clear (&step);

  redone = genlock_store_redo (store, &error);
  g_assert_no_error (error);
  g_assert_null (genlock_store_redo (store, &error));
  g_assert_error (error, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_NOTHING);
  g_clear_error (&error);

  /* The steps are there again after a restart. */
  g_clear_object (&store);
  store = store_help_open (dir->file, GENLOCK_STORE_WRITE);
  genlock_store_get_step (store, FALSE, &step);
  g_assert_cmpint (step.id, !=, 0);
}

/* Closing waits for what was handed over; afterwards nothing is taken any more. */
static void
test_close (TempDir *dir,
            gconstpointer data)
{
  g_autoptr (GenlockStore) store = store_help_open (dir->file, GENLOCK_STORE_WRITE);
  g_autoptr (GenlockStore) again = NULL;
  g_autoptr (GString) told = g_string_new (NULL);
  g_autoptr (GenlockBatch) batch = make_batch (5);
  g_autoptr (GenlockQuery) query = genlock_query_new (&genlock_productions);
  g_autoptr (GPtrArray) shows = NULL;
  g_autoptr (GError) error = NULL;

  genlock_store_apply_async (store, batch, NULL, note_applied_cb, told);
  genlock_store_close (store);
  again = store_help_open (dir->file, GENLOCK_STORE_WRITE);
  shows = genlock_store_list (again, query, NULL);
  g_assert_cmpuint (shows->len, ==, 5);

  g_assert_null (genlock_store_list (store, query, &error));
  g_assert_error (error, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_null (genlock_store_apply (store, batch, NULL, &error));
  g_assert_error (error, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_FAILED);
  store_help_wait (ends_with_answer, told);
}

static void
opened_cb (GObject *object,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  *(GenlockStore **) user_data = genlock_store_open_finish (result, &error);
  g_assert_no_error (error);
}

static gboolean
is_there (gpointer data)
{
  return *(gpointer *) data != NULL;
}

static void
test_open_async (TempDir *dir,
                 gconstpointer data)
{
  g_autoptr (GenlockStore) store = NULL;

  genlock_store_open_async (dir->file, GENLOCK_STORE_APP, NULL, opened_cb, &store);
  store_help_wait (is_there, &store);
  g_assert_true (genlock_store_get_writable (store));
}

static void
listed_cb (GObject *object,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  *(GPtrArray **) user_data = genlock_store_list_finish (GENLOCK_STORE (object), result, &error);
  g_assert_no_error (error);
}

static void
test_find (TempDir *dir,
           gconstpointer data)
{
  g_autoptr (GenlockStore) store = store_help_open (dir->file, GENLOCK_STORE_WRITE);
  g_autofree char *id = store_help_add_show (store, 12);
  g_autofree char *other = store_help_add_show (store, 1);
  g_autoptr (GenlockQuery) query = genlock_query_new (&genlock_sources);
  g_autoptr (GenlockRecord) row = NULL;
  g_autoptr (GenlockRecord) same = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;

  row = genlock_store_find (store, &genlock_sources, "SRC 12", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (genlock_record_get_children (row, &genlock_source_outputs)->len, ==, 1);
  same = genlock_store_find (store, &genlock_sources, genlock_record_get_id (row), id, &error);
  g_assert_no_error (error);
  g_assert_true (genlock_record_equal (row, same));

  g_assert_null (genlock_store_find (store, &genlock_sources, "SRC 1", NULL, &error));
  g_assert_error (error, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_AMBIGUOUS);
  g_clear_error (&error);
  g_assert_null (genlock_store_find (store, &genlock_sources, "SRC 12", other, &error));
  g_assert_error (error, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (genlock_store_get (store, &genlock_sources, id, &error));
  g_assert_error (error, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_NOT_FOUND);

  genlock_query_set_parent (query, id);
  genlock_store_list_async (store, query, NULL, listed_cb, &rows);
  store_help_wait (is_there, &rows);
  g_assert_cmpuint (rows->len, ==, 12);
  g_assert_cmpstr (genlock_record_get_name (g_ptr_array_index (rows, 9)), ==, "SRC 10");
}

int
main (int argc,
      char **argv)
{
  if (argc == 3 && strcmp (argv[1], "--write") == 0)
    return write_as_other (argv[2]);

  self_path = g_canonicalize_filename (argv[0], NULL);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/default-path", test_default_path);
  temp_dir_test ("/store/create", test_create);
  temp_dir_test ("/store/refused", test_refused);
  temp_dir_test ("/store/unclean", test_unclean);
  temp_dir_test ("/store/weekly", test_weekly);
  temp_dir_test ("/store/lock", test_lock);
  temp_dir_test ("/store/take-over", test_take_over);
  temp_dir_test ("/store/told", test_told);
  temp_dir_test ("/store/steps", test_steps);
  temp_dir_test ("/store/close", test_close);
  temp_dir_test ("/store/open-async", test_open_async);
  temp_dir_test ("/store/find", test_find);

  return g_test_run ();
}
