/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Patterns of port labels: what they expand to, what is refused. */

#include "config.h"

#include "equipment/genlock-port-pattern.h"

typedef struct
{
  const char *pattern;
  const char *labels; /* joined with "|" */
} Good;

static const Good good[] = {
  { "REF IN", "REF IN" },
  { "SDI IN [1-3]", "SDI IN 1|SDI IN 2|SDI IN 3" },
  { "[08-11]", "08|09|10|11" },
  { "[3-1]", "3|2|1" },
  { "IN [A-C]", "IN A|IN B|IN C" },
  { "OUT [1,3,5-6]", "OUT 1|OUT 3|OUT 5|OUT 6" },
  { "OUT [ 1 - 2 , 4 ]", "OUT 1|OUT 2|OUT 4" },
  { "[1-2].[A-B] in", "1.A in|1.B in|2.A in|2.B in" },
  { "7", "7" },
};

typedef struct
{
  const char *pattern;
  GenlockPortPatternError code;
} Bad;

static const Bad bad[] = {
  { "IN [1-4", GENLOCK_PORT_PATTERN_ERROR_BRACKET },
  { "IN 1-4]", GENLOCK_PORT_PATTERN_ERROR_BRACKET },
  { "IN []", GENLOCK_PORT_PATTERN_ERROR_BRACKET },
  { "IN [[1-4]]", GENLOCK_PORT_PATTERN_ERROR_BRACKET },
  { "IN [x-4]", GENLOCK_PORT_PATTERN_ERROR_RANGE },
  { "IN [1-2-3]", GENLOCK_PORT_PATTERN_ERROR_RANGE },
  { "IN [1,]", GENLOCK_PORT_PATTERN_ERROR_RANGE },
  { "IN [-1]", GENLOCK_PORT_PATTERN_ERROR_RANGE },
  { "IN [A-z]", GENLOCK_PORT_PATTERN_ERROR_RANGE },
  { "IN [1-99999999999999999999]", GENLOCK_PORT_PATTERN_ERROR_RANGE },
  { "IN [1-4097]", GENLOCK_PORT_PATTERN_ERROR_TOO_MANY },
  { "[1-65].[1-65]", GENLOCK_PORT_PATTERN_ERROR_TOO_MANY },
  { "", GENLOCK_PORT_PATTERN_ERROR_LENGTH },
};

static void
test_good (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (GError) error = NULL;
      g_auto (GStrv) labels = genlock_port_pattern_expand (good[i].pattern, 64, &error);
      g_autofree char *joined = NULL;

      g_assert_no_error (error);
      joined = g_strjoinv ("|", labels);
      g_assert_cmpstr (joined, ==, good[i].labels);
      g_assert_cmpuint (genlock_port_pattern_count (good[i].pattern, 64, NULL), ==,
                        g_strv_length (labels));
    }
}

static void
test_bad (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (genlock_port_pattern_expand (bad[i].pattern, GENLOCK_PORT_PATTERN_MAX,
                                                  &error));
      g_assert_error (error, GENLOCK_PORT_PATTERN_ERROR, (int) bad[i].code);
      g_assert_cmpuint (genlock_port_pattern_count (bad[i].pattern, GENLOCK_PORT_PATTERN_MAX,
                                                    NULL), ==, 0);
    }
}

static void
test_bounds (void)
{
  g_autofree char *longest = g_strnfill (199, 'x');
  g_autofree char *fits = g_strconcat (longest, "[1-9]", NULL);
  g_autofree char *long_one = g_strconcat (longest, "[1-10]", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (genlock_port_pattern_count ("[1-4096]", GENLOCK_PORT_PATTERN_MAX, NULL), ==,
                    4096);
  g_assert_cmpuint (genlock_port_pattern_count (fits, 64, NULL), ==, 9);
  g_assert_cmpuint (genlock_port_pattern_count (long_one, 64, &error), ==, 0);
  g_assert_error (error, GENLOCK_PORT_PATTERN_ERROR, GENLOCK_PORT_PATTERN_ERROR_LENGTH);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/port-pattern/good", test_good);
  g_test_add_func ("/port-pattern/bad", test_bad);
  g_test_add_func ("/port-pattern/bounds", test_bounds);

  return g_test_run ();
}
