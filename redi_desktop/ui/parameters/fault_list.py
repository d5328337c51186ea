"""What keeps a draft from being a pack, in words: how many faults, and the first of them."""

from __future__ import annotations

from collections.abc import Sequence

from redi_desktop.errors import ParameterError
from redi_desktop.i18n import ngettext
from redi_desktop.words import problems
from redi_desktop.words.pack_columns import column_name

MOST_TOLD = 8


def fault_sentence(fault: ParameterError) -> str:
    """What is wrong, with the name that the column bears on the screen."""
    column = fault.values.get("column")
    named = fault.values | {"column": column_name(str(column))} if column else fault.values
    return problems.sentence(ParameterError(fault.code, field=fault.field, **named))


def fault_words(faults: Sequence[ParameterError]) -> str:
    """A line for each fault, as many as can be taken in at once; empty where nothing is wrong."""
    if not faults:
        return ""
    count = len(faults)
    head = ngettext("{count} mistake to correct:", "{count} mistakes to correct:", count).format(count=count)
    return "\n".join((head, *(fault_sentence(fault) for fault in faults[:MOST_TOLD])))
