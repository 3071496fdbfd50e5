#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Genlock authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The patch in the real window: cables, boxes and the view by pointer and keyboard."""

import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import driver  # noqa: E402

# From what to what, by names.
CABLES = """
SELECT ifnull(s.name, d.name), ifnull(t.name, e.name)
FROM connections AS c
LEFT JOIN sources AS s ON s.id = c.source_id
LEFT JOIN devices AS d ON d.id = c.intermediate_id
LEFT JOIN sends AS t ON t.id = c.destination_id
LEFT JOIN devices AS e ON e.id = c.destination_id
WHERE NOT c.is_deleted ORDER BY 1, 2"""
PLACES = "SELECT node_type, count(*) FROM graph_nodes WHERE NOT is_deleted GROUP BY node_type ORDER BY node_type"
CAM = "SRC 1 CAM, output 1 of 1, 3G-SDI 1, free"


def add_show(d):
    """Two sources and two sends for SDI, one of each for something else, and a router of 2 × 2."""
    show = d.ctl_json("add", "productions", "client=ACME", "showName=Kickoff")["id"]
    for index, (name, connector) in enumerate((("CAM", "3G-SDI"), ("PTZ", "3G-SDI"), ("TALLY", "DMX")), 1):
        source = d.ctl_json("add", "sources", f"productionId={show}", f"label=SRC {index}", f"name={name}", "type=Camera",
                            "hRes=1920", "vRes=1080", "rate=50")["id"]
        d.ctl("add", "source_outputs", f"sourceId={source}", f"connector={connector}", "outputIndex=1")
    spec = d.ctl_json("add", "equipment", "category=ROUTER", "manufacturer=Acme", "model=R2")["id"]
    for direction in ("INPUT", "OUTPUT"):
        for index in (1, 2):
            d.ctl("add", "equipment_io_ports", f"equipmentId={spec}", f"portType={direction}", "ioType=3G-SDI",
                  f"label={direction[:-3]} {index}", f"portIndex={index}")
    d.ctl("add", "devices", f"productionId={show}", "label=R1", "name=Router", "category=ROUTER", f"equipmentId={spec}")
    for index, name in ((1, "Screen"), (2, "Recorder")):
        d.ctl("add", "sends", f"productionId={show}", f"label=DST {index}", f"name={name}", "type=Screen",
              "outputConnector=3G-SDI")
    return show


def open_patch(d):
    show = add_show(d)
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


def places(d):
    """The free ends: the outputs of the sources, the inputs of the router and the sends."""
    cam = walk(d, "^SRC 1 CAM, output", "Home", "Down")
    ptz = walk(d, "^SRC 2 PTZ, output", "Down", "Down")
    dst = walk(d, "^DST 2 .*, input", "End", "Down")
    first = walk(d, "^DST 1 .*, input", "Up", "Up", "Down")
    return cam, ptz, first, dst


def middle(a, b):
    return (a[0] + b[0]) // 2, (a[1] + b[1]) // 2


def undo(d, what="^Undo"):
    d.find("push button", re.compile(what))
    d.key("ctrl+z")


def reads_boxes_and_ports(d):
    open_patch(d)
    focus(d, "^SRC 1 CAM, Camera, 0 inputs, 1 output$")
    focus(d, f"^{CAM}$", "Down")
    focus(d, "^SRC 2 PTZ, Camera, 0 inputs, 1 output$", "Down")
    focus(d, "^R1 Router, R2, 2 inputs, 2 outputs$|^Router, R2", "Right")
    focus(d, "input 1 of 2, .*free$", "Down")
    focus(d, "input 2 of 2, .*free$", "Down")
    focus(d, "output 2 of 2, .*free$", "Right")
    d.screenshot("patch-focus")


