"""The social report: what the worker lays before the committee. The worker's reasoned opinion comes first."""

from __future__ import annotations

from redi_desktop.formatting import date_long
from redi_desktop.i18n import _, language
from redi_desktop.report.balance_section import balance_chart, group_table, key_figures, need_table, quick_scan
from redi_desktop.report.content import (
    Block,
    Document,
    DocumentKind,
    Heading,
    Paragraph,
    Particulars,
    Signatures,
    Tone,
    WritingSpace,
)
from redi_desktop.report.household_section import dwelling_section, household_section, request_section
from redi_desktop.report.money_tables import debt_table, expense_table, income_table
from redi_desktop.report.reported import NOTHING, Reported, footer, unprintable
from redi_desktop.report.sources_section import findings_section, sources_section, starting_point
from redi_desktop.words.balance import balance_sentence

OPINION_LINES = 7


def social_report(reported: Reported) -> Document:
    """The report in the current language."""
    return Document(
        kind=DocumentKind.SOCIAL_REPORT,
        language=language(),
        title=_("Social report"),
        subject=_("Social inquiry and reference budget"),
        day=reported.today,
        reference=reported.case.reference.strip(),
        letterhead=reported.letterhead,
        particulars=_particulars(reported),
        blocks=tuple(_blocks(reported)),
        footer=footer(reported),
        unprintable=unprintable(),
    )


def _particulars(reported: Reported) -> Particulars:
    pairs = [
        (_("Case"), reported.case.reference.strip() or NOTHING),
        (_("Applicant"), reported.applicant or NOTHING),
        (_("Date of the report"), date_long(reported.today)),
        (_("Date of the budget"), date_long(reported.assessment.reference_date)),
    ]
    return Particulars(tuple(pairs), short=True)


def _blocks(reported: Reported) -> list[Block]:
    opinion = WritingSpace(
        _("Reasoned opinion of the social worker"),
        _("The situation, what is proposed and why. The figures below serve this opinion; they do not replace it."),
        OPINION_LINES,
    )
    signature = Signatures((_("The social worker: name, date and signature"),))
    return [
        opinion,
        *request_section(reported),
        *household_section(reported),
        *dwelling_section(reported),
        *_balance(reported),
        *_money(reported),
        *findings_section(reported),
        *sources_section(reported),
        starting_point(),
        signature,
    ]


def _balance(reported: Reported) -> list[Block]:
    return [
        Heading(_("The balance")),
        Paragraph(balance_sentence(reported.assessment.balance), Tone.LEAD),
        key_figures(reported),
        *quick_scan(reported),
        balance_chart(reported),
        Heading(_("The budget by need")),
        Paragraph(_("In euro per month. Retained: the reference, with real expenses in their place."), Tone.QUIET),
        need_table(reported),
        Heading(_("The budget by group")),
        group_table(reported),
    ]


def _money(reported: Reported) -> list[Block]:
    budget = reported.assessment.retained
    blocks: list[Block] = [Heading(_("What comes in")), _incomes(reported)]
    blocks += [Heading(_("What is really paid")), *_expenses(reported)]
    if budget.debts:
        blocks += [Heading(_("Debts")), debt_table(reported)]
    return blocks


def _incomes(reported: Reported) -> Block:
    if reported.assessment.incomes:
        return income_table(reported)
    return Paragraph(_("No income is known."))


def _expenses(reported: Reported) -> list[Block]:
    if reported.assessment.retained.expenses:
        return [Paragraph(_("Paid by the household where nobody else is named."), Tone.QUIET), expense_table(reported)]
    return [Paragraph(_("No real expense is known: the whole budget rests on reference amounts."))]
