"""Shows a chapter: pictures from the manual's own folder, links to other chapters, the found words marked."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QResizeEvent,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
    QTextTableCell,
)
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QWidget

from redi_desktop.ui.colours import current_colours
from redi_desktop.ui.manual.chapters import Chapter, folded, manual_folder
from redi_desktop.ui.theme import HALF, UNIT, page_width

LINE_HEIGHT = 112.0
"""Per cent of the height of a letter."""
_HEADINGS = {1: 15 / 10.5, 2: 12 / 10.5}
"""How much larger than the text the title and the headings of a chapter are."""
NEARLY_ALL = QTextLength(QTextLength.Type.PercentageLength, 99)
"""The width of a table: Qt rounds that of each column up, and a pixel too many would push the whole page aside."""


class ChapterView(QTextBrowser):
    """Text to read: nothing is fetched, no link leads out of the manual. ``chapter_asked`` carries a file name."""

    chapter_asked = Signal(str)

    def __init__(self, folder: Path | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures = (folder or manual_folder()) / "pictures"
        self._hits: list[int] = []
        self._words: tuple[str, ...] = ()
        self._text = ""
        self.setOpenLinks(False)
        self.anchorClicked.connect(self._on_link)
        self.document().setDocumentMargin(UNIT * 3)

    def show_chapter(self, chapter: Chapter, search: str = "") -> None:
        """Show a chapter from its beginning, or from the first of the words looked for."""
        self._text = chapter.text
        self._typeset()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(0)
        self.mark(search)

    def show_heading(self, words: str) -> None:
        """Go to the first heading below the title in which these words stand, where there is one."""
        block, wanted = self.document().firstBlock().next(), folded(words)
        while block.isValid():
            if block.blockFormat().headingLevel() and wanted in folded(block.text()):
                place = self.document().documentLayout().blockBoundingRect(block).top()
                self.verticalScrollBar().setValue(round(place) - UNIT * 2)
                return
            block = block.next()

    def mark(self, search: str) -> None:
        """Mark the words looked for, and go to the first of them."""
        self._words = tuple(folded(search).split())
        content = folded(self.toPlainText())
        self._hits = sorted({place for word in self._words for place in _places(content, word)})
        self.setExtraSelections([mark for word in self._words for mark in self._marks(content, word)])
        if self._hits:
            self._go_to(self._hits[0])

    def next_hit(self) -> None:
        """Go to the next of the words looked for, from the last one back to the first."""
        if self._hits:
            here = self.textCursor().position()
            self._go_to(next((place for place in self._hits if place > here), self._hits[0]))

    def hits(self) -> int:
        """How many of the words looked for stand in the chapter."""
        return len(self._hits)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """A picture of the manual, no wider than the text; nothing else is ever loaded."""
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return None
        picture = QImage(str(self._picture(QUrl(name).path())))
        room = self._room()
        fits = picture.isNull() or picture.width() <= room
        return picture if fits else picture.scaledToWidth(room, Qt.TransformationMode.SmoothTransformation)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the lines short enough to read, and the pictures within them."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._centre()

    def refresh(self) -> None:
        """Set the same text again: its size or its colours have changed."""
        place = self.verticalScrollBar().value()
        self._typeset()
        self.mark(" ".join(self._words))
        self.verticalScrollBar().setValue(place)

    def _picture(self, path: str) -> Path:
        """The file of a picture, ``pictures/fr/name.png``; no file where it lies anywhere else."""
        file = (self._pictures / path.rpartition("pictures/")[2]).resolve()
        return file if file.is_relative_to(self._pictures.resolve()) else Path()

    def _typeset(self) -> None:
        self.document().setDefaultFont(self.font())
        self.document().clear()
        self.setMarkdown(self._text)
        self._centre()
        spacing = QTextBlockFormat()
        spacing.setNonBreakableLines(False)  # a line of code wraps, rather than push the page aside
        spacing.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        whole = QTextCursor(self.document())
        whole.beginEditBlock()  # laid out once, not after each cell of a table
        whole.select(QTextCursor.SelectionType.Document)
        whole.mergeBlockFormat(spacing)
        self._size_headings()
        self._lay_out_tables()
        whole.endEditBlock()

    def _size_headings(self) -> None:
        """As large as those of the other pages: Qt would make the first twice as large as the text."""
        block = self.document().begin()
        while block.isValid():
            level = block.blockFormat().headingLevel()
            if level:
                cursor = QTextCursor(block)
                cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
                shape = cursor.charFormat()
                shape.clearProperty(QTextFormat.Property.FontSizeAdjustment)
                shape.setFontPointSize(self.font().pointSizeF() * _HEADINGS.get(level, 1.0))
                shape.setFontWeight(QFont.Weight.DemiBold)
                cursor.setCharFormat(shape)
            block = block.next()

    def _lay_out_tables(self) -> None:
        """A line below each row, and room around the whole."""
        for frame in self.document().rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                shape = frame.format().toTableFormat()
                shape.setBorder(0)
                shape.setBorderCollapse(True)
                shape.setCellPadding(HALF * 1.5)
                shape.setTopMargin(UNIT)
                shape.setBottomMargin(UNIT * 3)
                shape.setWidth(NEARLY_ALL)
                frame.setFormat(shape)
                _rule(frame, self.font())

    def _centre(self) -> None:
        """The text stands in the middle of a wide window."""
        frame = self.document().rootFrame()
        shape = frame.frameFormat()
        side = max((self.viewport().width() - page_width(self)) // 2, UNIT * 3)
        if shape.leftMargin() != side:
            shape.setLeftMargin(side)
            shape.setRightMargin(side)
            frame.setFrameFormat(shape)

    def _room(self) -> int:
        """What a picture may take across, the bar at the side counted though the text may not be that long yet."""
        across = self.width() - self.verticalScrollBar().sizeHint().width()
        return max(min(page_width(self), across - UNIT * 6), UNIT * 20)

    def _marks(self, content: str, word: str) -> list[QTextEdit.ExtraSelection]:
        return [self._marked(place, len(word)) for place in _places(content, word)]

    def _marked(self, place: int, length: int) -> QTextEdit.ExtraSelection:
        mark = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.document())
        cursor.setPosition(place)
        cursor.setPosition(place + length, QTextCursor.MoveMode.KeepAnchor)
        mark.cursor = cursor
        mark.format.setBackground(QColor(current_colours().amber_soft))
        mark.format.setUnderlineStyle(mark.format.UnderlineStyle.SingleUnderline)
        mark.format.setUnderlineColor(QColor(current_colours().amber))
        return mark

    def _go_to(self, place: int) -> None:
        cursor = QTextCursor(self.document())
        cursor.setPosition(place)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def _on_link(self, link: QUrl) -> None:
        if link.isRelative() and link.path().endswith(".md"):
            self.chapter_asked.emit(Path(link.path()).name)


def _places(content: str, word: str) -> list[int]:
    """Where a word begins in a text."""
    places, place = [], content.find(word)
    while place >= 0:
        places.append(place)
        place = content.find(word, place + len(word))
    return places


def _rule(table: QTextTable, body: QFont) -> None:
    for row in range(table.rows()):
        for column in range(table.columns()):
            cell = table.cellAt(row, column)
            shape = cell.format().toTableCellFormat()
            shape.setBottomBorder(1)
            shape.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
            shape.setBottomBorderBrush(QColor(current_colours().line if row else current_colours().border))
            shape.setTopPadding(HALF * 1.5 + _too_high(cell, body))
            cell.setFormat(shape)


def _too_high(cell: QTextTableCell, body: QFont) -> float:
    """How far above the words beside it a cell of nothing but code would stand, its letters being lower."""
    code, piece = 0.0, cell.firstCursorPosition().block().begin()
    while not piece.atEnd():
        shape = piece.fragment().charFormat()
        if not shape.fontFixedPitch():
            return 0.0
        code = max(code, QFontMetricsF(shape.font()).ascent())
        piece += 1
    return max(QFontMetricsF(body).ascent() - code, 0.0) if code else 0.0
