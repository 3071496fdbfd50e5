/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheet of all cables: which rows it has, in which order, and what their cells say. */

#include "config.h"

#include <string.h>

#include "core/schema/genlock-connections.h"
#include "interchange/genlock-sheet-build.h"
#include "signal-help.h"

static void
set_up (SignalShow *show)
{
  signal_show_source (show, "SRC 1", "Laptop", "1080p59.94", "HDMI|3G-SDI");
  signal_show_source (show, "SRC 2", "Camera", "1080p59.94", "3G-SDI");
  signal_show_device (show, "E2", "SWITCHER", "HDMI|3G-SDI", "3G-SDI");
  signal_show_send (show, "DST 1", "MONITOR", "", "3G-SDI");
}

/* Cells between "|", rows below each other, titles of groups in brackets. */
static char *
dup_text (SignalShow *show,
          GenlockSheetGroupBy by)
{
  GenlockSheetWish wish = { .kind = GENLOCK_SHEET_CABLES, .by = by };
  g_autoptr (GenlockSignalCheck) check = genlock_signal_check_new (show->graph, NULL);
  g_autoptr (GenlockSheet) sheet = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  genlock_signal_check_update (check);
  sheet = genlock_sheet_build (show->graph, check, &wish);
  for (guint i = 0; i < sheet->groups->len; i++)
    {
      const GenlockSheetGroup *group = sheet->groups->pdata[i];

      if (group->title != NULL)
        g_string_append_printf (text, "[%s]\n", group->title);
      for (guint j = 0; j < group->rows->len; j++)
        for (guint k = 0; k < sheet->n_columns; k++)
          g_string_append_printf (text, "%s%s", genlock_sheet_row_get (group->rows->pdata[j], k),
                                  k + 1 < sheet->n_columns ? "|" : "\n");
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_rows (void)
{
  g_autoptr (SignalShow) show = signal_show_new ();
  g_autofree char *text = NULL;
  GenlockRecord *tested;

  set_up (show);
  signal_show_connect (show, "V 10", "SRC 1", "E2:IN 1");
  signal_show_connect (show, "V 9", "SRC 2", "E2:IN 2");
  signal_show_connect (show, "X 1", "E2:IN 2", "E2:OUT 1");
  signal_show_connect (show, "V 11", "E2:OUT 1", "DST 1");
  signal_show_set_text (show, "V 10", GENLOCK_CONNECTION_CABLE_LABEL, "V 10");
  signal_show_set_text (show, "V 9", GENLOCK_CONNECTION_CABLE_LABEL, "V 9");
  signal_show_set_text (show, "V 9", GENLOCK_CONNECTION_CABLE_TYPE, "RG-6");
  signal_show_set_real (show, "V 9", GENLOCK_CONNECTION_LENGTH_M, 12.5);
  tested = genlock_record_copy (signal_show_get (show, "V 9"));
  genlock_record_set_bool (tested, GENLOCK_CONNECTION_TESTED, TRUE);
  signal_show_put (show, tested);
  signal_show_set_text (show, "V 9", GENLOCK_CONNECTION_NOTE, "over\nthe\tdoor");
  signal_show_set_text (show, "V 11", GENLOCK_CONNECTION_FORMAT, "1080i");

  /* As people count, without the crosspoint, what has no label last. */
  text = dup_text (show, GENLOCK_SHEET_BY_NOTHING);
  g_assert_cmpstr (text, ==,
                   "V 9|SRC 2|3G-SDI 1|3G-SDI|E2|IN 2|3G-SDI|SDI|1080p59.94|RG-6|12.5||||||x|"
                   "over the door\n"
                   "V 10|SRC 1|HDMI 1|HDMI|E2|IN 1|HDMI|HDMI|1080p59.94|||||||||\n"
                   "|E2|OUT 1|3G-SDI|DST 1|3G-SDI|3G-SDI|SDI|1080i|||||||||\n");
}

static void
test_groups (void)
{
  g_autoptr (SignalShow) show = signal_show_new ();
  g_autofree char *to = NULL;
  g_autofree char *snake = NULL;
  const char *rest;

  set_up (show);
  signal_show_connect (show, "V 1", "SRC 1", "E2:IN 1");
  signal_show_connect (show, "V 2", "E2:OUT 1", "DST 1");
  signal_show_connect (show, "V 3", "SRC 2", "E2:IN 2");
  signal_show_set_text (show, "V 2", GENLOCK_CONNECTION_SNAKE, "A");

  to = dup_text (show, GENLOCK_SHEET_BY_TO);
  g_assert_true (g_str_has_prefix (to, "[DST 1]\n|E2|OUT 1"));
  rest = strstr (to, "[E2]\n");
  g_assert_nonnull (rest);
  g_assert_nonnull (strstr (rest, "SRC 1|HDMI 1"));
  g_assert_nonnull (strstr (rest, "SRC 2|3G-SDI 1"));

  /* What is in none stands last. */
  snake = dup_text (show, GENLOCK_SHEET_BY_SNAKE);
  g_assert_true (g_str_has_prefix (snake, "[A]\n|E2|OUT 1"));
  g_assert_nonnull (strstr (snake, "[In no snake]\n"));
}

/* A row with a whole path is two cables, one with half a path still one. */
static void
test_paths (void)
{
  g_autoptr (SignalShow) show = signal_show_new ();
  g_autofree char *text = NULL;
  g_autoptr (GenlockRecord) half = NULL;

  set_up (show);
  signal_show_connect_through (show, "C1", "SRC 2", "E2", "IN 2", "OUT 1", "DST 1");
  signal_show_set_text (show, "C1", GENLOCK_CONNECTION_CABLE_LABEL, "V 1");
  signal_show_connect (show, "C2", "SRC 1", "E2:IN 1");
  half = genlock_record_copy (signal_show_get (show, "C2"));
  genlock_record_set_null (half, GENLOCK_CONNECTION_DESTINATION_TYPE);
  genlock_record_set_null (half, GENLOCK_CONNECTION_DESTINATION_ID);
  genlock_record_set_null (half, GENLOCK_CONNECTION_DESTINATION_INPUT);
  signal_show_put (show, g_steal_pointer (&half));

  text = dup_text (show, GENLOCK_SHEET_BY_NOTHING);
  g_assert_cmpstr (text, ==,
                   "V 1|SRC 2|3G-SDI 1|3G-SDI|E2|IN 2|3G-SDI|SDI|1080p59.94|||||||||\n"
                   "V 1|E2|OUT 1|3G-SDI|DST 1|3G-SDI|3G-SDI|SDI||||||||||\n"
                   "|SRC 1||||||||||||||||\n");
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sheet-cables/rows", test_rows);
  g_test_add_func ("/sheet-cables/groups", test_groups);
  g_test_add_func ("/sheet-cables/paths", test_paths);

  return g_test_run ();
}
