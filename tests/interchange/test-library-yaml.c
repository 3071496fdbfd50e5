/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* YAML as a tree with places, and everything that it refuses. */

#include "config.h"

#include <string.h>

#include "interchange/genlock-library-yaml.h"

static GPtrArray *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *documents = genlock_yaml_parse (text, strlen (text), NULL, &error);

  g_assert_no_error (error);

  return documents;
}

static void
assert_refused (const char *text,
                gssize length,
                GenlockYamlError code,
                const char *place)
{
  g_autoptr (GError) error = NULL;
  gsize n = length < 0 ? strlen (text) : (gsize) length;

  g_autoptr (GPtrArray) documents = genlock_yaml_parse (text, n, NULL, &error);

  if (documents != NULL)
    g_error ("“%s” is not refused", text);
  g_assert_error (error, GENLOCK_YAML_ERROR, (int) code);
  if (!g_str_has_prefix (error->message, place))
    g_error ("“%s” does not begin with “%s”", error->message, place);
}

static void
test_tree (void)
{
  g_autoptr (GPtrArray) documents = parse (
    "\xef\xbb\xbf---\nname: Grö\xc3\x9f" "e  # comment\nports:\n  - {name: a, on: Yes}\n"
    "  - 'x: y'\nempty:\nnull: ~\nquoted: \"~\"\ntagged: !!str 5\nblock: |\n  one\n  two\n"
    "---\n- 1\n");
  const GenlockYaml *map = documents->pdata[0];
  const GenlockYaml *ports = genlock_yaml_get (map, "ports");
  const GenlockYaml *list = documents->pdata[1];

  g_assert_cmpuint (documents->len, ==, 2);
  g_assert_cmpint (map->kind, ==, GENLOCK_YAML_MAP);
  g_assert_cmpstr (genlock_yaml_get_text (map, "name"), ==, "Größe");
  g_assert_cmpint (ports->kind, ==, GENLOCK_YAML_LIST);
  g_assert_cmpuint (ports->line, ==, 4);
  g_assert_cmpuint (ports->column, ==, 3);
  g_assert_true (genlock_yaml_get_bool (ports->values->pdata[0], "on"));
  g_assert_false (genlock_yaml_get_bool (ports->values->pdata[0], "name"));
  g_assert_cmpstr (genlock_yaml_read_text (ports->values->pdata[1]), ==, "x: y");
  g_assert_null (genlock_yaml_get_text (map, "empty"));
  g_assert_null (genlock_yaml_get_text (map, "null"));
  g_assert_null (genlock_yaml_get_text (map, "missing"));
  g_assert_null (genlock_yaml_get_text (map, "ports"));
  g_assert_cmpstr (genlock_yaml_get_text (map, "quoted"), ==, "~");
  g_assert_cmpstr (genlock_yaml_get_text (map, "tagged"), ==, "5");
  g_assert_cmpstr (genlock_yaml_get_text (map, "block"), ==, "one\ntwo\n");
  g_assert_cmpuint (list->line, ==, 14);
}

static void
test_empty (void)
{
  static const char * const texts[] = { "", "# comment\n", "\n\n" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GPtrArray) documents = parse (texts[i]);

      g_assert_cmpuint (documents->len, ==, 0);
    }
}

static void
test_refused (void)
{
  assert_refused ("a: &x 1\nb: *x\n", -1, GENLOCK_YAML_ERROR_ALIAS, "line 2, column 4: ");
  assert_refused ("a: 1\n'a': 2\n", -1, GENLOCK_YAML_ERROR_KEY, "line 2, column 1: ");
  assert_refused ("b: {a: 1, a: 2}\n", -1, GENLOCK_YAML_ERROR_KEY, "line 1, column 11: ");
  assert_refused ("? [a]\n: b\n", -1, GENLOCK_YAML_ERROR_KEY, "line 1, column 3: ");
  assert_refused ("a: !!python/object:os.system 1\n", -1, GENLOCK_YAML_ERROR_TAG,
                  "line 1, column 4: ");
  assert_refused ("a: [1\nb: 2\n", -1, GENLOCK_YAML_ERROR_SYNTAX, "line 2, column ");
  assert_refused ("a: \"x\n", -1, GENLOCK_YAML_ERROR_SYNTAX, "line ");
  assert_refused ("a: 1\n\tb: 2\n", -1, GENLOCK_YAML_ERROR_SYNTAX, "line 2, column ");
  assert_refused ("a: 1\nb\xc3\xa4: \xff\n", -1, GENLOCK_YAML_ERROR_SYNTAX, "line 2, column 5: ");
  assert_refused ("a: 1\nb: \0\n", 9, GENLOCK_YAML_ERROR_SYNTAX, "line 2, column 4: ");
  assert_refused ("a: 1\nb: \"\\0\"\n", -1, GENLOCK_YAML_ERROR_SYNTAX, "line 2, column 4: ");
  assert_refused ("a: 1\nb: \x01\n", -1, GENLOCK_YAML_ERROR_SYNTAX, "line 2, column 4: ");
}

