"""Findings that stand in an explanation, in the same words as beside the result."""

from __future__ import annotations

from redi_desktop.engine.explanation import Explanation
from redi_desktop.engine.findings import Finding, Severity
from redi_desktop.i18n import gettext as _
from redi_desktop.words.explaining import Persons, Say, person_of
from redi_desktop.words.findings import sentence


def _said(node: Explanation, persons: Persons) -> str:
    values = {name: value for name, value in node.values.items() if name not in ("code", "person")}
    said = sentence(Finding(Severity.NOTE, str(node.values["code"]), "", values))
    if "person" not in node.values:
        return said
    return _("{subject}: {sentence}").format(subject=person_of(node, persons), sentence=said)


EXPLANATIONS: dict[str, Say] = {"ri.said": _said}
