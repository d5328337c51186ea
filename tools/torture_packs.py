"""Spoilt packs by the hundred: each must be refused with a message that names the place, none may crash or half load.

Run as ``python -m tools.torture_packs [COUNT] [SEED]``; other programs call :func:`run`.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from redi_desktop.errors import ParameterError
from redi_desktop.i18n import speaking
from redi_desktop.packs.archive import PackInMemory, archived
from redi_desktop.packs.embedded import LEGAL_TABLES, OPEN_BASKETS, RIGHTS
from redi_desktop.packs.forms import FORMS
from redi_desktop.packs.kinds import FilesInMemory, files_of, kind_of, load_any
from redi_desktop.packs.places import PackFolder
from redi_desktop.paths import resource
from redi_desktop.words import problem_sentences, problems
from tools.spoilt_packs import WAYS
from tools.spoilt_tables import Files, NoHold, Sound, Way
from tools.torture_outcome import Outcome

NAME = "spoilt.redipack"
COUNT = 500


@dataclass
class Refusals:
    """How many were refused, by the way they were spoilt and by what was said; and every one that was not."""

    ways: Counter[str] = field(default_factory=Counter)
    codes: Counter[str] = field(default_factory=Counter)
    failures: list[str] = field(default_factory=list)
    seconds: float = 0.0

    @property
    def refused(self) -> int:
        """How many packs were refused as they should be."""
        return sum(self.codes.values())

    def lines(self) -> Iterator[str]:
        """The refusals in words."""
        ways, codes = len(self.ways), len(self.codes)
        yield f"{self.refused} packs refused, spoilt in {ways} ways, with {codes} messages, in {self.seconds:.1f} s"
        yield from (f"  {count:4} {code}" for code, count in self.codes.most_common())
        yield f"not refused as they should be: {len(self.failures)}"
        yield from (f"  {failure}" for failure in self.failures)


def embedded() -> dict[str, Files]:
    """The files of the packs that come with the program."""
    return {name: files_of(PackFolder(resource("parameters", name))) for name in (OPEN_BASKETS, LEGAL_TABLES, RIGHTS)}


def run(count: int = COUNT, seed: int = 1, packs: Mapping[str, Files] | None = None) -> Refusals:
    """Spoil ``count`` packs, in every way in turn, and see that each is refused and named."""
    sound = list((packs if packs is not None else embedded()).values())
    before = [load_any(FilesInMemory(files)).fingerprint for files in sound]
    refusals, start = Refusals(), time.monotonic()
    with speaking("en"):
        for number in range(count):
            chance = Random(seed * 1_000_003 + number)
            _one(WAYS[number % len(WAYS)], sound, chance, refusals, f"{seed}/{number}")
    if [load_any(FilesInMemory(files)).fingerprint for files in sound] != before:
        refusals.failures.append("the sound packs are no longer what they were")
    refusals.seconds = time.monotonic() - start
    return refusals


def torture(_folder: Path, share: float) -> Iterator[Outcome]:
    """The same as a part of ``dev.py torture``; nothing is written."""
    found = run(max(len(WAYS), round(COUNT * share)))
    broken = Counter(failure.partition(" ")[2].partition(" (")[0] for failure in found.failures)
    rounds = found.refused + len(found.failures)
    yield Outcome("packs spoilt, refused with their place", rounds, broken, detail=f"{len(found.codes)} messages")


def _one(way: Way, sound: list[Files], chance: Random, refusals: Refusals, number: str) -> None:
    files, content = _spoilt(way, sound, chance)
    refusals.ways[way.__name__] += 1
    try:
        pack = load_any(PackInMemory(content, NAME))
    except ParameterError as error:
        fault = _unnamed(error, files)
        if fault:
            refusals.failures.append(f"{number} {way.__name__}: {fault} ({error})")
        else:
            refusals.codes[error.code] += 1
    except Exception as error:  # whatever else comes out is what is looked for here
        refusals.failures.append(f"{number} {way.__name__}: crashed with {error!r}")
    else:
        refusals.failures.append(f"{number} {way.__name__}: loaded as {pack.fingerprint[:12]}")


def _spoilt(way: Way, sound: list[Files], chance: Random) -> tuple[Files, bytes]:
    """A pack that the way has a hold on, spoilt."""
    for files in chance.sample(sound, len(sound)):
        try:
            return files, way(Sound(files, FORMS[kind_of(FilesInMemory(files)).format.name], chance))
        except NoHold:
            continue
    return sound[0], archived({})


def _unnamed(error: ParameterError, files: Files) -> str:
    """What is lacking in a refusal: a sentence of its own, or the file that it is about."""
    if error.code not in problem_sentences.SENTENCES:
        return "no sentence"
    place, words = str(error.field or ""), problems.sentence(error)
    if "{" in words or not words.strip():
        return f"a sentence with holes: {words}"
    named = (NAME, "pack.sig", *files)
    return "" if any(place == name or place.startswith(f"{name}:") for name in named) else f"no place: {place!r}"


def main(words: list[str]) -> int:
    """Spoil so many packs with such a seed; status 1 where one was not refused as it should be."""
    found = run(int(words[0]) if words else COUNT, int(words[1]) if len(words) > 1 else 1)
    print("\n".join(found.lines()))
    return 1 if found.failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
