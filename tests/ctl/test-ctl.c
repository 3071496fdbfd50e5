/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* genlockctl as a process: what it prints, what it changes, how it ends. */

#define G_LOG_DOMAIN "test-ctl"

#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>

typedef struct
{
  char *folder;   /* owned: everything of the test is in it */
  char *database; /* owned */
  char *out;      /* owned: what the last call wrote to stdout */
  char *err;      /* owned: and to stderr */
} Fixture;

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }

  g_assert_cmpint (g_remove (path), ==, 0);
}

static void
set_up (Fixture *self,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("genlock-ctl-XXXXXX", &error);
  g_assert_no_error (error);
  self->database = g_build_filename (self->folder, "test.db", NULL);
}

static void
tear_down (Fixture *self,
           gconstpointer data)
{
  remove_tree (self->folder);
  g_free (self->folder);
  g_free (self->database);
  g_free (self->out);
  g_free (self->err);
}

/* Runs genlockctl on the database of the test and returns how it ended. */
static int G_GNUC_NULL_TERMINATED
run (Fixture *self,
     ...)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  va_list args;
  char *arg;

  g_ptr_array_add (argv, (char *) g_getenv ("GENLOCKCTL"));
  g_ptr_array_add (argv, (char *) "--database");
  g_ptr_array_add (argv, self->database);

  va_start (args, self);
  while ((arg = va_arg (args, char *)) != NULL)
    g_ptr_array_add (argv, arg);
  va_end (args);
  g_ptr_array_add (argv, NULL);

  g_clear_pointer (&self->out, g_free);
  g_clear_pointer (&self->err, g_free);

  process = g_subprocess_newv ((const char * const *) argv->pdata,
                               G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE,
                               &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &self->out, &self->err, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));

  g_test_message ("exit %d, stdout: %s, stderr: %s", g_subprocess_get_exit_status (process),
                  self->out, self->err);

  return g_subprocess_get_exit_status (process);
}

static JsonNode *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node = json_from_string (text, &error);

  g_assert_no_error (error);

  return node;
}

static char *
added_id (Fixture *self)
{
  g_autoptr (JsonNode) report = parse (self->out);

  return g_strdup (json_object_get_string_member (json_node_get_object (report), "id"));
}

static char *
add_show (Fixture *self)
{
  g_assert_cmpint (run (self, "add", "productions", "client=ACME", "showName=Kickoff",
                        "loadIn=2026-02-01", "--json", NULL), ==, 0);

  return added_id (self);
}

/* One line that a person can act on, and nothing on stdout. */
static void
assert_failed (Fixture *self,
               const char *part)
{
  g_assert_cmpstr (self->out, ==, "");
  g_assert_true (g_str_has_prefix (self->err, "genlockctl: "));
  g_assert_nonnull (strstr (self->err, part));
  g_assert_true (strchr (self->err, '\n') == self->err + strlen (self->err) - 1);
}

static void
test_rows (Fixture *self,
           gconstpointer data)
{
  g_autofree char *show = add_show (self);
  g_autofree char *link = g_strconcat ("productionId=", show, NULL);
  g_autoptr (JsonNode) row = NULL;
  g_autoptr (JsonNode) rows = NULL;
  JsonObject *source;

  g_assert_cmpint (run (self, "add", "sources", link, "label=SRC 1", "type=Laptop", "name=GFX A",
                        "hRes=1920", "outputs=[{\"connector\":\"HDMI\"}]", NULL), ==, 0);
  g_assert_cmpint (run (self, "add", "sources", "productionId=Kickoff", "label=SRC 2", "type=CAM",
                        "name=CAM 1", NULL), ==, 0);

  g_assert_cmpint (run (self, "--json", "show", "sources", "SRC 1", NULL), ==, 0);
  row = parse (self->out);
  source = json_node_get_object (row);
  g_assert_cmpstr (json_object_get_string_member (source, "name"), ==, "GFX A");
  g_assert_cmpint (json_object_get_int_member (source, "hRes"), ==, 1920);
  g_assert_true (json_object_get_null_member (source, "note"));
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (source, "outputs")), ==,
                    1);

  g_assert_cmpint (run (self, "list", "sources", "--production", "Kickoff", "--json", NULL), ==, 0);
  rows = parse (self->out);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (rows)), ==, 2);

  g_assert_cmpint (run (self, "list", "sources", NULL), ==, 0);
  g_assert_nonnull (strstr (self->out, "GFX A"));
  g_assert_nonnull (strstr (self->out, "CAM 1"));
}

