/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Problems that are put aside and come back, what would help, what an edit makes look again. */

#include "config.h"

#include "core/model/genlock-json-canonical.h"
#include "core/model/genlock-validate.h"
#include "core/schema/genlock-connections.h"
#include "core/schema/genlock-dismissals.h"
#include "rule-help.h"
#include "signal/genlock-signal-check-private.h"
#include "signal/genlock-signal-split.h"

static GenlockLibrary *
load_library (void)
{
  g_autofree char *folder = genlock_library_find_folder ();
  g_autoptr (GError) error = NULL;
  GenlockLibrary *library = genlock_library_new (folder, &error);

  g_assert_no_error (error);

  return library;
}

static void
make_cable (SignalShow *show,
            const char *format,
            const char *from,
            const char *to)
{
  signal_show_source (show, "SRC", "Graphics", format, from);
  signal_show_send (show, "DST", "MONITOR", "", to);
  signal_show_connect (show, "C", "SRC", "DST");
}

/* A reason holds as long as the facts do. */
static void
test_dismissal (void)
{
  g_autoptr (SignalShow) show = signal_show_new ();
  g_autoptr (GenlockSignalCheck) check = NULL;
  g_autoptr (GenlockRecord) dismissal = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *production = signal_id ("the show");
  const GenlockSignalProblem *problem;

  make_cable (show, "2160p59.94", "12G-SDI", "3G-SDI");
  check = rule_check (show);
  problem = rule_find (check, GENLOCK_RULE_BANDWIDTH);
  g_assert_true (genlock_json_is_canonical (problem->facts));
  dismissal = genlock_signal_problem_dismiss (problem, production, "It is a demo");
  g_assert_true (genlock_record_validate (dismissal, &error));
  g_assert_no_error (error);

  genlock_signal_check_set (check, dismissal);
  g_assert_null (rule_find (check, GENLOCK_RULE_BANDWIDTH));
  {
    g_autoptr (GPtrArray) all = genlock_signal_check_list (check);

    /* It stands behind the open ones, with its reason. */
    g_assert_cmpstr (((GenlockSignalProblem *) all->pdata[all->len - 1])->reason, ==,
                     "It is a demo");
  }

  /* Other facts: it is open again, and says what was said of it. */
  signal_show_send (show, "DST", "MONITOR", "", "6G-SDI");
  genlock_signal_check_update (check);
  problem = rule_find (check, GENLOCK_RULE_BANDWIDTH);
  g_assert_nonnull (problem);
  g_assert_cmpstr (problem->reopened, ==, "It is a demo");

  /* The old ones: it is aside again. */
  signal_show_send (show, "DST", "MONITOR", "", "3G-SDI");
  genlock_signal_check_update (check);
  g_assert_null (rule_find (check, GENLOCK_RULE_BANDWIDTH));
  genlock_signal_check_remove (check, &genlock_dismissals, genlock_record_get_id (dismissal));
  g_assert_nonnull (rule_find (check, GENLOCK_RULE_BANDWIDTH));
}

/* Two people put the same aside, one of them when the facts were others: it is aside. */
static void
test_two_dismissals (void)
{
  g_autoptr (SignalShow) show = signal_show_new ();
  g_autoptr (GenlockSignalCheck) check = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autofree char *production = signal_id ("the show");
  const char * const connectors[] = { "6G-SDI", "3G-SDI" };
  guint n_found = 0;

  make_cable (show, "2160p59.94", "12G-SDI", "3G-SDI");
  check = rule_check (show);
  for (guint i = 0; i < G_N_ELEMENTS (connectors); i++)
    {
      g_autoptr (GenlockRecord) dismissal = NULL;

      signal_show_send (show, "DST", "MONITOR", "", connectors[i]);
      genlock_signal_check_update (check);
      dismissal = genlock_signal_problem_dismiss (rule_find (check, GENLOCK_RULE_BANDWIDTH),
                                                  production, connectors[i]);
      genlock_signal_check_set (check, dismissal);
    }

  problems = genlock_signal_check_list (check);
  for (guint i = 0; i < problems->len; i++)
    {
      const GenlockSignalProblem *problem = problems->pdata[i];

      if (problem->rule != GENLOCK_RULE_BANDWIDTH)
        continue;
      n_found++;
      g_assert_cmpstr (problem->reason, ==, "3G-SDI");
      g_assert_null (problem->reopened);
    }
  g_assert_cmpuint (n_found, ==, 1);
}

