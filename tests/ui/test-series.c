/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts that count on. */

#include "config.h"

#include "ui/lists/genlock-series.h"

static GHashTable *
make_used (const char *first,
           ...)
{
  GHashTable *used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  va_list args;

  va_start (args, first);
  for (const char *text = first; text != NULL; text = va_arg (args, const char *))
    g_hash_table_add (used, g_utf8_casefold (text, -1));
  va_end (args);

  return used;
}

static void
test_next (void)
{
  static const struct
  {
    const char *text;
    gint64 step;
    const char *next;
  } cases[] = {
    { "CAM 3", 1, "CAM 4" },
    { "CAM 9", 1, "CAM 10" },
    { "CAM 09", 1, "CAM 10" },
    { "CAM 099", 2, "CAM 101" },
    { "3", 2, "5" },
    { "GFX", 1, "GFX" },
    { "", 1, "" },
    { "CAM 3", -5, "CAM 0" },
    { "Serial 12345678901", 1, "Serial 12345678901" },
    { "Größe 1", 1, "Größe 2" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *next = genlock_series_next (cases[i].text, cases[i].step);

      g_assert_cmpstr (next, ==, cases[i].next);
    }
}

static void
test_fill (void)
{
  const char *one[] = { "CAM 3" };
  const char *two[] = { "2", "4" };
  const char *mixed[] = { "CAM 1", "GFX 2" };
  const char *words[] = { "A", "B" };
  const char *down[] = { "SRC 9", "SRC 8" };
  const struct
  {
    const char * const *seeds;
    guint n_seeds;
    guint place;
    const char *text;
  } cases[] = {
    { one, 1, 1, "CAM 4" }, { one, 1, 4, "CAM 7" },
    { two, 2, 2, "6" }, { two, 2, 3, "8" },
    { mixed, 2, 2, "CAM 1" }, { mixed, 2, 3, "GFX 2" },
    { words, 2, 4, "A" }, { down, 2, 2, "SRC 7" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = genlock_series_fill (cases[i].seeds, cases[i].n_seeds,
                                                   cases[i].place);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_next_free (void)
{
  g_autoptr (GHashTable) used = make_used ("CAM 3", "cam 4", "GFX", NULL);
  g_autofree char *camera = genlock_series_next_free ("CAM 3", used);
  g_autofree char *again = genlock_series_next_free ("CAM 3", used);
  g_autofree char *graphics = genlock_series_next_free ("GFX", used);

  g_assert_cmpstr (camera, ==, "CAM 5");
  g_assert_cmpstr (again, ==, "CAM 6");
  g_assert_cmpstr (graphics, ==, "GFX 2");
}

static void
test_next_label (void)
{
  g_autoptr (GHashTable) used = make_used ("SRC 1", "src 7", "DST 40", "SRC 3B", NULL);
  g_autoptr (GHashTable) none = make_used (NULL);
  g_autofree char *label = genlock_series_next_label ("SRC", used);
  g_autofree char *again = genlock_series_next_label ("SRC", used);
  g_autofree char *first = genlock_series_next_label ("DST", none);

  g_assert_cmpstr (label, ==, "SRC 8");
  g_assert_cmpstr (again, ==, "SRC 9");
  g_assert_cmpstr (first, ==, "DST 1");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/series/next", test_next);
  g_test_add_func ("/series/fill", test_fill);
  g_test_add_func ("/series/next-free", test_next_free);
  g_test_add_func ("/series/next-label", test_next_label);

  return g_test_run ();
}
