#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Genlock authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The list of cables in the real window, and the problems at its foot."""

import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import driver  # noqa: E402


def add_show(d):
    """Cables V103, V102, V101 from sources to a router and a screen, of which one is too long."""
    show = d.ctl_json("add", "productions", "client=ACME", "showName=Kickoff")["id"]
    ids = {"show": show}
    for index, (name, connector) in enumerate((("CAM", "3G-SDI"), ("PTZ", "3G-SDI"), ("GFX", "HDMI 1.4")), 1):
        source = d.ctl_json("add", "sources", f"productionId={show}", f"label=SRC {index}", f"name={name}", "type=Camera",
                            "hRes=1920", "vRes=1080", "rate=50")["id"]
        output = d.ctl_json("add", "source_outputs", f"sourceId={source}", f"connector={connector}", "outputIndex=1")["id"]
        ids[name] = source, output
    spec = d.ctl_json("add", "equipment", "category=ROUTER", "manufacturer=Acme", "model=R2")["id"]
    for direction in ("INPUT", "OUTPUT"):
        for index in (1, 2):
            ids[f"{direction[:-3]} {index}"] = d.ctl_json(
                "add", "equipment_io_ports", f"equipmentId={spec}", f"portType={direction}", "ioType=3G-SDI",
                f"label={direction[:-3]} {index}", f"portIndex={index}")["id"]
    router = d.ctl_json("add", "devices", f"productionId={show}", "label=R1", "name=Router", "category=ROUTER",
                        f"equipmentId={spec}")["id"]
    for index, name in ((1, "Screen"), (2, "Recorder")):
        ids[name] = d.ctl_json("add", "sends", f"productionId={show}", f"label=DST {index}", f"name={name}", "type=Screen",
                               "outputConnector=3G-SDI")["id"]
    for label, name, end in (("V103", "CAM", "IN 1"), ("V102", "PTZ", "IN 2")):
        source, output = ids[name]
        ids[label] = d.ctl_json("add", "connections", f"productionId={show}", f"cableLabel={label}", f"sourceId={source}",
                                f"sourceOutputId={output}", "destinationType=DEVICE", f"destinationId={router}",
                                f"destinationInput={ids[end]}", "lengthM=20")["id"]
    ids["V101"] = d.ctl_json("add", "connections", f"productionId={show}", "cableLabel=V101", "intermediateType=DEVICE",
                             f"intermediateId={router}", f"intermediateOutput={ids['OUT 1']}", "destinationType=SEND",
                             f"destinationId={ids['Screen']}", "lengthM=20")["id"]
    return ids


def open_cables(d):
    ids = add_show(d)
    d.start()
    d.click(d.find("list item", re.compile("Kickoff")))
    d.find("push button", "New source")
    d.key("ctrl+5")
    return ids


DELETED = "SELECT cable_label FROM connections WHERE is_deleted ORDER BY cable_label"


def keeps_an_early_click(d):
    """Whoever clicks as soon as the rows are drawn has the cursor there: nothing that comes later takes it away."""
    add_show(d)
    d.start()
    d.click(d.find("list item", re.compile("Kickoff")))
    x, y = d.point(d.find("table cell", "Name, SRC 3"))
    d.key("ctrl+5")
    # Now on one column, now on another: two quick clicks on one cell would edit it.
    columns = [x - 120, x]
    def clicked():
        columns.reverse()
        d.click((columns[0], y))
        return any(cell.has("focused") and cell.box()[1] > y - 40 for cell in d.look("table cell"))
    driver.wait_for("the third row to take a click", clicked)
    d.find("table cell", "Cable, V103")
    d.key("ctrl+Delete")
    d.wait_query([("V103",)], DELETED)
    # What is asked for before the show has been checked comes as soon as it has.
    d.key("ctrl+z")
    d.wait_query([], DELETED)


def connects_as_soon_as_asked(d):
    """Ctrl+N at once, with the focus that Ctrl+5 gives, and with the problems open."""
    open_cables(d)
    d.key("ctrl+n")
    d.find("push button", re.compile("Connect$"))
    d.key("Escape")
    d.wait_closed()
    d.click(d.find("push button", re.compile("not checked")))
    d.key("ctrl+n")
    d.find("push button", re.compile("Connect$"))
    d.key("Escape")


ENDS = """
SELECT c.cable_label, ifnull(s.name, d.name || ' ' || o.label), ifnull(t.name, e.name || ' ' || i.label)
FROM connections AS c
LEFT JOIN sources AS s ON s.id = c.source_id
LEFT JOIN devices AS d ON d.id = c.intermediate_id
LEFT JOIN equipment_io_ports AS o ON o.id = c.intermediate_output
LEFT JOIN sends AS t ON t.id = c.destination_id
LEFT JOIN devices AS e ON e.id = c.destination_id
LEFT JOIN equipment_io_ports AS i ON i.id = c.destination_input
WHERE NOT c.is_deleted ORDER BY c.cable_label IS NULL, c.cable_label, 2"""
FIRST = [("V101", "Router OUT 1", "Screen"), ("V102", "PTZ", "Router IN 2"), ("V103", "CAM", "Router IN 1")]


