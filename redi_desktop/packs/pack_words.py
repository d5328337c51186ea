"""What packs say in languages that they do not carry, by the text itself: a copy of a pack has its words too.

A basket pack names its items in French and Dutch and notes in English how it came to a price. The other languages stand
beside the packs and not in them: they change no amount, and a pack keeps its fingerprint when a word is mended.
"""

from __future__ import annotations

from collections.abc import Mapping

from redi_desktop.packs.places import PackPlace
from redi_desktop.packs.table import read_table

FOLDER = "pack-words"
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "english.csv": ("en", "fr", "nl", "de"),
    "french.csv": ("fr", "de"),
}
"""The tables and their columns; the first holds the text as it stands in a pack."""
BESIDE_THE_PACKS = COLUMNS["french.csv"][1:]
"""The languages in which the program says what packs say in French and Dutch."""


def load_pack_words(place: PackPlace) -> Mapping[str, Mapping[str, str]]:
    """Each text with its form in every other language; raises :class:`ParameterError` naming file, row and column."""
    found: dict[str, Mapping[str, str]] = {}
    for file, (own, *others) in COLUMNS.items():
        for row in read_table(file, place.read(file), COLUMNS[file]):
            text = row.required(own)
            if text in found:
                row.refuse(own, "pack_id_repeated")
            found[text] = {language: row.required(language) for language in others}
    return found
