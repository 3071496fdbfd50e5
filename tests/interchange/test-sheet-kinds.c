/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheets of devices, routers, sources, gear and cable counts. */

#include "config.h"

#include <string.h>

#include "core/schema/genlock-connections.h"
#include "core/schema/genlock-devices.h"
#include "core/schema/genlock-sources.h"
#include "interchange/genlock-sheet-build.h"
#include "signal-help.h"

/* Cells between "|", rows below each other, titles of groups in brackets, totals behind "=". */
static char *
dup_text (SignalShow *show,
          GenlockSheetKind kind,
          const char *device)
{
  g_autofree char *id = device != NULL ? signal_id (device) : NULL;
  GenlockSheetWish wish = { .kind = kind, .device_id = id };
  g_autoptr (GenlockSignalCheck) check = genlock_signal_check_new (show->graph, NULL);
  g_autoptr (GenlockSheet) sheet = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  genlock_signal_check_update (check);
  sheet = genlock_sheet_build (show->graph, check, &wish);
  g_string_append_printf (text, "%s\n", sheet->title);
  for (guint i = 0; i < sheet->groups->len; i++)
    {
      const GenlockSheetGroup *group = sheet->groups->pdata[i];

      g_string_append_printf (text, "[%s]%s\n", group->title, group->begins_block ? "^" : "");
      for (guint j = 0; j < group->rows->len; j++)
        {
          const GenlockSheetRow *row = group->rows->pdata[j];

          if (row->is_total)
            g_string_append_c (text, '=');
          for (guint k = 0; k < sheet->n_columns; k++)
            g_string_append_printf (text, "%s%s", genlock_sheet_row_get (row, k),
                                    k + 1 < sheet->n_columns ? "|" : "\n");
        }
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
set_up (SignalShow *show)
{
  signal_show_source (show, "SRC 1", "Laptop", "1080p59.94", "HDMI|3G-SDI");
  signal_show_source (show, "SRC 2", "Camera", "1080p59.94", "3G-SDI");
  signal_show_device (show, "RTR", "ROUTER", "3G-SDI|3G-SDI|BNC REF", "3G-SDI|3G-SDI");
  signal_show_device (show, "REC", "RECORDER", "3G-SDI", "");
  signal_show_send (show, "DST 1", "MONITOR", "", "3G-SDI");
  signal_show_connect (show, "V 1", "SRC 1:2", "RTR:IN 1");
  signal_show_connect (show, "X 1", "RTR:IN 1", "RTR:OUT 2");
  signal_show_connect (show, "V 2", "RTR:OUT 2", "DST 1");
  signal_show_connect (show, "V 3", "RTR:OUT 2", "REC:IN 1");
  signal_show_set_text (show, "V 1", GENLOCK_CONNECTION_CABLE_LABEL, "V 1");
  signal_show_set_text (show, "V 2", GENLOCK_CONNECTION_CABLE_LABEL, "V 2");
}

static void
test_device (void)
{
  g_autoptr (SignalShow) show = signal_show_new ();
  g_autofree char *one = NULL;
  g_autofree char *all = NULL;
  g_autofree char *missing = NULL;

  set_up (show);
  /* Free ports have their line, but for the reference; a port with two cables has two. */
  one = dup_text (show, GENLOCK_SHEET_DEVICE, "RTR");
  g_assert_true (g_str_has_prefix (one,
                                   "RTR\n"
                                   "[Inputs]^\n"
                                   "IN 1|3G-SDI|V 1|SRC 1|3G-SDI 2|3G-SDI|SDI|1080p59.94|||||||\n"
                                   "IN 2|3G-SDI|||||||||||||\n"
                                   "[Outputs]\n"
                                   "OUT 1|3G-SDI|||||||||||||\n"
                                   "OUT 2|3G-SDI|"));
  g_assert_nonnull (strstr (one, "OUT 2|3G-SDI|V 2|DST 1|3G-SDI|3G-SDI|"));
  g_assert_nonnull (strstr (one, "OUT 2|3G-SDI||REC|IN 1|3G-SDI|"));

  all = dup_text (show, GENLOCK_SHEET_DEVICE, NULL);
  g_assert_nonnull (strstr (all, "[REC — Inputs]^\n"));
  g_assert_nonnull (strstr (all, "[RTR — Inputs]^\n"));
  g_assert_nonnull (strstr (all, "[RTR — Outputs]\n"));
  g_assert_null (strstr (all, "[REC — Outputs]"));

  missing = dup_text (show, GENLOCK_SHEET_DEVICE, "nobody");
  g_assert_cmpstr (missing, ==, "Devices\n");
}

static void
test_router (void)
{
  g_autoptr (SignalShow) show = signal_show_new ();
  g_autofree char *text = NULL;

  set_up (show);
  signal_show_connect (show, "X 0", "RTR:IN 1", "RTR:OUT 1");
  text = dup_text (show, GENLOCK_SHEET_ROUTER, NULL);
  g_assert_true (g_str_has_prefix (text,
                                   "Routers and switchers\n"
                                   "[RTR — Inputs]^\n"
                                   "IN 1|3G-SDI|V 1|SRC 1|3G-SDI 2|3G-SDI|OUT 1, OUT 2|SRC 1|||\n"
                                   "IN 2|3G-SDI|||||||||\n"
                                   "[RTR — Outputs]\n"
                                   "OUT 1|3G-SDI|||||IN 1|SRC 1|||\n"));
  g_assert_nonnull (strstr (text, "OUT 2|3G-SDI|V 2|DST 1|3G-SDI|3G-SDI|IN 1|SRC 1|||\n"));
  g_assert_null (strstr (text, "[REC"));
}

/* A signal that goes round ends. */
static void
test_loop (void)
{
  g_autoptr (SignalShow) show = signal_show_new ();
  g_autofree char *text = NULL;

  signal_show_device (show, "A", "ROUTER", "3G-SDI", "3G-SDI");
  signal_show_device (show, "B", "ROUTER", "3G-SDI", "3G-SDI");
  signal_show_connect (show, "X 1", "A:IN 1", "A:OUT 1");
  signal_show_connect (show, "X 2", "B:IN 1", "B:OUT 1");
  signal_show_connect (show, "C 1", "A:OUT 1", "B:IN 1");
  signal_show_connect (show, "C 2", "B:OUT 1", "A:IN 1");

  text = dup_text (show, GENLOCK_SHEET_ROUTER, "A");
  g_assert_nonnull (strstr (text, "IN 1|3G-SDI||B|OUT 1|3G-SDI|OUT 1||||\n"));
}

static void
test_sources (void)
{
  g_autoptr (SignalShow) show = signal_show_new ();
  g_autofree char *text = NULL;

  set_up (show);
  signal_show_set_text (show, "SRC 1", GENLOCK_SOURCE_NOTE, "Main");
  text = dup_text (show, GENLOCK_SHEET_SOURCES, NULL);
  g_assert_cmpstr (text, ==,
                   "Sources\n"
                   "[Camera]\n"
                   "SRC 2||3G-SDI 1|3G-SDI|1080p59.94|||||||\n"
                   "[Laptop]\n"
                   "SRC 1||HDMI 1|HDMI|1080p59.94|||||||Main\n"
                   "SRC 1||3G-SDI 2|3G-SDI|1080p59.94|V 1|RTR|IN 1|3G-SDI|DST 1||Main\n");
}

static void
test_gear (void)
{
  g_autoptr (SignalShow) show = signal_show_new ();
  g_autofree char *text = NULL;
  g_autoptr (GenlockRecord) twin = NULL;
  g_autofree char *id = signal_id ("REC 2");

  set_up (show);
  twin = genlock_record_copy (signal_show_get (show, "REC"));
  genlock_record_set_text (twin, GENLOCK_META_ID, id);
  genlock_record_set_text (twin, GENLOCK_DEVICE_LABEL, "REC 2");
  signal_show_put (show, genlock_record_ref (twin));
  signal_show_set_text (show, "SRC 1", GENLOCK_SOURCE_SECONDARY_DEVICE, "HDMI > SDI");

  text = dup_text (show, GENLOCK_SHEET_GEAR, NULL);
  g_test_message ("%s", text);
  g_assert_nonnull (strstr (text, "[Recorder]\n2|"));
  g_assert_nonnull (strstr (text, "|REC, REC 2"));
  g_assert_nonnull (strstr (text, "[Router]\n1|"));
  g_assert_nonnull (strstr (text, "[Converters and adapters at sources and sends]\n"
                            "1||HDMI > SDI|SRC 1||\n"));
  g_assert_nonnull (strstr (text, "[Equipment not said]\n1||Camera|SRC 2||\n1||Laptop|SRC 1||\n"));
}

static void
test_count (void)
{
  static const struct
  {
    const char *cable;
    const char *type;
    double length;
  } cables[] = {
    { "V 1", "RG-6", 12.5 },
    { "V 2", "RG-6", 12.5 },
    { "V 3", "RG-6", 100 },
    { "V 5", NULL, 3 },
  };
  g_autoptr (SignalShow) show = signal_show_new ();
  g_autofree char *text = NULL;

  set_up (show);
  signal_show_connect (show, "V 4", "SRC 2", "RTR:IN 2");
  signal_show_set_text (show, "V 4", GENLOCK_CONNECTION_CABLE_TYPE, "RG-6");
  signal_show_connect (show, "V 5", "RTR:OUT 1", "DST 1");
  signal_show_set_text (show, "V 5", GENLOCK_CONNECTION_SNAKE, "SNAKE A");
  for (guint i = 0; i < G_N_ELEMENTS (cables); i++)
    {
      if (cables[i].type != NULL)
        signal_show_set_text (show, cables[i].cable, GENLOCK_CONNECTION_CABLE_TYPE,
                              cables[i].type);
      signal_show_set_real (show, cables[i].cable, GENLOCK_CONNECTION_LENGTH_M,
                            cables[i].length);
    }

  text = dup_text (show, GENLOCK_SHEET_COUNT, NULL);
  g_assert_cmpstr (text, ==,
                   "Cable count\n"
                   "[Cables]\n"
                   "RG-6|12.5|2|25|||\n"
                   "RG-6|100|1|100|||\n"
                   "RG-6||1||||\n"
                   "=Total||4|125|||\n"
                   "[Lines in snakes]\n"
                   "SNAKE A|3|1|3|||\n"
                   "=Total||1|3|||\n");
}

/* A show without rows has sheets, too. */
static void
test_empty (void)
{
  g_autoptr (SignalShow) show = signal_show_new ();

  for (guint i = 0; i < GENLOCK_SHEET_N_KINDS; i++)
    {
      g_autofree char *text = dup_text (show, i, NULL);

      g_assert_nonnull (text);
      g_assert_null (strchr (text, '|'));
    }
}

static void
test_words (void)
{
  for (guint i = 0; i < GENLOCK_SHEET_N_KINDS; i++)
    {
      GenlockSheetKind kind;

      g_assert_true (genlock_sheet_kind_find (genlock_sheet_kind_get_word (i), &kind));
      g_assert_cmpint (kind, ==, i);
      g_assert_cmpstr (genlock_sheet_kind_get_name (i), !=, "");
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sheet-kinds/device", test_device);
  g_test_add_func ("/sheet-kinds/router", test_router);
  g_test_add_func ("/sheet-kinds/loop", test_loop);
  g_test_add_func ("/sheet-kinds/sources", test_sources);
  g_test_add_func ("/sheet-kinds/gear", test_gear);
  g_test_add_func ("/sheet-kinds/count", test_count);
  g_test_add_func ("/sheet-kinds/empty", test_empty);
  g_test_add_func ("/sheet-kinds/words", test_words);

  return g_test_run ();
}
