"""The decision letter: what was decided and why, the amount and its computation, the period, and how to appeal."""

from __future__ import annotations

from decimal import Decimal

from redi_desktop.casefile.judgement import Verdict
from redi_desktop.engine.assess import Assessment
from redi_desktop.engine.money import ZERO
from redi_desktop.formatting import date_long, money
from redi_desktop.i18n import _
from redi_desktop.report.content import (
    Block,
    Bullets,
    Column,
    Document,
    DocumentKind,
    Heading,
    NotedText,
    Paragraph,
    Particulars,
    Row,
    RowKind,
    Signatures,
    Table,
    Tone,
)
from redi_desktop.report.decision_section import decision_pairs
from redi_desktop.report.form_blocks import Recipient
from redi_desktop.report.letters import DOTS
from redi_desktop.report.occasion import Occasion
from redi_desktop.report.opinion_section import paragraphs
from redi_desktop.report.reported import Reported
from redi_desktop.words.explanations import sentence
from redi_desktop.words.integration_income_kinds import kind_word

ADDRESS_LINES = 2
_GRANTS = frozenset({Verdict.GRANTED, Verdict.GRANTED_IN_PART})


def decision_letter(occasion: Occasion) -> Document:
    """The letter in the current language; the computation stands in it where there is a result."""
    pairs = [(_("Our reference"), occasion.reference or DOTS), (_("Date"), date_long(occasion.today))]
    return occasion.document(
        DocumentKind.DECISION_LETTER,
        _("Decision on your request for help"),
        _("Notification of a decision"),
        Particulars(tuple(pairs), short=True),
        tuple(_blocks(occasion)),
        with_texts=True,
    )


def _blocks(occasion: Occasion) -> list[Block]:
    decision = occasion.case.decision
    verdict = decision.verdict or Verdict.ADJOURNED
    return [
        Recipient(occasion.applicant, ADDRESS_LINES),
        *_said(occasion, "decision.opening"),
        *(Paragraph(text, Tone.LEAD) for text in occasion.say(f"decision.{verdict.value}")),
        *([Particulars(tuple(decision_pairs(decision)), short=True)] if verdict in _GRANTS else []),
        *_typed(_("Reasons"), decision.reasons),
        *_typed(_("Conditions"), decision.conditions),
        *(_computation(occasion, decision.amount) if isinstance(occasion, Reported) else []),
        *(_said(occasion, "decision.after") if verdict in _GRANTS else []),
        Heading(_("Legal basis")),
        Bullets(occasion.say("decision.legal_basis")),
        Heading(_("If you do not agree: appeal")),
        Bullets(occasion.say("decision.appeal")),
        Heading(_("Questions?")),
        *_said(occasion, "decision.contact"),
        *_said(occasion, "decision.closing"),
        Signatures((_("For the CPAS: name, capacity and signature"), _("For the CPAS: name, capacity and signature"))),
    ]


def _said(occasion: Occasion, block: str) -> list[Block]:
    return [Paragraph(text) for text in occasion.say(block)]


def _typed(title: str, text: str) -> list[Block]:
    """A heading with typed paragraphs; dots to write on where nothing was typed."""
    return (
        [Heading(title), *(paragraphs(text) or [Paragraph(DOTS * 12)])] if text.strip() or title == _("Reasons") else []
    )


def _computation(reported: Reported, granted: Decimal | None) -> list[Block]:
    """How the amount comes about, from the budget to what was granted."""
    return [
        Heading(_("How the amount comes about")),
        _steps(reported, granted),
        *_category(reported.assessment),
    ]


def _steps(reported: Reported, granted: Decimal | None) -> Table:
    assessment = reported.assessment
    proposal = assessment.proposal
    day = date_long(assessment.reference_date)
    rows = [
        Row(
            (
                NotedText(_("What the household needs"), _("Budget of {day}").format(day=day)),
                money(assessment.retained.total),
            )
        ),
        Row((_("What comes in"), money(assessment.income_total))),
        Row((_("What is left or missing"), money(assessment.balance)), RowKind.SUBTOTAL),
    ]
    steps = [part for part in proposal.explanation.parts if part.rule != "aid.deficit"]
    rows += [Row((sentence(part, reported.persons), money(part.amount or ZERO))) for part in steps]
    rows.append(Row((_("Aid computed"), money(proposal.computed))))
    if granted is not None:
        rows.append(Row((_("Granted per month"), money(granted)), RowKind.TOTAL))
    columns = (Column(_("Step")), Column(_("Per month"), amounts=True))
    return Table(_("How the amount comes about"), columns, tuple(rows))


def _category(assessment: Assessment) -> list[Block]:
    """The category of the integration income, where the case opens one."""
    income = assessment.integration_income
    if income is None or not income.monthly:
        return []
    words = _("Integration income by the facts of the file: {category}, {amount} per month.")
    return [Paragraph(words.format(category=kind_word(income.category), amount=money(income.monthly)), Tone.QUIET)]
