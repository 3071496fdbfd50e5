/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paths: what feeds a send and where a source goes, also where cables go round. */

#include "config.h"

#include "rule-help.h"
#include "signal/genlock-signal-path.h"

/* Expects the hops from @port on to be @names, one name a hop with "…" behind its last. */
static void
assert_path (SignalShow *show,
             const char *port,
             gboolean downstream,
             const char *expected)
{
  g_autoptr (GArray) hops = genlock_signal_path_trace (signal_show_port (show, port), downstream);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < hops->len; i++)
    {
      const GenlockSignalHop *hop = &g_array_index (hops, GenlockSignalHop, i);
      g_autofree char *name = genlock_signal_port_dup_name (hop->port);

      g_string_append_printf (text, "%s%u %s%s%s%s", i > 0 ? ", " : "", hop->depth, name,
                              hop->is_loop ? " loop" : "", hop->is_again ? " again" : "",
                              hop->is_end ? " end" : "");
    }

  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_crosspoint (void)
{
  g_autoptr (SignalShow) show = signal_show_new ();

  signal_show_source (show, "SRC", "Laptop", "", "SDI");
  signal_show_device (show, "RTR", "ROUTER", "SDI|SDI", "SDI|SDI");
  signal_show_send (show, "DST", "MONITOR", "", "SDI");
  signal_show_connect (show, "C1", "SRC", "RTR:IN 1");
  signal_show_connect (show, "C2", "RTR:OUT 2", "DST");
  assert_path (show, "DST:", FALSE, "0 DST · SDI, 1 RTR · OUT 2 end");

  signal_show_connect (show, "C3", "RTR:IN 1", "RTR:OUT 2");
  assert_path (show, "DST:", FALSE,
               "0 DST · SDI, 1 RTR · OUT 2, 2 RTR · IN 1, 3 SRC · SDI 1 end");
  assert_path (show, "SRC:1", TRUE,
               "0 SRC · SDI 1, 1 RTR · IN 1, 2 RTR · OUT 2, 3 DST · SDI end");
}

/* Converters and distribution need no crosspoint. */
static void
test_converters (void)
{
  g_autoptr (SignalShow) show = signal_show_new ();

  signal_show_source (show, "SRC", "Laptop", "", "HDMI");
  signal_show_device (show, "DA", "CONVERTER", "HDMI", "HDMI|HDMI");
  signal_show_device (show, "CNV", "CONVERTER", "3G-SDI|HDMI", "3G-SDI|HDMI");
  signal_show_device (show, "ROW", "CONVERTER", "SDI|SDI", "HDMI|HDMI");
  signal_show_send (show, "DST", "MONITOR", "", "HDMI");
  signal_show_connect (show, "C1", "SRC", "DA:IN 1");
  signal_show_connect (show, "C2", "DA:OUT 2", "CNV:IN 2");
  signal_show_connect (show, "C3", "CNV:OUT 1", "ROW:IN 2");
  signal_show_connect (show, "C4", "ROW:OUT 2", "DST");

  assert_path (show, "DST:", FALSE,
               "0 DST · HDMI, 1 ROW · OUT 2, 2 ROW · IN 2, 3 CNV · OUT 1, 4 CNV · IN 2, "
               "5 DA · OUT 2, 6 DA · IN 1, 7 SRC · HDMI 1 end");
  assert_path (show, "DA:IN 1", TRUE,
               "0 DA · IN 1, 1 DA · OUT 1 end, 1 DA · OUT 2, 2 CNV · IN 2, 3 CNV · OUT 1, "
               "4 ROW · IN 2, 5 ROW · OUT 2, 6 DST · HDMI end");
}

/* Of several inputs the one that is fed, as long as it is one. */
static void
test_fed_input (void)
{
  g_autoptr (SignalShow) show = signal_show_new ();

  signal_show_source (show, "SRC", "Laptop", "", "HDMI|SDI");
  signal_show_device (show, "UDC", "CONVERTER", "SDI|HDMI|BNC REF", "SDI|SDI|HDMI");
  signal_show_connect (show, "C1", "SRC", "UDC:IN 2");
  assert_path (show, "UDC:OUT 3", FALSE, "0 UDC · OUT 3, 1 UDC · IN 2, 2 SRC · HDMI 1 end");

  signal_show_connect (show, "C2", "SRC:2", "UDC:IN 1");
  assert_path (show, "UDC:OUT 3", FALSE, "0 UDC · OUT 3 end");
}

/* Monitors and recorders give on what they get, and so do converters beside what they make. */
static void
test_loop_through (void)
{
  g_autoptr (SignalShow) show = signal_show_new ();

  signal_show_source (show, "SRC", "Laptop", "", "SDI|HDMI");
  signal_show_device (show, "MON", "MONITOR", "SDI|HDMI", "SDI");
  signal_show_device (show, "CNV", "CONVERTER", "SDI|HDMI", "SDI|HDMI|HDMI");
  signal_show_name_port (show, "MON:OUT 1", "SDI LOOP");
  signal_show_name_port (show, "CNV:OUT 1", "SDI LOOP");
  signal_show_connect (show, "C1", "SRC:1", "MON:IN 1");
  signal_show_connect (show, "C2", "MON:OUT 1", "CNV:IN 1");
  signal_show_connect (show, "C3", "SRC:2", "CNV:IN 2");
  assert_path (show, "CNV:OUT 1", FALSE,
               "0 CNV · SDI LOOP, 1 CNV · IN 1, 2 MON · SDI LOOP, 3 MON · IN 1, 4 SRC · SDI 1 end");
  assert_path (show, "MON:IN 1", TRUE,
               "0 MON · IN 1, 1 MON · SDI LOOP, 2 CNV · IN 1, 3 CNV · SDI LOOP end");
}