static void
test_edit_and_undo (Fixture *self,
                    gconstpointer data)
{
  g_autofree char *show = add_show (self);

  g_assert_cmpint (run (self, "set", "productions", "Kickoff", "venue=Hall 1", NULL), ==, 0);
  g_assert_cmpint (run (self, "show", "productions", show, NULL), ==, 0);
  g_assert_nonnull (strstr (self->out, "Hall 1"));

  g_assert_cmpint (run (self, "delete", "productions", "Kickoff", NULL), ==, 0);
  g_assert_cmpint (run (self, "list", "productions", "--json", NULL), ==, 0);
  g_assert_cmpstr (self->out, ==, "[]\n");
  g_assert_cmpint (run (self, "list", "productions", "--deleted", NULL), ==, 0);
  g_assert_nonnull (strstr (self->out, "Kickoff"));

  g_assert_cmpint (run (self, "undelete", "productions", show, NULL), ==, 0);
  g_assert_cmpint (run (self, "list", "productions", NULL), ==, 0);
  g_assert_nonnull (strstr (self->out, "Hall 1"));

  /* The restoring, the deletion, the venue, the adding; then there is nothing left. */
  for (guint i = 0; i < 4; i++)
    g_assert_cmpint (run (self, "undo", NULL), ==, 0);
  g_assert_cmpint (run (self, "undo", NULL), ==, 1);
  assert_failed (self, "undo");
}

static void
test_wrong_calls (Fixture *self,
                  gconstpointer data)
{
  g_assert_cmpint (run (self, NULL), ==, 2);
  assert_failed (self, "--help");
  g_assert_cmpint (run (self, "frobnicate", NULL), ==, 2);
  assert_failed (self, "frobnicate");
  g_assert_cmpint (run (self, "list", NULL), ==, 2);
  g_assert_cmpint (run (self, "list", "nonsense", NULL), ==, 2);
  assert_failed (self, "nonsense");
  g_assert_cmpint (run (self, "list", "sources", "--dry-run", NULL), ==, 2);
  assert_failed (self, "--dry-run");
  g_assert_cmpint (run (self, "list", "sources", "--frob", NULL), ==, 2);
  g_assert_cmpint (run (self, "add", "change_log", "at=x", NULL), ==, 2);
  g_assert_cmpint (run (self, "add", "productions", "showName", NULL), ==, 2);
  g_assert_cmpint (run (self, "add", "productions", "colour=x", NULL), ==, 2);
  g_assert_cmpint (run (self, "add", "productions", "version=3", NULL), ==, 2);
  g_assert_cmpint (run (self, "export", "Kickoff", "file.txt", NULL), ==, 2);
}

static void
test_refused_values (Fixture *self,
                     gconstpointer data)
{
  g_autofree char *show = add_show (self);

  g_assert_cmpint (run (self, "set", "productions", show, "loadOut=2026-01-31", NULL), ==, 1);
  assert_failed (self, "before");
  g_assert_cmpint (run (self, "set", "productions", show, "status=MAYBE", NULL), ==, 1);
  assert_failed (self, "status must be one of: PLANNING, READY, ");
  g_assert_cmpint (run (self, "set", "productions", show, "loadIn=soon", NULL), ==, 1);
  assert_failed (self, "loadIn: ");
  g_assert_cmpint (run (self, "set", "productions", "Nowhere", "venue=x", NULL), ==, 1);
  assert_failed (self, "Nowhere");
  g_assert_cmpint (run (self, "add", "sources", "productionId=Kickoff", "type=x", NULL), ==, 1);
  g_assert_cmpint (run (self, "add", "sources", "productionId=Kickoff", "type=x", "name=x",
                        "outputs=[{]", NULL), ==, 1);
  g_assert_cmpint (run (self, "list", "sources", "--json", NULL), ==, 0);
  g_assert_cmpstr (self->out, ==, "[]\n");
}

