"""The tree behind an amount in words: one sentence a node, in the language of the reader."""

from __future__ import annotations

from typing import NamedTuple

from redi_desktop.engine.explanation import Explanation
from redi_desktop.words import (
    attachment,
    explain_aid,
    explain_amounts,
    explain_findings,
    explain_lines,
    explain_pressures,
    explain_rights,
    integration_income,
)
from redi_desktop.words.explaining import Persons, Say


class OutlineLine(NamedTuple):
    """One sentence of an explanation and how deep it stands."""

    depth: int
    text: str
    node: Explanation


_SENTENCES: dict[str, Say] = {
    **explain_amounts.EXPLANATIONS,
    **explain_lines.EXPLANATIONS,
    **explain_aid.EXPLANATIONS,
    **explain_pressures.EXPLANATIONS,
    **integration_income.EXPLANATIONS,
    **explain_findings.EXPLANATIONS,
    **attachment.EXPLANATIONS,
    **explain_rights.EXPLANATIONS,
}
RULES = frozenset(_SENTENCES)
"""Every rule that has a sentence."""


def outline(node: Explanation, persons: Persons, depth: int = 0) -> list[OutlineLine]:
    """The whole tree as indented sentences, depth first. ``persons`` gives a name for each person's identifier."""
    lines = [OutlineLine(depth, sentence(node, persons), node)]
    for part in node.parts:
        lines += outline(part, persons, depth + 1)
    return lines


def sentence(node: Explanation, persons: Persons) -> str:
    """One node in words, in the current language."""
    return _SENTENCES[node.rule](node, persons)
