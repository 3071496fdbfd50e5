#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Genlock authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The devices of a show in the real window, by pointer and keyboard."""

import json
import os
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


def undo(d):
    """Once the window has heard of the change: before that Ctrl+Z would be about the step before."""
    d.find("push button", re.compile("^Undo (duplicat|delet|edit)"))
    d.key("ctrl+z")


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


def first_shipped():
    """Maker and model of a device that comes with Genlock."""
    folder = pathlib.Path(os.environ["GENLOCK_DATA"]) / "library"
    file = json.loads(sorted(folder.glob("*.json"))[0].read_text())
    return file["manufacturer"], file["devices"][0]["model"]


def field(d, name, text):
    d.click(d.find("text", name))
    d.key("ctrl+a")
    d.type(text)


def places_four_with_numbering(d):
    spec, _ = add_spec(d, "SWITCHER", "Acme", "Quad", 8, 4)
    show = add_show(d)
    add_device(d, show, "SW 1", "Quad", spec)
    open_devices(d)
    d.click(cell(d, "Name", "SW 1"))
    d.key("ctrl+n")
    d.find("entry", "Search the whole library")
    # The keyboard is in the search; Enter takes the first hit.
    d.type("acme quad")
    d.find("list item", "Acme Quad")
    d.key("Return")
    d.find("label", "Quad 2")
    d.screenshot("place-one")
    # A pattern says how many, and says it wrong where the number is changed.
    field(d, "Label", "SW [2-5]")
    d.find("label", "SW 2: Quad 2, SW 3: Quad 3, SW 4: Quad 4, SW 5: Quad 5")
    d.screenshot("place-four")
    d.key("Return")
    d.wait_closed()
    d.wait_query([("SW 1", "Quad", "SWITCHER"), *((f"SW {n}", f"Quad {n}", "SWITCHER") for n in range(2, 6))], LIVE)
    d.wait_query([(spec, 5)], "SELECT equipment_id, count(*) FROM devices WHERE NOT is_deleted GROUP BY equipment_id")
    says(d, "Ports", "SW 5", "8 in · 4 out")
    d.screenshot("placed")
    d.key("ctrl+z")
    d.wait_query([("SW 1", "Quad", "SWITCHER")], LIVE)


def places_what_is_shipped(d):
    maker, model = first_shipped()
    add_show(d)
    open_devices(d)
    d.click(d.find("push button", re.compile("Add devices")))
    d.find("entry", "Search the whole library")
    # Escape takes the search back, then closes.
    d.type("xyzzy")
    d.key("Escape", "Escape")
    d.wait_closed()
    d.click(d.find("push button", re.compile("Add devices")))
    d.find("entry", "Search the whole library")
    d.type(f"{maker} {model}")
    d.find("list item", f"{maker} {model}")
    d.key("Return")
    # With no device to count on from, and no label.
    d.find("label", model)
    d.key("Return")
    d.wait_closed()
    d.wait_query([(None, model)], "SELECT label, name FROM devices WHERE NOT is_deleted")
    d.wait_query([(maker, model)], "SELECT manufacturer, model FROM equipment_specs WHERE NOT is_deleted")
    d.key("ctrl+z")
    d.wait_query([(0,)], "SELECT count(*) FROM devices WHERE NOT is_deleted")
    d.wait_query([(0,)], "SELECT count(*) FROM equipment_specs WHERE NOT is_deleted")


def adds_one_without_equipment(d):
    add_show(d)
    open_devices(d)
    d.click(d.find("push button", re.compile("Add devices")))
    d.click(d.find("push button", re.compile("Add one without equipment")))
    d.wait_closed()
    d.wait_query([(None, "New device", "OTHER")], LIVE)
    # Its name is being edited.
    d.find(None, "GenlockCellEditor")
    d.type("PATCH BAY")
    d.key("Return")
    d.wait_query([(None, "PATCH BAY", "OTHER")], LIVE)


