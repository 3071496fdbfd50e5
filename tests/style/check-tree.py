#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Genlock authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks every C and .ui file of the tree against the rules of the house, as TAP: one case per rule."""

import os
import sys

import layers
import rules
import templates


def tree(top):
    for folder in ("src", "tests"):
        for where, folders, names in os.walk(os.path.join(top, folder)):
            folders.sort()
            for name in sorted(names):
                if name.endswith((".c", ".h", ".ui")) or name == "meson.build":
                    path = os.path.join(where, name)
                    with open(path, encoding="utf-8") as file:
                        yield os.path.relpath(path, top), file.read()


def main():
    top = sys.argv[1]
    files = dict(tree(top))
    sources = [rules.Source(path, text) for path, text in files.items() if path.endswith((".c", ".h"))]
    with open(os.path.join(top, "src", "README.md"), encoding="utf-8") as file:
        folders = layers.read_map(file.read())

    results = {name: [f"{source.path}:{line}: {what}" for source in sources for line, what in rule(source)]
               for name, rule in rules.RULES.items()}
    ours = {path[len("src/"):]: text for path, text in files.items() if path.startswith("src/")}
    code = {path: text for path, text in ours.items() if path.endswith((".c", ".h"))}
    builds = {path: text for path, text in ours.items() if path.endswith("/meson.build")}
    results["layers"] = [f"src/{path}:{line}: {what}" for path, line, what in layers.broken(code, folders)]
    results["links"] = [f"src/{path}:{line}: {what}" for path, line, what in layers.broken_links(builds, folders)]
    for name, rule in templates.RULES.items():
        results[name] = [f"{path}:{line}: {what}" for path, text in files.items() if path.endswith(".ui")
                         for line, what in rule(text)]

    print(f"1..{len(results)}")
    for number, (name, problems) in enumerate(results.items(), 1):
        print(f"{'not ok' if problems else 'ok'} {number} {name}")
        for problem in problems:
            print(problem, file=sys.stderr)
    for source in sources:
        count = len(source.text.splitlines())
        if rules.FILE_WARN <= count < rules.FILE_FAIL:
            print(f"# {source.path}: {count} lines; split it by concern", flush=True)
    return 1 if any(results.values()) else 0


sys.exit(main())
