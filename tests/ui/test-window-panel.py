#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Genlock authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The side panel of a list and what is done to many rows at once, by pointer and keyboard."""

import json
import pathlib
import re
import sys
import uuid

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import driver  # noqa: E402

LIVE = "SELECT label, name FROM sources WHERE NOT is_deleted ORDER BY length(label), label"
OUTPUTS = """SELECT o.id FROM source_outputs o JOIN sources s ON s.id = o.source_id
             WHERE s.label = 'SRC 11' AND NOT o.is_deleted ORDER BY o.output_index"""
NOTED = "SELECT count(*) FROM sources WHERE note = 'rigged'"


def cell(d, column, label):
    return d.find("table cell", f"{column}, {label}")


def write_large_show(d, count):
    """A show file with so many sources, made from the sample."""
    show = json.loads(pathlib.Path(driver.SAMPLE).read_text())
    production = str(uuid.uuid4())
    show["productions"][0].update(id=production, showName="Large")
    patterns = show["sources"]
    for name in ("sends", "devices", "connections", "addresses"):
        show[name] = []
    show["sources"] = [dict(patterns[number % len(patterns)], id=str(uuid.uuid4()), productionId=production,
                            label=f"SRC {number + 1}", outputs=[]) for number in range(count)]
    path = d.folder / "large.genlock"
    path.write_text(json.dumps(show))
    return path


def moves_an_output_on_and_on(d):
    d.open_sample()
    before = d.query(OUTPUTS)
    d.click(cell(d, "Name", "SRC 11"))
    d.key("F9")
    # Each press builds on the one before, stored or not, and the focus goes along.
    d.click(d.find("push button", "Move down"))
    d.key("space", "space")
    d.wait_query(before[1:] + before[:1], OUTPUTS)
    d.screenshot("outputs-moved")
    d.click(d.find("push button", "Add an output"), times=2)
    driver.wait_for("two more outputs", lambda: len(d.query(OUTPUTS)) == len(before) + 2)
    if d.query(OUTPUTS)[:len(before)] != before[1:] + before[:1]:
        raise driver.Failed("the outputs that were there have moved")


def keeps_what_was_refused(d):
    d.open_sample()
    d.click(cell(d, "Name", "SRC 1"))
    d.key("F9")
    d.click(d.find("text", "Format"))
    d.key("ctrl+a")
    d.type("nonsense")
    # Neither the first nor a second try to close takes it away.
    for _ in range(2):
        d.key("ctrl+q")
        d.settle()
        driver.wait_for("what was typed", lambda: any(node.text == "nonsense" for node in d.look("text")))
    d.screenshot("refused")
    d.key("Escape")
    driver.wait_for("the format as it was", lambda: any(node.text == "1080p59.94" for node in d.look("text")))


def edits_thousands_of_rows(d):
    d.ctl("import", write_large_show(d, 2500))
    d.start()
    d.click(d.find("list item", re.compile("Large")))
    d.click(cell(d, "Name", "SRC 1"))
    d.key("F9")
    d.key("ctrl+a")
    d.find("label", "2500 sources")
    d.click(d.find("text", re.compile("^Note")))
    d.type("rigged")
    # No Enter: the click on one row takes what was typed, for all that it was typed for.
    d.click(cell(d, "Name", "SRC 2"))
    d.wait_query([(2500,)], NOTED)
    d.find("label", re.compile("Note of 2500 sources changed"))
    d.screenshot("thousands")
    d.key("ctrl+z")
    d.wait_query([(0,)], NOTED)


def undoes_from_a_field(d):
    d.open_sample()
    d.click(cell(d, "Name", "SRC 1"))
    d.key("F9")
    d.click(d.find("text", "Name"))
    d.key("ctrl+a")
    d.type("LONG LENS")
    d.key("Return")
    d.wait_query([("LONG LENS",)], "SELECT name FROM sources WHERE label = 'SRC 1'")
    # The focus is in the field still, which has nothing of its own to take back.
    d.key("ctrl+z")
    d.wait_query([("CAM 1",)], "SELECT name FROM sources WHERE label = 'SRC 1'")


def cuts_rows(d):
    d.open_sample()
    before = d.query(LIVE)
    d.click(d.find("table cell", "Row 1"))
    d.click(d.find("table cell", "Row 2"), modifier="shift")
    d.key("ctrl+x")
    d.wait_query(before[2:], LIVE)
    lines = d.get_clipboard().replace("\r", "").rstrip("\n").split("\n")
    if [line.split("\t")[:2] for line in lines] != [list(row) for row in before[:2]]:
        raise driver.Failed(f"the clipboard has {lines}")
    d.key("ctrl+z")
    d.wait_query(before, LIVE)


def cuts_cells(d):
    d.open_sample()
    d.click(cell(d, "Type", "SRC 6"))
    d.key("shift+Down")
    d.key("ctrl+x")
    d.wait_query([("",), ("",)], "SELECT type FROM sources WHERE label IN ('SRC 6', 'SRC 7')")
    driver.wait_for("the clipboard", lambda: d.get_clipboard().replace("\r", "").rstrip("\n") == "Camera\nPTZ")


def lists_its_shortcuts(d):
    """A section that needs a second page makes GTK warn about the digits under it."""
    d.start()
    d.key("F1")
    driver.wait_for("the shortcuts", lambda: any(map(d.screen.is_dialog, d.screen.windows())))
    d.find("label", "Quit")
    d.screenshot("shortcuts")
    d.key("Escape")


driver.main([moves_an_output_on_and_on, keeps_what_was_refused, edits_thousands_of_rows, undoes_from_a_field, cuts_rows,
             cuts_cells, lists_its_shortcuts])
