"""The person's copy: two pages in plain words and large type, to take home."""

from __future__ import annotations

from dataclasses import replace

from redi_desktop.engine.expense_lines import ExpenseLine
from redi_desktop.engine.expenses import ExpenseKind, Treatment
from redi_desktop.engine.income import IncomeLine
from redi_desktop.engine.needs import Need
from redi_desktop.formatting import date_long, money, percent
from redi_desktop.i18n import _, ngettext
from redi_desktop.report.balance_figures import income_parts
from redi_desktop.report.balance_section import balance_chart, income_names
from redi_desktop.report.content import (
    Block,
    Bullets,
    Callout,
    Column,
    Document,
    DocumentKind,
    Heading,
    Paragraph,
    Particulars,
    Row,
    RowKind,
    Table,
    Tone,
    TypeSize,
)
from redi_desktop.report.marks import income_mark, marked, need_mark
from redi_desktop.report.person_next_steps import next_steps
from redi_desktop.report.person_room import GENEROUS, SPARING, Room, shortened
from redi_desktop.report.pressures_section import weighs_most
from redi_desktop.report.reported import Reported
from redi_desktop.words.plain_needs import plain_need
from redi_desktop.words.vocabulary import label

PAGES = 2


def person_copy(reported: Reported) -> Document:
    """The copy in the current language, with a shorter one for when it would not fit its two pages."""
    return replace(_copy(reported, GENEROUS), shorter=_copy(reported, SPARING))


def _copy(reported: Reported, room: Room) -> Document:
    return reported.document(
        DocumentKind.PERSON_COPY,
        _("Your budget for one month"),
        _("Copy for the person who asked for help"),
        _particulars(reported),
        tuple(_blocks(reported, room)),
        size=TypeSize.LARGE,
        most_pages=PAGES,
        with_texts=True,
    )


def _particulars(reported: Reported) -> Particulars:
    pairs = [(_("Date"), date_long(reported.today))]
    if reported.applicant:
        # Translators: the person for whom this copy is
        pairs.insert(0, (_("For"), reported.applicant))
    return Particulars(tuple(pairs), short=True)


def _blocks(reported: Reported, room: Room) -> list[Block]:
    return [
        _result(reported),
        balance_chart(reported, plain_need, legend=False),
        Heading(_("What you need")),
        Paragraph(_("Where we know what you really pay, we count that. For the rest we use usual prices.")),
        _needs(reported),
        *_listed([*_expense_sentences(reported, room), _estimates(reported)], room.sentences + 1),
        Heading(_("What comes in")),
        _incomes(reported),
        *_listed(
            [_income_sentence(line, room) for line in reported.assessment.incomes if not line.counted], room.sentences
        ),
        *next_steps(reported, room),
    ]


def _result(reported: Reported) -> Callout:
    """The result in three short sentences, the one that matters first."""
    assessment = reported.assessment
    gap = money(abs(assessment.balance))
    words = _("You need {needed} each month. {available} comes in.")
    sums = words.format(needed=money(assessment.retained.total), available=money(assessment.income_total))
    if assessment.balance < 0:
        said = " ".join(part for part in (sums, weighs_most(reported)) if part)
        return Callout(_("You are {gap} short each month.").format(gap=gap), (said,), Tone.ATTENTION)
    return Callout(_("You have {gap} left each month.").format(gap=gap), (sums,), Tone.LEAD)


def _needs(reported: Reported) -> Table:
    budget = reported.assessment.retained
    amounts = [(plain_need(need), amount) for need, amount in budget.by_need.items() if amount]
    if budget.debts_total:
        amounts.append((_("Paying back debts"), budget.debts_total))
    rows = [
        Row((marked(need_mark(place), name, room=2), money(amount))) for place, (name, amount) in enumerate(amounts)
    ]
    total = Row((_("Total"), money(budget.total)), RowKind.TOTAL)
    columns = (Column(_("What it is for")), Column(_("Each month"), amounts=True))
    return Table(_("What you need"), columns, (*rows, total))


def _incomes(reported: Reported) -> Block:
    parts = income_parts(reported.assessment)
    if not parts:
        return Paragraph(_("We know of no income."))
    named = zip(income_names(reported), parts, strict=True)
    rows = [Row((marked(income_mark(place), name), money(part.amount))) for place, (name, part) in enumerate(named)]
    total = Row((_("Total"), money(reported.assessment.income_total)), RowKind.TOTAL)
    columns = (Column(_("Where it comes from")), Column(_("Each month"), amounts=True))
    return Table(_("What comes in"), columns, (*rows, total))


def _expense_sentences(reported: Reported, room: Room) -> list[str]:
    """What is paid and is not in the sum, and why."""
    beside = (Treatment.COMPARE, Treatment.LEAVE_OUT)
    lines = [line for line in reported.assessment.retained.expenses if line.treatment in beside]
    return [_expense_sentence(line, room) for line in lines]


def _estimates(reported: Reported) -> str:
    words = _("Of what you need, {share} is an estimate. You may ask where each amount comes from.")
    return words.format(share=percent(reported.assessment.estimate_share))


def _listed(sentences: list[str], most: int) -> list[Block]:
    """The sentences; of many, the first few and how many more there are."""
    if not sentences:
        return []
    more = len(sentences) - most
    if more > 0:
        words = ngettext(
            "{count} more: your social worker has the list.", "{count} more: your social worker has the list.", more
        )
        sentences = [*sentences[:most], words.format(count=more)]
    return [Bullets(tuple(sentences))]


def _income_sentence(line: IncomeLine, room: Room) -> str:
    kind = label(line.income.kind) if line.income.kind else ""
    words = _("{name}, {amount}: this does not count as income.")
    return _because(words.format(name=kind, amount=money(line.amount)), line.income.reason, room)


def _expense_sentence(line: ExpenseLine, room: Room) -> str:
    kind = _expense_name(line.expense.kind) if line.expense.kind else ""
    words = _("{name}: you pay {amount}. We counted the usual price.")
    if line.treatment is Treatment.LEAVE_OUT:
        words = _("{name}: you pay {amount}. We did not count this.")
    return _because(words.format(name=kind, amount=money(line.real)), line.expense.reason, room)


def _expense_name(kind: ExpenseKind) -> str:
    """What an expense is called: as in the table above, where it is a need's own."""
    return plain_need(Need(kind.value)) if kind.value in set(Need) else label(kind)


def _because(sentence: str, reason: str, room: Room) -> str:
    reason = shortened(reason, room.reasons)
    return _("{sentence} Reason: {reason}").format(sentence=sentence, reason=reason) if reason else sentence
