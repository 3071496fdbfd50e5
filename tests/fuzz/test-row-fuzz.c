/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows and imports under seeded mutations of JSON and of sheets. */
#include "config.h"

#include <string.h>

#include "core/model/genlock-json-canonical.h"
#include "core/model/genlock-json-reader.h"
#include "import-properties.h"
#include "json-mutate.h"
#include "record-properties.h"
#include "seeds.h"

#define N_RECORD_MUTATIONS 1500
#define N_IMPORT_MUTATIONS 1000
#define SEED 20261122

static JsonNode *
parse (const Seed *seed)
{
  return genlock_json_parse (seed->data, seed->length, &genlock_json_limits_file, NULL);
}

static void
test_records (void)
{
  g_autoptr (GPtrArray) corpus = seeds_load ("record");
  GRand *rand = g_rand_new_with_seed (SEED);
  guint n_taken = 0;

  for (guint i = 0; i < N_RECORD_MUTATIONS; i++)
    {
      g_autoptr (JsonNode) node = parse (corpus->pdata[i % corpus->len]);

      for (int n = g_rand_int_range (rand, 0, 3); n > 0; n--)
        json_mutate (rand, node);
      n_taken += record_properties_check (json_node_get_object (node));
    }
  g_rand_free (rand);
  g_assert_cmpuint (n_taken, >, N_RECORD_MUTATIONS / 10);
}

static void
test_fields (void)
{
  g_autoptr (GPtrArray) corpus = seeds_load ("text");
  GRand *rand = g_rand_new_with_seed (SEED);
  guint n_taken = 0;

  for (guint i = 0; i < N_RECORD_MUTATIONS; i++)
    {
      const Seed *seed = corpus->pdata[i % corpus->len];
      const Seed *other = corpus->pdata[g_rand_int_range (rand, 0, (gint32) corpus->len)];
      g_autoptr (GString) text = g_string_new_len (seed->data, (gssize) seed->length);
      g_autofree char *valid = NULL;

      for (int n = g_rand_int_range (rand, 0, 3); n > 0; n--)
        seed_mutate (rand, text, other);
      valid = g_utf8_make_valid (text->str, (gssize) text->len);
      n_taken += record_properties_check_text (valid);
    }
  g_rand_free (rand);
  g_assert_cmpuint (n_taken, >, N_RECORD_MUTATIONS);
}

static int
import_mutated (GRand          *rand,
                const Seed *seed,
                const Seed *other)
{
  g_autoptr (JsonNode) node = parse (seed);
  g_autoptr (GString) text = g_string_new_len (seed->data, (gssize) seed->length);

  if (node != NULL)
    {
      g_autofree char *mutated = NULL;

      for (int n = g_rand_int_range (rand, 1, 5); n > 0; n--)
        json_mutate (rand, node);
      mutated = genlock_json_canonicalize (node);
      return import_properties_check (mutated, strlen (mutated));
    }

  for (int n = g_rand_int_range (rand, 1, 5); n > 0; n--)
    seed_mutate (rand, text, other);
  return import_properties_check (text->str, text->len);
}

static void
test_imports (void)
{
  g_autoptr (GPtrArray) corpus = seeds_load ("import");
  GRand *rand = g_rand_new_with_seed (SEED);
  guint n_plans = 0;

  for (guint i = 0; i < corpus->len; i++)
    {
      const Seed *seed = corpus->pdata[i];

      g_test_message ("%s", seed->name);
      g_assert_cmpint (import_properties_check (seed->data, seed->length), >, 0);
    }
  for (guint i = 0; i < N_IMPORT_MUTATIONS; i++)
    n_plans += import_mutated (rand, corpus->pdata[i % corpus->len],
                               corpus->pdata[g_rand_int_range (rand, 0, (gint32) corpus->len)]) > 0;
  g_rand_free (rand);
  g_assert_cmpuint (n_plans, >, N_IMPORT_MUTATIONS / 2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/row-fuzz/records", test_records);
  g_test_add_func ("/row-fuzz/fields", test_fields);
  g_test_add_func ("/row-fuzz/imports", test_imports);
  return g_test_run ();
}
