/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rules on formats along a path, cables, cameras and the show as a whole; each fails and passes. */

#include "config.h"

#include "core/schema/genlock-addresses.h"
#include "core/schema/genlock-connections.h"
#include "core/schema/genlock-equipment-specs.h"
#include "core/schema/genlock-sends.h"
#include "core/schema/genlock-sources.h"
#include "rule-help.h"

#define ERROR GENLOCK_SEVERITY_ERROR
#define WARNING GENLOCK_SEVERITY_WARNING
#define INFO GENLOCK_SEVERITY_INFO
#define NOT_CHECKED GENLOCK_SEVERITY_NOT_CHECKED

/* A source into an input of a switcher that expects @expected. */
static SignalShow *
make_switcher (const char *format,
               const char *expected)
{
  SignalShow *show = signal_show_new ();
  g_autofree char *input = g_strdup_printf ("12G-SDI=%s", expected);

  signal_show_source (show, "SRC", "Graphics", format, "12G-SDI");
  signal_show_device (show, "SW", "SWITCHER", input, "12G-SDI");
  signal_show_connect (show, "C", "SRC", "SW:IN 1");

  return show;
}

static void
test_near_rates (void)
{
  g_autoptr (SignalShow) show = make_switcher ("1080p60", "1080p59.94");
  g_autoptr (SignalShow) same = make_switcher ("1080p59.94", "1080p59.94");
  g_autoptr (SignalShow) film = make_switcher ("1080p24", "1080p23.98");

  rule_expect_none (same, GENLOCK_RULE_RATE);
  rule_expect (show, GENLOCK_RULE_RATE, WARNING,
               "SRC · 12G-SDI 1 → SW · IN 1: 60 Hz arrives where 59.94 Hz is expected: without a "
               "frame synchronizer pictures are dropped or repeated");
  rule_expect (film, GENLOCK_RULE_RATE, WARNING,
               "SRC · 12G-SDI 1 → SW · IN 1: 24 Hz arrives where 23.98 Hz is expected: without a "
               "frame synchronizer pictures are dropped or repeated");

  signal_show_set_details (show, "SW", "{\"genlocked\":true}");
  rule_expect (show, GENLOCK_RULE_RATE, ERROR,
               "SRC · 12G-SDI 1 → SW · IN 1: 60 Hz arrives at an input that is locked to 59.94 "
               "Hz: it needs a frame synchronizer");
  signal_show_set_details (show, "SW", "{\"frameSync\":true,\"genlocked\":true}");
  rule_expect_none (show, GENLOCK_RULE_RATE);
}

static void
test_far_rates (void)
{
  g_autoptr (SignalShow) show = make_switcher ("1080p50", "1080p59.94");
  g_autoptr (SignalShow) same = make_switcher ("1080p25", "1080p50");

  rule_expect (show, GENLOCK_RULE_RATE, ERROR,
               "SRC · 12G-SDI 1 → SW · IN 1: 50 Hz arrives where 59.94 Hz is expected: it needs "
               "a standards converter");
  rule_expect_none (same, GENLOCK_RULE_RATE);
}

static void
test_scan (void)
{
  g_autoptr (SignalShow) show = make_switcher ("1080i59.94", "1080p59.94");

  rule_expect (show, GENLOCK_RULE_SCAN, NOT_CHECKED,
               "SRC · 12G-SDI 1 → SW · IN 1: 1080i59.94 arrives where 1080p59.94 is expected; it "
               "is not known whether it changes the scan");
  signal_show_set_details (show, "SW", "{\"scaler\":false}");
  rule_expect (show, GENLOCK_RULE_SCAN, ERROR,
               "SRC · 12G-SDI 1 → SW · IN 1: 1080i59.94 arrives where 1080p59.94 is expected, "
               "and nothing there changes the scan");
  signal_show_set_details (show, "SW", "{\"deinterlacer\":true,\"scaler\":false}");
  rule_expect_none (show, GENLOCK_RULE_SCAN);
  signal_show_set_details (show, "SW", "{\"scaler\":true}");
  rule_expect_none (show, GENLOCK_RULE_SCAN);
}

