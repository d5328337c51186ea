"""Legal amounts in explanations: each node names the row of the tables it rests on, and the doubts it carries."""

from __future__ import annotations

from typing import NamedTuple

from redi_desktop.engine.explanation import Explanation
from redi_desktop.engine.legal_tables import DatedValue

VALUE, DOUBT = "legal.value", "legal.doubt"


class Doubt(NamedTuple):
    """Something the law or its sources leave open: a code, the legal value it is about (or none), and a note."""

    code: str
    value_id: str
    note: str


def explain_value(value: DatedValue) -> Explanation:
    """Which legal amount was used, since when it holds and where it is written."""
    values: dict[str, object] = {
        "value_id": value.id,
        "value": value.value,
        "unit": value.unit,
        "period": value.period,
        "valid_from": value.valid_from,
        "status": value.status.value,
        "legal_basis": value.legal_basis,
        "source": value.source,
        "note": value.note,
    }
    return Explanation(VALUE, None, values, tuple(explain_doubt(code, value) for code in value.doubts))


def explain_doubt(code: str, value: DatedValue | None = None) -> Explanation:
    """Something that is open in the law or its sources where this amount is concerned."""
    about: dict[str, object] = {"value_id": value.id, "note": value.note} if value else {"value_id": "", "note": ""}
    return Explanation(DOUBT, None, {"doubt": code} | about)


def doubts_in(tree: Explanation) -> tuple[Doubt, ...]:
    """The doubts that an explanation carries, each once, in its order."""
    found = (
        Doubt(str(node.values["doubt"]), str(node.values["value_id"]), str(node.values["note"]))
        for node in tree.walk()
        if node.rule == DOUBT
    )
    return tuple(dict.fromkeys(found))
