#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Genlock authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every rule sees its bad examples refused and its good ones pass, as TAP: one case per example."""

import sys

import layers
import rules
import templates

SPDX = f"/* {rules.COPYRIGHT} */\n/* {rules.LICENSE} */\n"
TOP = SPDX + '\n/* What it is for. */\n\n#define G_LOG_DOMAIN "genlock-store"\n\n#include "config.h"\n\n'


def body(lines):
    return "void\nf (void)\n{\n" + "  g ();\n" * lines + "}\n"


# rule, where, text, how many problems
FILES = (
    ("header", "src/core/store/a.c", TOP + "int a;\n", 0),
    ("header", "src/core/store/a.h", SPDX + "\n/* What. */\n\n#pragma once\n", 0),
    ("header", "src/core/store/a.c", "", 1),
    ("header", "src/core/store/a.c", "int a;\n", 1),
    ("header", "src/core/store/a.c", TOP.replace("GPL-3.0-or-later", "MIT"), 1),
    ("header", "src/core/store/a.c", TOP.replace("/* What it is for. */", ""), 1),
    ("header", "src/core/store/a.c", TOP.replace("#define G_LOG_DOMAIN", "#define OTHER"), 1),
    ("header", "src/core/store/a.c", TOP.replace("genlock-store", "store"), 1),
    ("header", "src/core/store/a.c", TOP.replace('"config.h"', "<glib.h>"), 1),
    ("header", "src/core/store/a.c", TOP.replace('#include "config.h"', '#include <glib.h>\n#include "config.h"'), 1),
    ("header", "src/core/store/a.h", SPDX + "\n/* What. */\n\n#ifndef A\n#define A\n#endif\n", 1),
    ("header", "tests/core/test-a.c", SPDX + '\n/* What. */\n\n#include "config.h"\n', 0),
    ("header", "tests/core/test-a.c", SPDX + '\n/* What. */\n\n#include <glib.h>\n', 1),
    ("includes", "src/a.c", '#include "config.h"\n\n#include <errno.h>\n\n#include <gio/gio.h>\n\n#include "core/a.h"\n', 0),
    ("includes", "src/a.c", '#include "core/a.h"\n\n#include <errno.h>\n', 1),
    ("includes", "src/a.c", "#include <stdio.h>\n#include <errno.h>\n", 1),
    ("includes", "src/a.c", '#include "a.h"\n', 1),
    ("includes", "src/a.c", '#include "../core/a.h"\n', 1),
    ("file-length", "src/a.c", "\n" * 999, 0),
    ("file-length", "src/a.c", "\n" * 1000, 1),
    ("function-length", "src/a.c", body(77), 0),
    ("function-length", "src/a.c", body(78), 1),
    ("function-length", "src/a.c", body(40) + "\n" + body(40), 0),
    ("line-length", "src/a.c", "/* " + "é" * 94 + " */\n", 0),
    ("line-length", "src/a.c", "/* " + "é" * 95 + " */\n", 1),
    ("white-space", "src/a.c", "int a;\n", 0),
    ("white-space", "src/a.c", "\tint a;\n", 1),
    ("white-space", "src/a.c", "int a; \n", 1),
    ("white-space", "src/a.c", "int a;\r\n", 2),
    ("white-space", "src/a.c", "int a;", 1),
    ("white-space", "src/a.c", "int a;\n\n", 1),
    ("comments", "src/a.c", '/* http://a */ const char *a = "http://\\"b"; char c = \'"\'; /* // */\n', 0),
    ("comments", "src/a.c", "int a; // one\n", 1),
    ("marks", "src/a.c", "/* To be done */\n", 0),
    ("marks", "src/a.c", "/* TO" "DO: more */\n", 1),
    ("goto", "src/a.c", '/* goto */ const char *a = "goto";\n', 0),
    ("goto", "src/a.c", "  goto out;\n", 1),
    ("prototypes", "src/a.c", "static int f (int a);\n\nstatic int\nf (int a)\n{\n  return a;\n}\n", 1),
    ("prototypes", "src/a.c", "static const char *f (int a,\n                     int b);\n\nstatic const char *\n"
                              "f (int a,\n   int b)\n{\n  return NULL;\n}\n", 1),
    ("prototypes", "src/a.c", "static int a = f (1);\nstatic int\nf (int a)\n{\n  return a;\n}\n", 0),
    ("prototypes", "src/a.c", "static void f (int a);\n\nstatic void\ng (int a)\n{\n  f (a);\n}\n\n"
                              "static void\nf (int a)\n{\n  g (a);\n}\n", 0),
    ("prototypes", "src/a.c", "static void i (GListModelInterface *iface);\n\nstatic void\n"
                              "i (GListModelInterface *iface)\n{\n}\n", 0),
    ("sleeps", "tests/core/test-a.c", "  g_usleep (10);\n", 1),
    ("sleeps", "tests/core/test-a.c", "  g_test_skip (\"no\");\n", 1),
    ("sleeps", "tests/core/test-a.c", "  /* sleep () */ f_sleep (1);\n", 0),
    ("sleeps", "src/core/store/a.c", "  g_usleep (10);\n", 0),
    ("sql", "src/core/store/a.c", '  "SELECT id FROM sources"\n', 0),
    ("sql", "src/core/store/a.c", '  "SELECT * FROM sources"\n', 1),
    ("sql", "src/ui/a.c", '  "SELECT id FROM sources"\n', 1),
    ("sql", "src/ctl/a.c", '  "PRAGMA quick_check"\n', 1),
    ("sql", "src/ui/a.c", '  _("Select all")\n', 0),
    ("translation", "src/core/model/a.c", '  N_("Name")\n', 0),
    ("translation", "src/core/model/a.c", '  _("Name")\n', 1),
    ("translation", "src/core/model/a.c", '  ngettext ("%d row", "%d rows", n)\n', 1),
    ("translation", "src/ui/a.c", '  _("Name")\n', 0),
)