def add_cabled(d):
    """SW 1 is an E2 with cables on all its ports; what it can become has the same ports but the third input."""
    old, old_ports = add_spec(d, "SWITCHER", "Barco", "E2", 3, 1)
    new, new_ports = add_spec(d, "PROJECTOR", "Ross", "Carbonite", 2, 1)
    show = add_show(d)
    device = add_device(d, show, "SW 1", "Main screens", old)
    source = d.ctl_json("add", "sources", f"productionId={show}", "label=SRC 1", "name=CAM 1", "type=Camera")["id"]
    send = d.ctl_json("add", "sends", f"productionId={show}", "label=DST 1", "name=Screen", "type=Screen")["id"]
    for label, port in zip(("C 1", "C 2", "C 3"), old_ports):
        d.ctl("add", "connections", f"productionId={show}", f"sourceId={source}", "destinationType=DEVICE",
              f"destinationId={device}", f"destinationInput={port}", f"cableLabel={label}")
    d.ctl("add", "connections", f"productionId={show}", "intermediateType=DEVICE", f"intermediateId={device}",
          f"intermediateOutput={old_ports[3]}", "destinationType=SEND", f"destinationId={send}")
    return old, old_ports, new, new_ports


APPLY = re.compile("Apply$")
CABLES = ("SELECT ifnull(cable_label, ''), destination_input, intermediate_output FROM connections WHERE NOT is_deleted "
          "ORDER BY cable_label")


def choose_equipment(d, row, *words):
    d.click(cell(d, "Equipment", row))
    d.key("F2", "ctrl+a")
    d.type(words[0])
    d.key("Return")


def swaps_by_the_map_of_ports(d):
    old, old_ports, new, new_ports = add_cabled(d)
    before = [("", None, old_ports[3]), *((f"C {index + 1}", old_ports[index], None) for index in range(3))]
    open_devices(d)
    says(d, "Equipment", "SW 1", "Barco E2")
    d.wait_query(before, CABLES)
    choose_equipment(d, "SW 1", "Ross Carbonite")
    d.find("label", "SW 1 → Ross Carbonite")
    d.find("label", re.compile("C 1 from SRC 1 · "))
    d.find("label", re.compile("to DST 1 · "))
    # Nobody has decided about the third input yet.
    assert not d.find("push button", APPLY).has("sensitive")
    d.screenshot("swap")
    # Nothing has happened yet, and nothing happens when it is cancelled.
    d.key("Escape")
    d.wait_closed()
    says(d, "Equipment", "SW 1", "Barco E2")
    d.wait_query(before, CABLES)

    choose_equipment(d, "SW 1", "Ross Carbonite")
    d.click(d.find("push button", re.compile("Leave all as text")))
    driver.wait_for("Apply to be there", lambda: d.find("push button", APPLY).has("sensitive"))
    d.screenshot("swap-decided")
    d.click(d.find("push button", APPLY))
    d.wait_closed()
    d.wait_query([("", None, new_ports[2]), ("C 1", new_ports[0], None), ("C 2", new_ports[1], None),
                  ("C 3", "SDI IN 3", None)], CABLES)
    d.wait_query([(new, "PROJECTOR")], "SELECT equipment_id, category FROM devices")
    says(d, "Equipment", "SW 1", "Ross Carbonite")
    d.screenshot("swapped")
    d.key("ctrl+z")
    d.wait_query(before, CABLES)
    d.wait_query([(old, "SWITCHER")], "SELECT equipment_id, category FROM devices")
    says(d, "Equipment", "SW 1", "Barco E2")


