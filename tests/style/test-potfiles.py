#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Genlock authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""build-aux/potfiles --check sees a file that is missing from po/POTFILES and one too many, as TAP."""

import os
import subprocess
import sys
import tempfile

FILES = {
    "src/a/words.c": 'f (_("Name"));\n',
    "src/a/marked.c": 'g = { N_("Name") };\n',
    "src/a/plural.c": 'f (ngettext ("%d row", "%d rows", n));\n',
    "src/a/none.c": "f_ (1); OPEN_ (2);\n",
    "src/a/window.ui": '<property name="title" translatable="yes">Genlock</property>\n',
    "data/a.desktop.in": "[Desktop Entry]\nName=Genlock\n",
}
RIGHT = ["data/a.desktop.in", "src/a/marked.c", "src/a/plural.c", "src/a/window.ui", "src/a/words.c"]


def main():
    tool = sys.argv[1]
    cases = [("the right list passes", RIGHT, 0)]
    cases += [(f"{path} missing", [other for other in RIGHT if other != path], 1) for path in RIGHT]
    cases += [("a file without words", sorted([*RIGHT, "src/a/none.c"]), 1),
              ("a file that is not there", [*RIGHT, "src/b.c"], 1),
              ("not sorted", RIGHT[::-1], 1)]
    print(f"1..{len(cases)}")
    failed = 0
    for number, (what, listed, expected) in enumerate(cases, 1):
        with tempfile.TemporaryDirectory() as top:
            for path, text in {**FILES, "po/POTFILES": "\n".join(listed) + "\n"}.items():
                os.makedirs(os.path.dirname(os.path.join(top, path)), exist_ok=True)
                with open(os.path.join(top, path), "w", encoding="utf-8") as file:
                    file.write(text)
            status = subprocess.run([tool, "--check", top], capture_output=True, timeout=30, check=False).returncode
        failed += status != expected
        print(f"{'ok' if status == expected else 'not ok'} {number} {what}", flush=True)
    return 1 if failed else 0


sys.exit(main())
