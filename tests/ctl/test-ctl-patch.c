/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* genlockctl on a patch: checks, traces, sheets and drawings. */

#define G_LOG_DOMAIN "test-ctl"

#include "config.h"

#include <gio/gio.h>
#include <string.h>

#include "ctl-fixture.h"

/* A source of 4K over 3G-SDI into a send. */
static void
add_patch (CtlFixture *self)
{
  g_autofree char *show = ctl_add_show (self);
  g_autofree char *link = g_strconcat ("productionId=", show, NULL);
  g_autofree char *source = NULL;
  g_autofree char *send = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  g_assert_cmpint (ctl_run (self, "add", "sources", link, "label=SRC 1", "type=Graphics",
                            "name=GFX A", "hRes=3840", "vRes=2160", "rate=59.94", "scan=P",
                            "outputs=[{\"connector\":\"12G-SDI\"}]", "--json", NULL), ==, 0);
  source = ctl_dup_added_id (self);
  g_assert_cmpint (ctl_run (self, "add", "sends", link, "label=DST 1", "type=MONITOR", "name=WALL",
                            "outputConnector=3G-SDI", "--json", NULL), ==, 0);
  send = ctl_dup_added_id (self);
  from = g_strconcat ("sourceId=", source, NULL);
  to = g_strconcat ("destinationId=", send, NULL);
  g_assert_cmpint (ctl_run (self, "add", "connections", link, from, "destinationType=SEND", to,
                            "cableLabel=V 7", NULL), ==, 0);
  g_assert_cmpint (ctl_run (self, "add", "sends", link, "label=DST 2", "type=MONITOR", "name=LOBBY",
                            NULL), ==, 0);
}

#define TOO_MUCH "2160p59.94 needs 11.87 Gb/s, 3G-SDI carries 2.97 Gb/s"

/* Every row of the answer has the same keys, also of rules that no show can be checked for. */
static void
assert_rows (CtlFixture *self,
             guint n_least)
{
  static const char * const keys[] = {
    "rule", "severity", "table", "recordId", "sentence", "facts", "fixes", "dismissed", "reopened",
  };
  g_autoptr (JsonNode) problems = ctl_parse (self->out);
  JsonArray *rows = json_node_get_array (problems);

  g_assert_cmpuint (json_array_get_length (rows), >=, n_least);
  for (guint i = 0; i < json_array_get_length (rows); i++)
    for (guint j = 0; j < G_N_ELEMENTS (keys); j++)
      g_assert_true (json_object_has_member (json_array_get_object_element (rows, i), keys[j]));
}

static void
test_check (CtlFixture *self,
            gconstpointer data)
{
  g_autoptr (JsonNode) problems = NULL;
  JsonObject *problem;

  add_patch (self);
  g_assert_cmpint (ctl_run (self, "check", "Kickoff", NULL), ==, 1);
  g_assert_nonnull (strstr (self->out, "Error"));
  g_assert_nonnull (strstr (self->out, "V 7 (SRC 1 GFX A · 12G-SDI 1 → DST 1 WALL · 3G-SDI): "
                            TOO_MUCH "\n"));
  g_assert_cmpstr (self->err, ==, "genlockctl: The show has 1 error: correct it, or put it aside "
                   "with a reason\n");

  g_assert_cmpint (ctl_run (self, "--json", "check", "Kickoff", NULL), ==, 1);
  problems = ctl_parse (self->out);
  problem = json_array_get_object_element (json_node_get_array (problems), 0);
  g_assert_cmpstr (json_object_get_string_member (problem, "rule"), ==, "bandwidth");
  g_assert_cmpstr (json_object_get_string_member (problem, "severity"), ==, "ERROR");
  g_assert_cmpstr (json_object_get_string_member (problem, "table"), ==, "connections");
  g_assert_nonnull (strstr (json_object_get_string_member (problem, "sentence"), TOO_MUCH));
  g_assert_cmpstr (json_object_get_string_member (json_object_get_object_member (problem, "facts"),
                                                  "format"), ==, "2160p59.94");
  g_assert_true (json_object_get_null_member (problem, "dismissed"));
  assert_rows (self, 2);

  g_assert_cmpint (ctl_run (self, "set", "sends", "DST 1", "outputConnector=12G-SDI", NULL), ==, 0);
  g_assert_cmpint (ctl_run (self, "check", "Kickoff", NULL), ==, 0);
  g_assert_nonnull (strstr (self->out, "No problems found.\n"));
  g_assert_cmpint (ctl_run (self, "--json", "check", "Kickoff", NULL), ==, 0);
  assert_rows (self, 1);

  g_assert_cmpint (ctl_run (self, "check", "Nobody", NULL), ==, 1);
  ctl_assert_failed (self, "Nobody");
  g_assert_cmpint (ctl_run (self, "check", NULL), ==, 2);
}