def chooses_shipped_equipment_in_the_cell_and_the_side_panel(d):
    maker, model = first_shipped()
    spec, _ = add_spec(d, "SWITCHER", "Acme", "Quad", 8, 4)
    show = add_show(d)
    add_device(d, show, "SW 1", "Main screens")
    d.ctl("add", "sources", f"productionId={show}", "label=SRC 1", "name=CAM 1", "type=Camera")
    specs = "SELECT count(*) FROM equipment_specs WHERE NOT is_deleted"
    which = ("SELECT device.label, spec.model FROM {} AS device LEFT JOIN equipment_specs AS spec "
             "ON spec.id = equipment_id AND NOT spec.is_deleted")
    open_devices(d)
    choose_equipment(d, "SW 1", f"{maker} {model}")
    d.wait_query([("SW 1", model)], which.format("devices"))
    d.wait_query([(2,)], specs)
    says(d, "Equipment", "SW 1", f"{maker} {model}")
    d.key("ctrl+z")
    d.wait_query([("SW 1", None)], which.format("devices"))
    d.wait_query([(1,)], specs)

    # The side panel offers both libraries; its search finds each word.
    says(d, "Equipment", "SW 1", "")
    d.key("F9")
    d.click(d.find("push button", "Choose: Equipment"))
    d.find("entry", "Search")
    # Escape takes the search back, then the popover.
    d.type("quad")
    d.key("Escape", "Escape")
    d.gone("entry", "Search")
    d.click(d.find("push button", "Choose: Equipment"))
    d.find("entry", "Search")
    d.type("quad acme")
    d.screenshot("equipment-popover")
    d.key("Return")
    d.wait_query([("SW 1", "Quad")], which.format("devices"))
    d.wait_query([("SWITCHER",)], "SELECT category FROM devices")
    d.wait_query([(1,)], specs)

    # A source in the same way: the library copies it.
    d.key("ctrl+1")
    cell(d, "Name", "SRC 1")
    d.shape.forget()
    d.click(d.find("push button", "Choose: Equipment"))
    d.find("entry", "Search")
    d.type(f"{model} {maker}")
    d.key("Return")
    d.wait_query([("SRC 1", model)], which.format("sources"))
    d.wait_query([(2,)], specs)


def swaps_several_at_once(d):
    """Two devices, changed in the side panel: one question about both; then their equipment is taken away."""
    old, old_ports, new, new_ports = add_cabled(d)
    show, source = d.query("SELECT production_id, id FROM sources")[0]
    other = add_device(d, show, "SW 2", "Spare", old)
    d.ctl("add", "connections", f"productionId={show}", f"sourceId={source}", "destinationType=DEVICE",
          f"destinationId={other}", f"destinationInput={old_ports[1]}", "cableLabel=D 2")
    before = d.query(CABLES)
    which = "SELECT equipment_id FROM devices ORDER BY label"
    open_devices(d)
    d.click(d.find("table cell", "Row 1"))
    d.click(d.find("table cell", "Row 2"), modifier="shift")
    d.find("label", "2 selected")
    d.key("F9")
    d.click(d.find("push button", "Choose: Equipment"))
    d.find("entry", "Search")
    d.type("carbonite ross")
    d.key("Return")
    d.find("label", "SW 1 → Ross Carbonite")
    d.find("label", "SW 2 → Ross Carbonite")
    d.click(d.find("push button", re.compile("Unplug all")))
    driver.wait_for("Apply to be there", lambda: d.find("push button", APPLY).has("sensitive"))
    d.screenshot("swap-several")
    d.click(d.find("push button", APPLY))
    d.wait_closed()
    d.wait_query([(new,), (new,)], which)
    d.wait_query([("", None, new_ports[2]), ("C 1", new_ports[0], None), ("C 2", new_ports[1], None),
                  ("D 2", new_ports[1], None)], CABLES)
    undo(d)
    d.wait_query(before, CABLES)
    d.wait_query([(old,), (old,)], which)

    # Without equipment all of the cables keep their ends as text.
    says(d, "Label", "SW 2", "SW 2")
    d.key("F9")
    d.click(cell(d, "Equipment", "SW 2"))
    d.key("Delete")
    d.find("label", "SW 2 → no equipment")
    d.click(d.find("push button", re.compile("Leave all as text")))
    driver.wait_for("Apply to be there", lambda: d.find("push button", APPLY).has("sensitive"))
    d.click(d.find("push button", APPLY))
    d.wait_closed()
    d.wait_query([("SDI IN 2",)], "SELECT destination_input FROM connections WHERE cable_label = 'D 2'")
    d.wait_query([(old,), (None,)], which)


