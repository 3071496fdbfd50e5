#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Genlock authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The devices of a show in the real window, by pointer and keyboard."""

import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import driver  # noqa: E402

LIVE = "SELECT label, name, category FROM devices WHERE NOT is_deleted ORDER BY label, name"


def add_spec(d, category, manufacturer, model, inputs=2, outputs=1, label="SDI {} {}", connector="BNC"):
    """A piece of equipment with ports; its id and those of its ports, inputs first."""
    spec = d.ctl_json("add", "equipment", f"category={category}", f"manufacturer={manufacturer}", f"model={model}")["id"]
    ports = []
    for direction, word, count in (("INPUT", "IN", inputs), ("OUTPUT", "OUT", outputs)):
        for index in range(1, count + 1):
            ports.append(d.ctl_json("add", "equipment_io_ports", f"equipmentId={spec}", f"portType={direction}",
                                    f"ioType={connector}", f"label={label.format(word, index)}", f"portIndex={index}")["id"])
    return spec, ports


def add_show(d):
    return d.ctl_json("add", "productions", "client=ACME", "showName=Kickoff")["id"]


def add_device(d, show, label, name, spec=None):
    more = [f"equipmentId={spec}"] if spec else []
    return d.ctl_json("add", "devices", f"productionId={show}", f"label={label}", f"name={name}", "category=SWITCHER", *more)["id"]


def open_devices(d):
    d.start()
    d.click(d.find("list item", re.compile("Kickoff")))
    d.find("push button", "New source")
    d.key("ctrl+3")


def cell(d, column, row):
    return d.find("table cell", f"{column}, {row}")


def says(d, column, row, text):
    """Until the cell says that: names and ports come after the rows."""
    driver.wait_for(f"{column} of {row} to be “{text}”", lambda: cell(d, column, row).description == text)


def lists_devices(d):
    spec, _ = add_spec(d, "SWITCHER", "Barco", "E2", 8, 4)
    show = add_show(d)
    add_device(d, show, "SW 1", "Main screens", spec)
    add_device(d, show, "SW 2", "Spare")
    open_devices(d)
    says(d, "Equipment", "SW 1", "Barco E2")
    says(d, "Ports", "SW 1", "8 in · 4 out")
    says(d, "Ports", "SW 2", "")
    says(d, "Category", "SW 2", "Switcher")
    d.screenshot("devices")
    d.click(cell(d, "Name", "SW 2"))
    d.type("BACKUP")
    d.key("Return")
    d.wait_query([("SW 1", "Main screens", "SWITCHER"), ("SW 2", "BACKUP", "SWITCHER")], LIVE)


driver.main([
    lists_devices,
])
