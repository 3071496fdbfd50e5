#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Genlock authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The ports of a device in the real window, by pointer and keyboard."""

import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import driver  # noqa: E402

PASTE = re.compile("Paste from a spreadsheet")
ADD = re.compile("Add ports$")
TAB = ("page tab", "radio button", "toggle button", "push button")
LABELS = "SELECT label FROM equipment_io_ports WHERE NOT is_deleted ORDER BY port_type, port_index"


def open_device(d, n_ports=3):
    """One device with IN 1, IN 2 …, opened at its ports."""
    spec = d.ctl_json("add", "equipment", "category=ROUTER", "manufacturer=Acme", "model=Hub", "ioArchitecture=DIRECT")["id"]
    for i in range(n_ports):
        d.ctl("add", "equipment_io_ports", f"equipmentId={spec}", "portType=INPUT", "ioType=12G-SDI", f"label=IN {i + 1}",
              f"portIndex={i + 1}")
    d.start()
    d.key("ctrl+e")
    d.click(d.find("list item", "Acme Hub"))
    if n_ports:
        d.find("table cell", "Label, IN 1")
    return spec


def wait_labels(d, *names):
    """Until the ports are these, in the database and on the screen: keys between the two find no cell to go to."""
    d.wait_query([(name,) for name in names], LABELS)

    def shown():
        cells = d.look("table cell", re.compile("^Label, "))
        return [cell.name.split(", ")[1] for cell in sorted(cells, key=lambda cell: cell.box()[1])] == list(names)
    driver.wait_for(f"rows {names}", shown)


def adds_by_pattern(d):
    open_device(d, 0)
    d.click(d.find(None, ADD))
    d.find("label", re.compile("^1 port without a label"))
    d.type("SDI IN [1-")
    d.screenshot("ports-pattern-wrong")
    d.type("40]")
    d.find("label", "40 ports: SDI IN 1, SDI IN 2 … SDI IN 40")
    d.screenshot("ports-pattern")
    d.key("Return")
    d.wait_query([(40,)], "SELECT count(*) FROM equipment_io_ports WHERE NOT is_deleted AND io_type = '12G-SDI'")
    d.find("table cell", "Label, SDI IN 1")
    d.screenshot("ports-40")
    d.key("ctrl+z")
    d.wait_query([(0,)], "SELECT count(*) FROM equipment_io_ports WHERE NOT is_deleted")
    d.find("push button", PASTE)


def edits_in_place(d):
    open_device(d)
    d.click(d.find("table cell", "Label, IN 2"))
    d.type("REF")
    d.key("Return")
    wait_labels(d, "IN 1", "REF", "IN 3")
    d.key("ctrl+z")
    wait_labels(d, "IN 1", "IN 2", "IN 3")


def changes_the_direction(d):
    open_device(d)
    d.click(d.find("table cell", "Direction, IN 1"))
    d.type("Outp")
    d.key("Return")
    wait_labels(d, "IN 2", "IN 3", "IN 1")
    d.key("ctrl+z")
    wait_labels(d, "IN 1", "IN 2", "IN 3")


def reorders_by_keyboard(d):
    open_device(d)
    d.click(d.find("table cell", "Label, IN 1"))
    d.key("alt+Down")
    wait_labels(d, "IN 2", "IN 1", "IN 3")
    d.key("alt+Down")
    wait_labels(d, "IN 2", "IN 3", "IN 1")
    d.key("ctrl+z")
    wait_labels(d, "IN 2", "IN 1", "IN 3")


def reorders_by_pointer(d):
    open_device(d, 4)
    head = d.find("table cell", "Row 1")
    d.click(head)
    x, y = d.point(d.find("table cell", "Row 3"))
    # Into the lower half of a row: behind it.
    d.drag(head, (x, y + 8), drop=False)
    d.screenshot("ports-drag")
    d.drop()
    wait_labels(d, "IN 2", "IN 3", "IN 1", "IN 4")
    d.find("push button", re.compile("Undo"))
    d.key("ctrl+z")
    wait_labels(d, "IN 1", "IN 2", "IN 3", "IN 4")
    # Two at once, to the top.
    d.click(d.find("table cell", "Row 3"))
    d.click(d.find("table cell", "Row 4"), modifier="shift")
    d.find("label", re.compile("^2 selected"))
    x, y = d.point(d.find("table cell", "Row 1"))
    d.drag(d.find("table cell", "Row 3"), (x, y - 8))
    wait_labels(d, "IN 3", "IN 4", "IN 1", "IN 2")


def loses_no_key_while_rows_change(d):
    """Keys as fast as somebody presses them, who looks at no row before the next."""
    open_device(d, 12)
    names = [f"IN {number}" for number in range(2, 13)]
    d.click(d.find("table cell", "Label, IN 1"))
    for _ in range(11):
        d.screen.press("alt+Down")
    wait_labels(d, *names, "IN 1")
    d.find("push button", re.compile("Undo"))
    d.key("ctrl+z")
    wait_labels(d, *names[:-1], "IN 1", names[-1])
    # What is typed while the row moves is of that row, and the keyboard stays in the list.
    d.screen.press("alt+Up")
    for key in ("R", "E", "F", "Return"):
        d.screen.press(key)
    wait_labels(d, *names[:-2], "REF", *names[-2:])


def pastes_from_a_spreadsheet(d):
    open_device(d, 0)
    d.set_clipboard("Label\tConnector\tDirection\nA\tHDMI\tInput\nB\t\t\nC\tDP 1.2\tOutput\n")
    d.click(d.find("push button", PASTE))
    d.wait_query([("A", "HDMI", "INPUT"), ("B", "HDMI", "INPUT"), ("C", "DP 1.2", "OUTPUT")],
                 "SELECT label, io_type, port_type FROM equipment_io_ports WHERE NOT is_deleted ORDER BY label")
    wait_labels(d, "A", "B", "C")
    d.key("ctrl+z")
    d.wait_query([(0,)], "SELECT count(*) FROM equipment_io_ports WHERE NOT is_deleted")
    d.find("push button", PASTE)


def deletes_with_undo(d):
    open_device(d)
    d.click(d.find("table cell", "Label, IN 2"))
    d.key("ctrl+Delete")
    d.find("label", "1 port deleted")
    wait_labels(d, "IN 1", "IN 3")
    d.key("ctrl+z")
    wait_labels(d, "IN 1", "IN 2", "IN 3")


def switches_to_formats_of_the_device(d):
    spec = open_device(d)
    d.ctl("show", "equipment", spec)
    d.click(d.find(TAB, "Properties"))
    d.screenshot("ports-form")
    d.click(d.find(None, "Each port has its own format"))
    d.wait_query([(0,)], "SELECT format_by_io FROM equipment_specs")
    d.key("ctrl+z")
    d.wait_query([(1,)], "SELECT format_by_io FROM equipment_specs")


driver.main([adds_by_pattern, edits_in_place, changes_the_direction, reorders_by_keyboard, reorders_by_pointer, loses_no_key_while_rows_change,
             pastes_from_a_spreadsheet,
             deletes_with_undo, switches_to_formats_of_the_device])
