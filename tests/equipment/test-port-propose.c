/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of patterns both ways: what they stand for, where they are wrong, which one is proposed. */

#include "config.h"

#include "equipment/genlock-port-pattern.h"

typedef struct
{
  const char *pattern;
  const char *labels; /* separated by | */
} Case;

static const Case cases[] = {
  { "IN [1-13:4]", "IN 1|IN 5|IN 9|IN 13" },
  { "IN [8-1:3]", "IN 8|IN 5|IN 2" },
  { "[A-G:3]", "A|D|G" },
  { "[01-03]", "01|02|03" },
  { "[098-101]", "098|099|100|101" },
  { "[0-2]", "0|1|2" },
  { "[1..3]", "1|2|3" },
  { "COMP [Y,Pb,Pr]", "COMP Y|COMP Pb|COMP Pr" },
  { "[L,R] [1-2]", "L 1|L 2|R 1|R 2" },
  { "A \\[1-2\\]", "A [1-2]" },
  { "[a\\-b,c\\,d]", "a-b|c,d" },
  { "back\\\\slash", "back\\slash" },
  { "  IN [1-2]  ", "IN 1|IN 2" },
  { "Ü[1-2]ß", "Ü1ß|Ü2ß" },
};

static char *
join (char **labels)
{
  return g_strjoinv ("|", labels);
}

static void
test_expand (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_auto (GStrv) labels = genlock_port_pattern_expand (cases[i].pattern, 100, &error);
      g_autofree char *joined = NULL;

      g_assert_no_error (error);
      joined = join (labels);
      g_assert_cmpstr (joined, ==, cases[i].labels);
    }
}

typedef struct
{
  const char *pattern;
  guint place;
} Wrong;

static const Wrong wrongs[] = {
  { "IN [1-40", 3 },
  { "IN 1]", 4 },
  { "ÜÜ [x-4]", 4 },
  { "IN [1-4:0]", 7 },
  { "IN [1-4:]", 7 },
  { "IN [1,,2]", 6 },
  { "IN [1-2[3]]", 7 },
  { "IN \\", 3 },
  { "", 0 },
};

static void
test_places (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (wrongs); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_cmpuint (genlock_port_pattern_count (wrongs[i].pattern, 100, &error), ==, 0);
      g_assert_nonnull (error);
      g_assert_cmpuint (genlock_port_pattern_error_get_place (error), ==, wrongs[i].place);
    }
}

static const Case proposals[] = {
  { "SDI IN [1-40]", NULL },
  { "[01-16]", NULL },
  { "IN [1-2].[1-4]", NULL },
  { "[A-D] out", NULL },
  { "AUX [1-9:2]", NULL },
  { "AUX [9-1]", NULL },
  { "COMP [Y,Pb,Pr]", NULL },
  { "OUT [1-3,7-9]", NULL },
  { "alone", NULL },
  { "\\[x\\]", NULL },
};

static void
test_propose (void)
{
  static const char * const mixed[] = { "A", "A", "B", NULL };
  static const char * const empty[] = { "A", "", NULL };

  for (gsize i = 0; i < G_N_ELEMENTS (proposals); i++)
    {
      g_auto (GStrv) labels = genlock_port_pattern_expand (proposals[i].pattern, 100, NULL);
      g_autofree char *proposed = NULL;

      g_assert_nonnull (labels);
      proposed = genlock_port_pattern_propose ((const char * const *) labels,
                                               g_strv_length (labels));
      g_assert_cmpstr (proposed, ==, proposals[i].pattern);
    }

  g_assert_null (genlock_port_pattern_propose (empty, 2));
  g_assert_null (genlock_port_pattern_propose (empty, 0));
  /* What is proposed always stands for the labels, whatever it looks like. */
  g_free (genlock_port_pattern_propose (mixed, 3));
}

/* Any text: no crash, and whatever is proposed expands to the labels. */
static void
test_random (void)
{
  static const char alphabet[] = "IN [1-4],.:\\AbÜ 09]";

  for (guint round = 0; round < 3000; round++)
    {
      GString *text = g_string_new (NULL);
      guint length = g_test_rand_int_range (0, 14);
      g_auto (GStrv) labels = NULL;
      g_autofree char *pattern = NULL;
      g_autofree char *escaped = NULL;
      g_auto (GStrv) one = NULL;

      for (guint i = 0; i < length; i++)
        g_string_append_unichar (text, g_utf8_get_char (
                                   g_utf8_offset_to_pointer (
                                     alphabet, g_test_rand_int_range (
                                       0, (int) g_utf8_strlen (alphabet, -1)))));

      pattern = g_string_free (text, FALSE);
      labels = genlock_port_pattern_expand (pattern, 64, NULL);
      g_assert_cmpuint (labels != NULL ? g_strv_length (labels) : 0, ==,
                        genlock_port_pattern_count (pattern, 64, NULL));

      if (labels != NULL && *labels[0] != '\0')
        {
          g_autofree char *proposed =
            genlock_port_pattern_propose ((const char * const *) labels, g_strv_length (labels));
          g_auto (GStrv) again = NULL;

          if (proposed != NULL)
            {
              again = genlock_port_pattern_expand (proposed, GENLOCK_PORT_PATTERN_MAX, NULL);
              g_assert_true (g_strv_equal ((const char * const *) again,
                                           (const char * const *) labels));
            }
        }

      if (*pattern == '\0')
        continue;

      escaped = genlock_port_pattern_escape (pattern);
      one = genlock_port_pattern_expand (escaped, 64, NULL);
      g_assert_nonnull (one);
      g_assert_cmpstr (one[0], ==, pattern);
      g_assert_null (one[1]);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/port-propose/expand", test_expand);
  g_test_add_func ("/port-propose/places", test_places);
  g_test_add_func ("/port-propose/propose", test_propose);
  g_test_add_func ("/port-propose/random", test_random);

  return g_test_run ();
}
