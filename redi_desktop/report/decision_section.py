"""The decision: what was decided, or a block to fill in and sign; deadlines, appeal and legal basis."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from redi_desktop.casefile.judgement import ActivationPath, Decision, Verdict, decide_by, ends_on, notify_by
from redi_desktop.formatting import date_long, money
from redi_desktop.i18n import _
from redi_desktop.report.content import Block, Heading, Paragraph, Particulars, Signatures, Tone, WritingSpace
from redi_desktop.report.form_blocks import BlankField, BlankFields, TickBoxes
from redi_desktop.report.occasion import Occasion, months_words
from redi_desktop.report.opinion_section import paragraphs
from redi_desktop.words.vocabulary import label

MONTHS_TO_APPEAL = 3
REASONS_LINES = 3


def decision_section(occasion: Occasion) -> list[Block]:
    """What the committee decided, or the block where it writes it; then the signatures."""
    decision = occasion.case.decision
    blocks = _to_fill_in() if decision.verdict is None else decided(decision)
    signatures = Signatures(
        (
            _("The social worker: name, date and signature"),
            _("For the committee: name, date and signature"),
            _("For the CPAS: name, date and signature"),
        )
    )
    return [Heading(_("Decision")), *blocks, signatures]


def decided(decision: Decision) -> list[Block]:
    """A decision in its particulars, with its conditions and reasons."""
    blocks: list[Block] = [Particulars(tuple(decision_pairs(decision)), short=True)]
    for title, text in ((_("Conditions"), decision.conditions), (_("Reasons"), decision.reasons)):
        if text.strip():
            blocks += [Heading(title, 3), *paragraphs(text)]
    return blocks


def decision_pairs(decision: Decision) -> list[tuple[str, str]]:
    """What is known of a decision, name by name."""
    verdict = label(decision.verdict) if decision.verdict else ""
    path = label(decision.activation)
    if decision.activation is ActivationPath.EXEMPT and decision.exemption is not None:
        path = _("{path}: {reason}").format(path=path, reason=label(decision.exemption))
    pairs = [
        (_("Decision"), verdict),
        (_("Decided on"), _day(decision.decided_on)),
        (_("Per month"), money(decision.amount) if decision.amount is not None else ""),
        (_("From"), _day(decision.starts_on)),
        (_("For how long"), months_words(decision.months) if decision.months is not None else ""),
        (_("Until"), _day(ends_on(decision))),
        (_("Next review"), _day(decision.review_on)),
        (_("Activation"), path),
        (_("Notified on"), _day(decision.notified_on)),
    ]
    return [(name, fact) for name, fact in pairs if fact]


def _day(day: date | None) -> str:
    return date_long(day) if day is not None else ""


def _to_fill_in() -> list[Block]:
    return [
        TickBoxes(_("The committee decides:"), tuple(label(verdict) for verdict in Verdict)),
        BlankFields((BlankField(_("Per month")), BlankField(_("From")), BlankField(_("For how long")))),
        BlankFields(
            (BlankField(_("Decided on")), BlankField(_("Next review")), BlankField(_("Activation or exemption")))
        ),
        WritingSpace(_("Reasons and conditions"), "", REASONS_LINES, level=3),
    ]


def procedure_section(occasion: Occasion) -> list[Block]:
    """Deadlines with their dates, how to appeal, and the legal basis, in the CPAS's own texts."""
    return [
        Heading(_("Deadlines")),
        *(Paragraph(text) for text in occasion.say("report.deadlines")),
        *_dates(occasion),
        Heading(_("Appeal"), 3),
        *(Paragraph(text) for text in occasion.say("report.appeal")),
        Heading(_("Legal basis"), 3),
        Paragraph(" ".join(occasion.say("report.legal_basis")), Tone.QUIET),
    ]


def _dates(occasion: Occasion) -> list[Block]:
    asked, decision = occasion.case.request.date, occasion.case.decision
    pairs = [
        (_("Date of the request"), _day(asked)),
        (_("Decision at the latest on"), _day(decide_by(asked) if asked else None)),
        (_("Notification at the latest on"), _day(notify_by(decision.decided_on) if decision.decided_on else None)),
        (_("Appeal at the latest on"), _day(_appeal_by(decision.notified_on))),
    ]
    known = tuple((name, fact) for name, fact in pairs if fact)
    return [Particulars(known, short=True)] if known else []


def _appeal_by(notified_on: date | None) -> date | None:
    """Three months after the notification; the last day of a month that is too short."""
    if notified_on is None:
        return None
    months = notified_on.year * 12 + notified_on.month - 1 + MONTHS_TO_APPEAL
    year, month = months // 12, months % 12 + 1
    return date(year, month, min(notified_on.day, monthrange(year, month)[1]))
