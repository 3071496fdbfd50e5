#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Genlock authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Boxes of the patch in the real window: put in line, deleted, by pointer, menu and keyboard."""

import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import driver  # noqa: E402

PLACES = "SELECT node_type, count(*) FROM graph_nodes WHERE NOT is_deleted GROUP BY node_type ORDER BY node_type"
LEFT = "SELECT DISTINCT x FROM graph_nodes WHERE NOT is_deleted"
LIVE = """SELECT (SELECT count(*) FROM sources WHERE NOT is_deleted), (SELECT count(*) FROM sends WHERE NOT is_deleted),
                 (SELECT count(*) FROM connections WHERE NOT is_deleted)"""


def open_patch(d):
    """Three cameras, the first of which feeds one of two screens."""
    show = d.ctl_json("add", "productions", "client=ACME", "showName=Kickoff")["id"]
    for index, name in enumerate(("CAM", "PTZ", "JIB"), 1):
        source = d.ctl_json("add", "sources", f"productionId={show}", f"label=SRC {index}", f"name={name}", "type=Camera",
                            "hRes=1920", "vRes=1080", "rate=50")["id"]
        d.ctl("add", "source_outputs", f"sourceId={source}", "connector=3G-SDI", "outputIndex=1")
    for index, name in ((1, "Screen"), (2, "Recorder")):
        d.ctl("add", "sends", f"productionId={show}", f"label=DST {index}", f"name={name}", "type=Screen",
              "outputConnector=3G-SDI")
    d.start()
    d.click(d.find("list item", re.compile("Kickoff")))
    d.find("push button", "New source")
    d.key("ctrl+4")
    d.find("push button", "Zoom in")
    focus(d, "^SRC 1 CAM, ")
    d.key("Home")
    return show


def focus(d, pattern, *keys):
    """What has the focus after these keys."""
    d.key(*keys)
    return d.find("table cell", re.compile(pattern))


def walk(d, pattern, *keys):
    """Where that port or box is on the screen, found by keyboard."""
    return d.point(focus(d, pattern, *keys))


def choose(d, name, key):
    """By its letter: where a menu stands on the screen nobody tells."""
    d.find("menu item", name)
    d.key(key)


def undo(d, what="^Undo"):
    d.find("push button", re.compile(what))
    d.key("ctrl+z")


def puts_boxes_in_line(d):
    open_patch(d)
    # A box that is dragged nearly under another snaps to its edge, and says so by a line.
    ptz = walk(d, "^SRC 2 PTZ, ", "Home", "Down", "Down")
    d.drag(ptz, (ptz[0] + 90, ptz[1] + 60))
    d.wait_query([("SOURCE", 1)], PLACES)
    ptz = walk(d, "^SRC 2 PTZ, ")
    cam = walk(d, "^SRC 1 CAM, ", "Home")
    d.drag(ptz, (cam[0] + 4, ptz[1] + 37), drop=False)
    d.screenshot("patch-guides")
    d.drop()
    d.wait_query([(0,)], LEFT)
    undo(d, "^Undo move")
    undo(d, "^Undo move")
    d.wait_query([], PLACES)
    # The same for what is selected, by keyboard and by menu.
    d.key("Home", "alt+Right", "alt+Right")
    d.wait_query([("SOURCE", 1)], PLACES)
    d.key("ctrl+a", "ctrl+shift+Left")
    d.wait_query([("SEND", 2), ("SOURCE", 3)], PLACES)
    d.wait_query([(0,)], LEFT)
    undo(d, "^Undo move")
    d.wait_query([("SOURCE", 1)], PLACES)
    cam = walk(d, "^SRC 1 CAM, .*selected", "Home")
    d.click(cam, button=3)
    choose(d, "Align", "a")
    d.screenshot("patch-align")
    choose(d, "Left Edges", "l")
    d.wait_query([("SEND", 2), ("SOURCE", 3)], PLACES)
    d.wait_query([(0,)], LEFT)


def deletes_boxes(d):
    open_patch(d)
    # A cable by keyboard, then the box that it comes from: the cable goes with it, and is named.
    d.key("Home", "Down", "Return", "Right", "Return")
    d.wait_query([(3, 2, 1)], LIVE)
    d.key("Home", "Delete")
    d.wait_query([(2, 2, 0)], LIVE)
    d.find("label", re.compile("^“SRC 1 CAM” deleted. Unplugged: "))
    undo(d, "^Undo delete")
    d.wait_query([(3, 2, 1)], LIVE)
    driver.wait_for("the box again", lambda: (d.key("Home"), d.look("table cell", re.compile("^SRC 1 CAM, ")))[1])
    # The menu of the port takes only the cable out.
    focus(d, "^SRC 1 CAM, output .*goes to", "Home", "Down")
    d.key("Menu")
    d.screenshot("patch-menu-port")
    choose(d, "Take Cables Out", "t")
    d.wait_query([(3, 2, 0)], LIVE)
    d.key("ctrl+a", "Delete")
    d.wait_query([(0, 0, 0)], LIVE)
    d.find("label", re.compile("^3 sources, 2 sends deleted"))


