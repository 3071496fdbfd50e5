/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What would help against a problem, done in a database: the problem goes, and one undo brings all
 * back. */

#include "config.h"

#include "core/schema/genlock-connections.h"
#include "core/schema/genlock-devices.h"
#include "core/schema/genlock-equipment-specs.h"
#include "core/schema/genlock-productions.h"
#include "core/schema/genlock-source-outputs.h"
#include "core/schema/genlock-sources.h"
#include "rule-help.h"
#include "signal/genlock-signal-fix.h"
#include "signal/genlock-signal-load.h"
#include "temp-dir.h"

/* A show in a database, and what a check finds there. */
typedef struct
{
  GenlockStore *store;       /* owned */
  GenlockLibrary *library;   /* owned */
  char *production_id;       /* owned */
  GenlockSignalGraph *graph; /* owned */
  GenlockSignalCheck *check; /* owned */
} Fixing;

static void
fixing_clear (Fixing *fixing)
{
  g_clear_pointer (&fixing->check, genlock_signal_check_free);
  g_clear_pointer (&fixing->graph, genlock_signal_graph_free);
  g_clear_pointer (&fixing->library, genlock_library_unref);
  genlock_store_close (fixing->store);
  g_clear_object (&fixing->store);
  g_free (fixing->production_id);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixing, fixing_clear)

static void
apply (Fixing *fixing,
       GenlockBatch *batch)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GenlockChanges) changes = genlock_store_apply (fixing->store, batch, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (changes);
}

/* Reads the show as the app does. */
static void
read_again (Fixing *fixing)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  g_clear_pointer (&fixing->check, genlock_signal_check_free);
  g_clear_pointer (&fixing->graph, genlock_signal_graph_free);
  rows = genlock_signal_load (fixing->store, fixing->production_id, &error);
  g_assert_no_error (error);
  fixing->graph = genlock_signal_graph_new (rows);
  fixing->check = genlock_signal_check_new (fixing->graph, fixing->library);
  genlock_signal_check_update (fixing->check);
}

static void
undo (Fixing *fixing)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GenlockChanges) changes = genlock_store_undo (fixing->store, 0, &error);

  g_assert_no_error (error);
  read_again (fixing);
}

static gboolean
insert_of (GenlockBatch *batch,
           SignalShow *show,
           const GenlockTable *table)
{
  GHashTableIter iter;
  gpointer record;
  gboolean any = FALSE;

  g_hash_table_iter_init (&iter, show->rows);
  while (g_hash_table_iter_next (&iter, NULL, &record))
    if (table == NULL
        ? genlock_record_get_table (record) != &genlock_equipment_specs
        : genlock_record_get_table (record) == table)
      {
        genlock_batch_insert (batch, genlock_record_copy (record));
        any = TRUE;
      }

  return any;
}

static void
set_up (Fixing *fixing,
        TempDir *dir,
        SignalShow *show)
{
  g_autofree char *folder = genlock_library_find_folder ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GenlockBatch) batch = genlock_batch_new ("ADD");
  GenlockRecord *production;

  fixing->store = genlock_store_open (dir->file, GENLOCK_STORE_APP, &error);
  g_assert_no_error (error);
  fixing->library = genlock_library_new (folder, &error);
  g_assert_no_error (error);
  fixing->production_id = signal_id ("the show");

  production = genlock_record_new_row (&genlock_productions, fixing->production_id);
  genlock_record_set_text (production, GENLOCK_PRODUCTION_CLIENT, "ACME");
  genlock_record_set_text (production, GENLOCK_PRODUCTION_SHOW_NAME, "Kick-off");
  genlock_batch_insert (batch, production);
  insert_of (batch, show, &genlock_equipment_specs);
  g_assert_true (insert_of (batch, show, NULL));
  apply (fixing, batch);
  read_again (fixing);
}

/* (nullable): the worst one, of those that are more than not checked. */
static const GenlockSignalProblem *
find (Fixing *fixing,
      GenlockRuleId rule)
{
  const GenlockSignalProblem *problem = rule_find (fixing->check, rule);

  return problem != NULL && problem->severity != GENLOCK_SEVERITY_NOT_CHECKED ? problem : NULL;
}

