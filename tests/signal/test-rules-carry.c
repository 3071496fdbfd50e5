/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is carried along a path and what changes it, sets of cables, rings; and what would help. */

#include "config.h"

#include "core/schema/genlock-connections.h"
#include "core/schema/genlock-equipment-specs.h"
#include "core/schema/genlock-sends.h"
#include "core/schema/genlock-sources.h"
#include "rule-help.h"

#define ERROR GENLOCK_SEVERITY_ERROR
#define WARNING GENLOCK_SEVERITY_WARNING
#define NOT_CHECKED GENLOCK_SEVERITY_NOT_CHECKED

static guint
count (SignalShow *show,
       GenlockRuleId rule,
       GenlockSeverity severity)
{
  g_autoptr (GenlockSignalCheck) check = rule_check (show);
  g_autoptr (GPtrArray) problems = genlock_signal_check_list (check);
  guint n = 0;

  for (guint i = 0; i < problems->len; i++)
    {
      const GenlockSignalProblem *problem = problems->pdata[i];

      n += problem->rule == rule && problem->severity == severity;
    }

  return n;
}

/* (transfer full): what would help against the first problem of @rule. */
static char *
list_fixes (SignalShow *show,
            GenlockLibrary *library,
            GenlockRuleId rule)
{
  g_autoptr (GenlockSignalCheck) check = genlock_signal_check_new (show->graph, library);
  g_autoptr (GPtrArray) fixes = NULL;
  GString *text = g_string_new (NULL);

  genlock_signal_check_update (check);
  g_assert_nonnull (rule_find (check, rule));
  fixes = genlock_signal_check_list_fixes (check, rule_find (check, rule));
  for (guint i = 0; i < fixes->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "; " : "",
                            ((GenlockSignalFix *) fixes->pdata[i])->sentence);

  return g_string_free (text, FALSE);
}

/* A source through a device into a send. */
static SignalShow *
make_path (const char *format,
           const char *category,
           const char *output,
           const char *expected)
{
  SignalShow *show = signal_show_new ();

  signal_show_source (show, "SRC", "Graphics", format, "3G-SDI");
  signal_show_device (show, "DEV", category, "3G-SDI", output);
  signal_show_send (show, "DST", "MONITOR", expected, "3G-SDI");
  signal_show_connect (show, "C1", "SRC", "DEV:IN 1");
  signal_show_connect (show, "C2", "DEV:IN 1", "DEV:OUT 1");
  signal_show_connect (show, "C3", "DEV:OUT 1", "DST");

  return show;
}

static void
assert_format (SignalShow *show,
               const char *port,
               const char *expected)
{
  g_autoptr (GenlockSignalCheck) check = rule_check (show);
  GenlockFormat format;
  char text[GENLOCK_FORMAT_TEXT_SIZE];

  genlock_signal_check_get_format (check, signal_show_port (show, port), &format);
  g_assert_cmpstr (genlock_format_print (&format, text), ==, expected);
}

/* What a device says of its output replaces what it says, and leaves the rest as it came. */
static void
test_partial_format (void)
{
  g_autoptr (SignalShow) part = make_path ("1080p50", "CONVERTER", "3G-SDI=720p", "");
  g_autoptr (SignalShow) whole = make_path ("1080p50", "CONVERTER", "3G-SDI=720p59.94", "");
  g_autoptr (SignalShow) mixed = make_path ("1080p50", "SWITCHER", "3G-SDI=720p", "");
  g_autoptr (SignalShow) kept = make_path ("1080p50", "ROUTER", "3G-SDI", "");

  assert_format (part, "DST:", "720p50");
  assert_format (whole, "DST:", "720p59.94");
  assert_format (mixed, "DST:", "720p");
  assert_format (kept, "DST:", "1080p50");
  signal_show_set_details (kept, "DEV", "{\"scaler\":true}");
  assert_format (kept, "DST:", "");
}

/* A switcher's own rate is nobody else's: no source can be set to another, and what a synchronizer
 * did to its inputs says nothing of its outputs. */
