"""Play the main job off-screen on a demo case: a picture of each page and the documents, French and Dutch, in a folder.

Run as ``python -m tools.play --out out``; what ``dev.py run`` does where there is no screen.
"""

from __future__ import annotations

import argparse
import os
import sys
from datetime import date
from pathlib import Path


def play(out: Path) -> None:
    """Unlock, open the lone mother with two children, show every page, write every document."""
    from redi_desktop.casefile.steps import Step
    from tools.stage import stage

    for language in ("fr", "nl"):
        with stage(language) as played:
            played.picture(out / f"{language}-00-unlock.png")
            played.unlock()
            played.picture(out / f"{language}-01-start.png")
            played.open_case("demo01")
            for number, step in enumerate(Step, start=2):
                played.go(step)
                played.picture(out / f"{language}-{number:02d}-{step.value}.png")
        print(f"{language}: pictures of {number} screens", flush=True)


def write_documents(out: Path) -> None:
    """Write every document about the demo case in both languages, and its web page."""
    from redi_desktop.demo import demo_cases
    from redi_desktop.engine.assess import Parameters, assess
    from redi_desktop.packs.embedded import load_embedded, load_embedded_legal, load_embedded_rights
    from redi_desktop.report.kinds import KINDS
    from redi_desktop.report.make import make, write

    case = demo_cases()[0]
    assessment = assess(case.facts, Parameters(load_embedded(), None, load_embedded_legal(), load_embedded_rights()))
    for language in ("fr", "nl"):
        for kind in KINDS:
            document = make(kind, case, assessment, "", language, date.today())
            for form in ("pdf", "html"):
                write(document, out / f"{language}-{kind}.{form}")
        print(f"{language}: {len(KINDS)} documents", flush=True)


def main(arguments: list[str]) -> int:
    """Play, and say where everything was left."""
    parser = argparse.ArgumentParser(prog="tools.play")
    parser.add_argument("--out", type=Path, default=Path("out"))
    out = parser.parse_args(arguments).out
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    play(out)
    write_documents(out)
    print(f"Everything is in {out}/")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
