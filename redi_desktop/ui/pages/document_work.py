"""Making a document and drawing its pages, off the window's thread; nothing of it touches the disk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from PySide6.QtGui import QImage

from redi_desktop import i18n
from redi_desktop.casefile.model import CaseFile, SpokenLanguage
from redi_desktop.engine.assess import Assessment
from redi_desktop.errors import DocumentError
from redi_desktop.report.content import Document, DocumentKind, Letterhead
from redi_desktop.report.occasion import USUAL, Choices


@dataclass(frozen=True, slots=True)
class Order:
    """Which document of which case, in which language; no ``assessment`` while the case gives no number."""

    kind: DocumentKind
    language: SpokenLanguage
    case: CaseFile
    assessment: Assessment | None
    letterhead: Letterhead
    day: date
    choices: Choices = USUAL

    def is_same(self, other: Order | None) -> bool:
        """Whether the other gives the same document; a result follows from the case and the parameters."""
        return (
            other is not None
            and _parameters(self) is _parameters(other)
            and (self.kind, self.language, self.letterhead, self.day, self.choices)
            == (other.kind, other.language, other.letterhead, other.day, other.choices)
            and self.case == other.case
        )


def _parameters(order: Order) -> object:
    return order.assessment.parameters if order.assessment is not None else None


class Made(NamedTuple):
    """A document, its PDF, and how many pages it has."""

    document: Document
    pdf: bytes
    pages: int


class Picture(NamedTuple):
    """A page drawn for the screen: four bytes a pixel (blue, green, red, unused)."""

    width: int
    height: int
    stride: int
    pixels: bytes

    def image(self) -> QImage:
        """The page as Qt draws it."""
        return QImage(self.pixels, self.width, self.height, self.stride, QImage.Format.Format_RGB32).copy()


class Overtaken(NamedTuple):
    """What comes of an order when a newer one has been given meanwhile."""


def made(order: Order, is_wanted: Callable[[], bool]) -> Made | Overtaken:
    """Make the document; raises :class:`DocumentError`."""
    if not is_wanted():
        return Overtaken()
    # Imported here: the window opens without the PDF libraries.
    import pypdfium2

    from redi_desktop.report.make import make, to_bytes

    language = order.language.value
    document = make(order.kind, order.case, order.assessment, order.letterhead, language, order.day, order.choices)
    content = to_bytes(document, "pdf")
    opened = pypdfium2.PdfDocument(content)
    try:
        return Made(document, content, len(opened))
    finally:
        opened.close()


def workbook_of(order: Order) -> bytes:
    """The budget of the case as a workbook; raises :class:`DocumentError` where there is none."""
    from redi_desktop.report.exports.budget_workbook import budget_workbook
    from redi_desktop.report.reported import Reported

    if order.assessment is None:
        raise DocumentError("document_needs_result")
    with i18n.speaking(order.language.value):
        return budget_workbook(Reported.about(order.case, order.assessment, order.letterhead, order.day, order.choices))


def drawn(pdf: bytes, page: int, pixels_wide: int) -> Picture:
    """Draw one page (the first is 0) so many pixels wide."""
    import pypdfium2

    opened = pypdfium2.PdfDocument(pdf)
    try:
        sheet = opened[page]
        bitmap = sheet.render(scale=pixels_wide / sheet.get_width(), prefer_bgrx=True)
        return Picture(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
    finally:
        opened.close()
