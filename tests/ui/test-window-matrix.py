#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Genlock authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The crosspoints of a router in the real window: by pointer, by keyboard, learnt from a Videohub, and of a large one."""

import os
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import driver  # noqa: E402

# Which input goes to which output, by labels.
POINTS = """
SELECT i.label, o.label FROM connections AS c
JOIN equipment_io_ports AS i ON i.id = c.intermediate_input
JOIN equipment_io_ports AS o ON o.id = c.intermediate_output
WHERE NOT c.is_deleted AND c.destination_id IS NULL ORDER BY o.port_index"""
CELL = 24


def hub(d, n_inputs, n_outputs, routes):
    """What a Videohub of that size says; routes are pairs of an input and an output, from 1."""
    def labels(word, n):
        return "".join(f"{index} {word} {index + 1}\n" for index in range(n))
    file = d.folder / "hub.txt"
    file.write_text(f"VIDEOHUB DEVICE:\nFriendly name: HUB\nModel name: Videohub\n\n"
                    f"INPUT LABELS:\n{labels('Input', n_inputs)}\nOUTPUT LABELS:\n{labels('Output', n_outputs)}\n"
                    "VIDEO OUTPUT ROUTING:\n" + "".join(f"{output - 1} {point - 1}\n" for point, output in routes) + "\n")
    return file


def for_chooser(d):
    """As in test-window-import.py: the file chooser leaks."""
    return {"ASAN_OPTIONS": os.environ.get("ASAN_OPTIONS", "") + ":fast_unwind_on_malloc=0:malloc_context_size=12",
            "GENLOCK_DATA": str(d.folder)}


def choose(d, item, letter, path):
    """From the menu of the matrix, then in the file chooser."""
    d.click(d.find("push button", "Crosspoints"))
    d.find("menu item", re.compile(item))
    before = d.handle()
    d.key(letter)
    driver.wait_for("the file chooser", lambda: d.handle() != before and any(map(d.screen.is_dialog, d.screen.windows())))
    if letter == "e":
        d.key("ctrl+a")
    d.type(str(path))
    d.key("Return")
    d.wait_closed()


def open_matrix(d, n_inputs, n_outputs, routes, environment=None):
    """The matrix by keyboard, from the canvas."""
    d.ctl("import", hub(d, n_inputs, n_outputs, routes))
    d.start(environment=environment)
    d.click(d.find("list item", re.compile("hub", re.I)))
    d.find("push button", "New source")
    d.key("ctrl+4")
    d.find("table cell", re.compile("^HUB, "))
    d.key("m")
    return cell(d, "IN 1", "OUT 1")


def cell(d, point, output, state=None):
    """The crosspoint with the focus."""
    return d.find("table cell", re.compile(f"^{point}(, [^:]*)? to {output}(, [^:]*)?: {state or ''}"))


def expect(d, *points):
    d.wait_query([(f"IN {a}", f"OUT {b}") for a, b in points], POINTS)


def sets_by_pointer(d):
    d.ctl("import", hub(d, 8, 8, [(1, 1), (2, 4)]))
    d.start()
    d.click(d.find("list item", re.compile("hub", re.I)))
    d.find("push button", "New source")
    d.key("ctrl+3")
    d.click(d.find("table cell", "Name, HUB"), button=3)
    d.find("menu item", "Crosspoints")
    d.key("i")
    x, y = d.point(cell(d, "IN 1", "OUT 1", "connected"))
    d.screenshot("matrix")

    def at(point, output):
        return x + (output - 1) * CELL, y + (point - 1) * CELL

    d.click(at(3, 2))
    expect(d, (1, 1), (3, 2), (2, 4))
    d.click(at(4, 2))
    expect(d, (1, 1), (4, 2), (2, 4))
    d.find("label", "OUT 2 has IN 4 in place of IN 3")
    d.key("ctrl+z")
    expect(d, (1, 1), (3, 2), (2, 4))
    d.click(at(3, 2))
    expect(d, (1, 1), (2, 4))

    # Along a row one input everywhere, aslant one to one; each is one step.
    d.drag(at(5, 1), at(5, 4))
    expect(d, (5, 1), (5, 2), (5, 3), (5, 4))
    d.drag(at(6, 5), at(8, 7))
    expect(d, (5, 1), (5, 2), (5, 3), (5, 4), (6, 5), (7, 6), (8, 7))
    d.key("ctrl+z")
    expect(d, (5, 1), (5, 2), (5, 3), (5, 4))
    d.key("ctrl+z")
    expect(d, (1, 1), (2, 4))

    d.click(d.find("push button", "Lock"))
    d.click(at(8, 8))
    d.find("label", re.compile("^The crosspoints are locked"))
    d.click(d.find("push button", "Lock"))
    d.click(at(8, 8))
    expect(d, (1, 1), (2, 4), (8, 8))
    d.click(d.find("push button", "Back to the list"))
    d.find("table cell", re.compile("^HUB, "))


