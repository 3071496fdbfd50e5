/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tab-separated text as spreadsheets write it, read and written. */

#include "config.h"

#include "ui/lists/genlock-tsv.h"

typedef struct
{
  const char *text;
  const char *cells; /* rows end with "/", cells with ";" */
} Case;

static char *
flatten (GPtrArray *block)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < block->len; i++)
    {
      char **line = g_ptr_array_index (block, i);

      for (; *line != NULL; line++)
        g_string_append_printf (text, "%s;", *line);
      g_string_append_c (text, '/');
    }

  return g_string_free (text, FALSE);
}

static void
test_parse (void)
{
  static const Case cases[] = {
    { "", "" },
    { "a", "a;/" },
    { "a\tb\n", "a;b;/" },
    { "a\tb\r\nc\td\r\n", "a;b;/c;d;/" },
    { "a\t\n\tb\n", "a;;/;b;/" },
    { "\n", ";/" },
    { "a\n\nb\n", "a;/;/b;/" },
    { "a\tb\tc\nd\n", "a;b;c;/d;;;/" },
    { "a\t", "a;;/" },
    /* Quotes only where they close a cell. */
    { "\"two\nlines\"\tb\n", "two\nlines;b;/" },
    { "\"two\r\nlines\"\tb\r\n", "two\nlines;b;/" },
    { "\"a\tb\"\tc\n", "a\tb;c;/" },
    { "\"say \"\"hi\"\"\"\tc\n", "say \"hi\";c;/" },
    { "65\" LED\tb\n", "65\" LED;b;/" },
    { "\"Main\" screen\tb\n", "\"Main\" screen;b;/" },
    { "\"open\tb\nc", "\"open;b;/c;;/" },
    { "\"\"\tb", ";b;/" },
    { "1920×1200 59.94 RBv2\tHDMI | SDI\n", "1920×1200 59.94 RBv2;HDMI | SDI;/" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) block = genlock_tsv_parse (cases[i].text);
      g_autofree char *flat = flatten (block);

      g_assert_cmpstr (flat, ==, cases[i].cells);
    }
}

static void
test_append (void)
{
  g_autoptr (GString) tsv = g_string_new (NULL);

  genlock_tsv_append (tsv, "a", TRUE);
  genlock_tsv_append (tsv, "65\" LED", FALSE);
  genlock_tsv_append (tsv, "two\nlines", TRUE);
  genlock_tsv_append (tsv, "\"q\"", FALSE);

  g_assert_cmpstr (tsv->str, ==, "a\t65\" LED\n\"two\nlines\"\t\"\"\"q\"\"\"");
}

/* Whatever a cell says comes back. */
static void
test_round_trip (void)
{
  static const char alphabet[] = "a\"\t\n b1";

  for (guint round = 0; round < 2000; round++)
    {
      g_autoptr (GString) tsv = g_string_new (NULL);
      g_autoptr (GPtrArray) block = NULL;
      g_autofree char *expected = NULL;
      g_autofree char *flat = NULL;
      g_autoptr (GString) wanted = g_string_new (NULL);

      for (guint row = 0; row < 2; row++)
        {
          for (guint column = 0; column < 2; column++)
            {
              char cell[6] = { 0 };
              int length = g_test_rand_int_range (0, 5);

              for (int i = 0; i < length; i++)
                cell[i] = alphabet[g_test_rand_int_range (0, sizeof alphabet - 1)];

              genlock_tsv_append (tsv, cell, column == 0);
              g_string_append_printf (wanted, "%s;", cell);
            }
          g_string_append_c (wanted, '/');
        }

      /* An empty first cell has no line break before it to begin the second line with. */
      g_string_append_c (tsv, '\n');
      block = genlock_tsv_parse (tsv->str);
      flat = flatten (block);
      g_assert_cmpstr (flat, ==, wanted->str);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/tsv/parse", test_parse);
  g_test_add_func ("/tsv/append", test_append);
  g_test_add_func ("/tsv/round-trip", test_round_trip);

  return g_test_run ();
}