static void
test_loops (void)
{
  g_autoptr (SignalShow) show = signal_show_new ();

  signal_show_device (show, "A", "ROUTER", "SDI|SDI", "SDI|SDI");
  signal_show_device (show, "B", "ROUTER", "SDI", "SDI");
  signal_show_connect (show, "C1", "A:OUT 1", "B:IN 1");
  signal_show_connect (show, "C2", "B:OUT 1", "A:IN 1");
  signal_show_connect (show, "C3", "A:IN 1", "A:OUT 1");
  signal_show_connect (show, "C4", "B:IN 1", "B:OUT 1");
  assert_path (show, "A:IN 1", TRUE,
               "0 A · IN 1, 1 A · OUT 1, 2 B · IN 1, 3 B · OUT 1, 4 A · IN 1 loop");
  assert_path (show, "A:IN 1", FALSE,
               "0 A · IN 1, 1 B · OUT 1, 2 B · IN 1, 3 A · OUT 1, 4 A · IN 1 loop");

  /* A device into itself. */
  signal_show_connect (show, "C5", "A:OUT 2", "A:IN 2");
  signal_show_connect (show, "C6", "A:IN 2", "A:OUT 2");
  assert_path (show, "A:OUT 2", TRUE, "0 A · OUT 2, 1 A · IN 2, 2 A · OUT 2 loop");
}

/* Two ways to one place: it is walked on from once. */
static void
test_diamond (void)
{
  g_autoptr (SignalShow) show = signal_show_new ();

  signal_show_source (show, "SRC", "Laptop", "", "SDI");
  signal_show_device (show, "A", "ROUTER", "SDI|SDI", "SDI");
  signal_show_connect (show, "C1", "SRC", "A:IN 1");
  signal_show_connect (show, "C2", "SRC", "A:IN 2");
  signal_show_connect (show, "C3", "A:IN 1", "A:OUT 1");
  signal_show_connect (show, "C4", "A:IN 2", "A:OUT 1");
  {
    g_autoptr (GArray) hops = genlock_signal_path_trace (signal_show_port (show, "SRC:1"), TRUE);
    guint n_again = 0;

    for (guint i = 0; i < hops->len; i++)
      {
        n_again += g_array_index (hops, GenlockSignalHop, i).is_again;
        g_assert_false (g_array_index (hops, GenlockSignalHop, i).is_loop);
      }
    g_assert_cmpuint (hops->len, ==, 5);
    g_assert_cmpuint (n_again, ==, 1);
  }
}

#define N_LONG 3000

/* Neither a long path nor a long ring takes more stack than a short one. */
static void
test_long (void)
{
  g_autoptr (SignalShow) show = signal_show_new ();
  g_autoptr (GenlockSignalCheck) check = NULL;
  g_autoptr (GArray) hops = NULL;
  g_autoptr (GArray) ring = NULL;

  for (guint i = 0; i < N_LONG; i++)
    {
      g_autofree char *name = g_strdup_printf ("D%u", i);
      g_autofree char *before = g_strdup_printf ("D%u:OUT 1", i - 1);
      g_autofree char *input = g_strdup_printf ("D%u:IN 1", i);

      signal_show_device (show, name, "CONVERTER", "3G-SDI", "3G-SDI");
      if (i > 0)
        signal_show_connect (show, name + 1, before, input);
    }

  hops = genlock_signal_path_trace (signal_show_port (show, "D0:IN 1"), TRUE);
  g_assert_cmpuint (hops->len, ==, 2 * N_LONG);
  check = rule_check (show);
  g_assert_null (rule_find (check, GENLOCK_RULE_LOOP));

  signal_show_connect (show, "back", "D2999:OUT 1", "D0:IN 1");
  genlock_signal_check_update (check);
  g_assert_nonnull (rule_find (check, GENLOCK_RULE_LOOP));
  ring = genlock_signal_path_trace (signal_show_port (show, "D0:IN 1"), TRUE);
  g_assert_cmpuint (ring->len, ==, 2 * N_LONG + 1);
  g_assert_true (g_array_index (ring, GenlockSignalHop, 2 * N_LONG).is_loop);
}

static void
test_node (void)
{
  g_autoptr (SignalShow) show = signal_show_new ();
  g_autoptr (GArray) hops = NULL;
  g_autoptr (GArray) none = NULL;

  signal_show_source (show, "SRC", "Laptop", "", "SDI");
  signal_show_send (show, "DST", "MONITOR", "", "SDI");
  none = genlock_signal_path_trace_node (signal_show_port (show, "DST:")->node, FALSE);
  g_assert_cmpuint (none->len, ==, 0);

  signal_show_connect (show, "C1", "SRC", "DST");
  hops = genlock_signal_path_trace_node (signal_show_port (show, "DST:")->node, FALSE);
  g_assert_cmpuint (hops->len, ==, 2);
  g_assert_nonnull (g_array_index (hops, GenlockSignalHop, 1).link);
  g_assert_true (g_array_index (hops, GenlockSignalHop, 1).port
                 == signal_show_port (show, "SRC:1"));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/signal-path/crosspoint", test_crosspoint);
  g_test_add_func ("/signal-path/converters", test_converters);
  g_test_add_func ("/signal-path/fed-input", test_fed_input);
  g_test_add_func ("/signal-path/loop-through", test_loop_through);
  g_test_add_func ("/signal-path/loops", test_loops);
  g_test_add_func ("/signal-path/diamond", test_diamond);
  g_test_add_func ("/signal-path/long", test_long);
  g_test_add_func ("/signal-path/node", test_node);

  return g_test_run ();
}