def cell(d, column, row):
    return d.find("table cell", f"{column}, {row}")


def says(d, column, row, pattern):
    """What a screen reader reads of a cell."""
    driver.wait_for(f"{column} of {row} to say {pattern}", lambda: re.search(pattern, cell(d, column, row).description))


def order(d):
    """The cables, from the top."""
    rows = d.look("table cell", re.compile("^Cable, "))
    return [node.name_then.split(", ")[1] for node in sorted(rows, key=lambda node: node.box()[1])]


def connects_by_keyboard(d):
    """A new cable from the dialog, with the rules' word; edited in place, sorted, deleted and brought back, found."""
    open_cables(d)
    says(d, "From", "V103", "^SRC 1 CAM · 3G-SDI 1$")
    says(d, "To", "V103", "^R1 Router · IN 1$")
    d.key("ctrl+n")
    d.find("push button", re.compile("Connect$"))
    d.type("gfx")
    d.key("Return")
    d.type("dst 2")
    d.find("label", re.compile("HDMI"))
    d.screenshot("cables-dialog")
    d.key("Return")
    d.wait_query([("H101", "GFX", "Recorder"), *FIRST], ENDS)
    d.wait_closed()
    says(d, "Problems", "H101", "^Error.*: HDMI 1.4 does not go into 3G-SDI")
    # The cursor is on it: another label, a note.
    d.type("V200")
    d.key("Return")
    d.wait_query([*FIRST, ("V200", "GFX", "Recorder")], ENDS)
    d.click(cell(d, "Cable", "V200"))
    d.key("End")
    d.type("Stage left")
    d.key("Return")
    d.wait_query([("Stage left",)], "SELECT note FROM connections WHERE cable_label = 'V200'")
    d.key("Home")
    # GTK 4.8 names no headers to AT-SPI: they stand above the first cells.
    left, top = d.point(cell(d, "To", order(d)[0]))
    d.click((left, top - 27))
    driver.wait_for("rows by where they go", lambda: order(d) == ["V101", "V200", "V103", "V102"])
    left, top = d.point(cell(d, "From", order(d)[0]))
    d.click((left, top - 27))
    driver.wait_for("rows by where they come from", lambda: order(d) == ["V101", "V103", "V102", "V200"])
    d.click(cell(d, "Cable", "V103"))
    d.key("ctrl+Delete")
    d.wait_query([("V103",)], DELETED)
    driver.wait_for("the row to go", lambda: order(d) == ["V101", "V102", "V200"])
    d.key("ctrl+z")
    driver.wait_for("the row to come back", lambda: order(d) == ["V101", "V103", "V102", "V200"])
    d.key("ctrl+f")
    d.type("screen sdi")
    driver.wait_for("one to be found", lambda: order(d) == ["V101"])
    d.key("Escape")
    driver.wait_for("all rows", lambda: len(order(d)) == 4)
    d.screenshot("cables-page")


def changes_ends(d):
    """From and To of a cable: chosen in the dialog, typed in the cell, pasted; never a second feed nor half a cable."""
    open_cables(d)
    d.click(cell(d, "From", "V101"))
    d.key("F2")
    d.find("push button", re.compile("Change$"))
    d.find("label", re.compile("connected now"))
    d.type("out 2")
    d.screenshot("cables-change")
    d.key("Return", "Return")
    d.wait_query([("V101", "Router OUT 2", "Screen"), *FIRST[1:]], ENDS)
    d.wait_closed()
    d.find("push button", re.compile("^Undo"))
    d.key("ctrl+z")
    d.wait_query(FIRST, ENDS)
    # What is typed narrows what is offered; an input that is fed takes no second one.
    d.click(cell(d, "To", "V101"))
    d.type("r1 router in 2")
    d.key("Return")
    d.find("label", re.compile("R1 Router · IN 2 is fed already"))
    d.click(cell(d, "To", "V101"))
    d.type("dst 2 recorder 3g-sdi")
    d.key("Return")
    d.wait_query([("V101", "Router OUT 1", "Recorder"), *FIRST[1:]], ENDS)
    d.click(cell(d, "To", "V101"))
    d.type("nowhere")
    d.key("Return")
    d.find("label", re.compile("No port of this show is called “nowhere”"))
    d.key("Escape")
    # Rows of a spreadsheet: one is whole, one has but one end.
    d.set_clipboard("Cable\tFrom\tTo\nV103\tSRC 1 CAM · 3G-SDI 1\tR1 Router · IN 1\nV301\tR1 Router · OUT 2\tDST 1 Screen · 3G-SDI\nV302\tSRC 3 GFX · HDMI 1.4 1\t\n")
    d.click(cell(d, "Cable", "V103"))
    d.key("ctrl+v")
    d.click(d.find("push button", re.compile("Add$")))
    d.wait_query([("V101", "Router OUT 1", "Recorder"), *FIRST[1:], ("V301", "Router OUT 2", "Screen")], ENDS)
    d.find("label", re.compile("1 row without both ends was left out"))
    d.key("ctrl+z")
    d.wait_query([("V101", "Router OUT 1", "Recorder"), *FIRST[1:]], ENDS)


