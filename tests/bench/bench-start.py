# SPDX-FileCopyrightText: 2026 The Genlock authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long the app takes from its start to the first frame with the rows of a show of 60 sources, open as last time,
against a bare window of libadwaita: bench-start.py [RUNS]

Each has a process of its own in one X server and one session, with a home of its own; they take turns, and both are
watched by the same probe. Prints medians and their ratio; needs GENLOCK, BARE, PROBE and MAKE_SHOW in the environment."""

import os
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "ui"))
import driver

RUNS = int(sys.argv[1]) if len(sys.argv) > 1 else 21
SOURCES = 60
LIMIT = 1.5
DEADLINE = 60


class Starter:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.env = dict(os.environ, HOME=folder, GDK_BACKEND="x11", GSK_RENDERER="cairo", GSETTINGS_BACKEND="keyfile",
                        LD_PRELOAD=os.environ["PROBE"])
        for name in ("data", "config", "cache", "state"):
            (self.folder / name).mkdir()
            self.env[f"XDG_{name.upper()}_HOME"] = str(self.folder / name)
        show = self.make_show()
        settings = self.folder / "config" / "glib-2.0" / "settings"
        settings.mkdir(parents=True)
        (settings / "keyfile").write_text(f"[org/genlock/Genlock]\nlast-show='{show}'\n")

    def make_show(self):
        database = self.folder / "data" / "genlock" / "genlock.db"
        database.parent.mkdir()
        return subprocess.run([os.environ["MAKE_SHOW"], str(database), str(SOURCES)], capture_output=True, check=True,
                              text=True).stdout.strip()

    def start(self, program, rows):
        """Milliseconds to the first frame, to the first with the rows, and of the processor until then: of all threads,
        and of the one that draws."""
        env = dict(self.env, GENLOCK_BENCH_ROWS=str(rows), GENLOCK_BENCH_START=str(time.monotonic_ns() // 1000))
        process = subprocess.run([program], env=env, capture_output=True, text=True, timeout=DEADLINE)
        frames = re.search(r"^FRAMES (\S+) (\S+) (\S+) (\S+)$", process.stderr, re.M)
        if not frames or process.returncode != 0:
            raise driver.Failed(f"{program} ended with {process.returncode}\n{process.stderr}")
        return tuple(map(float, frames.groups()))


def bench(starter):
    app, bare = [], []
    for run in range(-2, RUNS):
        # The first ones start the services of the session and fill the caches of the system.
        for results, program, rows in ((bare, "BARE", 0), (app, "GENLOCK", SOURCES)):
            result = starter.start(os.environ[program], rows)
            if run >= 0:
                results.append(result)

    def median(results, place):
        return statistics.median(result[place] for result in results)

    for name, results in (("bare window", bare), ("genlock", app)):
        print(f"{name}: first frame {median(results, 0):.0f} ms, with what it has to show {median(results, 1):.0f} ms"
              f" ({min(r[1] for r in results):.0f} to {max(r[1] for r in results):.0f}),"
              f" of the processor {median(results, 2):.0f} ms, of its main thread {median(results, 3):.0f} ms; {len(results)} runs", flush=True)
    print(f"cold start with {SOURCES} sources: ratio {median(app, 1) / median(bare, 1):.2f} (limit {LIMIT}),"
          f" of the processor {median(app, 2) / median(bare, 2):.2f},"
          f" of neighbours {statistics.median(a[1] / b[1] for a, b in zip(app, bare)):.2f}", flush=True)


def main():
    if driver.INNER not in os.environ:
        return driver.outer("1920x1080")

    sys.stdout = os.fdopen(int(os.environ[driver.INNER]), "w")
    with tempfile.TemporaryDirectory(prefix="genlock-start-") as folder:
        bench(Starter(folder))
    return 0


if __name__ == "__main__":
    sys.exit(main())
