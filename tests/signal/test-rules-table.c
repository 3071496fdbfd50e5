/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every format of the trade's tables through every link: what it needs, whether it fits. */

#include "config.h"

#include <string.h>

#include "core/schema/genlock-connections.h"
#include "core/schema/genlock-sources.h"
#include "rule-help.h"

/* Gigabits a second, as the tables print them. */
typedef struct
{
  const char *name;
  double rate;
} Entry;

/* SMPTE: total pixels × total lines × frames × 20. */
static const Entry broadcast[] = {
  { "525i59.94", 0.270 },  { "625i50", 0.270 },      { "720p59.94", 1.484 },
  { "720p50", 1.485 },     { "1080i59.94", 1.484 },  { "1080p29.97", 1.484 },
  { "1080psf23.98", 1.484 }, { "1080p50", 2.970 },   { "1080p59.94", 2.967 },
  { "2160p23.98", 5.934 }, { "2160p25", 5.940 },     { "2160p29.97", 5.934 },
  { "2160p50", 11.880 },   { "2160p59.94", 11.868 },
};

static const Entry sdi[] = {
  { "SD-SDI", 0.270 }, { "HD-SDI", 1.485 },  { "3G-SDI", 2.970 },
  { "6G-SDI", 5.940 }, { "12G-SDI", 11.880 }, { "24G-SDI", 23.760 },
};

/* VESA CVT and its reduced blankings, 24 bits a pixel. Rasters of broadcast have broadcast's timing
 * where nothing is reduced. */
static const Entry computer[] = {
  { "1920×1080 59.94 RBv1", 3.32 },
  { "1920×1080 59.94 RBv2", 3.20 }, { "1920×1200 59.94 CVT", 4.64 },
  { "1920×1200 59.94 RBv1", 3.69 }, { "1920×1200 59.94 RBv2", 3.55 },
  { "2560×1600 59.94 CVT", 8.35 },  { "2560×1600 59.94 RBv1", 6.44 },
  { "2560×1600 59.94 RBv2", 6.25 }, { "3840×1080 59.94 CVT", 8.30 },
  { "3840×1080 59.94 RBv1", 6.39 }, { "3840×1080 59.94 RBv2", 6.27 },
  { "3840×2160 59.94 RBv1", 12.78 },
  { "3840×2160 59.94 RBv2", 12.53 },
  { "4096×2160 59.94 RBv1", 13.60 }, { "4096×2160 59.94 RBv2", 13.35 },
  { "2160p60", 14.26 },
};

static const Entry links[] = {
  { "DVI-D SL", 3.96 },  { "DVI-D DL", 7.92 }, { "HDMI 1.4", 8.16 }, { "HDMI 2.0", 14.40 },
  { "HDMI 2.1", 42.6 },  { "DP 1.1", 8.64 },   { "DP 1.2", 17.28 },  { "DP 1.4", 25.92 },
};

static SignalShow *
make_cable (const char *format,
            const char *connector)
{
  SignalShow *show = signal_show_new ();
  gboolean is_whole = g_str_has_suffix (format, " CVT");
  g_autofree char *text = g_strndup (format, strlen (format) - (is_whole ? strlen (" CVT") : 0));

  signal_show_source (show, "SRC", "Graphics", text, connector);
  if (is_whole)
    signal_show_set_text (show, "SRC", GENLOCK_SOURCE_BLANKING, "NONE");
  signal_show_send (show, "DST", "MONITOR", "", connector);
  signal_show_connect (show, "C", "SRC", "DST");

  return show;
}

/* (transfer full) */
static char *
say_rate (double rate)
{
  return rate < 0.9995 ? g_strdup_printf ("%.0f Mb/s", rate * 1000)
                       : g_strdup_printf ("%.2f Gb/s", (int) (rate * 100 + 0.5000001) / 100.0);
}

