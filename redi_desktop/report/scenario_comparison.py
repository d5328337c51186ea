"""The scenarios of a case side by side on one page: needs, income, balance, proposal, and what each changes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from redi_desktop.engine.assess import Assessment
from redi_desktop.engine.findings import Finding
from redi_desktop.engine.needs import Need
from redi_desktop.engine.scenario import Scenario, play
from redi_desktop.formatting import money, signed_money
from redi_desktop.i18n import _, ngettext
from redi_desktop.report.chart_blocks import ComparedBars, ComparisonChart
from redi_desktop.report.content import (
    Block,
    Column,
    Document,
    DocumentKind,
    Heading,
    Outline,
    Paragraph,
    Row,
    RowKind,
    Table,
    TypeSize,
)
from redi_desktop.report.reported import NOTHING, Reported
from redi_desktop.words.balance import balance_sentence
from redi_desktop.words.findings import sentence
from redi_desktop.words.scenarios import changes_words, scenario_name
from redi_desktop.words.vocabulary import label

MOST_SCENARIOS = 5
"""So many have room beside the case as it is."""
PAGES = 1


class _Played(NamedTuple):
    """A scenario computed: its name, what it changes, its result or why there is none, what follows by law."""

    name: str
    changes: str
    assessment: Assessment | None
    findings: tuple[Finding, ...]


def scenario_comparison(reported: Reported) -> Document:
    """The comparison in the current language."""
    return reported.document(
        DocumentKind.SCENARIOS,
        _("Scenarios compared"),
        _("The same case with something changed"),
        reported.about_case(_("Date")),
        tuple(_blocks(reported)),
        size=TypeSize.STANDARD,
        most_pages=PAGES,
    )


def _blocks(reported: Reported) -> Iterator[Block]:
    scenarios = reported.case.scenarios
    played = [_played(reported, scenario) for scenario in scenarios[:MOST_SCENARIOS]]
    computed = [(_("Today"), reported.assessment)]
    computed += [(one.name, one.assessment) for one in played if one.assessment is not None]
    yield _chart(computed)
    yield Heading(_("Side by side, in euro per month"))
    yield _table(reported, played)
    yield Heading(_("What each scenario changes"))
    yield Outline(tuple(_told(played)))
    more = len(scenarios) - MOST_SCENARIOS
    if more > 0:
        words = ngettext("{count} more scenario is not shown.", "{count} more scenarios are not shown.", more)
        yield Paragraph(words.format(count=more))


def _played(reported: Reported, scenario: Scenario) -> _Played:
    assessment = reported.assessment
    parameters = assessment.parameters
    outcome = play(assessment.facts, scenario, parameters, parameters.legal, assessment.reference_date)
    changes = changes_words(scenario, reported.persons)
    name = scenario_name(scenario, reported.persons)
    return _Played(name, changes, outcome.assessment, (*outcome.bad, *outcome.consequences))


def _chart(computed: list[tuple[str, Assessment]]) -> ComparisonChart:
    whole = max(max(one.retained.total, one.income_total) for _name, one in computed) or Decimal(1)
    bars = tuple(_bars(name, assessment, whole) for name, assessment in computed)
    said = " ".join(_named(bar.name, f"{bar.needed_text}. {bar.available_text}. {bar.gap}.") for bar in bars)
    return ComparisonChart(_("What is needed and what there is, for each scenario"), said, bars)


def _bars(name: str, assessment: Assessment, whole: Decimal) -> ComparedBars:
    needed, available, balance = assessment.retained.total, assessment.income_total, assessment.balance
    missing = _("Missing: {amount}").format(amount=money(-balance))
    left = _("Left: {amount}").format(amount=money(balance))
    return ComparedBars(
        name=name,
        needed=float(needed / whole),
        available=float(available / whole),
        needed_text=_("What is needed: {amount}").format(amount=money(needed)),
        available_text=_("What there is: {amount}").format(amount=money(available)),
        gap=missing if balance < 0 else left,
        short=balance < 0,
    )


def _table(reported: Reported, played: list[_Played]) -> Table:
    today = reported.assessment
    results = [today, *(one.assessment for one in played)]
    rows = [_row(label(need), results, _of_need(need)) for need in Need]
    if any(one.retained.debts_total for one in results if one is not None):
        rows.append(_row(_("Accepted debts"), results, lambda one: one.retained.debts_total))
    rows += [
        _row(_("What is needed"), results, lambda one: one.retained.total, RowKind.SUBTOTAL),
        _row(_("What there is"), results, lambda one: one.income_total, RowKind.SUBTOTAL),
        _row(_("What is left or missing"), results, lambda one: one.balance, RowKind.TOTAL),
        _difference_row(today, results),
        _row(_("Proposed aid"), results, lambda one: one.proposal.amount),
    ]
    titles = (_("Today"), *(one.name for one in played))
    columns = (Column(_("Need")), *(Column(title, amounts=True) for title in titles))
    return Table(_("Scenarios side by side, in euro per month"), columns, tuple(rows))


def _of_need(need: Need) -> Callable[[Assessment], Decimal]:
    return lambda one: one.retained.by_need[need]


def _row(
    name: str,
    results: Sequence[Assessment | None],
    amount: Callable[[Assessment], Decimal],
    kind: RowKind = RowKind.ENTRY,
) -> Row:
    return Row((name, *(NOTHING if one is None else money(amount(one)) for one in results)), kind)


def _difference_row(today: Assessment, results: list[Assessment | None]) -> Row:
    cells = [NOTHING if one is None or one is today else signed_money(one.balance - today.balance) for one in results]
    return Row((_("Better or worse than today"), *cells))


def _told(played: list[_Played]) -> Iterator[tuple[int, str]]:
    """For each scenario what it changes, its balance, and what follows by law or stands in the way."""
    for one in played:
        yield 0, one.name if one.name == one.changes else _named(one.name, one.changes)
        if one.assessment is not None:
            yield 1, balance_sentence(one.assessment.balance)
        for text in dict.fromkeys(sentence(finding) for finding in one.findings):
            yield 1, text


def _named(name: str, sentence: str) -> str:
    return _("{name}: {sentence}").format(name=name, sentence=sentence)
