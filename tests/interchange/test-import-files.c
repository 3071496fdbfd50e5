/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that cannot be imported are refused with a sentence that names them and the place. */

#include "config.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "core/schema/genlock-sources.h"
#include "import-fixture.h"
#include "interchange/genlock-import-file.h"

static void
assert_path_refused (const char *path,
                     GenlockImportError code,
                     const char *part)
{
  const char *paths[] = { path, NULL };
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GenlockImportPlan) plan = genlock_import_read (paths, NULL, NULL, NULL, NULL, &error);

  g_assert_null (plan);
  g_assert_error (error, GENLOCK_IMPORT_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, name));
  g_assert_nonnull (strstr (error->message, part));
}

static void
test_no_file (ImportFixture *fixture,
              gconstpointer data)
{
  g_autofree char *missing = g_build_filename (fixture->folder, "missing.json", NULL);
  g_autofree char *through = g_build_filename (fixture->database, "below.json", NULL);
  g_autofree char *pipe = g_build_filename (fixture->folder, "pipe", NULL);

  assert_path_refused (missing, GENLOCK_IMPORT_ERROR_FILE, "cannot be read");
  assert_path_refused (through, GENLOCK_IMPORT_ERROR_FILE, "cannot be read");
  assert_path_refused (fixture->folder, GENLOCK_IMPORT_ERROR_FILE, "folder");
  /* Nobody ever writes to it. */
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  assert_path_refused (pipe, GENLOCK_IMPORT_ERROR_FILE, "not an ordinary file");
}

static void
test_too_large (ImportFixture *fixture,
                gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "huge.json", NULL);

  g_assert_true (g_file_set_contents (path, "{}", -1, NULL));
  g_assert_cmpint (truncate (path, 200 * 1000 * 1000), ==, 0);
  assert_path_refused (path, GENLOCK_IMPORT_ERROR_TOO_LARGE, "64 MiB");
}

typedef struct
{
  char *path;
  int stop;
} Writer;

static gpointer
write_forever (gpointer data)
{
  Writer *writer = data;

  while (!g_atomic_int_get (&writer->stop))
    {
      FILE *file = g_fopen (writer->path, "a");

      g_assert_nonnull (file);
      g_assert_cmpint (fputc ('x', file), !=, EOF);
      fclose (file);
    }

  return NULL;
}

/* Another program still writes the file: what was read is neither its old nor its new content. */
static void
test_changing (ImportFixture *fixture,
               gconstpointer data)
{
  Writer writer = { g_build_filename (fixture->folder, "growing.json", NULL), 0 };
  g_autofree char *content = g_strnfill (32 * 1024 * 1024, ' ');
  gint64 deadline = g_get_monotonic_time () + 60 * G_TIME_SPAN_SECOND;
  gboolean seen = FALSE;
  GThread *thread;

  g_assert_true (g_file_set_contents (writer.path, content, -1, NULL));
  thread = g_thread_new ("writer", write_forever, &writer);
  while (!seen && g_get_monotonic_time () < deadline)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = genlock_import_file_read (writer.path, NULL, &error);

      seen = bytes == NULL;
      if (seen)
        g_assert_nonnull (strstr (error->message, "changed while it was read"));
    }
  g_atomic_int_set (&writer.stop, 1);
  g_thread_join (thread);
  g_free (writer.path);
  g_assert_true (seen);
}