/* What is dismissed in one language is in another, and after a new name. */
static void
test_facts_without_words (void)
{
  g_autoptr (SignalShow) show = signal_show_new ();
  g_autoptr (GenlockSignalCheck) check = NULL;
  const GenlockSignalProblem *problem;

  make_cable (show, "1080p50", "3G-SDI", "3G-SDI");
  signal_show_source (show, "OTHER", "Graphics", "1080p50", "3G-SDI");
  signal_show_connect (show, "C 2", "OTHER", "DST");
  check = rule_check (show);
  problem = rule_find (check, GENLOCK_RULE_FED_TWICE);
  g_assert_nonnull (strstr (problem->sentence, "OTHER"));
  g_assert_null (strstr (problem->facts, "OTHER"));
}

/* (transfer full): what would help against the problem of @rule. */
static char *
list_fixes (SignalShow *show,
            GenlockLibrary *library,
            GenlockRuleId rule)
{
  g_autoptr (GenlockSignalCheck) check = genlock_signal_check_new (show->graph, library);
  const GenlockSignalProblem *problem;
  g_autoptr (GPtrArray) fixes = NULL;
  GString *text = g_string_new (NULL);

  genlock_signal_check_update (check);
  problem = rule_find (check, rule);
  g_assert_nonnull (problem);
  fixes = genlock_signal_check_list_fixes (check, problem);
  for (guint i = 0; i < fixes->len; i++)
    {
      const GenlockSignalFix *fix = fixes->pdata[i];

      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", fix->sentence);
      g_assert_cmpint (fix->library_id != NULL, ==, fix->kind == GENLOCK_SIGNAL_FIX_CONVERTER);
      g_assert_cmpint (fix->port_id != NULL, ==, fix->kind == GENLOCK_SIGNAL_FIX_PORT);
      g_assert_cmpint (fix->rate > 0, ==, fix->kind == GENLOCK_SIGNAL_FIX_RATE);
    }

  return g_string_free (text, FALSE);
}

/* A converter fits both ends, and the format. */
static void
test_fix_converter (void)
{
  g_autoptr (GenlockLibrary) library = load_library ();
  g_autoptr (SignalShow) show = signal_show_new ();
  g_autofree char *small = NULL;
  g_autofree char *large = NULL;
  g_autofree char *none = NULL;

  make_cable (show, "1080p59.94", "HDMI", "3G-SDI");
  small = list_fixes (show, library, GENLOCK_RULE_CONNECTOR);
  g_test_message ("%s", small);
  g_assert_nonnull (g_strstr_len (small, -1, "Put "));

  /* What has HD-SDI is too slow now. */
  make_cable (show, "2160p59.94", "HDMI 2.0", "12G-SDI");
  large = list_fixes (show, library, GENLOCK_RULE_CONNECTOR);
  g_test_message ("%s", large);
  g_assert_nonnull (g_strstr_len (large, -1, "12G"));
  g_assert_null (g_strstr_len (large, -1, "Ha5 "));

  make_cable (show, "", "VGA", "12G-SDI");
  none = list_fixes (show, library, GENLOCK_RULE_CONNECTOR);
  g_assert_cmpstr (none, ==, "");
}

/* What SDI does not carry is scaled before it is SDI. */
static void
test_fix_scaler (void)
{
  g_autoptr (GenlockLibrary) library = load_library ();
  g_autoptr (SignalShow) show = signal_show_new ();
  g_autofree char *fixes = NULL;

  signal_show_source (show, "SRC", "Graphics", "1920×1200 59.94 RBv1", "HDMI 2.0");
  signal_show_device (show, "CNV", "CONVERTER", "HDMI 2.0", "12G-SDI");
  signal_show_send (show, "DST", "MONITOR", "", "12G-SDI");
  signal_show_connect (show, "C1", "SRC", "CNV:IN 1");
  signal_show_connect (show, "C2", "CNV:OUT 1", "DST");
  fixes = list_fixes (show, library, GENLOCK_RULE_SDI_RASTER);
  g_test_message ("%s", fixes);
  g_assert_nonnull (g_strstr_len (fixes, -1, "Put Decimator Design 12G-CROSS in between"));
  g_assert_null (g_strstr_len (fixes, -1, "Micro Converter"));
}

