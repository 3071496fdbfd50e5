#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Genlock authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The lists of a show in the real window, by pointer and keyboard."""

import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import driver  # noqa: E402

LIVE = "SELECT label, name FROM sources WHERE NOT is_deleted ORDER BY length(label), label"


def cell(d, column, label):
    return d.find("table cell", f"{column}, {label}")


def adds_sources_by_keyboard(d):
    d.ctl("add", "productions", "client=ACME", "showName=Kickoff")
    d.start()
    d.click(d.find("list item", re.compile("Kickoff")))
    d.click(d.find("push button", "New source"))
    d.wait_query([("SRC 1",)], "SELECT label FROM sources WHERE NOT is_deleted")
    cell(d, "Name", "SRC 1")
    d.key("Escape")
    d.key("ctrl+n")
    d.wait_query([("SRC 1",), ("SRC 2",)], "SELECT label FROM sources WHERE NOT is_deleted ORDER BY label")


def edits_in_place(d):
    d.open_sample()
    d.click(cell(d, "Name", "SRC 1"))
    d.type("LONG LENS")
    d.key("Return")
    d.wait_query([("LONG LENS",)], "SELECT name FROM sources WHERE label = 'SRC 1'")
    # Enter went down: F2 edits the next row; Escape restores it.
    d.key("F2")
    d.type("nonsense")
    d.key("Escape")
    d.key("Down")
    d.key("F2")
    d.key("ctrl+a")
    d.type("THIRD")
    d.key("Tab")
    d.wait_query([("LONG LENS",), ("CAM 2",), ("THIRD",)],
                 "SELECT name FROM sources WHERE label IN ('SRC 1', 'SRC 2', 'SRC 3') ORDER BY label")
    d.screenshot("edited")


def keeps_the_row_of_the_side_panel(d):
    d.open_sample()
    d.click(cell(d, "Name", "SRC 1"))
    d.key("F9")

    def field(name):
        return d.find("text", name)

    driver.wait_for("the name in the side panel", lambda: field("Name").text == "CAM 1")
    d.click(field("Name"))
    d.key("ctrl+a")
    d.type("LONG LENS")
    # No Enter: the click on another row takes what was typed, for the row it was typed for.
    d.click(cell(d, "Name", "SRC 3"))
    d.wait_query([("LONG LENS",), ("CAM 2",), ("CAM 3",)],
                 "SELECT name FROM sources WHERE label IN ('SRC 1', 'SRC 2', 'SRC 3') ORDER BY label")
    driver.wait_for("the next name in the side panel", lambda: field("Name").text == "CAM 3")


def edits_several_in_the_side_panel(d):
    d.open_sample()
    names = "SELECT name FROM sources WHERE label IN ('SRC 1', 'SRC 2', 'SRC 3', 'SRC 4') ORDER BY label"
    notes = "SELECT note FROM sources WHERE label IN ('SRC 1', 'SRC 2', 'SRC 3', 'SRC 4') ORDER BY label"
    before, kept = d.query(notes), d.query(names)
    d.click(d.find("table cell", "Row 1"))
    d.click(d.find("table cell", "Row 3"), modifier="shift")
    d.find("label", re.compile("3 selected"))
    d.key("F9")
    # What differs between the rows says so, and what is typed is for all of them, and for no other field or row.
    d.find("text", "Name (mixed)")
    d.click(d.find("text", re.compile("^Note")))
    d.key("ctrl+a")
    d.type("Spare: ask the rental house")
    d.key("Return")
    d.wait_query([("Spare: ask the rental house",)] * 3 + before[3:], notes)
    if d.query(names) != kept:
        raise driver.Failed("a field changed that nobody touched")
    d.screenshot("bulk-edited")
    # One step takes all of it back.
    d.click(cell(d, "Name", "SRC 1"))
    d.key("ctrl+z")
    d.wait_query(before, notes)