/* (transfer full) (nullable): what does the first fix for @rule whose sentence begins so. */
static GenlockBatch *
build (Fixing *fixing,
       GenlockRuleId rule,
       const char *sentence)
{
  const GenlockSignalProblem *problem = find (fixing, rule);
  g_autoptr (GPtrArray) fixes = NULL;

  g_assert_nonnull (problem);
  fixes = genlock_signal_check_list_fixes (fixing->check, problem);
  for (guint i = 0; i < fixes->len; i++)
    {
      const GenlockSignalFix *fix = fixes->pdata[i];

      if (g_str_has_prefix (fix->sentence, sentence))
        return genlock_signal_fix_build (fixing->check, problem, fix, fixing->store,
                                         fixing->production_id);
    }

  g_error ("nothing begins with “%s”", sentence);
}

/* Does it; the problem goes. */
static void
fix (Fixing *fixing,
     GenlockRuleId rule,
     const char *sentence)
{
  g_autoptr (GenlockBatch) batch = build (fixing, rule, sentence);
  g_autofree char *dump = NULL;

  g_assert_nonnull (batch);
  apply (fixing, batch);
  read_again (fixing);
  dump = rule_dump (fixing->check);
  g_test_message ("%s", dump);
  g_assert_null (find (fixing, rule));
}

static guint
count (Fixing *fixing,
       const GenlockTable *table)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = genlock_signal_load (fixing->store, fixing->production_id, &error);
  guint n = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < rows->len; i++)
    n += genlock_record_get_table (rows->pdata[i]) == table;

  return n;
}

/* (transfer full): a row of the database. */
static GenlockRecord *
get (Fixing *fixing,
     const GenlockTable *table,
     const char *name)
{
  g_autofree char *id = signal_id (name);
  g_autoptr (GError) error = NULL;
  GenlockRecord *record = genlock_store_get (fixing->store, table, id, &error);

  g_assert_no_error (error);

  return record;
}

static void
test_port (TempDir *dir,
           gconstpointer data)
{
  g_autoptr (SignalShow) show = signal_show_new ();
  g_auto (Fixing) fixing = { 0 };
  g_autoptr (GenlockRecord) cable = NULL;
  g_autofree char *port = signal_id ("SW:IN 3");

  signal_show_source (show, "SRC", "Graphics", "2160p59.94", "12G-SDI");
  signal_show_device (show, "SW", "SWITCHER", "3G-SDI|HDMI|12G-SDI|12G-SDI", "");
  signal_show_connect (show, "C", "SRC", "SW:IN 1");
  signal_show_set_text (show, "C", GENLOCK_CONNECTION_CABLE_LABEL, "V7");
  set_up (&fixing, dir, show);

  fix (&fixing, GENLOCK_RULE_BANDWIDTH, "Take SW · IN 3");
  cable = get (&fixing, &genlock_connections, "C");
  g_assert_cmpstr (genlock_record_get_text (cable, GENLOCK_CONNECTION_DESTINATION_INPUT), ==,
                   port);
  g_assert_cmpstr (genlock_record_get_text (cable, GENLOCK_CONNECTION_CABLE_LABEL), ==, "V7");

  undo (&fixing);
  g_assert_nonnull (find (&fixing, GENLOCK_RULE_BANDWIDTH));
}

