"""The manual as files: for each language one web page and one PDF, made of the chapters that the window shows.

Run as ``python -m tools.manual --out out/manual``; ``dev.py package`` calls :func:`build`.
"""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path

from redi_desktop.i18n import _, speaking
from redi_desktop.version import program_version
from tools.manual_html import page
from tools.manual_text import LANGUAGES, chapters_in

DAY = date(2026, 11, 21)
"""The date in the files, so that two builds give the same bytes."""


def build(folder: Path, languages: tuple[str, ...] = LANGUAGES) -> list[Path]:
    """Write the manual in these languages into a folder; gives the files."""
    # Imported here: a checkout that only reads the chapters does not need the PDF library.
    from tools.manual_pdf import pdf

    folder.mkdir(parents=True, exist_ok=True)
    made = []
    for language in languages:
        chapters = chapters_in(language)
        with speaking(language):
            title, version = f"REDI Desktop – {_('Manual')}", f"REDI Desktop {program_version()}"
            web, paper = (folder / f"redi-desktop-manual-{language}.{ending}" for ending in ("html", "pdf"))
            web.write_text(page(language, title, version, chapters), encoding="utf-8")
            paper.write_bytes(pdf(language, title, version, DAY, chapters))
        made += [web, paper]
    return made


def main(arguments: list[str]) -> int:
    """Make the manual, and say where it is."""
    parser = argparse.ArgumentParser(prog="tools.manual")
    parser.add_argument("--out", type=Path, default=Path("out/manual"))
    for path in build(parser.parse_args(arguments).out):
        print(f"{path} ({path.stat().st_size // 1024} KB)")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
