#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Genlock authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Quick find: places by their names, and cables by typed commands, with the keyboard alone."""

import json
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import driver  # noqa: E402

CABLES = "SELECT count(*) FROM connections WHERE NOT is_deleted"
LABEL = "SELECT cable_label FROM connections WHERE NOT is_deleted ORDER BY created_at DESC LIMIT 1"


def finds_places_and_patches(d):
    d.open_sample()
    d.find("table cell", "Name, SRC 1")
    d.key("ctrl+k")
    d.find("entry", "Find or command")
    d.screenshot("find-empty")
    d.type("cam 3")
    d.find("label", "SRC 3 CAM 3")
    d.screenshot("find-places")
    # The page of what is chosen comes up, at its row.
    d.key("ctrl+a")
    d.type("rtr 2")
    d.find("label", "RTR 2 Monitoring router")
    d.key("Return")
    d.find("table cell", "Name, RTR 2")
    d.screenshot("found")

    before = d.query(CABLES)[0][0]
    d.key("ctrl+k")
    d.find("entry", "Find or command")
    d.type("connect cam sw pgm 2 to rtr 1")
    d.find("label", re.compile("^CAM SW Camera switcher · .* → RTR 1 Main router · "))
    d.screenshot("find-connect")
    d.key("Return")
    d.wait_query([(before + 1,)], CABLES)
    d.find("label", re.compile("^CAM SW Camera switcher · .* to RTR 1 Main router · "))
    # It has the next label of its kind in the show.
    d.wait_query([("V201",)], LABEL)
    d.key("ctrl+z")
    d.wait_query([(before,)], CABLES)

    # What cannot work is refused with its reason; Shift lays it all the same.
    d.key("ctrl+k")
    d.find("entry", "Find or command")
    d.type("connect src 20 to dst 1")
    d.find("label", re.compile("Shift.Enter connects it all the same"))
    d.screenshot("find-refused")
    d.key("Return")
    d.find("entry", "Find or command")
    d.key("shift+Return")
    d.find("label", re.compile("^SRC 20 KEYNOTE B · .* to DST 1 "))
    d.gone("entry", "Find or command")
    d.key("ctrl+z")
    d.wait_query([(before,)], CABLES)

    d.key("ctrl+k")
    d.find("entry", "Find or command")
    d.type("what feeds dst 1")
    d.find("label", re.compile("^SW 1 Screen switcher · "))
    d.screenshot("find-path")
    d.key("Escape")
    d.gone("entry", "Find or command")


def labels_cables(d):
    d.ctl("import", driver.SAMPLE)
    d.ctl("set", "connections", "V103", "cableLabel=")
    d.ctl("set", "connections", "V104", "cableLabel=")
    d.start()
    d.click(d.find("list item", re.compile("Annual Summit")))
    d.find("table cell", "Name, SRC 1")
    d.key("ctrl+k")
    d.find("entry", "Find or command")
    d.type("label")
    d.find("label", "Label cables…")
    d.key("Return")
    d.find("label", "2 cables: V201 … V202")
    d.type("X 07")
    d.find("label", "2 cables: X 07 … X 08")
    d.screenshot("label-cables")
    d.key("Return")
    d.find("label", "2 cables labelled")
    d.wait_query([("X 07",), ("X 08",)],
                 "SELECT cable_label FROM connections WHERE cable_label LIKE 'X%' ORDER BY cable_label")


SET = "SELECT cable_label, link_group FROM connections WHERE NOT is_deleted ORDER BY cable_label"


def keeps_a_quad_link_together(d):
    ports = [{"portType": "INPUT", "ioType": "3G-SDI", "label": f"IN {number}", "portIndex": number}
             for number in range(1, 7)]
    show = d.ctl_json("add", "productions", "client=ACME", "showName=Quad")["id"]
    spec = d.ctl_json("add", "equipment", "category=SWITCHER", "manufacturer=ACME", "model=S",
                      f"ports={json.dumps(ports)}")["id"]
    d.ctl("add", "sources", f"productionId={show}", "label=SRC 1", "type=Playback", "name=4K", "hRes=3840", "vRes=2160",
          "rate=59.94", "scan=P", f"outputs={json.dumps([{'connector': '3G-SDI'}] * 4)}")
    d.ctl("add", "devices", f"productionId={show}", "label=SW 1", "name=Switcher", "category=SWITCHER",
          f"equipmentId={spec}")
    d.start()
    d.click(d.find("list item", re.compile("Quad")))
    d.find("table cell", "Name, SRC 1")
    d.key("ctrl+5")
    # One 3G cable cannot carry the picture: four can, and are laid as one.
    d.key("ctrl+k")
    d.find("entry", "Find or command")
    d.type("connect src 1 to sw 1")
    d.find("label", re.compile("^4 cables, beside each other"))
    d.screenshot("find-quad")
    d.key("Return")
    four = [(f"V{number}", "Q1") for number in range(101, 105)]
    d.wait_query(four, SET)
    # One of them goes only with the others.
    d.find("table cell", "Cable, V102")
    d.click(d.find("table cell", "Row 2"))
    d.key("Delete")
    d.wait_query([], SET)
    d.find("label", "4 cables deleted: they carry one picture")
    d.key("ctrl+z")
    d.wait_query(four, SET)


driver.main([finds_places_and_patches, labels_cables, keeps_a_quad_link_together])
