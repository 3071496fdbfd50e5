#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Genlock authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""build-aux/format refuses what is badly laid out, mends it once and for all, and leaves good code alone, as TAP."""

import os
import subprocess
import sys
import tempfile

GOOD = """\
static const GenlockField fields[] = {
  [GENLOCK_SOURCE_NAME] = { .name = "name", .json = "name",
                            .bounds = GENLOCK_BOUNDS (1, 200) },
  [GENLOCK_SOURCE_RATE] = {
    .name = "rate", .unit = "Hz" },
};
static const struct
{
  const char *text;
  int code; /* OK or an error */
} cases[] = {
  { "one", 1 }, { "two",
                  2 },
};
static gboolean refuse (GError     **error,
                        const char  *format,
                        ...) G_GNUC_PRINTF (2, 3);
G_STATIC_ASSERT (G_N_ELEMENTS (fields) == 2);

#define EACH(x) G_STMT_START { \\
    x ();                      \\
  } G_STMT_END

G_DEFINE_FINAL_TYPE_WITH_CODE (GenlockFoo, genlock_foo, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, init))

static gboolean
walk (GenlockFoo  *self,
      gpointer     data,
      GError     **error)
{
  g_autoptr (GError) local_error = NULL;
  const double width = base * powers[3];
  GenlockFormat format = { -1, (GenlockScan) -3 };
  gboolean ok = self != NULL &&
                data != NULL;

  if (!ok)
    return FALSE;

  for (guint i = 0; i < self->rows->len; i++)
    {
      switch (self->type)
        {
        case A:
        case B:
          {
            *error = g_error_new (DOMAIN, 1, _("“%s” is %d"),
                                  self->name, *(int *) data);
            break;
          }

        default:
          return call (&(GenlockPoint) { 1, 2 }, (GenlockPoint) { 3, 4 });
        }
    }

  do
    {
      self->a--;
    }
  while (self->a > 0);

  return self->a > 0
         && self->b > 0;
}
"""

# what is done to the good text so that it is bad
BAD = (
    ("a statement indented by three", "    return FALSE;", "     return FALSE;"),
    ("a statement not indented", "      self->a--;", "self->a--;"),
    ("no space before a parenthesis", "walk (GenlockFoo", "walk(GenlockFoo"),
    ("no space in g_autoptr", "g_autoptr (GError)", "g_autoptr(GError)"),
    ("no space after if", "  if (!ok)", "  if(!ok)"),
    ("a brace on the line of its for", "i++)\n    {\n", "i++) {\n"),
    ("a brace in the wrong column", "i++)\n    {\n", "i++)\n  {\n"),
    ("an entry of a table not indented by two", "  [GENLOCK_SOURCE_NAME]", "   [GENLOCK_SOURCE_NAME]"),
    ("a case indented", "        case A:", "          case A:"),
    ("an argument not aligned", "                                  self->name", "              self->name"),
    ("a parameter not aligned", "      gpointer     data,", "        gpointer     data,"),
    ("two parameters on a line", "(GenlockFoo  *self,\n      gpointer     data,", "(GenlockFoo *self, gpointer data,"),
    ("the type on the function's line", "static gboolean\nwalk", "static gboolean walk"),
    ("no space around an operator", "self != NULL", "self!=NULL"),
    ("no space after a comma", "self->name, *(int", "self->name,*(int"),
    ("a star at the type", "const double width", "char* x;\n  const double width"),
    ("parentheses around what is returned", "return FALSE;", "return (FALSE);"),
)


def run(tool, path, *options):
    return subprocess.run([tool, *options, path], capture_output=True, timeout=60, check=False).returncode


def write(path, text):
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def main():
    tool = sys.argv[1]
    print(f"1..{2 + len(BAD)}")
    results = []

    def case(what, passed):
        results.append(passed)
        print(f"{'ok' if passed else 'not ok'} {len(results)} {what}", flush=True)

    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "a.c")
        write(path, GOOD)
        case("good code passes", run(tool, path, "--check") == 0)
        run(tool, path)
        case("good code stays", read(path) == GOOD)
        for what, right, wrong in BAD:
            bad = GOOD.replace(right, wrong)
            write(path, bad)
            refused = run(tool, path, "--check") == 1 and read(path) == bad
            run(tool, path)
            case(what, bad != GOOD and refused and run(tool, path, "--check") == 0)
    return 0 if all(results) else 1


sys.exit(main())
