# SPDX-FileCopyrightText: 2026 The Genlock authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Moves the real pointer as it is told, a line each: "move X Y", "press", "release"."""

import sys

from Xlib import X, display
from Xlib.ext import xtest


def main():
    screen = display.Display()
    for line in sys.stdin:
        word, *place = line.split()
        if word == "move":
            xtest.fake_input(screen, X.MotionNotify, x=int(place[0]), y=int(place[1]))
        else:
            xtest.fake_input(screen, X.ButtonPress if word == "press" else X.ButtonRelease, 1)
        screen.sync()


if __name__ == "__main__":
    main()
