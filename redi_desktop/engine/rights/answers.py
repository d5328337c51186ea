"""The answers to questions that a case does not hold, as they are kept in it: text under a key.

The key is the fact (``in_need``), the fact of one person (``orphan@p3``) or, for how many months something has been
received, the fact and its value (``income_kind.integration_income``). The text is ``yes`` or ``no``, a number
(``1234.50``), a date (``2026-04-30``), a value (``belgian``) or several, joined with ``;`` (empty for none of them).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from redi_desktop.engine.findings import Finding, warning
from redi_desktop.engine.rights.asked_facts import AskedFact, FactKind
from redi_desktop.engine.rights.questions import Asked
from redi_desktop.engine.rights.values import Exact, Holding, Value

_NUMBER = re.compile(r"\d{1,9}(\.\d{1,9})?\Z", re.ASCII)
_KEY = re.compile(r"([a-z][a-z0-9_]*)(?:@([^@]+)|\.([a-z][a-z0-9_]*))?\Z", re.ASCII)


class Answers(NamedTuple):
    """What was answered of the household, of a person (fact, person) and for how long (fact, value)."""

    household: Mapping[str, Value]
    person: Mapping[tuple[str, str], Value]
    months: Mapping[tuple[str, str], Exact]

    @property
    def facts(self) -> frozenset[str]:
        """The facts of which something was answered."""
        return frozenset(self.household) | {fact for fact, _person in self.person}


NO_ANSWERS = Answers({}, {}, {})


def answer_key(asked: Asked) -> str:
    """The key under which the answer to a question is kept; asked of several persons, it is kept for all of them."""
    if asked.months_of:
        return f"{asked.fact}.{asked.months_of}"
    return f"{asked.fact}@{asked.persons[0]}" if len(asked.persons) == 1 else asked.fact


def split_key(key: str) -> tuple[str, str, str]:
    """Fact, person and value of a key, those that it does not name empty; all empty where it is none."""
    match = _KEY.match(key)
    return (match[1], match[2] or "", match[3] or "") if match else ("", "", "")


def read_answers(told: Mapping[str, str], facts: Mapping[str, AskedFact]) -> tuple[Answers, tuple[Finding, ...]]:
    """The answers that are understood, and a warning for each that is not; those are taken as not given."""
    household: dict[str, Value] = {}
    person: dict[tuple[str, str], Value] = {}
    months: dict[tuple[str, str], Exact] = {}
    findings: list[Finding] = []
    for key, text in told.items():
        match = _KEY.match(key)
        fact = facts.get(match[1]) if match else None
        if match is None or fact is None or (match[3] and match[3] not in fact.choices):
            findings.append(_warning("answer_fact_unknown", key, text))
            continue
        try:
            if match[3]:
                months[fact.id, match[3]] = _number(text)
            elif match[2]:
                person[fact.id, match[2]] = _value(fact, text.strip())
            else:
                household[fact.id] = _value(fact, text.strip())
        except ValueError:
            findings.append(_warning("answer_not_understood", key, text))
    return Answers(household, person, months), tuple(findings)


def _warning(code: str, key: str, text: str) -> Finding:
    return warning(code, f"answers.{key}", fact=key, answer=text)


def _value(fact: AskedFact, text: str) -> Value:
    if fact.kind is FactKind.YES_NO:
        if text not in ("yes", "no"):
            raise ValueError(text)
        return text == "yes"
    if fact.kind is FactKind.NUMBER:
        return _number(text)
    if fact.kind is FactKind.DATE:
        return date.fromisoformat(text).toordinal()
    values = [value.strip() for value in text.split(";")] if text else []
    if not set(values) <= fact.choices.keys() or (fact.kind is FactKind.CHOICE and len(values) != 1):
        raise ValueError(text)
    return Holding(dict.fromkeys(values)) if fact.kind is FactKind.SET else frozenset(values)


def _number(text: str) -> Exact:
    if not _NUMBER.match(text.strip()):
        raise ValueError(text)
    return Decimal(text.strip())
