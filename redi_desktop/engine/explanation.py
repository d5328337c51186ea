"""The tree behind every amount (``redi-explanation/1``).

A node names a rule, gives its result and the values that filled it, and holds the nodes it rests on. Rules are
stable message ids (``price.tariff``, ``line.person``); words are made from them at the edge, in any language.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

FORMAT = "redi-explanation/1"


class Explanation(NamedTuple):
    """Why an amount is what it is.

    ``amount`` is what the rule gave, in euro (per month unless the rule says otherwise); ``values`` hold what it was
    made from, each under a stable name.
    """

    rule: str
    amount: Decimal | None
    values: dict[str, object]
    parts: tuple[Explanation, ...] = ()

    def walk(self) -> Iterator[Explanation]:
        """This node and every node below it, depth first."""
        yield self
        for part in self.parts:
            yield from part.walk()


def as_data(node: Explanation) -> dict[str, object]:
    """The tree in its public JSON form: amounts and values as strings, parts as a list."""
    data: dict[str, object] = {"rule": node.rule}
    if node.amount is not None:
        data["amount"] = str(node.amount)
    if node.values:
        data["values"] = {name: _plain(value) for name, value in node.values.items()}
    if node.parts:
        data["parts"] = [as_data(part) for part in node.parts]
    return data


def _plain(value: object) -> object:
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, int):
        return value
    if isinstance(value, dict):
        return {str(name): _plain(inner) for name, inner in value.items()}
    return str(value)
