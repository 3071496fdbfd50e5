#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Genlock authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The equipment library in the real window, by pointer and keyboard."""

import json
import os
import pathlib
import re
import sqlite3
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import driver  # noqa: E402

LIVE = "SELECT manufacturer, model FROM equipment_specs WHERE NOT is_deleted ORDER BY manufacturer, model"


def add_spec(d, category, manufacturer, model, *more):
    return d.ctl_json("add", "equipment", f"category={category}", f"manufacturer={manufacturer}", f"model={model}", *more)["id"]


def open_library(d):
    """Three devices of one's own, and the shipped ones below."""
    add_spec(d, "SWITCHER", "Barco", "E2", "ioArchitecture=CARD_BASED", "cardSlots=12")
    add_spec(d, "CAMERA", "Sony", "HDC-5500")
    add_spec(d, "CAMERA", "Sony", "HDC-3500", "isSecondaryDevice=true")
    d.start()
    d.key("ctrl+e")
    d.find("list item", "Sony HDC-5500")


def choose(d, name):
    d.click(d.find("list item", name))
    # Above the ports of what is selected.
    d.find("label", name)


def choose_in_menu(d, name, letter):
    """By its underlined letter: where a popover stands the accessible tree of GTK 4.8 does not know."""
    d.find(None, name)
    d.key(letter)


def first_shipped():
    """Maker and model of a device that comes with Genlock."""
    folder = pathlib.Path(os.environ["GENLOCK_DATA"]) / "library"
    file = json.loads(sorted(folder.glob("*.json"))[0].read_text())
    return file["manufacturer"], file["devices"][0]["model"]


def opens_with_no_show(d):
    open_library(d)
    d.find("label", "Equipment library")
    d.screenshot("library")
    # Back to where one starts, since there is no show.
    d.click(d.find("push button", "Back to the start"))
    d.find("push button", re.compile("Open the sample show"))


def opens_from_the_sidebar_and_back(d):
    d.open_sample()
    d.click(d.find("list item", "Equipment library"))
    d.find("push button", "Shipped")
    d.find("push button", "New device")
    d.click(d.find("list item", re.compile("Annual Summit")))
    d.find("push button", "New source")
    d.key("ctrl+e")
    d.find("push button", "New device")
    d.key("ctrl+2")
    d.find("push button", "New send")


def searches(d):
    open_library(d)
    d.key("ctrl+f")
    d.type("switcher barco e2")
    d.gone("list item", "Sony HDC-5500")
    d.key("Down")
    item = d.find("list item", "Barco E2")
    driver.wait_for("what is found to be selected", lambda: item.has("selected"))
    d.key("ctrl+f")
    d.key("ctrl+a")
    d.type("xyzzy")
    d.find(None, "No device found")
    d.screenshot("library-nothing")
    d.click(d.find("push button", re.compile("Show all")))
    d.find("list item", "Sony HDC-5500")


def filters(d):
    open_library(d)
    d.click(d.find("push button", "Mine"))
    d.click(d.find("push button", "Camera, 2"))
    d.gone("list item", "Barco E2")
    d.find("list item", "Sony HDC-5500")
    # The chips are counted anew a little later, and those behind one that goes move up.
    d.gone("push button", re.compile("^Card-based"))
    d.click(d.find("push button", "Secondary device, 1"))
    d.gone("list item", "Sony HDC-5500")
    d.find("list item", "Sony HDC-3500")
    d.find("push button", "Camera, 1")
    d.click(d.find("push button", re.compile("^Secondary device")))
    d.find("list item", "Sony HDC-5500")
    d.find("push button", "Secondary device, 1")
    d.click(d.find("push button", "Camera, 2"))
    d.click(d.find("push button", "Card-based, 1"))
    d.gone("list item", "Sony HDC-3500")
    d.find("list item", "Barco E2")


def filters_by_use(d):
    spec = add_spec(d, "ROUTER", "Ross", "Ultrix")
    add_spec(d, "ROUTER", "Ross", "NK")
    show = d.ctl_json("add", "productions", "client=ACME", "showName=Kickoff")["id"]
    d.ctl("add", "devices", f"productionId={show}", "name=Router A", "category=ROUTER", f"equipmentId={spec}")
    d.start()
    d.key("ctrl+e")
    d.find("list item", "Ross NK")
    d.click(d.find("push button", "In shows"))
    d.gone("list item", "Ross NK")
    d.find("list item", "Ross Ultrix")