def sets_by_keyboard(d):
    open_matrix(d, 8, 8, [(1, 1), (2, 4)])
    d.key("Right", "Down")
    cell(d, "IN 2", "OUT 2", "not connected")
    d.key("ctrl+Right")
    cell(d, "IN 2", "OUT 4", "connected")
    d.key("Delete")
    expect(d, (1, 1))
    d.type("in 5")
    cell(d, "IN 5", "OUT 4")
    d.type("out 7")
    cell(d, "IN 5", "OUT 7", "not connected")
    d.key("Return")
    cell(d, "IN 5", "OUT 7", "connected")
    expect(d, (1, 1), (5, 7))

    # What is marked is painted: here one to one.
    d.key("ctrl+Home", "shift+Down", "shift+Right", "shift+Down", "shift+Right", "Return")
    expect(d, (1, 1), (2, 2), (3, 3), (5, 7))
    cell(d, "IN 3", "OUT 3", "connected")
    d.key("Delete")
    expect(d, (5, 7))
    d.key("ctrl+z", "ctrl+z")
    expect(d, (1, 1), (5, 7))

    # Fast fingers never feed an output twice.
    d.key("End", "Return", "Up", "Return", "Up", "Return")
    expect(d, (1, 1), (5, 7), (1, 8))
    d.key("ctrl+f")
    d.find(None, "Search inputs")
    d.type("IN 5")
    d.find("label", re.compile("^IN 5 to OUT"))
    d.key("Escape", "Escape")
    d.find("table cell", re.compile("^HUB, "))


def learns_and_exports(d):
    open_matrix(d, 4, 4, [(1, 1), (2, 2)], for_chooser(d))
    choose(d, "Learn As-Built Routing", "l", hub(d, 4, 4, [(4, 1), (2, 2), (3, 3)]))
    expect(d, (4, 1), (2, 2), (3, 3))
    d.find("label", "2 crosspoints set, 1 replaced")
    d.key("ctrl+z")
    expect(d, (1, 1), (2, 2))

    saved = d.folder / "videohub.txt"
    choose(d, "Export for Videohub", "e", saved)
    driver.wait_for("the export", lambda: saved.exists() and "VIDEO OUTPUT ROUTING:\n0 0\n1 1\n" in saved.read_text())


def shows_a_large_one(d):
    open_matrix(d, 576, 1152, [(index % 576 + 1, index + 1) for index in range(1152)])
    d.key("ctrl+End")
    cell(d, "IN 576", "OUT 1152", "connected")
    d.screenshot("matrix-large")
    d.key("ctrl+Home")
    d.type("out 1000")
    cell(d, "IN 1", "OUT 1000", "not connected; the output has IN 424")
    d.key("Return")
    cell(d, "IN 1", "OUT 1000", "connected")
    d.wait_query([("IN 1", "OUT 1000")], POINTS.replace("ORDER", "AND o.label = 'OUT 1000' ORDER"))


if __name__ == "__main__":
    driver.main([sets_by_pointer, sets_by_keyboard, learns_and_exports, shows_a_large_one])