static void
test_files (Fixture *self,
            gconstpointer data)
{
  g_autofree char *show = add_show (self);
  g_autofree char *file = g_build_filename (self->folder, "show.genlock", NULL);
  g_autofree char *sheet = g_build_filename (self->folder, "sources.csv", NULL);
  g_autofree char *backup = g_build_filename (self->folder, "backup.db", NULL);
  g_autofree char *text = NULL;
  g_autoptr (JsonNode) rows = NULL;

  g_assert_cmpint (run (self, "add", "sources", "productionId=Kickoff", "label=SRC 1", "type=CAM",
                        "name==CAM 1", "outputs=[{\"connector\":\"HDMI\"},{\"connector\":\"SDI\"}]",
                        NULL), ==, 0);
  g_assert_cmpint (run (self, "export", "Kickoff", file, NULL), ==, 0);
  g_assert_cmpint (run (self, "export", "Kickoff", sheet, NULL), ==, 0);
  g_assert_true (g_file_get_contents (sheet, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "UID,ID,TYPE,SOURCE NAME,H RES,V RES,RATE,SCAN,BLANKING"));
  g_assert_nonnull (strstr (text, "SRC 1,CAM,'=CAM 1,"));
  g_assert_nonnull (strstr (text, "HDMI|SDI"));

  g_assert_cmpint (run (self, "backup", backup, NULL), ==, 0);
  g_assert_cmpint (run (self, "verify", NULL), ==, 0);
  g_assert_cmpint (run (self, "delete", "productions", show, NULL), ==, 0);
  g_assert_cmpint (run (self, "restore", backup, NULL), ==, 0);
  g_assert_cmpint (run (self, "list", "productions", NULL), ==, 0);
  g_assert_nonnull (strstr (self->out, "Kickoff"));

  /* The file brings the same rows into another database, once. */
  g_free (self->database);
  self->database = g_build_filename (self->folder, "other.db", NULL);
  g_assert_cmpint (run (self, "import", file, "--dry-run", NULL), ==, 0);
  g_assert_cmpint (run (self, "list", "productions", "--json", NULL), ==, 0);
  g_assert_cmpstr (self->out, ==, "[]\n");

  for (guint i = 0; i < 2; i++)
    {
      g_assert_cmpint (run (self, "import", file, NULL), ==, 0);
      g_assert_cmpint (run (self, "list", "sources", "--json", NULL), ==, 0);
      g_assert_nonnull (strstr (self->out, "=CAM 1"));
      g_clear_pointer (&rows, json_node_unref);
      rows = parse (self->out);
      g_assert_cmpuint (json_array_get_length (json_node_get_array (rows)), ==, 1);
    }
}

static void
test_bad_files (Fixture *self,
                gconstpointer data)
{
  g_autofree char *broken = g_build_filename (self->folder, "broken.json", NULL);

  g_assert_true (g_file_set_contents (broken, "{\"state\":{\n\"sources\":[}", -1, NULL));
  g_assert_cmpint (run (self, "import", broken, NULL), ==, 1);
  assert_failed (self, "broken.json");
  g_assert_nonnull (strstr (self->err, "line 2"));

  g_assert_cmpint (run (self, "import", self->folder, NULL), ==, 1);
  g_assert_cmpint (run (self, "import", "/nowhere/at/all.json", NULL), ==, 1);
  assert_failed (self, "all.json");

  g_assert_true (g_file_set_contents (self->database, "This is no database, only text.", -1, NULL));
  g_assert_cmpint (run (self, "list", "sources", NULL), ==, 1);
  assert_failed (self, "test.db");
  g_assert_cmpint (run (self, "add", "productions", "client=x", "showName=x", NULL), ==, 1);
  g_assert_cmpint (run (self, "backup", "/nowhere/backup.db", NULL), ==, 1);
}

