#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Genlock authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Import in the real window, by dialog and by drop."""

import os
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import driver  # noqa: E402

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


def for_chooser(d):
    """The file chooser leaks in libraries that keep no frame pointers. Only the slow way to unwind finds their names, by
    which build-aux/lsan.supp knows them; the shipped library, which nobody needs here, would be a minute's work for it."""
    return {"ASAN_OPTIONS": os.environ.get("ASAN_OPTIONS", "") + ":fast_unwind_on_malloc=0:malloc_context_size=12",
            "GENLOCK_DATA": str(d.folder)}


def imports_by_dialog(d):
    d.start(environment=for_chooser(d))
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
    with driver.dragged_file(EXPORT) as file:
        d.drag(file, (700, 650), steps=40)
        carry_out_import(d)


def saves_a_report(d):
    d.start(EXPORT, environment=for_chooser(d))
    d.find("push button", re.compile("Import [0-9]+"))
    d.key("ctrl+Return")
    report = d.home / "report.txt"
    button = d.find("push button", re.compile("Save report"))
    before = d.handle()
    d.click(button)
    driver.wait_for("the file chooser", lambda: d.handle() != before)
    d.key("ctrl+a")
    d.type(str(report))
    d.key("Return")
    driver.wait_for("the report", lambda: report.exists() and "kickoff-export.json" in report.read_text())
    d.click(d.find("push button", re.compile("Done")))
    d.gone("push button", re.compile("Done"))


def answers_what_a_library_leaves_open(d):
    """A folder of device types: what they do not say is asked, and one answer read with all others."""
    folder = d.home / "types"
    folder.mkdir(parents=True)
    (folder / "box.yaml").write_text(
        "manufacturer: Acme\nmodel: Box 5\nslug: acme-box-5\nrear-ports:\n"
        "  - {name: 12G SDI IN, type: bnc}\n  - {name: AUX 1, type: other, label: HDMI AUX}\n")
    (folder / "notes.yml").write_text("a: 1\n")
    d.start(folder)
    d.find("push button", re.compile("Import 1 row"))
    d.screenshot("import-questions")
    d.find("combo box", re.compile("Acme Box 5: Is 1 port"))
    d.click(d.find("combo box", re.compile("Acme Box 5: What is it")))
    d.find("label", "Router")
    d.key("Home", "Down", "Down", "Down", "Return")
    d.gone("label", "Camera")
    d.find("push button", re.compile("Import 1 row"))
    d.key("ctrl+Return")
    d.wait_query([("ROUTER", "12G SDI IN 12G-SDI INPUT, HDMI AUX HDMI INPUT")],
                 "SELECT category, (SELECT group_concat(label || ' ' || io_type || ' ' || port_type, ', ')"
                 " FROM equipment_io_ports p WHERE p.equipment_id = s.id) FROM equipment_specs s")
    d.click(d.find("push button", re.compile("Done")))
    d.gone("push button", re.compile("Done"))


driver.main([
    imports_by_dialog, imports_by_drop, saves_a_report, answers_what_a_library_leaves_open,
])
