# SPDX-FileCopyrightText: 2026 The Genlock authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The accessible tree of the app, read as a whole in one message; its nodes can be asked further, one message each."""

import collections
import functools

from gi.repository import Gio, GLib

ATSPI = "org.a11y.atspi."
# The numbers of AT-SPI stay; the words for them do not: what was a push button is a button since at-spi2-core 2.56.
ROLES = {
    2: "alert", 6: "canvas", 7: "check box", 11: "combo box", 16: "dialog", 20: "filler", 23: "frame", 26: "icon", 27: "image",
    29: "label", 31: "list", 32: "list item", 33: "menu", 34: "menu bar", 35: "menu item", 37: "page tab", 38: "page tab list",
    39: "panel", 40: "password text", 42: "progress bar", 43: "push button", 44: "radio button", 47: "row header",
    48: "scroll bar", 49: "scroll pane", 50: "separator", 51: "slider", 52: "spin button", 54: "status bar", 55: "table",
    56: "table cell", 57: "column header", 58: "row header", 61: "text", 62: "toggle button", 63: "tool bar", 64: "tool tip",
    65: "tree", 66: "tree table", 69: "window", 75: "application", 79: "entry", 83: "heading", 87: "form", 88: "link",
    90: "table row", 91: "tree item", 98: "list box", 99: "grouping", 103: "level bar", 116: "static",
}
STATES = {
    "active": 1, "busy": 3, "checked": 4, "collapsed": 5, "editable": 7, "enabled": 8, "expandable": 9, "expanded": 10,
    "focusable": 11, "focused": 12, "modal": 16, "multiselectable": 18, "pressed": 20, "selectable": 22, "selected": 23,
    "sensitive": 24, "showing": 25, "visible": 30, "required": 33, "invalid_entry": 36, "checkable": 41, "read_only": 43,
}
WINDOWS = ("frame", "dialog", "window", "alert")


class GoneError(Exception):
    """What was asked is no longer there, or not yet."""