/* A problem that is put aside is no error any more, until it is another one. */
static void
test_check_dismissed (CtlFixture *self,
                      gconstpointer data)
{
  g_autoptr (JsonNode) problems = NULL;
  g_autofree char *record = NULL;
  g_autofree char *facts = NULL;
  JsonObject *problem;

  add_patch (self);
  g_assert_cmpint (ctl_run (self, "--json", "check", "Kickoff", NULL), ==, 1);
  problems = ctl_parse (self->out);
  problem = json_array_get_object_element (json_node_get_array (problems), 0);
  record = g_strconcat ("recordId=", json_object_get_string_member (problem, "recordId"), NULL);
  {
    g_autofree char *text = json_to_string (json_object_get_member (problem, "facts"), FALSE);

    facts = g_strconcat ("facts=", text, NULL);
  }
  g_assert_cmpint (ctl_run (self, "add", "dismissals", "productionId=Kickoff", "rule=bandwidth",
                            "tableName=connections", record, facts, "reason=For the demo", NULL),
                   ==, 0);
  g_assert_cmpint (ctl_run (self, "check", "Kickoff", NULL), ==, 0);
  g_assert_nonnull (strstr (self->out, "(put aside: For the demo)"));

  g_assert_cmpint (ctl_run (self, "set", "sends", "DST 1", "outputConnector=6G-SDI", NULL), ==, 0);
  g_assert_cmpint (ctl_run (self, "check", "Kickoff", NULL), ==, 1);
  g_assert_nonnull (strstr (self->out, "(was put aside, and has changed since: For the demo)"));
}

static void
test_trace (CtlFixture *self,
            gconstpointer data)
{
  g_autoptr (JsonNode) report = NULL;
  JsonArray *hops;
  JsonObject *path;
  JsonObject *hop;

  add_patch (self);
  g_assert_cmpint (ctl_run (self, "trace", "Kickoff", "DST 1", NULL), ==, 0);
  g_assert_true (g_str_has_prefix (self->out,
                                   "From SRC 1 GFX A · 12G-SDI 1:\n"
                                   "  SRC 1 GFX A · 12G-SDI 1  2160p59.94\n"
                                   "  DST 1 WALL · 3G-SDI  2160p59.94  [V 7]\n"
                                   "    Error: "));
  g_assert_nonnull (strstr (self->out, TOO_MUCH));

  g_assert_cmpint (ctl_run (self, "--json", "trace", "Kickoff", "WALL", NULL), ==, 0);
  report = ctl_parse (self->out);
  path = json_array_get_object_element (json_object_get_array_member (
                                          json_node_get_object (report), "paths"), 0);
  g_assert_cmpstr (json_object_get_string_member (path, "begins"), ==, "SOURCE");
  hops = json_object_get_array_member (path, "hops");
  g_assert_cmpuint (json_array_get_length (hops), ==, 2);
  hop = json_array_get_object_element (hops, 1);
  g_assert_cmpstr (json_object_get_string_member (hop, "kind"), ==, "SEND");
  g_assert_cmpstr (json_object_get_string_member (json_object_get_object_member (hop, "link"),
                                                  "cableLabel"), ==, "V 7");

  g_assert_cmpint (ctl_run (self, "trace", "Kickoff", "DST 2", NULL), ==, 0);
  g_assert_cmpstr (self->out, ==, "Nothing feeds DST 2.\n");
  g_assert_cmpint (ctl_run (self, "trace", "Kickoff", "DST 3", NULL), ==, 1);
  ctl_assert_failed (self, "DST 3");
  g_assert_cmpint (ctl_run (self, "trace", "Kickoff", NULL), ==, 2);
}