static void
test_fix_port (void)
{
  g_autoptr (SignalShow) show = signal_show_new ();
  g_autofree char *fixes = NULL;

  signal_show_source (show, "SRC", "Graphics", "2160p59.94", "12G-SDI");
  signal_show_device (show, "SW", "SWITCHER", "3G-SDI|HDMI|12G-SDI|12G-SDI", "");
  signal_show_connect (show, "C1", "SRC", "SW:IN 1");
  fixes = list_fixes (show, NULL, GENLOCK_RULE_BANDWIDTH);
  g_assert_cmpstr (fixes, ==, "Take SW · IN 3: it is free; Take SW · IN 4: it is free");

  signal_show_source (show, "SRC 2", "Graphics", "2160p59.94", "12G-SDI");
  signal_show_connect (show, "C2", "SRC 2", "SW:IN 3");
  g_free (fixes);
  fixes = list_fixes (show, NULL, GENLOCK_RULE_BANDWIDTH);
  g_assert_cmpstr (fixes, ==, "Take SW · IN 4: it is free");
}

static void
test_fix_rate (void)
{
  g_autoptr (SignalShow) show = signal_show_new ();
  g_autofree char *fixes = NULL;

  signal_show_source (show, "SRC", "Graphics", "1080p60", "3G-SDI");
  signal_show_send (show, "DST", "MONITOR", "1080p59.94", "3G-SDI");
  signal_show_connect (show, "C", "SRC", "DST");
  fixes = list_fixes (show, NULL, GENLOCK_RULE_RATE);
  g_assert_cmpstr (fixes, ==, "Set SRC to 59.94 Hz: both ends take it");
}

static void
test_fix_fan_out (void)
{
  g_autoptr (GenlockLibrary) library = load_library ();
  g_autoptr (SignalShow) show = signal_show_new ();
  g_autofree char *fixes = NULL;

  make_cable (show, "1080p59.94", "3G-SDI|3G-SDI", "3G-SDI");
  signal_show_send (show, "DST 2", "MONITOR", "", "3G-SDI");
  signal_show_connect (show, "C2", "SRC", "DST 2");
  fixes = list_fixes (show, library, GENLOCK_RULE_FAN_OUT);
  g_test_message ("%s", fixes);
  g_assert_true (g_str_has_prefix (fixes, "Take SRC · 3G-SDI 2: it is free; Put "));
}

/* What a drag would find, before it is let go: and nothing is changed by it. */
static void
test_try (void)
{
  g_autoptr (SignalShow) show = signal_show_new ();
  g_autoptr (GenlockSignalCheck) check = NULL;
  g_autofree char *production = signal_id ("the show");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  static const struct
  {
    const char *to;
    const char *sentence; /* nullable: nothing */
  } tries[] = {
    { "SW:IN 1", "SRC · 12G-SDI 1 → SW · IN 1: 2160p50 needs 11.88 Gb/s, 3G-SDI carries 2.97 " },
    { "SW:IN 2", "SRC · 12G-SDI 1 → SW · IN 2: 12G-SDI does not go into HDMI 2.0 without a "
      "converter" },
    { "SW:IN 3", NULL },
    { "SW:IN 4", "SW · IN 4 is fed more than once: by " },
  };

  signal_show_source (show, "SRC", "Graphics", "2160p50", "12G-SDI");
  signal_show_source (show, "SRC 2", "Graphics", "2160p50", "12G-SDI");
  signal_show_device (show, "SW", "SWITCHER", "3G-SDI|HDMI 2.0|12G-SDI|12G-SDI", "");
  signal_show_connect (show, "C", "SRC 2", "SW:IN 4");
  check = rule_check (show);
  before = rule_dump (check);

  for (guint i = 0; i < G_N_ELEMENTS (tries); i++)
    {
      g_autoptr (GenlockRecord) row = genlock_signal_connect_make (
        signal_show_port (show, "SRC:1"), signal_show_port (show, tries[i].to), production);
      g_autoptr (GPtrArray) found = genlock_signal_check_try (check, row);
      const GenlockSignalProblem *first = found->len > 0 ? found->pdata[0] : NULL;

      g_assert_cmpint (first == NULL, ==, tries[i].sentence == NULL);
      if (first != NULL)
        g_assert_true (g_str_has_prefix (first->sentence, tries[i].sentence));
    }

  after = rule_dump (check);
  g_assert_cmpstr (after, ==, before);
}