/* A write that the system cuts off half way: the database as before, and no file left behind. */
static void
test_full (Fixture *self,
           gconstpointer data)
{
  static const char command[] = "trap '' XFSZ; ulimit -f 2048; exec \"$@\"";
  g_autofree char *file = g_build_filename (self->folder, "many.json", NULL);
  g_autofree char *imports = g_build_filename (self->folder, "imports", NULL);
  g_autoptr (GString) text = g_string_new ("{\"state\":{\"sources\":[");
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) kept = NULL;
  g_autofree char *err = NULL;
  g_autofree char *before = NULL;

  for (guint i = 0; i < 5000; i++)
    g_string_append_printf (text, "%s{\"id\":\"SRC %u\",\"name\":\"Camera number %u in the hall\","
                            "\"type\":\"CAM\",\"rate\":59.94}", i > 0 ? "," : "", i, i);
  g_string_append (text, "]}}");
  g_assert_true (g_file_set_contents (file, text->str, -1, NULL));

  g_free (add_show (self));
  g_assert_cmpint (run (self, "list", "productions", "--json", NULL), ==, 0);
  before = g_strdup (self->out);

  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDERR_PIPE, &error, "sh", "-c", command, "sh",
                              g_getenv ("GENLOCKCTL"), "--database", self->database, "import",
                              file, NULL);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, NULL, &err, &error);
  g_assert_no_error (error);
  g_test_message ("%s", err);
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 1);
  g_assert_nonnull (strstr (err, "test.db: The disk "));
  g_assert_nonnull (strstr (err, "Nothing was changed"));

  kept = g_dir_open (imports, 0, NULL);
  g_assert_nonnull (kept);
  g_assert_null (g_dir_read_name (kept));
  g_assert_cmpint (run (self, "verify", NULL), ==, 0);
  g_assert_cmpint (run (self, "list", "productions", "--json", NULL), ==, 0);
  g_assert_cmpstr (self->out, ==, before);
  g_assert_cmpint (run (self, "import", file, NULL), ==, 0);
}

/* A source of 4K over 3G-SDI into a send. */
static void
add_patch (Fixture *self)
{
  g_autofree char *show = add_show (self);
  g_autofree char *link = g_strconcat ("productionId=", show, NULL);
  g_autofree char *source = NULL;
  g_autofree char *send = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  g_assert_cmpint (run (self, "add", "sources", link, "label=SRC 1", "type=Graphics",
                        "name=GFX A", "hRes=3840", "vRes=2160", "rate=59.94", "scan=P",
                        "outputs=[{\"connector\":\"12G-SDI\"}]", "--json", NULL), ==, 0);
  source = added_id (self);
  g_assert_cmpint (run (self, "add", "sends", link, "label=DST 1", "type=MONITOR", "name=WALL",
                        "outputConnector=3G-SDI", "--json", NULL), ==, 0);
  send = added_id (self);
  from = g_strconcat ("sourceId=", source, NULL);
  to = g_strconcat ("destinationId=", send, NULL);
  g_assert_cmpint (run (self, "add", "connections", link, from, "destinationType=SEND", to,
                        "cableLabel=V 7", NULL), ==, 0);
  g_assert_cmpint (run (self, "add", "sends", link, "label=DST 2", "type=MONITOR", "name=LOBBY",
                        NULL), ==, 0);
}

#define TOO_MUCH "2160p59.94 needs 11.87 Gb/s, 3G-SDI carries 2.97 Gb/s"

