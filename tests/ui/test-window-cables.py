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


if __name__ == "__main__":
    driver.main([
        keeps_an_early_click,
        connects_as_soon_as_asked,
    ])
