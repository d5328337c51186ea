"""The texts of packs in the reader's language: as the pack says them, else as the program does, else as they stand."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from redi_desktop.i18n import FIRST_LANGUAGE, language
from redi_desktop.i18n import gettext as _
from redi_desktop.packs.manifest import LANGUAGES as PACK_LANGUAGES
from redi_desktop.packs.pack_words import BESIDE_THE_PACKS, FOLDER, load_pack_words
from redi_desktop.packs.places import PackFolder
from redi_desktop.paths import resource


@cache
def _words() -> Mapping[str, Mapping[str, str]]:
    return load_pack_words(PackFolder(resource("parameters", FOLDER)))


def pack_text(text: str) -> str:
    """A text that a pack says in one language; as it stands where the program does not know it in the reader's."""
    known = _words().get(text) if text else None
    return known.get(language(), text) if known else text


def in_language(names: Mapping[str, str]) -> str:
    """A text that a pack says in several languages; where not in the reader's and the program neither, in French."""
    return names.get(language()) or pack_text(names.get(FIRST_LANGUAGE) or next(iter(names.values()), ""))


def with_pack_language(sentence: str) -> str:
    """A sentence above texts of a pack; it says that they are French to a reader whose language no pack speaks."""
    if language() in (*PACK_LANGUAGES, *BESIDE_THE_PACKS):
        return sentence
    told = _("Items and rights are named in French here.")
    return f"{sentence} {told}"