static void
test_check (Fixture *self,
            gconstpointer data)
{
  g_autoptr (JsonNode) problems = NULL;
  JsonObject *problem;

  add_patch (self);
  g_assert_cmpint (run (self, "check", "Kickoff", NULL), ==, 1);
  g_assert_nonnull (strstr (self->out, "Error"));
  g_assert_nonnull (strstr (self->out, "V 7 (SRC 1 GFX A · 12G-SDI 1 → DST 1 WALL · 3G-SDI): "
                            TOO_MUCH "\n"));
  g_assert_cmpstr (self->err, ==, "genlockctl: The show has 1 error: correct it, or put it aside "
                   "with a reason\n");

  g_assert_cmpint (run (self, "--json", "check", "Kickoff", NULL), ==, 1);
  problems = parse (self->out);
  problem = json_array_get_object_element (json_node_get_array (problems), 0);
  g_assert_cmpstr (json_object_get_string_member (problem, "rule"), ==, "bandwidth");
  g_assert_cmpstr (json_object_get_string_member (problem, "severity"), ==, "ERROR");
  g_assert_cmpstr (json_object_get_string_member (problem, "table"), ==, "connections");
  g_assert_nonnull (strstr (json_object_get_string_member (problem, "sentence"), TOO_MUCH));
  g_assert_cmpstr (json_object_get_string_member (json_object_get_object_member (problem, "facts"),
                                                  "format"), ==, "2160p59.94");
  g_assert_true (json_object_get_null_member (problem, "dismissed"));

  g_assert_cmpint (run (self, "set", "sends", "DST 1", "outputConnector=12G-SDI", NULL), ==, 0);
  g_assert_cmpint (run (self, "check", "Kickoff", NULL), ==, 0);
  g_assert_nonnull (strstr (self->out, "No problems found.\n"));

  g_assert_cmpint (run (self, "check", "Nobody", NULL), ==, 1);
  assert_failed (self, "Nobody");
  g_assert_cmpint (run (self, "check", NULL), ==, 2);
}

/* A problem that is put aside is no error any more, until it is another one. */
static void
test_check_dismissed (Fixture *self,
                      gconstpointer data)
{
  g_autoptr (JsonNode) problems = NULL;
  g_autofree char *record = NULL;
  g_autofree char *facts = NULL;
  JsonObject *problem;

  add_patch (self);
  g_assert_cmpint (run (self, "--json", "check", "Kickoff", NULL), ==, 1);
  problems = parse (self->out);
  problem = json_array_get_object_element (json_node_get_array (problems), 0);
  record = g_strconcat ("recordId=", json_object_get_string_member (problem, "recordId"), NULL);
  {
    g_autofree char *text = json_to_string (json_object_get_member (problem, "facts"), FALSE);

    facts = g_strconcat ("facts=", text, NULL);
  }
  g_assert_cmpint (run (self, "add", "dismissals", "productionId=Kickoff", "rule=bandwidth",
                        "tableName=connections", record, facts, "reason=For the demo", NULL),
                   ==, 0);
  g_assert_cmpint (run (self, "check", "Kickoff", NULL), ==, 0);
  g_assert_nonnull (strstr (self->out, "(put aside: For the demo)"));

  g_assert_cmpint (run (self, "set", "sends", "DST 1", "outputConnector=6G-SDI", NULL), ==, 0);
  g_assert_cmpint (run (self, "check", "Kickoff", NULL), ==, 1);
  g_assert_nonnull (strstr (self->out, "(was put aside, and has changed since: For the demo)"));
}