class Bus:
    """The bus of the accessible tree, in the session of this process."""

    def __init__(self, deadline):
        self.deadline = int(deadline * 1000)
        session = Gio.bus_get_sync(Gio.BusType.SESSION)
        address, = session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None,
                                     Gio.DBusCallFlags.NONE, self.deadline, None).unpack()
        flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
        self.connection = Gio.DBusConnection.new_for_address_sync(address, flags, None, None)

    def call(self, name, path, interface, method, signature=None, *values):
        arguments = GLib.Variant(signature, values) if signature else None
        try:
            return self.connection.call_sync(name, path, interface, method, arguments, None, Gio.DBusCallFlags.NONE,
                                             self.deadline, None)
        except GLib.Error as error:
            raise GoneError(str(error))

    def walk(self, name, paths, known):
        """Has the children of those nodes told, and of all below that are not known, many questions at a time."""
        context = GLib.MainContext.default()
        waiting = 0

        def ask(path):
            nonlocal waiting
            waiting += 1
            self.connection.call(name, path, ATSPI + "Accessible", "GetChildren", None, None, Gio.DBusCallFlags.NONE,
                                 self.deadline, None, answered)

        def answered(connection, result):
            nonlocal waiting
            waiting -= 1
            try:
                children, = connection.call_finish(result).unpack()
            except GLib.Error:
                return
            for _, path in children:
                if path not in known:
                    known.add(path)
                    ask(path)

        for path in paths:
            ask(path)
        while waiting:
            context.iteration(True)

    def application(self, pid):
        """The name on the bus of the app that has that process id; None before it is there."""
        names, = self.call(ATSPI + "Registry", "/org/a11y/atspi/accessible/root", ATSPI + "Accessible", "GetChildren").unpack()
        for name, _ in names:
            try:
                owner, = self.call("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                                   "GetConnectionUnixProcessID", "(s)", name).unpack()
            except GoneError:
                continue
            if owner == pid:
                return name
        return None


class Tree:
    """The tree as it was at one moment.

    GTK tells in one message all nodes that somebody has asked for, and makes the others when their parents are asked
    for their children: so that is done first, once for each node."""

    def __init__(self, bus, name, asked):
        self.bus = bus
        self.name = name
        self.read()
        while True:
            counts = collections.Counter(node.parent_path for node in self.nodes)
            lacking = {(node.path, node.n_children, counts[node.path]) for node in self.nodes if node.n_children != counts[node.path]}
            # What lacks a child although it was asked for it does not have one to show.
            lacking -= asked
            if not lacking:
                break
            asked |= lacking
            bus.walk(name, [path for path, _, _ in lacking], set(self.by_path))
            self.read()

    def read(self):
        answer = self.bus.call(self.name, "/org/a11y/atspi/cache", ATSPI + "Cache", "GetItems")
        items = answer.get_child_value(0)
        self.nodes = [Node(self, items.get_child_value(index)) for index in range(items.n_children())]
        self.by_path = {node.path: node for node in self.nodes}

    @functools.cached_property
    def roots(self):
        """The windows."""
        return [node for node in self.nodes if node.role in WINDOWS and node.parent is not None and node.parent.role == "application"]

    def select(self, roles, matches, inside=None):
        """The nodes of one of those roles (None: any) whose name matches, in the order in which the tree has them."""
        found = [node for node in self.nodes if (roles is None or node.role in roles) and matches(node.name_then)]
        found = [node for node in found if node.is_attached(inside)]
        return sorted(found, key=lambda node: node.place) if len(found) > 1 else found

    def outline(self, limit=300):
        """The whole tree as text, for a person who wants to know why a test failed."""
        lines = []
        for node in sorted((node for node in self.nodes if node.is_attached()), key=lambda node: node.place):
            try:
                x, y, width, height = node.box()
            except GoneError:
                continue
            if width > 1 and height > 1 and (node.name_then or node.role not in ("panel", "filler")):
                lines.append(f"{'  ' * len(node.place)}{node.role} “{node.name_then}” {x},{y} {width}×{height}")
        return "\n".join(lines[:limit])


class Node:
    """A thing in the accessible tree: name_then, role and parent as they were when it was found, the rest as it is now."""

    def __init__(self, tree, item):
        self.tree = tree
        self.bus = tree.bus
        # The whole of an item would take ten times as long to unpack.
        self.item = item
        self.path = item.get_child_value(0).get_child_value(1).get_string()
        self.parent_path = item.get_child_value(2).get_child_value(1).get_string()
        self.n_children = item.get_child_value(4).get_int32()
        self.name_then = item.get_child_value(6).get_string()
        number = item.get_child_value(7).get_uint32()
        self.role = ROLES.get(number, str(number))

    @functools.cached_property
    def parent(self):
        return self.tree.by_path.get(self.parent_path)

    @functools.cached_property
    def place(self):
        """Where it stands in the tree: the number of each of its ancestors among its siblings."""
        above = self.parent.place if self.parent is not None and self.parent is not self else ()
        return above + ((self.item.get_child_value(3).get_int32(), self.path),)

    def is_attached(self, inside=None):
        """Whether it hangs in a window (or in that node)."""
        node = self
        while node is not None and node.role != "application":
            if inside is not None and node.path == inside.path:
                return True
            if node.parent is node:
                return False
            node = node.parent
        return node is not None and inside is None

    def root(self):
        """The window that it is in."""
        node = self
        while node.parent is not None and node.parent.role != "application":
            node = node.parent
        return node

    def children(self):
        return sorted((node for node in self.tree.nodes if node.parent is self and node is not self), key=lambda node: node.place)

    def ask(self, interface, method, signature=None, *values):
        return self.bus.call(self.tree.name, self.path, ATSPI + interface, method, signature, *values).unpack()

    def get(self, interface, name):
        value, = self.bus.call(self.tree.name, self.path, "org.freedesktop.DBus.Properties", "Get", "(ss)",
                               ATSPI + interface, name).unpack()
        return value

    @property
    def name(self):
        return self.get("Accessible", "Name") or ""

    @property
    def description(self):
        return self.get("Accessible", "Description") or ""

    @property
    def text(self):
        """What an entry or a label says."""
        return self.ask("Text", "GetText", "(ii)", 0, self.get("Text", "CharacterCount"))[0]

    def has(self, state):
        """Whether it is "sensitive", "checked", "focused" …: see STATES."""
        (low, high), = self.ask("Accessible", "GetState")
        number = STATES[state.lower()]
        return bool((low, high)[number // 32] >> number % 32 & 1)

    def box(self):
        """x, y, width, height in the window."""
        try:
            extents, = self.ask("Component", "GetExtents", "(u)", 1)
        except GoneError:
            return 0, 0, 0, 0
        return extents

    @property
    def showing(self):
        """GTK 4.8 says SHOWING of windows only; what is not drawn has no size."""
        _, _, width, height = self.box()
        return width > 1 and height > 1

    def act(self, index=0):
        """Does its first (or another) action without pointer or keyboard."""
        self.ask("Action", "DoAction", "(i)", index)

    def outline(self):
        return "\n".join(line for line in self.tree.outline(10000).splitlines())
