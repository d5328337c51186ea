"""What keeps a draft from being a pack, in words: how many faults, and the first of them."""

from __future__ import annotations

from collections.abc import Sequence

from redi_desktop.errors import ParameterError
from redi_desktop.i18n import ngettext
from redi_desktop.words import problems

MOST_TOLD = 8


def fault_words(faults: Sequence[ParameterError]) -> str:
    """A line for each fault, as many as can be taken in at once; empty where nothing is wrong."""
    if not faults:
        return ""
    count = len(faults)
    head = ngettext("{count} fault to mend:", "{count} faults to mend:", count).format(count=count)
    return "\n".join((head, *(problems.sentence(fault) for fault in faults[:MOST_TOLD])))
