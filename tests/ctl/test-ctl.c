/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* genlockctl as a process: what it prints, what it changes, how it ends. */

#define G_LOG_DOMAIN "test-ctl"

#include "config.h"

#include <gio/gio.h>
#include <string.h>

#include "ctl-fixture.h"

static void
test_rows (CtlFixture *self,
           gconstpointer data)
{
  g_autofree char *show = ctl_add_show (self);
  g_autofree char *link = g_strconcat ("productionId=", show, NULL);
  g_autoptr (JsonNode) row = NULL;
  g_autoptr (JsonNode) rows = NULL;
  JsonObject *source;

  g_assert_cmpint (ctl_run (self, "add", "sources", link, "label=SRC 1", "type=Laptop",
                            "name=GFX A", "hRes=1920", "outputs=[{\"connector\":\"HDMI\"}]", NULL),
                   ==, 0);
  g_assert_cmpint (ctl_run (self, "add", "sources", "productionId=Kickoff", "label=SRC 2",
                            "type=CAM", "name=CAM 1", NULL), ==, 0);

  g_assert_cmpint (ctl_run (self, "--json", "show", "sources", "SRC 1", NULL), ==, 0);
  row = ctl_parse (self->out);
  source = json_node_get_object (row);
  g_assert_cmpstr (json_object_get_string_member (source, "name"), ==, "GFX A");
  g_assert_cmpint (json_object_get_int_member (source, "hRes"), ==, 1920);
  g_assert_true (json_object_get_null_member (source, "note"));
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (source, "outputs")), ==,
                    1);

  g_assert_cmpint (ctl_run (self, "list", "sources", "--production", "Kickoff", "--json", NULL), ==,
                   0);
  rows = ctl_parse (self->out);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (rows)), ==, 2);

  g_assert_cmpint (ctl_run (self, "list", "sources", NULL), ==, 0);
  g_assert_nonnull (strstr (self->out, "GFX A"));
  g_assert_nonnull (strstr (self->out, "CAM 1"));
}

static void
test_edit_and_undo (CtlFixture *self,
                    gconstpointer data)
{
  g_autofree char *show = ctl_add_show (self);

  g_assert_cmpint (ctl_run (self, "set", "productions", "Kickoff", "venue=Hall 1", NULL), ==, 0);
  g_assert_cmpint (ctl_run (self, "show", "productions", show, NULL), ==, 0);
  g_assert_nonnull (strstr (self->out, "Hall 1"));

  g_assert_cmpint (ctl_run (self, "delete", "productions", "Kickoff", NULL), ==, 0);
  g_assert_cmpint (ctl_run (self, "list", "productions", "--json", NULL), ==, 0);
  g_assert_cmpstr (self->out, ==, "[]\n");
  g_assert_cmpint (ctl_run (self, "list", "productions", "--deleted", NULL), ==, 0);
  g_assert_nonnull (strstr (self->out, "Kickoff"));

  g_assert_cmpint (ctl_run (self, "undelete", "productions", show, NULL), ==, 0);
  g_assert_cmpint (ctl_run (self, "list", "productions", NULL), ==, 0);
  g_assert_nonnull (strstr (self->out, "Hall 1"));

  /* The restoring, the deletion, the venue, the adding; then there is nothing left. */
  for (guint i = 0; i < 4; i++)
    g_assert_cmpint (ctl_run (self, "undo", NULL), ==, 0);
  g_assert_cmpint (ctl_run (self, "undo", NULL), ==, 1);
  ctl_assert_failed (self, "undo");
}

static void
test_wrong_calls (CtlFixture *self,
                  gconstpointer data)
{
  g_assert_cmpint (ctl_run (self, NULL), ==, 2);
  ctl_assert_failed (self, "--help");
  g_assert_cmpint (ctl_run (self, "frobnicate", NULL), ==, 2);
  ctl_assert_failed (self, "frobnicate");
  g_assert_cmpint (ctl_run (self, "list", NULL), ==, 2);
  g_assert_cmpint (ctl_run (self, "list", "nonsense", NULL), ==, 2);
  ctl_assert_failed (self, "nonsense");
  g_assert_cmpint (ctl_run (self, "list", "sources", "--dry-run", NULL), ==, 2);
  ctl_assert_failed (self, "--dry-run");
  g_assert_cmpint (ctl_run (self, "list", "sources", "--frob", NULL), ==, 2);
  g_assert_cmpint (ctl_run (self, "add", "change_log", "at=x", NULL), ==, 2);
  g_assert_cmpint (ctl_run (self, "add", "productions", "showName", NULL), ==, 2);
  g_assert_cmpint (ctl_run (self, "add", "productions", "colour=x", NULL), ==, 2);
  g_assert_cmpint (ctl_run (self, "add", "productions", "version=3", NULL), ==, 2);
  g_assert_cmpint (ctl_run (self, "export", "Kickoff", "file.txt", NULL), ==, 2);
}

