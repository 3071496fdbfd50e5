# SPDX-FileCopyrightText: 2026 The Genlock authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the real app in a real window: its own X server, session bus and home, real pointer and keyboard events.

A file of tests, test-window-PAGE.py, is a list of functions that take a Driver:

    sys.path.insert(0, str(pathlib.Path(__file__).parent))
    import driver  # noqa: E402

    def adds_a_camera(d):
        d.open_sample()                                # or d.ctl("add", …) and d.start()
        d.click(d.find("push button", "New source"))   # role, then the name: all of it, or a compiled pattern
        d.find("table cell", "Name, SRC 39")
        d.type("CAM 7")
        d.key("Return")                                # or "ctrl+z", "F2", "shift+Down" …
        d.wait_query([("CAM 7",)], "SELECT name FROM sources WHERE label = 'SRC 39'")

    driver.main([adds_a_camera])

and a name in window_tests of meson.build. One case alone: GENLOCK=…/genlock GENLOCKCTL=…/genlockctl GENLOCK_DATA=data
/usr/bin/python3 tests/ui/test-window-PAGE.py adds_a_camera; GENLOCK_SCREENSHOTS=FOLDER keeps its pictures.

The driver waits for what it is told to wait for, with a deadline, and never for a time: find() until the thing is
there and drawn, gone() until it is not, wait_closed() until the dialogs are, wait_query() for the database,
wait_for() for anything else, click() until what is to be clicked stands still, key() and type() until the app has
taken all that was sent. Nothing is sent twice. A case ends with Ctrl+Q; the app has to end then, silently and with
status 0, so close the dialogs that you open.

