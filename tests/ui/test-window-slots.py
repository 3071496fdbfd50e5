#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Genlock authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The card-slot editor in the real window, by pointer and keyboard."""

import pathlib
import re
import sqlite3
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import driver  # noqa: E402

CARDS = ("SELECT slot_number, label FROM equipment_cards WHERE NOT is_deleted AND slot_number IS NOT NULL AND equipment_id = "
         "(SELECT id FROM equipment_specs WHERE model LIKE 'Screen switcher frame%') ORDER BY slot_number")
FRAME = [(3, "4 × 12G-SDI input"), (4, "4 × 12G-SDI input"), (5, "4 × 12G-SDI input"), (6, "4 × HDMI 2.0 input"),
         (7, "4 × HDMI 2.0 input"), (8, "4 × DisplayPort 1.2 input"), (11, "4 × HDMI 2.0 output"),
         (12, "4 × HDMI 2.0 output"), (13, "4 × 12G-SDI output"), (14, "4 × 12G-SDI output")]


def open_frame(d):
    """The frame of the sample show in the library."""
    d.ctl("import", driver.SAMPLE)
    d.start()
    d.click(d.find("list item", "Equipment library"))
    d.click(d.find("list item", re.compile("Screen switcher frame")))
    bay(d, 1)
    d.wait_query(FRAME, CARDS)


def bay(d, number):
    return d.find("table cell", re.compile(rf"^Slot {number}\b.* of 14,"))


def card(d, label):
    return d.find("list item", re.compile(f"^{re.escape(label)}, "))


def changed(*changes):
    """The cards of the frame, with other ones in some slots; None takes one out."""
    slots = dict(FRAME)
    for slot, label in changes:
        slots[slot] = label
    return sorted((slot, label) for slot, label in slots.items() if label)


def names_every_slot(d):
    open_frame(d)
    assert_name(d, 3, "Slot 3 of 14, 4 × 12G-SDI input, 4 inputs")
    assert_name(d, 1, "Slot 1 of 14, empty")
    assert_name(d, 14, "Slot 14 of 14, 4 × 12G-SDI output, 4 outputs")


def assert_name(d, number, name):
    if bay(d, number).name != name:
        raise driver.Failed(f"slot {number} is called “{bay(d, number).name}”, not “{name}”")


def drags_from_the_palette(d):
    open_frame(d)
    d.drag(card(d, "4 × 12G-SDI output"), bay(d, 1))
    d.wait_query(changed((1, "4 × 12G-SDI output")), CARDS)
    d.screenshot("slot-placed")
    d.key("ctrl+z")
    d.wait_query(FRAME, CARDS)


def drags_between_slots(d):
    open_frame(d)
    d.drag(bay(d, 3), bay(d, 2))
    d.wait_query(changed((3, None), (2, "4 × 12G-SDI input")), CARDS)
    d.find("table cell", "Slot 2 of 14, 4 × 12G-SDI input, 4 inputs")
    undo(d)


def swaps_two_cards(d):
    open_frame(d)
    ids = "SELECT id FROM equipment_cards WHERE NOT is_deleted AND slot_number = ?"
    before = d.query(ids, 6), d.query(ids, 3)
    d.drag(bay(d, 3), bay(d, 6))
    d.wait_query(changed((3, "4 × HDMI 2.0 input"), (6, "4 × 12G-SDI input")), CARDS)
    if (d.query(ids, 3), d.query(ids, 6)) != before:
        raise driver.Failed("the cards were made anew")
    d.key("ctrl+z")
    d.wait_query(FRAME, CARDS)


def outside(d):
    return d.find("label", re.compile("^14 slots, 10 cards"))


def drags_out_to_remove(d):
    open_frame(d)
    d.drag(bay(d, 12), outside(d))
    d.wait_query(changed((12, None)), CARDS)
    undo(d)


REPLACE = re.compile("Replace$")
CABLES = ("SELECT id, destination_input, intermediate_input, intermediate_output FROM connections WHERE NOT is_deleted "
          "ORDER BY id")
