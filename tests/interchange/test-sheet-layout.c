/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sheets as CSV and on paper: hard texts, many rows, the same bytes each time. */

#include "config.h"

#include <math.h>
#include <string.h>

#include "interchange/genlock-sheet-file.h"
#include "interchange/genlock-sheet-layout.h"

static const GenlockSheetColumn columns[] = {
  { "Cable", GENLOCK_SHEET_TEXT, 1.0, FALSE, FALSE },
  { "From", GENLOCK_SHEET_TEXT, 2.0, FALSE, FALSE },
  { "Port", GENLOCK_SHEET_TEXT, 0.0, TRUE, FALSE },
  { "Length", GENLOCK_SHEET_NUMBER, 0.0, FALSE, FALSE },
  { "Via", GENLOCK_SHEET_TEXT, 1.0, FALSE, TRUE },
  { "Run", GENLOCK_SHEET_BOX, 0.0, FALSE, FALSE },
};

static const GenlockSheetTitle title = {
  .client = "ACME",
  .show = "Gala “Größe”",
  .venue = "Hall 1",
  .printed_at = G_GINT64_CONSTANT (1795305600000),
};

static const GenlockSheetPage a4 = { GENLOCK_SHEET_A4, TRUE, FALSE, GENLOCK_SHEET_MARGIN };

static void
add_row (GenlockSheet *sheet,
         GenlockSheetGroup *group,
         const char *cable,
         const char *from,
         const char *port,
         const char *length)
{
  GenlockSheetRow *row = genlock_sheet_add_row (sheet, group);

  genlock_sheet_row_set (row, 0, cable);
  genlock_sheet_row_set (row, 1, from);
  genlock_sheet_row_set (row, 2, port);
  genlock_sheet_row_set (row, 3, length);
  genlock_sheet_row_set (row, 5, "");
}

static GenlockSheet *
make_sheet (guint n_rows)
{
  GenlockSheet *sheet = genlock_sheet_new ("Cables", columns, G_N_ELEMENTS (columns));
  GenlockSheetGroup *group = genlock_sheet_add_group (sheet, NULL);

  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *label = g_strdup_printf ("V %u", i + 1);

      add_row (sheet, group, label, "SRC 1 CAM 1", "OUT 1", "12.5");
    }

  return sheet;
}

static void
test_csv (void)
{
  g_autoptr (GenlockSheet) sheet = genlock_sheet_new ("Cables", columns, G_N_ELEMENTS (columns));
  GenlockSheetGroup *group = genlock_sheet_add_group (sheet, "E2, main");
  g_autoptr (GString) csv = NULL;

  sheet->group_heading = "Device";
  add_row (sheet, group, "=1+1", "a \"quoted\"\nname", "\u202eturned\u202c", "-2.5");
  genlock_sheet_row_set (group->rows->pdata[0], 5, "x");
  add_row (sheet, group, "Sum", NULL, NULL, "12");
  ((GenlockSheetRow *) group->rows->pdata[1])->is_total = TRUE;

  csv = genlock_sheet_print_csv (sheet);
  g_assert_cmpstr (csv->str, ==,
                   "\xef\xbb\xbf" "Device,Cable,From,Port,Length,Via,Run\r\n"
                   "\"E2, main\",'=1+1,\"a \"\"quoted\"\" name\",turned,-2.5,,x\r\n");
}

static guint
count_pages (GenlockSheet *sheet,
             const GenlockSheetPage *page)
{
  g_autoptr (GenlockSheetLayout) layout = genlock_sheet_layout_new (sheet, &title, page);

  return genlock_sheet_layout_get_n_pages (layout);
}

static void
test_pages (void)
{
  static const GenlockSheetPage upright = { GENLOCK_SHEET_A4, FALSE, FALSE, 10 };
  static const GenlockSheetPage large = { GENLOCK_SHEET_A3, FALSE, FALSE, 10 };
  static const GenlockSheetPage endless = { GENLOCK_SHEET_A4, TRUE, TRUE, 10 };
  g_autoptr (GenlockSheet) none = make_sheet (0);
  g_autoptr (GenlockSheet) many = make_sheet (300);
  g_autoptr (GenlockSheetLayout) tall = genlock_sheet_layout_new (many, &title, &endless);
  double width;
  double height;

  g_assert_cmpuint (count_pages (none, &a4), ==, 1);
  /* What is legible: not more than 40 rows on a sheet that lies, nor fewer than 25. */
  g_assert_cmpuint (count_pages (many, &a4), >=, 300 / 40);
  g_assert_cmpuint (count_pages (many, &a4), <=, 300 / 25);
  g_assert_cmpuint (count_pages (many, &upright), <, count_pages (many, &a4));
  g_assert_cmpuint (count_pages (many, &large), <, count_pages (many, &upright));

  g_assert_cmpuint (genlock_sheet_layout_get_n_pages (tall), ==, 1);
  genlock_sheet_layout_get_size (tall, &width, &height);
  g_assert_cmpfloat (height, >, 300 * 10);
}

static guint
count_dark (cairo_surface_t *surface,
            int from_x,
            int to_x)
{
  const guchar *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);
  guint n = 0;

  for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
    for (int x = MAX (from_x, 0); x < MIN (to_x, cairo_image_surface_get_width (surface)); x++)
      n += data[y * stride + x * 4] < 0x60;

  return n;
}

