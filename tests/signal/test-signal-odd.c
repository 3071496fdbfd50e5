/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What other programs may write: every oddity is a problem, none is a crash or a wait. */

#include "config.h"

#include <math.h>
#include <string.h>

#include "core/schema/genlock-connections.h"
#include "core/schema/genlock-devices.h"
#include "core/schema/genlock-graph-nodes.h"
#include "core/schema/genlock-sends.h"
#include "core/schema/genlock-sources.h"
#include "rule-help.h"
#include "signal/genlock-signal-path.h"
#include "signal/genlock-signal-place.h"

#define MANY 5000

static guint
count (GenlockSignalCheck *check,
       GenlockRuleId rule)
{
  g_autoptr (GPtrArray) problems = genlock_signal_check_list (check);
  guint n = 0;

  for (guint i = 0; i < problems->len; i++)
    n += ((GenlockSignalProblem *) problems->pdata[i])->rule == rule;

  return n;
}

/* No sentence and no name is longer than a person reads, nor steers a terminal. */
static void
assert_shown (GenlockSignalCheck *check)
{
  g_autoptr (GPtrArray) problems = genlock_signal_check_list (check);

  for (guint i = 0; i < problems->len; i++)
    {
      const char *sentence = ((GenlockSignalProblem *) problems->pdata[i])->sentence;

      g_assert_true (g_utf8_validate (sentence, -1, NULL));
      g_assert_cmpint (g_utf8_strlen (sentence, -1), <, 2500);
      for (const char *c = sentence; *c != '\0'; c = g_utf8_next_char (c))
        g_assert_false (g_unichar_iscntrl (g_utf8_get_char (c)) || g_utf8_get_char (c) == 0x202e);
    }
}

static void
test_texts (void)
{
  g_autofree char *longest = g_strnfill (10000, 'x');
  const char * const odd[] = { longest, "a\tb", "\x1b[2J", "\xe2\x80\xae" "evil", "\xff\xfe" };

  for (guint i = 0; i < G_N_ELEMENTS (odd); i++)
    {
      g_autoptr (SignalShow) show = signal_show_new ();
      g_autoptr (GenlockSignalCheck) check = NULL;
      g_autofree char *name = NULL;

      signal_show_source (show, "SRC", "Graphics", "2160p50", "12G-SDI");
      signal_show_device (show, "DEV", "ROUTER", "3G-SDI", "");
      signal_show_send (show, "DST", "MONITOR", "", "");
      signal_show_connect (show, "C", "SRC", "DEV:IN 1");
      rule_expect_none (show, GENLOCK_RULE_ODD_TEXT);
      signal_show_set_text (show, "SRC", GENLOCK_SOURCE_NAME, odd[i]);
      signal_show_set_text (show, "DEV", GENLOCK_DEVICE_LABEL, odd[i]);
      signal_show_set_text (show, "DST", GENLOCK_SEND_LABEL, odd[i]);
      signal_show_set_text (show, "C", GENLOCK_CONNECTION_CABLE_LABEL, odd[i]);
      signal_show_name_port (show, "DEV:IN 1", odd[i]);

      check = rule_check (show);
      g_assert_cmpuint (count (check, GENLOCK_RULE_ODD_TEXT), ==, 4);
      g_assert_nonnull (rule_find (check, GENLOCK_RULE_BANDWIDTH));
      assert_shown (check);
      name = genlock_signal_port_dup_name (signal_show_port (show, "DEV:IN 1"));
      g_assert_cmpint (g_utf8_strlen (name, -1), <, 500);
    }
}

/* Letters of every script are as they are. */
static void
test_good_texts (void)
{
  static const char * const good[] = { "Bühne links", "カメラ 1", "Ω ½ ×", "" };
  g_autofree char *longest = g_strnfill (GENLOCK_SIGNAL_SHOWN_LENGTH, 'x');
  g_autofree char *same = genlock_signal_dup_shown (longest);

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autofree char *shown = genlock_signal_dup_shown (good[i]);

      g_assert_cmpstr (shown, ==, good[i]);
      g_assert_true (genlock_signal_is_shown_whole (good[i]));
    }
  g_assert_cmpstr (same, ==, longest);
  g_assert_true (genlock_signal_is_shown_whole (longest));
}

static void
put_place (GenlockSignalCheck *check,
           const GenlockSignalNode *node,
           double x,
           gboolean is_told)
{
  g_autofree char *production = signal_id ("the show");
  g_autoptr (GenlockRecord) place = genlock_signal_place_make (node, production,
                                                               isnan (x) ? 0.0 : x, 0.0);

  /* What is no number reaches a row as nothing. */
  if (isnan (x))
    genlock_record_set_null (place, GENLOCK_GRAPH_NODE_X);
  g_assert_cmpint (genlock_signal_check_set (check, place), ==, is_told);
  genlock_signal_check_update (check);
}

static void
test_places (void)
{
  g_autoptr (SignalShow) show = signal_show_new ();
  g_autoptr (GenlockSignalCheck) check = NULL;
  const GenlockSignalNode *node;
  const double odd[] = { 1e300, -1e300, 1000001.0, NAN };

  signal_show_source (show, "SRC", "Graphics", "", "SDI");
  node = signal_show_port (show, "SRC:1")->node;
  check = rule_check (show);
  put_place (check, node, 10.0, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (odd); i++)
    {
      put_place (check, node, odd[i], TRUE);
      g_assert_cmpstr (rule_find (check, GENLOCK_RULE_PLACE)->sentence, ==,
                       "SRC stands where no canvas reaches: move it to give it a place");
      g_assert_cmpint (rule_find (check, GENLOCK_RULE_PLACE)->severity, ==,
                       GENLOCK_SEVERITY_INFO);
      put_place (check, node, 10.0, TRUE);
      g_assert_null (rule_find (check, GENLOCK_RULE_PLACE));
    }

  /* Of a box that went nobody asks where it stood. */
  put_place (check, node, NAN, TRUE);
  signal_show_drop (show, &genlock_sources, "SRC");
  genlock_signal_check_update (check);
  g_assert_null (rule_find (check, GENLOCK_RULE_PLACE));
}

