#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Genlock authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A file manager's part in a drag: a small window from which the file that is its argument can be dragged. It says
"entered" when the pointer is where a press takes hold of the file, and while it drags "accepted" or "refused" whenever
what is under the pointer says that it takes the file or not."""

import sys

import gi

gi.require_version("Gtk", "4.0")
from gi.repository import Gdk, Gio, GLib, Gtk  # noqa: E402


def say(word):
    print(word, flush=True)


def drag_begin(source, drag):
    drag.connect("notify::selected-action", lambda *_: say("accepted" if drag.get_selected_action() else "refused"))


def activate(application):
    window = Gtk.ApplicationWindow(application=application, default_width=120, default_height=80, decorated=False)
    label = Gtk.Label(label="file")
    source = Gtk.DragSource(actions=Gdk.DragAction.COPY)
    uri = Gio.File.new_for_path(sys.argv[1]).get_uri() + "\r\n"
    content = Gdk.ContentProvider.new_for_bytes("text/uri-list", GLib.Bytes.new(uri.encode()))
    source.connect("prepare", lambda *_: content)
    source.connect("drag-begin", drag_begin)
    label.add_controller(source)
    pointer = Gtk.EventControllerMotion()
    pointer.connect("enter", lambda *_: say("entered"))
    label.add_controller(pointer)
    window.set_child(label)
    window.present()


program = Gtk.Application(application_id="org.genlock.Genlock.DragSource", flags=Gio.ApplicationFlags.NON_UNIQUE)
program.connect("activate", activate)
program.run([])
