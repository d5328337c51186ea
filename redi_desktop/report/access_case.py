"""What a case holds, in words, for the person it is about: each of its fields that says something about them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum

from redi_desktop.casefile import niss
from redi_desktop.casefile.judgement import Decision
from redi_desktop.casefile.model import CaseFile
from redi_desktop.engine.expenses import Debt, Expense
from redi_desktop.engine.household import Person
from redi_desktop.engine.income import Income
from redi_desktop.engine.right_states import RightState
from redi_desktop.formatting import date_short, money, percent
from redi_desktop.i18n import _
from redi_desktop.report.answers_told import told_answers
from redi_desktop.report.content import Block, Column, Heading, NotedText, Particulars, Row, Table
from redi_desktop.report.decision_section import decision_pairs
from redi_desktop.report.household_section import dwelling_pairs, place_in_household, time_here
from redi_desktop.report.reported import NOTHING, notes, with_period, yes_no
from redi_desktop.words.persons import names
from redi_desktop.words.rights import texts_of
from redi_desktop.words.scenarios import changes_words, scenario_name
from redi_desktop.words.vocabulary import label


def case_blocks(case: CaseFile) -> Iterator[Block]:
    """Everything typed in the case: people, home, money, rights, scenarios, texts, decision."""
    called = names(case.household.persons)
    yield from _request(case)
    yield from _people(case.household.persons, called)
    yield from _dwelling(case)
    yield from _incomes(case.incomes, called)
    yield from _expenses(case.expenses, called)
    yield from _debts(case.debts)
    yield from _rights(case.rights)
    yield from told_answers(case.answers, called)
    yield from _scenarios(case, called)
    yield from _texts(case)
    yield from _decision(case.decision)


def table(caption: str, columns: tuple[Column, ...], rows: Sequence[Row]) -> Iterator[Block]:
    """A table under its heading; nothing where it has no row."""
    if rows:
        yield Heading(caption, 3)
        yield Table(caption, columns, tuple(rows))


def amounts(title: str) -> Column:
    """A column of amounts."""
    return Column(title, amounts=True)


def day_word(day: date | None) -> str:
    """A day, or that none is known."""
    return NOTHING if day is None else date_short(day)


def _request(case: CaseFile) -> Iterator[Block]:
    request = case.request
    pairs = [
        (_("Date of the request"), day_word(request.date)),
        (_("Date of the budget"), day_word(case.reference_date)),
        (_("Language"), label(request.language)),
        (_("Informed about their data"), notes(label(request.informed), _day(request.informed_on))),
    ]
    yield Particulars(tuple(pairs), short=True)


def _people(persons: Sequence[Person], called: Mapping[str, str]) -> Iterator[Block]:
    heads = (
        *(Column(_("Name")), Column(_("In the household")), Column(_("Born on")), Column(_("Activity"))),
        *(Column(_("Increased reimbursement")), Column(_("Lives here"))),
    )
    yield from table(_("People"), heads, [_person(person, called[person.id]) for person in persons])


def _person(person: Person, name: str) -> Row:
    told = NotedText(name, notes(_word(person.sex, ""), niss.written(person.niss) if person.niss else ""))
    place = place_in_household(person)
    return Row(
        (told, place, day_word(person.birth_date), _word(person.activity), yes_no(person.bim), time_here(person))
    )


def _dwelling(case: CaseFile) -> Iterator[Block]:
    bedrooms = case.dwelling.bedrooms
    yield Heading(_("The dwelling"), 3)
    pairs = dwelling_pairs(case, _word(case.dwelling.heating), NOTHING if bedrooms is None else str(bedrooms))
    yield Particulars(tuple(pairs), short=True)


def _incomes(incomes: Sequence[Income], called: Mapping[str, str]) -> Iterator[Block]:
    heads = (Column(_("Where it comes from"), share=2), Column(_("Person")), Column(_("Proof")), amounts(_("Amount")))
    rows = [
        Row(
            (
                NotedText(_word(row.kind), notes(_("Left out") if row.counted is False else "", row.reason)),
                called.get(row.person or "", NOTHING),
                label(row.evidence),
                with_period(_amount(row.amount), row.period),
            )
        )
        for row in incomes
    ]
    yield from table(_("What comes in"), heads, rows)


def _expenses(expenses: Sequence[Expense], called: Mapping[str, str]) -> Iterator[Block]:
    heads = (
        *(Column(_("What it is for"), share=2), Column(_("Proof")), Column(_("In the budget"), share=2)),
        *(amounts(_("Amount")), amounts(_("Retained"))),
    )
    rows = [
        Row(
            (
                NotedText(_word(row.kind), notes(called.get(row.person or "", ""), label(row.paid_by), row.reason)),
                label(row.evidence),
                _word(row.treatment),
                with_period(_amount(row.amount), row.period),
                _amount(row.retained),
            )
        )
        for row in expenses
    ]
    yield from table(_("What is really paid"), heads, rows)


def _debts(debts: Sequence[Debt]) -> Iterator[Block]:
    heads = (
        *(Column(_("Owed to"), share=2), Column(_("Repayment")), amounts(_("Left to pay"))),
        *(amounts(_("Each month")), amounts(_("Accepted"))),
    )
    rows = [
        Row(
            (
                NotedText(row.kind or _("Debt"), row.reason),
                label(row.plan),
                _amount(row.remaining),
                _amount(row.monthly),
                percent(row.accepted_share),
            )
        )
        for row in debts
    ]
    yield from table(_("Debts"), heads, rows)


def _rights(states: Sequence[RightState]) -> Iterator[Block]:
    if not states:
        return
    from redi_desktop.packs.embedded import load_embedded_rights

    known = {right.id: texts_of(right).name for right in load_embedded_rights().rights}
    heads = (Column(_("Right"), share=2), Column(_("State")), Column(_("Since")))
    rows = [
        Row((NotedText(known.get(one.right, one.right), one.remark), label(one.status), day_word(one.since)))
        for one in states
    ]
    yield from table(_("Rights noted by the worker"), heads, rows)


def _scenarios(case: CaseFile, called: Mapping[str, str]) -> Iterator[Block]:
    rows = [Row((scenario_name(one, called), changes_words(one, called))) for one in case.scenarios]
    yield from table(_("Scenarios"), (Column(_("Name")), Column(_("Changes"), share=3)), rows)


def _texts(case: CaseFile) -> Iterator[Block]:
    written = (
        (_("Request"), case.request.reason),
        (_("Comment"), case.comment),
        (_("Situation"), case.opinion.context),
        (_("Your own view"), case.opinion.person_view),
        (_("Where you disagree"), case.opinion.disagreements),
        (_("Reasons"), case.opinion.reasons),
    )
    if any(text.strip() for _title, text in written):
        yield Heading(_("What was written"), 3)
        yield from _particulars(written)
    if case.proposal.amount is not None:
        yield Particulars(
            ((_("Amount proposed by the worker"), money(case.proposal.amount)), (_("Reason"), case.proposal.reason))
        )


def _decision(decision: Decision) -> Iterator[Block]:
    typed = [(_("Conditions"), decision.conditions), (_("Reasons"), decision.reasons)]
    if decision != Decision():
        yield Heading(_("Decision"), 3)
        yield Particulars(tuple(decision_pairs(decision)), short=True)
        yield from _particulars(typed)


def _particulars(typed: Sequence[tuple[str, str]]) -> Iterator[Block]:
    told = tuple((title, text) for title, text in typed if text.strip())
    if told:
        yield Particulars(told)


def _word(member: StrEnum | None, nothing: str = NOTHING) -> str:
    return nothing if member is None else label(member)


def _amount(amount: Decimal | None) -> str:
    return NOTHING if amount is None else money(amount)


def _day(day: date | None) -> str:
    return "" if day is None else date_short(day)