def lays_out(d):
    open_patch(d)
    # What somebody has put aside stays there; the rest is laid out, and is kept from now on.
    cam = walk(d, "^SRC 1 CAM, ", "Home")
    d.drag(cam, (cam[0] + 400, cam[1] + 200))
    d.wait_query([("SOURCE", 1)], PLACES)
    aside = d.query("SELECT x, y FROM graph_nodes")
    d.key("Escape", "l")
    d.wait_query([("SEND", 2), ("SOURCE", 3)], PLACES)
    d.find("label", "4 boxes laid out")
    if not set(aside) <= set(d.query("SELECT x, y FROM graph_nodes")):
        raise driver.Failed("the box that was put aside has moved")
    d.key("l")
    d.find("label", re.compile("^Every box has its place"))
    # Everything: in columns again, as one step.
    d.key("shift+l")
    d.find("label", "5 boxes laid out")
    driver.wait_for("two columns", lambda: len(d.query("SELECT DISTINCT x FROM graph_nodes WHERE NOT is_deleted")) <= 3)
    driver.wait_for("the box among the others", lambda: not set(aside) <= set(d.query("SELECT x, y FROM graph_nodes")))
    d.screenshot("patch-laid-out")
    undo(d, "^Undo move")
    driver.wait_for("the box aside again", lambda: set(aside) <= set(d.query("SELECT x, y FROM graph_nodes")))


CABLES = """
SELECT ifnull(s.name, d.name), ifnull(t.name, e.name)
FROM connections AS c
LEFT JOIN sources AS s ON s.id = c.source_id
LEFT JOIN devices AS d ON d.id = c.intermediate_id
LEFT JOIN sends AS t ON t.id = c.destination_id
LEFT JOIN devices AS e ON e.id = c.destination_id
WHERE NOT c.is_deleted ORDER BY 1, 2"""
DEVICES = """SELECT d.name, EXISTS (SELECT 1 FROM graph_nodes AS n WHERE n.node_id = d.id AND NOT n.is_deleted)
             FROM devices AS d WHERE NOT d.is_deleted ORDER BY 1"""


def add_converter(d):
    """Equipment of one's own that takes and gives SDI."""
    spec = d.ctl_json("add", "equipment", "category=CONVERTER", "manufacturer=Acme", "model=Reclocker")["id"]
    for direction in ("INPUT", "OUTPUT"):
        d.ctl("add", "equipment_io_ports", f"equipmentId={spec}", f"portType={direction}", "ioType=3G-SDI",
              f"label={direction[:-3]}", "portIndex=1")


def adds_at_the_end_of_a_cable(d):
    add_converter(d)
    open_patch(d)
    cam = walk(d, "^SRC 1 CAM, output", "Home", "Down")
    # A cable that is dropped on the ground asks what is to stand there: placed and patched in one step.
    d.drag(cam, (cam[0] - 100, cam[1] - 180))
    d.find("label", "Add Where the Cable Ends")
    d.type("reclocker")
    d.find("list item", "Acme Reclocker")
    d.screenshot("patch-add")
    d.key("Return", "Return")
    d.wait_query([("CAM", "Reclocker")], CABLES)
    d.wait_query([("Reclocker", 1)], DEVICES)
    undo(d, "^Undo adding")
    d.wait_query([], CABLES)
    d.wait_query([], DEVICES)
    # The same by keyboard, with a send.
    focus(d, "^SRC 2 PTZ, output", "Home", "Down", "Down", "Down")
    d.key("Return", "n")
    d.find("label", "Add Where the Cable Ends")
    d.find("push button", re.compile("New .?Send$"))
    d.key("alt+s")
    d.wait_query([("PTZ", "New send")], CABLES)
    focus(d, "^DST 3 New send")
    d.wait_query([("3G-SDI",)], "SELECT output_connector FROM sends WHERE label = 'DST 3'")


def puts_a_converter_into_a_cable(d):
    add_converter(d)
    open_patch(d)
    d.key("Home", "Down", "Return", "Right", "Return")
    d.wait_query([("CAM", "Screen")], CABLES)
    # The cable by its port, then what goes into it.
    focus(d, "^SRC 1 CAM, output", "Home", "Down")
    d.key("space", "Insert")
    d.find("label", "Put into the Cable")
    d.find("list item", "Acme Reclocker")
    d.screenshot("patch-splice")
    d.key("Return", "Return")
    d.wait_query([("CAM", "Reclocker"), ("Reclocker", "Screen")], CABLES)
    d.wait_query([("Reclocker", 1)], DEVICES)
    undo(d, "^Undo adding")
    d.wait_query([("CAM", "Screen")], CABLES)
    d.wait_query([], DEVICES)
    # A device that stands beside is dragged onto the cable.
    end = walk(d, "^DST 1 Screen, input", "Escape", "End", "Up", "Down")
    d.key("Escape", "n")
    d.find("label", "Add to the Patch")
    d.type("reclocker")
    d.find("list item", "Acme Reclocker")
    d.key("Return", "Return")
    d.wait_query([("Reclocker", 1)], DEVICES)
    box = walk(d, "Reclocker, .*selected")
    d.drag(box, (end[0] - 46, end[1]), drop=False)
    d.screenshot("patch-splice-drag")
    d.drop()
    d.wait_query([("CAM", "Reclocker"), ("Reclocker", "Screen")], CABLES)


