#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Genlock authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Shows and their database in the real window, by pointer and keyboard."""

import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import driver  # noqa: E402

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


def folds_when_narrow(d):
    d.open_sample()
    d.click(d.find("list item", re.compile("Annual Summit")))
    # The keyboard goes along from the shows to the page.
    d.key("ctrl+3", "ctrl+n")
    d.find("entry", "Search the whole library")
    d.key("Escape")
    d.wait_closed()
    resize(d, 380, 700)
    driver.wait_for("the pages below", lambda: any(tab.box()[1] > 500 for tab in d.look("page tab", "Devices")))
    d.screenshot("narrow")
    resize(d, 1500, 800)
    driver.wait_for("the pages above", lambda: any(-50 < tab.box()[1] < 100 for tab in d.look("page tab", "Devices")))


def resize(d, width, height):
    """As a person does at the corner of the window."""
    d.screen.top().configure(width=width, height=height)
    d.settle()
    driver.wait_for(f"a window {width} wide", lambda: abs(d.window().box()[2] - width) < 30)


def keeps_others_from_writing(d):
    d.open_sample()
    # Reading works beside the app, writing waits for it in vain; a backup is no writing.
    d.ctl("list", "sources")
    d.ctl("set", "sources", "SRC 1", "name=x", code=1)
    d.ctl("backup", d.folder / "copy.db")


def survives_kill(d):
    d.open_sample()
    for number in range(5):
        d.click(d.find("table cell", "Name, SRC 1"))
        d.type(f"KEPT {number}")
        d.key("Return")
        d.wait_query([(f"KEPT {number}",)], "SELECT name FROM sources WHERE label = 'SRC 1'")
        d.kill()
        d.ctl("verify")
        if d.query("SELECT name FROM sources WHERE label = 'SRC 1'") != [(f"KEPT {number}",)]:
            raise driver.Failed("an edit that was there is gone")
        d.start()
        d.click(d.find("list item", re.compile("Annual Summit")))
        d.find("table cell", "Name, SRC 1")


driver.main([
    creates_a_show, refuses_load_out_before_load_in, folds_when_narrow, keeps_others_from_writing, survives_kill,
])