# What ends on the card of a slot: which cable, on which of its ports.
ON_SLOT = ("SELECT connections.id, io.port_index, io.id FROM equipment_cards AS card JOIN equipment_card_io AS io "
           "ON io.card_id = card.id AND NOT io.is_deleted JOIN connections ON destination_input = io.id "
           "WHERE NOT card.is_deleted AND NOT connections.is_deleted AND slot_number = ? ORDER BY port_index")


def asks_what_becomes_of_cables(d):
    open_frame(d)
    before = d.query(CABLES)
    d.drag(bay(d, 3), outside(d))
    d.find("label", "4 ports are left over")
    d.wait_query(FRAME, CARDS)
    d.screenshot("slot-map-remove")
    d.click(d.find("push button", re.compile("Leave .?all as text")))
    d.click(d.find("push button", re.compile("Remove$")))
    d.wait_closed()
    d.wait_query(changed((3, None)), CARDS)
    # All four are there, each with the name of the port that it had.
    d.wait_query([(f"Slot 3: IN 3.{n}",) for n in range(1, 5)],
                 "SELECT destination_input FROM connections WHERE destination_input LIKE 'Slot 3: %' ORDER BY 1")
    d.wait_query([(len(before),)], "SELECT count(*) FROM connections WHERE NOT is_deleted")
    undo(d)
    d.wait_query(before, CABLES)


def keeps_cables_of_a_swapped_card(d):
    open_frame(d)
    before, plugged = d.query(CABLES), d.query(ON_SLOT, 3)
    swap(d)
    d.find("push button", REPLACE)
    d.screenshot("slot-map-swap")
    # Nothing happens to the frame until somebody says so; closed, it stays as it is.
    d.key("Escape")
    d.wait_closed()
    d.wait_query(before, CABLES)
    d.wait_query(FRAME, CARDS)
    swap(d)
    d.click(d.find("push button", REPLACE))
    d.wait_closed()
    d.wait_query(changed((3, "4 × HDMI 2.0 input")), CARDS)
    now = d.query(ON_SLOT, 3)
    # The same cables in the same order, on ports that are others.
    if [row[:2] for row in now] != [row[:2] for row in plugged] or {row[2] for row in now} & {row[2] for row in plugged}:
        raise driver.Failed(f"{plugged} became {now}")
    undo(d)
    d.wait_query(before, CABLES)
    d.wait_query(plugged, ON_SLOT, 3)


def swap(d):
    """Drags another card onto slot 3; the words before the drop say where the cables land."""
    d.drag(card(d, "4 × HDMI 2.0 input"), bay(d, 3), drop=False)
    d.find(None, re.compile("^Replaces .* in slot 3 .*\\n4 cables land on new ports", re.S))
    d.drop()


def maps_ports_by_keyboard(d):
    d.ctl("import", driver.SAMPLE)
    other = d.ctl_json("add", "equipment", "category=SWITCHER", "manufacturer=Acme", "model=Box",
                       "ioArchitecture=CARD_BASED", "cardSlots=2")["id"]
    small = d.ctl_json("add", "equipment_cards", f"equipmentId={other}", "slotNumber=1", "label=Small input")["id"]
    for n in (1, 2):
        d.ctl("add", "equipment_card_io", f"cardId={small}", "portType=INPUT", "ioType=12G-SDI", f"label=S{n}", f"portIndex={n}")
    open_frame(d)
    before, plugged = d.query(CABLES), d.query(ON_SLOT, 3)
    d.click(bay(d, 3))
    d.key("Return")
    d.find(None, "Search cards")
    d.type("small input")
    d.key("Return")
    d.find("label", "2 cables land on new ports, 2 ports are left over")
    d.screenshot("slot-map-left-over")
    # The last but one is left as text, the last is unplugged. The button waits for both.
    choose(d, "Slot 3: IN 3.3", "Leave as text")
    if d.find("push button", REPLACE).has("sensitive"):
        raise driver.Failed("nobody has decided about IN 3.4")
    choose(d, "Slot 3: IN 3.4", "Unplug")
    d.key("alt+r")
    d.wait_closed()
    d.wait_query(changed((3, "Small input")), CARDS)
    now = d.query(ON_SLOT, 3)
    if [row[:2] for row in now] != [row[:2] for row in plugged[:2]]:
        raise driver.Failed(f"{plugged} became {now}")
    ids = [row[0] for row in plugged]
    d.wait_query([("Slot 3: IN 3.3", 0)], "SELECT destination_input, is_deleted FROM connections WHERE id = ?", ids[2])
    d.wait_query([(None,)], "SELECT CASE WHEN NOT is_deleted THEN destination_input END FROM connections WHERE id = ?", ids[3])
    d.find("table cell", re.compile("^Slot 3 of 14, Small input, 2 inputs"))
    undo(d)
    d.wait_query(before, CABLES)
    d.wait_query(plugged, ON_SLOT, 3)


