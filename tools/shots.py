"""Pictures of every page in each language, size of text and theme, in ``out/shots``, with contact sheets.

Run as ``python3 dev.py shots [--only WORD]``. ``--only manual`` takes those of the manual anew, where they belong.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from tools.stage import Stage


class Look(NamedTuple):
    """One way to see the window."""

    language: str
    text_scale: int

    @property
    def name(self) -> str:
        """What its pictures are called after."""
        return f"{self.language}-{self.text_scale}"


LOOKS = tuple(Look(language, scale) for scale in (100, 200) for language in ("fr", "nl", "de"))


def shoot(look: Look, out: Path) -> Iterator[Path]:
    """Take the pictures of one look."""
    from redi_desktop.casefile.steps import Step
    from tools.stage import stage

    with stage(look.language, text_scale=look.text_scale) as played:
        paths = [out / f"{look.name}-unlock.png", out / f"{look.name}-start.png"]
        played.picture(paths[0])
        played.unlock()
        played.picture(paths[1])
        played.open_case("demo01")
        for step in Step:
            played.go(step)
            paths.append(out / f"{look.name}-{step.value}.png")
            played.picture(paths[-1])
        paths += _room(played, out / f"{look.name}-parameters.png")
    yield from paths


def _room(played: Stage, path: Path) -> Iterator[Path]:
    """Every corner of the room of the parameters."""
    from redi_desktop.ui.parameters.role_words import Corner

    played.main.show_parameters()
    room = played.main.asides.parameters()
    played.wait(lambda: room.state is not None)
    for corner in Corner:
        room.show_corner(corner)
        yield path.with_stem(f"{path.stem}-{corner.value}")
        played.picture(path.with_stem(f"{path.stem}-{corner.value}"))


def contact_sheet(pictures: list[Path], path: Path) -> None:
    """All pictures of a look on one sheet, three in a row."""
    from PIL import Image

    width, height, columns = 683, 384, 3
    rows = (len(pictures) + columns - 1) // columns
    sheet = Image.new("RGB", (width * columns, height * rows), "white")
    for number, picture in enumerate(pictures):
        with Image.open(picture) as image:
            small = image.convert("RGB").resize((width, height), Image.Resampling.LANCZOS)
        sheet.paste(small, (number % columns * width, number // columns * height))
    sheet.save(path)


def shoot_manual() -> int:
    """Take the pictures of the manual."""
    from tools.manual_pictures import manual_pictures, take_all
    from tools.manual_text import LANGUAGES

    for language in LANGUAGES:
        print(f"{language}: {len(list(take_all(language, manual_pictures())))} pictures of the manual", flush=True)
    return 0


def main(arguments: list[str]) -> int:
    """Take every picture asked for, and say where they are."""
    parser = argparse.ArgumentParser(prog="dev.py shots")
    parser.add_argument("--out", type=Path, default=Path("out/shots"))
    parser.add_argument("--only", default="", help="looks whose name holds this, as fr or nl-200; or manual")
    chosen = parser.parse_args(arguments)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if chosen.only == "manual":
        return shoot_manual()
    for look in LOOKS:
        if chosen.only in look.name:
            pictures = list(shoot(look, chosen.out))
            contact_sheet(pictures[1:], chosen.out / f"sheet-{look.name}.png")
            print(f"{look.name}: {len(pictures)} pictures", flush=True)
    print(f"Everything is in {chosen.out}/")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