static void
test_raster (void)
{
  g_autoptr (SignalShow) show = make_switcher ("1080p59.94", "720p59.94");

  rule_expect (show, GENLOCK_RULE_RASTER, NOT_CHECKED,
               "SRC · 12G-SDI 1 → SW · IN 1: 1920×1080 arrives where 1280×720 is expected; it is "
               "not known whether it is scaled there");
  signal_show_set_details (show, "SW", "{\"scaler\":true}");
  rule_expect (show, GENLOCK_RULE_RASTER, INFO,
               "SRC · 12G-SDI 1 → SW · IN 1: 1920×1080 arrives where 1280×720 is expected: it is "
               "scaled there");
  signal_show_set_details (show, "SW", "{\"scaler\":false}");
  rule_expect (show, GENLOCK_RULE_RASTER, ERROR,
               "SRC · 12G-SDI 1 → SW · IN 1: 1920×1080 arrives where 1280×720 is expected, and "
               "nothing there scales it");
  signal_show_source (show, "SRC", "Graphics", "720p59.94", "12G-SDI");
  rule_expect_none (show, GENLOCK_RULE_RASTER);
}

/* A send's own format is what it expects. */
static void
test_send_format (void)
{
  g_autoptr (SignalShow) show = signal_show_new ();

  signal_show_source (show, "SRC", "Graphics", "1080p50", "3G-SDI");
  signal_show_send (show, "DST", "MONITOR", "1080p60", "3G-SDI");
  signal_show_connect (show, "C", "SRC", "DST");
  rule_expect (show, GENLOCK_RULE_RATE, ERROR,
               "SRC · 3G-SDI 1 → DST · 3G-SDI: 50 Hz arrives where 60 Hz is expected: it needs a "
               "standards converter");
}

static void
test_format_list (void)
{
  g_autoptr (SignalShow) show = make_switcher ("1080p59.94", "");

  signal_show_set_text (show, "SW spec", GENLOCK_EQUIPMENT_SPEC_DEVICE_FORMATS,
                        "[\"1080i59.94\",\"720p59.94\"]");
  rule_expect (show, GENLOCK_RULE_FORMAT_LIST, INFO,
               "SRC · 12G-SDI 1 → SW · IN 1: 1080p59.94 is none of the formats that the device "
               "lists: 1080i59.94, 720p59.94");
  signal_show_set_text (show, "SW spec", GENLOCK_EQUIPMENT_SPEC_DEVICE_FORMATS,
                        "[\"1080p59.94\"]");
  rule_expect_none (show, GENLOCK_RULE_FORMAT_LIST);

  /* What is no format, or no list, is not looked at. */
  signal_show_set_text (show, "SW spec", GENLOCK_EQUIPMENT_SPEC_DEVICE_FORMATS,
                        "[\"ProRes\",7]");
  rule_expect_none (show, GENLOCK_RULE_FORMAT_LIST);
}

/* The format is carried through what keeps it, and changed by what changes it. */
static void
test_carried (void)
{
  g_autoptr (SignalShow) show = signal_show_new ();

  signal_show_source (show, "SRC", "Graphics", "1080p50", "HDMI 2.0");
  signal_show_device (show, "CNV", "CONVERTER", "HDMI 2.0", "3G-SDI");
  signal_show_device (show, "RTR", "ROUTER", "3G-SDI|3G-SDI", "3G-SDI");
  signal_show_send (show, "DST", "MONITOR", "1080p59.94", "3G-SDI");
  signal_show_connect (show, "C1", "SRC", "CNV:IN 1");
  signal_show_connect (show, "C2", "CNV:OUT 1", "RTR:IN 2");
  signal_show_connect (show, "C3", "RTR:IN 2", "RTR:OUT 1");
  signal_show_connect (show, "C4", "RTR:OUT 1", "DST");
  rule_expect (show, GENLOCK_RULE_RATE, ERROR,
               "RTR · OUT 1 → DST · 3G-SDI: 50 Hz arrives where 59.94 Hz is expected: it needs a "
               "standards converter");

  /* A converter whose output says its format changes it. */
  signal_show_device (show, "CNV", "CONVERTER", "HDMI 2.0", "3G-SDI=1080p59.94");
  rule_expect_none (show, GENLOCK_RULE_RATE);

  /* What a scaler makes of it nobody knows. */
  signal_show_device (show, "CNV", "CONVERTER", "HDMI 2.0", "3G-SDI");
  signal_show_set_details (show, "CNV", "{\"scaler\":true}");
  rule_expect_none (show, GENLOCK_RULE_RATE);
}

