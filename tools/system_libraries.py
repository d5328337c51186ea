"""The libraries of the system that Qt needs on Linux: which are missing, and how they get there.

Read by ``dev.py`` before anything is installed, so: standard library only. The list is what the Qt libraries of the
pinned ``pyside6-essentials`` and its off-screen, X11 and Wayland plugins ask the loader for.
"""

from __future__ import annotations

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libdrm.so.2": "libdrm2",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
"""What the loader is asked for, and the Debian and Ubuntu package that has it."""

BUS_PROGRAMS = {
    "at-spi2-core": "/usr/libexec/at-spi-bus-launcher",
    "dbus": "/usr/bin/dbus-run-session",
    "gir1.2-atspi-2.0": "/usr/lib/python3/dist-packages/gi",
    "python3-pyatspi": "/usr/lib/python3/dist-packages/pyatspi",
    "xvfb": "/usr/bin/Xvfb",
}
"""What the test with a screen reader's eyes needs: the Debian package, and a file of it that is looked for."""

INSTALL = ["apt-get", "install", "-y", "-qq", "--no-install-recommends"]


def loads(library: str) -> bool:
    """Tell whether the loader finds a shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing_packages() -> list[str]:
    """Name the Debian packages that this machine lacks: for Qt, and for making a virtual environment."""
    packages = [package for library, package in LIBRARIES.items() if not loads(library)]
    if importlib.util.find_spec("ensurepip") is None or importlib.util.find_spec("venv") is None:
        packages.append(f"python{sys.version_info.major}.{sys.version_info.minor}-venv")
    return packages


def as_root() -> list[str] | None:
    """Return what to put before a command so that root runs it, or None where nobody may without a password."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") is None:
        return None
    allowed = subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode == 0
    return ["sudo", "-n"] if allowed else None


def install(packages: list[str], prefix: list[str]) -> bool:
    """Install Debian packages as root, asking nothing; tell whether that went well."""
    quiet = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive"]
    subprocess.run([*quiet, "apt-get", "update", "-qq"], stdin=subprocess.DEVNULL, check=False)
    done = subprocess.run(
        [*quiet, *INSTALL, *packages], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        print(done.stdout)
    return done.returncode == 0


def missing_bus_packages() -> list[str]:
    """Name the Debian packages without which there is no accessibility bus to test with."""
    return [package for package, file in BUS_PROGRAMS.items() if not Path(file).exists()]


def provide_bus() -> None:
    """See to it that there is an accessibility bus to test with, where that can be done; the test says if not."""
    packages = missing_bus_packages() if sys.platform.startswith("linux") else []
    prefix = as_root() if packages and shutil.which("apt-get") else None
    if prefix is not None:
        print("Installing what the test with a screen reader needs: " + " ".join(packages), flush=True)
        install(packages, prefix)


def provide() -> str | None:
    """See to it that the libraries are there; return what the user has to be told where that cannot be done."""
    if not sys.platform.startswith("linux"):
        return None
    packages = missing_packages()
    if not packages:
        return None
    if shutil.which("apt-get") is None:
        print("Qt may not start: this machine lacks what Debian calls " + ", ".join(packages), flush=True)
        return None
    prefix = as_root()
    if prefix is not None:
        print("Installing the system libraries that Qt needs: " + " ".join(packages), flush=True)
        if install(packages, prefix):
            return None
    command = "apt-get update && sudo apt-get install -y --no-install-recommends " + " ".join(packages)
    return "System packages are missing. Type this, then start again:\n\n    sudo " + command