def sorts(d):
    open_library(d)
    d.click(d.find("push button", "Mine"))

    def order():
        names = [(node.box()[1], node.name) for node in d.look("list item", re.compile("^(Barco|Sony) "))]
        return [name for _, name in sorted(names)]

    by_category = ["Sony HDC-3500", "Sony HDC-5500", "Barco E2"]
    driver.wait_for("cameras first", lambda: order() == by_category)
    d.click(d.find("push button", "Sort by"))
    choose_in_menu(d, "Manufacturer", "m")
    driver.wait_for("Barco first", lambda: order() == ["Barco E2", "Sony HDC-3500", "Sony HDC-5500"])


def adds_a_device(d):
    d.start()
    d.key("ctrl+e")
    d.find("push button", "Mine")
    d.key("ctrl+n")
    d.find("text", "Manufacturer")
    d.type("Ross")
    d.key("Tab")
    d.type("Ultrix")
    d.key("Return")
    d.wait_query([("Ross", "Ultrix")], LIVE)
    item = d.find("list item", "Ross Ultrix")
    driver.wait_for("the new device to be selected", lambda: item.has("selected"))
    d.key("ctrl+z")
    d.wait_query([], LIVE)
    d.gone("list item", "Ross Ultrix")


def copies_a_shipped_device(d):
    maker, model = first_shipped()
    d.start()
    d.key("ctrl+e")
    d.key("ctrl+f")
    d.type(model)
    d.click(d.find("list item", f"{maker} {model}"), button=3)
    d.find("label", re.compile("^Facts from: "))
    d.screenshot("library-shipped")
    choose_in_menu(d, "Copy to my library", "c")
    d.wait_query([(maker, model)], LIVE)
    ports = d.query("SELECT count(*) FROM equipment_io_ports WHERE NOT is_deleted")[0][0]
    if ports == 0:
        raise driver.Failed("the copy has no ports")
    d.click(d.find("push button", "Mine"))
    d.find("list item", f"{maker} {model}")
    d.key("ctrl+z")
    d.wait_query([], LIVE)



def add_router_in_show(d, model, cable=True):
    """A router with two inputs, which a show uses; a cable ends on its second input. Returns the ids of both."""
    router = add_spec(d, "ROUTER", "Ross", model)
    ports = [d.ctl_json("add", "equipment_io_ports", f"equipmentId={router}", "portType=INPUT", "ioType=12G-SDI",
                        f"label=IN {number}", f"portIndex={number}")["id"] for number in (1, 2)]
    show = d.ctl_json("add", "productions", "client=ACME", f"showName=Kickoff {model}")["id"]
    device = d.ctl_json("add", "devices", f"productionId={show}", "name=Router A", "category=ROUTER",
                        f"equipmentId={router}")["id"]
    if cable:
        source = d.ctl_json("add", "sources", f"productionId={show}", "name=CAM 1", "type=Camera")["id"]
        d.ctl("add", "connections", f"productionId={show}", f"sourceId={source}", "destinationType=DEVICE",
              f"destinationId={device}", f"destinationInput={ports[1]}")
    return router, device


def duplicates(d):
    open_library(d)
    before = d.query(LIVE)
    choose(d, "Sony HDC-5500")
    d.key("ctrl+d")
    driver.wait_for("a copy", lambda: len(d.query(LIVE)) == len(before) + 1)
    (name,) = set(d.query(LIVE)) - set(before)
    item = d.find("list item", " ".join(name))
    driver.wait_for("the copy to be selected", lambda: item.has("selected"))
    # Another copy of the same one has a name of its own.
    choose(d, "Sony HDC-5500")
    d.key("ctrl+d")
    driver.wait_for("three of a kind", lambda: len(set(d.query(LIVE))) == len(before) + 2)
    d.key("ctrl+z", "ctrl+z")
    d.wait_query(before, LIVE)