/* Behind a frame synchroniser the rates may differ. */
static void
test_synchronized (void)
{
  g_autoptr (SignalShow) show = signal_show_new ();

  signal_show_source (show, "SRC", "Graphics", "1080p60", "3G-SDI");
  signal_show_device (show, "FS", "CONVERTER", "3G-SDI", "3G-SDI");
  signal_show_send (show, "DST", "MONITOR", "1080p59.94", "3G-SDI");
  signal_show_connect (show, "C1", "SRC", "FS:IN 1");
  signal_show_connect (show, "C2", "FS:OUT 1", "DST");
  rule_expect (show, GENLOCK_RULE_RATE, WARNING,
               "FS · OUT 1 → DST · 3G-SDI: 60 Hz arrives where 59.94 Hz is expected: without a "
               "frame synchronizer pictures are dropped or repeated");
  signal_show_set_details (show, "FS", "{\"frameSync\":true}");
  rule_expect_none (show, GENLOCK_RULE_RATE);
}

/* The cable says what nobody else knew. */
static void
test_format_of_cable (void)
{
  g_autoptr (SignalShow) show = signal_show_new ();

  signal_show_source (show, "SRC", "Graphics", "", "3G-SDI");
  signal_show_send (show, "DST", "MONITOR", "", "3G-SDI");
  signal_show_connect (show, "C", "SRC", "DST");
  signal_show_set_text (show, "C", GENLOCK_CONNECTION_FORMAT, "2160p59.94");
  rule_expect (show, GENLOCK_RULE_BANDWIDTH, ERROR,
               "SRC · 3G-SDI 1 → DST · 3G-SDI: 2160p59.94 needs 11.87 Gb/s, 3G-SDI carries 2.97 "
               "Gb/s");
}

static void
test_hdcp (void)
{
  g_autoptr (SignalShow) show = signal_show_new ();

  signal_show_source (show, "SRC", "Laptop - PC GFX", "1080p50", "HDMI");
  signal_show_device (show, "CNV", "CONVERTER", "HDMI", "3G-SDI");
  signal_show_connect (show, "C", "SRC", "CNV:IN 1");
  rule_expect_none (show, GENLOCK_RULE_HDCP);
  signal_show_device (show, "RTR", "ROUTER", "3G-SDI", "3G-SDI");
  signal_show_send (show, "DST", "MONITOR", "", "3G-SDI");
  signal_show_connect (show, "C2", "CNV:OUT 1", "RTR:IN 1");
  signal_show_connect (show, "C3", "RTR:IN 1", "RTR:OUT 1");
  signal_show_connect (show, "C4", "RTR:OUT 1", "DST");
  rule_expect (show, GENLOCK_RULE_HDCP, WARNING,
               "SRC · HDMI 1 may be copy-protected (HDCP): SDI at CNV · OUT 1 then stays black");
  signal_show_source (show, "SRC", "Graphics", "1080p50", "HDMI");
  rule_expect_none (show, GENLOCK_RULE_HDCP);
}

static void
test_level (void)
{
  g_autoptr (SignalShow) show = make_switcher ("1080p59.94", "Level B");

  signal_show_set_text (show, "SRC", GENLOCK_SOURCE_STANDARD, "3G Level A");
  rule_expect (show, GENLOCK_RULE_LEVEL, WARNING,
               "SRC · 12G-SDI 1 → SW · IN 1: Level A arrives where Level B is expected");
  signal_show_set_text (show, "SRC", GENLOCK_SOURCE_STANDARD, "3G Level B");
  rule_expect_none (show, GENLOCK_RULE_LEVEL);
}

