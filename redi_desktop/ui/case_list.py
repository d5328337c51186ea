"""The worker's cases at the left: searched as one types, opened with a click or Enter, folded away when one wants."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from redi_desktop.casefile.model import Status
from redi_desktop.i18n import _
from redi_desktop.ui.case_model import SUMMARY, CaseDelegate, CaseModel
from redi_desktop.ui.case_views import Names, Order, View, arranged, order_label, view_label
from redi_desktop.ui.colours import current_colours
from redi_desktop.ui.fields.calm_combo_box import CalmComboBox
from redi_desktop.ui.growing import Growing
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
    archive_asked = Signal(str, bool)
    """A case, and whether it goes into the archive or out of it."""
    several_asked = Signal(object)
    """The cases that are shown, for what is done with several of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._current = ""
        self._searched = ""
        self._cases: tuple[CaseSummary, ...] = ()
        self._today: Callable[[], date] = date.today
        self._model, self._names = CaseModel(), Names()
        self._learning = Growing(self)
        self._learning.done.connect(self._arrange)
        column = QVBoxLayout(self)
        column.setContentsMargins(UNIT * 2, UNIT * 2, UNIT, UNIT * 2)
        column.setSpacing(UNIT)
        self.new = QPushButton(self)
        self.new.clicked.connect(self.new_asked)
        column.addWidget(self.new)
        column.addWidget(self._build_search())
        self.view_choice, self.order_choice = (_choice(members, self) for members in (View, Order))
        self._choice_names = tuple(_unseen_name(choice, self) for choice in (self.view_choice, self.order_choice))
        for choice in (self.view_choice, self.order_choice):
            choice.activated.connect(self._on_choice)
            column.addWidget(choice)
        column.addWidget(self._build_list(), 1)
        self._empty = QLabel(self)
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        set_role(self._empty, "quiet")
        column.addWidget(self._empty, 1)
        self._empty.hide()
        self.several = QPushButton(self)
        set_role(self.several, "link")
        self.several.clicked.connect(self._on_several)
        column.addWidget(self.several, 0, Qt.AlignmentFlag.AlignLeft)
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
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._on_menu)
        return self.view

    def sizeHint(self) -> QSize:
        """So many characters wide."""
        return QSize(characters_wide(self.fontMetrics(), CHARACTERS), super().sizeHint().height())

    def know_day(self, today: Callable[[], date]) -> None:
        """Where the list learns which day it is."""
        self._today = today
        self._model.know_day(today)

    def set_cases(self, cases: tuple[CaseSummary, ...], searched: str) -> None:
        """Take what was found for a search, archived cases included, and show the part of it that is chosen."""
        self._cases, self._searched = cases, searched
        self._arrange()

    def show_view(self, view: View) -> None:
        """Show a part of the cases."""
        self.view_choice.setCurrentIndex(list(View).index(view))
        self._arrange()

    def _view(self) -> View:
        """Who searches looks through everything, unless a part was chosen."""
        view = tuple(View)[self.view_choice.currentIndex()]
        return View.ALL if view is View.OPEN and self._searched.strip() else view

    def _order(self) -> Order:
        return tuple(Order)[self.order_choice.currentIndex()]

    def _arrange(self) -> None:
        if self._order() is Order.NAME and not self._names.knows(self._cases):
            self._learning.begin(self._names.learning(self._cases))
            return
        shown = arranged(self._cases, self._view(), self._order(), self._today(), self._names)
        self._model.set_cases(shown)
        self._mark_current()
        self.view.setVisible(bool(shown))
        self._empty.setVisible(not shown)
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
        self.several.setText(_("Several cases…"))
        self.several.setToolTip(_("Documents and lists for the cases shown here (F7)"))
        self._name_choices()
        self._model.refresh()
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
        elif self._view() is View.DUE:
            self._empty.setText(_("Nothing is due within a week."))
        elif self._view() is View.ARCHIVED:
            self._empty.setText(_("No case is archived. A case that is closed goes there from its own page."))
        else:
            self._empty.setText(_("No case yet. Begin with “New case”: who lives there, and what comes in."))

    def _name_choices(self) -> None:
        for place, view in enumerate(View):
            self.view_choice.setItemText(place, view_label(view))
        for place, order in enumerate(Order):
            self.order_choice.setItemText(place, order_label(order))
        names = (_("Which cases are shown"), _("In which order"))
        for choice, unseen, name in zip((self.view_choice, self.order_choice), self._choice_names, names, strict=True):
            choice.setAccessibleName(name)
            unseen.setText(name)

    def _on_choice(self, _place: int) -> None:
        self._arrange()

    def _on_several(self) -> None:
        self.several_asked.emit(self._model.cases)

    def _on_chosen(self, index: QModelIndex) -> None:
        self.opened.emit(index.data(SUMMARY).id)

    def _on_menu(self, point: QPoint) -> None:
        index = self.view.indexAt(point)
        if index.isValid():
            self.menu_of(index).popup(self.view.viewport().mapToGlobal(point))

    def menu_of(self, index: QModelIndex) -> QMenu:
        """What can be done with a case of the list; the menu goes when it is closed."""
        case: CaseSummary = index.data(SUMMARY)
        archived = case.status is Status.ARCHIVED
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(_("Open"), partial(self.opened.emit, case.id))
        words = _("Take out of the archive") if archived else _("Archive")
        menu.addAction(words, partial(self.archive_asked.emit, case.id, not archived))
        return menu


def _unseen_name(choice: CalmComboBox, parent: QWidget) -> QLabel:
    """On Linux a screen reader calls a list by its value, and takes its name from the label that belongs to it."""
    label = QLabel(parent)
    label.setBuddy(choice)
    label.hide()
    return label


def _choice(members: type[StrEnum], parent: QWidget) -> CalmComboBox:
    """A list as wide as the column, whatever its words."""
    choice = CalmComboBox(parent)
    choice.addItems([""] * len(members))
    choice.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    return choice