def deletes_what_nobody_uses(d):
    open_library(d)
    before = d.query(LIVE)
    choose(d, "Sony HDC-5500")
    d.key("Delete")
    d.wait_query([row for row in before if row[1] != "HDC-5500"], LIVE)
    d.gone("list item", "Sony HDC-5500")
    # The next one takes its place, and the keyboard stays in the list.
    driver.wait_for("the next to be selected", lambda: d.find("list item", "Barco E2").has("selected"))
    d.key("ctrl+z")
    d.wait_query(before, LIVE)
    d.find("list item", "Sony HDC-5500")


def refuses_to_delete_what_a_show_uses(d):
    add_router_in_show(d, "Ultrix")
    d.start()
    d.key("ctrl+e")
    choose(d, "Ross Ultrix")
    before = d.query(LIVE)
    d.key("Delete")
    # The show is named.
    d.find("label", re.compile("Kickoff Ultrix"))
    d.screenshot("delete-refused")
    d.key("Escape")
    d.wait_query(before, LIVE)


def replaces_in_shows(d):
    router, device = add_router_in_show(d, "Ultrix")
    other = add_spec(d, "ROUTER", "Ross", "NK")
    target = d.ctl_json("add", "equipment_io_ports", f"equipmentId={other}", "portType=INPUT", "ioType=12G-SDI",
                        "label=IN 2", "portIndex=1")["id"]
    where = "SELECT destination_input FROM connections WHERE NOT is_deleted"
    what = "SELECT equipment_id FROM devices WHERE NOT is_deleted"
    before = d.query(LIVE), d.query(where), d.query(what)
    d.start()
    d.key("ctrl+e")
    choose(d, "Ross Ultrix")
    d.key("Delete")
    d.click(d.find("push button", re.compile("Replace")))
    d.find("entry", "Search the whole library")
    dialog = next(root for root in d.tree().roots if "Replace" in root.name_then)
    d.click(d.find("list item", "Ross NK", inside=dialog))
    d.find("label", "IN 2")
    d.screenshot("replace")
    d.click(d.find("push button", re.compile("Replace$"), inside=dialog))
    d.wait_query([("Ross", "NK")], LIVE)
    d.wait_query([(target,)], where)
    d.wait_query([(other,)], what)
    d.wait_closed()
    # The window has heard of it when its button says so: before that Ctrl+Z would be about the step before.
    d.find("push button", re.compile("Undo edit of"))
    d.key("ctrl+z")
    d.wait_query(before[0], LIVE)
    d.wait_query(before[1], where)
    d.wait_query(before[2], what)


def merges_duplicates(d):
    first, _ = add_router_in_show(d, "Ultrix")
    second, device = add_router_in_show(d, "ultrix")
    kept = d.query("SELECT id FROM equipment_io_ports WHERE equipment_id = ? AND label = 'IN 2'", first)
    users = "SELECT DISTINCT equipment_id FROM devices WHERE NOT is_deleted"
    ends = "SELECT DISTINCT destination_input FROM connections WHERE NOT is_deleted"
    before = d.query(LIVE)
    d.start()
    d.key("ctrl+e")
    d.find("list item", "Ross Ultrix")
    d.click(d.find("push button", "Sort by"))
    choose_in_menu(d, "Merge duplicates…", "d")
    d.click(d.find("list item", re.compile("Ross [Uu]ltrix"), inside=merge_dialog(d)))
    d.find("label", "Which one stays?")
    d.find("label", "IN 2")
    d.screenshot("merge")
    d.click(d.find("push button", re.compile("Merge")))
    driver.wait_for("one of the two", lambda: len(d.query(LIVE)) == 1)
    d.wait_query([(first,)], users)
    d.wait_query(kept, ends)
    d.key("ctrl+z")
    d.wait_query(before, LIVE)
    driver.wait_for("both to be used again", lambda: len(d.query(users)) == 2)


def write(d, sql, *parameters):
    """As another process would that does not ask for the lock: the app hears nothing of it."""
    connection = sqlite3.connect(d.database, timeout=20)
    with connection:
        connection.execute(sql, parameters)
    connection.close()