static void
test_length (void)
{
  static const struct
  {
    const char *format;
    const char *connector;
    double fits;
    double warns;
    double fails;
    const char *sentence;
  } rows[] = {
    { "1080i59.94", "3G-SDI", 90, 100, 114, "114 m is too long, HD-SDI reaches 113 m" },
    { "1080p59.94", "12G-SDI", 60, 70, 79, "79 m is too long, 3G-SDI reaches 78 m" },
    { "2160p59.94", "12G-SDI", 39, 45, 51, "51 m is too long, 12G-SDI reaches 50 m" },
    { "1080p59.94", "HDMI 1.4", 10, 13, 16, "16 m is too long, HDMI 1.4 reaches 15 m" },
    { "1080p59.94", "HDMI 2.0", 7, 9, 11, "11 m is too long, HDMI 2.0 reaches 10 m" },
    { "1080p59.94", "DP 1.2", 3, 4.5, 6, "6 m is too long, DP 1.2 reaches 5 m" },
    { "1080p59.94", "DP 1.4", 2, 2.5, 4, "4 m is too long, DP 1.4 reaches 3 m" },
    { "1080p59.94", "HDBaseT", 70, 90, 101, "101 m is too long, HDBaseT reaches 100 m" },
    { "", "LC (MM)", 300, 350, 450,
      "450 m is too long, LC - FIBER (MM) reaches 400 m" },
    { "", "SMPTE", 1000, 1800, 2100, "2100 m is too long, SMPTE FIBER reaches 2000 m" },
    { "", "ETH", 70, 90, 120, "120 m is too long, NETWORK (RJ45) reaches 100 m" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (SignalShow) show = signal_show_new ();
      g_autofree char *sentence = g_strdup_printf ("SRC · %s 1 → DST · %s: %s", rows[i].connector,
                                                   rows[i].connector, rows[i].sentence);

      signal_show_source (show, "SRC", "Graphics", rows[i].format, rows[i].connector);
      signal_show_send (show, "DST", "MONITOR", "", rows[i].connector);
      signal_show_connect (show, "C", "SRC", "DST");
      signal_show_set_real (show, "C", GENLOCK_CONNECTION_LENGTH_M, rows[i].fits);
      rule_expect_none (show, GENLOCK_RULE_LENGTH);
      signal_show_set_real (show, "C", GENLOCK_CONNECTION_LENGTH_M, rows[i].fails);
      rule_expect (show, GENLOCK_RULE_LENGTH, ERROR, sentence);
      signal_show_set_real (show, "C", GENLOCK_CONNECTION_LENGTH_M, rows[i].warns);
      {
        g_autoptr (GenlockSignalCheck) check = rule_check (show);

        g_assert_cmpint (rule_find (check, GENLOCK_RULE_LENGTH)->severity, ==, WARNING);
      }
    }
}

/* How fast SDI runs the picture says; some cables reach further than their plugs let think. */
static void
test_length_unknown (void)
{
  g_autoptr (SignalShow) show = signal_show_new ();

  signal_show_source (show, "SRC", "Graphics", "", "12G-SDI|HDMI 2.0");
  signal_show_device (show, "SW", "SWITCHER", "12G-SDI|HDMI 2.0", "");
  signal_show_connect (show, "C1", "SRC:1", "SW:IN 1");
  signal_show_set_real (show, "C1", GENLOCK_CONNECTION_LENGTH_M, 100);
  rule_expect_none (show, GENLOCK_RULE_LENGTH);

  signal_show_connect (show, "C2", "SRC:2", "SW:IN 2");
  signal_show_set_real (show, "C2", GENLOCK_CONNECTION_LENGTH_M, 40);
  rule_expect (show, GENLOCK_RULE_LENGTH, ERROR,
               "SRC · HDMI 2.0 2 → SW · IN 2: 40 m is too long, HDMI 2.0 reaches 10 m");
  signal_show_set_text (show, "C2", GENLOCK_CONNECTION_CABLE_TYPE, "HDMI 2.0 fibre");
  rule_expect_none (show, GENLOCK_RULE_LENGTH);
}

static void
test_strands (void)
{
  g_autoptr (SignalShow) show = signal_show_new ();

  signal_show_source (show, "SRC", "Graphics", "", "LC (SM)|LC (SM)");
  signal_show_device (show, "SW", "SWITCHER", "LC (SM)|LC (SM)", "");
  signal_show_connect (show, "C1", "SRC:1", "SW:IN 1");
  signal_show_connect (show, "C2", "SRC:2", "SW:IN 2");
  signal_show_set_text (show, "C1", GENLOCK_CONNECTION_SNAKE, "FOH");
  signal_show_set_text (show, "C2", GENLOCK_CONNECTION_SNAKE, "FOH");
  signal_show_set_text (show, "C1", GENLOCK_CONNECTION_STRAND, "1-2");
  signal_show_set_text (show, "C2", GENLOCK_CONNECTION_STRAND, "3-4");
  rule_expect_none (show, GENLOCK_RULE_STRAND);
  signal_show_set_text (show, "C2", GENLOCK_CONNECTION_STRAND, "1-2");
  rule_expect (show, GENLOCK_RULE_STRAND, ERROR, "Strand FOH/1, 2 is used by 2 cables");
  signal_show_set_text (show, "C2", GENLOCK_CONNECTION_STRAND, "10;2-3, 2");
  rule_expect (show, GENLOCK_RULE_STRAND, ERROR, "Strand FOH/2 is used by 2 cables");
  signal_show_set_text (show, "C2", GENLOCK_CONNECTION_SNAKE, "STAGE");
  rule_expect_none (show, GENLOCK_RULE_STRAND);
  signal_show_set_text (show, "C1", GENLOCK_CONNECTION_STRAND, "A");
  signal_show_set_text (show, "C2", GENLOCK_CONNECTION_STRAND, "A");
  signal_show_set_text (show, "C2", GENLOCK_CONNECTION_SNAKE, "FOH");
  rule_expect (show, GENLOCK_RULE_STRAND, ERROR, "Strand FOH/A is used by 2 cables");
  signal_show_set_text (show, "C1", GENLOCK_CONNECTION_STRAND, "1-2");
  signal_show_set_text (show, "C2", GENLOCK_CONNECTION_STRAND, "3-4");

  signal_show_set_text (show, "C1", GENLOCK_CONNECTION_CABLE_TYPE, "OS2 duplex");
  rule_expect_none (show, GENLOCK_RULE_FIBRE_COUNT);
  signal_show_set_text (show, "C1", GENLOCK_CONNECTION_STRAND, "5");
  rule_expect (show, GENLOCK_RULE_FIBRE_COUNT, ERROR,
               "SRC · LC (SM) 1 → SW · IN 1: a duplex link takes pairs of strands, “5” is an odd "
               "number");
}

static void
test_cameras (void)
{
  g_autoptr (SignalShow) show = signal_show_new ();

  signal_show_source (show, "CAM 1", "Camera", "", "SMPTE FIBER");
  signal_show_source (show, "CAM 2", "Camera", "", "SMPTE FIBER");
  signal_show_device (show, "CCU", "CCU", "SMPTE FIBER|SMPTE FIBER|BNC REF", "3G-SDI");
  signal_show_device (show, "SPG", "OTHER", "", "BNC REF");
  signal_show_connect (show, "C1", "CAM 1", "CCU:IN 1");
  rule_expect (show, GENLOCK_RULE_CAMERA_CONTROL, WARNING, "CAM 2 has no camera control unit");
  rule_expect (show, GENLOCK_RULE_GENLOCK, WARNING, "CCU is live and has no reference");

  signal_show_connect (show, "C2", "CAM 2", "CCU:IN 2");
  rule_expect (show, GENLOCK_RULE_CAMERA_CONTROL, WARNING,
               "CCU controls one camera, and has several: CAM 1, CAM 2");
  signal_show_source (show, "CAM 2", "Camera", "", "3G-SDI");
  signal_show_drop (show, &genlock_connections, "C2");
  rule_expect_none (show, GENLOCK_RULE_CAMERA_CONTROL);

  signal_show_connect (show, "C3", "SPG:OUT 1", "CCU:IN 3");
  rule_expect_none (show, GENLOCK_RULE_GENLOCK);
}

static void
test_duplicates (void)
{
  g_autoptr (SignalShow) show = signal_show_new ();

  signal_show_source (show, "A", "Graphics", "", "");
  signal_show_source (show, "B", "Graphics", "", "");
  signal_show_send (show, "D", "MONITOR", "", "");
  signal_show_set_text (show, "A", GENLOCK_SOURCE_LABEL, "SRC 1");
  signal_show_set_text (show, "D", GENLOCK_SEND_LABEL, "SRC 1");
  rule_expect_none (show, GENLOCK_RULE_DUPLICATE);
  signal_show_set_text (show, "B", GENLOCK_SOURCE_LABEL, "SRC 1");
  rule_expect (show, GENLOCK_RULE_DUPLICATE, WARNING, "2 sources have the label “SRC 1”");
}

static void
test_addresses (void)
{
  g_autoptr (SignalShow) show = signal_show_new ();
  g_autoptr (GenlockSignalCheck) check = rule_check (show);

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GenlockRecord) address = genlock_record_new_row (&genlock_addresses, NULL);

      g_assert_null (rule_find (check, GENLOCK_RULE_DUPLICATE));
      genlock_record_set_text (address, GENLOCK_ADDRESS_IP, "10.0.2.1");
      genlock_signal_check_set (check, address);
      genlock_signal_check_update (check);
    }
  g_assert_cmpstr (rule_find (check, GENLOCK_RULE_DUPLICATE)->sentence, ==,
                   "2 devices have the address 10.0.2.1");
}