static void
test_trace (Fixture *self,
            gconstpointer data)
{
  g_autoptr (JsonNode) report = NULL;
  JsonArray *hops;
  JsonObject *path;
  JsonObject *hop;

  add_patch (self);
  g_assert_cmpint (run (self, "trace", "Kickoff", "DST 1", NULL), ==, 0);
  g_assert_true (g_str_has_prefix (self->out,
                                   "From SRC 1 GFX A · 12G-SDI 1:\n"
                                   "  SRC 1 GFX A · 12G-SDI 1  2160p59.94\n"
                                   "  DST 1 WALL · 3G-SDI  2160p59.94  [V 7]\n"
                                   "    Error: "));
  g_assert_nonnull (strstr (self->out, TOO_MUCH));

  g_assert_cmpint (run (self, "--json", "trace", "Kickoff", "WALL", NULL), ==, 0);
  report = parse (self->out);
  path = json_array_get_object_element (json_object_get_array_member (
                                          json_node_get_object (report), "paths"), 0);
  g_assert_cmpstr (json_object_get_string_member (path, "begins"), ==, "SOURCE");
  hops = json_object_get_array_member (path, "hops");
  g_assert_cmpuint (json_array_get_length (hops), ==, 2);
  hop = json_array_get_object_element (hops, 1);
  g_assert_cmpstr (json_object_get_string_member (hop, "kind"), ==, "SEND");
  g_assert_cmpstr (json_object_get_string_member (json_object_get_object_member (hop, "link"),
                                                  "cableLabel"), ==, "V 7");

  g_assert_cmpint (run (self, "trace", "Kickoff", "DST 2", NULL), ==, 0);
  g_assert_cmpstr (self->out, ==, "Nothing feeds DST 2.\n");
  g_assert_cmpint (run (self, "trace", "Kickoff", "DST 3", NULL), ==, 1);
  assert_failed (self, "DST 3");
  g_assert_cmpint (run (self, "trace", "Kickoff", NULL), ==, 2);
}

/* What an import refuses, the command line does, too. */
static void
test_refused_slots (Fixture *self,
                    gconstpointer data)
{
  static const char cycle[] =
    "specs={\"slots\":[{\"slot\":1,\"parent\":2},{\"slot\":2,\"parent\":1}]}";
  g_autofree char *frame = NULL;

  g_assert_cmpint (run (self, "add", "equipment_specs", "category=ROUTER", "manufacturer=Acme",
                        "model=Frame", "ioArchitecture=CARD_BASED", "cardSlots=2", cycle, NULL),
                   ==, 1);
  assert_failed (self, "slot on itself");
  g_assert_cmpint (run (self, "add", "equipment_specs", "category=ROUTER", "manufacturer=Acme",
                        "model=Frame", "ioArchitecture=CARD_BASED", "cardSlots=2",
                        "cards=[{\"slotNumber\":1},{\"slotNumber\":1}]", NULL), ==, 1);
  assert_failed (self, "cards[1].slotNumber: ");
  g_assert_cmpint (run (self, "list", "equipment_specs", NULL), ==, 0);
  g_assert_cmpstr (self->out, ==, "No equipment specs.\n");

  g_assert_cmpint (run (self, "--json", "add", "equipment_specs", "category=ROUTER",
                        "manufacturer=Acme", "model=Frame", "ioArchitecture=CARD_BASED",
                        "cardSlots=2", NULL), ==, 0);
  frame = added_id (self);
  g_assert_cmpint (run (self, "set", "equipment_specs", frame, cycle, NULL), ==, 1);
  assert_failed (self, "specs: ");
}

static char *
read_sheet (Fixture *self,
            const char *name)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));

  return text;
}

/* The same show and the same time give the same bytes. */
static void
test_sheet (Fixture *self,
            gconstpointer data)
{
  static const char * const names[] = { "a.pdf", "a.svg", "a.csv" };
  static const char * const beginnings[] = {
    "%PDF-",
    "<?xml",
    "\xef\xbb\xbf" "Cable,From,From port",
  };

  add_patch (self);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (self->folder, names[i], NULL);
      g_autofree char *first = NULL;
      g_autofree char *second = NULL;

      g_assert_cmpint (run (self, "sheet", "Kickoff", path, "--printed-at", "2026-11-23", NULL),
                       ==, 0);
      g_assert_nonnull (strstr (self->out, names[i]));
      first = read_sheet (self, names[i]);
      g_assert_true (g_str_has_prefix (first, beginnings[i]));
      g_assert_cmpint (run (self, "sheet", "Kickoff", path, "--kind", "cables", "--paper", "a4",
                            "--orientation", "landscape", "--printed-at", "2026-11-23", NULL),
                       ==, 0);
      second = read_sheet (self, names[i]);
      g_assert_cmpstr (first, ==, second);
    }
}