static cairo_surface_t *
draw (GenlockSheet *sheet,
      const GenlockSheetPage *page)
{
  g_autoptr (GenlockSheetLayout) layout = genlock_sheet_layout_new (sheet, &title, page);
  double width;
  double height;
  cairo_surface_t *surface;
  cairo_t *cr;

  genlock_sheet_layout_get_size (layout, &width, &height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) ceil (width),
                                        (int) ceil (height));
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  for (guint i = 0; i < genlock_sheet_layout_get_n_pages (layout); i++)
    genlock_sheet_layout_draw_page (layout, cr, i);
  cairo_destroy (cr);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_flush (surface);

  return surface;
}

/* Texts that break lesser tables: nothing is drawn on the margins, and no row takes a page. */
static void
test_hard_texts (void)
{
  g_autofree char *words = g_strnfill (10000, 'W');
  g_autofree char *umlauts = g_strdup ("Überlängenträgerbefestigungsschraubenschlüssel ÄÖÜß");
  g_autofree char *spaces = g_strnfill (10000, ' ');
  const char * const texts[] = {
    words, umlauts, spaces, "監視カメラ映像切替器一号機", "كاميرا المسرح الرئيسية 1",
    "מצלמה 12G-SDI", "\x01\x02 bell\a tab\t end\x7f", "🎥🎬", "e\u0301\u0301\u0301\u0301",
    "\u202eSDI", "",
  };
  g_autoptr (GenlockSheet) sheet = genlock_sheet_new (words, columns, G_N_ELEMENTS (columns));
  GenlockSheetGroup *group = genlock_sheet_add_group (sheet, words);
  cairo_surface_t *surface;
  int margin = (int) (GENLOCK_SHEET_MARGIN * 72 / 25.4);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    add_row (sheet, group, texts[i], texts[i], texts[G_N_ELEMENTS (texts) - 1 - i], texts[i]);

  g_assert_cmpuint (count_pages (sheet, &a4), <=, 3);
  surface = draw (sheet, &a4);
  g_assert_cmpuint (count_dark (surface, 0, margin - 2), ==, 0);
  g_assert_cmpuint (count_dark (surface, cairo_image_surface_get_width (surface) - margin + 2,
                                G_MAXINT), ==, 0);
  g_assert_cmpuint (count_dark (surface, 0, G_MAXINT), >, 1000);
  cairo_surface_destroy (surface);
}

/* An empty column is left out on paper where it may be, the others get its room. */
static void
test_optional (void)
{
  g_autoptr (GenlockSheet) without = make_sheet (1);
  g_autoptr (GenlockSheet) with = make_sheet (1);
  GenlockSheetGroup *group = with->groups->pdata[0];
  cairo_surface_t *first;
  cairo_surface_t *second;

  genlock_sheet_row_set (group->rows->pdata[0], 4, "x");
  first = draw (without, &a4);
  second = draw (with, &a4);
  g_assert_cmpuint (count_dark (second, 0, G_MAXINT), >, count_dark (first, 0, G_MAXINT) + 20);
  cairo_surface_destroy (first);
  cairo_surface_destroy (second);
}

static void
test_same_bytes (void)
{
  for (guint i = 0; i < GENLOCK_SHEET_N_FORMATS; i++)
    {
      g_autoptr (GenlockSheet) sheet = make_sheet (60);
      g_autoptr (GenlockSheet) again = make_sheet (60);
      g_autoptr (GError) error = NULL;
      g_autoptr (GString) first = genlock_sheet_print (sheet, &title, &a4, i, &error);
      g_autoptr (GString) second = genlock_sheet_print (again, &title, &a4, i, &error);

      g_assert_no_error (error);
      g_assert_cmpmem (first->str, first->len, second->str, second->len);
    }
}

/* Black on white in a dark window, too. */
static void
test_svg_paper (void)
{
  g_autoptr (GenlockSheet) sheet = make_sheet (3);
  g_autoptr (GString) svg = genlock_sheet_print (sheet, &title, &a4, GENLOCK_SHEET_SVG, NULL);

  g_assert_true (strstr (svg->str, "100%,100%,100%") != NULL
                 || strstr (svg->str, "100%, 100%, 100%") != NULL);
}

/* The time is what was given, not now. */
static void
test_time (void)
{
  g_autoptr (GenlockSheet) sheet = make_sheet (3);
  g_autoptr (GString) pdf = genlock_sheet_print (sheet, &title, &a4, GENLOCK_SHEET_PDF, NULL);

  g_assert_nonnull (memmem (pdf->str, pdf->len, "20261122000000", 14));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sheet-layout/csv", test_csv);
  g_test_add_func ("/sheet-layout/pages", test_pages);
  g_test_add_func ("/sheet-layout/hard-texts", test_hard_texts);
  g_test_add_func ("/sheet-layout/optional", test_optional);
  g_test_add_func ("/sheet-layout/same-bytes", test_same_bytes);
  g_test_add_func ("/sheet-layout/svg-paper", test_svg_paper);
  g_test_add_func ("/sheet-layout/time", test_time);

  return g_test_run ();
}
