# SPDX-FileCopyrightText: 2026 The Genlock authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The rules of the house that a program can check: each takes a file and yields (line, what is wrong)."""

import re

LINE_LENGTH = 100
FILE_WARN, FILE_FAIL = 600, 1000
FUNCTION_FAIL = 80

COPYRIGHT = "SPDX-FileCopyrightText: 2026 The Genlock authors"
LICENSE = "SPDX-License-Identifier: GPL-3.0-or-later"


class Source:
    """One C file: its path from the top of the tree, its text, and its text without comments and strings."""

    def __init__(self, path, text):
        self.path = path
        self.text = text
        self.lines = text.split("\n")
        self.code = blank(text)
        self.code_lines = self.code.split("\n")

    @property
    def is_header(self):
        return self.path.endswith(".h")

    @property
    def is_test(self):
        return self.path.startswith("tests/")

    def line_of(self, offset):
        return self.text.count("\n", 0, offset) + 1


def blank(text):
    """The same text with every character of a comment or a literal's inside made a space, line breaks kept."""
    token = re.compile(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.S)

    def hollow(match):
        found = match.group(0)
        if found[0] in "\"'":
            return found[0] + " " * (len(found) - 2) + found[-1]
        return re.sub(r"[^\n]", " ", found)

    return token.sub(hollow, text)


def header(source):
    """Two SPDX lines, one sentence of purpose, and in a .c G_LOG_DOMAIN, then config.h first of all includes."""
    lines = source.lines
    if len(lines) < 3 or lines[0] != f"/* {COPYRIGHT} */":
        yield 1, f"the first line is not “/* {COPYRIGHT} */”"
        return
    if lines[1] != f"/* {LICENSE} */":
        yield 2, f"the second line is not “/* {LICENSE} */”"
        return
    third = next((i for i in range(2, len(lines)) if lines[i].strip()), 2)
    if not re.match(r"/\*+( |$)", lines[third]):
        yield third + 1, "a comment with one sentence of purpose has to follow the SPDX lines"
        return
    code = [(i + 1, line) for i, line in enumerate(source.code_lines) if line.strip()]
    if not code:
        return
    if source.is_header:
        if code[0][1].strip() != "#pragma once":
            yield code[0][0], "a header starts with #pragma once"
        return
    includes = [(i, source.lines[i - 1]) for i, line in code if line.startswith("#include")]
    if not includes or includes[0][1] != '#include "config.h"':
        yield includes[0][0] if includes else code[0][0], 'config.h is not the first include'
    if source.is_test:
        return
    domain = next((i for i, line in code if line.startswith("#define G_LOG_DOMAIN")), None)
    if domain is None:
        yield code[0][0], "no G_LOG_DOMAIN"
    elif domain != code[0][0]:
        yield domain, "G_LOG_DOMAIN has to stand first, before config.h"
    elif not re.match(r'#define G_LOG_DOMAIN "genlock(-[a-z]+)*"$', source.lines[domain - 1]):
        yield domain, "G_LOG_DOMAIN is not the name of a library: “genlock-…”"


def includes(source):
    """Ours after the system's, each block sorted, ours named from src/ with their folder."""
    block, ours_seen = [], False
    for number, line in enumerate(source.lines + [""], 1):
        match = re.match(r'#include\s+([<"])([^>"]+)[>"]', line)
        if not match:
            names = [name for _, name in block]
            if names not in (sorted(names), sorted(names, key=sort_key)):
                yield block[0][0], "this block of includes is not sorted"
            block = []
            continue
        kind, name = match.groups()
        if name == "config.h":
            continue
        block.append((number, name))
        if kind == "<" and ours_seen:
            yield number, f"<{name}> stands after an include of ours"
        if kind == '"':
            ours_seen = True
            if ".." in name or (not source.is_test and "/" not in name and not name.endswith("-resources.h")):
                yield number, f"“{name}”: includes start at src/ (\"core/store/genlock-store.h\")"


def sort_key(name):
    """The order of people, who read a.h before a-b.h; the order of bytes is as good."""
    return re.sub(r"\.h$", "", name).lower().replace("_", "-").split("/")


def file_length(source):
    count = len(source.text.splitlines())
    if count >= FILE_FAIL:
        yield 1, f"{count} lines; at {FILE_WARN} split by concern, {FILE_FAIL} fails"