def carry(d, x, y):
    """What is dragged goes on to a place, as a hand moves it, and is dropped there."""
    for step in (40, 20, 1, 0):
        d.screen.move(x - step, y)
        d.settle()
    d.linger(x, y)
    d.drop()


def takes_what_is_dropped(d):
    add_converter(d)
    open_patch(d)
    d.key("Home", "Down", "Return", "Right", "Return")
    d.wait_query([("CAM", "Screen")], CABLES)
    second = walk(d, "^DST 1 Screen, input", "End", "Up", "Down")
    # A row of a list, held over the tab of the page, which comes up.
    d.key("ctrl+1")
    d.click(d.find("table cell", "Row 2"))
    # The second switch of pages waits below the window, for narrow ones.
    tab = min(d.look("page tab", "Patch"), key=lambda node: node.box()[1])
    d.drag(d.find("table cell", "Name, SRC 2"), tab, drop=False)
    driver.wait_for("the patch", lambda: tab.has("selected"))
    carry(d, 600, 600)
    d.wait_query([("SOURCE", 1)], PLACES)
    focus(d, "^SRC 2 PTZ, .*selected")
    # Equipment, by way of the show, onto a cable, which is lit meanwhile.
    d.key("ctrl+e")
    d.find("list item", "Acme Reclocker")
    d.drag(d.find("list item", "Acme Reclocker"), d.find("list item", re.compile("Kickoff")), drop=False)
    d.find("label", "No devices yet")
    x, y = d.point(tab)
    for step in (3, 2, 1, 0):
        d.screen.move(x - step, y)
        d.settle()
    d.linger(x, y)
    driver.wait_for("the patch", lambda: tab.has("selected"))
    carry(d, second[0] - 46, second[1])
    d.wait_query([("CAM", "Reclocker"), ("Reclocker", "Screen")], CABLES)
    d.screenshot("patch-dropped")


def puts_things_out_of_the_tray(d):
    add_converter(d)
    open_patch(d)
    d.key("t")
    d.type("reclocker")
    spec = d.find("list item", "Acme Reclocker")
    d.screenshot("patch-tray")
    # By pointer to a place; by keyboard to the middle.
    d.drag(spec, (900, 650))
    d.wait_query([("Reclocker", 1)], DEVICES)
    d.key("t", "t")
    d.key("Return", "Return")
    d.wait_query([("Reclocker", 1), ("Reclocker 2", 1)], DEVICES)
    row = d.find("list item", re.compile("SRC 2 PTZ"))
    d.drag(row, (900, 250))
    d.wait_query([("DEVICE", 2), ("SOURCE", 1)], PLACES)
    d.gone("list item", re.compile("SRC 2 PTZ"))
    # Escape leaves the tray, and nothing else.
    d.key("t", "t")
    d.key("Escape", "Escape")
    focus(d, "^SRC 1 CAM, ", "Home")


def finds_renames_and_duplicates(d):
    open_patch(d)
    d.key("ctrl+f")
    d.type("src")
    d.find("label", "1 of 3")
    d.key("Return")
    d.find("label", "2 of 3")
    d.screenshot("patch-search")
    d.key("Escape")
    # The canvas goes on from what was found.
    focus(d, "^SRC 2 PTZ, .*selected$")
    d.key("F2")
    d.find("text", "Name")
    d.type("Stage left")
    d.key("Return")
    d.wait_query([("CAM",), ("Stage left",), ("JIB",)], "SELECT name FROM sources WHERE NOT is_deleted ORDER BY label")
    focus(d, "^SRC 2 Stage left, ")
    d.key("ctrl+d")
    d.wait_query([("CAM",), ("Stage left",), ("JIB",), ("Stage left 2",)],
                 "SELECT name FROM sources WHERE NOT is_deleted ORDER BY label")
    d.wait_query([("SOURCE", 1)], PLACES)
    d.find("label", "1 box added")
    undo(d, "^Undo duplication")
    d.wait_query([(3, 2, 0)], LIVE)


driver.main([
    puts_boxes_in_line,
    lays_out,
    deletes_boxes,
    finds_renames_and_duplicates,
    takes_what_is_dropped,
    puts_things_out_of_the_tray,
    adds_at_the_end_of_a_cable,
    puts_a_converter_into_a_cable,
])
