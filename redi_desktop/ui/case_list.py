"""The worker's cases at the left: searched as one types, opened with a click or Enter, folded away when one wants."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QListView, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from redi_desktop.i18n import _
from redi_desktop.ui.case_model import SUMMARY, CaseDelegate, CaseModel
from redi_desktop.ui.colours import current_colours
from redi_desktop.ui.icons import icon
from redi_desktop.ui.theme import UNIT, characters_wide, set_role

if TYPE_CHECKING:
    from redi_desktop.store.cases import CaseSummary

CHARACTERS = 33
"""Its width: 240 pixels at a text scale of 100 %."""


class CaseList(QWidget):
    """Search, list, and what to do where it is empty."""

    opened = Signal(str)
    new_asked = Signal()
    search_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._current = ""
        self._searched = ""
        self._model = CaseModel()
        column = QVBoxLayout(self)
        column.setContentsMargins(UNIT * 2, UNIT * 2, UNIT, UNIT * 2)
        column.setSpacing(UNIT)
        self.new = QPushButton(self)
        self.new.clicked.connect(self.new_asked)
        column.addWidget(self.new)
        column.addWidget(self._build_search())
        column.addWidget(self._build_list(), 1)
        self._empty = QLabel(self)
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        set_role(self._empty, "quiet")
        column.addWidget(self._empty, 1)
        self._empty.hide()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def _build_search(self) -> QWidget:
        self.search = QLineEdit(self)
        self.search.setClearButtonEnabled(True)
        self._lens = QAction(self)
        self.search.addAction(self._lens, QLineEdit.ActionPosition.LeadingPosition)
        self.search.textChanged.connect(self.search_changed)
        self.search.installEventFilter(self)
        return self.search

    def _build_list(self) -> QWidget:
        self.view = QListView(self)
        self.view.setModel(self._model)
        self.view.setItemDelegate(CaseDelegate(self.view))
        self.view.setUniformItemSizes(True)
        self.view.setMouseTracking(True)
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.view.clicked.connect(self._on_chosen)
        self.view.activated.connect(self._on_chosen)
        return self.view

    def sizeHint(self) -> QSize:
        """So many characters wide."""
        return QSize(characters_wide(self.fontMetrics(), CHARACTERS), super().sizeHint().height())

    def set_cases(self, cases: tuple[CaseSummary, ...], searched: str) -> None:
        """Show what was found for a search."""
        self._searched = searched
        self._model.set_cases(cases)
        self._mark_current()
        self.view.setVisible(bool(cases))
        self._empty.setVisible(not cases)
        self._say_empty()

    def set_current(self, case_id: str) -> None:
        """Mark the case that is open; empty where none is."""
        self._current = case_id
        self._mark_current()

    def focus_search(self) -> None:
        """Begin to search."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        self.setAccessibleName(_("Cases"))
        self.new.setText(_("&New case"))
        self.new.setToolTip(_("New case (Ctrl+N)"))
        self.search.setPlaceholderText(_("Search"))
        self.search.setAccessibleName(_("Search among the cases"))
        self.search.setToolTip(_("By name or reference, accents or not (Ctrl+F)"))
        self._lens.setText(_("Search"))
        self._lens.setIcon(icon("search", current_colours().quiet))
        self.view.setAccessibleName(_("List of cases"))
        self._model.retranslate()
        self._say_empty()

    def changeEvent(self, event: QEvent) -> None:
        """Lay the list out again when text or colours change."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()
            self.view.scheduleDelayedItemsLayout()
        elif event.type() == QEvent.Type.PaletteChange:
            self._lens.setIcon(icon("search", current_colours().quiet))

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """The down key leads from the search into the list; Enter opens its first case."""
        if watched is self.search and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            first = self._model.index(0)
            if event.key() == Qt.Key.Key_Down and first.isValid():
                self.view.setFocus(Qt.FocusReason.TabFocusReason)
                self.view.setCurrentIndex(first)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and first.isValid():
                self._on_chosen(first)
                return True
        return False

    def _mark_current(self) -> None:
        index = self._model.index_of(self._current)
        if index.isValid():
            self.view.setCurrentIndex(index)
        else:
            self.view.clearSelection()

    def _say_empty(self) -> None:
        if self._searched.strip():
            text = _("No case is called “{search}”. Try fewer letters, or look under the reference.")
            self._empty.setText(text.format(search=self._searched.strip()))
        else:
            self._empty.setText(_("No case yet. Begin with “New case”: who lives there, and what comes in."))

    def _on_chosen(self, index: QModelIndex) -> None:
        self.opened.emit(index.data(SUMMARY).id)