def choose(d, port, choice):
    """Where the cables of a port land, by keyboard."""
    d.click(d.find("combo box", re.compile(f"^Where {port} lands")))
    d.find("label", "Unplug")
    d.key("End")
    if choice != "Unplug":
        d.key("Up")
    d.key("Return")
    # Its list is closed when nothing else says the other choice.
    box = d.find("combo box", re.compile(f"^Where {port} lands"))
    driver.wait_for(f"“{choice}” to be chosen", lambda: [label.name for label in d.look("label", inside=box)] == [choice])


def keeps_cables_of_a_moved_card(d):
    open_frame(d)
    before = d.query(CABLES)
    plugged = d.query(ON_SLOT, 3), d.query(ON_SLOT, 6)
    d.drag(bay(d, 3), bay(d, 6), drop=False)
    d.find(None, re.compile("6 cables stay"))
    d.screenshot("slot-swap-words")
    d.drop()
    d.wait_query(changed((3, "4 × HDMI 2.0 input"), (6, "4 × 12G-SDI input")), CARDS)
    d.wait_query(before, CABLES)
    if (d.query(ON_SLOT, 6), d.query(ON_SLOT, 3)) != plugged:
        raise driver.Failed("the cables did not go with their cards")
    undo(d)


def undo(d):
    """Takes back what was just done."""
    d.click(bay(d, 1))
    d.key("ctrl+z")
    d.wait_query(FRAME, CARDS)
    d.find("label", re.compile("^14 slots, 10 cards"))
    assert_name(d, 3, "Slot 3 of 14, 4 × 12G-SDI input, 4 inputs")


def works_by_keyboard(d):
    open_frame(d)
    d.click(bay(d, 3))
    d.key("alt+Left")
    d.wait_query(changed((3, None), (2, "4 × 12G-SDI input")), CARDS)
    d.find("table cell", "Slot 2 of 14, 4 × 12G-SDI input, 4 inputs")
    undo(d)
    d.find("table cell", "Slot 3 of 14, 4 × 12G-SDI input, 4 inputs")
    d.click(bay(d, 3))
    d.key("ctrl+c", "Left", "ctrl+v")
    d.wait_query(changed((2, "4 × 12G-SDI input")), CARDS)
    d.find("table cell", "Slot 2 of 14, 4 × 12G-SDI input, 4 inputs")
    d.key("Delete")
    d.wait_query(FRAME, CARDS)
    d.find("table cell", "Slot 2 of 14, empty")
    # Enter asks for a card, and Escape takes the search back, then the question.
    d.key("Return")
    driver.wait_for("the choice of cards", lambda: len(d.look("entry", "Search cards")) == 2)
    d.type("hdmi")
    d.key("Escape", "Escape")
    driver.wait_for("no choice of cards", lambda: len(d.look("entry", "Search cards")) == 1)
    # Enter in it chooses the first card that the search leaves.
    d.key("Return")
    d.find(None, "Search cards")
    d.type("displayport")
    d.key("Return")
    d.wait_query(changed((2, "4 × DisplayPort 1.2 input")), CARDS)
    d.key("ctrl+z")
    d.wait_query(FRAME, CARDS)