static void
test_refused_values (CtlFixture *self,
                     gconstpointer data)
{
  g_autofree char *show = ctl_add_show (self);

  g_assert_cmpint (ctl_run (self, "set", "productions", show, "loadOut=2026-01-31", NULL), ==, 1);
  ctl_assert_failed (self, "before");
  g_assert_cmpint (ctl_run (self, "set", "productions", show, "status=MAYBE", NULL), ==, 1);
  ctl_assert_failed (self, "status must be one of: PLANNING, READY, ");
  g_assert_cmpint (ctl_run (self, "set", "productions", show, "loadIn=soon", NULL), ==, 1);
  ctl_assert_failed (self, "loadIn: ");
  g_assert_cmpint (ctl_run (self, "set", "productions", "Nowhere", "venue=x", NULL), ==, 1);
  ctl_assert_failed (self, "Nowhere");
  g_assert_cmpint (ctl_run (self, "add", "sources", "productionId=Kickoff", "type=x", NULL), ==, 1);
  g_assert_cmpint (ctl_run (self, "add", "sources", "productionId=Kickoff", "type=x", "name=x",
                            "outputs=[{]", NULL), ==, 1);
  g_assert_cmpint (ctl_run (self, "list", "sources", "--json", NULL), ==, 0);
  g_assert_cmpstr (self->out, ==, "[]\n");
}

static void
test_files (CtlFixture *self,
            gconstpointer data)
{
  g_autofree char *show = ctl_add_show (self);
  g_autofree char *file = g_build_filename (self->folder, "show.genlock", NULL);
  g_autofree char *sheet = g_build_filename (self->folder, "sources.csv", NULL);
  g_autofree char *backup = g_build_filename (self->folder, "backup.db", NULL);
  g_autofree char *text = NULL;
  g_autoptr (JsonNode) rows = NULL;

  g_assert_cmpint (ctl_run (self, "add", "sources", "productionId=Kickoff", "label=SRC 1",
                            "type=CAM", "name==CAM 1",
                            "outputs=[{\"connector\":\"HDMI\"},{\"connector\":\"SDI\"}]", NULL),
                   ==, 0);
  g_assert_cmpint (ctl_run (self, "export", "Kickoff", file, NULL), ==, 0);
  g_assert_cmpint (ctl_run (self, "export", "Kickoff", sheet, NULL), ==, 0);
  g_assert_true (g_file_get_contents (sheet, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "UID,ID,TYPE,SOURCE NAME,H RES,V RES,RATE,SCAN,BLANKING"));
  g_assert_nonnull (strstr (text, "SRC 1,CAM,'=CAM 1,"));
  g_assert_nonnull (strstr (text, "HDMI|SDI"));

  g_assert_cmpint (ctl_run (self, "backup", backup, NULL), ==, 0);
  g_assert_cmpint (ctl_run (self, "verify", NULL), ==, 0);
  g_assert_cmpint (ctl_run (self, "delete", "productions", show, NULL), ==, 0);
  g_assert_cmpint (ctl_run (self, "restore", backup, NULL), ==, 0);
  g_assert_cmpint (ctl_run (self, "list", "productions", NULL), ==, 0);
  g_assert_nonnull (strstr (self->out, "Kickoff"));

  /* The file brings the same rows into another database, once. */
  g_free (self->database);
  self->database = g_build_filename (self->folder, "other.db", NULL);
  g_assert_cmpint (ctl_run (self, "import", file, "--dry-run", NULL), ==, 0);
  g_assert_cmpint (ctl_run (self, "list", "productions", "--json", NULL), ==, 0);
  g_assert_cmpstr (self->out, ==, "[]\n");

  for (guint i = 0; i < 2; i++)
    {
      g_assert_cmpint (ctl_run (self, "import", file, NULL), ==, 0);
      g_assert_cmpint (ctl_run (self, "list", "sources", "--json", NULL), ==, 0);
      g_assert_nonnull (strstr (self->out, "=CAM 1"));
      g_clear_pointer (&rows, json_node_unref);
      rows = ctl_parse (self->out);
      g_assert_cmpuint (json_array_get_length (json_node_get_array (rows)), ==, 1);
    }
}

