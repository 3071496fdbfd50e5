/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of text: its one form, search, and labels with numbers. */
#define G_LOG_DOMAIN "genlock-test"

#include "config.h"

#include <string.h>

#include "core/model/genlock-text.h"

typedef struct
{
  const char *text;
  const char *normal;
} Case;

typedef struct
{
  const char *haystack;
  const char *needle;
  gboolean found;
} Search;

typedef struct
{
  const char *text;
  gint64 by;
  const char *next;
} Step;

typedef struct
{
  const char *text;
  gboolean found;
  gsize prefix_length;
  gint64 number;
  guint digits;
} Split;

static void
test_normalize (void)
{
  static const Case cases[] = {
    { "", "" }, { "CAM 3", "CAM 3" }, { " a\tb ", " a\tb " },
    { "a\r\nb\rc\nd\r\r\n", "a\nb\nc\nd\n\n" },
    { "Bu\xcc\x88hne", "Bühne" }, { "Bühne", "Bühne" }, { "\xe2\x84\xab", "\xc3\x85" },
    { "\xe1\x84\x92\xe1\x85\xa1\xe1\x86\xab", "\xed\x95\x9c" },
    { "a\xcc\xa3\xcc\x88\r\n", "\xe1\xba\xa1\xcc\x88\n" }, { "16′ × 9″", "16′ × 9″" },
    { "😀", "😀" }, { "\xef\xac\x81", "\xef\xac\x81" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *normal = genlock_text_normalize (cases[i].text, -1, &error);
      g_autofree char *again = NULL;

      g_assert_no_error (error);
      g_assert_cmpstr (normal, ==, cases[i].normal);
      again = genlock_text_normalize (normal, (gssize) strlen (normal), NULL);
      g_assert_cmpstr (again, ==, normal);
      g_assert_true (genlock_text_is_normal (normal));
      g_assert_cmpint (genlock_text_is_normal (cases[i].text), ==,
                       strcmp (cases[i].text, normal) == 0);
    }
  g_assert_false (genlock_text_is_normal (NULL));
}

static void
test_normalize_part (void)
{
  g_autofree char *part = genlock_text_normalize ("CAM 3, CAM 4", 5, NULL);
  g_autofree char *nothing = genlock_text_normalize ("x", 0, NULL);

  g_assert_cmpstr (part, ==, "CAM 3");
  g_assert_cmpstr (nothing, ==, "");
}

static void
test_refused (void)
{
  static const char * const wrong[] = { "\xff", "a\x80", "\xc0\xaf", "\xed\xa0\x80", "B\xfchne",
                                        "\xe2\x82" };
  g_autoptr (GError) nul = NULL;
  g_autoptr (GError) marks = NULL;
  g_autoptr (GString) zalgo = g_string_new ("a");
  g_autofree char *allowed = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (genlock_text_normalize (wrong[i], -1, &error));
      g_assert_error (error, G_CONVERT_ERROR, G_CONVERT_ERROR_ILLEGAL_SEQUENCE);
      g_assert_false (genlock_text_is_normal (wrong[i]));
    }
  g_assert_null (genlock_text_normalize ("a\0b", 3, &nul));
  g_assert_error (nul, G_CONVERT_ERROR, G_CONVERT_ERROR_EMBEDDED_NUL);

  for (guint i = 0; i < 1000; i++)
    g_string_append (zalgo, i % 2 == 0 ? "\xcc\x88" : "\xcc\xa3");
  allowed = genlock_text_normalize (zalgo->str, -1, NULL);
  g_assert_nonnull (allowed);
  g_string_append (zalgo, "\xcc\x88");
  g_assert_null (genlock_text_normalize (zalgo->str, -1, &marks));
  g_assert_error (marks, G_CONVERT_ERROR, G_CONVERT_ERROR_ILLEGAL_SEQUENCE);
}

