# SPDX-FileCopyrightText: 2026 The Genlock authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The X server that a test has to itself: its windows, keyboard and pointer.

Events go in as a device would send them (the XTEST extension). After each burst the app is asked for a sign of life
(_NET_WM_PING) that it can give only when it has taken all events before, so nothing is ever sent to a window that is
about to go away."""

import select
import time

from Xlib import X, XK, Xatom, display, error
from Xlib.ext import xtest
from Xlib.protocol import event

MODIFIERS = {"ctrl": "Control_L", "shift": "Shift_L", "alt": "Alt_L", "super": "Super_L"}
SIGNS = {"\n": "Return", "\t": "Tab"}


class Screen:
    def __init__(self, deadline):
        self.deadline = deadline
        self.display = display.Display()
        self.root = self.display.screen().root
        self.root.change_attributes(event_mask=X.SubstructureNotifyMask)
        self.display.set_error_handler(lambda *_: None)
        self.pings = 0
        self.spare = None
        self.pid = None

    def atom(self, name):
        return self.display.intern_atom(name)

    # windows

    def windows(self):
        """The windows of the app that take the keyboard, the lowest first."""
        found = []
        for window in self.root.query_tree().children:
            try:
                attributes = window.get_attributes()
                if attributes.map_state != X.IsViewable or attributes.override_redirect:
                    continue
                pid = window.get_full_property(self.atom("_NET_WM_PID"), Xatom.CARDINAL)
                if pid and pid.value[0] == self.pid and window.get_full_property(self.atom("_NET_WM_NAME"), 0):
                    found.append(window)
            except (error.BadWindow, error.BadDrawable):
                continue
        return found

    def top(self):
        windows = self.windows()
        return windows[-1] if windows else None

    def owner(self, x, y):
        """The process whose window is to be seen there."""
        window = self.root.translate_coords(self.root, x, y).child
        try:
            pid = window.get_full_property(self.atom("_NET_WM_PID"), Xatom.CARDINAL) if window else None
        except error.BadWindow:
            return None
        return pid.value[0] if pid else None

    def name(self, window):
        try:
            name = window.get_full_property(self.atom("_NET_WM_NAME"), 0)
        except error.BadWindow:
            return ""
        return name.value.decode(errors="replace") if name else ""

    def is_dialog(self, window):
        try:
            return window.get_full_property(Xatom.WM_TRANSIENT_FOR, Xatom.WINDOW) is not None
        except error.BadWindow:
            return False

    def origin(self, name):
        """Where the content of the topmost window of that name begins: behind the shadow that GTK draws itself."""
        windows = self.windows()
        named = [window for window in windows if self.name(window) == name] or windows
        if not named:
            return 0, 0
        place = named[-1].translate_coords(self.root, 0, 0)
        shadow = named[-1].get_full_property(self.atom("_GTK_FRAME_EXTENTS"), Xatom.CARDINAL)
        left, top = (shadow.value[0], shadow.value[2]) if shadow else (0, 0)
        return left - place.x, top - place.y

    def dragged(self):
        """What names the last drag of any program; 0 before there was one."""
        owner = self.display.get_selection_owner(self.atom("XdndSelection"))
        return getattr(owner, "id", 0)

    # keyboard and pointer

    def settle(self):
        """Waits until the app has taken every event so far; at once when it has no window."""
        end = time.monotonic() + self.deadline
        while time.monotonic() < end:
            window = self.top()
            if window is None or self.ping(window, end):
                return True
        return False

    def ping(self, window, end):
        """Whether the app answered; False when the window went away before it did."""
        self.pings += 1
        ping = self.atom("_NET_WM_PING")
        window.send_event(event.ClientMessage(window=window, client_type=self.atom("WM_PROTOCOLS"),
                                              data=(32, [ping, self.pings, window.id, 0, 0])), event_mask=0)
        self.display.flush()
        while time.monotonic() < end:
            while self.display.pending_events():
                answer = self.display.next_event()
                if answer.type == X.ClientMessage and answer.data[1][0] == ping and answer.data[1][1] == self.pings:
                    return True
                if answer.type in (X.DestroyNotify, X.UnmapNotify) and answer.window.id == window.id:
                    return False
            select.select([self.display.fileno()], [], [], 0.2)
            if self.top() is None:
                return False
        return False

    def focus(self):
        """Gives the topmost window the keyboard, as nobody else does without a window manager."""
        window = self.top()
        if window is None:
            return
        focus = self.display.get_input_focus().focus
        if getattr(focus, "id", focus) != window.id:
            window.set_input_focus(X.RevertToParent, X.CurrentTime)
            self.settle()

    def code(self, sign):
        """The key for a keysym and whether it needs Shift; what the keyboard lacks is put on a spare key for good."""
        symbol = XK.string_to_keysym(SIGNS.get(sign, sign))
        if symbol == X.NoSymbol and len(sign) == 1:
            symbol = ord(sign) if ord(sign) < 256 else 0x01000000 | ord(sign)
        if symbol == X.NoSymbol:
            raise ValueError(f"no key {sign}")
        codes = [(index, code) for code, index in self.display.keysym_to_keycodes(symbol) if index < 2]
        if codes:
            index, code = min(codes)
            return code, index == 1
        if self.spare is None:
            first = self.display.display.info.min_keycode
            count = self.display.display.info.max_keycode - first + 1
            mapping = self.display.get_keyboard_mapping(first, count)
            self.spare = [first + number for number, symbols in enumerate(mapping) if not any(symbols)]
        code = self.spare.pop()
        self.display.change_keyboard_mapping(code, [[symbol, symbol]])
        self.display.sync()
        self.settle()
        while self.display.pending_events():
            taken = self.display.next_event()
            if taken.type == X.MappingNotify:
                self.display.refresh_keyboard_mapping(taken)
        return code, False

    def fake(self, kind, detail=0, x=0, y=0):
        xtest.fake_input(self.display, kind, detail, x=x, y=y)

    def press(self, combination):
        """A key with what is held beside it: "ctrl+shift+z"."""
        *held, sign = combination.split("+") if combination != "+" else ["+"]
        code, shifted = self.code(sign)
        around = [self.code(MODIFIERS[name])[0] for name in held]
        if shifted and "shift" not in held:
            around.append(self.code("Shift_L")[0])
        for modifier in around:
            self.fake(X.KeyPress, modifier)
        self.fake(X.KeyPress, code)
        self.fake(X.KeyRelease, code)
        for modifier in reversed(around):
            self.fake(X.KeyRelease, modifier)
        self.display.sync()

    def hold(self, name, down):
        self.fake(X.KeyPress if down else X.KeyRelease, self.code(MODIFIERS[name])[0])
        self.display.sync()

    def move(self, x, y):
        self.fake(X.MotionNotify, x=int(x), y=int(y))
        self.display.sync()

    def button(self, number, down):
        self.fake(X.ButtonPress if down else X.ButtonRelease, number)
        self.display.sync()
