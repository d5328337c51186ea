"""Whether words are those of the program: the texts of a catalogue, whole or with their places filled in."""

from __future__ import annotations

import re
from functools import cache

from babel.messages.pofile import read_po

from redi_desktop.paths import resource

NAMES = frozenset({"REDI Desktop"})
"""Words that no catalogue translates: the program's own name."""
_PLACE = re.compile(r"\\\{\w+\\\}")


def same_signs(text: str) -> str:
    """A label without the mark of its key, with ordinary spaces."""
    return re.sub(r"&(?=\w)", "", text).replace("\N{NO-BREAK SPACE}", " ").strip()


@cache
def texts_of(language: str) -> frozenset[str]:
    """Every text of a catalogue."""
    with resource("i18n", language, "LC_MESSAGES", "redi.po").open("rb") as file:
        catalogue = read_po(file, locale=language)
    said = [message.string for message in catalogue if message.id]
    each = [text for one in said for text in ([one] if isinstance(one, str) else one or ())]
    return frozenset(same_signs(text) for text in each if text)


@cache
def _patterns_of(language: str) -> tuple[re.Pattern[str], ...]:
    """The texts with places to fill in, each as what it may become."""
    filled = (text for text in texts_of(language) if "{" in text)
    return tuple(re.compile(_PLACE.sub("(.+)", re.escape(text))) for text in filled)


def is_label(language: str, label: str) -> bool:
    """Whether it is a text of the program; an ellipsis stands for what changes; what fills a place is a text too."""
    said = texts_of(language)
    if "{" not in label and (label in said or label in NAMES):
        return True
    if "…" in label:
        cut = re.compile(".+".join(re.escape(part) for part in label.split("…")))
        return any(cut.fullmatch(text) for text in said)
    found = (pattern.fullmatch(label) for pattern in _patterns_of(language))
    return any(match and all(same_signs(part) in said for part in match.groups()) for match in found)