Roles are AT-SPI's: push button, check box, text (what is typed in), label, list item, table cell, frame … d.outline()
prints what is there. A Node has name, text, description, has("sensitive"), box(), children()."""

import contextlib
import json
import os
import pathlib
import re
import select
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import traceback

# Long, because a machine may be busy with other things; nothing waits so long that works.
DEADLINE = float(os.environ.get("GENLOCK_TEST_DEADLINE", "60"))
INNER = "GENLOCK_TEST_INNER"
SAMPLE = os.path.join(os.environ.get("GENLOCK_DATA", ""), "sample-show.genlock")
FATAL = re.compile(r"WARNING|CRITICAL|ERROR \*\*|runtime error:|AddressSanitizer|LeakSanitizer")
# What the machine lacks, not the app: no theme settings, no portal, no session manager, no keymap of a window manager.
HARMLESS = re.compile(r"Unable to acquire session bus|portal|dconf|MESA|libEGL|a11y bus|Settings portal", re.I)
# libadwaita 1.7 says it of the heading of any AdwMessageDialog that has more than a word or two, in a bare program, too.
HEADING = re.compile(r"Trying to measure GtkLabel \S+ for width of \d+, but it needs at least \d+")
# The one leak that is GLib's: it leaves its table of 2048 quarks, 8 bytes each, for good when a program has more of them
# (quark_new() in glib/gquark.c says so). GLib keeps no frame pointers, so no suppression can name the function; the report
# has to be about that one block and nothing else.
QUARKS = re.compile(r"=+\n==\d+==ERROR: LeakSanitizer: detected memory leaks\n\nDirect leak of 16384 byte\(s\) in 1 object\(s\) "
                    r"allocated from:\n    #0 .* in (?:__interceptor_)?malloc .*\n    #1 .* in g_malloc \(.*libglib.*\n\n"
                    r"SUMMARY: AddressSanitizer: 16384 byte\(s\) leaked in 1 allocation\(s\)\.\n")
# What GTK has called otherwise since 4.8.
ALIASES = {"push button": ("push button", "toggle button"), "menu item": ("menu item", "check menu item", "radio menu item")}
# A person would wait for an animation; a test need not.
SETTINGS = "[Settings]\ngtk-enable-animations=0\n"


class Failed(Exception):
    pass


class WaitedInVain(Failed):
    """What was to come did not come in time, or something else came."""


def complaints(words):
    return [line for line in words.splitlines() if FATAL.search(line)
            and not HARMLESS.search(line) and not HEADING.search(line)]


def wait_for(what, condition, deadline=None):
    """The first true value of condition(), or Failed after the deadline."""
    from tree import GoneError
    end = time.monotonic() + (deadline or DEADLINE)
    while True:
        start = time.monotonic()
        try:
            value = condition()
        except GoneError:
            value = None
        if value:
            return value
        now = time.monotonic()
        if now > end:
            raise WaitedInVain(f"waited in vain for {what}")
        # The app needs time of its own to get where it is waited for: as much as the question took.
        time.sleep(max(0.02, now - start))


class Driver:
    """One app with one database, in the X server and the session of this process."""

    def __init__(self, folder, bus, screen):
        self.folder = pathlib.Path(folder)
        self.database = self.folder / "data" / "genlock" / "genlock.db"
        # Nothing is in it, so that a file chooser which opens here has nothing to sort: sorting leaks in GTK 4.8.
        self.home = self.folder / "home"
        self.bus = bus
        self.screen = screen
        self.process = None
        self.bus_name = None
        self.log = self.folder / "log.txt"
        self.spent = {}

    @contextlib.contextmanager
    def timed(self, what):
        start = time.monotonic()
        try:
            yield
        finally:
            count, seconds = self.spent.get(what, (0, 0))
            self.spent[what] = count + 1, seconds + time.monotonic() - start

    # the program

    def start(self, *arguments, environment=None, wait=True):
        """Starts the app, and waits for its window."""
        for name in ("data", "config", "cache", "state", "home"):
            (self.folder / name).mkdir(exist_ok=True)
        (self.folder / "config" / "gtk-4.0").mkdir(exist_ok=True)
        (self.folder / "config" / "gtk-4.0" / "settings.ini").write_text(SETTINGS)
        env = dict(os.environ,
                   XDG_DATA_HOME=str(self.folder / "data"), XDG_CONFIG_HOME=str(self.folder / "config"),
                   XDG_CACHE_HOME=str(self.folder / "cache"), XDG_STATE_HOME=str(self.folder / "state"),
                   HOME=str(self.home), GDK_BACKEND="x11", GSK_RENDERER="cairo", GSETTINGS_BACKEND="memory",
                   ADW_DISABLE_PORTAL="1", GTK_USE_PORTAL="0", GTK_A11Y="atspi", LANG="C.UTF-8", LC_ALL="C.UTF-8",
                   NO_AT_BRIDGE="0")
        env.pop("G_DEBUG", None)
        env.update(environment or {})
        from tree import Shape
        with self.timed("start"):
            with open(self.log, "ab") as output:
                self.process = subprocess.Popen([os.path.abspath(os.environ["GENLOCK"]), *map(str, arguments)], env=env,
                                                cwd=self.home, stdin=subprocess.DEVNULL, stdout=output, stderr=output)
            self.screen.pid = self.process.pid
            self.bus_name = None
            self.shape = Shape()
            self.looks = 0
            if wait:
                self.window()

    def open_sample(self):
        """Starts with the sample show, opened at its sources."""
        self.ctl("import", SAMPLE)
        self.start()
        self.click(self.find("list item", re.compile("Annual Summit")))
        self.find("table cell", "Name, SRC 1")

    def alive(self):
        return self.process is not None and self.process.poll() is None

    def stop(self):
        """Closes as a person does; the app has to end by itself, without a word."""
        with self.timed("stop"):
            if not self.alive():
                raise Failed(f"the app ended by itself with {self.process.returncode}\n{self.words()}")
            self.wait_closed()
            self.key("ctrl+q")
            try:
                code = self.process.wait(timeout=DEADLINE)
            except subprocess.TimeoutExpired:
                raise WaitedInVain("the app does not close")
        self.process = None
        words = QUARKS.sub("", self.words())
        if code != 0 and (words == self.words() or FATAL.search(words)):
            raise Failed(f"the app ended with {code}\n{self.words()}")
        if complaints(words):
            raise Failed("the app complained:\n" + self.words())

    def wait_closed(self):
        """Until no dialog is left: one that still saves, or asks, has the keyboard until it is closed."""
        wait_for("the dialogs to close", lambda: not any(map(self.screen.is_dialog, self.screen.windows())))

    def kill(self):
        if self.alive():
            self.process.send_signal(signal.SIGKILL)
            self.process.wait()
        self.process = None

    def words(self):
        return self.log.read_text(errors="replace") if self.log.exists() else ""

    # the accessible tree

    def tree(self):
        """The tree as it is now; None before the app has one."""
        from tree import GoneError, Tree
        with self.timed("tree"):
            if not self.alive():
                raise Failed(f"the app ended by itself with {self.process and self.process.returncode}\n{self.words()}")
            try:
                self.bus_name = self.bus_name or self.bus.application(self.process.pid)
                return Tree(self.bus, self.bus_name, self.shape) if self.bus_name else None
            except GoneError:
                return None

    def window(self):
        """The first window, waited for."""
        def first():
            tree = self.tree()
            return next((root for root in tree.roots if root.showing), None) if tree else None
        return wait_for("a window", first)

    def look(self, role=None, name=None, inside=None, showing=True):
        """All nodes of that role and name (text, or a compiled pattern).

        One child hidden and one shown at once look as if nothing had changed, so now and then all is asked for anew."""
        self.looks += 1
        if self.looks % 5 == 0:
            self.shape.forget()
        if hasattr(name, "search"):
            matches = name.search
        else:
            matches = (lambda text: text == name) if name is not None else (lambda text: True)
        roles = ALIASES.get(role, (role,)) if isinstance(role, str) else role
        tree = self.tree()
        found = tree.select(roles, matches, inside) if tree else []
        return [node for node in found if node.showing] if showing else found

    def find(self, role=None, name=None, inside=None, showing=True, deadline=None):
        """The first such node, waited for."""
        with self.timed("find"):
            return wait_for(f"a {role or 'thing'} “{getattr(name, 'pattern', name)}”",
                            lambda: next(iter(self.look(role, name, inside, showing)), None), deadline)

    def gone(self, role=None, name=None, deadline=None):
        with self.timed("find"):
            wait_for(f"no {role or 'thing'} “{getattr(name, 'pattern', name)}”",
                     lambda: not self.look(role, name), deadline)

    def outline(self):
        tree = self.tree()
        return tree.outline() if tree else ""

    # pointer and keyboard

    def handle(self):
        """The window that stands on top, for comparison with a later one."""
        window = self.screen.top()
        return window.id if window else None

    def key(self, *keys):
        """Presses keys one after another: "Return", "ctrl+shift+z", "F2", "a" …"""
        with self.timed("key"):
            for key in keys:
                self.screen.focus()
                self.screen.press(key)
                self.settle()

    def type(self, text):
        with self.timed("key"):
            self.screen.focus()
            for sign in text:
                self.screen.press(sign)
            self.settle()

    def settle(self):
        """Until the app has taken every event."""
        if not self.screen.settle() and self.alive():
            raise Failed(f"the app takes no events for {DEADLINE} s")

    def point(self, where):
        """On the screen, once it stands still: a list that has just been filled is laid out anew."""
        if not hasattr(where, "box"):
            return where
        def still():
            before, after = where.box(), where.box()
            return after if before == after else None
        x, y, width, height = wait_for(f"“{where.name_then}” to stand still", still)
        # GTK counts from the content of the window; since 4.10 it misses the borders and paddings around a node on the way
        # there, too, which no test can make up for but the window's own.
        window = where.root()
        left, top = self.screen.origin(window.name_then)
        window_x, window_y, _, _ = window.box()
        return left - window_x + x + width // 2, top - window_y + y + height // 2

    def click(self, where, button=1, times=1, modifier=None):
        """On a node, or at a place on the screen."""
        with self.timed("click"):
            x, y = self.point(where)
            self.screen.move(x, y)
            if modifier:
                self.screen.hold(modifier, True)
            for _ in range(times):
                self.screen.button(button, True)
                self.screen.button(button, False)
            if modifier:
                self.screen.hold(modifier, False)
            self.settle()

    def drag(self, start, end, steps=20, drop=True):
        """From a node whose content is dragged, a place on the screen or a DraggedFile, which is let go when what is under it says that it takes it.
        Without drop it is held there until drop()."""
        file = start if isinstance(start, DraggedFile) else None
        with self.timed("click"):
            x0, y0 = self.point(file.place if file else start)
            x1, y1 = self.point(end)
            if file:
                wait_for("the window to drag from", lambda: self.screen.owner(x0, y0) == file.program.pid)
            self.screen.move(x0, y0)
            if file:
                self.tremble(x0, y0, "the file to be under the pointer", lambda: file.says() == "entered")
                self.screen.move(x0, y0)
            dragged = self.screen.dragged()
            self.screen.button(1, True)
            for step in range(1, steps + 1):
                self.screen.move(x0 + (x1 - x0) * step // steps, y0 + (y1 - y0) * step // steps)
                self.settle()
            if hasattr(start, "box"):
                self.tremble(x1, y1, "the drag to begin", lambda: self.screen.dragged() not in (dragged, 0))
            if file:
                self.tremble(x1, y1, "the drop to be accepted", file.is_accepted)
            else:
                self.linger(x1, y1)
        if drop:
            self.drop()

    def drop(self):
        """Lets go of what is dragged."""
        with self.timed("click"):
            self.screen.button(1, False)
            self.settle()

    def linger(self, x, y):
        """Keeps the pointer there as a hand does: GTK 4.18 looks under a drag within its own program some movements later."""
        for step in range(8, -1, -1):
            self.screen.move(x + step % 2, y)
            self.settle()

    def tremble(self, x, y, what, condition):
        """Moves the pointer to and fro by a pixel, as a hand does, until the condition is true: GTK asks what is under the
        pointer only when it moves, and 4.18 answers a drag twice for each movement, at last perhaps with no for yes."""
        tremor = 0

        def moved():
            nonlocal tremor
            if condition():
                return True
            tremor = 1 - tremor
            self.screen.move(x + tremor, y)
            self.settle()
            return False

        wait_for(what, moved)

    def screenshot(self, name):
        folder = os.environ.get("GENLOCK_SCREENSHOTS")
        if folder:
            subprocess.run(["import", "-window", "root", f"{folder}/{name}.png"], check=False, timeout=DEADLINE)

    # the clipboard, as another program would use it

    def set_clipboard(self, text):
        process = subprocess.Popen(["xclip", "-selection", "clipboard", "-loops", "0"], stdin=subprocess.PIPE)
        process.communicate(text.encode(), timeout=DEADLINE)

    def get_clipboard(self):
        with self.timed("clipboard"):
            return subprocess.run(["xclip", "-selection", "clipboard", "-o"], capture_output=True,
                                  timeout=DEADLINE).stdout.decode()

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
        """Until the database says exactly these rows."""
        last = []
        def same():
            last[:] = self.query(sql, *parameters)
            return last == expected
        try:
            with self.timed("query"):
                wait_for("the database", same)
        except WaitedInVain:
            raise WaitedInVain(f"expected {expected}, the database says {last}: {sql}")

    def ctl(self, *arguments, code=0):
        with self.timed("ctl"):
            done = subprocess.run([os.environ["GENLOCKCTL"], "--database", str(self.database), *map(str, arguments)],
                                  capture_output=True, text=True, timeout=120)
        if done.returncode != code:
            raise Failed(f"genlockctl {' '.join(map(str, arguments))}: {done.returncode} {done.stderr}")
        return done.stdout

    def ctl_json(self, *arguments):
        return json.loads(self.ctl("--json", *arguments))


class DraggedFile:
    """Another program whose small window, top left, drags a file out: with dragged_file(path) as file: d.drag(file, …)."""

    place = 60, 40

    def __init__(self, path):
        self.program = subprocess.Popen([sys.executable, str(pathlib.Path(__file__).parent / "drag-source.py"), path],
                                        env=dict(os.environ, GDK_BACKEND="x11", GSK_RENDERER="cairo", GTK_A11Y="none"),
                                        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.said = b""

    def says(self):
        """Its last word so far."""
        while select.select([self.program.stdout], [], [], 0)[0]:
            more = os.read(self.program.stdout.fileno(), 1024)
            if not more:
                raise Failed("the program to drag from has ended")
            self.said += more
        words = self.said.decode().split()
        return words[-1] if words else None

    def is_accepted(self):
        """Whether what is under the pointer takes it, and says nothing else for a while."""
        end = time.monotonic() + 0.15
        before = -1
        while self.says() == "accepted" and (before == len(self.said) or before < 0):
            before = len(self.said)
            if time.monotonic() > end:
                return True
            time.sleep(0.01)
        return False


@contextlib.contextmanager
def dragged_file(path):
    file = DraggedFile(path)
    try:
        yield file
    finally:
        file.program.kill()
        file.program.wait()
        file.program.stdout.close()


def run_one(test, number, bus, screen):
    """One case; where it waited in vain while the app was well, once more: the pointer is not where a hand would have been
    when a busy machine moved a button under it. What the app does wrong it does wrong twice."""
    if (result := attempt(test, bus, screen)) is WaitedInVain:
        print(f"# {test.__name__} waited in vain, and is tried once more", flush=True)
        result = attempt(test, bus, screen)
    print(f"{'ok' if result is None else 'not ok'} {number} {test.__name__}", flush=True)
    return result is None


def attempt(test, bus, screen):
    """None, or the kind of failure."""
    folder = tempfile.mkdtemp(prefix="genlock-ui-")
    driver = Driver(folder, bus, screen)
    start = time.monotonic()
    try:
        test(driver)
        if driver.alive():
            driver.stop()
        return None
    except Exception as problem:
        kind = type(problem)
        if not driver.alive() or complaints(driver.words()):
            kind = Failed
        for line in f"{problem}\n{traceback.format_exc()}\n{driver.words()}".splitlines():
            print("# " + line)
        try:
            driver.screenshot(f"failed-{test.__name__}")
            if driver.alive():
                windows = [screen.name(window) for window in screen.windows()]
                print(f"# windows, the topmost last: {windows}")
                print("# " + "\n# ".join(driver.outline().splitlines()))
        except Exception as further:
            print(f"# {further}")
        return kind
    finally:
        parts = ", ".join(f"{count} × {name} {seconds:.1f}" for name, (count, seconds) in driver.spent.items())
        print(f"# {time.monotonic() - start:.1f} s: {parts}", flush=True)
        # A case that failed may have left it pressed.
        screen.button(1, False)
        driver.kill()
        shutil.rmtree(folder, ignore_errors=True)


def inner(tests):
    from screen import Screen
    from tree import Bus
    sys.stdout = os.fdopen(int(os.environ[INNER]), "w")
    chosen = [test for test in tests if len(sys.argv) < 2 or test.__name__ in sys.argv[1:]]
    print(f"1..{len(chosen)}", flush=True)
    bus, screen = Bus(DEADLINE), Screen(DEADLINE)
    results = [run_one(test, number, bus, screen) for number, test in enumerate(chosen, 1)]
    return 0 if results and all(results) else 1


def session_config(folder):
    """A session that knows the accessible tree and nothing else, whatever is installed here."""
    shares = os.environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"
    for share in [*shares.split(":"), "/usr/share"]:
        service = pathlib.Path(share) / "dbus-1" / "services" / "org.a11y.Bus.service"
        if service.exists():
            break
    else:
        raise FileNotFoundError("org.a11y.Bus.service is not there: is at-spi2-core installed?")
    services = folder / "services"
    services.mkdir()
    lines = [line for line in service.read_text().splitlines() if not line.startswith("SystemdService")]
    (services / service.name).write_text("\n".join(lines) + "\n")
    config = folder / "session.conf"
    config.write_text(f"""<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-BUS Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir={folder}</listen>
  <auth>EXTERNAL</auth>
  <servicedir>{services}</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