static void
test_cables_of_the_show (void)
{
  g_autoptr (SignalShow) show = signal_show_new ();

  signal_show_source (show, "SRC", "Graphics", "", "SDI|SDI");
  signal_show_device (show, "SW", "SWITCHER", "SDI|SDI", "");
  signal_show_connect (show, "C1", "SRC:1", "SW:IN 1");
  signal_show_connect (show, "C2", "SRC:2", "SW:IN 2");
  rule_expect_none (show, GENLOCK_RULE_NO_LENGTH);
  signal_show_set_real (show, "C1", GENLOCK_CONNECTION_LENGTH_M, 5);
  rule_expect (show, GENLOCK_RULE_NO_LENGTH, WARNING, "1 cable has no length yet");
  signal_show_set_real (show, "C2", GENLOCK_CONNECTION_LENGTH_M, 5);
  rule_expect_none (show, GENLOCK_RULE_NO_LENGTH);

  signal_show_set_text (show, "C1", GENLOCK_CONNECTION_CABLE_LABEL, "V 1");
  rule_expect_none (show, GENLOCK_RULE_DUPLICATE);
  signal_show_set_text (show, "C2", GENLOCK_CONNECTION_CABLE_LABEL, "V 1");
  rule_expect (show, GENLOCK_RULE_DUPLICATE, WARNING, "2 cables have the label “V 1”");

  rule_expect_none (show, GENLOCK_RULE_HALF_PATH);
  signal_show_set_text (show, "C2", GENLOCK_CONNECTION_SOURCE_ID, NULL);
  rule_expect (show, GENLOCK_RULE_HALF_PATH, WARNING,
               "V 1 has one end only: connect the other or delete it");
}

