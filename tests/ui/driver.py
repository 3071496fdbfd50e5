# SPDX-FileCopyrightText: 2026 The Genlock authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the real app in a real window: its own X server, session bus and home, real pointer and keyboard events.

A test is a function that takes a Driver; main() runs those that it is given and prints TAP. The driver waits for what
it is told to wait for, with a deadline, and never for a time."""

import contextlib
import json
import os
import pathlib
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import traceback

DEADLINE = float(os.environ.get("GENLOCK_TEST_DEADLINE", "30"))
INNER = "GENLOCK_TEST_INNER"
FATAL = re.compile(r"WARNING|CRITICAL|ERROR \*\*|runtime error:|AddressSanitizer|LeakSanitizer")
# What the machine lacks, not the app: no theme settings, no portal, no session manager, no keymap of a window manager.
HARMLESS = re.compile(r"Unable to acquire session bus|portal|dconf|MESA|libEGL|a11y bus|Settings portal", re.I)


class Failed(Exception):
    pass


def wait_for(what, condition, deadline=None):
    """The first true value of condition(), or Failed after the deadline."""
    end = time.monotonic() + (deadline or DEADLINE)
    while True:
        try:
            value = condition()
        except GoneError:
            value = None
        if value:
            return value
        if time.monotonic() > end:
            raise Failed(f"waited in vain for {what}")
        Atspi_iterate()


def Atspi_iterate():
    """Lets messages come in for a moment; returns at once when there are any."""
    from gi.repository import GLib
    context = GLib.MainContext.default()
    source = GLib.timeout_add(15, lambda: False)
    context.iteration(True)
    while context.pending():
        context.iteration(False)
    leftover = context.find_source_by_id(source)
    if leftover and not leftover.is_destroyed():
        GLib.source_remove(source)


class GoneError(Exception):
    pass


class Node:
    """A thing in the accessible tree."""

    def __init__(self, accessible):
        self.accessible = accessible

    def _ask(self, function):
        from gi.repository import GLib
        try:
            return function(self.accessible)
        except GLib.Error as error:
            raise GoneError(str(error))

    @property
    def name(self):
        return self._ask(lambda a: a.get_name()) or ""

    @property
    def description(self):
        return self._ask(lambda a: a.get_description()) or ""

    @property
    def role(self):
        return self._ask(lambda a: a.get_role_name())

    @property
    def text(self):
        from gi.repository import Atspi
        def get(accessible):
            interface = accessible.get_text_iface()
            return Atspi.Text.get_text(interface, 0, Atspi.Text.get_character_count(interface)) if interface else ""
        return self._ask(get)

    def has(self, state):
        from gi.repository import Atspi
        return self._ask(lambda a: a.get_state_set().contains(getattr(Atspi.StateType, state.upper())))

    @property
    def showing(self):
        """GTK 4.8 says SHOWING of windows only; what is not drawn has no size."""
        x, y, width, height = self.box()
        return width > 1 and height > 1

    def children(self):
        count = self._ask(lambda a: a.get_child_count())
        nodes = []
        for index in range(count):
            child = self._ask(lambda a: a.get_child_at_index(index))
            if child is not None:
                nodes.append(Node(child))
        return nodes

    def walk(self):
        yield self
        for child in self.children():
            yield from child.walk()

    def box(self):
        """x, y, width, height in the window."""
        from gi.repository import Atspi
        def get(accessible):
            component = accessible.get_component_iface()
            return component.get_extents(Atspi.CoordType.WINDOW) if component else None
        extents = self._ask(get)
        return (extents.x, extents.y, extents.width, extents.height) if extents else (0, 0, 0, 0)

    def centre(self):
        x, y, width, height = self.box()
        return x + width // 2, y + height // 2

    def act(self, index=0):
        from gi.repository import Atspi
        self._ask(lambda a: Atspi.Action.do_action(a.get_action_iface(), index))

    def outline(self, depth=0):
        lines = [f"{'  ' * depth}{self.role} “{self.name}”" + (" showing" if self.showing else "")]
        for child in self.children():
            lines.append(child.outline(depth + 1))
        return "\n".join(lines)


class Driver:
    """One app with one database, in the X server and the session of this process."""

    def __init__(self, folder, size=(1280, 800)):
        self.folder = pathlib.Path(folder)
        self.database = self.folder / "data" / "genlock" / "genlock.db"
        self.size = size
        self.process = None
        self.log = self.folder / "log.txt"

    # the program

    def start(self, *arguments, environment=None, wait=True):
        for name in ("data", "config", "cache", "state"):
            (self.folder / name).mkdir(exist_ok=True)
        env = dict(os.environ,
                   XDG_DATA_HOME=str(self.folder / "data"), XDG_CONFIG_HOME=str(self.folder / "config"),
                   XDG_CACHE_HOME=str(self.folder / "cache"), XDG_STATE_HOME=str(self.folder / "state"),
                   HOME=str(self.folder), GDK_BACKEND="x11", GSK_RENDERER="cairo", GSETTINGS_BACKEND="memory",
                   ADW_DISABLE_PORTAL="1", GTK_USE_PORTAL="0", GTK_A11Y="atspi", LANG="C.UTF-8", LC_ALL="C.UTF-8",
                   NO_AT_BRIDGE="0")
        env.pop("G_DEBUG", None)
        env.update(environment or {})
        self.output = open(self.log, "ab")
        self.process = subprocess.Popen([os.environ["GENLOCK"], *map(str, arguments)], env=env, stdin=subprocess.DEVNULL,
                                        stdout=self.output, stderr=self.output)
        if wait:
            self.window()

    def alive(self):
        return self.process is not None and self.process.poll() is None

    def stop(self):
        """Closes as a person does; the app has to end by itself, without a word."""
        if not self.alive():
            raise Failed(f"the app ended by itself with {self.process.returncode}\n{self.words()}")
        # A dialog that is just closing may take the key with it.
        for _ in range(3):
            self.key("ctrl+q")
            try:
                code = self.process.wait(timeout=DEADLINE / 2)
                break
            except subprocess.TimeoutExpired:
                continue
        else:
            self.kill()
            raise Failed("the app does not close")
        self.output.close()
        self.process = None
        if code != 0:
            raise Failed(f"the app ended with {code}\n{self.words()}")
        complaints = [line for line in self.words().splitlines() if FATAL.search(line) and not HARMLESS.search(line)]
        if complaints:
            raise Failed("the app complained:\n" + self.words())

    def kill(self):
        if self.alive():
            self.process.send_signal(signal.SIGKILL)
            self.process.wait()
        self.process = None

    def words(self):
        return self.log.read_text(errors="replace") if self.log.exists() else ""

    # the accessible tree

    def application(self):
        from gi.repository import Atspi
        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(index)
            if child is not None and child.get_process_id() == self.process.pid:
                return Node(child)
        if not self.alive():
            raise Failed(f"the app ended with {self.process.returncode}\n{self.words()}")
        return None

    def window(self):
        def first():
            application = self.application()
            frames = application.children() if application else []
            return next((frame for frame in frames if frame.showing), None)
        return wait_for("a window", first)

    def look(self, role=None, name=None, inside=None, showing=True):
        """All nodes of that role and name (text, or a compiled pattern)."""
        found = []
        roots = [inside] if inside else (self.application().children() if self.application() else [])
        for root in roots:
            for node in root.walk():
                try:
                    if role and node.role != role:
                        continue
                    if name is not None and not (name.search(node.name) if hasattr(name, "search") else node.name == name):
                        continue
                    if showing and not node.showing:
                        continue
                    found.append(node)
                except GoneError:
                    continue
        return found

    def find(self, role=None, name=None, inside=None, showing=True, deadline=None):
        """The first such node, waited for."""
        return wait_for(f"a {role or 'thing'} “{name}”",
                        lambda: next(iter(self.look(role, name, inside, showing)), None), deadline)

    def gone(self, role=None, name=None, deadline=None):
        wait_for(f"no {role or 'thing'} “{name}”", lambda: not self.look(role, name), deadline)

    # pointer and keyboard

    def xdotool(self, *arguments):
        subprocess.run(["xdotool", *map(str, arguments)], check=True, timeout=DEADLINE, stdout=subprocess.DEVNULL)

    def handle(self):
        """The window that stands on top; tooltips and popovers have no name."""
        out = subprocess.run(["xdotool", "search", "--onlyvisible", "--all", "--pid", str(self.process.pid), "--name", "."],
                             capture_output=True, text=True, timeout=DEADLINE).stdout.split()
        return out[-1] if out else None

    def focus(self):
        """Without a window manager nobody else gives the window the keyboard."""
        handle = self.handle()
        if handle:
            subprocess.run(["xdotool", "windowfocus", handle], timeout=DEADLINE, stderr=subprocess.DEVNULL)

    def key(self, *keys):
        self.focus()
        self.xdotool("key", "--clearmodifiers", *keys)

    def type(self, text):
        self.focus()
        self.xdotool("type", "--clearmodifiers", "--delay", "1", text)

    def move(self, x, y):
        self.xdotool("mousemove", x, y)

    def point(self, where):
        """On the screen: the content of a window stands behind the border that GTK draws without a window manager."""
        if not isinstance(where, Node):
            return where
        x, y = where.centre()
        _, _, width, height = self.window().box()
        return x + (self.size[0] - width) // 2, y + (self.size[1] - height) // 2

    def click(self, where, button=1, times=1, modifier=None):
        x, y = self.point(where)
        if modifier:
            self.xdotool("keydown", modifier)
        self.xdotool("mousemove", x, y, "click", "--repeat", times, "--delay", "20", button)
        if modifier:
            self.xdotool("keyup", modifier)

    def drag(self, start, end, steps=20):
        x0, y0 = self.point(start)
        x1, y1 = self.point(end)
        self.xdotool("mousemove", x0, y0, "mousedown", 1)
        for step in range(1, steps + 1):
            self.xdotool("mousemove", x0 + (x1 - x0) * step // steps, y0 + (y1 - y0) * step // steps)
        self.xdotool("mouseup", 1)

    def screenshot(self, name):
        folder = os.environ.get("GENLOCK_SCREENSHOTS")
        if folder:
            subprocess.run(["import", "-window", "root", f"{folder}/{name}.png"], check=False, timeout=DEADLINE)

    # the clipboard, as another program would use it

    def set_clipboard(self, text):
        process = subprocess.Popen(["xclip", "-selection", "clipboard", "-loops", "0"], stdin=subprocess.PIPE)
        process.communicate(text.encode(), timeout=DEADLINE)

    def get_clipboard(self):
        return subprocess.run(["xclip", "-selection", "clipboard", "-o"], capture_output=True, timeout=DEADLINE).stdout.decode()

    # the database, read beside the app

    def query(self, sql, *parameters):
        if not self.database.exists():
            return []
        connection = sqlite3.connect(f"file:{self.database}?mode=ro", uri=True, timeout=5)
        try:
            return connection.execute(sql, parameters).fetchall()
        except sqlite3.OperationalError as error:
            if "no such table" in str(error):
                return []
            raise
        finally:
            connection.close()

    def wait_query(self, expected, sql, *parameters):
        last = []
        def same():
            last[:] = self.query(sql, *parameters)
            return last == expected
        try:
            wait_for("the database", same)
        except Failed:
            raise Failed(f"expected {expected}, the database says {last}: {sql}")

    def ctl(self, *arguments, code=0):
        done = subprocess.run([os.environ["GENLOCKCTL"], "--database", str(self.database), *map(str, arguments)],
                              capture_output=True, text=True, timeout=120)
        if done.returncode != code:
            raise Failed(f"genlockctl {' '.join(map(str, arguments))}: {done.returncode} {done.stderr}")
        return done.stdout

    def ctl_json(self, *arguments):
        return json.loads(self.ctl("--json", *arguments))


@contextlib.contextmanager
def dragged_file(path):
    """Another program whose small window, top left, drags a file out; yields where to take hold of it."""
    program = subprocess.Popen([sys.executable, str(pathlib.Path(__file__).parent / "drag-source.py"), path],
                               env=dict(os.environ, GDK_BACKEND="x11", GSK_RENDERER="cairo", GTK_A11Y="none"),
                               stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        if program.stdout.readline().strip() != "shown":
            raise Failed("the window to drag from does not open")
        yield 60, 40
    finally:
        program.kill()
        program.wait()


def run_one(test, number):
    folder = tempfile.mkdtemp(prefix="genlock-ui-")
    driver = Driver(folder)
    try:
        test(driver)
        if driver.alive():
            driver.stop()
        print(f"ok {number} {test.__name__}", flush=True)
        return True
    except Exception as problem:
        print(f"not ok {number} {test.__name__}")
        for line in f"{problem}\n{traceback.format_exc()}\n{driver.words()}".splitlines():
            print("# " + line)
        try:
            driver.screenshot(f"failed-{test.__name__}")
            if driver.alive():
                print("# " + "\n# ".join(driver.window().outline().splitlines()[:300]))
        except Exception as further:
            print(f"# {further}")
        sys.stdout.flush()
        return False
    finally:
        driver.kill()
        shutil.rmtree(folder, ignore_errors=True)


def inner(tests):
    sys.stdout = os.fdopen(int(os.environ[INNER]), "w")
    import gi
    gi.require_version("Atspi", "2.0")
    from gi.repository import Atspi
    Atspi.init()
    chosen = [test for test in tests if len(sys.argv) < 2 or test.__name__ in sys.argv[1:]]
    print(f"1..{len(chosen)}", flush=True)
    results = [run_one(test, number) for number, test in enumerate(chosen, 1)]
    return 0 if all(results) else 1


def outer(size):
    """An X server on a number that it chooses itself, a session bus, and this program again inside both."""
    with tempfile.TemporaryDirectory(prefix="genlock-x-") as folder:
        reader, writer = os.pipe()
        server = subprocess.Popen(["Xvfb", "-displayfd", str(writer), "-screen", "0", f"{size}x24", "-nolisten", "tcp",
                                   "-noreset"], pass_fds=[writer], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(writer)
        number = b""
        while not number.endswith(b"\n"):
            more = os.read(reader, 16)
            if not more:
                print("Bail out! Xvfb does not start")
                return 1
            number += more
        runtime = pathlib.Path(folder) / "runtime"
        runtime.mkdir(mode=0o700)
        env = dict(os.environ, DISPLAY=f":{number.decode().strip()}", XDG_RUNTIME_DIR=str(runtime), HOME=folder,
                   LIBGL_ALWAYS_SOFTWARE="1")
        # What the services of the session print must not stand between the lines of TAP.
        tap = os.dup(1)
        env[INNER] = str(tap)
        # G_DEBUG would end the driver and the services of its session at their own warnings, too.
        for name in ("WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "AT_SPI_BUS_ADDRESS", "G_DEBUG"):
            env.pop(name, None)
        try:
            return subprocess.run(["dbus-run-session", "--", sys.executable, os.path.abspath(sys.argv[0]), *sys.argv[1:]],
                                  env=env, pass_fds=[tap], stdout=subprocess.DEVNULL,
                                  stderr=None if os.environ.get("GENLOCK_TEST_VERBOSE") else subprocess.DEVNULL).returncode
        finally:
            server.terminate()
            server.wait()


def main(tests, size="1280x800"):
    sys.exit(inner(tests) if os.environ.get(INNER) else outer(size))