def functions(source):
    """(first line, name, lines from brace to brace) of every function, by the braces in the first column."""
    start = None
    for number, line in enumerate(source.code_lines, 1):
        if line.rstrip() == "{":
            start = number
        elif line.rstrip() == "}" and start:
            head = " ".join(source.code_lines[max(0, start - 16):start - 1])
            names = re.findall(r"([A-Za-z_]\w*)\s*\(", head[max(head.rfind(";"), head.rfind("}")) + 1:])
            yield start, names[0] if names else "?", number - start + 1
            start = None


def function_length(source):
    for number, name, length in functions(source):
        if length >= FUNCTION_FAIL:
            yield number, f"{name}() has {length} lines; aim at 40, {FUNCTION_FAIL} fails"


def line_length(source):
    for number, line in enumerate(source.lines, 1):
        if len(line) > LINE_LENGTH:
            yield number, f"{len(line)} columns; {LINE_LENGTH} is the most"


def white_space(source):
    for number, line in enumerate(source.lines, 1):
        if "\t" in line:
            yield number, "a tab"
        if line != line.rstrip():
            yield number, "white space at the end of the line"
    if "\r" in source.text:
        yield 1, "carriage returns"
    if not source.text.endswith("\n") or source.text.endswith("\n\n"):
        yield len(source.lines), "the file has to end with one line break"


def comments(source):
    """Only the comments of C: no // outside of a string or another comment."""
    token = re.compile(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.S)
    for match in token.finditer(source.text):
        if match.group(0).startswith("//"):
            yield source.line_of(match.start()), "a // comment; use /* */"


def marks(source):
    for number, line in enumerate(source.lines, 1):
        if re.search(r"\b(TODO|FIXME|XXX|HACK)\b", line):
            yield number, "a mark of unfinished work"


def no_goto(source):
    for match in re.finditer(r"\bgoto\b", source.code):
        yield source.line_of(match.start()), "goto; use g_autoptr and return"


def bodies(source):
    """{name: its body} of every function."""
    found = {}
    lines = source.code_lines
    for start, name, length in functions(source):
        found[name] = "\n".join(lines[start:start + length])
    return found


def prototypes(source):
    """Helpers stand before their use. What C cannot do otherwise may be declared ahead: the init function of an
    interface, which G_DEFINE_…_WITH_CODE names, and one of two functions that call each other."""
    if source.is_header:
        return
    defined = bodies(source)
    pattern = re.compile(r"^static\s[^;{}=()]*?\b(\w+)\s*\(([^;{}]*)\)\s*(?:G_GNUC_\w+[^;{}]*)?;", re.M)
    for match in pattern.finditer(source.code):
        name, parameters = match.groups()
        if name not in defined or re.fullmatch(r"\s*\w+(Interface|Iface)\s*\*\s*\w+\s*", parameters):
            continue
        calls = [other for other in defined if other != name and re.search(rf"\b{other}\b", defined[name])]
        if not any(re.search(rf"\b{name}\b", defined[other]) for other in calls):
            yield source.line_of(match.start()), f"{name}() is declared ahead; put the helper before its use"


def skips_and_sleeps(source):
    """A test waits for the event, never for a time, and is never skipped."""
    if not source.is_test:
        return
    for match in re.finditer(r"\b(g_test_skip|g_test_incomplete|g_usleep|usleep|nanosleep|sleep)\s*\(", source.code):
        yield source.line_of(match.start()), f"{match.group(1)}() in a test"


def sql(source):
    """Row SQL is derived from the schema; what is written by hand lives in store and sync, and names its columns."""
    statement = r'"\s*(SELECT|INSERT INTO|REPLACE INTO|UPDATE \w+ SET|DELETE FROM|CREATE (TABLE|INDEX)|PRAGMA)\b'
    if source.is_test:
        return
    for number, line in enumerate(source.lines, 1):
        if re.search(statement, line) and not re.match(r"src/(core/store|sync|server)/", source.path):
            yield number, "SQL outside of store and sync"
        if re.search(r"\bSELECT \*", line):
            yield number, "SELECT * (name the columns)"


def translation(source):
    """The core only marks what people read, with N_(); who shows it translates."""
    if not re.match(r"src/(core|sync)/", source.path):
        return
    for match in re.finditer(r"\b(_|C_|g?ngettext|g_dngettext|g_dgettext) ?\(\"", source.code):
        yield source.line_of(match.start()), f"{match.group(1)}() in the core; mark it with N_()"


RULES = {
    "header": header,
    "includes": includes,
    "file-length": file_length,
    "function-length": function_length,
    "line-length": line_length,
    "white-space": white_space,
    "comments": comments,
    "marks": marks,
    "goto": no_goto,
    "prototypes": prototypes,
    "sleeps": skips_and_sleeps,
    "sql": sql,
    "translation": translation,
}
