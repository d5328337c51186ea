"""The frame of every page: who it is from at the head, what it belongs to and its number at the foot."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any, NamedTuple

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate
from reportlab.platypus.flowables import Flowable

from redi_desktop.report import colours, content, fonts
from redi_desktop.report.pdf.styles import BOTTOM, HEIGHT, MARGIN, PAGE_HEIGHT, PAGE_WIDTH, TOP, WIDTH, colour_of
from redi_desktop.report.pdf.tags import artifact

_SMALL, _SMALLEST = 7.5, 6.5
BARE = 0.2
"""A page that is filled to a smaller part than this looks as if something were missing."""


class PartOpening(Flowable):
    """Takes no room; from its page on, the head of each page names the part of the document."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self.width = self.height = 0.0

    def draw(self) -> None:
        """Tell the canvas, which keeps it with the page."""
        canvas: Any = self.canv
        canvas.part = self._name


class _NumberedCanvas(Canvas):
    """Keeps the pages back until their number is known, then writes head and foot on each."""

    def __init__(self, document: content.Document, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._document = document
        self._kept: list[dict[str, Any]] = []
        self.part = ""

    def showPage(self) -> None:  # noqa: N802 - ReportLab's name
        """Keep the page."""
        self._kept.append(dict(self.__dict__))
        canvas: Any = self
        canvas._startPage()

    def save(self) -> None:
        """Write every page with its number among all."""
        pages = self._kept
        for page in pages:
            self.__dict__.update(page)
            with artifact(self):
                self._draw_head()
                self._draw_foot(len(pages))
            super().showPage()
        super().save()

    def _draw_head(self) -> None:
        if self.getPageNumber() == 1:
            return
        y = PAGE_HEIGHT - TOP + 16
        self._write(MARGIN, y, self._document.letterhead.cpas_name, _SMALL, colours.QUIET)
        title = " · ".join(filter(None, (self._document.title, self.part)))
        self._write(PAGE_WIDTH - MARGIN, y, title, _SMALL, colours.QUIET, at_end=True)
        self._rule(y - 5)

    def _draw_foot(self, pages: int) -> None:
        foot = self._document.footer
        y = BOTTOM - 22
        self._rule(y + 11)
        number = foot.page.format(page=self.getPageNumber(), pages=pages)
        self._write(MARGIN, y, foot.case, _SMALL, colours.QUIET)
        self._write(PAGE_WIDTH - MARGIN, y, number, _SMALL, colours.QUIET, at_end=True)
        self._write(MARGIN, y - 10, foot.origin, _SMALLEST, colours.QUIET)

    def _rule(self, y: float) -> None:
        self.setStrokeColor(colour_of(colours.RULE))
        self.setLineWidth(0.5)
        self.line(MARGIN, y, PAGE_WIDTH - MARGIN, y)

    def _write(self, x: float, y: float, text: str, size: float, colour: str, at_end: bool = False) -> None:
        room = WIDTH if not at_end else 0.6 * WIDTH
        while text and fonts.width(text, fonts.REGULAR, size) > room:
            text = text[:-2].rstrip() + "…" if len(text) > 2 else ""
        self.setFont(fonts.REGULAR, size)
        self.setFillColor(colour_of(colour))
        if at_end:
            self.drawRightString(x, y, text)
        else:
            self.drawString(x, y, text)


class LaidOut(NamedTuple):
    """A document in pages: the PDF without its tags, how many pages, and whether a part of it ends on a bare one."""

    pdf: bytes
    pages: int
    ends_bare: bool


def lay_out(document: content.Document, story: Sequence[Flowable]) -> LaidOut:
    """Break the story into pages."""
    buffer = BytesIO()
    frame: Any = Frame(MARGIN, BOTTOM, WIDTH, HEIGHT, leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0)
    ends: dict[str, float] = {}

    def note_end(canvas: Any, _template: object) -> None:
        ends[canvas.part] = (BOTTOM + HEIGHT - frame._y) / HEIGHT

    template = BaseDocTemplate(
        buffer,
        pageTemplates=[PageTemplate("page", [frame], onPageEnd=note_end)],
        pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
        title=document.title,
        author=document.letterhead.cpas_name,
        subject=document.subject,
        creator="REDI Desktop",
        lang=document.language,
        displayDocTitle=1,
        initialFontName=fonts.REGULAR,
        invariant=1,
    )
    template.build(list(story), canvasmaker=lambda *args, **options: _NumberedCanvas(document, *args, **options))
    return LaidOut(buffer.getvalue(), template.page, min(ends.values(), default=1.0) < BARE)