MAP = """
| folder | may include | libraries | what it is |
|---|---|---|---|
| core/model | | glib, json-glib | a |
| core/store | core/model | glib, json-glib, sqlite | b |
| ui | core/store, core/model | glib, gtk, cairo | c |
"""

# what, files, how many problems
TREES = (
    ("right", {"ui/a.c": '#include <adwaita.h>\n#include "core/store/a.h"\n', "core/store/a.h": "#include <gio/gio.h>\n",
               "core/store/a.c": '#include <sqlite3.h>\n#include <sys/file.h>\n#include "core/model/a.h"\n',
               "core/model/a.h": "#include <json-glib/json-glib.h>\n"}, 0),
    ("upwards", {"core/model/a.c": '#include "core/store/a.h"\n'}, 1),
    ("core sees GTK", {"core/store/a.c": "#include <gtk/gtk.h>\n"}, 1),
    ("core sees libadwaita", {"core/store/a.c": "#include <adwaita.h>\n"}, 1),
    ("core sees GDK", {"core/store/a.c": "#include <gdk/gdk.h>\n"}, 1),
    ("core sees libsoup", {"core/store/a.c": "#include <libsoup/soup.h>\n"}, 1),
    ("ui sees SQLite", {"ui/a.c": "#include <sqlite3.h>\n"}, 1),
    ("ui sees json-glib", {"ui/a.c": "#include <json-glib/json-glib.h>\n"}, 1),
    ("ui sees SQLite through a header", {"ui/a.c": '#include "core/store/a.h"\n', "core/store/a.h": "#include <sqlite3.h>\n"}, 1),
    ("ui sees JSON through two headers", {"ui/a.c": '#include "core/store/a.h"\n', "core/store/a.h": '#include "core/model/a.h"\n',
                                          "core/model/a.h": "#include <json-glib/json-glib.h>\n"}, 1),
    ("unknown library", {"ui/a.c": "#include <igraph/igraph.h>\n"}, 1),
    ("unknown folder", {"other/a.c": "int a;\n"}, 1),
)

# what, text: maps that have to be refused
MAPS = (
    ("unknown folder in the map", MAP + "| app | uy | glib | d |\n"),
    ("folders that include each other", MAP.replace("| core/model | |", "| core/model | ui |")),
    ("unknown library in the map", MAP + "| app | ui | tcl | d |\n"),
)

# what, meson.build files, how many problems
LINKS = (
    ("right", {"core/store/meson.build": "x = [genlock_model_dep, sqlite_dep, json_glib_dep]"}, 0),
    ("upwards", {"core/model/meson.build": "x = [genlock_store_dep]"}, 1),
    ("a library that is not its own", {"ui/meson.build": "x = [\n  gtk_dep,\n  sqlite_dep,\n]"}, 1),
)

UI = """<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<interface>
  <object class="GtkButton"><property name="label" translatable="yes">New show</property></object>
  <object class="GtkButton">
    <property name="icon-name">list-add-symbolic</property>
    <property name="tooltip-text" translatable="yes">New show</property>
  </object>
  <object class="GtkLabel"><property name="label">59.94</property></object>
  <menu id="menu"><item><attribute name="label" translatable="yes">_About</attribute></item></menu>
</interface>
"""

# rule, what is done to the good text so that it is bad
TEMPLATES = (
    ("ui-well-formed", lambda text: text.replace("</menu>", "")),
    ("ui-translatable", lambda text: text.replace('"label" translatable="yes">N', '"label">N')),
    ("ui-translatable", lambda text: text.replace('"tooltip-text" translatable="yes"', '"tooltip-text"')),
    ("ui-translatable", lambda text: text.replace('translatable="yes">_A', '>_A')),
    ("ui-labelled", lambda text: text.replace('name="tooltip-text"', 'name="name"')),
    ("ui-license", lambda text: text.replace("GPL-3.0-or-later", "MIT")),
)


def cases():
    for name, path, text, expected in FILES:
        found = list(rules.RULES[name](rules.Source(path, text)))
        yield f"{name}: {text[-40:]!r}", len(found) == expected, found
    covered = {name for name, _, _, expected in FILES if expected}
    yield "every rule has a bad example", covered == set(rules.RULES), sorted(set(rules.RULES) - covered)
    for what, files, expected in TREES:
        found = list(layers.broken(files, layers.read_map(MAP)))
        yield f"layers: {what}", len(found) == expected, found
    for what, files, expected in LINKS:
        found = list(layers.broken_links(files, layers.read_map(MAP)))
        yield f"links: {what}", len(found) == expected, found
    for name, rule in templates.RULES.items():
        yield f"{name}: good", not list(rule(UI)), list(rule(UI))
    for name, spoil in TEMPLATES:
        found = list(templates.RULES[name](spoil(UI)))
        yield f"{name}: bad", len(found) == 1 and spoil(UI) != UI, found
    for what, text in MAPS:
        try:
            layers.read_map(text)
            yield what, False, "accepted"
        except ValueError as error:
            yield what, True, error


def main():
    results = list(cases())
    print(f"1..{len(results)}")
    for number, (what, passed, found) in enumerate(results, 1):
        print(f"{'ok' if passed else 'not ok'} {number} {what.replace('#', '_')}")
        if not passed:
            print(f"# found: {found}")
    return 0 if all(passed for _, passed, _ in results) else 1


sys.exit(main())
