"""Pictures of every page and dialog in each language, size of text and theme, in ``out/shots``, with contact sheets.

Run as ``python3 dev.py shots [--only WORD]``. ``--only manual`` takes those of the manual anew, where they belong;
``--check`` tells which of those show the program as it no longer is.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple


class Look(NamedTuple):
    """One way to see the window."""

    language: str
    text_scale: int
    theme: str

    @property
    def name(self) -> str:
        """What its pictures are called after."""
        return f"{self.language}-{self.text_scale}-{self.theme}"


SCALES, THEMES = (100, 200), ("light", "dark", "contrast")
LOOKS = (
    *(Look(language, scale, theme) for language in ("fr", "nl") for scale in SCALES for theme in THEMES),
    *(Look("de", scale, "light") for scale in SCALES),
)
TODAY = date(2026, 7, 6)
"""The clock stands still, so that two runs make the same pictures."""
SHEET, SHEET_COLUMNS, SHEET_WIDTH, SHEET_COLOURS = Path("docs/pictures/contact-sheet.png"), 5, 480, 96
GAP, BEHIND = 10, "#8a9794"
ALSO_ON_SHEET = (("nl-100-dark", "result"), ("nl-200-light", "result"), ("fr-100-contrast", "result"))
NOT_ON_SHEET = re.compile(
    r"-whole$|-tour-[2367]|-timeline$|-handover$|-lacking$|-wrong$|-licences$|-password$|-manual-|-entry$|-table$|-locked-|-recovery-typed-back$"
)


def shoot(look: Look, out: Path) -> Iterator[Path]:
    """Take the pictures of one look: each screen, and whole what scrolls on it."""
    from tools.nobodys_folder import nobodys_folder
    from tools.scenes import scenes, scrolled
    from tools.stage import stage

    with stage(look.language, today=TODAY, text_scale=look.text_scale, theme=look.theme, tour_seen=True) as played:
        for name in scenes(played):
            path = out / f"{look.name}-{name}.png"
            with nobodys_folder(played.window):
                played.picture(path)
                whole = scrolled(played.window)
                if whole is not None:
                    whole.grab().save(str(path.with_stem(f"{path.stem}-whole")))
            yield path


def contact_sheet(pictures: list[Path], path: Path, columns: int = 3, width: int = 683) -> None:
    """All pictures of a look on one sheet, three in a row."""
    from PIL import Image

    height = width * 768 // 1366
    rows = (len(pictures) + columns - 1) // columns
    sheet = Image.new("RGB", ((width + GAP) * columns + GAP, (height + GAP) * rows + GAP), BEHIND)
    for number, picture in enumerate(pictures):
        with Image.open(picture) as image:
            small = image.convert("RGB").resize((width, height), Image.Resampling.LANCZOS)
        sheet.paste(small, (number % columns * (width + GAP) + GAP, number // columns * (height + GAP) + GAP))
    sheet.save(path)


def sheet_of_the_readme(out: Path) -> None:
    """Every screen in French, and three of the other looks, on one picture that is small enough to travel."""
    from PIL import Image

    usual = LOOKS[0].name
    pictures = [path for path in sorted(out.glob(f"{usual}-*.png"), key=_taken) if not NOT_ON_SHEET.search(path.stem)]
    pictures += [path for look, name in ALSO_ON_SHEET if (path := out / f"{look}-{name}.png").exists()]
    contact_sheet(pictures, SHEET, SHEET_COLUMNS, SHEET_WIDTH)
    with Image.open(SHEET) as image:
        few = image.quantize(SHEET_COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    few.save(SHEET, optimize=True)


def _taken(path: Path) -> float:
    return path.stat().st_mtime


def shoot_manual() -> int:
    """Take the pictures of the manual, and keep what stands on them."""
    from tools.manual_pictures import Record, keep, manual_pictures, take_all
    from tools.manual_text import LANGUAGES

    records: dict[str, Record] = {}
    for language in LANGUAGES:
        taken = dict(take_all(language, manual_pictures()))
        print(f"{language}: {len(taken)} pictures of the manual", flush=True)
        records |= taken
    keep(records)
    return 0


def check_manual() -> int:
    """Take the pictures of the manual beside those that are kept, and name the ones that show something else."""
    from tools.manual_pictures import manual_pictures, take_all, unlike
    from tools.manual_text import LANGUAGES

    with TemporaryDirectory() as beside:
        taken = [name for language in LANGUAGES for name, _record in take_all(language, Path(beside))]
        old = [name for name in taken if unlike(manual_pictures() / f"{name}.png", Path(beside) / f"{name}.png")]
    print(f"{len(taken) - len(old)} of {len(taken)} pictures of the manual show the program as it is", flush=True)
    for name in old:
        print(f"old: {name}.png")
    return 1 if old else 0


def main(arguments: list[str]) -> int:
    """Take every picture asked for, and say where they are."""
    parser = argparse.ArgumentParser(prog="dev.py shots")
    parser.add_argument("--out", type=Path, default=Path("out/shots"))
    parser.add_argument(
        "--check", action="store_true", help="compare the manual's pictures with the program, keep them"
    )
    parser.add_argument("--only", default="", help="looks whose name holds this, as fr or nl-200-dark; or manual")
    chosen = parser.parse_args(arguments)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if chosen.check:
        return check_manual()
    if chosen.only == "manual":
        return shoot_manual()
    for look in LOOKS:
        if chosen.only in look.name:
            pictures = list(shoot(look, chosen.out))
            contact_sheet(pictures, chosen.out / f"sheet-{look.name}.png")
            print(f"{look.name}: {len(pictures)} pictures", flush=True)
    if not chosen.only:
        sheet_of_the_readme(chosen.out)
    print(f"Everything is in {chosen.out}/")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