static void
test_own_rate (void)
{
  g_autoptr (SignalShow) show = make_path ("1080p60", "SWITCHER", "3G-SDI=1080p60", "1080p59.94");
  g_autofree char *none = NULL;
  g_autofree char *fixes = NULL;

  none = list_fixes (show, NULL, GENLOCK_RULE_RATE);
  g_assert_cmpstr (none, ==, "");

  signal_show_device (show, "FS", "CONVERTER", "3G-SDI", "3G-SDI");
  signal_show_set_details (show, "FS", "{\"frameSync\":true}");
  signal_show_connect (show, "C1", "SRC", "FS:IN 1");
  signal_show_connect (show, "C4", "FS:OUT 1", "DEV:IN 1");
  g_assert_cmpuint (count (show, GENLOCK_RULE_RATE, WARNING), ==, 1);

  /* A router passes what the synchronizer made. */
  signal_show_device (show, "DEV", "ROUTER", "3G-SDI", "3G-SDI");
  rule_expect_none (show, GENLOCK_RULE_RATE);
  signal_show_connect (show, "C1", "SRC", "DEV:IN 1");
  signal_show_drop (show, &genlock_connections, "C4");
  fixes = list_fixes (show, NULL, GENLOCK_RULE_RATE);
  g_assert_cmpstr (fixes, ==, "Set SRC to 59.94 Hz: both ends take it");
}

/* A synchronizer that says its rate has that one. */
static void
test_synchronizer_rate (void)
{
  g_autoptr (SignalShow) show = make_path ("1080p60", "CONVERTER", "3G-SDI=1080p59.94", "1080p60");

  signal_show_set_details (show, "DEV", "{\"frameSync\":true}");
  rule_expect (show, GENLOCK_RULE_RATE, WARNING,
               "DEV · OUT 1 → DST · 3G-SDI: 59.94 Hz arrives where 60 Hz is expected: without a "
               "frame synchronizer pictures are dropped or repeated");
  signal_show_send (show, "DST", "MONITOR", "1080p59.94", "3G-SDI");
  rule_expect_none (show, GENLOCK_RULE_RATE);
}

/* Of the rates that a device lists the nearest counts, and only those help that both ends take. */
static void
test_listed_rates (void)
{
  g_autoptr (SignalShow) show = signal_show_new ();
  g_autofree char *fixes = NULL;
  g_autofree char *fewer = NULL;
  g_autofree char *none = NULL;

  signal_show_source (show, "SRC", "Graphics", "1080p59.94", "3G-SDI");
  signal_show_device (show, "SW", "SWITCHER", "3G-SDI", "");
  signal_show_connect (show, "C", "SRC", "SW:IN 1");
  signal_show_set_text (show, "SW spec", GENLOCK_EQUIPMENT_SPEC_DEVICE_FORMATS,
                        "[\"1080p50\",\"1080p60\",\"720p60\"]");
  rule_expect (show, GENLOCK_RULE_RATE, WARNING,
               "SRC · 3G-SDI 1 → SW · IN 1: 59.94 Hz arrives where 60 Hz is expected: without a "
               "frame synchronizer pictures are dropped or repeated");
  fixes = list_fixes (show, NULL, GENLOCK_RULE_RATE);
  g_assert_cmpstr (fixes, ==, "Set SRC to 50 Hz: both ends take it; "
                   "Set SRC to 60 Hz: both ends take it");

  /* The source's own equipment lists what it can. */
  signal_show_device (show, "PLAYER", "MEDIA_SERVER", "", "3G-SDI");
  signal_show_set_text (show, "PLAYER spec", GENLOCK_EQUIPMENT_SPEC_DEVICE_FORMATS,
                        "[\"1080p59.94\",\"1080p60\"]");
  {
    g_autofree char *spec = signal_id ("PLAYER spec");

    signal_show_set_text (show, "SRC", GENLOCK_SOURCE_EQUIPMENT_ID, spec);
  }
  fewer = list_fixes (show, NULL, GENLOCK_RULE_RATE);
  g_assert_cmpstr (fewer, ==, "Set SRC to 60 Hz: both ends take it");
  signal_show_set_text (show, "PLAYER spec", GENLOCK_EQUIPMENT_SPEC_DEVICE_FORMATS,
                        "[\"1080p59.94\"]");
  none = list_fixes (show, NULL, GENLOCK_RULE_RATE);
  g_assert_cmpstr (none, ==, "");
}

/* A rate that the cable between both does not carry helps nobody. */
static void
test_rate_too_fast (void)
{
  g_autoptr (SignalShow) show = signal_show_new ();
  g_autofree char *fixes = NULL;

  signal_show_source (show, "SRC", "Graphics", "1080p25", "HD-SDI");
  signal_show_send (show, "DST", "MONITOR", "1080p59.94", "3G-SDI");
  signal_show_connect (show, "C", "SRC", "DST");
  fixes = list_fixes (show, NULL, GENLOCK_RULE_RATE);
  g_assert_cmpstr (fixes, ==, "");
}

