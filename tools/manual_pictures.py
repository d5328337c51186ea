"""The pictures of the manual, taken of the real window on the demo's cases, small enough to travel with the program.

``dev.py shots --only manual`` makes them all anew in ``resources/manual/pictures``; what each shows stands in
:mod:`tools.manual_scenes`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from redi_desktop.paths import resource
from tools.manual_scenes import AFTER, BEFORE

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap

TODAY = date(2026, 7, 6)
"""The day on the pictures, between the dates of the demo's cases."""
WIDEST, COLOURS = 760, 128
"""Pixels of a picture, and how many colours it keeps."""


def manual_pictures() -> Path:
    """Where the manual's pictures stand."""
    return resource("manual", "pictures")


def take_all(language: str, folder: Path) -> Iterator[Path]:
    """Take every picture in a language; gives the path of each."""
    from tools.stage import stage

    with stage(language, today=TODAY) as played:
        for name, taker in (*BEFORE.items(), *AFTER.items()):
            if name == next(iter(AFTER)):
                played.unlock()
            path = folder / language / f"{name}.png"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(small_png(taker(played)))
            yield path


def small_png(picture: QPixmap) -> bytes:
    """The picture at most so wide, with few colours."""
    from PIL import Image
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice

    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")
    with Image.open(BytesIO(held.data())) as image:
        plain = image.convert("RGB")
    if plain.width > WIDEST:
        plain = plain.resize((WIDEST, round(plain.height * WIDEST / plain.width)), Image.Resampling.LANCZOS)
    few = plain.quantize(COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    out = BytesIO()
    few.save(out, "PNG", optimize=True)
    return out.getvalue()