static void
test_json (ImportFixture *fixture,
           gconstpointer data)
{
  g_autofree char *deep = g_strnfill (100000, '[');
  g_autofree char *whole = NULL;
  g_autofree char *path = import_dup_data ("gala.vdpx");
  gsize length;

  import_assert_refused ("a.json", "{\"shows\":[{\"production\":{", -1,
                         GENLOCK_IMPORT_ERROR_SYNTAX, "line 1");
  import_assert_refused ("deep.json", deep, -1, GENLOCK_IMPORT_ERROR_SYNTAX, "line 1");
  import_assert_refused ("bytes.json", "{\n\"shows\":\"\xff\"}", -1, GENLOCK_IMPORT_ERROR_SYNTAX,
                         "line 2");
  import_assert_refused ("nul.json", "{\"a\":\"x\\u0000y\"}", -1, GENLOCK_IMPORT_ERROR_SYNTAX,
                         "column 8");
  import_assert_refused ("twice.json", "{\n \"state\":{},\n \"state\":{}}", -1,
                         GENLOCK_IMPORT_ERROR_SYNTAX, "state");
  import_assert_refused ("number.json", "{\"a\":1e400}", -1, GENLOCK_IMPORT_ERROR_SYNTAX,
                         "line 1");
  import_assert_refused ("more.json", "{} {}", -1, GENLOCK_IMPORT_ERROR_SYNTAX, "column 4");

  /* Cut anywhere, it is refused. */
  g_assert_true (g_file_get_contents (path, &whole, &length, NULL));
  for (gsize cut = 1; cut < length - 1; cut += 97)
    import_assert_refused ("cut.vdpx", whole, (gssize) cut, GENLOCK_IMPORT_ERROR_SYNTAX, "line ");
}

/* A value of localStorage is parsed again: the sentence says which. */
static void
test_inner_json (ImportFixture *fixture,
                 gconstpointer data)
{
  import_assert_refused ("dump.json", "{\"video-production-storage\":\"{\\\"state\\\":{\"}", -1,
                         GENLOCK_IMPORT_ERROR_SYNTAX, "“video-production-storage”: line 1");
  import_assert_refused ("dump.json",
                         "{\"equipment-library\":\"{\\\"a\\\":1,\\\"a\\\":2}\"}", -1,
                         GENLOCK_IMPORT_ERROR_SYNTAX, "“equipment-library”");
}

static void
test_something_else (ImportFixture *fixture,
                     gconstpointer data)
{
  import_assert_refused ("empty", "", -1, GENLOCK_IMPORT_ERROR_UNKNOWN, "empty");
  import_assert_refused ("zero.json", "{}", -1, GENLOCK_IMPORT_ERROR_UNKNOWN, "nothing");
  import_assert_refused ("list.json", "[]", -1, GENLOCK_IMPORT_ERROR_UNKNOWN, "nothing");
  import_assert_refused ("list.json", "[1,2,\"x\",null]", -1, GENLOCK_IMPORT_ERROR_UNKNOWN,
                         "nothing");
  import_assert_refused ("other.json", "{\"hello\":{\"world\":1}}", -1,
                         GENLOCK_IMPORT_ERROR_UNKNOWN, "nothing");
  import_assert_refused ("text.txt", "Dear team,\nthe show is cancelled.\n", -1,
                         GENLOCK_IMPORT_ERROR_UNKNOWN, "nothing");
  import_assert_refused ("book.xlsx", "PK\003\004....", -1, GENLOCK_IMPORT_ERROR_UNKNOWN, "CSV");
  import_assert_refused ("my.db", "SQLite format 3", -1, GENLOCK_IMPORT_ERROR_UNKNOWN,
                         "database");
  import_assert_refused ("sheet.csv", "a,\"b\n", -1, GENLOCK_IMPORT_ERROR_SYNTAX, "line 1");
  import_assert_refused ("bin.csv", "a\0b", 3, GENLOCK_IMPORT_ERROR_SYNTAX, "not a text");
}