/* Levels are compared with levels, divisions with divisions. */
static void
test_layouts (void)
{
  static const struct
  {
    const char *sent;
    const char *expected;
    const char *sentence; /* nullable */
  } rows[] = {
    { "3G Level A", "Level B", "Level A arrives where Level B is expected" },
    { "3G Level B", "Level B", NULL },
    { "quad 2SI", "SQD", "2SI arrives where SQD is expected" },
    { "square division", "2SI", "SQD arrives where 2SI is expected" },
    { "2SI", "2SI", NULL },
    { "Level A", "2SI", NULL },
    { "Level A 2SI", "Level A SQD", "2SI arrives where SQD is expected" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (SignalShow) show = make_path ("1080p59.94", "ROUTER", "3G-SDI", "");
      g_autofree char *sentence = g_strconcat ("DEV · OUT 1 → DST · 3G-SDI: ", rows[i].sentence,
                                               NULL);

      signal_show_set_text (show, "SRC", GENLOCK_SOURCE_STANDARD, rows[i].sent);
      signal_show_set_text (show, "DST", GENLOCK_SEND_STANDARD, rows[i].expected);
      if (rows[i].sentence == NULL)
        rule_expect_none (show, GENLOCK_RULE_LEVEL);
      else
        rule_expect (show, GENLOCK_RULE_LEVEL, WARNING, sentence);
    }
}

/* Copy protection does not go away because the converter is only written beside the source. */
static void
test_hdcp_behind_words (void)
{
  g_autoptr (SignalShow) show = signal_show_new ();

  signal_show_source (show, "SRC", "Playback", "1080p50", "HDMI 1.4");
  signal_show_device (show, "RTR", "ROUTER", "3G-SDI", "3G-SDI");
  signal_show_send (show, "DST", "MONITOR", "", "3G-SDI");
  signal_show_connect (show, "C1", "SRC", "RTR:IN 1");
  signal_show_connect (show, "C2", "RTR:IN 1", "RTR:OUT 1");
  signal_show_connect (show, "C3", "RTR:OUT 1", "DST");
  signal_show_set_text (show, "SRC", GENLOCK_SOURCE_SECONDARY_DEVICE, "HDMI > SDI");
  rule_expect (show, GENLOCK_RULE_HDCP, WARNING,
               "SRC · HDMI 1.4 1 may be copy-protected (HDCP): SDI at RTR · IN 1 then stays black");
  signal_show_set_text (show, "SRC", GENLOCK_SOURCE_TYPE, "Camera");
  rule_expect_none (show, GENLOCK_RULE_HDCP);
}

static void
make_quad (SignalShow *show,
           const char *source,
           const char *prefix,
           guint first_input)
{
  signal_show_source (show, source, "Graphics", "2160p59.94", "3G-SDI|3G-SDI|3G-SDI|3G-SDI");
  for (guint i = 1; i <= 4; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s%u", prefix, i);
      g_autofree char *from = g_strdup_printf ("%s:%u", source, i);
      g_autofree char *to = g_strdup_printf ("SW:IN %u", first_input + i - 1);

      signal_show_connect (show, name, from, to);
      signal_show_set_text (show, name, GENLOCK_CONNECTION_LINK_GROUP, "quad");
    }
}

/* Two sources whose sets are called alike are two sets all the same. */
static void
test_sets_called_alike (void)
{
  g_autoptr (SignalShow) show = signal_show_new ();

  signal_show_device (show, "SW", "SWITCHER",
                      "3G-SDI|3G-SDI|3G-SDI|3G-SDI|3G-SDI|3G-SDI|3G-SDI|3G-SDI", "");
  make_quad (show, "SRC 1", "A", 1);
  make_quad (show, "SRC 2", "B", 5);
  rule_expect_none (show, GENLOCK_RULE_LINK_SET);
  signal_show_drop (show, &genlock_connections, "B4");
  g_assert_cmpuint (count (show, GENLOCK_RULE_LINK_SET, ERROR), ==, 1);
}

/* Four boxes of one channel each, one behind each output: three sets, and all are whole. */
static void
test_sets_through_boxes (void)
{
  g_autoptr (SignalShow) show = signal_show_new ();

  signal_show_device (show, "SW", "SWITCHER", "3G-SDI|3G-SDI|3G-SDI|3G-SDI", "");
  signal_show_source (show, "SRC", "Graphics", "2160p59.94", "3G-SDI|3G-SDI|3G-SDI|3G-SDI");
  for (guint i = 1; i <= 4; i++)
    {
      g_autofree char *near = g_strdup_printf ("T%u", i);
      g_autofree char *far = g_strdup_printf ("R%u", i);
      g_autofree char *out = g_strdup_printf ("SRC:%u", i);
      g_autofree char *near_in = g_strconcat (near, ":IN 1", NULL);
      g_autofree char *near_out = g_strconcat (near, ":OUT 1", NULL);
      g_autofree char *far_in = g_strconcat (far, ":IN 1", NULL);
      g_autofree char *far_out = g_strconcat (far, ":OUT 1", NULL);
      g_autofree char *in = g_strdup_printf ("SW:IN %u", i);
      const char * const ends[][2] = { { out, near_in }, { near_out, far_in }, { far_out, in } };

      signal_show_device (show, near, "CONVERTER", "3G-SDI", "3G-SDI");
      signal_show_device (show, far, "CONVERTER", "3G-SDI", "3G-SDI");
      for (guint j = 0; j < G_N_ELEMENTS (ends); j++)
        {
          g_autofree char *name = g_strdup_printf ("C%u.%u", i, j);

          signal_show_connect (show, name, ends[j][0], ends[j][1]);
          signal_show_set_text (show, name, GENLOCK_CONNECTION_LINK_GROUP, "quad");
        }
    }
  rule_expect_none (show, GENLOCK_RULE_LINK_SET);
  signal_show_drop (show, &genlock_connections, "C3.1");
  g_assert_cmpuint (count (show, GENLOCK_RULE_LINK_SET, ERROR), ==, 1);
}

/* The slowest of a set counts, and of what nobody knows it is said. */
static void
test_odd_sets (void)
{
  g_autoptr (SignalShow) show = signal_show_new ();

  signal_show_source (show, "SRC", "Graphics", "2160p59.94", "12G-SDI|3G-SDI");
  signal_show_device (show, "SW", "SWITCHER", "12G-SDI|12G-SDI", "");
  signal_show_connect (show, "C1", "SRC:1", "SW:IN 1");
  signal_show_connect (show, "C2", "SRC:2", "SW:IN 2");
  signal_show_set_text (show, "C1", GENLOCK_CONNECTION_LINK_GROUP, "dual");
  signal_show_set_text (show, "C2", GENLOCK_CONNECTION_LINK_GROUP, "dual");
  g_assert_cmpuint (count (show, GENLOCK_RULE_LINK_SET, ERROR), ==, 1);
  signal_show_source (show, "SRC", "Graphics", "", "12G-SDI|3G-SDI");
  g_assert_cmpuint (count (show, GENLOCK_RULE_LINK_SET, ERROR), ==, 0);
  g_assert_cmpuint (count (show, GENLOCK_RULE_BANDWIDTH, NOT_CHECKED), ==, 1);
}

/* Of two rings and the cable from one to the other the cable is in neither. */
static void
test_rings (void)
{
  static const char * const cables[][2] = {
    { "A:IN 1", "A:OUT 1" }, { "A:OUT 1", "A2:IN 1" }, { "A2:IN 1", "A2:OUT 1" },
    { "A2:OUT 1", "A:IN 1" }, { "A2:IN 1", "A2:OUT 2" }, { "A2:OUT 2", "B:IN 2" },
    { "B:IN 2", "B:OUT 1" }, { "B:OUT 1", "B2:IN 1" }, { "B2:IN 1", "B2:OUT 1" },
    { "B2:OUT 1", "B:IN 1" }, { "B:IN 1", "B:OUT 1" },
  };
  static const char * const devices[] = { "A", "A2", "B", "B2" };
  g_autoptr (SignalShow) show = signal_show_new ();
  g_autoptr (GenlockSignalCheck) check = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (devices); i++)
    signal_show_device (show, devices[i], "SWITCHER", "SDI|SDI", "SDI|SDI");
  for (guint i = 0; i < G_N_ELEMENTS (cables); i++)
    {
      g_autofree char *name = g_strdup_printf ("C%u", i);

      signal_show_connect (show, name, cables[i][0], cables[i][1]);
    }

  check = rule_check (show);
  problems = genlock_signal_check_list (check);
  for (guint i = 0; i < problems->len; i++)
    {
      const GenlockSignalProblem *problem = problems->pdata[i];

      if (problem->rule != GENLOCK_RULE_LOOP)
        continue;
      n++;
      g_assert_false (g_str_has_prefix (problem->sentence, "A2 · OUT 2 → B · IN 2"));
    }
  g_assert_cmpuint (n, ==, 4);
}