def works_off_problems(d):
    """The panel: jumps to the row, fixes, puts aside with a reason, opens again."""
    ids = add_show(d)
    source, output = ids["GFX"]
    for label, name, end in (("V500", "GFX", "Recorder"),):
        d.ctl("add", "connections", f"productionId={ids['show']}", f"cableLabel={label}", f"sourceId={source}",
              f"sourceOutputId={output}", "destinationType=SEND", f"destinationId={ids[end]}", "lengthM=20")
    d.start()
    d.click(d.find("list item", re.compile("Kickoff")))
    d.find("push button", "New source")
    d.key("ctrl+5")
    says(d, "Problems", "V500", "^Error: ")
    d.click(d.find("push button", re.compile("1 error")))
    problem = d.find("list item", re.compile("^Error.*HDMI"))
    d.screenshot("cables-problems")
    d.click(problem)
    # The cursor is on its cable; the keyboard stays with the problems.
    d.key("ctrl+Delete")
    d.wait_query([("V500",)], DELETED)
    d.find("push button", re.compile("No problems found"))
    d.key("ctrl+z")
    d.find("push button", re.compile("1 error"))
    d.click(d.find("push button", re.compile("^Put aside")))
    d.find("text", "Why it does not matter")
    d.type("It is a demo")
    d.key("Return")
    d.wait_query([("connector", "It is a demo")], "SELECT rule, reason FROM dismissals WHERE NOT is_deleted")
    d.find("push button", re.compile("1 put aside"))
    says(d, "Problems", "V500", "^$")
    d.click(d.find("push button", re.compile("Open again$")))
    d.find("push button", re.compile("1 error"))
    d.wait_query([], "SELECT rule FROM dismissals WHERE NOT is_deleted")
    d.click(d.find("push button", re.compile("Fix…$")))
    d.find("push button", re.compile("in between"))
    d.screenshot("cables-fixes")
    d.key("Return")
    d.wait_query([(2,)], "SELECT count(*) FROM devices WHERE NOT is_deleted")
    d.find("push button", re.compile("^(?!.*error)"))
    d.key("ctrl+z")
    d.wait_query([(1,)], "SELECT count(*) FROM devices WHERE NOT is_deleted")


def selects_on_both_sides(d):
    """Cables that are selected in the list are selected on the patch, and the other way round; sources carry their marks."""
    open_cables(d)
    d.click(d.find("table cell", "Row 2"))
    d.click(d.find("table cell", "Row 3"), modifier="ctrl")
    d.find("label", re.compile("^2 selected"))
    d.key("ctrl+4")
    d.find("push button", "Zoom in")
    d.screenshot("cables-on-patch")
    d.key("Delete")
    d.wait_query([("V102",), ("V103",)], DELETED)
    d.find("push button", re.compile("^Undo"))
    d.key("ctrl+z")
    d.wait_query([], DELETED)
    # The other way round.
    d.key("Home", "Right", "Down", "Right")
    x, y = d.point(d.find("table cell", re.compile("^R1 Router, output 1 of 2")))
    d.key("Right")
    right, _ = d.point(d.find("table cell", re.compile("^DST 1 Screen")))
    d.click(((x + right) // 2, y))
    d.key("ctrl+5")
    d.find("table cell", "Row 1")
    d.key("ctrl+Delete")
    d.wait_query([("V101",)], DELETED)
    d.key("ctrl+z")
    # Rows with a problem say it at their head.
    d.key("ctrl+1")
    d.click(cell(d, "Label", "SRC 3"))
    d.type("SRC 2")
    d.key("Return")
    driver.wait_for("the mark of a source", lambda: any(
        re.search("(?s)Warning.*SRC 2", node.description) for node in d.look("table cell", re.compile("^Row [23]$"))))
    d.screenshot("cables-marks")


if __name__ == "__main__":
    driver.main([
        keeps_an_early_click,
        connects_as_soon_as_asked,
        connects_by_keyboard,
        changes_ends,
        works_off_problems,
        selects_on_both_sides,
    ])
