"""Where a figure comes from, in words. A title stays as it was published; what we say about it is the reader's."""

from __future__ import annotations

import re
from typing import NamedTuple

from redi_desktop.i18n import gettext as _
from redi_desktop.words.pack_texts import pack_text
from redi_desktop.words.values import written_date

OWN = "this pack"
"""The publisher of an estimate that the makers of a pack reasoned out themselves; why stands with the item."""
_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?\Z", re.ASCII)


class SourceName(NamedTuple):
    """What a source is called and who published it; no publisher for an estimate of the pack's own."""

    title: str
    publisher: str


def source_name(title: str, publisher: str) -> SourceName:
    """The name of a source for a reader of the current language."""
    if publisher == OWN:
        return SourceName(_("Own estimate of this pack, reasoned at the item"), "")
    return SourceName(pack_text(title), pack_text(publisher))


def source_words(title: str, publisher: str, dated: str) -> str:
    """A source on one line: title, publisher, date."""
    return ", ".join(part for part in (*source_name(title, publisher), source_date(dated)) if part)


def source_date(dated: str) -> str:
    """The day, month or year of a source as the current language writes it; what is no plain date, in words."""
    try:
        return written_date(dated) if _DATE.match(dated) else pack_text(dated)
    except ValueError:  # the 30th of February of somebody's own pack
        return dated
