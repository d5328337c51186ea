"""The second half of the person's copy: what to ask for and where, what was decided, how to disagree, their data."""

from __future__ import annotations

from redi_desktop.casefile.judgement import Decision, Verdict
from redi_desktop.engine.rights.result import RightResult, open_rights
from redi_desktop.formatting import date_long, money
from redi_desktop.i18n import _, ngettext
from redi_desktop.report.balance_figures import income_parts
from redi_desktop.report.content import (
    Block,
    Bullets,
    Callout,
    Column,
    Heading,
    NotedText,
    Paragraph,
    Row,
    Table,
    Tone,
    WritingSpace,
)
from redi_desktop.report.occasion import months_words
from redi_desktop.report.person_room import Room, shortened
from redi_desktop.report.reported import Reported
from redi_desktop.words.pack_texts import with_pack_language
from redi_desktop.words.rights import amount_words, texts_of


def next_steps(reported: Reported, room: Room) -> list[Block]:
    """What follows the budget."""
    return [
        *_rights(reported, room.rights_beside(len(income_parts(reported.assessment)))),
        *_decided_or_proposed(reported),
        Heading(_("Do you not agree?")),
        Bullets(reported.say("person_copy.disagree")),
        *_view(reported, room),
        Heading(_("Your data")),
        Bullets(reported.say("person_copy.data")),
    ]


def _rights(reported: Reported, most: int) -> list[Block]:
    """The rights to ask for, with who gives them."""
    rights = open_rights(reported.assessment.rights)
    if not rights:
        return []
    columns = (Column(_("What"), share=3), Column(_("Where to ask"), share=2))
    rows = tuple(_right_row(result) for result in rights[:most])
    hint = _("You may have a right to this. Your social worker helps you to ask.")
    more = len(rights) - most
    if more > 0:
        words = ngettext("{count} more right is on the list.", "{count} more rights are on the list.", more)
        hint = f"{hint} {words.format(count=more)}"
    return [
        Heading(_("What you can ask for")),
        Paragraph(with_pack_language(hint)),
        Table(_("What you can ask for"), columns, rows),
    ]


def _right_row(result: RightResult) -> Row:
    texts = texts_of(result.right)
    amount = "" if result.amount_is_old else amount_words(result)
    return Row((NotedText(texts.name, amount), texts.authority))


def _decided_or_proposed(reported: Reported) -> list[Block]:
    decision = reported.case.decision
    if decision.verdict is None:
        return [Heading(_("What is proposed")), _proposed(reported)]
    return [Heading(_("What was decided")), _decided(decision)]


def _proposed(reported: Reported) -> Callout:
    amount = reported.assessment.proposal.amount
    title = _("Your social worker proposes no aid for now.")
    if amount:
        title = _("Your social worker proposes {amount} each month.").format(amount=money(amount))
    later = _("This is not a decision. The CPAS looks at your whole situation and decides later.")
    return Callout(title, (later,), Tone.LEAD)


def _decided(decision: Decision) -> Callout:
    titles = {
        Verdict.GRANTED: _("The CPAS says yes."),
        Verdict.GRANTED_IN_PART: _("The CPAS says yes to a part."),
        Verdict.REFUSED: _("The CPAS says no."),
        Verdict.ADJOURNED: _("The CPAS decides later."),
    }
    title = titles[decision.verdict or Verdict.ADJOURNED]
    sentences = []
    if decision.decided_on is not None:
        sentences.append(_("This was decided on {day}.").format(day=date_long(decision.decided_on)))
    if decision.amount and decision.verdict in (Verdict.GRANTED, Verdict.GRANTED_IN_PART):
        sentences.append(_("You get {amount} each month.").format(amount=money(decision.amount)))
        sentences += _period(decision)
    sentences.append(_("The letter tells you why."))
    return Callout(title, (" ".join(sentences),), Tone.LEAD)


def _period(decision: Decision) -> list[str]:
    sentences = []
    if decision.starts_on is not None:
        sentences.append(_("It begins on {day}.").format(day=date_long(decision.starts_on)))
    if decision.months is not None:
        sentences.append(_("It is for {months}.").format(months=months_words(decision.months)))
    return sentences


def _view(reported: Reported, room: Room) -> list[Block]:
    """What the person said, or room to write it."""
    opinion = reported.case.opinion
    said = " ".join(f"{opinion.person_view} {opinion.disagreements}".split())
    if not said:
        hint = _("Write here what is not right or what is missing.")
        return [WritingSpace(_("What do you think?"), hint, room.lines)]
    beginning = shortened(said, room.view)
    if beginning != said:
        beginning = _("{beginning} All of it is in your file.").format(beginning=beginning)
    return [Heading(_("What you told us")), Paragraph(beginning)]