static void
test_contains (void)
{
  static const Search searches[] = {
    { "CAM 3", "cam", TRUE }, { "Main Camera", "CAMERA", TRUE }, { "Main Camera", "camerb", FALSE },
    { "cacam", "cam", TRUE }, { "ca", "cam", FALSE }, { "", "a", FALSE }, { "abc", "", TRUE },
    { NULL, "", TRUE }, { NULL, "a", FALSE }, { "abc", "c", TRUE }, { "@[`{", "[`", TRUE },
    { "`", "@", FALSE }, { "[", "{", FALSE },
    { "Bühne links", "BÜHNE", TRUE }, { "BÜHNE", "bühne l", FALSE },
    { "Bühne", "Bu\xcc\x88", TRUE },
    { "Straße", "STRASSE", TRUE }, { "STRASSE", "straße", TRUE }, { "Straße 3", "e 3", TRUE },
    { "ΟΔΟΣ", "οδος", TRUE }, { "ЭКРАН 1", "экран", TRUE }, { "ascii only", "ü", FALSE },
    { "\xe2\x84\xaa" "elvin", "kelvin", TRUE }, { "8K 😀 wall", "😀 W", TRUE },
    { "Bühne", "u", FALSE }, { "CAM 3", "\xff", FALSE }, { "CAM \xef\xbf\xbd", "\xff", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      g_autofree char *needle = genlock_text_fold (searches[i].needle);
      g_autofree char *said = g_strescape (searches[i].needle, NULL);

      g_test_message ("%s in row %zu", said, i);
      g_assert_cmpint (genlock_text_contains (searches[i].haystack, needle), ==,
                       searches[i].found);
    }
}

/* The fast way finds what folding everything finds. */
static void
test_contains_random (void)
{
  static const char * const letters[] = { "a", "A", "b", "ß", "ẞ", "s", "S", "ü", "Ü", "ﬁ", "f",
                                          "i", "I", "İ", "ı", "ſ", "K", "k", "Σ", "σ", "ς", "😀" };

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (GString) haystack = g_string_new (NULL);
      g_autoptr (GString) needle = g_string_new (NULL);

      for (int k = g_test_rand_int_range (0, 8); k > 0; k--)
        g_string_append (haystack, letters[g_test_rand_int_range (0, G_N_ELEMENTS (letters))]);
      for (int k = g_test_rand_int_range (0, 3); k > 0; k--)
        g_string_append (needle, letters[g_test_rand_int_range (0, G_N_ELEMENTS (letters))]);

      g_autofree char *folded_haystack = g_utf8_casefold (haystack->str, -1);
      g_autofree char *folded = genlock_text_fold (needle->str);

      g_assert_cmpint (genlock_text_contains (haystack->str, folded), ==,
                       strstr (folded_haystack, folded) != NULL);
    }
}

/* Of every character: what its folding contains is found in it, though ASCII goes a fast way. */
static void
test_contains_every (void)
{
  for (gunichar c = 1; c <= 0x10ffff; c++)
    {
      char text[7] = { 0 };
      char last[2] = { 0 };
      g_autofree char *folded = NULL;

      if (!g_unichar_validate (c))
        continue;
      g_unichar_to_utf8 (c, text);
      folded = g_utf8_casefold (text, -1);
      for (char letter = ' '; letter < 0x7f; letter++)
        {
          if (strchr (folded, letter) != NULL)
            last[0] = letter;
        }
      g_assert_true (genlock_text_contains (text, last));
      if (c >= 0x80)
        g_assert_false (genlock_text_contains (text, "@"));
    }
}