/* Both ends are gone: it is said once, and no id is shown. */
static void
test_ghosts (void)
{
  g_autoptr (SignalShow) show = signal_show_new ();

  signal_show_device (show, "A", "ROUTER", "SDI", "SDI");
  signal_show_device (show, "B", "ROUTER", "SDI", "SDI");
  signal_show_connect (show, "C", "A:OUT 1", "B:IN 1");
  signal_show_device (show, "A", "ROUTER", "SDI", "");
  rule_expect (show, GENLOCK_RULE_MISSING, GENLOCK_SEVERITY_ERROR,
               "A · a port that is not there → B · IN 1: one of the ports is not there any more: "
               "choose another");
  signal_show_drop (show, &genlock_devices, "A");
  signal_show_drop (show, &genlock_devices, "B");
  rule_expect (show, GENLOCK_RULE_MISSING, GENLOCK_SEVERITY_ERROR,
               "a device that is not there · a port that is not there → a device that is not there "
               "· a port that is not there: one end is not there any more: connect it anew or "
               "delete the cable");
}

/* Thousands of cables in one port: one problem for each end, that can be read and put aside. */
static void
test_many (void)
{
  g_autoptr (SignalShow) show = signal_show_new ();
  g_autoptr (GenlockSignalCheck) check = NULL;
  g_autoptr (GArray) hops = NULL;
  const GenlockSignalProblem *problem;

  signal_show_source (show, "SRC", "Graphics", "1080p50", "3G-SDI");
  signal_show_device (show, "SW", "ROUTER", "3G-SDI", "3G-SDI");
  check = rule_check (show);
  for (guint i = 0; i < MANY; i++)
    {
      g_autofree char *name = g_strdup_printf ("C%u", i);

      signal_show_connect (show, name, "SRC", "SW:IN 1");
    }
  genlock_signal_check_update (check);
  assert_shown (check);
  problem = rule_find (check, GENLOCK_RULE_FED_TWICE);
  g_assert_true (g_str_has_suffix (problem->sentence, " and 4992 more"));
  g_assert_cmpuint (strlen (problem->facts), <, 1000);
  g_assert_cmpuint (count (check, GENLOCK_RULE_FED_TWICE), ==, 1);
  g_assert_cmpuint (count (check, GENLOCK_RULE_FAN_OUT), ==, 1);
  hops = genlock_signal_path_trace (signal_show_port (show, "SW:IN 1"), FALSE);
  g_assert_cmpuint (hops->len, ==, MANY + 1);

  {
    g_autofree char *facts = g_strdup (problem->facts);

    signal_show_drop (show, &genlock_connections, "C17");
    genlock_signal_check_update (check);
    g_assert_cmpstr (rule_find (check, GENLOCK_RULE_FED_TWICE)->facts, !=, facts);
  }
}

/* (transfer full): @connector @n times. */
static char *
repeat (const char *connector,
        guint n)
{
  GString *text = g_string_new (connector);

  for (guint i = 1; i < n; i++)
    g_string_append_printf (text, "|%s", connector);

  return g_string_free (text, FALSE);
}

/* A box with thousands of channels, and one that loops as many through: what it takes to work out
 * which output shows which input must not grow with their cube. */
static void
test_wide_boxes (void)
{
  g_autoptr (SignalShow) show = signal_show_new ();
  g_autofree char *ports = repeat ("3G-SDI", 2000);
  g_autofree char *other = repeat ("HDMI", 2000);
  g_autoptr (GenlockSignalCheck) check = NULL;
  g_autoptr (GPtrArray) before = NULL;

  signal_show_source (show, "SRC", "Graphics", "1080p50", "3G-SDI");
  signal_show_device (show, "PAIRS", "CONVERTER", ports, other);
  signal_show_device (show, "FED", "CONVERTER", ports, "HDMI");
  signal_show_device (show, "MON", "MONITOR", ports, ports);
  signal_show_name_port (show, "MON:OUT 1", "LOOP 1");
  for (guint i = 2; i <= 2000; i += 499)
    {
      g_autofree char *port = g_strdup_printf ("MON:OUT %u", i);

      signal_show_name_port (show, port, "THRU");
    }
  signal_show_connect (show, "C", "SRC", "PAIRS:IN 1000");
  signal_show_connect (show, "D", "SRC", "FED:IN 1000");
  check = rule_check (show);
  before = genlock_signal_port_list_upstream (signal_show_port (show, "PAIRS:OUT 1000"));
  g_assert_cmpuint (before->len, ==, 1);
  g_assert_true (before->pdata[0] == signal_show_port (show, "PAIRS:IN 1000"));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/signal-odd/texts", test_texts);
  g_test_add_func ("/signal-odd/good-texts", test_good_texts);
  g_test_add_func ("/signal-odd/places", test_places);
  g_test_add_func ("/signal-odd/ghosts", test_ghosts);
  g_test_add_func ("/signal-odd/many", test_many);
  g_test_add_func ("/signal-odd/wide-boxes", test_wide_boxes);

  return g_test_run ();
}
