/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that were changed at random are a plan that can be stored or an error, and nothing else. */

#include "config.h"

#include <string.h>

#include "core/model/genlock-json-canonical.h"
#include "core/model/genlock-json-reader.h"
#include "import-fixture.h"

static const char * const files[] = {
  "kickoff-state.json", "storage.json", "database.json", "gala.vdpx", "regatta-api.json",
  "equipment.json", "traps.json", "workbook/E2.csv", "workbook/SOURCES.csv",
  "workbook/FIBER_SNAKE.csv", "workbook/ROUTER_01.csv", "sheet.csv",
};

static const char * const values[] = {
  "null", "true", "-1", "0", "1e308", "9007199254740992", "\"\"", "\" \"", "[]", "{}", "[[]]",
  "\"SRC 1\"", "\"[SRC 3]\"", "\"2026-13-99\"", "{\"id\":\"x\"}", "[{\"id\":[]}]",
  "\"\xf0\x9f\x8e\xa5 \xcc\x81\"", "59.94", "\"59.94\"", "\"INPUT\"",
};

static JsonNode *
make_value (GRand *random)
{
  const char *text = values[g_rand_int_range (random, 0, G_N_ELEMENTS (values))];

  return genlock_json_parse (text, strlen (text), NULL, NULL);
}

static void mutate_node (JsonNode *node,
                         GRand *random);

static void
mutate_object (JsonObject *object,
               GRand *random)
{
  g_autoptr (GList) names = json_object_get_members (object);
  guint n = g_list_length (names);
  const char *name;

  if (n == 0)
    return;

  name = g_list_nth_data (names, (guint) g_rand_int_range (random, 0, (gint32) n));
  switch (g_rand_int_range (random, 0, 8))
    {
    case 0:
      json_object_remove_member (object, name);
      break;

    case 1:
      json_object_set_member (object, name, make_value (random));
      break;

    default:
      mutate_node (json_object_get_member (object, name), random);
      break;
    }
}

static void
mutate_array (JsonArray *array,
              GRand *random)
{
  guint n = json_array_get_length (array);
  guint index;

  if (n == 0)
    {
      json_array_add_element (array, make_value (random));
      return;
    }

  index = (guint) g_rand_int_range (random, 0, (gint32) n);
  switch (g_rand_int_range (random, 0, 8))
    {
    case 0:
      json_array_remove_element (array, index);
      break;

    case 1:
      json_array_add_element (array, make_value (random));
      break;

    case 2:
      /* A row twice. */
      json_array_add_element (array, json_node_copy (json_array_get_element (array, index)));
      break;

    default:
      mutate_node (json_array_get_element (array, index), random);
      break;
    }
}

static void
mutate_node (JsonNode *node,
             GRand *random)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    mutate_object (json_node_get_object (node), random);
  else if (JSON_NODE_HOLDS_ARRAY (node))
    mutate_array (json_node_get_array (node), random);
}

/* (transfer full): the file with some values changed. */
static char *
dup_other_values (const char *content,
                  GRand *random)
{
  g_autoptr (JsonNode) root = genlock_json_parse (content, strlen (content),
                                                  &genlock_json_limits_file, NULL);

  if (root == NULL)
    return g_strdup (content);

  for (int i = g_rand_int_range (random, 1, 6); i > 0; i--)
    mutate_node (root, random);

  return genlock_json_canonicalize (root);
}

/* (transfer full): the file with some bytes changed. */
static char *
dup_other_bytes (const char *content,
                 gsize length,
                 GRand *random)
{
  char *copy = g_memdup2 (content, length + 1);

  for (int i = g_rand_int_range (random, 1, 6); i > 0; i--)
    copy[g_rand_int_range (random, 0, (gint32) length)] = (char) g_rand_int_range (random, 1, 256);

  return copy;
}

/* Whatever came of it can be stored: the reader lets no row through that breaks a rule. */
static void
try_out (ImportFixture *fixture,
         const char *name,
         const char *text,
         guint seed)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (GenlockImportPlan) plan = genlock_import_read_bytes (name, bytes, NULL, NULL, &error);
  g_autoptr (GenlockBatch) batch = NULL;
  g_autoptr (GenlockChanges) changes = NULL;
  g_autofree char *report = NULL;

  g_assert_true ((plan == NULL) == (error != NULL));
  if (plan == NULL)
    return;

  genlock_import_plan_compare (plan, fixture->store, NULL, &error);
  g_assert_no_error (error);
  genlock_import_plan_choose_different (plan, seed % 2 == 0);
  report = genlock_import_plan_write_json (plan);
  g_assert_true (g_utf8_validate (report, -1, NULL));
  batch = genlock_import_plan_build_batch (plan);
  changes = genlock_store_apply (fixture->store, batch, NULL, &error);
  if (error != NULL)
    g_error ("%s with seed %u: %s\n%s", name, seed, error->message, text);
}

static void
test_mutations (ImportFixture *fixture,
                gconstpointer data)
{
  guint n_runs = g_test_thorough () ? 2000 : 60;

  for (guint f = 0; f < G_N_ELEMENTS (files); f++)
    {
      g_autofree char *path = import_dup_data (files[f]);
      g_autofree char *content = NULL;
      gsize length;

      g_assert_true (g_file_get_contents (path, &content, &length, NULL));
      for (guint seed = 0; seed < n_runs; seed++)
        {
          g_autoptr (GRand) random = g_rand_new_with_seed (seed * 31 + f);
          g_autofree char *text = seed % 3 == 0 ? dup_other_bytes (content, length, random)
                                                : dup_other_values (content, random);

          try_out (fixture, files[f], text, seed);
        }
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  import_add_test ("/import/mutations", test_mutations);

  return g_test_run ();
}