def looks_again_when_ports_change(d):
    """No cable lands on a port that was deleted while the map was looked at."""
    router, device = add_router_in_show(d, "Ultrix")
    other = add_spec(d, "ROUTER", "Ross", "NK")
    d.ctl("add", "equipment_io_ports", f"equipmentId={other}", "portType=INPUT", "ioType=12G-SDI", "label=IN 2",
          "portIndex=1")
    target = d.ctl_json("add", "equipment_io_ports", f"equipmentId={other}", "portType=INPUT", "ioType=12G-SDI",
                        "label=IN 3", "portIndex=2")["id"]
    where = "SELECT destination_input FROM connections WHERE NOT is_deleted"
    before = d.query(LIVE), d.query(where)
    d.start()
    d.key("ctrl+e")
    choose(d, "Ross Ultrix")
    d.key("Delete")
    d.click(d.find("push button", re.compile("Replace")))
    d.find("entry", "Search the whole library")
    dialog = next(root for root in d.tree().roots if "Replace" in root.name_then)
    d.click(d.find("list item", "Ross NK", inside=dialog))
    d.find("label", re.compile("Same label and connector$"))
    write(d, "UPDATE equipment_io_ports SET is_deleted = 1 WHERE equipment_id = ? AND label = 'IN 2'", other)
    d.click(d.find("push button", re.compile("Replace$"), inside=dialog))
    d.find("label", "The ports have changed meanwhile. Look at the cables again.")
    d.find("label", "IN 3")
    d.screenshot("replace-again")
    if (d.query(LIVE), d.query(where)) != before:
        raise driver.Failed("it was replaced by what is not there")
    d.click(d.find("push button", re.compile("Replace$"), inside=dialog))
    d.wait_query([(target,)], where)
    d.wait_closed()


def merges_by_what_is_there(d):
    first, _ = add_router_in_show(d, "Ultrix")
    second, _ = add_router_in_show(d, "ultrix")
    ends = "SELECT destination_input FROM connections WHERE NOT is_deleted ORDER BY id"
    before = d.query(LIVE), d.query(ends)
    d.start()
    d.key("ctrl+e")
    d.find("list item", "Ross Ultrix")
    d.click(d.find("push button", "Sort by"))
    choose_in_menu(d, "Merge duplicates…", "d")
    d.click(d.find("list item", re.compile("Ross [Uu]ltrix"), inside=merge_dialog(d)))
    d.find("label", "Which one stays?")
    d.find("label", "IN 2")
    write(d, "UPDATE equipment_io_ports SET is_deleted = 1 WHERE equipment_id = ?", first)
    d.click(d.find("push button", re.compile("Merge")))
    d.find("label", "The ports have changed meanwhile. Look at the cables again.")
    write(d, "UPDATE equipment_specs SET is_deleted = 1 WHERE id = ?", first)
    d.click(d.find("push button", re.compile("Leave all as text")))
    driver.wait_for("Merge to be there", lambda: d.find("push button", re.compile("Merge")).has("sensitive"))
    d.click(d.find("push button", re.compile("Merge")))
    d.find("label", re.compile("so nothing was merged"))
    d.wait_closed()
    if d.query(ends) != before[1] or d.query(LIVE) != before[0][1:]:
        raise driver.Failed("something was merged")


def says_where_a_device_is_used(d):
    add_router_in_show(d, "Ultrix")
    d.start()
    d.key("ctrl+e")
    choose(d, "Ross Ultrix")
    d.key("F9")
    d.click(d.find("list item", re.compile("Kickoff Ultrix: 1 device")))
    d.find("push button", "New source")


def merge_dialog(d):
    return driver.wait_for("the dialog", lambda: next(
        (root for root in d.tree().roots if "Merge" in root.name_then), None))


driver.main([
    opens_with_no_show, opens_from_the_sidebar_and_back, searches, filters, filters_by_use, sorts, adds_a_device,
    copies_a_shipped_device, duplicates, deletes_what_nobody_uses, refuses_to_delete_what_a_show_uses,
    replaces_in_shows, looks_again_when_ports_change, merges_duplicates,
    merges_by_what_is_there, says_where_a_device_is_used,
])