/* The graph as a drawing, the labels of a router. */
static void
test_export_others (Fixture *self,
                    gconstpointer data)
{
  g_autofree char *drawing = g_build_filename (self->folder, "a.drawio", NULL);
  g_autofree char *labels = g_build_filename (self->folder, "a.txt", NULL);
  g_autofree char *text = NULL;

  add_patch (self);
  g_assert_cmpint (run (self, "export", "Kickoff", drawing, NULL), ==, 0);
  text = read_sheet (self, "a.drawio");
  g_assert_nonnull (strstr (text, "label=\"V 7\""));

  g_assert_cmpint (run (self, "export", "Kickoff", labels, NULL), ==, 2);
  assert_failed (self, "--of");
  g_assert_cmpint (run (self, "export", "Kickoff", drawing, "--of", "RTR 1", NULL), ==, 2);
  g_assert_cmpint (run (self, "export", "Kickoff", drawing, "--table", "sends", NULL), ==, 2);
  assert_failed (self, "--table");
  g_assert_cmpint (run (self, "export", "Kickoff", "a.doc", NULL), ==, 2);
  assert_failed (self, ".drawio");

  g_assert_cmpint (run (self, "add", "devices", "productionId=Kickoff", "label=RTR 1",
                        "name=Main", "category=ROUTER", NULL), ==, 0);
  g_assert_cmpint (run (self, "export", "Kickoff", labels, "--of", "RTR 1", NULL), ==, 1);
  assert_failed (self, "router");
}

/* Each kind writes a sheet, one of a single device says its name. */
static void
test_sheet_kinds (Fixture *self,
                  gconstpointer data)
{
  static const struct
  {
    const char *kind;
    const char *part;
  } kinds[] = {
    { "cables", "V 7,SRC 1 GFX A,12G-SDI 1,12G-SDI,DST 1 WALL" },
    { "device", "Side,Port,Connector,Cable" },
    { "router", "Crosspoint,Picture of" },
    { "sources", "SRC 1 GFX A,,12G-SDI 1,12G-SDI,2160p59.94,V 7,DST 1 WALL" },
    { "gear", "Equipment not said,1," },
    { "count", "Cables,Type not said,,1," },
  };
  g_autofree char *path = g_build_filename (self->folder, "a.csv", NULL);
  g_autofree char *pdf = g_build_filename (self->folder, "a.pdf", NULL);

  add_patch (self);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *text = NULL;

      g_assert_cmpint (run (self, "sheet", "Kickoff", path, "--kind", kinds[i].kind, NULL), ==, 0);
      text = read_sheet (self, "a.csv");
      g_test_message ("%s", text);
      g_assert_nonnull (strstr (text, kinds[i].part));
      g_assert_cmpint (run (self, "sheet", "Kickoff", pdf, "--kind", kinds[i].kind, NULL), ==, 0);
    }

  g_assert_cmpint (run (self, "add", "devices", "productionId=Kickoff", "label=RTR 1",
                        "name=Main", "category=ROUTER", NULL), ==, 0);
  g_assert_cmpint (run (self, "sheet", "Kickoff", path, "--kind", "router", "--of", "RTR 1",
                        NULL), ==, 0);
  g_assert_cmpint (run (self, "sheet", "Kickoff", path, "--kind", "router", "--of", "RTR 2",
                        NULL), ==, 1);
  assert_failed (self, "RTR 2");
  g_assert_cmpint (run (self, "sheet", "Kickoff", path, "--of", "RTR 1", NULL), ==, 2);
  assert_failed (self, "--of");
  g_assert_cmpint (run (self, "sheet", "Kickoff", path, "--kind", "gear", "--by", "to", NULL), ==,
                   2);
  assert_failed (self, "--by");
}