def makes_a_variant(d):
    old, old_ports, new, _ = add_cabled(d)
    before = d.query(CABLES)
    open_devices(d)
    d.click(cell(d, "Name", "SW 1"))
    d.key("F9")
    d.find("label", "3 in · 1 out")
    d.screenshot("device-inspector")
    d.click(d.find("list item", re.compile("Make a variant")))
    # The library opens at it, and it is said what was done: a toast for as long as it stands, and what can be undone.
    d.find(("label", "push button"), re.compile("^“Barco E2” duplicated as “Barco E2 .Kickoff.” for “SW 1”$"
                                                "|^Undo duplication of “E2 .Kickoff.”$"))
    item = d.find("list item", "Barco E2 (Kickoff)")
    driver.wait_for("the variant to be selected", lambda: item.has("selected"))
    d.screenshot("variant")
    d.wait_query([("E2 (Kickoff)",)], "SELECT model FROM devices JOIN equipment_specs AS spec ON spec.id = equipment_id")
    # Its cables are on the same ports of the copy.
    d.wait_query([("SDI IN 1",), ("SDI IN 2",), ("SDI IN 3",)],
                 "SELECT label FROM connections JOIN equipment_io_ports AS port ON port.id = destination_input "
                 "WHERE port.equipment_id <> ? AND NOT port.is_deleted ORDER BY label", old)
    undo(d)
    d.wait_query(before, CABLES)
    d.wait_query([("E2",)], "SELECT model FROM devices JOIN equipment_specs AS spec ON spec.id = equipment_id")
    d.wait_query([(2,)], "SELECT count(*) FROM equipment_specs WHERE NOT is_deleted")


def opens_the_equipment_of_a_device(d):
    add_cabled(d)
    open_devices(d)
    d.click(cell(d, "Name", "SW 1"), button=3)
    d.find(None, "Open in the library")
    d.key("o")
    d.find("label", "Equipment library")
    item = d.find("list item", "Barco E2")
    driver.wait_for("the equipment to be selected", lambda: item.has("selected"))
    # And back to where one was.
    d.key("ctrl+3")
    cell(d, "Name", "SW 1")


def deletes_and_says_which_cables_end_there(d):
    add_cabled(d)
    before = d.query(CABLES)
    open_devices(d)
    d.click(cell(d, "Name", "SW 1"))
    d.key("ctrl+Delete")
    d.wait_query([], "SELECT id FROM devices WHERE NOT is_deleted")
    d.wait_query([], CABLES)
    d.find("label", re.compile("“SW 1” deleted. Unplugged: .*C 1, .* and 1 more"))
    d.screenshot("device-deleted")
    undo(d)
    d.wait_query([("SW 1", "Main screens", "SWITCHER")], LIVE)
    d.wait_query(before, CABLES)
    cell(d, "Name", "SW 1")


def drops_equipment_on_a_show(d):
    spec, _ = add_spec(d, "SWITCHER", "Acme", "Quad", 8, 4)
    add_show(d)
    d.start()
    d.key("ctrl+e")
    show = d.find("list item", re.compile("Kickoff"))
    # Held over the show it opens its devices, whose page takes the drop.
    d.drag(d.find("list item", "Acme Quad"), show, drop=False)
    page = d.find("label", "No devices yet")
    x, y = d.point(page)
    d.screen.move(x - 40, y)
    d.settle()
    d.screen.move(x, y)
    d.settle()
    d.screen.move(x + 1, y)
    d.drop()
    d.wait_query([(None, "Quad", "SWITCHER")], LIVE)
    says(d, "Ports", "Quad", "8 in · 4 out")
    # What is shipped comes along.
    maker, model = first_shipped()
    d.key("ctrl+e")
    d.key("ctrl+f")
    d.type(f"{maker} {model}")
    item = d.find("list item", f"{maker} {model}")
    d.gone("list item", "Acme Quad")
    d.drag(item, show, drop=False)
    d.find("frame", "Kickoff")
    x, y = d.point(cell(d, "Name", "Quad"))
    d.screen.move(x, y + 100)
    d.settle()
    d.screen.move(x, y + 101)
    d.settle()
    d.drop()
    d.wait_query([(None, model), (None, "Quad")], "SELECT label, name FROM devices WHERE NOT is_deleted ORDER BY name")
    d.wait_query([(2,)], "SELECT count(*) FROM equipment_specs WHERE NOT is_deleted")
    d.key("ctrl+z")
    d.wait_query([(None, "Quad", "SWITCHER")], LIVE)
    d.wait_query([(1,)], "SELECT count(*) FROM equipment_specs WHERE NOT is_deleted")