def undoes_and_redoes(d):
    d.open_sample()
    d.click(cell(d, "Name", "SRC 1"))
    d.type("LONG LENS")
    d.key("Return")
    d.wait_query([("LONG LENS",)], "SELECT name FROM sources WHERE label = 'SRC 1'")
    d.key("ctrl+z")
    d.wait_query([("CAM 1",)], "SELECT name FROM sources WHERE label = 'SRC 1'")
    d.key("ctrl+shift+z")
    d.wait_query([("LONG LENS",)], "SELECT name FROM sources WHERE label = 'SRC 1'")


def keeps_keys_while_a_popover_closes(d):
    """GTK moves the focus out of it a frame later; the next key is there before."""
    d.open_sample()
    d.click(cell(d, "Name", "SRC 1"))
    d.key("F9")
    for _ in range(4):
        d.shape.forget()
        d.click(d.find("push button", "Choose: Type"))
        d.find("entry", "Search")
        d.type("ptz")
        d.screen.press("Return")
        d.screen.press("ctrl+2")
        d.find("table cell", "Name, DST 1")
        d.wait_query([("PTZ",)], "SELECT type FROM sources WHERE label = 'SRC 1'")
        d.key("ctrl+z")
        d.wait_query([("Camera",)], "SELECT type FROM sources WHERE label = 'SRC 1'")
        d.key("ctrl+1")
        d.click(cell(d, "Name", "SRC 1"))


def fills_a_block(d):
    d.open_sample()
    types = "SELECT type FROM sources WHERE label IN (?, ?, ?) ORDER BY label"
    d.wait_query([("PTZ",), ("Camera",)], "SELECT type FROM sources WHERE label IN ('SRC 8', 'SRC 6') ORDER BY label DESC")
    d.click(cell(d, "Type", "SRC 6"))
    d.key("shift+Down", "shift+Down")
    d.key("ctrl+Return")
    d.wait_query([("Camera",)] * 3, types, "SRC 6", "SRC 7", "SRC 8")
    d.screenshot("filled")
    d.key("ctrl+z")
    d.wait_query([("Camera",), ("PTZ",), ("PTZ",)], types, "SRC 6", "SRC 7", "SRC 8")


def pastes_from_a_spreadsheet(d):
    d.open_sample()
    d.set_clipboard("FIRST\tRobo\nSECOND\t\"Laptop - PC GFX\"\n")
    d.click(cell(d, "Name", "SRC 1"))
    d.key("ctrl+v")
    d.wait_query([("SRC 1", "FIRST", "Robo"), ("SRC 2", "SECOND", "Laptop - PC GFX"), ("SRC 3", "CAM 3", "Camera")],
                 "SELECT label, name, type FROM sources WHERE label IN ('SRC 1', 'SRC 2', 'SRC 3') ORDER BY label")
    d.key("ctrl+z")
    d.wait_query([("CAM 1",), ("CAM 2",)], "SELECT name FROM sources WHERE label IN ('SRC 1', 'SRC 2') ORDER BY label")


def copies_to_a_spreadsheet(d):
    d.open_sample()
    d.click(cell(d, "Label", "SRC 1"))
    d.key("shift+Right", "shift+Down")
    d.key("ctrl+c")
    driver.wait_for("the clipboard", lambda: d.get_clipboard().rstrip("\r\n").replace("\r", "") == "SRC 1\tCAM 1\nSRC 2\tCAM 2")


def deletes_with_undo(d):
    d.open_sample()
    before = d.query(LIVE)
    d.click(d.find("table cell", "Row 1"))
    d.click(d.find("table cell", "Row 3"), modifier="shift")
    d.find("label", re.compile("3 selected"))
    d.screenshot("selected")
    d.key("Delete")
    d.wait_query(before[3:], LIVE)
    d.screenshot("deleted")
    d.click(d.find("push button", re.compile("^_?Undo( Undo)?$")))
    d.wait_query(before, LIVE)


def duplicates_with_increment(d):
    d.open_sample()
    d.click(d.find("table cell", "Row 6"))
    d.key("ctrl+d")
    d.wait_query([("CAM 7",)], "SELECT name FROM sources WHERE name = 'CAM 7' AND NOT is_deleted")