/* One output into one box of distribution, which feeds many; or through a monitor that loops. */
static void
test_distribution (void)
{
  g_autoptr (SignalShow) show = signal_show_new ();

  signal_show_source (show, "SRC", "Graphics", "1080p50", "3G-SDI");
  signal_show_device (show, "DA", "CONVERTER", "3G-SDI", "3G-SDI|3G-SDI");
  signal_show_send (show, "DST 1", "MONITOR", "", "3G-SDI");
  signal_show_send (show, "DST 2", "MONITOR", "", "3G-SDI");
  signal_show_connect (show, "C1", "SRC", "DA:IN 1");
  signal_show_connect (show, "C2", "DA:OUT 1", "DST 1");
  signal_show_connect (show, "C3", "DA:OUT 2", "DST 2");
  rule_expect_none (show, GENLOCK_RULE_FAN_OUT);
  assert_format (show, "DST 2:", "1080p50");
  signal_show_connect (show, "C3", "DA:OUT 1", "DST 2");
  g_assert_cmpuint (count (show, GENLOCK_RULE_FAN_OUT, ERROR), ==, 1);
}

/* A converter that is put in between leaves no new problem behind it: what the far end does not
 * carry is scaled. */
static void
test_fix_far_end (void)
{
  g_autofree char *folder = genlock_library_find_folder ();
  g_autoptr (GenlockLibrary) library = genlock_library_new (folder, NULL);
  g_autoptr (SignalShow) show = signal_show_new ();
  g_autofree char *small = NULL;
  g_autofree char *fixes = NULL;
  g_autofree char *scaled = NULL;

  signal_show_source (show, "SRC", "Graphics", "2160p59.94", "HDMI 2.0");
  signal_show_send (show, "DST", "MONITOR", "", "12G-SDI");
  signal_show_connect (show, "C", "SRC", "DST");
  small = list_fixes (show, library, GENLOCK_RULE_CONNECTOR);
  g_test_message ("%s", small);
  g_assert_nonnull (g_strstr_len (small, -1, "Micro Converter BiDirectional SDI/HDMI 12G"));

  signal_show_send (show, "DST", "MONITOR", "", "3G-SDI");
  fixes = list_fixes (show, library, GENLOCK_RULE_CONNECTOR);
  g_test_message ("%s", fixes);
  g_assert_nonnull (g_strstr_len (fixes, -1, "Put Decimator Design 12G-CROSS in between"));
  g_assert_null (g_strstr_len (fixes, -1, "Micro Converter BiDirectional"));

  signal_show_source (show, "SRC", "Graphics", "2160p59.94", "12G-SDI");
  scaled = list_fixes (show, library, GENLOCK_RULE_BANDWIDTH);
  g_test_message ("%s", scaled);
  g_assert_nonnull (g_strstr_len (scaled, -1, "Put Decimator Design 12G-CROSS in between"));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rules-carry/partial-format", test_partial_format);
  g_test_add_func ("/rules-carry/own-rate", test_own_rate);
  g_test_add_func ("/rules-carry/synchronizer-rate", test_synchronizer_rate);
  g_test_add_func ("/rules-carry/listed-rates", test_listed_rates);
  g_test_add_func ("/rules-carry/rate-too-fast", test_rate_too_fast);
  g_test_add_func ("/rules-carry/layouts", test_layouts);
  g_test_add_func ("/rules-carry/hdcp-behind-words", test_hdcp_behind_words);
  g_test_add_func ("/rules-carry/sets-called-alike", test_sets_called_alike);
  g_test_add_func ("/rules-carry/sets-through-boxes", test_sets_through_boxes);
  g_test_add_func ("/rules-carry/odd-sets", test_odd_sets);
  g_test_add_func ("/rules-carry/rings", test_rings);
  g_test_add_func ("/rules-carry/distribution", test_distribution);
  g_test_add_func ("/rules-carry/fix-far-end", test_fix_far_end);

  return g_test_run ();
}
