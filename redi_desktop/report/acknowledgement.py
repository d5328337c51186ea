"""The acknowledgement of receipt: the date of the request opens rights and deadlines, however little is known."""

from __future__ import annotations

from redi_desktop.casefile.judgement import decide_by
from redi_desktop.formatting import date_long
from redi_desktop.i18n import _
from redi_desktop.report.content import (
    Block,
    Bullets,
    Document,
    DocumentKind,
    Heading,
    KeyFigure,
    KeyFigures,
    Paragraph,
    Particulars,
    Signatures,
    Tone,
)
from redi_desktop.report.form_blocks import Recipient
from redi_desktop.report.letters import DOTS
from redi_desktop.report.occasion import Occasion

ADDRESS_LINES = 2


def acknowledgement(occasion: Occasion) -> Document:
    """The acknowledgement in the current language; what is not known yet is left to be written by hand."""
    pairs = [(_("Your reference at the CPAS"), occasion.reference or DOTS), (_("Date"), date_long(occasion.today))]
    return occasion.document(
        DocumentKind.ACKNOWLEDGEMENT,
        _("Acknowledgement of receipt"),
        _("Receipt of a request for help"),
        Particulars(tuple(pairs), short=True),
        tuple(_blocks(occasion)),
        with_texts=True,
    )


def _blocks(occasion: Occasion) -> list[Block]:
    return [
        Recipient(occasion.applicant, ADDRESS_LINES),
        *(Paragraph(text) for text in occasion.say("acknowledgement.opening")),
        _dates(occasion),
        *_reason(occasion),
        Heading(_("What happens next")),
        Bullets(occasion.say("acknowledgement.next")),
        Heading(_("If papers are missing")),
        *(Paragraph(text) for text in occasion.say("acknowledgement.incomplete")),
        Heading(_("If no decision comes")),
        *(Paragraph(text) for text in occasion.say("acknowledgement.no_decision")),
        *(Paragraph(text, Tone.QUIET) for text in occasion.say("acknowledgement.legal_basis")),
        Signatures((_("For the CPAS: name, date and signature"), _("Received by the person: date and signature"))),
    ]


def _dates(occasion: Occasion) -> KeyFigures:
    asked = occasion.case.request.date
    return KeyFigures(
        (
            KeyFigure(_("Date of the request"), date_long(asked) if asked else DOTS, tone=Tone.LEAD),
            KeyFigure(_("Decision at the latest on"), date_long(decide_by(asked)) if asked else DOTS),
        )
    )


def _reason(occasion: Occasion) -> list[Block]:
    """What was asked, in the words that were typed."""
    reason = occasion.case.request.reason.strip()
    return [Heading(_("What you ask")), Paragraph(reason)] if reason else []