/* Of a row that also says where the signal goes from there. */
static void
test_port_of_path (TempDir *dir,
                   gconstpointer data)
{
  g_autoptr (SignalShow) show = signal_show_new ();
  g_auto (Fixing) fixing = { 0 };
  g_autoptr (GenlockRecord) cable = NULL;
  g_autofree char *port = signal_id ("SW:IN 2");
  g_autofree char *output = signal_id ("SW:OUT 1");
  g_autofree char *source_output = signal_id ("SRC:1");

  signal_show_source (show, "SRC", "Graphics", "2160p59.94", "12G-SDI");
  signal_show_device (show, "SW", "SWITCHER", "3G-SDI|12G-SDI", "12G-SDI");
  signal_show_send (show, "DST", "MONITOR", "", "12G-SDI");
  signal_show_connect_through (show, "C", "SRC", "SW", "IN 1", "OUT 1", "DST");
  signal_show_set_text (show, "C", GENLOCK_CONNECTION_SOURCE_OUTPUT_ID, source_output);
  set_up (&fixing, dir, show);

  fix (&fixing, GENLOCK_RULE_BANDWIDTH, "Take SW · IN 2");
  cable = get (&fixing, &genlock_connections, "C");
  g_assert_cmpstr (genlock_record_get_text (cable, GENLOCK_CONNECTION_INTERMEDIATE_INPUT), ==,
                   port);
  g_assert_cmpstr (genlock_record_get_text (cable, GENLOCK_CONNECTION_INTERMEDIATE_OUTPUT), ==,
                   output);
}

/* At the source, or at its output where that has a rate of its own. */
static void
test_rate (TempDir *dir,
           gconstpointer data)
{
  g_autoptr (SignalShow) show = signal_show_new ();
  g_auto (Fixing) fixing = { 0 };
  g_autoptr (GenlockRecord) source = NULL;
  g_autoptr (GenlockRecord) after = NULL;
  g_autoptr (GenlockBatch) batch = NULL;
  GenlockRecord *update;

  signal_show_source (show, "SRC", "Graphics", "1080p60", "3G-SDI");
  signal_show_send (show, "DST", "MONITOR", "1080p59.94", "3G-SDI");
  signal_show_connect (show, "C", "SRC", "DST");
  set_up (&fixing, dir, show);
  fix (&fixing, GENLOCK_RULE_RATE, "Set SRC to 59.94 Hz");
  source = get (&fixing, &genlock_sources, "SRC");
  g_assert_cmpfloat_with_epsilon (genlock_record_get_real (source, GENLOCK_SOURCE_RATE), 59.94,
                                  0.005);
  undo (&fixing);
  g_assert_nonnull (find (&fixing, GENLOCK_RULE_RATE));

  batch = genlock_batch_new ("EDIT");
  update = genlock_record_new (&genlock_source_outputs);
  genlock_record_take_text (update, GENLOCK_META_ID, signal_id ("SRC:1"));
  genlock_record_set_real (update, GENLOCK_SOURCE_OUTPUT_RATE, 50.0);
  genlock_batch_update (batch, update);
  apply (&fixing, batch);
  read_again (&fixing);
  fix (&fixing, GENLOCK_RULE_RATE, "Set SRC to 59.94 Hz");
  after = get (&fixing, &genlock_sources, "SRC");
  g_assert_cmpfloat (genlock_record_get_real (after, GENLOCK_SOURCE_RATE), ==, 60.0);
}

/* Equipment of the library comes into the show, and the cable leads through it: what was said of
 * the cable stays with the part that leads in. */
static void
test_converter (TempDir *dir,
                gconstpointer data)
{
  g_autoptr (SignalShow) show = signal_show_new ();
  g_auto (Fixing) fixing = { 0 };
  g_autoptr (GenlockRecord) cable = NULL;
  g_autofree char *send = signal_id ("DST");

  signal_show_source (show, "SRC", "Graphics", "1080p59.94", "HDMI");
  signal_show_send (show, "DST", "MONITOR", "", "3G-SDI");
  signal_show_connect (show, "C", "SRC", "DST");
  signal_show_set_text (show, "C", GENLOCK_CONNECTION_CABLE_LABEL, "V7");
  set_up (&fixing, dir, show);

  fix (&fixing, GENLOCK_RULE_CONNECTOR, "Put ");
  g_assert_cmpuint (count (&fixing, &genlock_devices), ==, 1);
  g_assert_cmpuint (count (&fixing, &genlock_connections), ==, 2);
  g_assert_null (find (&fixing, GENLOCK_RULE_MISSING));
  cable = get (&fixing, &genlock_connections, "C");
  g_assert_cmpstr (genlock_record_get_text (cable, GENLOCK_CONNECTION_CABLE_LABEL), ==, "V7");
  g_assert_cmpstr (genlock_record_get_text (cable, GENLOCK_CONNECTION_DESTINATION_ID), !=, send);

  undo (&fixing);
  g_assert_cmpuint (count (&fixing, &genlock_devices), ==, 0);
  g_assert_cmpuint (count (&fixing, &genlock_connections), ==, 1);
  g_assert_nonnull (find (&fixing, GENLOCK_RULE_CONNECTOR));

  /* The equipment was there once: it comes back rather than twice. */
  fix (&fixing, GENLOCK_RULE_CONNECTOR, "Put ");
  g_assert_cmpuint (count (&fixing, &genlock_devices), ==, 1);
}

