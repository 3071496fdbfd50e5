#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Genlock authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The sheets in the real window: the preview, options, files and the printer."""

import pathlib
import re
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import driver  # noqa: E402

PRINTS = "SELECT sheet, revision FROM prints WHERE NOT is_deleted ORDER BY sheet, revision"


def open_sheets(d):
    d.open_sample()
    d.key("ctrl+p")
    d.find("push button", re.compile("Print…$"))
    d.find(None, "Page 1 of 4")


def choose(d, drop_down, steps, chosen):
    """An entry of a drop-down, that many below what is chosen."""
    d.click(d.find("push button", re.compile(f"^{drop_down}: ")))
    d.find("label", chosen)
    d.key(*["Down"] * steps, "Return")
    d.find("push button", f"{drop_down}: {chosen}")


def text_of(path):
    return subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, text=True, check=True).stdout


def save_as(d, path):
    d.key("ctrl+shift+s")
    d.find("push button", re.compile("Save$"))
    d.key("ctrl+a")
    d.type(str(path))
    d.key("Return")
    d.wait_closed()
    driver.wait_for(f"{path.name}", path.exists)


def follows_and_saves(d):
    """The preview follows a change; what is saved as PDF and CSV says it, and counts."""
    open_sheets(d)
    d.screenshot("sheets-cables")
    choose(d, "Sheet", 3, "Sources")
    d.find(None, re.compile("^Page 1 of 3$"))
    d.key("ctrl+1")
    d.click(d.find("table cell", "Name, SRC 1"))
    d.type("Wide shot")
    d.key("Return")
    d.wait_query([("Wide shot",)], "SELECT name FROM sources WHERE label = 'SRC 1'")
    d.key("ctrl+6")
    d.find(None, re.compile("^Page 1 of 3$"))
    save_as(d, d.folder / "sources.pdf")
    d.wait_query([("sources", 1)], PRINTS)
    text = text_of(d.folder / "sources.pdf")
    if "Wide shot" not in text or not re.search(r"Page 2 of 3", text):
        raise driver.Failed(text)
    save_as(d, d.folder / "sources.csv")
    if "Wide shot" not in (d.folder / "sources.csv").read_text(encoding="utf-8-sig"):
        raise driver.Failed("the CSV does not say it")
    # A CSV is no print, and a print no step of undo.
    d.wait_query([("sources", 1)], PRINTS)
    d.key("ctrl+z")
    d.wait_query([("CAM 1",)], "SELECT name FROM sources WHERE label = 'SRC 1'")


def refuses_and_prints(d):
    """A folder that takes no files is named; the patch as a drawing is printed to a file and counted."""
    open_sheets(d)
    choose(d, "Sheet", 6, "Patch")
    d.find(None, re.compile("^Page 1 of 11$"))
    d.screenshot("sheets-patch")
    # Before anything is printed: a file chooser with a file to show leaks in GTK 4.8.
    d.key("ctrl+shift+s")
    d.find("push button", re.compile("Save$"))
    d.key("ctrl+a")
    d.type("/proc/patch.pdf")
    d.key("Return")
    d.find("label", re.compile("^“patch.pdf” was not saved: "))
    d.screenshot("sheets-refused")
    d.wait_closed()
    d.key("ctrl+p")
    d.click(d.find("label", "Print to File"))
    d.click(d.find("push button", re.compile("Print$")))
    d.wait_query([("graph", 1)], PRINTS)
    d.wait_closed()
    printed = driver.wait_for("the print", lambda: next(d.home.rglob("*.pdf"), None))
    text = text_of(printed)
    if "Patch · A1" not in text or "Page 11 of 11" not in text:
        raise driver.Failed(text)


driver.main([follows_and_saves, refuses_and_prints])
