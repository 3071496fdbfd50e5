/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The JSON code against Jansson: over the corpus, seeded mutations of it, and generated values. */
#include "config.h"

#include <string.h>

#include "core/model/genlock-json-canonical.h"
#include "core/model/genlock-json-reader.h"
#include "json-oracle.h"
#include "json-properties.h"
#include "seeds.h"

#define N_MUTATIONS 20000
#define N_GENERATED 3000
#define SEED 20261122

/* Longer corpus files are replayed, but not mutated. */
#define MAX_SEED_BYTES 2048

typedef struct
{
  GenlockJsonError code;
  const char *name; /* in the names of corpus files */
} Code;

/* A copy of exactly @length bytes, so that ASan sees a byte read too far. */
static void
check_copy (const char *data,
            gsize       length)
{
  g_autofree char *copy = g_memdup2 (data, MAX (length, 1));

  json_properties_check (copy, length);
}

static void
assert_named_code (const Seed  *entry,
                   const GError *error)
{
  static const Code codes[] = {
    { GENLOCK_JSON_ERROR_SYNTAX, "invalid-syntax-" },
    { GENLOCK_JSON_ERROR_ENCODING, "invalid-encoding-" },
    { GENLOCK_JSON_ERROR_DEPTH, "invalid-depth-" },
    { GENLOCK_JSON_ERROR_DUPLICATE_KEY, "invalid-duplicate-key-" },
    { GENLOCK_JSON_ERROR_NUMBER, "invalid-number-" },
    { GENLOCK_JSON_ERROR_TRUNCATED, "invalid-truncated-" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      if (g_str_has_prefix (entry->name, codes[i].name))
        {
          g_assert_error (error, GENLOCK_JSON_ERROR, (int) codes[i].code);
          return;
        }
    }
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (entry->name, "valid-"));
}

static void
test_corpus (void)
{
  g_autoptr (GPtrArray) corpus = seeds_load ("json");
  GenlockJsonLimits limits = genlock_json_limits_file;

  limits.allow_bom = FALSE;
  g_assert_cmpuint (corpus->len, >=, 150);
  for (guint i = 0; i < corpus->len; i++)
    {
      const Seed *entry = corpus->pdata[i];
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", entry->name);
      check_copy (entry->data, entry->length);
      genlock_json_check (entry->data, entry->length, &limits, &error);
      assert_named_code (entry, error);
    }
}

static void
test_mutations (void)
{
  g_autoptr (GPtrArray) corpus = seeds_load ("json");
  GRand *rand = g_rand_new_with_seed (SEED);
  guint n_valid = 0;

  for (guint i = 0; i < N_MUTATIONS; i++)
    {
      const Seed *entry = corpus->pdata[g_rand_int_range (rand, 0, (gint32) corpus->len)];
      const Seed *other = corpus->pdata[g_rand_int_range (rand, 0, (gint32) corpus->len)];
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *copy = NULL;

      if (entry->length > MAX_SEED_BYTES)
        continue;
      g_string_append_len (text, entry->data, (gssize) entry->length);
      for (int n = g_rand_int_range (rand, 1, 5); n > 0; n--)
        seed_mutate (rand, text, other);
      copy = g_memdup2 (text->str, MAX (text->len, 1));
      n_valid += json_properties_check (copy, text->len);
    }
  g_rand_free (rand);

  /* Both sides of the fence are visited. */
  g_test_message ("%u of %u are valid", n_valid, N_MUTATIONS);
  g_assert_cmpuint (n_valid, >, N_MUTATIONS / 50);
  g_assert_cmpuint (n_valid, <, N_MUTATIONS / 2);
}

/* What Jansson writes in any of its forms has one canonical text. */
static void
test_generated (void)
{
  GRand *rand = g_rand_new_with_seed (SEED);

  for (guint i = 0; i < N_GENERATED; i++)
    {
      g_auto (GStrv) texts = json_oracle_generate (rand);
      g_autofree char *first = genlock_json_canonicalize_text (texts[0], NULL);

      for (gsize k = 0; texts[k] != NULL; k++)
        {
          g_autoptr (GError) error = NULL;
          g_autofree char *canonical = genlock_json_canonicalize_text (texts[k], &error);

          g_assert_no_error (error);
          g_assert_cmpstr (canonical, ==, first);
          check_copy (texts[k], strlen (texts[k]));
        }
    }
  g_rand_free (rand);
}

/* Where the two differ, as json-oracle.h says. */
static void
test_differences (void)
{
  static const char large[] = "[9007199254740993]";
  g_auto (JsonOracle) oracle = { 0 };

  json_oracle_read (&oracle, large, strlen (large));
  g_assert_true (oracle.is_json);
  g_assert_true (oracle.has_large_integer);
  g_assert_false (json_properties_check (large, strlen (large)));

  for (guint depth = 2040; depth < 2060; depth++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint i = 0; i < depth; i++)
        g_string_append_c (text, '[');
      g_string_append_c (text, '1');
      for (guint i = 0; i < depth; i++)
        g_string_append_c (text, ']');
      g_assert_cmpint (json_properties_check (text->str, text->len), ==,
                       depth <= JSON_ORACLE_DEPTH);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-fuzz/corpus", test_corpus);
  g_test_add_func ("/json-fuzz/mutations", test_mutations);
  g_test_add_func ("/json-fuzz/generated", test_generated);
  g_test_add_func ("/json-fuzz/differences", test_differences);
  return g_test_run ();
}