/* Every member of another type than it should be: no crash, and the sound rows come. */
static void
test_wrong_types (ImportFixture *fixture,
                  gconstpointer data)
{
  g_autoptr (GenlockImportPlan) plan = NULL;

  plan = import_read_text (
    "types.json",
    "{\"production\":{\"showName\":{\"a\":1},\"client\":[1],\"loadIn\":true,\"status\":5},"
    "\"sources\":[{\"id\":{},\"name\":[],\"type\":1,\"outputs\":{\"a\":1},\"rate\":[1]},"
    "{\"id\":5,\"name\":true,\"type\":null,\"outputs\":[[1],5,null,{\"connector\":{}}]},"
    "{\"id\":\"SRC 9\",\"type\":\"CAM\",\"name\":\"Sound\"}],"
    "\"sends\":{\"a\":1},\"cameras\":[[],5,\"x\",{\"ccuId\":{},\"smpteCableLength\":\"long\"}],"
    "\"ccus\":[{\"outputs\":\"none\",\"fiberInput\":[1]}],\"mediaServers\":[{\"outputs\":[5,"
    "{\"resolution\":5,\"frameRate\":{}},{\"resolution\":{\"width\":{},\"height\":[1]}}]}],"
    "\"videoSwitchers\":[{\"inputs\":[5,{\"feed\":5,\"id\":[]}],\"outputs\":{},\"type\":{}}],"
    "\"routers\":[null,7],\"cableSnakes\":[{\"connections\":[5,{\"id\":{}}],\"type\":[1]}],"
    "\"ipAddresses\":[{\"ip\":5,\"device\":{}},{\"ip\":{}}],\"connections\":[{\"sourceId\":{}}],"
    "\"cables\":[{\"lengthFt\":{},\"outputPortUuid\":5}],\"devicePorts\":[{\"deviceUuid\":{}}],"
    "\"equipmentSpecs\":[{\"inputs\":5,\"cards\":[5,{\"slotNumber\":\"x\",\"inputs\":{}}],"
    "\"deviceFormats\":5,\"specs\":5},7],\"checklist\":[5,{}],\"usedEquipmentIds\":[{},5],"
    "\"presets\":5,\"formats\":[{}],\"modified\":{},\"id\":[]}");
  import_find (plan, &genlock_sources, GENLOCK_SOURCE_NAME, "Sound");
  import_compare (fixture, plan);
  g_assert_cmpuint (import_apply (fixture, plan), >, 0);
}

static void
cancel_cb (double fraction,
           gpointer user_data)
{
  g_cancellable_cancel (user_data);
}

static void
test_cancel (ImportFixture *fixture,
             gconstpointer data)
{
  g_autofree char *path = import_dup_data ("gala.vdpx");
  const char *paths[] = { path, NULL };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GenlockImportPlan) plan = import_read_data ("gala.vdpx", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (genlock_import_read (paths, NULL, cancellable, cancel_cb, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_false (genlock_import_plan_compare (plan, fixture->store, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
progress_cb (double fraction,
             gpointer user_data)
{
  double *last = user_data;

  g_assert_cmpfloat (fraction, >=, *last);
  g_assert_cmpfloat (fraction, <=, 1);
  *last = fraction;
}

static void
test_progress (ImportFixture *fixture,
               gconstpointer data)
{
  g_autofree char *first = import_dup_data ("gala.vdpx");
  g_autofree char *second = import_dup_data ("traps.json");
  const char *paths[] = { first, second, NULL };
  double last = 0;
  g_autoptr (GenlockImportPlan) plan = NULL;

  plan = genlock_import_read (paths, NULL, NULL, progress_cb, &last, NULL);
  g_assert_nonnull (plan);
  g_assert_cmpfloat (last, ==, 1);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  import_add_test ("/import/files/no-file", test_no_file);
  import_add_test ("/import/files/too-large", test_too_large);
  import_add_test ("/import/files/changing", test_changing);
  import_add_test ("/import/files/json", test_json);
  import_add_test ("/import/files/inner-json", test_inner_json);
  import_add_test ("/import/files/something-else", test_something_else);
  import_add_test ("/import/files/wrong-types", test_wrong_types);
  import_add_test ("/import/files/cancel", test_cancel);
  import_add_test ("/import/files/progress", test_progress);

  return g_test_run ();
}
