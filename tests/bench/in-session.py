# SPDX-FileCopyrightText: 2026 The Genlock authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs a benchmark that has a window, in an X server, a session and a home of its own: in-session.py PROGRAM ARGUMENT…"""

import os
import pathlib
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "ui"))
import driver


def main():
    if driver.INNER not in os.environ:
        return driver.outer("1920x1080")

    with tempfile.TemporaryDirectory(prefix="genlock-bench-") as folder:
        env = dict(os.environ, HOME=folder, GDK_BACKEND="x11", GSK_RENDERER="cairo", GSETTINGS_BACKEND="memory")
        for name in ("data", "config", "cache", "state"):
            env[f"XDG_{name.upper()}_HOME"] = f"{folder}/{name}"
        return subprocess.run(sys.argv[1:], env=env, stdout=int(os.environ[driver.INNER])).returncode


if __name__ == "__main__":
    sys.exit(main())