PORTS = ("SELECT io.label FROM equipment_card_io AS io JOIN equipment_cards AS card ON card.id = io.card_id "
         "WHERE NOT io.is_deleted AND slot_number = ? ORDER BY port_index")


def edits_the_ports_of_a_card(d):
    open_frame(d)
    four = [(f"IN 3.{n}",) for n in range(1, 5)]
    d.click(bay(d, 3))
    d.find("label", "Slot 3: 4 × 12G-SDI input")
    d.find("table cell", "Label, IN 3.1")
    # In place.
    d.click(d.find("table cell", "Label, IN 3.2"))
    d.type("REF")
    d.key("Return")
    d.wait_query([("IN 3.1",), ("REF",), ("IN 3.3",), ("IN 3.4",)], PORTS, 3)
    d.find("table cell", "Label, REF")
    d.screenshot("slot-ports")
    d.key("ctrl+z")
    d.wait_query(four, PORTS, 3)
    d.find("table cell", "Label, IN 3.2")
    # In another order, with their cables.
    before = d.query(CABLES)
    d.click(d.find("table cell", "Label, IN 3.1"))
    d.key("alt+Down")
    d.wait_query([("IN 3.2",), ("IN 3.1",), ("IN 3.3",), ("IN 3.4",)], PORTS, 3)
    d.key("ctrl+z")
    d.wait_query(four, PORTS, 3)
    d.wait_query(before, CABLES)
    # Many at once; the bay has them too.
    d.click(d.find(None, re.compile("Add ports$")))
    d.find("label", re.compile("^1 port without a label"))
    d.type("AUX [1-3]")
    d.find("label", "3 ports: AUX 1, AUX 2, AUX 3")
    d.key("Return")
    d.wait_query(four + [(f"AUX {n}",) for n in (1, 2, 3)], PORTS, 3)
    d.find("table cell", "Slot 3 of 14, 4 × 12G-SDI input, 7 inputs")
    # The ports follow the cursor.
    d.click(bay(d, 6))
    d.find("label", "Slot 6: 4 × HDMI 2.0 input")
    d.find("table cell", "Label, IN 6.1")
    d.click(bay(d, 1))
    d.find("label", re.compile("^This slot is empty"))
    d.key("ctrl+z")
    d.wait_query(four, PORTS, 3)


def opens_ports_by_themselves_in_a_small_window(d):
    open_frame(d)
    d.screen.top().configure(width=360, height=520)
    d.settle()
    # Folded, the list is on top; the device is one step further.
    driver.wait_for("the window to be narrow", lambda: d.window().box()[2] < 400)
    d.click(d.find("list item", re.compile("Screen switcher frame")))
    d.click(bay(d, 3))
    d.click(d.find("push button", re.compile("Ports of this card$")))
    d.click(d.find("table cell", "Label, IN 3.2"))
    d.type("REF")
    d.key("Return")
    d.wait_query([("IN 3.1",), ("REF",), ("IN 3.3",), ("IN 3.4",)], PORTS, 3)
    d.screenshot("slot-ports-small")
    d.click(d.find("push button", "All slots"))
    d.click(bay(d, 6))
    d.find("label", "Slot 6: 4 × HDMI 2.0 input")
    d.key("ctrl+z")
    d.wait_query([(f"IN 3.{n}",) for n in range(1, 5)], PORTS, 3)