/* Nine levels of nine aliases each would be a gigabyte. */
static void
test_bomb (void)
{
  g_autoptr (GString) text = g_string_new ("a0: &a0 lol\n");

  for (guint i = 1; i < 10; i++)
    {
      g_string_append_printf (text, "a%u: &a%u [", i, i);
      for (guint k = 0; k < 9; k++)
        g_string_append_printf (text, "%s*a%u", k > 0 ? "," : "", i - 1);
      g_string_append (text, "]\n");
    }
  assert_refused (text->str, -1, GENLOCK_YAML_ERROR_ALIAS, "line 2, column 10: ");
  /* A list that is in itself. */
  assert_refused ("&a [*a]\n", -1, GENLOCK_YAML_ERROR_ALIAS, "line 1, column 5: ");
}

static char *
repeat (const char *text,
        guint n)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (all, text);

  return g_string_free (all, FALSE);
}

/* The largest of each passes, one more does not. */
static void
test_limits (void)
{
  g_autofree char *deep = repeat ("[", GENLOCK_YAML_MAX_DEPTH);
  g_autofree char *closed = repeat ("]", GENLOCK_YAML_MAX_DEPTH);
  g_autofree char *deepest = g_strconcat (deep, closed, NULL);
  g_autofree char *deeper = g_strconcat ("[", deepest, "]", NULL);
  g_autofree char *endless = repeat ("[", 100000);
  g_autofree char *wide = repeat ("- 1\n", GENLOCK_YAML_MAX_NODES - 1);
  g_autofree char *wider = g_strconcat (wide, "- 1\n", NULL);
  g_autofree char *many = repeat ("---\na\n", GENLOCK_YAML_MAX_DOCUMENTS + 1);
  g_autofree char *long_ = g_strnfill (GENLOCK_YAML_MAX_BYTES + 1, '#');
  g_autoptr (GString) keys = g_string_new (NULL);
  g_autoptr (GPtrArray) depth = parse (deepest);
  g_autoptr (GPtrArray) width = parse (wide);

  for (guint i = 0; i <= GENLOCK_YAML_MAX_KEYS; i++)
    g_string_append_printf (keys, "k%u: 1\n", i);
  assert_refused (deeper, -1, GENLOCK_YAML_ERROR_LIMIT, "line 1, column 33: ");
  assert_refused (endless, -1, GENLOCK_YAML_ERROR_LIMIT, "line 1, column 33: ");
  assert_refused (wider, -1, GENLOCK_YAML_ERROR_LIMIT, "line 100000, column 3: ");
  assert_refused (many, -1, GENLOCK_YAML_ERROR_LIMIT, "line 2001, column 1: ");
  assert_refused (long_, -1, GENLOCK_YAML_ERROR_LIMIT, "line 1, column 1: ");
  assert_refused (keys->str, -1, GENLOCK_YAML_ERROR_LIMIT, "line 501, column 1: ");
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (genlock_yaml_parse ("a: 1\n", 5, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/library-yaml/tree", test_tree);
  g_test_add_func ("/library-yaml/empty", test_empty);
  g_test_add_func ("/library-yaml/refused", test_refused);
  g_test_add_func ("/library-yaml/bomb", test_bomb);
  g_test_add_func ("/library-yaml/limits", test_limits);
  g_test_add_func ("/library-yaml/cancelled", test_cancelled);

  return g_test_run ();
}
