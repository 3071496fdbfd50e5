# SPDX-FileCopyrightText: 2026 The Genlock authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The accessible tree of the app, read as a whole in one message; its nodes can be asked further, one message each."""

import functools

from gi.repository import Gio, GLib

ATSPI = "org.a11y.atspi."
# The numbers of AT-SPI stay; the words for them do not: what was a push button is a button since at-spi2-core 2.56.
ROLES = {
    2: "alert", 6: "canvas", 7: "check box", 8: "check menu item", 11: "combo box", 16: "dialog", 20: "filler", 23: "frame", 26: "icon", 27: "image",
    29: "label", 31: "list", 32: "list item", 33: "menu", 34: "menu bar", 35: "menu item", 37: "page tab", 38: "page tab list",
    39: "panel", 40: "password text", 42: "progress bar", 43: "push button", 44: "radio button", 45: "radio menu item", 47: "row header",
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
NAMED_BY_TEXT = ("menu item", "check menu item", "radio menu item", "status bar")
LABELLED_BY = 2
ROOT = "/org/a11y/atspi/accessible/root"


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

    def walk(self, name, paths, known, lists):
        """Fills lists with the children of those nodes, and of all below that are not known; many questions at a time.

        Whether there were any that were not known."""
        context = GLib.MainContext.default()
        asked = set()
        waiting = 0

        def ask(path):
            nonlocal waiting
            waiting += 1
            asked.add(path)
            self.connection.call(name, path, ATSPI + "Accessible", "GetChildren", None, None, Gio.DBusCallFlags.NONE,
                                 self.deadline, None, answered, path)

        def answered(connection, result, asked_path):
            nonlocal waiting
            waiting -= 1
            try:
                children, = connection.call_finish(result).unpack()
            except GLib.Error:
                return
            lists[asked_path] = [path for _, path in children]
            for path in lists[asked_path]:
                if path not in known and path not in asked:
                    ask(path)

        for path in paths:
            ask(path)
        while waiting:
            context.iteration(True)
        return len(asked) > len(paths)

    def application(self, pid):
        """The name on the bus of the app that has that process id; None before it is there."""
        names, = self.call(ATSPI + "Registry", ROOT, ATSPI + "Accessible", "GetChildren").unpack()
        for name, _ in names:
            try:
                owner, = self.call("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                                   "GetConnectionUnixProcessID", "(s)", name).unpack()
            except GoneError:
                continue
            if owner == pid:
                return name
        return None


class Shape:
    """What the app told of who is whose child, kept from one look to the next."""

    def __init__(self):
        self.lists = {}
        self.signs = {}

    def forget(self):
        self.lists.clear()
        self.signs.clear()


class Tree:
    """The tree as it was at one moment.

    GTK tells in one message all nodes that somebody has asked for, and makes the others when their parents are asked
    for their children: so that is done first, for each that is new or does not look as it did. Since 4.10 a node that is
    hidden is no child, but is still told; so it is the parents' word that counts."""

    def __init__(self, bus, name, shape):
        self.bus = bus
        self.name = name
        self.lists = shape.lists
        asked = {ROOT}
        self.read()
        new = bus.walk(name, [ROOT], set(self.by_path), self.lists)
        while True:
            if new:
                self.read()
            for path in asked & self.by_path.keys():
                shape.signs[path] = self.sign(self.by_path[path])
            changed = [node.path for node in self.nodes if node.path not in asked and self.sign(node) != shape.signs.get(node.path)]
            if not changed:
                break
            asked.update(changed)
            new = bus.walk(name, changed, set(self.by_path), self.lists)
        self.add_untold()
        self.name_items()

    def name_items(self):
        """GTK 4.18 does not name the items of a menu, but says what does; a status has no name but its words."""
        for node in self.nodes:
            if not node.name_then and node.role in NAMED_BY_TEXT:
                node.name_then = node.label()

    def add_untold(self):
        """GTK 4.8 never tells of what was hidden when its parent was first asked: those are asked one by one."""
        waiting = [path for node in self.nodes for path in self.lists.get(node.path, ())]
        while waiting:
            path = waiting.pop()
            if path in self.by_path:
                continue
            try:
                node = UntoldNode(self, path)
                self.bus.walk(self.name, [path], set(self.by_path) | {path}, self.lists)
            except GoneError:
                continue
            self.nodes.append(node)
            self.by_path[path] = node
            waiting.extend(self.lists.get(path, ()))

    def read(self):
        answer = self.bus.call(self.name, "/org/a11y/atspi/cache", ATSPI + "Cache", "GetItems")
        items = answer.get_child_value(0)
        self.nodes = [Node(self, items.get_child_value(index)) for index in range(items.n_children())]
        self.by_path = {node.path: node for node in self.nodes}

    def sign(self, node):
        """Differs from the last time when its children may."""
        children = [self.by_path.get(path) for path in self.lists.get(node.path, ())]
        return node.n_children, tuple(child is not None and child.visible for child in children)

    @functools.cached_property
    def above(self):
        """The nodes that hang in a window, in order, each with its parent."""
        above = {}
        waiting = [(ROOT, None)]
        while waiting:
            path, parent = waiting.pop()
            if path in self.by_path and path not in above:
                above[path] = self.by_path.get(parent)
                waiting.extend((child, path) for child in reversed(self.lists.get(path, ())))
        return above

    @property
    def roots(self):
        """The windows."""
        return self.by_path[ROOT].children()

    def select(self, roles, matches, inside=None):
        """The nodes of one of those roles (None: any) whose name matches, in the order in which the tree has them."""
        found = {node.path: node for node in self.nodes if (roles is None or node.role in roles) and matches(node.name_then)}
        found = [found[path] for path in self.above if path in found] if found else []
        return [node for node in found if (inside is None or node.is_inside(inside)) and not node.repeats]

    def outline(self):
        """The whole tree as text, for a person who wants to know why a test failed."""
        lines = []
        for path in self.above:
            node = self.by_path[path]
            try:
                x, y, width, height = node.box()
            except GoneError:
                continue
            if width > 1 and height > 1 and (node.name_then or node.role not in ("panel", "filler", "grouping")):
                lines.append(f"{'  ' * node.depth}{node.role} “{node.name_then}” {x},{y} {width}×{height}")
        return "\n".join(lines[:400])


class Node:
    """A thing in the accessible tree: name_then, role and parent as they were when it was found, the rest as it is now."""

    def __init__(self, tree, item):
        self.tree = tree
        self.bus = tree.bus
        # To unpack the whole of an item would take ten times as long.
        self.path = item.get_child_value(0).get_child_value(1).get_string()
        self.n_children = item.get_child_value(4).get_int32()
        self.name_then = item.get_child_value(6).get_string()
        self.visible = bool(item.get_child_value(9).get_child_value(0).get_uint32() & 1 << STATES["visible"])
        number = item.get_child_value(7).get_uint32()
        self.role = ROLES.get(number, str(number))

    @property
    def parent(self):
        return self.tree.above.get(self.path)

    @property
    def depth(self):
        return self.parent.depth + 1 if self.parent is not None else 0

    @property
    def repeats(self):
        """Since 4.12 a cell of a column view, and a menu button, is told twice: the one within the other."""
        return self.parent is not None and bool(self.name_then) and self.parent.name_then == self.name_then \
            and self.role in ("table cell", "toggle button") and self.parent.role in ("table cell", "push button")

    def is_inside(self, other):
        node = self
        while node is not None and node.path != other.path:
            node = node.parent
        return node is not None

    def root(self):
        """The window that it is in."""
        node = self
        while node.parent is not None and node.parent.path != ROOT:
            node = node.parent
        return node

    def children(self):
        return [self.tree.by_path[path] for path in self.tree.lists.get(self.path, ()) if path in self.tree.by_path]

    def ask(self, interface, method, signature=None, *values):
        return self.bus.call(self.tree.name, self.path, ATSPI + interface, method, signature, *values).unpack()

    def get(self, interface, name):
        value, = self.bus.call(self.tree.name, self.path, "org.freedesktop.DBus.Properties", "Get", "(ss)",
                               ATSPI + interface, name).unpack()
        return value

    @property
    def name(self):
        return self.get("Accessible", "Name") or (self.label() if self.role in NAMED_BY_TEXT else "")

    def label(self):
        """The words that it shows, or those of another node that it is labelled by."""
        try:
            if self.role == "status bar":
                return self.text
            relations, = self.ask("Accessible", "GetRelationSet")
            labels = [path for kind, targets in relations if kind == LABELLED_BY for _, path in targets]
            return " ".join(UntoldNode(self.tree, path).text for path in labels)
        except GoneError:
            return ""

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


class UntoldNode(Node):
    """A thing that the app does not tell of by itself."""

    def __init__(self, tree, path):
        self.tree = tree
        self.bus = tree.bus
        self.path = path
        number, = self.ask("Accessible", "GetRole")
        states, = self.ask("Accessible", "GetState")
        self.role = ROLES.get(number, str(number))
        self.visible = bool(states[0] & 1 << STATES["visible"])
        self.name_then = self.get("Accessible", "Name")
        self.n_children = self.get("Accessible", "ChildCount")