/* Of one output that feeds two inputs, each gets one of the converter. */
static void
test_fan_out (TempDir *dir,
              gconstpointer data)
{
  g_autoptr (SignalShow) show = signal_show_new ();
  g_auto (Fixing) fixing = { 0 };

  signal_show_source (show, "SRC", "Graphics", "1080p59.94", "3G-SDI");
  signal_show_send (show, "DST 1", "MONITOR", "", "3G-SDI");
  signal_show_send (show, "DST 2", "MONITOR", "", "3G-SDI");
  signal_show_connect (show, "C1", "SRC", "DST 1");
  signal_show_connect (show, "C2", "SRC", "DST 2");
  set_up (&fixing, dir, show);

  fix (&fixing, GENLOCK_RULE_FAN_OUT, "Put ");
  g_assert_cmpuint (count (&fixing, &genlock_devices), ==, 1);
  g_assert_cmpuint (count (&fixing, &genlock_connections), ==, 3);
  undo (&fixing);
  g_assert_cmpuint (count (&fixing, &genlock_connections), ==, 2);
}

/* The picture is scaled before the device that makes it SDI; where it goes two ways from its source
 * nobody can tell which is meant. */
static void
test_scaler (TempDir *dir,
             gconstpointer data)
{
  g_autoptr (SignalShow) show = signal_show_new ();
  g_auto (Fixing) fixing = { 0 };
  g_autoptr (GenlockBatch) batch = NULL;
  g_autoptr (GenlockBatch) second = NULL;
  g_autoptr (GenlockRecord) cable = NULL;
  g_autofree char *before = signal_id ("CNV");

  signal_show_source (show, "SRC", "Graphics", "1920×1200 59.94 RBv1", "HDMI 2.0");
  signal_show_device (show, "CNV", "CONVERTER", "HDMI 2.0", "12G-SDI");
  signal_show_send (show, "DST", "MONITOR", "", "12G-SDI");
  signal_show_connect (show, "C1", "SRC", "CNV:IN 1");
  signal_show_connect (show, "C2", "CNV:OUT 1", "DST");
  set_up (&fixing, dir, show);
  fix (&fixing, GENLOCK_RULE_SDI_RASTER, "Put Decimator Design 12G-CROSS");
  cable = get (&fixing, &genlock_connections, "C1");
  g_assert_cmpstr (genlock_record_get_text (cable, GENLOCK_CONNECTION_DESTINATION_ID), !=, before);
  undo (&fixing);

  signal_show_send (show, "DST 2", "MONITOR", "", "HDMI 2.0");
  signal_show_connect (show, "C3", "SRC", "DST 2");
  second = genlock_batch_new ("ADD");
  genlock_batch_insert (second, genlock_record_copy (signal_show_get (show, "DST 2")));
  genlock_batch_insert (second, genlock_record_copy (signal_show_get (show, "C3")));
  apply (&fixing, second);
  read_again (&fixing);
  batch = build (&fixing, GENLOCK_RULE_SDI_RASTER, "Put Decimator Design 12G-CROSS");
  g_assert_null (batch);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  temp_dir_test ("/signal-fix/port", test_port);
  temp_dir_test ("/signal-fix/port-of-path", test_port_of_path);
  temp_dir_test ("/signal-fix/rate", test_rate);
  temp_dir_test ("/signal-fix/converter", test_converter);
  temp_dir_test ("/signal-fix/fan-out", test_fan_out);
  temp_dir_test ("/signal-fix/scaler", test_scaler);

  return g_test_run ();
}