static char *
read_sheet (CtlFixture *self,
            const char *name)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));

  return text;
}

/* The same show and the same time give the same bytes. */
static void
test_sheet (CtlFixture *self,
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

      g_assert_cmpint (ctl_run (self, "sheet", "Kickoff", path, "--printed-at", "2026-11-23", NULL),
                       ==, 0);
      g_assert_nonnull (strstr (self->out, names[i]));
      first = read_sheet (self, names[i]);
      g_assert_true (g_str_has_prefix (first, beginnings[i]));
      g_assert_cmpint (ctl_run (self, "sheet", "Kickoff", path, "--kind", "cables", "--paper", "a4",
                                "--orientation", "landscape", "--printed-at", "2026-11-23", NULL),
                       ==, 0);
      second = read_sheet (self, names[i]);
      g_assert_cmpstr (first, ==, second);
    }
}

/* The graph as a drawing, the labels of a router. */
static void
test_export_others (CtlFixture *self,
                    gconstpointer data)
{
  g_autofree char *drawing = g_build_filename (self->folder, "a.drawio", NULL);
  g_autofree char *labels = g_build_filename (self->folder, "a.txt", NULL);
  g_autofree char *text = NULL;

  add_patch (self);
  g_assert_cmpint (ctl_run (self, "export", "Kickoff", drawing, NULL), ==, 0);
  text = read_sheet (self, "a.drawio");
  g_assert_nonnull (strstr (text, "label=\"V 7\""));

  g_assert_cmpint (ctl_run (self, "export", "Kickoff", labels, NULL), ==, 2);
  ctl_assert_failed (self, "--of");
  g_assert_cmpint (ctl_run (self, "export", "Kickoff", drawing, "--of", "RTR 1", NULL), ==, 2);
  g_assert_cmpint (ctl_run (self, "export", "Kickoff", drawing, "--table", "sends", NULL), ==, 2);
  ctl_assert_failed (self, "--table");
  g_assert_cmpint (ctl_run (self, "export", "Kickoff", "a.doc", NULL), ==, 2);
  ctl_assert_failed (self, ".drawio");

  g_assert_cmpint (ctl_run (self, "add", "devices", "productionId=Kickoff", "label=RTR 1",
                            "name=Main", "category=ROUTER", NULL), ==, 0);
  g_assert_cmpint (ctl_run (self, "export", "Kickoff", labels, "--of", "RTR 1", NULL), ==, 1);
  ctl_assert_failed (self, "router");
}

/* Each kind writes a sheet, one of a single device says its name. */
static void
test_sheet_kinds (CtlFixture *self,
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

      g_assert_cmpint (ctl_run (self, "sheet", "Kickoff", path, "--kind", kinds[i].kind, NULL),
                       ==, 0);
      text = read_sheet (self, "a.csv");
      g_test_message ("%s", text);
      g_assert_nonnull (strstr (text, kinds[i].part));
      g_assert_cmpint (ctl_run (self, "sheet", "Kickoff", pdf, "--kind", kinds[i].kind, NULL), ==,
                       0);
    }

  g_assert_cmpint (ctl_run (self, "add", "devices", "productionId=Kickoff", "label=RTR 1",
                            "name=Main", "category=ROUTER", NULL), ==, 0);
  g_assert_cmpint (ctl_run (self, "sheet", "Kickoff", path, "--kind", "router", "--of", "RTR 1",
                            NULL), ==, 0);
  g_assert_cmpint (ctl_run (self, "sheet", "Kickoff", path, "--kind", "router", "--of", "RTR 2",
                            NULL), ==, 1);
  ctl_assert_failed (self, "RTR 2");
  g_assert_cmpint (ctl_run (self, "sheet", "Kickoff", path, "--of", "RTR 1", NULL), ==, 2);
  ctl_assert_failed (self, "--of");
  g_assert_cmpint (ctl_run (self, "sheet", "Kickoff", path,
                            "--kind", "gear", "--by", "to", NULL), ==, 2);
  ctl_assert_failed (self, "--by");
}

