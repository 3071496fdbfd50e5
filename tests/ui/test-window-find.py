#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Genlock authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Quick find: places by their names, and cables by typed commands, with the keyboard alone."""

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


driver.main([finds_places_and_patches, labels_cables])