static void
test_split (void)
{
  static const Split splits[] = {
    { "CAM 3", TRUE, 4, 3, 1 }, { "CAM 09", TRUE, 4, 9, 2 }, { "12", TRUE, 0, 12, 2 },
    { "E2 IN 1.10", TRUE, 8, 10, 2 }, { "CAM -3", TRUE, 5, 3, 1 }, { "CAM", FALSE, 0, 0, 0 },
    { "", FALSE, 0, 0, 0 }, { "3 CAM", FALSE, 0, 0, 0 }, { "CAM 3 ", FALSE, 0, 0, 0 },
    { "ü7", TRUE, 2, 7, 1 }, { "x000", TRUE, 1, 0, 3 },
    { "x999999999999999", TRUE, 1, 999999999999999, 15 }, { "x1000000000000000", FALSE, 0, 0, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (splits); i++)
    {
      gsize prefix_length;
      gint64 number;
      guint digits;

      g_assert_cmpint (genlock_text_split_number (splits[i].text, &prefix_length, &number, &digits),
                       ==, splits[i].found);
      g_assert_cmpuint (prefix_length, ==, splits[i].prefix_length);
      g_assert_cmpint (number, ==, splits[i].number);
      g_assert_cmpuint (digits, ==, splits[i].digits);
      g_assert_cmpint (genlock_text_split_number (splits[i].text, NULL, NULL, NULL), ==,
                       splits[i].found);
    }
}

static void
test_increment (void)
{
  static const Step steps[] = {
    { "CAM 3", 1, "CAM 4" }, { "CAM 9", 1, "CAM 10" }, { "CAM 09", 1, "CAM 10" },
    { "CAM 09", 92, "CAM 101" }, { "CAM 10", -1, "CAM 9" }, { "CAM 010", -1, "CAM 009" },
    { "CAM 3", 0, "CAM 3" }, { "CAM 3", -5, "CAM 0" }, { "CAM", 1, "CAM" }, { "7", 3, "10" },
    { "SRC3", 1, "SRC4" }, { "IN 1.1", 1, "IN 1.2" }, { "Bühne 1", 1, "Bühne 2" },
    { "x999999999999999", 1, "x999999999999999" }, { "x1", G_MAXINT64, "x999999999999999" },
    { "x5", G_MININT64, "x0" }, { "x000", 5, "x005" }, { "100%d 1", 1, "100%d 2" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autofree char *next = genlock_text_increment (steps[i].text, steps[i].by);

      g_assert_cmpstr (next, ==, steps[i].next);
    }
}

static void
assert_next (const char *expected,
             const char *labels,
             const char *prefix)
{
  g_auto (GStrv) used = g_strsplit (labels, ",", -1);
  g_autofree char *next = genlock_text_next_label (prefix, (const char * const *) used,
                                                   g_strv_length (used));

  g_assert_cmpstr (next, ==, expected);
}

static void
test_next_label (void)
{
  const char *with_null[] = { NULL, "SRC 4", NULL };
  g_autofree char *next = genlock_text_next_label ("SRC", with_null, 3);
  g_autofree char *first = genlock_text_next_label ("DST", NULL, 0);
  gint64 number;

  g_assert_cmpstr (next, ==, "SRC 5");
  g_assert_cmpstr (first, ==, "DST 1");
  g_assert_true (genlock_text_label_number ("SRC 7", "src", &number, NULL));
  g_assert_cmpint (number, ==, 7);
  g_assert_false (genlock_text_label_number ("SRC x", "SRC", &number, NULL));
  g_assert_cmpint (number, ==, 0);
  assert_next ("SRC 999999999999999", "SRC 999999999999999", "SRC");
  assert_next ("SRC 1", "", "SRC");
  assert_next ("SRC 26", "SRC 1,SRC 3,SRC 25,SRC 7", "SRC");
  assert_next ("SRC 1", "DST 9,SRC,SRC A,XSRC 7,SRC 1.5,SRC -2", "SRC");
  assert_next ("SRC 12", "src 2,Src11,SRC  3", "SRC");
  assert_next ("SRC 10", "SRC 08,SRC 09", "SRC");
  assert_next ("SRC 003", "SRC 001,SRC 002", "SRC");
  assert_next ("SRC 10", "SRC 9,SRC 003", "SRC");
  assert_next ("E2 IN 3", "E2 IN 2,E2 OUT 8", "E2 IN");
  assert_next ("SRC 1", "SRC 0", "SRC");
  assert_next ("SRC 01", "SRC 00", "SRC");
  assert_next ("SRC 2", "SRC 1,SRC 99999999999999999999", "SRC");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/normalize", test_normalize);
  g_test_add_func ("/text/normalize-part", test_normalize_part);
  g_test_add_func ("/text/refused", test_refused);
  g_test_add_func ("/text/contains", test_contains);
  g_test_add_func ("/text/contains-random", test_contains_random);
  g_test_add_func ("/text/contains-every", test_contains_every);
  g_test_add_func ("/text/split", test_split);
  g_test_add_func ("/text/increment", test_increment);
  g_test_add_func ("/text/next-label", test_next_label);
  return g_test_run ();
}
