/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* YAML under seeded mutations. */
#include "config.h"

#include <string.h>

#include "seeds.h"
#include "yaml-properties.h"

#define N_MUTATIONS 3000
#define SEED 20261122

static void
test_corpus (void)
{
  g_autoptr (GPtrArray) corpus = seeds_load ("yaml");

  for (guint i = 0; i < corpus->len; i++)
    {
      const Seed *seed = corpus->pdata[i];
      gboolean is_bomb = strcmp (seed->name, "bomb.yaml") == 0;

      g_test_message ("%s", seed->name);
      g_assert_true ((yaml_properties_check (seed->data, seed->length) > 0) != is_bomb);
    }
}

static void
test_mutations (void)
{
  g_autoptr (GPtrArray) corpus = seeds_load ("yaml");
  GRand *rand = g_rand_new_with_seed (SEED);
  guint n_plans = 0;

  for (guint i = 0; i < N_MUTATIONS; i++)
    {
      const Seed *seed = corpus->pdata[i % corpus->len];
      const Seed *other = corpus->pdata[g_rand_int_range (rand, 0, (gint32) corpus->len)];
      g_autoptr (GString) text = g_string_new_len (seed->data, (gssize) seed->length);

      for (int n = g_rand_int_range (rand, 1, 4); n > 0; n--)
        seed_mutate (rand, text, other);
      n_plans += yaml_properties_check (text->str, text->len) > 0;
    }
  g_rand_free (rand);
  /* Both ways are taken. */
  g_assert_cmpuint (n_plans, >, N_MUTATIONS / 20);
  g_assert_cmpuint (n_plans, <, N_MUTATIONS);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/yaml-fuzz/corpus", test_corpus);
  g_test_add_func ("/yaml-fuzz/mutations", test_mutations);
  return g_test_run ();
}
