/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sheets as text: what spreadsheets write, and what they would do to ours. */

#include "config.h"

#include <string.h>

#include "interchange/genlock-csv.h"

/* The sheet as one text: cells between | and rows between / */
static char *
flatten (const char *data,
         gssize length,
         char delimiter)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GenlockCsv) csv = genlock_csv_parse (data, length, delimiter, &error);
  GString *flat = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint row = 0; row < genlock_csv_get_n_rows (csv); row++)
    {
      if (row > 0)
        g_string_append_c (flat, '/');
      for (guint cell = 0; cell < genlock_csv_get_n_cells (csv, row); cell++)
        g_string_append_printf (flat, "%s%s", cell > 0 ? "|" : "",
                                genlock_csv_get_cell (csv, row, cell));
    }

  return g_string_free (flat, FALSE);
}

static void
test_read (void)
{
  static const struct
  {
    const char *text;
    const char *flat;
  } cases[] = {
    { "", "" },
    { "a,b\nc,d\n", "a|b/c|d" },
    { "a,b\r\nc,d", "a|b/c|d" },
    { "a,b\rc,d\r", "a|b/c|d" },
    { "a;b;1,5\nc;d;2,5\n", "a|b|1,5/c|d|2,5" },
    { "a\tb,c;d\ne\tf\n", "a|b,c;d/e|f" },
    { "\xef\xbb\xbf" "a,b\n", "a|b" },
    { "a,,\n,,c\n", "a||/||c" },
    { "a\n\nb\n", "a//b" },
    { "\"a,b\",\"c\"\"d\"\n", "a,b|c\"d" },
    { "\"two\nlines\",x\n", "two\nlines|x" },
    { "55\",\"55\"\"\"\n", "55\"|55\"" },
    { "\"ab\"c,d\n", "abc|d" },
    { "sep=;\r\na;b,c\n", "a|b,c" },
    { "\"\"\n", "" },
    { "\",;;;;\";b\nc;d\n", ",;;;;|b/c|d" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *flat = flatten (cases[i].text, -1, 0);

      g_assert_cmpstr (flat, ==, cases[i].flat);
    }
}

static void
test_encodings (void)
{
  static const char latin[] = "B\xfchne;5 \x80\n";
  static const char wide[] = "\xff\xfe" "a\0;\0\xe4\0\n\0";
  g_autofree char *flat = flatten (latin, -1, 0);
  g_autofree char *flat_wide = flatten (wide, sizeof wide - 1, 0);
  g_autoptr (GenlockCsv) csv = genlock_csv_parse (latin, -1, 0, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (flat, ==, "Bühne|5 €");
  g_assert_cmpstr (flat_wide, ==, "a|ä");
  g_assert_cmpint (genlock_csv_get_encoding (csv), ==, GENLOCK_CSV_WINDOWS_1252);

  g_assert_null (genlock_csv_parse ("a\0b", 3, 0, &error));
  g_assert_error (error, GENLOCK_CSV_ERROR, GENLOCK_CSV_ERROR_BINARY);
}

static void
test_lines (void)
{
  g_autoptr (GenlockCsv) csv = genlock_csv_parse ("a\n\"b\r\nb\nb\"\nc\n", -1, 0, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (genlock_csv_get_n_rows (csv), ==, 3);
  g_assert_cmpuint (genlock_csv_get_line (csv, 1), ==, 2);
  g_assert_cmpuint (genlock_csv_get_line (csv, 2), ==, 5);
  g_assert_cmpstr (genlock_csv_get_cell (csv, 2, 7), ==, "");

  g_assert_null (genlock_csv_parse ("a,b\nc,\"d\n\n", -1, 0, &error));
  g_assert_error (error, GENLOCK_CSV_ERROR, GENLOCK_CSV_ERROR_QUOTE);
  g_assert_nonnull (strstr (error->message, "line 2"));
}

static void
test_too_large (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *rows = g_strnfill (GENLOCK_CSV_MAX_ROWS + 1, '\n');
  g_autofree char *columns = g_strnfill (GENLOCK_CSV_MAX_COLUMNS, ',');

  g_assert_null (genlock_csv_parse (rows, -1, 0, &error));
  g_assert_error (error, GENLOCK_CSV_ERROR, GENLOCK_CSV_ERROR_TOO_LARGE);
  g_clear_error (&error);
  g_assert_null (genlock_csv_parse (columns, -1, ',', &error));
  g_assert_error (error, GENLOCK_CSV_ERROR, GENLOCK_CSV_ERROR_TOO_LARGE);
}

/* Whatever text a cell holds, it comes back, and no spreadsheet runs it. */
static void
test_round_trip (void)
{
  static const char * const texts[] = {
    "", "a", " a", "a ", "a,b;c\td", "55\"", "two\nlines", "=1+1", "+49", "-", "@x", "'=1+1",
    "''=x", "'quoted'", "'", "\t=x", "Bühne", "sep=;", "\"", "-5",
  };
  static const char delimiters[] = { ',', ';', '\t' };

  for (guint d = 0; d < G_N_ELEMENTS (delimiters); d++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GenlockCsv) csv = NULL;

      for (guint row = 0; row < G_N_ELEMENTS (texts); row++)
        {
          for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
            genlock_csv_write_cell (text, texts[(row + i) % G_N_ELEMENTS (texts)], delimiters[d]);
          genlock_csv_write_end_row (text);
        }
      csv = genlock_csv_parse (text->str, (gssize) text->len, delimiters[d], NULL);
      g_assert_nonnull (csv);
      g_assert_cmpuint (genlock_csv_get_n_rows (csv), ==, G_N_ELEMENTS (texts));
      for (guint row = 0; row < G_N_ELEMENTS (texts); row++)
        {
          g_assert_cmpuint (genlock_csv_get_n_cells (csv, row), ==, G_N_ELEMENTS (texts));
          for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
            {
              const char *cell = genlock_csv_get_cell (csv, row, i);

              g_assert_null (strchr ("=+-@", *cell == '\0' ? 'x' : *cell));
              g_assert_cmpstr (genlock_csv_restore (cell), ==,
                               texts[(row + i) % G_N_ELEMENTS (texts)]);
            }
        }
    }
}

static void
test_number (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append (text, "\xef\xbb\xbf");
  genlock_csv_write_number (text, "-5", ',');
  genlock_csv_write_number (text, "59.94", ',');
  genlock_csv_write_cell (text, NULL, ',');
  genlock_csv_write_end_row (text);
  g_assert_cmpstr (text->str, ==, "\xef\xbb\xbf-5,59.94,\r\n");
}

/* Any bytes are a sheet or an error, never more. */
static void
test_noise (void)
{
  static const char alphabet[] = "\",;\t\r\n'=a1 \xc3\xa4\xff";
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint run = 0; run < 20000; run++)
    {
      char data[64];
      gsize length = (gsize) g_rand_int_range (random, 0, sizeof data);
      g_autoptr (GenlockCsv) csv = NULL;

      for (gsize i = 0; i < length; i++)
        data[i] = alphabet[g_rand_int_range (random, 0, sizeof alphabet - 1)];
      csv = genlock_csv_parse (data, (gssize) length, 0, NULL);
      if (csv == NULL)
        continue;
      for (guint row = 0; row < genlock_csv_get_n_rows (csv); row++)
        for (guint i = 0; i < genlock_csv_get_n_cells (csv, row); i++)
          g_assert_true (g_utf8_validate (genlock_csv_get_cell (csv, row, i), -1, NULL));
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/csv/read", test_read);
  g_test_add_func ("/csv/encodings", test_encodings);
  g_test_add_func ("/csv/lines", test_lines);
  g_test_add_func ("/csv/too-large", test_too_large);
  g_test_add_func ("/csv/round-trip", test_round_trip);
  g_test_add_func ("/csv/number", test_number);
  g_test_add_func ("/csv/noise", test_noise);

  return g_test_run ();
}
