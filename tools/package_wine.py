"""A Windows of our own for the checks: a fresh wine prefix with the test-only stand-ins that wine 8 lacks."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tools.package_ground import BUILD, INSTALLER, PackagingFailed, run
from tools.package_screen import Screen, screen

FOLDER = BUILD / "check" / "wine"
STUBS = INSTALLER / "windows" / "test-stubs"
LOCALES = BUILD / "check" / "locales"
_PATIENCE = 300
USER = "Anne-Françoise de la Vallée-Çelik van den Broeck"
"""Whoever works here has a long name, with spaces and accents, and so has every path of the program."""
LOCAL = f"C:\\users\\{USER}\\AppData\\Local"
PROGRAM = f"{LOCAL}\\Programs\\REDI Desktop"


class Windows:
    """The prefix: its drive, and ways to run something in it."""

    def __init__(self, shown: Screen) -> None:
        self.shown = shown
        self.environment = {
            "PATH": os.environ["PATH"], "HOME": str(FOLDER / "home"), "USER": USER, "LOGNAME": USER,
            "WINEPREFIX": str(FOLDER / "prefix"), "WINEARCH": "win64", "WINEDEBUG": "-all", "DISPLAY": shown.name,
            "WINEDLLOVERRIDES": "mscoree,mshtml=;winedbg.exe=d;mscms=n", "LC_ALL": "C.UTF-8", "LOCPATH": str(LOCALES),
        }  # fmt: skip

    def speak(self, language: str) -> None:
        """From now on programs find a Windows in this language (``fr``, ``nl``, ``de``)."""
        region = "DE" if language == "de" else "BE"  # there is no German of Belgium among Windows' own languages
        name = f"{language}_{region}.UTF-8"
        if not (LOCALES / name).exists():
            LOCALES.mkdir(parents=True, exist_ok=True)
            run("localedef", "-i", f"{language}_{region}", "-f", "UTF-8", LOCALES / name)
        self.environment["LC_ALL"] = name
        subprocess.run(["wineserver", "-k"], env=self.environment, check=False)

    def place(self, path: str) -> Path:
        """Where something of the C drive lies on this machine."""
        return FOLDER / "prefix" / "drive_c" / path.removeprefix("C:\\").replace("\\", "/")

    def temporary(self) -> Path:
        """Where programs lay what they need for a while: each wine has another place for it."""
        places = (self.place(f"{LOCAL}\\Temp"), self.place(f"C:\\users\\{USER}\\Temp"))
        return next((place for place in places if place.exists()), places[0])

    def run(self, *words: object, typed: str = "") -> tuple[int, str]:
        """Run a program; gives its exit status and what it printed. Wine wants pipes where others take files."""
        done = subprocess.run(
            ["wine", *map(str, words)], env=self.environment, input=typed.encode(), stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, timeout=_PATIENCE,
        )  # fmt: skip
        return done.returncode, done.stdout.decode(errors="replace").replace("\r\n", "\n")

    @contextmanager
    def started(self, *words: object) -> Iterator[subprocess.Popen[bytes]]:
        """A program that runs until the end of the block, if it does not end before."""
        program = subprocess.Popen(
            ["wine", *map(str, words)], env=self.environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )  # fmt: skip
        try:
            yield program
        finally:
            program.terminate()
            program.communicate(timeout=30)

    def registry(self, name: str) -> str:
        """A value of the program's entry in the list of programs; empty where there is none."""
        key = "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\REDI Desktop"
        status, said = self.run("reg", "query", key, "/v", name)
        return said.split("REG_SZ")[-1].strip() if status == 0 and "REG_SZ" in said else ""


@contextmanager
def fresh_windows() -> Iterator[Windows]:
    """Make a prefix that nothing was ever installed in; its server is ended whatever happens."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    (FOLDER / "home").mkdir(parents=True)
    with screen() as shown:
        windows = Windows(shown)
        run("wine", "wineboot", "-u", env=windows.environment)
        users = windows.place("C:\\users")
        if not (users / USER).exists():
            raise PackagingFailed(f"Wine made {sorted(path.name for path in users.iterdir())}, not a home for {USER}.")
        for source in sorted(STUBS.glob("*.c")):
            library = windows.place("C:\\windows\\system32") / f"{source.stem}.dll"
            options = ("-O2", "-shared", "-Wno-builtin-declaration-mismatch")
            run("x86_64-w64-mingw32-gcc", *options, "-o", library, source, "-ladvapi32")
        try:
            yield windows
        finally:
            subprocess.run(["wineserver", "-k"], env=windows.environment, check=False)