def works_as_the_other_lists(d):
    """Chips, search, sort, bulk edit, duplicate with increment, paste; all of it is there after a restart."""
    spec, _ = add_spec(d, "SWITCHER", "Barco", "E2", 8, 4)
    show = add_show(d)
    add_device(d, show, "SW 1", "Main", spec)
    d.ctl("add", "devices", f"productionId={show}", "label=RTR 1", "name=Router", "category=ROUTER")
    open_devices(d)
    # Equal by category, and the word is the one of people.
    d.click(d.find("push button", "Router, 1"))
    d.gone("table cell", "Name, SW 1")
    d.click(d.find("push button", "All, 2"))
    d.click(cell(d, "Name", "SW 1"))
    d.key("ctrl+d")
    d.wait_query([("RTR 1", "Router", "ROUTER"), ("SW 1", "Main", "SWITCHER"), ("SW 2", "Main 2", "SWITCHER")], LIVE)
    cell(d, "Name", "SW 2")
    d.key("ctrl+f")
    d.type("barco")
    d.gone("table cell", "Name, RTR 1")
    d.key("Escape")
    cell(d, "Name", "RTR 1")

    # A table of a spreadsheet, by its headings: equipment by its name, ports are not taken.
    d.set_clipboard("Label\tName\tCategory\tEquipment\tPorts\n"
                    "SW 1\tMain\tSwitcher\tBarco E2\t9 in\nSW 3\tThird\t\tBarco E2\t9 in\nCNV 1\tConverter\tConverter\t\t\n")
    d.click(cell(d, "Label", "SW 2"))
    d.key("ctrl+v")
    d.click(d.find("push button", re.compile("Add$")))
    d.wait_query([("CNV 1", "Converter", "CONVERTER"), ("RTR 1", "Router", "ROUTER"), ("SW 1", "Main", "SWITCHER"),
                  ("SW 1", "Main", "SWITCHER"), ("SW 3", "Third", "SWITCHER")], LIVE)
    d.wait_query([(3,)], "SELECT count(*) FROM devices WHERE NOT is_deleted AND equipment_id = ?", spec)
    d.key("ctrl+z")
    cell(d, "Name", "SW 2")

    # All of them of one category at once.
    d.key("ctrl+a")
    d.find("label", "3 selected")
    d.click(d.find("push button", "Type"))
    d.find(None, re.compile("Converter"))
    d.type("converter")
    d.key("Return")
    d.wait_query([("RTR 1", "Router", "CONVERTER"), ("SW 1", "Main", "CONVERTER"), ("SW 2", "Main 2", "CONVERTER")], LIVE)
    d.find("push button", re.compile("Undo edit"))


def swaps_by_keyboard(d):
    """The third cable goes to a port of one's choice; the one that was there is unplugged."""
    old, old_ports, new, new_ports = add_cabled(d)
    before = d.query(CABLES)
    open_devices(d)
    says(d, "Equipment", "SW 1", "Barco E2")
    choose_equipment(d, "SW 1", "Ross Carbonite")
    d.find("label", re.compile("C 3 from SRC 1"))
    # The keyboard is at the port that is left over: its list is the two inputs, then text, then unplug.
    d.key("space", "Down", "Return")
    d.wait_query(before, CABLES)
    # It has the place of the first cable, which has none now.
    d.find("label", "C 1 from SRC 1")
    d.find("label", re.compile("C 3 from SRC 1 · "))
    d.screenshot("swap-keyboard")
    d.key("shift+Tab", "shift+Tab", "shift+Tab", "shift+Tab", "space", "End", "Return")
    driver.wait_for("Apply to be there", lambda: d.find("push button", APPLY).has("sensitive"))
    d.click(d.find("push button", APPLY))
    d.wait_closed()
    d.wait_query([("", None, new_ports[2]), ("C 2", new_ports[1], None), ("C 3", new_ports[0], None)], CABLES)
    d.key("ctrl+z")
    d.wait_query(before, CABLES)


driver.main([
    lists_devices,
    places_four_with_numbering,
    places_what_is_shipped,
    adds_one_without_equipment,
    chooses_shipped_equipment_in_the_cell_and_the_side_panel,
    swaps_by_the_map_of_ports,
    swaps_by_keyboard,
    swaps_several_at_once,
    makes_a_variant,
    opens_the_equipment_of_a_device,
    deletes_and_says_which_cables_end_there,
    drops_equipment_on_a_show,
    works_as_the_other_lists,
])
