#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Genlock authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""build-aux/count-tests overlooks no failure, as TAP."""

import json
import os
import subprocess
import sys
import tempfile

# what, the tests of a log (None: there is no log), what has to be printed
CASES = (
    ("a TAP test counts by its cases", [("OK", "1..2\nok 1 /a\n# ok 7\nok 2 /b\n", "")], "2 0"),
    ("any other test counts as one", [("OK", "done\n", "")], "1 0"),
    ("two tests add up", [("OK", "1..1\nok 1 /a\n", ""), ("OK", "", "")], "2 0"),
    ("a case that failed", [("FAIL", "1..2\nok 1 /a\nnot ok 2 /b\n", "")], "1 1"),
    ("a test that failed without cases", [("FAIL", "", "")], "0 1"),
    ("a crash after cases that passed", [("ERROR", "1..3\nok 1 /a\nok 2 /b\n", "")], "2 1"),
    ("a timeout", [("TIMEOUT", "1..3\nok 1 /a\n", "")], "1 1"),
    ("a skipped test", [("SKIP", "", "")], "0 1"),
    ("a skipped case", [("OK", "1..2\nok 1 /a # SKIP no display\nok 2 /b\n", "")], "1 1"),
    ("a warning", [("OK", "1..1\nok 1 /a\n", "(process:1): Gtk-WARNING **: 10:00:00.000: no\n")], "1 1"),
    ("a critical of a domain of ours", [("OK", "ok 1 /a\n", "(a:1): genlock-ui-CRITICAL **: 10:00:00.000: no\n")], "1 1"),
    ("a warning without a domain", [("OK", "ok 1 /a\n", "** (a:1): WARNING **: 10:00:00.000: no\n")], "1 1"),
    ("what is not UTF-8", [("OK", "ok 1 /a\n[Invalid UTF-8] # \\xff\n", "")], "1 1"),
    ("no test at all", [], "0 1"),
    ("no log", None, "0 1"),
)

# A case that failed: what it said, before its result and behind it, has to be told, and what others said has not.
TALK = """1..3
# of the first
ok 1 /a
# before the second
not ok 2 /b
# behind the second
ok 3 /c
# of the third
"""
TOLD = ("before the second", "behind the second", "on standard error")
NOT_TOLD = ("of the first", "of the third")


def run(tool, tests):
    with tempfile.TemporaryDirectory() as folder:
        os.mkdir(os.path.join(folder, "meson-logs"))
        if tests is not None:
            with open(os.path.join(folder, "meson-logs", "testlog.json"), "w", encoding="utf-8") as file:
                for result, stdout, stderr in tests:
                    file.write(json.dumps({"name": "a", "result": result, "stdout": stdout, "stderr": stderr, "duration": 1}) + "\n")
        return subprocess.run([tool, folder], capture_output=True, text=True, timeout=30, check=False)


def main():
    tool = sys.argv[1]
    print(f"1..{len(CASES) + 1}")
    failed = 0
    for number, (what, tests, expected) in enumerate(CASES, 1):
        printed = run(tool, tests).stdout.strip()
        failed += printed != expected
        print(f"{'ok' if printed == expected else 'not ok'} {number} {what}", flush=True)
        if printed != expected:
            print(f"# printed {printed}, expected {expected}")
    told = run(tool, [("FAIL", TALK, "on standard error\n")]).stderr
    right = all(words in told for words in TOLD) and not any(words in told for words in NOT_TOLD)
    failed += not right
    print(f"{'ok' if right else 'not ok'} {len(CASES) + 1} what a failed case said")
    if not right:
        print("# " + "\n# ".join(told.splitlines()))
    return 1 if failed else 0


sys.exit(main())
