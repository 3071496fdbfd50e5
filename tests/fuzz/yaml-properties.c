/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What must hold for any bytes that are read as YAML. */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "import-properties.h"
#include "interchange/genlock-library-yaml.h"
#include "yaml-properties.h"

typedef struct
{
  guint n_nodes;
  guint n_lines;
  guint line;
} Walk;

static void check_node (Walk              *walk,
                        const GenlockYaml *node,
                        guint              depth);

static void
check_children (Walk              *walk,
                const GenlockYaml *node,
                guint              depth)
{
  for (guint i = 0; i < node->values->len; i++)
    check_node (walk, node->values->pdata[i], depth + 1);
  if (node->kind != GENLOCK_YAML_MAP)
    return;

  g_assert_cmpuint (node->keys->len, ==, node->values->len);
  g_assert_cmpuint (node->keys->len, <=, GENLOCK_YAML_MAX_KEYS);
  for (guint i = 0; i < node->keys->len; i++)
    g_assert_true (genlock_yaml_get (node, node->keys->pdata[i]) == node->values->pdata[i]);
}

static void
check_node (Walk              *walk,
            const GenlockYaml *node,
            guint              depth)
{
  g_assert_cmpuint (++walk->n_nodes, <=, GENLOCK_YAML_MAX_NODES);
  g_assert_cmpuint (node->line, >=, MAX (walk->line, 1));
  g_assert_cmpuint (node->line, <=, walk->n_lines);
  g_assert_cmpuint (node->column, >, 0);
  walk->line = node->line;
  if (node->kind == GENLOCK_YAML_TEXT)
    {
      g_assert_true (g_utf8_validate (node->text, -1, NULL));
      return;
    }

  g_assert_cmpuint (depth, <, GENLOCK_YAML_MAX_DEPTH);
  check_children (walk, node, depth);
}

/* YAML breaks lines at more than a line feed; one more than all of them is the last. */
static guint
count_lines (const char *data,
             gsize       length)
{
  guint n = 2;

  for (gsize i = 0; i < length; i++)
    n += data[i] == '\n' || data[i] == '\r' || (guchar) data[i] == 0xc2 || (guchar) data[i] == 0xe2;
  return n;
}

int
yaml_properties_check (const char *data,
                       gsize       length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) documents = genlock_yaml_parse (data, length, NULL, &error);
  Walk walk = { 0, count_lines (data, length), 0 };
  guint line;
  guint column;

  if (documents == NULL)
    {
      g_assert_true (error->domain == GENLOCK_YAML_ERROR);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_cmpint (sscanf (error->message, "line %u, column %u: ", &line, &column), ==, 2);
      g_assert_cmpuint (line, <=, walk.n_lines);
    }
  else
    {
      g_assert_no_error (error);
      g_assert_cmpuint (documents->len, <=, GENLOCK_YAML_MAX_DOCUMENTS);
      for (guint i = 0; i < documents->len; i++)
        check_node (&walk, documents->pdata[i], 0);
    }
  return import_properties_check_named ("fuzzed.yaml", data, length);
}