def sets_a_card_aside(d):
    open_frame(d)
    before = d.query(CABLES)
    plugged = d.query(ON_SLOT, 3)
    d.click(bay(d, 3))
    d.key("shift+F10")
    d.find(None, re.compile("Set .?aside$"))
    d.key("a")
    d.wait_query(changed((3, None)), CARDS)
    # It stands beside the frame, with its ports and cables, and can be put back elsewhere.
    aside = d.find("list item", "4 × 12G-SDI input, set aside")
    d.screenshot("slot-aside")
    d.drag(aside, bay(d, 1), drop=False)
    d.find(None, re.compile("into slot 1\\n4 cables stay"))
    d.drop()
    d.wait_query(changed((3, None), (1, "4 × 12G-SDI input")), CARDS)
    d.wait_query(before, CABLES)
    d.wait_query(plugged, ON_SLOT, 1)
    d.gone("list item", "4 × 12G-SDI input, set aside")
    d.key("ctrl+z")
    d.find("list item", "4 × 12G-SDI input, set aside")
    undo(d)


def fills_a_run(d):
    open_frame(d)
    d.click(bay(d, 1))
    d.key("shift+Right")
    d.key("Return")
    d.type("displayport")
    d.key("Return")
    d.wait_query(changed((1, "4 × DisplayPort 1.2 input"), (2, "4 × DisplayPort 1.2 input")), CARDS)
    d.screenshot("slots-filled")
    d.key("ctrl+z")
    d.wait_query(FRAME, CARDS)


def refuses_what_does_not_fit(d):
    rules = '{"slots": [{"slot": 1, "direction": "OUTPUT"}]}'
    d.ctl("import", driver.SAMPLE)
    frame = d.query("SELECT id FROM equipment_specs WHERE model LIKE 'Screen switcher frame%'")[0][0]
    d.ctl("set", "equipment_specs", frame, f"specs={rules}")
    d.start()
    d.click(d.find("list item", "Equipment library"))
    d.click(d.find("list item", re.compile("Screen switcher frame")))
    d.drag(bay(d, 3), bay(d, 1), drop=False)
    d.find(None, re.compile("Slot 1 is for outputs"))
    d.screenshot("slot-refused")
    d.drop()
    d.drag(bay(d, 3), bay(d, 2))
    # The refused one left no trace: the next is the first that counts.
    d.wait_query(changed((3, None), (2, "4 × 12G-SDI input")), CARDS)


def write(d, sql, *parameters):
    """As another process would that does not ask for the lock: the app hears nothing of it."""
    connection = sqlite3.connect(d.database, timeout=20)
    with connection:
        connection.execute(sql, parameters)
    connection.close()


def keeps_others_out_of_a_drag(d):
    open_frame(d)
    other = d.query("SELECT id FROM equipment_cards WHERE slot_number = 12 AND NOT is_deleted")[0][0]
    d.drag(bay(d, 3), bay(d, 2), drop=False)
    d.find(None, re.compile("^Moves .* from slot 3 to slot 2"))
    # The app has the database: who asks for it is told so, and nothing changes under the pointer.
    d.ctl("set", "equipment_cards", other, "slotNumber=2", code=1)
    d.wait_query(FRAME, CARDS)
    d.drop()
    d.wait_query(changed((3, None), (2, "4 × 12G-SDI input")), CARDS)
    d.find("table cell", "Slot 2 of 14, 4 × 12G-SDI input, 4 inputs")
    undo(d)


def refuses_a_slot_taken_meanwhile(d):
    open_frame(d)
    d.drag(bay(d, 3), bay(d, 2), drop=False)
    d.find(None, re.compile("^Moves .* from slot 3 to slot 2"))
    write(d, "UPDATE equipment_cards SET slot_number = 2 WHERE slot_number = 12 AND NOT is_deleted")
    taken = changed((12, None), (2, "4 × HDMI 2.0 output"))
    d.drop()
    d.find("label", "Two cards cannot be in one slot. Choose another slot.")
    d.screenshot("slot-taken")
    # Nothing is half done, and the editor shows what is there now.
    d.find("table cell", "Slot 2 of 14, 4 × HDMI 2.0 output, 4 outputs")
    d.find("table cell", "Slot 12 of 14, empty")
    d.wait_query(taken, CARDS)
    # The next gesture is about that.
    d.click(bay(d, 2))
    d.key("alt+Left")
    d.wait_query(changed((12, None), (1, "4 × HDMI 2.0 output")), CARDS)
    d.find("table cell", "Slot 1 of 14, 4 × HDMI 2.0 output, 4 outputs")
    d.key("ctrl+z")
    d.wait_query(taken, CARDS)


