/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rules on what is plugged together: direction, connectors, bandwidth; each fails and passes. */

#include "config.h"

#include "core/schema/genlock-connections.h"
#include "core/schema/genlock-devices.h"
#include "core/schema/genlock-sources.h"
#include "rule-help.h"

#define ERROR GENLOCK_SEVERITY_ERROR
#define WARNING GENLOCK_SEVERITY_WARNING
#define INFO GENLOCK_SEVERITY_INFO
#define NOT_CHECKED GENLOCK_SEVERITY_NOT_CHECKED

/* A source into a send: what most rules are about. */
static SignalShow *
make_cable (const char *format,
            const char *from,
            const char *to)
{
  SignalShow *show = signal_show_new ();

  signal_show_source (show, "SRC", "Graphics", format, from);
  signal_show_send (show, "DST", "MONITOR", "", to);
  signal_show_connect (show, "C", "SRC", "DST");

  return show;
}

/* The whole table: which format goes through which link, and what it needs. */
static void
test_bandwidth_table (void)
{
  static const struct
  {
    const char *format;
    const char *connector;
    const char *need; /* nullable: it fits */
    const char *carries;
  } rows[] = {
    { "525i59.94", "SD-SDI", NULL, NULL },
    { "625i50", "SD-SDI", NULL, NULL },
    { "720p59.94", "SD-SDI", "1.48 Gb/s", "270 Mb/s" },
    { "720p59.94", "HD-SDI", NULL, NULL },
    { "720p50", "HD-SDI", NULL, NULL },
    { "1080i59.94", "HD-SDI", NULL, NULL },
    { "1080p29.97", "HD-SDI", NULL, NULL },
    { "1080psf23.98", "HD-SDI", NULL, NULL },
    { "1080p50", "HD-SDI", "2.97 Gb/s", "1.49 Gb/s" },
    { "1080p50", "3G-SDI", NULL, NULL },
    { "1080p59.94", "HD-SDI", "2.97 Gb/s", "1.49 Gb/s" },
    { "1080p59.94", "3G-SDI", NULL, NULL },
    { "2160p23.98", "3G-SDI", "5.93 Gb/s", "2.97 Gb/s" },
    { "2160p23.98", "6G-SDI", NULL, NULL },
    { "2160p25", "6G-SDI", NULL, NULL },
    { "2160p29.97", "6G-SDI", NULL, NULL },
    { "2160p50", "6G-SDI", "11.88 Gb/s", "5.94 Gb/s" },
    { "2160p50", "12G-SDI", NULL, NULL },
    { "2160p59.94", "3G-SDI", "11.87 Gb/s", "2.97 Gb/s" },
    { "2160p59.94", "6G-SDI", "11.87 Gb/s", "5.94 Gb/s" },
    { "2160p59.94", "12G-SDI", NULL, NULL },
    { "1920×1200 59.94 RBv1", "DVI-D SL", NULL, NULL },
    { "1920×1200 59.94 RBv1", "HDMI 1.4", NULL, NULL },
    { "3840×1080 59.94 RBv1", "DVI-D SL", "6.39 Gb/s", "3.96 Gb/s" },
    { "3840×1080 59.94 RBv1", "DVI-D DL", NULL, NULL },
    { "3840×1080 59.94 RBv1", "HDMI 1.4", NULL, NULL },
    { "3840×2160 59.94 RBv1", "HDMI 1.4", "12.78 Gb/s", "8.16 Gb/s" },
    { "3840×2160 59.94 RBv1", "HDMI 2.0", NULL, NULL },
    { "3840×2160 59.94 RBv1", "DP 1.1", "12.78 Gb/s", "8.64 Gb/s" },
    { "3840×2160 59.94 RBv1", "DP 1.2", NULL, NULL },
    { "2160p60", "HDMI 1.4", "14.26 Gb/s", "8.16 Gb/s" },
    { "2160p60", "HDMI 2.0", NULL, NULL },
    { "2160p60", "HDMI 2.1", NULL, NULL },
    { "4320p60", "HDMI 2.0", "57.02 Gb/s", "14.40 Gb/s" },
    { "4320p60", "DP 1.4", "57.02 Gb/s", "25.92 Gb/s" },
    { "7680×1152 60 RBv1", "DP 1.2", NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (SignalShow) show = make_cable (rows[i].format, rows[i].connector,
                                                rows[i].connector);
      g_autoptr (GenlockSignalCheck) check = rule_check (show);
      const GenlockSignalProblem *problem = rule_find (check, GENLOCK_RULE_BANDWIDTH);
      g_autofree char *numbers = NULL;

      g_test_message ("%s over %s: %s", rows[i].format, rows[i].connector,
                      problem != NULL ? problem->sentence : "fits");
      g_assert_null (rule_find (check, GENLOCK_RULE_SDI_RASTER));
      if (rows[i].need == NULL)
        {
          g_assert_null (problem);
          continue;
        }

      g_assert_nonnull (problem);
      g_assert_cmpint (problem->severity, ==, ERROR);
      numbers = g_strdup_printf ("needs %s, ", rows[i].need);
      g_assert_nonnull (g_strstr_len (problem->sentence, -1, numbers));
      g_assert_true (g_str_has_suffix (problem->sentence, rows[i].carries));
    }
}

static void
test_bandwidth_sentence (void)
{
  g_autoptr (SignalShow) show = make_cable ("2160p59.94", "12G-SDI", "3G-SDI");
  g_autoptr (SignalShow) unknown = make_cable ("", "12G-SDI", "3G-SDI");
  g_autoptr (SignalShow) version = make_cable ("1080p59.94", "HDMI", "HDMI");

  /* The narrower end counts, and the cable where it says what it is. */
  rule_expect (show, GENLOCK_RULE_BANDWIDTH, ERROR,
               "SRC · 12G-SDI 1 → DST · 3G-SDI: 2160p59.94 needs 11.87 Gb/s, 3G-SDI carries "
               "2.97 Gb/s");
  signal_show_send (show, "DST", "MONITOR", "", "12G-SDI");
  rule_expect_none (show, GENLOCK_RULE_BANDWIDTH);
  signal_show_set_text (show, "C", GENLOCK_CONNECTION_CABLE_TYPE, "6G-SDI");
  rule_expect (show, GENLOCK_RULE_BANDWIDTH, ERROR,
               "SRC · 12G-SDI 1 → DST · 12G-SDI: 2160p59.94 needs 11.87 Gb/s, 6G-SDI carries "
               "5.94 Gb/s");

  rule_expect (unknown, GENLOCK_RULE_BANDWIDTH, NOT_CHECKED,
               "SRC · 12G-SDI 1 → DST · 3G-SDI: the format is not known, so its bandwidth is "
               "not checked");
  rule_expect (version, GENLOCK_RULE_BANDWIDTH, NOT_CHECKED,
               "SRC · HDMI 1 → DST · HDMI: the version of the connectors is not known, so the "
               "bandwidth is not checked");
}

/* A lower rate goes into a faster input. */
static void
test_slower_into_faster (void)
{
  g_autoptr (SignalShow) show = make_cable ("1080i59.94", "HD-SDI", "12G-SDI");

  rule_expect_none (show, GENLOCK_RULE_BANDWIDTH);
}

static void
test_network (void)
{
  g_autoptr (SignalShow) show = make_cable ("2160p59.94", "SFP+", "SFP+");

  rule_expect_none (show, GENLOCK_RULE_BANDWIDTH);
  signal_show_set_text (show, "C", GENLOCK_CONNECTION_SIGNAL_TYPE, "ST 2110");
  rule_expect (show, GENLOCK_RULE_BANDWIDTH, ERROR,
               "SRC · SFP+ 1 → DST · SFP+: 2160p59.94 needs 10.44 Gb/s, NETWORK (SFP+) carries "
               "10.00 Gb/s");
  signal_show_source (show, "SRC", "Graphics", "1080p59.94", "SFP+");
  rule_expect_none (show, GENLOCK_RULE_BANDWIDTH);
}

static void
test_sdi_raster (void)
{
  g_autoptr (SignalShow) show = make_cable ("1920×1200 59.94 RBv1", "3G-SDI", "12G-SDI");
  g_autoptr (SignalShow) any = make_cable ("1920×1200 59.94 RBv1", "SDI", "SDI");

  rule_expect (show, GENLOCK_RULE_SDI_RASTER, ERROR,
               "SRC · 3G-SDI 1 → DST · 12G-SDI: SDI does not carry 1920×1200 59.94 RBv1 at any "
               "bandwidth: it needs a scaler");
  rule_expect (any, GENLOCK_RULE_SDI_RASTER, ERROR,
               "SRC · SDI 1 → DST · SDI: SDI does not carry 1920×1200 59.94 RBv1 at any "
               "bandwidth: it needs a scaler");
  signal_show_source (show, "SRC", "Graphics", "1080p59.94", "3G-SDI");
  rule_expect_none (show, GENLOCK_RULE_SDI_RASTER);
}

static void
test_wide_raster (void)
{
  g_autoptr (SignalShow) show = make_cable ("7680×1152 30 RBv1", "HDMI 2.0", "HDMI 2.0");

  rule_expect (show, GENLOCK_RULE_WIDE_RASTER, INFO,
               "SRC · HDMI 2.0 1 → DST · HDMI 2.0: the raster is 7680 pixels wide: some HDMI "
               "equipment refuses more than 4096");
  signal_show_source (show, "SRC", "Graphics", "2160p30", "HDMI 2.0");
  rule_expect_none (show, GENLOCK_RULE_WIDE_RASTER);
}

static void
test_connectors (void)
{
  static const struct
  {
    const char *from;
    const char *to;
    GenlockSeverity severity;
    const char *sentence; /* nullable: it fits; what follows the ends */
  } rows[] = {
    { "HDMI", "3G-SDI", ERROR, "HDMI does not go into 3G-SDI without a converter" },
    { "3G-SDI", "HDMI 2.0", ERROR, "3G-SDI does not go into HDMI 2.0 without a converter" },
    { "HDMI", "DP", ERROR, "HDMI does not go into DP without a converter" },
    { "HDMI", "HDBaseT", ERROR, "HDMI does not go into HDBaseT without a converter" },
    { "HDMI 2.0", "HDMI 1.4", ERROR, NULL },
    { "DP", "HDMI", WARNING, "DP goes into HDMI with an adapter" },
    { "USB-C", "DP", WARNING, "USB-C goes into DP with an adapter" },
    { "DVI", "HDMI", WARNING, "DVI goes into HDMI with an adapter" },
    { "LC (SM)", "ST (SM)", WARNING, "LC - FIBER (SM) goes into ST - FIBER (SM) with an adapter" },
    { "LC (SM)", "LC (SM)", ERROR, NULL },
    { "LC (SM)", "LC (MM)", ERROR,
      "LC - FIBER (SM) and LC - FIBER (MM) are single mode and multimode: no adapter joins them" },
    { "LC (SM)", "FIBER", NOT_CHECKED, "it is not known which connectors meet here" },
    { "NDI", "ETH", ERROR, NULL },
    { "what?", "HDMI", NOT_CHECKED, "it is not known which connectors meet here" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (SignalShow) show = make_cable ("", rows[i].from, rows[i].to);
      g_autofree char *sentence = g_strdup_printf ("SRC · %s 1 → DST · %s: %s", rows[i].from,
                                                   rows[i].to, rows[i].sentence);

      if (rows[i].sentence == NULL)
        rule_expect_none (show, GENLOCK_RULE_CONNECTOR);
      else
        rule_expect (show, GENLOCK_RULE_CONNECTOR, rows[i].severity, sentence);
    }
}

/* Planners write converters beside the source: they count. */
static void
test_secondary_devices (void)
{
  g_autoptr (SignalShow) show = make_cable ("", "USB-C", "3G-SDI");

  signal_show_set_text (show, "SRC", GENLOCK_SOURCE_SECONDARY_DEVICE, "USB-C > HDMI > SDI");
  rule_expect_none (show, GENLOCK_RULE_CONNECTOR);
  signal_show_set_text (show, "SRC", GENLOCK_SOURCE_SECONDARY_DEVICE, "USB-C > HDMI");
  rule_expect (show, GENLOCK_RULE_CONNECTOR, ERROR,
               "SRC · USB-C 1 → DST · 3G-SDI: HDMI does not go into 3G-SDI without a converter");

  /* One that is drawn as a device too changes nothing in front of it. */
  signal_show_send (show, "DST", "MONITOR", "", "USB-C");
  rule_expect_none (show, GENLOCK_RULE_CONNECTOR);
  signal_show_send (show, "DST", "MONITOR", "", "3G-SDI");
  signal_show_set_text (show, "SRC", GENLOCK_SOURCE_SECONDARY_DEVICE, "SOME BOX");
  rule_expect (show, GENLOCK_RULE_CONNECTOR, NOT_CHECKED,
               "SRC · USB-C 1 → DST · 3G-SDI: it is not known which connectors meet here");
}

static void
test_direction (void)
{
  g_autoptr (SignalShow) show = signal_show_new ();

  signal_show_device (show, "A", "ROUTER", "SDI", "SDI");
  signal_show_device (show, "B", "ROUTER", "SDI", "SDI");
  signal_show_connect (show, "C", "A:OUT 1", "B:IN 1");
  rule_expect_none (show, GENLOCK_RULE_DIRECTION);

  signal_show_connect (show, "C", "A:OUT 1", "B:OUT 1");
  rule_expect (show, GENLOCK_RULE_DIRECTION, ERROR,
               "A · OUT 1 → B · OUT 1: an output cannot feed an output");
  signal_show_connect (show, "C", "A:IN 1", "B:IN 1");
  rule_expect (show, GENLOCK_RULE_DIRECTION, ERROR,
               "A · IN 1 → B · IN 1: an input cannot feed an input");
}

static void
test_loops (void)
{
  g_autoptr (SignalShow) show = signal_show_new ();

  signal_show_device (show, "A", "ROUTER", "SDI", "SDI");
  signal_show_device (show, "B", "ROUTER", "SDI", "SDI");
  signal_show_send (show, "DST", "MONITOR", "", "SDI");
  signal_show_connect (show, "C1", "A:OUT 1", "B:IN 1");
  signal_show_connect (show, "C2", "A:IN 1", "A:OUT 1");
  signal_show_connect (show, "C3", "B:IN 1", "B:OUT 1");
  rule_expect_none (show, GENLOCK_RULE_LOOP);
  rule_expect_none (show, GENLOCK_RULE_SELF_LOOP);

  signal_show_connect (show, "C4", "B:OUT 1", "A:IN 1");
  {
    g_autoptr (GenlockSignalCheck) check = rule_check (show);

    g_assert_cmpint (rule_find (check, GENLOCK_RULE_LOOP)->severity, ==, ERROR);
    g_assert_null (rule_find (check, GENLOCK_RULE_SELF_LOOP));
  }

  signal_show_drop (show, &genlock_connections, "C1");
  rule_expect_none (show, GENLOCK_RULE_LOOP);
  signal_show_connect (show, "C1", "A:OUT 1", "A:IN 1");
  rule_expect (show, GENLOCK_RULE_SELF_LOOP, ERROR,
               "A · OUT 1 → A · IN 1: the device feeds itself");
}

static void
test_fed_twice (void)
{
  g_autoptr (SignalShow) show = make_cable ("", "SDI|SDI", "SDI");

  rule_expect_none (show, GENLOCK_RULE_FED_TWICE);
  signal_show_connect (show, "C2", "SRC:2", "DST");
  {
    g_autoptr (GenlockSignalCheck) check = rule_check (show);
    const GenlockSignalProblem *problem = rule_find (check, GENLOCK_RULE_FED_TWICE);

    g_assert_nonnull (problem);
    g_assert_cmpint (problem->severity, ==, ERROR);
    g_assert_true (g_str_has_prefix (problem->sentence, "DST · SDI is fed more than once: by "));
  }

  /* Cables that carry one picture together are one feed. */
  signal_show_set_text (show, "C", GENLOCK_CONNECTION_LINK_GROUP, "dual");
  signal_show_set_text (show, "C2", GENLOCK_CONNECTION_LINK_GROUP, "dual");
  rule_expect_none (show, GENLOCK_RULE_FED_TWICE);
}

static void
test_crosspoints (void)
{
  g_autoptr (SignalShow) show = signal_show_new ();

  signal_show_device (show, "RTR", "ROUTER", "SDI|SDI", "SDI");
  signal_show_connect (show, "C1", "RTR:IN 1", "RTR:OUT 1");
  rule_expect_none (show, GENLOCK_RULE_FED_TWICE);
  signal_show_connect (show, "C2", "RTR:IN 2", "RTR:OUT 1");
  {
    g_autoptr (GenlockSignalCheck) check = rule_check (show);

    g_assert_cmpint (rule_find (check, GENLOCK_RULE_FED_TWICE)->severity, ==, ERROR);
  }

  /* A switcher mixes. */
  signal_show_device (show, "RTR", "SWITCHER", "SDI|SDI", "SDI");
  rule_expect_none (show, GENLOCK_RULE_FED_TWICE);
}

static void
test_fan_out (void)
{
  g_autoptr (SignalShow) show = make_cable ("", "SDI", "SDI");

  rule_expect_none (show, GENLOCK_RULE_FAN_OUT);
  signal_show_send (show, "DST 2", "MONITOR", "", "SDI");
  signal_show_connect (show, "C2", "SRC", "DST 2");
  {
    g_autoptr (GenlockSignalCheck) check = rule_check (show);

    g_assert_cmpint (rule_find (check, GENLOCK_RULE_FAN_OUT)->severity, ==, ERROR);
  }

  /* A network sends to many. */
  signal_show_source (show, "SRC", "Graphics", "", "NDI");
  rule_expect_none (show, GENLOCK_RULE_FAN_OUT);
}

static void
test_link_set (void)
{
  g_autoptr (SignalShow) show = signal_show_new ();

  signal_show_source (show, "SRC", "Graphics", "2160p59.94", "3G-SDI|3G-SDI|3G-SDI|3G-SDI");
  signal_show_device (show, "SW", "SWITCHER", "3G-SDI|3G-SDI|3G-SDI|3G-SDI", "");
  for (guint i = 1; i <= 4; i++)
    {
      g_autofree char *name = g_strdup_printf ("C%u", i);
      g_autofree char *from = g_strdup_printf ("SRC:%u", i);
      g_autofree char *to = g_strdup_printf ("SW:IN %u", i);

      signal_show_connect (show, name, from, to);
      signal_show_set_text (show, name, GENLOCK_CONNECTION_LINK_GROUP, "quad");
    }
  rule_expect_none (show, GENLOCK_RULE_LINK_SET);
  rule_expect_none (show, GENLOCK_RULE_BANDWIDTH);

  signal_show_drop (show, &genlock_connections, "C4");
  {
    g_autoptr (GenlockSignalCheck) check = rule_check (show);
    const GenlockSignalProblem *problem = rule_find (check, GENLOCK_RULE_LINK_SET);

    g_assert_nonnull (problem);
    g_assert_cmpint (problem->severity, ==, ERROR);
    g_assert_true (g_str_has_suffix (problem->sentence,
                                     ": 2160p59.94 takes 4 links of 3G-SDI, the set has 3"));
  }
}

static void
test_missing (void)
{
  g_autoptr (SignalShow) show = signal_show_new ();

  signal_show_source (show, "SRC", "Graphics", "", "SDI");
  signal_show_device (show, "SW", "SWITCHER", "SDI", "");
  signal_show_connect (show, "C", "SRC", "SW:IN 1");
  rule_expect_none (show, GENLOCK_RULE_MISSING);

  signal_show_set_text (show, "C", GENLOCK_CONNECTION_DESTINATION_INPUT, "E2 IN 1.1");
  rule_expect (show, GENLOCK_RULE_MISSING, NOT_CHECKED,
               "SRC · SDI 1 → SW · E2 IN 1.1: it is not known which port this is");
  signal_show_set_text (show, "C", GENLOCK_CONNECTION_DESTINATION_INPUT,
                        "00000000-0000-4000-8000-000000000001");
  {
    g_autoptr (GenlockSignalCheck) check = rule_check (show);

    g_assert_cmpint (rule_find (check, GENLOCK_RULE_MISSING)->severity, ==, ERROR);
  }

  signal_show_drop (show, &genlock_devices, "SW");
  {
    g_autoptr (GenlockSignalCheck) check = rule_check (show);

    g_assert_nonnull (g_strstr_len (rule_find (check, GENLOCK_RULE_MISSING)->sentence, -1,
                                    "one end is not there any more"));
  }
  signal_show_set_text (show, "C", GENLOCK_CONNECTION_DESTINATION_TYPE, "TRUCK");
  {
    g_autoptr (GenlockSignalCheck) check = rule_check (show);

    g_assert_cmpint (rule_find (check, GENLOCK_RULE_MISSING)->severity, ==, NOT_CHECKED);
  }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rules-link/bandwidth-table", test_bandwidth_table);
  g_test_add_func ("/rules-link/bandwidth-sentence", test_bandwidth_sentence);
  g_test_add_func ("/rules-link/slower-into-faster", test_slower_into_faster);
  g_test_add_func ("/rules-link/network", test_network);
  g_test_add_func ("/rules-link/sdi-raster", test_sdi_raster);
  g_test_add_func ("/rules-link/wide-raster", test_wide_raster);
  g_test_add_func ("/rules-link/connectors", test_connectors);
  g_test_add_func ("/rules-link/secondary-devices", test_secondary_devices);
  g_test_add_func ("/rules-link/direction", test_direction);
  g_test_add_func ("/rules-link/loops", test_loops);
  g_test_add_func ("/rules-link/fed-twice", test_fed_twice);
  g_test_add_func ("/rules-link/crosspoints", test_crosspoints);
  g_test_add_func ("/rules-link/fan-out", test_fan_out);
  g_test_add_func ("/rules-link/link-set", test_link_set);
  g_test_add_func ("/rules-link/missing", test_missing);

  return g_test_run ();
}
