"""Where a figure comes from, in words. Titles are those of the sources, in their own language, but for our own."""

from __future__ import annotations

from typing import NamedTuple

from redi_desktop.i18n import gettext as _

OWN = "this pack"
"""The publisher of an estimate that the makers of a pack reasoned out themselves; why stands with the item."""


class SourceName(NamedTuple):
    """What a source is called and who published it; no publisher for an estimate of the pack's own."""

    title: str
    publisher: str


def source_name(title: str, publisher: str) -> SourceName:
    """The name of a source for a reader of the current language."""
    if publisher == OWN:
        return SourceName(_("Own estimate of this pack, reasoned at the item"), "")
    return SourceName(title, publisher)


def source_words(title: str, publisher: str, dated: str) -> str:
    """A source on one line: title, publisher, date."""
    return ", ".join(part for part in (*source_name(title, publisher), dated) if part)
