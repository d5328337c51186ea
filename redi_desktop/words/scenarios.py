"""A scenario in words: what it changes, and how it is called where nobody named it."""

from __future__ import annotations

from collections.abc import Mapping

from redi_desktop.engine.changes_of_life import Change
from redi_desktop.engine.scenario import Scenario
from redi_desktop.formatting import join_list, money
from redi_desktop.i18n import gettext as _
from redi_desktop.words.vocabulary import label, within_sentence


def change_words(change: Change, persons: Mapping[str, str]) -> str:
    """A change with what it is about: kind, person, amount."""
    about = [
        label(change.expense_kind) if change.expense_kind else "",
        label(change.income_kind) if change.income_kind else "",
        persons.get(change.person or "", ""),
        money(change.amount) if change.amount is not None and change.amount.is_finite() else "",
    ]
    detail = ", ".join(part for part in about if part)
    return _("{item} ({person})").format(item=label(change.kind), person=detail) if detail else label(change.kind)


def changes_words(scenario: Scenario, persons: Mapping[str, str]) -> str:
    """Everything that a scenario changes."""
    words = [change_words(change, persons) for change in scenario.changes]
    return join_list([*words[:1], *map(within_sentence, words[1:])])


def scenario_name(scenario: Scenario, persons: Mapping[str, str]) -> str:
    """The name that was typed, else its changes."""
    return scenario.name.strip() or changes_words(scenario, persons)