static void
test_sheet_refused (CtlFixture *self,
                    gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "a.pdf", NULL);

  add_patch (self);
  g_assert_cmpint (ctl_run (self, "sheet", "Kickoff", NULL), ==, 2);
  g_assert_cmpint (ctl_run (self, "sheet", "Kickoff", "a.doc", NULL), ==, 2);
  ctl_assert_failed (self, ".svg");
  g_assert_cmpint (ctl_run (self, "sheet", "Kickoff", path, "--kind", "wishes", NULL), ==, 2);
  ctl_assert_failed (self, "cables");
  g_assert_cmpint (ctl_run (self, "sheet", "Kickoff", path, "--by", "moon", NULL), ==, 2);
  ctl_assert_failed (self, "snake");
  g_assert_cmpint (ctl_run (self, "sheet", "Kickoff", path, "--paper", "A9", NULL), ==, 2);
  ctl_assert_failed (self, "Tabloid");
  g_assert_cmpint (ctl_run (self, "sheet", "Kickoff", path, "--orientation", "round", NULL), ==, 2);
  ctl_assert_failed (self, "portrait");
  g_assert_cmpint (ctl_run (self, "sheet", "Kickoff", path, "--printed-at", "soon", NULL), ==, 2);
  ctl_assert_failed (self, "soon");
  g_assert_cmpint (ctl_run (self, "check", "Kickoff", "--paper", "A4", NULL), ==, 2);
  ctl_assert_failed (self, "--paper");

  g_assert_cmpint (ctl_run (self, "sheet", "Nobody", path, NULL), ==, 1);
  ctl_assert_failed (self, "Nobody");
  g_assert_cmpint (ctl_run (self, "sheet", "Kickoff", "/nowhere/at/all.pdf", NULL), ==, 1);
  ctl_assert_failed (self, "all.pdf");
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_connect (CtlFixture *self,
              gconstpointer data)
{
  g_autofree char *id = NULL;

  add_patch (self);
  g_assert_cmpint (ctl_run (self, "--json", "connect", "Kickoff", "gfx a", "dst 2", NULL), ==, 1);
  ctl_assert_failed (self, "takes one cable");
  g_assert_cmpint (ctl_run (self, "connect", "Kickoff", "SRC 1", "DST 1", NULL), ==, 1);
  ctl_assert_failed (self, "joined already");
  g_assert_cmpint (ctl_run (self, "connect", "Kickoff", "SRC 1", "dst", NULL), ==, 1);
  ctl_assert_failed (self, "Several cables are meant by that: ");
  g_assert_cmpint (ctl_run (self, "connect", "Kickoff", "SRC 7", "DST 1", NULL), ==, 1);
  ctl_assert_failed (self, "“SRC 7”");

  g_assert_cmpint (ctl_run (self, "--json", "connect", "Kickoff", "gfx a", "dst 2", "--force",
                            NULL), ==, 0);
  id = ctl_dup_added_id (self);
  g_assert_cmpint (ctl_run (self, "trace", "Kickoff", "DST 2", NULL), ==, 0);
  g_assert_nonnull (strstr (self->out, "From SRC 1 GFX A · 12G-SDI 1:"));
  g_assert_cmpint (ctl_run (self, "show", "connections", id, NULL), ==, 0);
  /* The next one of the show. */
  g_assert_nonnull (strstr (self->out, "V 8\n"));
  g_assert_cmpint (ctl_run (self, "undo", NULL), ==, 0);
  g_assert_cmpint (ctl_run (self, "trace", "Kickoff", "DST 2", NULL), ==, 0);
  g_assert_cmpstr (self->out, ==, "Nothing feeds DST 2.\n");

  /* A number is not given twice. */
  g_assert_cmpint (ctl_run (self, "connect", "Kickoff", "gfx a", "dst 2", "--force", NULL), ==, 0);
  g_assert_cmpint (ctl_run (self, "set", "connections", "V 9", "cableLabel=", NULL), ==, 0);
  g_assert_cmpint (ctl_run (self, "label", "Kickoff", "V 7", NULL), ==, 0);
  g_assert_cmpstr (self->out, ==, "1 cable labelled\n");
  g_assert_cmpint (ctl_run (self, "show", "connections", "V 9", NULL), ==, 0);
  g_assert_cmpint (ctl_run (self, "label", "Kickoff", NULL), ==, 0);
  g_assert_cmpstr (self->out, ==, "0 cables labelled\n");

  g_assert_cmpint (ctl_run (self, "connect", "Kickoff", "SRC 1", NULL), ==, 2);
  g_assert_cmpint (ctl_run (self, "check", "Kickoff", "--force", NULL), ==, 2);
  ctl_assert_failed (self, "--force");
}

