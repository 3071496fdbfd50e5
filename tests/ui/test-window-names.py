#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Genlock authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader hears: nothing that can be used is without a name."""

import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import driver  # noqa: E402

USABLE = {"push button", "toggle button", "check box", "radio button", "text", "entry", "spin button", "combo box",
          "slider", "switch", "menu item", "check menu item", "page tab", "tree table", "list", "list box"}
# What GTK calls a widget that nobody has given a name.
NAMELESS = re.compile(r"^(Gtk|Adw|Genlock)[A-Z]\w+$|^$")


def is_group(node):
    """A list of libadwaita's that stands in a group without a title: its rows say what it is."""
    while node is not None and node.role in ("list", "panel") and not node.name:
        node = node.parent
    return node is not None and node.role == "grouping"


def check(d, place):
    d.settle()
    bad = [f"{node.role} “{node.name}” at {node.box()}" for node in d.look()
           if node.role in USABLE and NAMELESS.match(node.name) and not is_group(node)]
    if bad:
        raise driver.Failed(f"without a name in {place}: {bad}")


def names_the_welcome(d):
    d.start()
    d.find("push button", re.compile("New show"))
    check(d, "the welcome page")


def names_the_lists(d):
    d.open_sample()
    d.click(d.find("table cell", "Name, SRC 11"))
    d.key("F9")
    d.find("text", "Name")
    check(d, "the list and its side panel")
    d.click(d.find("table cell", "Row 1"))
    d.click(d.find("table cell", "Row 3"), modifier="shift")
    d.find("label", "3 selected")
    check(d, "the bar of the selection")
    d.key("F9")
    d.find("push button", re.compile("Fill down"))
    check(d, "the bar of the selection, wide")
    d.key("ctrl+shift+d")
    d.find("push button", re.compile("Duplicate$"))
    check(d, "the window of copies")
    d.key("Escape")


def names_the_problem(d):
    (d.folder / "data" / "genlock").mkdir(parents=True)
    d.database.write_text("This is no database, but somebody has saved it as one.")
    d.start()
    d.find("push button", re.compile("again", re.I))
    check(d, "the page of a problem")
    d.screenshot("problem")


driver.main([
    names_the_welcome, names_the_lists, names_the_problem,
])
