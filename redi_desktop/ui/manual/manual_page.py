"""The page of the manual: contents and search at the left, the chapter at the right."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from redi_desktop.casefile.steps import Step
from redi_desktop.i18n import LANGUAGES, _, language, ngettext
from redi_desktop.ui.fields.field import announce
from redi_desktop.ui.manual.chapter_view import ChapterView
from redi_desktop.ui.manual.chapters import Manual, manual_in
from redi_desktop.ui.theme import UNIT, characters_wide, set_role
from redi_desktop.ui.top_bar import LanguageSwitch
from redi_desktop.words.vocabulary import label

CONTENTS_CHARACTERS = 39
NAME = Qt.ItemDataRole.UserRole
_TITLE_SIDE, _TITLE_EDGE = 13, 7
"""What the style sheet leaves free around the title of a chapter."""


class ManualPage(QWidget):
    """Opens at a chapter; ``closed`` leads back to where one was. The manual in use is read when it is first shown."""

    closed = Signal()
    language_chosen = Signal(str)
    tour_asked = Signal()

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        manual_of: Callable[[str], Manual] = manual_in,
        folder: Path | None = None,
    ) -> None:
        super().__init__(parent)
        self._manual_of = manual_of
        self._manual = Manual("", ())
        self._chapter = ""
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._build_head())
        sides = QHBoxLayout()
        sides.setContentsMargins(0, 0, 0, 0)
        sides.setSpacing(0)
        sides.addWidget(self._build_contents())
        self.text = ChapterView(folder, self)
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.chapter_asked.connect(self.show_chapter)
        sides.addWidget(self.text, 1)
        whole.addLayout(sides, 1)
        self._build_shortcuts()
        self.retranslate()

    def _build_head(self) -> QWidget:
        head = QFrame(self)
        set_role(head, "bar")
        row = QHBoxLayout(head)
        row.setContentsMargins(UNIT * 2, UNIT, UNIT, UNIT)
        self._title, self.back, self.tour = QLabel(head), QPushButton(head), QPushButton(head)
        set_role(self._title, "title")
        self.languages = LanguageSwitch(head)
        self.languages.chosen.connect(self.language_chosen)
        self.back.clicked.connect(self.closed)
        self.tour.clicked.connect(self.tour_asked)
        row.addWidget(self._title, 1)
        for widget in (self.tour, self.back, self.languages):
            row.addWidget(widget)
        return head

    def _build_contents(self) -> QWidget:
        self._side = QWidget(self)
        column = QVBoxLayout(self._side)
        column.setContentsMargins(UNIT * 2, UNIT * 2, UNIT, UNIT * 2)
        column.setSpacing(UNIT)
        self.search, self.contents, self._note = QLineEdit(self), QListWidget(self), QLabel(self)
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._on_search)
        self.search.returnPressed.connect(self.text_next)
        self._note.setWordWrap(True)
        set_role(self._note, "quiet")
        self.contents.setWordWrap(True)
        set_role(self.contents, "contents")
        self.contents.setFrameShape(QFrame.Shape.NoFrame)
        self.contents.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.contents.currentItemChanged.connect(self._on_chosen)
        self.contents.verticalScrollBar().rangeChanged.connect(self._fit_titles)
        for widget in (self.search, self._note):
            column.addWidget(widget)
        column.addWidget(self.contents, 1)
        self._fit()
        return self._side

    def _build_shortcuts(self) -> None:
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for keys, act in (
            ("Esc", self.closed.emit),
            ("Ctrl+F", self.focus_search),
            ("F3", self.text.next_hit),
        ):
            QShortcut(QKeySequence(keys), self, act, context=within)

    def offer_tour(self, offered: bool) -> None:
        """Whether there is a window to look around in."""
        self.tour.setVisible(offered)

    def open(self, page: str = "") -> None:
        """Show the manual: at the chapter about a page of the wizard where there is one, else where it was left."""
        self._manual = self._manual_of(language())
        about = self._manual.about(page) if page else None
        if about is not None:
            self._chapter = about.name
        if self.search.text():
            self.search.clear()  # lists the chapters anew
        else:
            self._list()
        if about is not None:
            self.text.show_heading(label(Step(page)))
        self.contents.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_chapter(self, name: str) -> None:
        """Show a chapter by the name of its file; the first one where there is none of that name."""
        for row in range(self.contents.count()):
            if self.contents.item(row).data(NAME) == name:
                self.contents.setCurrentRow(row)
                return
        self.contents.setCurrentRow(0)

    def focus_search(self) -> None:
        """Begin to search."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def text_next(self) -> None:
        """From the search to the next place where the words stand."""
        self.text.next_hit()

    def retranslate(self) -> None:
        """Say everything again in the language in use, and show the same chapter in it."""
        self._title.setText(_("Manual"))
        self.setAccessibleName(_("Manual"))
        self.back.setText(_("Back"))
        self.back.setToolTip(_("Back to where you were (Esc)"))
        self.tour.setText(_("Look around in one minute"))
        self.search.setPlaceholderText(_("Search in the manual"))
        self.search.setAccessibleName(_("Search in the manual"))
        self.search.setToolTip(_("Accents or not (Ctrl+F); Enter or F3 leads to the next place"))
        self.contents.setAccessibleName(_("Chapters"))
        self.text.setAccessibleName(_("Chapter"))
        self.languages.retranslate()
        if self._manual.chapters and self.isVisible():  # else it is read when it is opened
            self._read()

    def changeEvent(self, event: QEvent) -> None:
        """The text follows size and colours; where nobody sees it, it is set when the manual is opened."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange) and self.isVisible():
            self.text.refresh()

    def _fit(self) -> None:
        self._side.setFixedWidth(characters_wide(self.fontMetrics(), CONTENTS_CHARACTERS))
        self._fit_titles()

    def _read(self) -> None:
        self._manual = self._manual_of(language())
        self._list()

    def _list(self) -> None:
        """The chapters in which everything stands that is looked for."""
        found = self._manual.found(self.search.text())
        kept = self._chapter
        blocked = self.contents.blockSignals(True)
        self.contents.clear()
        for chapter in found:
            item = QListWidgetItem(chapter.title)
            item.setData(NAME, chapter.name)
            self.contents.addItem(item)
        self.contents.blockSignals(blocked)
        self._fit_titles()
        self._say(len(found))
        self.show_chapter(kept)

    def _say(self, found: int) -> None:
        """What was found, and in which language the manual is written where that is not the window's."""
        sentences = []
        if self._manual.language != language() and self._manual.chapters:
            name = next(spoken.name for spoken in LANGUAGES if spoken.code == self._manual.language)
            sentences.append(
                _("The manual is written in French and in Dutch; this is: {language}.").format(language=name)
            )
        if self.search.text().strip():
            words = ngettext("Found in {count} chapter.", "Found in {count} chapters.", found).format(count=found)
            sentences.append(words if found else _("Found nowhere. Try fewer letters."))
        self._note.setText(" ".join(sentences))
        self._note.setVisible(bool(sentences))

    def _fit_titles(self) -> None:
        """Give every title its lines. WORKAROUND: Qt wraps before it takes the padding off, and cuts the last word."""
        metrics, bar = self.contents.fontMetrics(), self.contents.verticalScrollBar()
        room = self._side.width() - UNIT * 3 - 2 * _TITLE_SIDE - (bar.sizeHint().width() if bar.maximum() else 0)
        for row in range(self.contents.count()):
            item = self.contents.item(row)
            lines = metrics.boundingRect(QRect(0, 0, room, 10_000), Qt.TextFlag.TextWordWrap, item.text())
            hint = QSize(0, lines.height() + 2 * _TITLE_EDGE)
            if item.sizeHint() != hint:
                item.setSizeHint(hint)

    def _on_search(self, _text: str) -> None:
        self._list()
        self.text.mark(self.search.text())
        announce(self.search, self._note.text())

    def _on_chosen(self, item: QListWidgetItem | None) -> None:
        chapter = self._manual.chapter(item.data(NAME)) if item is not None else None
        if chapter is not None:
            self._chapter = chapter.name
            self.text.show_chapter(chapter, self.search.text())
