"""The pictures of the manual, taken of the real window on the demo's cases, small enough to travel with the program.

``dev.py shots --only manual`` makes them all anew in ``resources/manual/pictures``; what each shows stands in
:mod:`tools.manual_scenes`. With each picture goes a record: the picture's own fingerprint, and the program's words that
stand on it. A test asks whether the program still says them; ``--check`` takes all pictures again and compares.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from redi_desktop.paths import resource
from tools.manual_scenes import AFTER, BEFORE
from tools.manual_words import is_label, same_signs

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap

TODAY = date(2026, 7, 6)
"""The day on the pictures, between the dates of the demo's cases."""
WIDEST, COLOURS = 760, 128
"""Pixels of a picture, and how many colours it keeps."""
RECORDS = Path(__file__).resolve().parents[1] / "tests" / "golden" / "manual_pictures.json"
MOST_UNLIKE = 0.001
"""The share of pixels that may differ: another machine rounds the edge of a letter otherwise."""
_IS_SEEN = [0] * 40 + [1] * 216
"""Which difference in brightness is seen."""


def manual_pictures() -> Path:
    """Where the manual's pictures stand."""
    return resource("manual", "pictures")


class Record(NamedTuple):
    """What was true of a picture when it was taken."""

    sha256: str
    words: tuple[str, ...]
    """The program's own words on it; names and amounts of the demo are none."""


def recorded() -> dict[str, Record]:
    """The records by picture, as ``fr/unlock``; none of them where there is no file yet."""
    if not RECORDS.exists():
        return {}
    kept = json.loads(RECORDS.read_text(encoding="utf-8"))
    return {name: Record(one["sha256"], tuple(one["words"])) for name, one in kept.items()}


def keep(records: dict[str, Record]) -> None:
    """Write the records of all pictures."""
    kept = {name: record._asdict() for name, record in sorted(records.items())}
    RECORDS.write_text(json.dumps(kept, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def fingerprint(file: Path) -> str:
    """What tells a picture from any other."""
    return hashlib.sha256(file.read_bytes()).hexdigest()


def take_all(language: str, folder: Path) -> Iterator[tuple[str, Record]]:
    """Take every picture in a language; gives the name of each, and its record."""
    from tools.stage import stage

    with stage(language, today=TODAY) as played:
        for name, taker in (*BEFORE.items(), *AFTER.items()):
            if name == next(iter(AFTER)):
                played.unlock()
            path = folder / language / f"{name}.png"
            path.parent.mkdir(parents=True, exist_ok=True)
            picture, texts = taker(played)
            path.write_bytes(small_png(picture))
            words = sorted({same_signs(text) for text in texts if is_label(language, same_signs(text))})
            yield f"{language}/{name}", Record(fingerprint(path), tuple(words))


def unlike(one: Path, other: Path) -> bool:
    """Whether a person would see a difference between two pictures."""
    from PIL import Image, ImageChops

    with Image.open(one) as first, Image.open(other) as second:
        if first.size != second.size:
            return True
        changed = ImageChops.difference(first.convert("L"), second.convert("L")).point(_IS_SEEN)
    return sum(changed.histogram()[1:]) > MOST_UNLIKE * changed.width * changed.height


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
