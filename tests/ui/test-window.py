#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Genlock authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A producer's work in the real window, by pointer and keyboard."""

import os
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import driver  # noqa: E402

SAMPLE = os.path.join(os.environ.get("GENLOCK_DATA", ""), "sample-show.genlock")
LIVE = "SELECT label, name FROM sources WHERE NOT is_deleted ORDER BY length(label), label"


def open_sample(d):
    d.ctl("import", SAMPLE)
    d.start()
    d.click(d.find("list item", re.compile("Annual Summit")))
    d.find("table cell", "Name, SRC 1")


def cell(d, column, label):
    return d.find("table cell", f"{column}, {label}")


def creates_a_show(d):
    d.start()
    d.click(d.find("push button", re.compile("New show")))
    d.find("text", "Client")
    d.type("Kickoff")
    d.key("Tab")
    d.type("ACME")
    d.key("Return")
    d.wait_query([("Kickoff", "ACME", "PLANNING")], "SELECT show_name, client, status FROM productions")
    d.find("list item", re.compile("Kickoff"))
    d.screenshot("new-show")


def refuses_load_out_before_load_in(d):
    d.start()
    d.click(d.find("push button", re.compile("New show")))
    d.find("text", "Load-out")
    d.type("Kickoff")
    d.click(d.find("text", "Load-in"))
    d.type("2026-05-02")
    d.click(d.find("text", "Load-out"))
    d.type("2026-05-01")
    d.key("Return")
    # The sentence stands beside the field, the dialog stays, nothing is saved until the day is right.
    driver.wait_for("Save to be off", lambda: not d.find("push button", re.compile("Save")).has("sensitive"))
    d.screenshot("load-out-before-load-in")
    d.key("Return")
    if d.query("SELECT * FROM productions"):
        raise driver.Failed("the show was saved all the same")
    d.key("ctrl+a")
    d.type("2026-05-03")
    d.key("Return")
    d.wait_query([("2026-05-02T00:00:00.000Z", "2026-05-03T00:00:00.000Z")], "SELECT load_in, load_out FROM productions")


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
    open_sample(d)
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
    open_sample(d)
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


def undoes_and_redoes(d):
    open_sample(d)
    d.click(cell(d, "Name", "SRC 1"))
    d.type("LONG LENS")
    d.key("Return")
    d.wait_query([("LONG LENS",)], "SELECT name FROM sources WHERE label = 'SRC 1'")
    d.key("ctrl+z")
    d.wait_query([("CAM 1",)], "SELECT name FROM sources WHERE label = 'SRC 1'")
    d.key("ctrl+shift+z")
    d.wait_query([("LONG LENS",)], "SELECT name FROM sources WHERE label = 'SRC 1'")


def fills_a_block(d):
    open_sample(d)
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
    open_sample(d)
    d.set_clipboard("FIRST\tRobo\nSECOND\t\"Laptop - PC GFX\"\n")
    d.click(cell(d, "Name", "SRC 1"))
    d.key("ctrl+v")
    d.wait_query([("SRC 1", "FIRST", "Robo"), ("SRC 2", "SECOND", "Laptop - PC GFX"), ("SRC 3", "CAM 3", "Camera")],
                 "SELECT label, name, type FROM sources WHERE label IN ('SRC 1', 'SRC 2', 'SRC 3') ORDER BY label")
    d.key("ctrl+z")
    d.wait_query([("CAM 1",), ("CAM 2",)], "SELECT name FROM sources WHERE label IN ('SRC 1', 'SRC 2') ORDER BY label")


def copies_to_a_spreadsheet(d):
    open_sample(d)
    d.click(cell(d, "Label", "SRC 1"))
    d.key("shift+Right", "shift+Down")
    d.key("ctrl+c")
    driver.wait_for("the clipboard", lambda: d.get_clipboard().rstrip("\r\n").replace("\r", "") == "SRC 1\tCAM 1\nSRC 2\tCAM 2")


