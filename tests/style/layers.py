# SPDX-FileCopyrightText: 2026 The Genlock authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The layer rule: which folder of src/ may include which, read from the map in src/README.md."""

import re

# Which library a system header belongs to; what matches nothing here has to be the C library's.
LIBRARIES = (
    ("json-glib", r"json-glib/"),
    ("sqlite", r"sqlite3(ext)?\.h$"),
    ("libsoup", r"libsoup/"),
    ("libyaml", r"yaml\.h$"),
    ("gtk", r"(gtk|gdk|gsk|graphene)[-/\w]*[./]|adwaita\.h$|graphene"),
    ("cairo", r"cairo|pango"),
    ("glib", r"(glib|gio|gmodule|gobject|glib-unix|glib-object)[./]|gio/|glib/|glib-(object|unix)\.h$"),
)
C_LIBRARY = r"(sys/|arpa/|net/|netinet/|linux/)?[a-z0-9_]+\.h$"


class Folder:
    def __init__(self, may_include, libraries):
        self.may_include = may_include
        self.libraries = libraries


def words(cell):
    return [word.strip() for word in cell.split(",") if word.strip()]


def read_map(text):
    """The folders of the map in src/README.md: {folder: Folder}."""
    folders = {}
    for line in text.split("\n"):
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if not line.startswith("|") or len(cells) != 4 or cells[0] == "folder" or set(cells[0]) == {"-"}:
            continue
        folders[cells[0]] = Folder(words(cells[1]), words(cells[2]))
    known = {name for name, _ in LIBRARIES}
    for name, folder in folders.items():
        for other in folder.may_include:
            if other not in folders:
                raise ValueError(f"src/README.md: {name} may include {other}, which is no folder of the map")
            if name in folders[other].may_include or name == other:
                raise ValueError(f"src/README.md: {name} and {other} may include each other")
        for library in folder.libraries:
            if library not in known:
                raise ValueError(f"src/README.md: {name} may use {library}, which layers.py does not know")
    return folders


def folder_of(path, folders):
    """The folder of the map that a path from src/ is in, or None."""
    return next((name for name in folders if path.startswith(name + "/")), None)


def library_of(include):
    for name, pattern in LIBRARIES:
        if re.match(pattern, include):
            return name
    return "c" if re.match(C_LIBRARY, include) else None


def read_includes(text):
    return [(number, *match.groups())
            for number, line in enumerate(text.split("\n"), 1)
            for match in [re.match(r'\s*#\s*include\s+([<"])([^>"]+)[>"]', line)] if match]


def reached(include, files, seen):
    """Every system header that a header of ours brings along: {library: the path of ours that has it}."""
    if include in seen or include not in files:
        return {}
    seen.add(include)
    found = {}
    for _, kind, name in read_includes(files[include]):
        if kind == "<":
            found.setdefault(library_of(name), include)
        else:
            for library, where in reached(name, files, seen).items():
                found.setdefault(library, where)
    return found


def broken(files, folders):
    """files: {path from src/: text}. Yields (path, line, what is wrong)."""
    for path in sorted(files):
        folder = folder_of(path, folders)
        if folder is None:
            if re.search(r"\.[ch]$", path):
                yield path, 1, "its folder is not on the map in src/README.md"
            continue
        allowed = folders[folder]
        for number, kind, include in read_includes(files[path]):
            if kind == "<":
                library = library_of(include)
                if library is None:
                    yield path, number, f"<{include}> is of a library that tests/style/layers.py does not know"
                elif library != "c" and library not in allowed.libraries:
                    yield path, number, f"<{include}>: {folder} may not see {library}"
                continue
            other = folder_of(include, folders)
            if other is None:
                continue
            if other != folder and other not in allowed.may_include:
                yield path, number, f"“{include}”: {folder} may not include {other}"
                continue
            for library, where in sorted(reached(include, files, set()).items(), key=str):
                if library not in (None, "c") and library not in allowed.libraries:
                    yield path, number, f"“{include}” brings {library} along (in {where}), which {folder} may not see"


# What a meson.build calls the libraries that are not ours.
DEPENDENCIES = {"json_glib_dep": "json-glib", "sqlite_dep": "sqlite", "soup_dep": "libsoup", "gtk_dep": "gtk",
                "adw_dep": "gtk", "cairo_dep": "cairo", "pango_dep": "cairo", "pangocairo_dep": "cairo"}


def broken_links(files, folders):
    """files: {folder/meson.build from src/: text}. Yields (path, line, what is wrong) for what a folder may not link."""
    names = {f"genlock_{name.split('/')[-1]}_dep": name for name in folders}
    for path in sorted(files):
        folder = path.removesuffix("/meson.build")
        if folder not in folders:
            continue
        allowed = folders[folder]
        for number, line in enumerate(files[path].split("\n"), 1):
            for word in re.findall(r"\b\w+_dep\b", line.split("#")[0]):
                other, library = names.get(word), DEPENDENCIES.get(word)
                if other and other != folder and other not in allowed.may_include:
                    yield path, number, f"{word}: {folder} may not link {other}"
                if library and library not in allowed.libraries:
                    yield path, number, f"{word}: {folder} may not link {library}"