static void
test_sheet_refused (Fixture *self,
                    gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "a.pdf", NULL);

  add_patch (self);
  g_assert_cmpint (run (self, "sheet", "Kickoff", NULL), ==, 2);
  g_assert_cmpint (run (self, "sheet", "Kickoff", "a.doc", NULL), ==, 2);
  assert_failed (self, ".svg");
  g_assert_cmpint (run (self, "sheet", "Kickoff", path, "--kind", "wishes", NULL), ==, 2);
  assert_failed (self, "cables");
  g_assert_cmpint (run (self, "sheet", "Kickoff", path, "--by", "moon", NULL), ==, 2);
  assert_failed (self, "snake");
  g_assert_cmpint (run (self, "sheet", "Kickoff", path, "--paper", "A9", NULL), ==, 2);
  assert_failed (self, "Tabloid");
  g_assert_cmpint (run (self, "sheet", "Kickoff", path, "--orientation", "round", NULL), ==, 2);
  assert_failed (self, "portrait");
  g_assert_cmpint (run (self, "sheet", "Kickoff", path, "--printed-at", "soon", NULL), ==, 2);
  assert_failed (self, "soon");
  g_assert_cmpint (run (self, "check", "Kickoff", "--paper", "A4", NULL), ==, 2);
  assert_failed (self, "--paper");

  g_assert_cmpint (run (self, "sheet", "Nobody", path, NULL), ==, 1);
  assert_failed (self, "Nobody");
  g_assert_cmpint (run (self, "sheet", "Kickoff", "/nowhere/at/all.pdf", NULL), ==, 1);
  assert_failed (self, "all.pdf");
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* Whoever types a command finds the same ones in the help, the man page and the completions. */
static void
test_documented (Fixture *self,
                 gconstpointer data)
{
  static const char * const files[] = {
    "genlockctl.1",
    "completions/genlockctl.bash",
    "completions/_genlockctl",
    "completions/genlockctl.fish",
  };
  static const char * const words[] = {
    "import", "export", "list", "show", "add", "set", "delete", "undelete", "undo", "backup",
    "restore", "verify", "salvage", "check", "trace", "sheet", "database", "json", "production",
    "deleted", "table", "kind", "of", "by", "paper", "orientation", "printed",
  };

  g_assert_cmpint (run (self, "--help", NULL), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    g_assert_nonnull (strstr (self->out, words[i]));

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (g_getenv ("GENLOCK_DATA"), files[i], NULL);
      g_autofree char *text = NULL;

      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      for (guint j = 0; j < G_N_ELEMENTS (words); j++)
        if (strstr (text, words[j]) == NULL)
          g_error ("%s does not name “%s”", files[i], words[j]);
    }

  g_assert_cmpint (run (self, "--version", NULL), ==, 0);
  g_assert_cmpstr (self->out, ==, "genlockctl " GENLOCK_VERSION "\n");
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/ctl/rows", test_rows);
  ADD ("/ctl/edit-and-undo", test_edit_and_undo);
  ADD ("/ctl/wrong-calls", test_wrong_calls);
  ADD ("/ctl/refused-values", test_refused_values);
  ADD ("/ctl/refused-slots", test_refused_slots);
  ADD ("/ctl/files", test_files);
  ADD ("/ctl/bad-files", test_bad_files);
  ADD ("/ctl/full", test_full);
  ADD ("/ctl/check", test_check);
  ADD ("/ctl/check-dismissed", test_check_dismissed);
  ADD ("/ctl/trace", test_trace);
  ADD ("/ctl/sheet", test_sheet);
  ADD ("/ctl/sheet-kinds", test_sheet_kinds);
  ADD ("/ctl/export-others", test_export_others);
  ADD ("/ctl/sheet-refused", test_sheet_refused);
  ADD ("/ctl/documented", test_documented);

  return g_test_run ();
}