def deletes_with_undo(d):
    open_sample(d)
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
    open_sample(d)
    d.click(d.find("table cell", "Row 6"))
    d.key("ctrl+d")
    d.wait_query([("CAM 7",)], "SELECT name FROM sources WHERE name = 'CAM 7' AND NOT is_deleted")


def searches_as_you_type(d):
    open_sample(d)
    # Ctrl+F looks in what has the focus: the rows here, not the list of shows.
    d.click(cell(d, "Name", "SRC 1"))
    d.key("ctrl+f")
    d.type("keynote b")
    d.gone("table cell", "Name, SRC 1")
    cell(d, "Name", "SRC 20")
    d.screenshot("search")
    d.key("Escape")
    cell(d, "Name", "SRC 1")


def sorts_by_a_column(d):
    open_sample(d)
    def y(label):
        return cell(d, "Name", label).box()[1]

    # GTK 4.8 names no headers to AT-SPI: it stands above the first cell.
    left, top = d.point(cell(d, "Name", "SRC 1"))
    d.click((left, top - 27))
    driver.wait_for("BLACK before CAM 1", lambda: y("SRC 46") < y("SRC 1") < y("SRC 2"))
    d.screenshot("sorted")


def keeps_others_from_writing(d):
    open_sample(d)
    # Reading works beside the app, writing waits for it in vain; a backup is no writing.
    d.ctl("list", "sources")
    d.ctl("set", "sources", "SRC 1", "name=x", code=1)
    d.ctl("backup", d.folder / "copy.db")


def survives_kill(d):
    open_sample(d)
    for number in range(5):
        d.click(cell(d, "Name", "SRC 1"))
        d.type(f"KEPT {number}")
        d.key("Return")
        d.wait_query([(f"KEPT {number}",)], "SELECT name FROM sources WHERE label = 'SRC 1'")
        d.kill()
        d.ctl("verify")
        if d.query("SELECT name FROM sources WHERE label = 'SRC 1'") != [(f"KEPT {number}",)]:
            raise driver.Failed("an edit that was there is gone")
        d.start()
        d.click(d.find("list item", re.compile("Annual Summit")))
        cell(d, "Name", "SRC 1")


EXPORT = str(pathlib.Path(__file__).parent.parent / "interchange" / "data" / "kickoff-export.json")
IMPORTED = "SELECT count(*) > 0 FROM sources WHERE NOT is_deleted"


def carry_out_import(d):
    """The preview stands: looks, imports, undoes."""
    d.find("push button", re.compile("Import [0-9]+"))
    d.screenshot("import-preview")
    if d.query(IMPORTED) != [(0,)]:
        raise driver.Failed("something was imported before it was asked for")
    d.key("ctrl+Return")
    d.wait_query([(1,)], IMPORTED)
    d.find("push button", re.compile("Done"))
    d.screenshot("import-done")
    d.key("Return")
    d.gone("push button", re.compile("Done"))
    d.key("ctrl+z")
    d.wait_query([(0,)], IMPORTED)


def imports_by_dialog(d):
    d.start()
    d.find("push button", re.compile("New show"))
    d.key("ctrl+i")
    d.find("push button", re.compile("Choose"))
    before = d.handle()
    d.key("Return")
    driver.wait_for("the file chooser", lambda: d.handle() != before)
    d.type(EXPORT)
    d.key("Return")
    carry_out_import(d)


def imports_by_drop(d):
    d.start()
    d.find("push button", re.compile("New show"))
    with driver.dragged_file(EXPORT) as place:
        d.drag(place, (700, 650), steps=40)
        carry_out_import(d)


driver.main([creates_a_show, refuses_load_out_before_load_in, adds_sources_by_keyboard, edits_in_place, keeps_the_row_of_the_side_panel, undoes_and_redoes,
             fills_a_block, pastes_from_a_spreadsheet, copies_to_a_spreadsheet, deletes_with_undo,
             duplicates_with_increment, searches_as_you_type, sorts_by_a_column, keeps_others_from_writing,
             imports_by_dialog, imports_by_drop, survives_kill])