def patches_by_drag(d):
    open_patch(d)
    cam, ptz, first, second = places(d)
    d.drag(cam, first)
    d.wait_query([("CAM", "Screen")], CABLES)
    d.screenshot("patch-cable")
    focus(d, "^SRC 1 CAM, output 1 of 1, .*goes to DST 1 Screen", "Home", "Down")
    # Backwards, from the input to the output.
    d.drag(second, ptz)
    d.wait_query([("CAM", "Screen"), ("PTZ", "Recorder")], CABLES)
    undo(d)
    d.wait_query([("CAM", "Screen")], CABLES)


def patches_by_two_clicks(d):
    open_patch(d)
    cam, ptz, first, second = places(d)
    d.click(cam)
    d.click(second)
    d.wait_query([("CAM", "Recorder")], CABLES)
    # Escape lets go.
    d.click(ptz)
    d.key("Escape")
    d.click(first)
    d.key("Escape")
    d.wait_query([("CAM", "Recorder")], CABLES)


def patches_by_keyboard(d):
    open_patch(d)
    focus(d, f"^{CAM}$", "Down")
    focus(d, "^Cable picked up at SRC 1 CAM", "Return")
    focus(d, "input 1 of 2, .*, fits$", "Right")
    focus(d, "input 2 of 2, .*, fits$", "Down")
    d.screenshot("patch-carry")
    d.key("Return")
    d.wait_query([("CAM", "Router")], CABLES)
    focus(d, "input 2 of 2, .*fed by SRC 1 CAM")
    undo(d)
    d.wait_query([], CABLES)


def takes_the_place_of_a_feed(d):
    open_patch(d)
    cam, ptz, first, _ = places(d)
    d.drag(cam, first)
    d.wait_query([("CAM", "Screen")], CABLES)
    d.drag(ptz, first, drop=False)
    d.screenshot("patch-replace")
    d.drop()
    d.wait_query([("PTZ", "Screen")], CABLES)
    undo(d)
    d.wait_query([("CAM", "Screen")], CABLES)


def moves_boxes(d):
    open_patch(d)
    head = walk(d, "^SRC 1 CAM, ", "Home")
    d.drag(head, (head[0] + 43, head[1] + 101))
    d.wait_query([("SOURCE", 1)], PLACES)
    x, y = d.query("SELECT x, y FROM graph_nodes")[0]
    if x % 8 or y % 8 or (x, y) == (0, 0):
        raise driver.Failed(f"not on the grid: {x}, {y}")
    undo(d, "^Undo move")
    d.wait_query([], PLACES)
    # The keyboard, one step of the grid.
    d.key("Home", "alt+Right")
    d.wait_query([(8, 0)], "SELECT x, y FROM graph_nodes WHERE NOT is_deleted")


def takes_cables_out(d):
    open_patch(d)
    _, ptz, _, second = places(d)
    d.drag(ptz, second)
    d.wait_query([("PTZ", "Recorder")], CABLES)
    d.click(middle(ptz, second))
    d.key("Delete")
    d.wait_query([], CABLES)
    undo(d, "^Undo delete")
    d.wait_query([("PTZ", "Recorder")], CABLES)
    # Of the port with the focus.
    focus(d, "fed by SRC 2 PTZ", "End", "Down")
    d.key("Escape", "Delete")
    d.wait_query([], CABLES)


def selects_by_marquee(d):
    open_patch(d)
    cam, ptz, *_ = places(d)
    head = walk(d, "^SRC 1 CAM, ", "Home")
    d.drag((cam[0] + 60, head[1] - 40), (head[0] - 20, ptz[1]))
    focus(d, "^SRC 1 CAM, .*selected$", "Home")
    d.key("alt+Down")
    d.wait_query([("SOURCE", 2)], PLACES)
    d.key("Escape")
    d.gone("table cell", re.compile("selected$"))


def zooms_and_fits(d):
    open_patch(d)
    d.key("ctrl+0", "ctrl+minus")
    d.find("push button", "Original size, now 83 %")
    d.key("ctrl+0")
    d.find("push button", "Original size, now 100 %")
    d.click(d.find("push button", "Zoom in"))
    d.find("push button", "Original size, now 120 %")
    d.click(d.find("push button", "Show everything"))
    d.gone("push button", "Original size, now 120 %")