/* An edit makes only its neighbourhood look again. */
static void
test_neighbourhood (void)
{
  g_autoptr (SignalShow) show = signal_show_new ();
  g_autoptr (GenlockSignalCheck) check = NULL;
  GenlockFormat format;

  for (guint i = 0; i < 50; i++)
    {
      g_autofree char *source = g_strdup_printf ("SRC %u", i);
      g_autofree char *send = g_strdup_printf ("DST %u", i);
      g_autofree char *cable = g_strdup_printf ("C %u", i);

      signal_show_source (show, source, "Graphics", "1080p50", "3G-SDI");
      signal_show_send (show, send, "MONITOR", "", "3G-SDI");
      signal_show_connect (show, cable, source, send);
    }

  check = genlock_signal_check_new (show->graph, NULL);
  g_assert_cmpuint (genlock_signal_check_update (check), ==, 100);
  g_assert_cmpuint (genlock_signal_check_update (check), ==, 0);
  signal_show_source (show, "SRC 7", "Graphics", "2160p50", "3G-SDI");
  g_assert_cmpuint (genlock_signal_check_update (check), ==, 2);
  g_assert_true (genlock_signal_check_get_format (check, signal_show_port (show, "DST 7:"),
                                                  &format));
  g_assert_cmpint (format.h_res, ==, 3840);
  g_assert_nonnull (rule_find (check, GENLOCK_RULE_BANDWIDTH));
}

/* What equipment can do is kept once, however often it is edited. */
static void
test_abilities (void)
{
  g_autoptr (SignalShow) show = signal_show_new ();
  g_autoptr (GenlockSignalCheck) check = NULL;

  signal_show_source (show, "SRC", "Graphics", "1080p50", "3G-SDI");
  signal_show_device (show, "SW", "SWITCHER", "3G-SDI", "3G-SDI");
  signal_show_connect (show, "C", "SRC", "SW:IN 1");
  check = rule_check (show);
  for (guint i = 0; i < 10; i++)
    {
      signal_show_set_details (show, "SW", i % 2 == 0 ? "{\"scaler\":true}" : "{}");
      genlock_signal_check_update (check);
      g_assert_cmpint (genlock_signal_check_get_abilities (check,
                                                           signal_show_port (show, "SW:IN 1")
                                                           ->node)->scaler, ==,
                       i % 2 == 0 ? GENLOCK_ABILITY_YES : GENLOCK_ABILITY_UNKNOWN);
    }
  g_assert_cmpuint (g_hash_table_size (check->abilities), ==, 1);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/signal-check/dismissal", test_dismissal);
  g_test_add_func ("/signal-check/two-dismissals", test_two_dismissals);
  g_test_add_func ("/signal-check/abilities", test_abilities);
  g_test_add_func ("/signal-check/facts-without-words", test_facts_without_words);
  g_test_add_func ("/signal-check/fix-converter", test_fix_converter);
  g_test_add_func ("/signal-check/fix-scaler", test_fix_scaler);
  g_test_add_func ("/signal-check/fix-port", test_fix_port);
  g_test_add_func ("/signal-check/fix-rate", test_fix_rate);
  g_test_add_func ("/signal-check/fix-fan-out", test_fix_fan_out);
  g_test_add_func ("/signal-check/try", test_try);
  g_test_add_func ("/signal-check/neighbourhood", test_neighbourhood);

  return g_test_run ();
}
