#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Genlock authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""build-aux/check-translations sees what a language lacks, what is fuzzy and what is left over, as TAP."""

import os
import subprocess
import sys
import tempfile

SOURCE = 'f (_("Name")); g (ngettext ("%u row", "%u rows", n)); h = NG_ ("%u show", "%u shows");\n'
HEADER = ('msgid ""\nmsgstr ""\n"Language: de\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
          '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n')
NAME = 'msgid "Name"\nmsgstr "Name"\n\n'
ROWS = 'msgid "%u row"\nmsgid_plural "%u rows"\nmsgstr[0] "%u Zeile"\nmsgstr[1] "%u Zeilen"\n\n'
SHOWS = 'msgid "%u show"\nmsgid_plural "%u shows"\nmsgstr[0] "%u Show"\nmsgstr[1] "%u Shows"\n\n'
CASES = [
    ("a complete language passes", NAME + ROWS + SHOWS, None),
    ("a text that nobody has merged yet", ROWS + SHOWS, "untranslated: Name"),
    ("a text without a translation", NAME.replace('msgstr "Name"', 'msgstr ""') + ROWS + SHOWS, "untranslated: Name"),
    ("a plural that lacks a form", NAME + ROWS.replace('"%u Zeilen"', '""') + SHOWS, "%u row"),
    ("a plural of a table", NAME + ROWS, "%u show"),
    ("a fuzzy text", "#, fuzzy\n" + NAME + ROWS + SHOWS, "fuzzy: Name"),
    ("a text that is gone", NAME + ROWS + SHOWS + 'msgid "Gone with the wind"\nmsgstr "Weg"\n', "obsolete: Gone"),
]


def main():
    tool = sys.argv[1]
    print(f"1..{len(CASES)}")
    failed = 0
    for number, (what, catalogue, expected) in enumerate(CASES, 1):
        with tempfile.TemporaryDirectory() as top:
            files = {"a.c": SOURCE, "po/POTFILES": "a.c\n", "po/LINGUAS": "de\n", "po/de.po": HEADER + catalogue}
            for path, text in files.items():
                os.makedirs(os.path.dirname(os.path.join(top, path)), exist_ok=True)
                with open(os.path.join(top, path), "w", encoding="utf-8") as file:
                    file.write(text)
            done = subprocess.run([tool, top], capture_output=True, text=True, timeout=30, check=False)
        right = (done.returncode == 0) if expected is None else (done.returncode == 1 and expected in done.stdout)
        failed += not right
        print(f"{'ok' if right else 'not ok'} {number} {what}", flush=True)
        if not right:
            print("# " + (done.stdout + done.stderr).replace("\n", "\n# "))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
