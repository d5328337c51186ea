"""A screen of our own for the checks: Xvfb with its picture in a file, so that the first paint is seen at once."""

from __future__ import annotations

import os
import shutil
import struct
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tools.package_ground import PackagingFailed

WIDTH, HEIGHT = 1366, 768
_BYTES = 4
_PATIENCE = 60.0
_PAINTED = 0.2
"""The share of the screen that has to have changed before a window counts as painted."""


class Screen:
    """A running Xvfb; ``name`` is what DISPLAY has to be."""

    def __init__(self, name: str, folder: Path) -> None:
        self.name = name
        self._picture = folder / "Xvfb_screen0"

    def pixels(self) -> bytes:
        """What is on the screen: four bytes a pixel, blue, green, red and one that means nothing."""
        content = self._picture.read_bytes()
        header, *_, colours = struct.unpack(">20I", content[:80])
        start = header + colours * 12
        return content[start : start + WIDTH * HEIGHT * _BYTES]

    def save(self, path: Path) -> Path:
        """Write what is on the screen as a picture."""
        from PIL import Image

        path.parent.mkdir(parents=True, exist_ok=True)
        Image.frombytes("RGB", (WIDTH, HEIGHT), self.pixels(), "raw", "BGRX").save(path)
        return path

    def wait_until_painted(self, before: bytes) -> float:
        """Wait until a window covers the screen; gives the seconds. Raises where none ever does."""
        start = time.monotonic()
        while time.monotonic() - start < _PATIENCE:
            now = self.pixels()
            changed = sum(now[place] != before[place] for place in range(0, len(now), 4001))
            if changed > len(now) / 4001 * _PAINTED:
                return time.monotonic() - start
            time.sleep(0.005)
        raise PackagingFailed("No window was painted.")


@contextmanager
def screen() -> Iterator[Screen]:
    """A screen without a network, as long as it is needed."""
    folder = Path(tempfile.mkdtemp(prefix="redi-screen-"))
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-nolisten", "tcp"]
    server = subprocess.Popen(
        [*command, "-fbdir", str(folder)], pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as told:
            number = told.readline().strip()
        if not number:
            raise PackagingFailed("Xvfb did not start.")
        yield Screen(f":{number}", folder)
    finally:
        server.terminate()
        server.wait(10)
        shutil.rmtree(folder, ignore_errors=True)
