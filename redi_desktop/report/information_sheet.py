"""The information sheet: what is done with the person's data (GDPR, article 13), in the CPAS's own plain words."""

from __future__ import annotations

from redi_desktop.formatting import date_long
from redi_desktop.i18n import N_, _
from redi_desktop.report.content import (
    Block,
    Bullets,
    Document,
    DocumentKind,
    Heading,
    Paragraph,
    Particulars,
    Signatures,
    TypeSize,
)
from redi_desktop.report.occasion import Occasion

PAGES = 2
_CHAPTERS: tuple[tuple[str, str, bool], ...] = (
    (N_("Who is responsible"), "controller", False),
    (N_("Why"), "purposes", True),
    (N_("Which data"), "data", True),
    (N_("On what legal ground"), "grounds", True),
    (N_("Who sees them"), "who_sees", True),
    (N_("For how long"), "kept", False),
    (N_("The computer decides nothing"), "computer", False),
    (N_("Your rights"), "rights", True),
    ("", "ask", False),
    (N_("A complaint?"), "complaint", False),
)
"""The chapters: title, block of the CPAS's texts, whether its sentences are a list. Without a title it goes on."""


def information_sheet(occasion: Occasion) -> Document:
    """The sheet in the current language; a receipt to sign at its end."""
    return occasion.document(
        DocumentKind.INFORMATION_SHEET,
        _("What we do with your data"),
        _("Information sheet, GDPR article 13"),
        Particulars(((_("Date"), date_long(occasion.today)),), short=True),
        tuple(_blocks(occasion)),
        size=TypeSize.LARGE,
        most_pages=PAGES,
        with_texts=True,
    )


def _blocks(occasion: Occasion) -> list[Block]:
    blocks: list[Block] = [Paragraph(text) for text in occasion.say("information.intro")]
    for title, block, is_list in _CHAPTERS:
        texts = occasion.say(f"information.{block}")
        if title:
            blocks.append(Heading(_(title)))
        blocks += [Bullets(texts)] if is_list else [Paragraph(text) for text in texts]
    return [*blocks, Signatures((_("I received this sheet: date and signature"),))]