def searches_as_you_type(d):
    d.open_sample()
    # Ctrl+F looks in what has the focus: the rows here, not the list of shows.
    d.click(cell(d, "Name", "SRC 1"))
    d.key("ctrl+f")
    d.type("keynote b")
    d.gone("table cell", "Name, SRC 1")
    cell(d, "Name", "SRC 20")
    d.screenshot("search")
    d.key("Escape")
    # The others are back around what was found, which stays in sight.
    cell(d, "Name", "SRC 19")
    cell(d, "Name", "SRC 20")
    cell(d, "Name", "SRC 21")


def sorts_by_a_column(d):
    d.open_sample()
    def y(label):
        return cell(d, "Name", label).box()[1]

    # GTK 4.8 names no headers to AT-SPI: it stands above the first cell.
    left, top = d.point(cell(d, "Name", "SRC 1"))
    d.click((left, top - 27))
    driver.wait_for("BLACK before CAM 1", lambda: y("SRC 46") < y("SRC 1") < y("SRC 2"))
    d.screenshot("sorted")


def pastes_past_the_end(d):
    d.ctl("add", "productions", "client=ACME", "showName=Kickoff")
    d.ctl("add", "sources", "name=CAM 1", "label=SRC 1", "type=Camera", "productionId=" + d.query("SELECT id FROM productions")[0][0])
    d.start()
    d.click(d.find("list item", re.compile("Kickoff")))
    d.set_clipboard("ONE\nTWO\nTHREE\n")
    d.click(cell(d, "Name", "SRC 1"))
    d.key("ctrl+v")
    d.find("label", "Add 2 sources?")
    d.screenshot("past-the-end")
    d.key("Return")
    d.wait_query([("SRC 1", "ONE"), ("SRC 2", "TWO"), ("SRC 3", "THREE")], LIVE)
    d.key("ctrl+z")
    d.wait_query([("SRC 1", "CAM 1")], LIVE)


def remembers_columns(d):
    d.open_sample()
    width = cell(d, "Name", "SRC 1").box()[2]
    # The border of a title is drawn wider; it stands behind the border of the window, which the driver leaves out.
    x, y = d.point(cell(d, "Name", "SRC 1"))
    d.drag((x + width // 2 + 6, y - 27), (x + width // 2 + 86, y - 27))
    driver.wait_for("a wider column", lambda: cell(d, "Name", "SRC 1").box()[2] > width + 40)
    # A title is drawn to another place.
    x, y = d.point(cell(d, "Format", "SRC 1"))
    d.drag((x, y - 27), (d.point(cell(d, "Name", "SRC 1"))[0] - width // 2, y - 27))
    driver.wait_for("another order", lambda: cell(d, "Format", "SRC 1").box()[0] < cell(d, "Name", "SRC 1").box()[0])
    d.click(d.find("push button", "Columns"))
    d.find("menu item", "Type")
    d.key("Down", "Down", "space")
    d.key("Escape")
    d.gone("table cell", "Type, SRC 1")
    boxes = [cell(d, name, "SRC 1").box() for name in ("Label", "Format", "Name", "Connectors")]
    # Closed at once: nothing of it is lost.
    d.stop()
    d.start()
    d.click(d.find("list item", re.compile("Annual Summit")))
    driver.wait_for("the columns as they were", lambda: boxes == [
        cell(d, name, "SRC 1").box() for name in ("Label", "Format", "Name", "Connectors")])
    d.gone("table cell", "Type, SRC 1")


driver.main([
    adds_sources_by_keyboard, edits_in_place, keeps_the_row_of_the_side_panel,
    edits_several_in_the_side_panel, undoes_and_redoes, keeps_keys_while_a_popover_closes, fills_a_block,
    pastes_from_a_spreadsheet, copies_to_a_spreadsheet, deletes_with_undo, duplicates_with_increment,
    searches_as_you_type, sorts_by_a_column, pastes_past_the_end, remembers_columns,
])
