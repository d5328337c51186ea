"""The dialogs that a setup shows under wine: read what they say, and click in them with the mouse."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from tools.package_ground import INSTALLER, PackagingFailed, run
from tools.package_wine import FOLDER, Windows

_SOURCE = INSTALLER / "windows" / "test-tools" / "dialogs.c"
_PATIENCE = 120.0
NEXT, CANCEL, OK, RETRY, YES, NO = 1, 2, 1, 4, 6, 7
"""The numbers that Windows and NSIS give their buttons."""
FOLDER_FIELD, SPACE_ON_THE_DISK, RUN_THE_PROGRAM = 1019, 1024, 1203


@dataclass(frozen=True, slots=True)
class Control:
    """A button, a field or a text."""

    number: int
    kind: str
    left: int
    top: int
    width: int
    height: int
    enabled: bool
    text: str


@dataclass(frozen=True, slots=True)
class Dialog:
    """A window of the setup, with what is in it."""

    title: str
    controls: tuple[Control, ...]

    @property
    def words(self) -> str:
        """Everything that it says."""
        return "\n".join([self.title, *(control.text for control in self.controls if control.text)])

    def control(self, number: int) -> Control | None:
        """The control of that number."""
        return next((control for control in self.controls if control.number == number), None)


class Dialogs:
    """What is on the screen of a wine Windows."""

    def __init__(self, windows: Windows) -> None:
        self._windows = windows
        self._reader = FOLDER / "dialogs.exe"
        if not self._reader.exists():
            run("x86_64-w64-mingw32-gcc", "-O2", "-Wall", "-Werror", "-o", self._reader, _SOURCE)

    @contextmanager
    def opened(self, *words: object) -> Iterator[subprocess.Popen[bytes]]:
        """A program until the end of the block, without pipes: the desktop of wine, begun by it, would hold them."""
        quiet = subprocess.DEVNULL
        command = ["wine", *map(str, words)]
        program = subprocess.Popen(command, env=self._windows.environment, stdin=quiet, stdout=quiet, stderr=quiet)
        try:
            yield program
        finally:
            program.terminate()
            program.wait(30)

    def read(self) -> list[Dialog]:
        """Every dialog that takes clicks, the one in front first."""
        place = "C:\\dialogs.txt"
        with self.opened(self._reader, place) as reading:
            reading.wait(_PATIENCE)
        said = self._windows.place(place).read_text(encoding="utf-8")
        blocks = [block.splitlines() for block in ("\n" + said).split("\ndialog\t")[1:]]
        return [Dialog(lines[0].strip(), tuple(map(_control, lines[1:]))) for lines in blocks]

    def wait(self, what: str, found: Callable[[Dialog], bool]) -> Dialog:
        """The first dialog that is as it should be; raises :class:`PackagingFailed` where none ever comes."""
        until = time.monotonic() + _PATIENCE
        seen: list[Dialog] = []
        while time.monotonic() < until:
            seen = self.read()
            for dialog in seen:
                if found(dialog):
                    return dialog
            time.sleep(0.2)
        raise PackagingFailed(f"No dialog with {what}; there is: {[dialog.words for dialog in seen]}")

    def saying(self, words: str) -> Dialog:
        """The dialog that says these words."""
        return self.wait(repr(words), lambda dialog: words in dialog.words)

    def click(self, dialog: Dialog, number: int) -> None:
        """Click on a control with the mouse."""
        control = dialog.control(number)
        if control is None or not control.enabled:
            raise PackagingFailed(f"No control {number} to click on in: {dialog.words}")
        self._do("mousemove", control.left + control.width // 2, control.top + control.height // 2, "click", 1)

    def press(self, dialog: Dialog, number: int, *keys: str) -> None:
        """Click on a control, then press keys."""
        self.click(dialog, number)
        self._do("key", "--delay", 200, *keys)

    def _do(self, *words: object) -> None:
        command = ["xdotool", *map(str, words)]
        subprocess.run(command, env={**self._windows.environment, "LC_ALL": "C.UTF-8"}, check=True)


def _control(line: str) -> Control:
    _, number, kind, left, top, width, height, enabled, text = line.split("\t")
    return Control(int(number), kind, int(left), int(top), int(width), int(height), enabled == "enabled", text.strip())