/* What no table holds says so. */
static void
test_unchecked_rules (void)
{
  const GenlockSignalRule *rules = genlock_signal_rules_get ();

  for (guint i = 0; i < GENLOCK_N_RULES; i++)
    {
      g_assert_nonnull (rules[i].word);
      g_assert_nonnull (rules[i].title);
      g_assert_cmpint (rules[i].unchecked != NULL, ==, i == GENLOCK_RULE_SHARED_RISK);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rules-path/near-rates", test_near_rates);
  g_test_add_func ("/rules-path/far-rates", test_far_rates);
  g_test_add_func ("/rules-path/scan", test_scan);
  g_test_add_func ("/rules-path/raster", test_raster);
  g_test_add_func ("/rules-path/send-format", test_send_format);
  g_test_add_func ("/rules-path/format-list", test_format_list);
  g_test_add_func ("/rules-path/carried", test_carried);
  g_test_add_func ("/rules-path/synchronized", test_synchronized);
  g_test_add_func ("/rules-path/format-of-cable", test_format_of_cable);
  g_test_add_func ("/rules-path/hdcp", test_hdcp);
  g_test_add_func ("/rules-path/level", test_level);
  g_test_add_func ("/rules-path/length", test_length);
  g_test_add_func ("/rules-path/length-unknown", test_length_unknown);
  g_test_add_func ("/rules-path/strands", test_strands);
  g_test_add_func ("/rules-path/cameras", test_cameras);
  g_test_add_func ("/rules-path/duplicates", test_duplicates);
  g_test_add_func ("/rules-path/addresses", test_addresses);
  g_test_add_func ("/rules-path/cables-of-the-show", test_cables_of_the_show);
  g_test_add_func ("/rules-path/unchecked-rules", test_unchecked_rules);

  return g_test_run ();
}