def views(d, table, expected):
    d.wait_query([(view,) for view in expected], f"SELECT view FROM {table} WHERE NOT is_deleted AND view IS NOT NULL")


def collapses_and_hides(d):
    open_patch(d)
    d.key("1")
    head = walk(d, "^R1 Router, R2, 2 inputs, 2 outputs$", "Home", "Right")
    focus(d, "^R1 Router, .*, 4 free ports hidden$", "h")
    d.screenshot("patch-hidden")
    focus(d, "^R1 Router, R2, 2 inputs, 2 outputs$", "shift+h")
    views(d, "graph_nodes", ['{"hideUnconnected":false}'])
    undo(d)
    focus(d, ", 4 free ports hidden$")
    d.key("h", "c")
    focus(d, "^R1 Router, .*, collapsed$")
    views(d, "graph_nodes", ['{"collapsed":true}'])
    # The arrow in its head opens it again.
    d.click((head[0] + 150, head[1] + 8))
    focus(d, "^R1 Router, R2, 2 inputs, 2 outputs$")
    views(d, "graph_nodes", [])


def stubs_and_bends_cables(d):
    open_patch(d)
    _, ptz, _, second = places(d)
    d.drag(ptz, second)
    d.wait_query([("PTZ", "Recorder")], CABLES)
    d.click(middle(ptz, second))
    d.key("s")
    views(d, "connections", ['{"stub":true}'])
    d.screenshot("patch-stub")
    # A click on the one end leads to the other, and so does a key.
    d.key("Home")
    d.click((ptz[0] + 40, ptz[1]))
    focus(d, "^DST 2 Recorder, input")
    focus(d, "^SRC 2 PTZ, output", "j")
    undo(d)
    views(d, "connections", [])

    # A place that it goes through: by pointer, then by keyboard; Delete takes that out and not the cable.
    x, y = middle(ptz, second)
    d.drag((x, y), (x, y + 64))
    d.wait_query([(1, 0, 0)], """SELECT json_array_length(view, '$.waypoints'), json_extract(view, '$.waypoints[0].x') % 8,
                                        json_extract(view, '$.waypoints[0].y') % 8 FROM connections""")
    d.screenshot("patch-bent")
    before, = d.query("SELECT json_extract(view, '$.waypoints[0].y') FROM connections")[0]
    d.key("alt+Down")
    d.wait_query([(before + 8,)], "SELECT json_extract(view, '$.waypoints[0].y') FROM connections")
    d.key("Delete")
    views(d, "connections", [])
    d.wait_query([("PTZ", "Recorder")], CABLES)
    undo(d)
    d.wait_query([(before + 8,)], "SELECT json_extract(view, '$.waypoints[0].y') FROM connections")


def shows_all_of_it_small(d):
    open_patch(d)
    d.key("1")
    overview = d.find("image", "Overview of the patch")
    before = walk(d, "^SRC 1 CAM, ", "Home")
    x, y = d.point(overview)
    d.drag((x, y), (x + 60, y + 20))
    driver.wait_for("the view to move", lambda: d.point(focus(d, "^SRC 1 CAM, ")) != before)
    d.screenshot("patch-overview")
    d.key("o")
    d.gone("image", "Overview of the patch")


def says_that_there_is_nothing(d):
    d.ctl("add", "productions", "client=ACME", "showName=Kickoff")
    d.start()
    d.click(d.find("list item", re.compile("Kickoff")))
    d.key("ctrl+4")
    d.find("label", "Nothing to Patch Yet")
    d.click(d.find("push button", re.compile("Add Sources$")))
    d.find("push button", "New source")


driver.main([
    reads_boxes_and_ports,
    patches_by_drag,
    patches_by_two_clicks,
    patches_by_keyboard,
    takes_the_place_of_a_feed,
    moves_boxes,
    takes_cables_out,
    selects_by_marquee,
    zooms_and_fits,
    collapses_and_hides,
    stubs_and_bends_cables,
    shows_all_of_it_small,
    says_that_there_is_nothing,
])