def survives_a_frame_deleted_meanwhile(d):
    open_frame(d)
    d.click(bay(d, 3))
    write(d, "UPDATE equipment_cards SET is_deleted = 1, deleted_with = equipment_id WHERE NOT is_deleted")
    write(d, "UPDATE equipment_specs SET is_deleted = 1 WHERE model LIKE 'Screen switcher frame%'")
    d.key("alt+Left")
    d.find("label", re.compile("^This was deleted meanwhile"))
    d.find("label", "Nothing selected")
    d.screenshot("slot-frame-gone")
    d.wait_query([], CARDS)


def looks_again_when_cables_change(d):
    open_frame(d)
    plugged = d.query(ON_SLOT, 3)
    swap(d)
    d.find("push button", REPLACE)
    write(d, "UPDATE connections SET destination_input = NULL WHERE id = ?", plugged[3][0])
    now = d.query(CABLES)
    d.click(d.find("push button", REPLACE))
    d.find("label", re.compile("changed meanwhile"))
    d.find("label", "3 cables land on new ports")
    d.wait_query(now, CABLES)
    d.wait_query(FRAME, CARDS)
    d.click(d.find("push button", REPLACE))
    d.wait_closed()
    d.wait_query(changed((3, "4 × HDMI 2.0 input")), CARDS)
    if [row[:2] for row in d.query(ON_SLOT, 3)] != [row[:2] for row in plugged[:3]]:
        raise driver.Failed("the cables are not where they were said to land")
    undo(d)
    d.wait_query(now, CABLES)


def asks_before_slots_go(d):
    open_frame(d)
    slots = "SELECT card_slots FROM equipment_specs WHERE model LIKE 'Screen switcher frame%'"
    d.click(d.find("spin button", "Slots"))
    d.key("Down")
    d.click(d.find("push button", re.compile("Move them")))
    d.wait_closed()
    d.wait_query([(13,)], slots)
    d.find("label", re.compile("^13 slots"))
    d.click(d.find("table cell", re.compile("^Slot 1 of 13")))
    d.wait_query([(14 - 4,)], "SELECT count(*) FROM equipment_cards WHERE NOT is_deleted AND slot_number <= 13")
    d.key("ctrl+z")
    d.wait_query([(14,)], slots)
    d.wait_query(FRAME, CARDS)


def takes_a_number_of_slots_back(d):
    """What is typed is one step, and Ctrl+Z takes that back, not what stood in the entry."""
    open_frame(d)
    slots = "SELECT card_slots FROM equipment_specs WHERE model LIKE 'Screen switcher frame%'"
    for number, said in (("20", 20), ("65", 20)):
        x, y = d.point(d.find("spin button", "Slots"))
        d.click((x - 38, y))
        d.key("ctrl+a")
        d.type(number)
        d.key("Return")
        d.wait_query([(said,)], slots)
    d.find("label", re.compile("^20 slots"))
    d.key("ctrl+z")
    d.wait_query([(14,)], slots)
    d.find("label", re.compile("^14 slots"))
    d.wait_query(FRAME, CARDS)


driver.main([names_every_slot, drags_from_the_palette, drags_between_slots, swaps_two_cards, drags_out_to_remove,
             asks_what_becomes_of_cables, keeps_cables_of_a_swapped_card, maps_ports_by_keyboard,
             keeps_cables_of_a_moved_card, works_by_keyboard, edits_the_ports_of_a_card,
             opens_ports_by_themselves_in_a_small_window, sets_a_card_aside, fills_a_run, refuses_what_does_not_fit,
             keeps_others_out_of_a_drag, refuses_a_slot_taken_meanwhile, survives_a_frame_deleted_meanwhile,
             looks_again_when_cables_change, asks_before_slots_go, takes_a_number_of_slots_back])