static void
assert_fit (const Entry *format,
            const Entry *link)
{
  g_autoptr (SignalShow) show = make_cable (format->name, link->name);
  g_autoptr (GenlockSignalCheck) check = rule_check (show);
  const GenlockSignalProblem *problem = rule_find (check, GENLOCK_RULE_BANDWIDTH);
  g_autofree char *needs = say_rate (format->rate);
  g_autofree char *carries = say_rate (link->rate);
  g_autofree char *sentence = g_strdup_printf ("needs %s, ", needs);
  g_autofree char *end = g_strdup_printf (" carries %s", carries);

  g_test_message ("%s through %s: %s", format->name, link->name,
                  problem != NULL ? problem->sentence : "fits");
  g_assert_null (rule_find (check, GENLOCK_RULE_SDI_RASTER));
  g_assert_cmpint (problem != NULL, ==, format->rate > link->rate);
  if (problem == NULL)
    return;

  g_assert_cmpint (problem->severity, ==, GENLOCK_SEVERITY_ERROR);
  g_assert_nonnull (g_strstr_len (problem->sentence, -1, sentence));
  g_assert_true (g_str_has_suffix (problem->sentence, end));
}

static void
test_broadcast (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (broadcast); i++)
    for (guint j = 0; j < G_N_ELEMENTS (sdi); j++)
      assert_fit (&broadcast[i], &sdi[j]);
}

static void
test_computer (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (computer); i++)
    for (guint j = 0; j < G_N_ELEMENTS (links); j++)
      assert_fit (&computer[i], &links[j]);
}

/* SDI carries none of them, at any bandwidth: but for the one whose timing is broadcast's too. */
static void
test_computer_on_sdi (void)
{
  for (guint i = 0; i + 1 < G_N_ELEMENTS (computer); i++)
    for (guint j = 0; j < G_N_ELEMENTS (sdi); j++)
      {
        g_autoptr (SignalShow) show = make_cable (computer[i].name, sdi[j].name);
        g_autoptr (GenlockSignalCheck) check = rule_check (show);
        const GenlockSignalProblem *problem = rule_find (check, GENLOCK_RULE_SDI_RASTER);

        g_test_message ("%s through %s", computer[i].name, sdi[j].name);
        g_assert_nonnull (problem);
        g_assert_cmpint (problem->severity, ==, GENLOCK_SEVERITY_ERROR);
        g_assert_true (g_str_has_suffix (problem->sentence,
                                         " at any bandwidth: it needs a scaler"));
      }
}

/* SMPTE ST 2110-20: the active picture and 5 % of packets; worth a word at 70 %. */
static void
test_network (void)
{
  static const struct
  {
    const char *format;
    const char *connector;
    GenlockSeverity severity; /* not checked: all is well */
    const char *sentence;
  } rows[] = {
    { "1080p59.94", "SFP+", GENLOCK_SEVERITY_NOT_CHECKED, NULL },
    { "2160p29.97", "SFP+", GENLOCK_SEVERITY_NOT_CHECKED, NULL },
    { "2160p50", "SFP+", GENLOCK_SEVERITY_WARNING,
      "2160p50 needs 8.71 Gb/s, NETWORK (SFP+) carries 10.00 Gb/s" },
    { "2160p59.94", "SFP+", GENLOCK_SEVERITY_ERROR,
      "2160p59.94 needs 10.44 Gb/s, NETWORK (SFP+) carries 10.00 Gb/s" },
    { "2160p59.94", "SFP28", GENLOCK_SEVERITY_NOT_CHECKED, NULL },
    { "1080p25", "SFP", GENLOCK_SEVERITY_ERROR,
      "1080p25 needs 1.09 Gb/s, NETWORK (SFP) carries 1.00 Gb/s" },
    { "720p25", "SFP", GENLOCK_SEVERITY_NOT_CHECKED, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (SignalShow) show = make_cable (rows[i].format, rows[i].connector);
      g_autoptr (GenlockSignalCheck) check = NULL;
      const GenlockSignalProblem *problem;

      signal_show_set_text (show, "C", GENLOCK_CONNECTION_SIGNAL_TYPE, "ST 2110");
      check = rule_check (show);
      problem = rule_find (check, GENLOCK_RULE_BANDWIDTH);
      g_test_message ("%s: %s", rows[i].format, problem != NULL ? problem->sentence : "fits");
      g_assert_cmpint (problem != NULL, ==, rows[i].sentence != NULL);
      if (problem == NULL)
        continue;
      g_assert_cmpint (problem->severity, ==, rows[i].severity);
      g_assert_true (g_str_has_suffix (problem->sentence, rows[i].sentence));
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rules-table/broadcast", test_broadcast);
  g_test_add_func ("/rules-table/computer", test_computer);
  g_test_add_func ("/rules-table/computer-on-sdi", test_computer_on_sdi);
  g_test_add_func ("/rules-table/network", test_network);

  return g_test_run ();
}