/* What other programs post: half a path, words of their own, ends that say only what they are. All
 * that reads a show takes it. */
static void
test_half_rows (CtlFixture *self,
                gconstpointer data)
{
  static const char * const rows[][3] = {
    { "intermediateType=DEVICE", "destinationType=DEVICE", "destinationInput=IN 1" },
    { "intermediateType=DEVICE", "intermediateOutput=X", "destinationType=SEND" },
    { "intermediateType=TRUCK", "intermediateId=7", "destinationType=SEND" },
    { "destinationType=DEVICE", "destinationInput=X", "cableLabel=half" },
  };
  static const char * const files[] = { "x.csv", "x.drawio", "x.genlock" };
  static const char * const sheets[] = { "x.pdf", "x.svg", "cables.csv" };

  add_patch (self);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (ctl_run (self, "add", "connections", "productionId=Kickoff", rows[i][0],
                              rows[i][1], rows[i][2], NULL), ==, 0);

  g_assert_cmpint (ctl_run (self, "check", "Kickoff", NULL), ==, 1);
  g_assert_nonnull (strstr (self->out, "half has one end only"));
  g_assert_cmpint (ctl_run (self, "trace", "Kickoff", "DST 1", NULL), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (self->folder, files[i], NULL);

      if (g_str_has_suffix (path, ".csv"))
        g_assert_cmpint (ctl_run (self, "export", "Kickoff", path, "--table", "connections", NULL),
                         ==, 0);
      else
        g_assert_cmpint (ctl_run (self, "export", "Kickoff", path, NULL), ==, 0);
    }
  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    {
      g_autofree char *path = g_build_filename (self->folder, sheets[i], NULL);

      g_assert_cmpint (ctl_run (self, "sheet", "Kickoff", path, NULL), ==, 0);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  CTL_ADD ("/ctl/check", test_check);
  CTL_ADD ("/ctl/check-dismissed", test_check_dismissed);
  CTL_ADD ("/ctl/half-rows", test_half_rows);
  CTL_ADD ("/ctl/trace", test_trace);
  CTL_ADD ("/ctl/connect", test_connect);
  CTL_ADD ("/ctl/sheet", test_sheet);
  CTL_ADD ("/ctl/sheet-kinds", test_sheet_kinds);
  CTL_ADD ("/ctl/export-others", test_export_others);
  CTL_ADD ("/ctl/sheet-refused", test_sheet_refused);

  return g_test_run ();
}