static void
test_bad_files (CtlFixture *self,
                gconstpointer data)
{
  g_autofree char *broken = g_build_filename (self->folder, "broken.json", NULL);

  g_assert_true (g_file_set_contents (broken, "{\"state\":{\n\"sources\":[}", -1, NULL));
  g_assert_cmpint (ctl_run (self, "import", broken, NULL), ==, 1);
  ctl_assert_failed (self, "broken.json");
  g_assert_nonnull (strstr (self->err, "line 2"));

  g_assert_cmpint (ctl_run (self, "import", self->folder, NULL), ==, 1);
  g_assert_cmpint (ctl_run (self, "import", "/nowhere/at/all.json", NULL), ==, 1);
  ctl_assert_failed (self, "all.json");

  g_assert_true (g_file_set_contents (self->database, "This is no database, only text.", -1, NULL));
  g_assert_cmpint (ctl_run (self, "list", "sources", NULL), ==, 1);
  ctl_assert_failed (self, "test.db");
  g_assert_cmpint (ctl_run (self, "add", "productions", "client=x", "showName=x", NULL), ==, 1);
  g_assert_cmpint (ctl_run (self, "backup", "/nowhere/backup.db", NULL), ==, 1);
}

/* A write that the system cuts off half way: the database as before, and no file left behind. */
static void
test_full (CtlFixture *self,
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

  g_free (ctl_add_show (self));
  g_assert_cmpint (ctl_run (self, "list", "productions", "--json", NULL), ==, 0);
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
  g_assert_cmpint (ctl_run (self, "verify", NULL), ==, 0);
  g_assert_cmpint (ctl_run (self, "list", "productions", "--json", NULL), ==, 0);
  g_assert_cmpstr (self->out, ==, before);
  g_assert_cmpint (ctl_run (self, "import", file, NULL), ==, 0);
}

/* What an import refuses, the command line does, too. */
static void
test_refused_slots (CtlFixture *self,
                    gconstpointer data)
{
  static const char cycle[] =
    "specs={\"slots\":[{\"slot\":1,\"parent\":2},{\"slot\":2,\"parent\":1}]}";
  g_autofree char *frame = NULL;

  g_assert_cmpint (ctl_run (self, "add", "equipment_specs", "category=ROUTER", "manufacturer=Acme",
                            "model=Frame", "ioArchitecture=CARD_BASED", "cardSlots=2", cycle, NULL),
                   ==, 1);
  ctl_assert_failed (self, "slot on itself");
  g_assert_cmpint (ctl_run (self, "add", "equipment_specs", "category=ROUTER", "manufacturer=Acme",
                            "model=Frame", "ioArchitecture=CARD_BASED", "cardSlots=2",
                            "cards=[{\"slotNumber\":1},{\"slotNumber\":1}]", NULL), ==, 1);
  ctl_assert_failed (self, "cards[1].slotNumber: ");
  g_assert_cmpint (ctl_run (self, "list", "equipment_specs", NULL), ==, 0);
  g_assert_cmpstr (self->out, ==, "No equipment specs.\n");

  g_assert_cmpint (ctl_run (self, "--json", "add", "equipment_specs", "category=ROUTER",
                            "manufacturer=Acme", "model=Frame", "ioArchitecture=CARD_BASED",
                            "cardSlots=2", NULL), ==, 0);
  frame = ctl_dup_added_id (self);
  g_assert_cmpint (ctl_run (self, "set", "equipment_specs", frame, cycle, NULL), ==, 1);
  ctl_assert_failed (self, "specs: ");
}

/* Whoever types a command finds the same ones in the help, the man page and the completions. */
static void
test_documented (CtlFixture *self,
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
    "restore", "verify", "salvage", "check", "trace", "connect", "label", "force", "sheet",
    "database", "json", "production", "deleted", "table", "kind", "of", "by", "paper",
    "orientation", "printed",
  };

  g_assert_cmpint (ctl_run (self, "--help", NULL), ==, 0);
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

  g_assert_cmpint (ctl_run (self, "--version", NULL), ==, 0);
  g_assert_cmpstr (self->out, ==, "genlockctl " GENLOCK_VERSION "\n");
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  CTL_ADD ("/ctl/rows", test_rows);
  CTL_ADD ("/ctl/edit-and-undo", test_edit_and_undo);
  CTL_ADD ("/ctl/wrong-calls", test_wrong_calls);
  CTL_ADD ("/ctl/refused-values", test_refused_values);
  CTL_ADD ("/ctl/refused-slots", test_refused_slots);
  CTL_ADD ("/ctl/files", test_files);
  CTL_ADD ("/ctl/bad-files", test_bad_files);
  CTL_ADD ("/ctl/full", test_full);
  CTL_ADD ("/ctl/documented", test_documented);

  return g_test_run ();
}
