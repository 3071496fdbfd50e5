# SPDX-FileCopyrightText: 2026 The Genlock authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Moves the real pointer as it is told, a line each: "move X Y", "press [BUTTON]", "release [BUTTON]", "hold KEY", "let KEY"."""

import sys

from Xlib import XK, X, display
from Xlib.ext import xtest

BUTTONS = {"press": X.ButtonPress, "release": X.ButtonRelease}
KEYS = {"hold": X.KeyPress, "let": X.KeyRelease}


def main():
    screen = display.Display()
    for line in sys.stdin:
        word, *rest = line.split()
        if word == "move":
            xtest.fake_input(screen, X.MotionNotify, x=int(rest[0]), y=int(rest[1]))
        elif word in KEYS:
            xtest.fake_input(screen, KEYS[word], screen.keysym_to_keycode(XK.string_to_keysym(rest[0])))
        else:
            xtest.fake_input(screen, BUTTONS[word], int(rest[0]) if rest else 1)
        screen.sync()


if __name__ == "__main__":
    main()
