"""The social report: what the worker lays before the committee. The worker's reasoned opinion comes first."""

from __future__ import annotations

from redi_desktop.i18n import _
from redi_desktop.report.attachment_section import attachment_section
from redi_desktop.report.balance_section import balance_chart, group_table, key_figures, need_table, quick_scan
from redi_desktop.report.content import Block, Document, DocumentKind, Heading, Paragraph, Tone
from redi_desktop.report.decision_section import decision_section, procedure_section
from redi_desktop.report.household_section import (
    dwelling_section,
    household_section,
    inquiry_section,
    request_section,
)
from redi_desktop.report.integration_income_section import integration_income_section
from redi_desktop.report.money_tables import debt_table, expense_table, income_table
from redi_desktop.report.opinion_section import opinion_section, view_section
from redi_desktop.report.pressures_section import pressures_section
from redi_desktop.report.proposal_section import proposal_section
from redi_desktop.report.reported import Reported
from redi_desktop.report.rights_section import rights_section
from redi_desktop.report.sources_section import findings_section, sources_section, starting_point
from redi_desktop.words.balance import balance_sentence


def social_report(reported: Reported) -> Document:
    """The report in the current language."""
    return reported.document(
        DocumentKind.SOCIAL_REPORT,
        _("Social report"),
        _("Social inquiry and reference budget"),
        reported.about_case(_("Date of the report")),
        tuple(_blocks(reported)),
        with_texts=True,
    )


def _blocks(reported: Reported) -> list[Block]:
    return [
        *opinion_section(reported),
        *view_section(reported),
        *request_section(reported),
        *household_section(reported),
        *dwelling_section(reported),
        *inquiry_section(),
        *_balance(reported),
        *_money(reported),
        *findings_section(reported),
        *sources_section(reported),
        *integration_income_section(reported),
        *rights_section(reported),
        *proposal_section(reported),
        starting_point(),
        *decision_section(reported),
        *procedure_section(reported),
    ]


def _balance(reported: Reported) -> list[Block]:
    return [
        Heading(_("The balance")),
        Paragraph(balance_sentence(reported.assessment.balance), Tone.LEAD),
        key_figures(reported),
        *quick_scan(reported),
        balance_chart(reported),
        Heading(_("The budget by group")),
        Paragraph(_("In euro per month. Retained: the reference, with real expenses in their place."), Tone.QUIET),
        group_table(reported),
        Heading(_("The budget by need")),
        need_table(reported),
        *pressures_section(reported),
    ]


def _money(reported: Reported) -> list[Block]:
    budget = reported.assessment.retained
    blocks: list[Block] = [Heading(_("What comes in")), _incomes(reported)]
    blocks += [Heading(_("What is really paid")), *_expenses(reported)]
    if budget.debts:
        blocks += [Heading(_("Debts")), debt_table(reported), *attachment_section(reported)]
    return blocks


def _incomes(reported: Reported) -> Block:
    if reported.assessment.incomes:
        return income_table(reported)
    return Paragraph(_("No income is known."))


def _expenses(reported: Reported) -> list[Block]:
    if reported.assessment.retained.expenses:
        return [Paragraph(_("Paid by the household where nobody else is named."), Tone.QUIET), expense_table(reported)]
    return [Paragraph(_("No real expense is known: the whole budget rests on reference amounts."))]
