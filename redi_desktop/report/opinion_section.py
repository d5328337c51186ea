"""What people think: the worker's reasoned opinion, and the person's own view. Ruled space where nothing was typed."""

from __future__ import annotations

from redi_desktop.i18n import _
from redi_desktop.report.content import Block, Heading, Paragraph, WritingSpace
from redi_desktop.report.occasion import Occasion

OPINION_LINES, REASONS_LINES, VIEW_LINES = 7, 4, 3


def opinion_section(occasion: Occasion) -> list[Block]:
    """The situation, what is proposed and why, before every figure."""
    opinion = occasion.case.opinion
    title = _("Reasoned opinion of the social worker")
    hint = _("The situation, what is proposed and why. The figures below serve this opinion; they do not replace it.")
    if not (opinion.context.strip() or opinion.reasons.strip()):
        return [WritingSpace(title, hint, OPINION_LINES)]
    blocks: list[Block] = [Heading(title)]
    if opinion.context.strip():
        blocks += [Heading(_("The situation"), 3), *paragraphs(opinion.context)]
    if opinion.reasons.strip():
        return [*blocks, Heading(_("What is proposed, and why"), 3), *paragraphs(opinion.reasons)]
    return [*blocks, WritingSpace(_("What is proposed, and why"), "", REASONS_LINES, level=3)]


def view_section(occasion: Occasion) -> list[Block]:
    """What the person says, and what they do not agree with."""
    opinion = occasion.case.opinion
    title = _("The person's own view")
    if not (opinion.person_view.strip() or opinion.disagreements.strip()):
        return [WritingSpace(title, _("In their own words, also what they do not agree with."), VIEW_LINES)]
    blocks: list[Block] = [Heading(title), *paragraphs(opinion.person_view)]
    if opinion.disagreements.strip():
        blocks += [Heading(_("What they do not agree with"), 3), *paragraphs(opinion.disagreements)]
    return blocks


def paragraphs(text: str) -> list[Block]:
    """Typed text as paragraphs: an empty line begins a new one."""
    return [Paragraph(part.strip()) for part in text.replace("\r\n", "\n").split("\n\n") if part.strip()]