""")
    return config


def outer(size):
    """An X server on a number that it chooses itself, a session bus, and this program again inside both."""
    with tempfile.TemporaryDirectory(prefix="genlock-x-") as name:
        folder = pathlib.Path(name)
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
        runtime = folder / "runtime"
        runtime.mkdir(mode=0o700)
        env = dict(os.environ, DISPLAY=f":{number.decode().strip()}", XDG_RUNTIME_DIR=str(runtime), HOME=name,
                   LIBGL_ALWAYS_SOFTWARE="1")
        # What the services of the session print must not stand between the lines of TAP.
        tap = os.dup(1)
        env[INNER] = str(tap)
        # G_DEBUG would end the driver and the services of its session at their own warnings, too.
        for variable in ("WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "AT_SPI_BUS_ADDRESS", "G_DEBUG"):
            env.pop(variable, None)
        try:
            return subprocess.run(["dbus-run-session", f"--config-file={session_config(folder)}", "--", sys.executable,
                                   os.path.abspath(sys.argv[0]), *sys.argv[1:]],
                                  env=env, pass_fds=[tap], stdout=subprocess.DEVNULL,
                                  stderr=None if os.environ.get("GENLOCK_TEST_VERBOSE") else subprocess.DEVNULL).returncode
        finally:
            server.terminate()
            server.wait()


def main(tests, size="1280x800"):
    sys.exit(inner(tests) if os.environ.get(INNER) else outer(size))
