"""Text on a page: paragraphs and single texts that know their place in the structure tree."""

from __future__ import annotations

import re
from typing import Any, Final

from reportlab.lib.colors import Color
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph
from reportlab.platypus import paragraph as breaking
from reportlab.platypus.flowables import Flowable
from reportlab.platypus.paraparser import ParaFrag

from redi_desktop.report import fonts
from redi_desktop.report.content import Cell
from redi_desktop.report.pdf.tags import Node

Look = tuple[str, float, Color]
"""The face, size and colour of a text."""
_PIECE, _LAST_PIECE = vars(breaking)["_SplitWord"], vars(breaking)["_SplitWordEnd"]
"""What ReportLab breaks a word into that is longer than a line."""
_BLANKS: Final = re.compile(r"[ \t]+")


class TaggedParagraph(Paragraph):
    """A paragraph that marks itself as a node; its two parts, where a page ends in it, mark the same node.

    Inside the cell of a table (``in_cell``) it stays silent: there the table marks the cell. ``continued`` on the next
    page, its last line ends with a space like the others.
    """

    node: Node
    in_cell = False
    continued = False
    outline: tuple[str, int] | None = None
    _wrapped: tuple[float, tuple[float, float]] | None = None

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Break into lines; a table asks again and again for the same width, and is given the same answer.

        ReportLab forgets the lines (``blPara``) of a paragraph that it could not split: then they are broken anew.
        """
        if self._wrapped is None or self._wrapped[0] != width or not hasattr(self, "blPara"):
            self._wrapped = (width, super().wrap(width, height))
        return self._wrapped[1]

    def draw(self) -> None:
        """Draw the text inside the node's mark; a heading also becomes a bookmark."""
        if self.in_cell:
            super().draw()
            return
        if self.outline:
            self._bookmark(*self.outline)
        with self.node.drawn(self.canv):
            super().draw()

    def breakLines(self, width: float | list[float] | tuple[float, ...]) -> Any:  # noqa: N802 - ReportLab's name
        """Break into lines, each but the last with a space at its end, so that text taken out keeps its words apart.

        A word that is longer than a line stays one word: ReportLab puts it together again where a page ends in it.
        """
        broken: Any = super().breakLines(width)
        for line in broken.lines if self.continued else broken.lines[:-1]:
            if broken.kind == 0:
                if not _goes_on(line[1][-1]):
                    line[1].append("")
            elif line.words:
                line.words[-1].text += " "
        return broken

    def split(self, width: float, height: float) -> list[Flowable]:
        """Split, the parts keeping the node."""
        parts: list[Flowable] = super().split(width, height)
        for part in parts:
            if isinstance(part, TaggedParagraph):
                part.node, part.in_cell = self.node, self.in_cell
                part.continued = self.continued or part is not parts[-1]
        return parts

    def _bookmark(self, title: str, level: int) -> None:
        key = f"bookmark-{self.canv.getPageNumber()}-{title}"
        self.canv.bookmarkHorizontal(key, 0, self.height)
        self.canv.addOutlineEntry(title, key, level, closed=False)


def _goes_on(word: str) -> bool:
    return isinstance(word, _PIECE) and not isinstance(word, _LAST_PIECE)


class TaggedText(str):
    """A text of one line in a cell that knows its node."""

    node: Node

    @classmethod
    def of(cls, text: str, node: Node) -> TaggedText:
        """The text with its node."""
        tagged = cls(text)
        tagged.node = node
        return tagged


def pieces(text: str, look: Look) -> list[ParaFrag]:
    """Plain text as ReportLab holds a paragraph that it has read: what was typed is never taken for markup."""
    made: list[ParaFrag] = []
    for place, line in enumerate(text.strip(" \t\n").split("\n")):
        if place:
            made.append(_piece(look, lineBreak=True, text=""))
        words = _BLANKS.sub(" ", line)
        if words:
            made.append(_piece(look, text=words))
    return made


def _piece(look: Look, **more: Any) -> ParaFrag:
    name, size, colour = look
    usual: dict[str, Any] = {"rise": 0, "greek": 0, "link": [], "us_lines": [], "italic": 0}
    face = {"fontName": name, "bold": int(name == fonts.BOLD), "fontSize": size, "textColor": colour}
    return ParaFrag(**usual, **face, **more)


def _look(style: ParagraphStyle) -> Look:
    return style.fontName, style.fontSize, style.textColor


def plain(text: str, style: ParagraphStyle) -> Paragraph:
    """A paragraph that somebody else marks."""
    return Paragraph("", style, frags=pieces(text, _look(style)))


def paragraph(text: str, style: ParagraphStyle, node: Node, **options: Any) -> TaggedParagraph:
    """A paragraph of plain text."""
    made = TaggedParagraph("", style, frags=pieces(text, _look(style)), **options)
    made.node = node
    return made


def heading(text: str, style: ParagraphStyle, node: Node, level: int) -> TaggedParagraph:
    """A heading, also a bookmark; ``level`` counts from 0."""
    made = paragraph(text, style, node)
    made.outline = (text, level)
    return made


def cell_parts(cell: Cell, style: ParagraphStyle, note_style: ParagraphStyle, node: Node) -> list[TaggedParagraph]:
    """The text of a cell and, below it, its note: a paragraph each, which the cell marks together."""
    text, note = (cell, "") if isinstance(cell, str) else (cell.text, cell.note)
    made = [paragraph(text, style, node)] if text.strip() or not note.strip() else []
    if note.strip():
        made.append(paragraph(note, note_style, node))
    for part in made:
        part.in_cell, part.continued = True, part is not made[-1]
    return made
