/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Papers, widths of columns, and rows to pages. */

#include "config.h"

#include <math.h>

#include "interchange/genlock-sheet-pages.h"

static void
test_papers (void)
{
  GenlockSheetPaper paper;
  double width;
  double height;

  g_assert_true (genlock_sheet_paper_find ("a3", &paper));
  g_assert_cmpint (paper, ==, GENLOCK_SHEET_A3);
  g_assert_true (genlock_sheet_paper_find ("LETTER", &paper));
  g_assert_cmpint (paper, ==, GENLOCK_SHEET_LETTER);
  g_assert_false (genlock_sheet_paper_find ("A9", &paper));
  g_assert_cmpstr (genlock_sheet_paper_get_name (GENLOCK_SHEET_TABLOID), ==, "Tabloid");

  genlock_sheet_paper_get_size (GENLOCK_SHEET_A4, &width, &height);
  g_assert_cmpfloat_with_epsilon (width * 25.4 / 72, 210, 0.001);
  g_assert_cmpfloat_with_epsilon (height * 25.4 / 72, 297, 0.001);
}

static void
assert_widths (const GenlockSheetWidth *columns,
               double available,
               const double *expected)
{
  double widths[3];

  genlock_sheet_fit_widths (columns, G_N_ELEMENTS (widths), available, widths);
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    g_assert_cmpfloat_with_epsilon (widths[i], expected[i], 0.001);
}

static void
test_widths (void)
{
  static const GenlockSheetWidth columns[] = {
    { 10, 10, 0 },
    { 20, 40, 1 },
    { 20, 200, 2 },
  };

  /* Enough: what is left goes by weight. */
  assert_widths (columns, 280, (double[]) { 10, 50, 220 });
  /* Too little: the small one gets what it needs, the large one what is left. */
  assert_widths (columns, 150, (double[]) { 10, 40, 100 });
  assert_widths (columns, 100, (double[]) { 10, 30, 60 });
  /* Far too little: all shrink alike. */
  assert_widths (columns, 25, (double[]) { 5, 10, 10 });
}

/* (element-type GenlockSheetItem): a heading and rows of a height, for each number of rows. */
static GArray *
make_items (const int *groups,
            double heading,
            double row)
{
  GArray *items = g_array_new (FALSE, FALSE, sizeof (GenlockSheetItem));

  for (guint i = 0; groups[i] >= 0; i++)
    for (int j = heading > 0 ? -1 : 0; j < groups[i]; j++)
      {
        GenlockSheetItem item = { i, j, j < 0 ? heading : row, 0 };

        g_array_append_val (items, item);
      }

  return items;
}

static void
assert_pages (GArray *items,
              double height,
              const char *expected)
{
  g_autoptr (GArray) spans = genlock_sheet_paginate ((GenlockSheetItem *) items->data, items->len,
                                                     height);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < spans->len; i++)
    {
      const GenlockSheetSpan *span = &g_array_index (spans, GenlockSheetSpan, i);

      g_string_append_printf (text, "%s%u+%u", i > 0 ? " " : "", span->first, span->n_items);
      if (span->heading >= 0)
        g_string_append_printf (text, "^%d", span->heading);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_pages (void)
{
  g_autoptr (GArray) none = make_items ((int[]) { -1 }, 0, 10);
  g_autoptr (GArray) plain = make_items ((int[]) { 7, -1 }, 0, 10);
  g_autoptr (GArray) grouped = make_items ((int[]) { 4, 2, -1 }, 12, 10);

  assert_pages (none, 100, "0+0");
  assert_pages (plain, 100, "0+7");
  assert_pages (plain, 70, "0+7");
  assert_pages (plain, 69, "0+6 6+1");
  assert_pages (plain, 20, "0+2 2+2 4+2 6+1");
  /* A page that goes on with a group repeats its heading. */
  assert_pages (grouped, 32, "0+3 3+2^0 5+3");
  /* A heading does not stay behind at the foot of a page. */
  assert_pages (grouped, 70, "0+5 5+3");
  assert_pages (grouped, 74, "0+7 7+1^5");
}

/* Higher than a page: alone on one, and on with what follows. */
static void
test_high (void)
{
  g_autoptr (GArray) items = make_items ((int[]) { 4, -1 }, 0, 10);

  g_array_index (items, GenlockSheetItem, 1).height = 500;
  assert_pages (items, 30, "0+1 1+1 2+2");
}

/* What should stay together goes to the next page as a whole, where that helps or not. */
static void
test_block (void)
{
  g_autoptr (GArray) items = make_items ((int[]) { 2, 2, -1 }, 12, 10);

  g_array_index (items, GenlockSheetItem, 0).block = 32;
  g_array_index (items, GenlockSheetItem, 3).block = 32;
  assert_pages (items, 64, "0+6");
  assert_pages (items, 63, "0+3 3+3");
  g_array_index (items, GenlockSheetItem, 3).block = 500;
  assert_pages (items, 64, "0+3 3+3");
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sheet-pages/papers", test_papers);
  g_test_add_func ("/sheet-pages/widths", test_widths);
  g_test_add_func ("/sheet-pages/pages", test_pages);
  g_test_add_func ("/sheet-pages/high", test_high);
  g_test_add_func ("/sheet-pages/block", test_block);

  return g_test_run ();
}
