"""What the manual states as a fact is one: the same steps in both languages, the numbers, the commands, the folders."""

from __future__ import annotations

import re
import shlex
from functools import cache
from itertools import chain
from pathlib import Path

import pytest

from redi_desktop.__main__ import _parser
from redi_desktop.casefile.scenarios import MOST as MOST_SCENARIOS
from redi_desktop.report.exports.anonymous_totals import SMALLEST_GROUP
from redi_desktop.settings import Settings
from redi_desktop.store.backup_rotation import DAYS, MONTHS, WEEKS
from redi_desktop.store.backups import REMIND_AFTER
from redi_desktop.store.key_cost import MEBIBYTE, KeyLimits
from redi_desktop.store.passphrases import WORDS
from redi_desktop.store.recovery import GROUP_LENGTH, GROUPS
from redi_desktop.store.settings_kept import MOST_JOURNAL
from tools.manual_text import LANGUAGES, Block, Chapter, Run, chapters_in, plain

ROOT = Path(__file__).resolve().parents[1]
chapters = cache(chapters_in)
COUNTED = {
    "fr": {1: "une", 5: "cinq", 7: "sept", 12: "douze", 16: "seize"},
    "nl": {1: "een", 5: "vijf", 7: "zeven", 12: "twaalf", 16: "zestien"},
}
FACTS = (
    ("01", "{words} mots tirés au sort", "{words} willekeurige woorden", {"words": WORDS}),
    (
        "01",
        "{groups} groupes de {letters}",
        "{groups} groepen van {letters}",
        {"groups": GROUPS, "letters": GROUP_LENGTH},
    ),
    ("01", "se verrouille : {minutes} au départ", "vergrendelt: eerst {minutes}", {"minutes": Settings().idle_minutes}),
    ("06", "jusqu’à {most} scénarios", "plaats voor {most} scenario’s", {"most": MOST_SCENARIOS}),
    ("08", "moins de {least} sont masqués", "minder dan {least} verborgen", {"least": SMALLEST_GROUP}),
    ("09", "rappelle après {weeks} semaine", "eraan na {weeks} week", {"weeks": REMIND_AFTER.days // 7}),
    ("10", "({months} mois au plus)", "(hoogstens {months} maanden)", {"months": MONTHS}),
)
"""Where a number is spelled out: the chapter, the words around it, and the number in the program."""
BACKUPS = (DAYS, WEEKS, MONTHS)
FIGURES = (
    (
        "09",
        "{} quotidiennes, {} hebdomadaires et {} mensuelles",
        "{} dagelijkse, {} wekelijkse en {} maandelijkse",
        BACKUPS,
    ),
    ("15", "{} jours, {} semaines, {} mois", "{} dagen, {} weken, {} maanden", BACKUPS),
    ("15", "code hmac par ligne {} mois", "hmac-code per regel {} maanden", (MOST_JOURNAL,)),
    ("15", "{} mio au moins", "minstens {} mib", (KeyLimits().floor.memory // MEBIBYTE,)),
)
"""Where it stands in figures."""
STANDS_FOR = re.compile(r"\b(COFFRE|KLUIS|SAUVEGARDE|BACKUP)\b")


def said(language: str, number: str) -> str:
    """A chapter as one line of text."""
    chapter = next(one for one in chapters(language) if one.name.startswith(number))
    lines = [line for block in chapter.blocks for line in (block.runs, *block.items, *chain(*block.rows))]
    text = " ".join([chapter.title, *map(plain, lines)])
    return " ".join(text.replace("\N{NO-BREAK SPACE}", " ").split()).casefold()


def shape_of(chapter: Chapter) -> list[object]:
    """What a chapter is made of, without its words."""
    return [_shape(block) for block in chapter.blocks]


def _shape(block: Block) -> object:
    cells = [[_marks(cell) for cell in row] for row in block.rows]
    picture = block.picture.rpartition("/")[2]
    return block.kind, block.level, picture, _marks(block.runs), [_marks(item) for item in block.items], cells


def _marks(runs: tuple[Run, ...]) -> tuple[int, int, list[str]]:
    """How much is quoted, how much is typed, and where the links lead."""
    return sum(run.bold for run in runs), sum(run.code for run in runs), [run.link for run in runs if run.link]


def test_both_manuals_have_the_same_headings_steps_quotes_and_pictures():
    french, dutch = (chapters(language) for language in LANGUAGES)
    for one, other in zip(french, dutch, strict=True):
        assert shape_of(one) == shape_of(other), one.name


@pytest.mark.parametrize(("number", "french", "dutch", "values"), FACTS)
def test_a_number_that_is_spelled_out_is_that_of_the_program(number, french, dutch, values):
    for language, words in zip(LANGUAGES, (french, dutch), strict=True):
        counted = {name: COUNTED[language][value] for name, value in values.items()}
        assert words.format(**counted) in said(language, number)


@pytest.mark.parametrize(("number", "french", "dutch", "values"), FIGURES)
def test_a_figure_is_that_of_the_program(number, french, dutch, values):
    for language, words in zip(LANGUAGES, (french, dutch), strict=True):
        assert words.format(*values) in said(language, number)


def commands(language: str) -> list[list[str]]:
    """Every command of the program that a chapter gives to type."""
    typed = [run.text for chapter in chapters(language) for run in chapter.runs() if run.code]
    lines = [line for text in typed for line in text.splitlines()]
    return [
        shlex.split(line)[1:] for line in lines if re.match(r"redi-desktop(-cli\.exe)? --?\w|redi-desktop vault", line)
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_of_the_manual_is_one(language):
    given = commands(language)
    assert len(given) >= 6
    for words in given:
        given_words = [STANDS_FOR.sub("/tmp/folder", word) for word in words]
        if "--version" not in given_words:  # it prints and ends
            assert _parser(given_words).parse_args(given_words) is not None


def test_the_exit_codes_of_the_setup_are_those_that_the_manual_lists():
    script = (ROOT / "installer" / "windows" / "redi-desktop.nsi").read_text(encoding="utf-8")
    ended = {"0", "1", *re.findall(r"SetErrorLevel (\d)", script)}
    for language in LANGUAGES:
        chapter = next(one for one in chapters(language) if one.anchor == "16-installation")
        tables = [block.rows[1:] for block in chapter.blocks if block.kind == "table"]
        assert {plain(row[0]) for row in tables[0]} == ended
