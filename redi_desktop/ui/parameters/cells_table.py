"""The table in which a pack is edited: what is wrong is said while it is being typed, and how to fill a cell in."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from redi_desktop.i18n import _
from redi_desktop.packs.draft import Cells
from redi_desktop.packs.forms import TableForm
from redi_desktop.ui.fields import TextField
from redi_desktop.ui.pages.field_line import FieldLine
from redi_desktop.ui.pages.notice import Notice
from redi_desktop.ui.parameters.cells_model import CellsModel, Check
from redi_desktop.ui.parameters.choice_words import choice_words
from redi_desktop.ui.parameters.fault_list import fault_sentence
from redi_desktop.ui.theme import UNIT, refresh, set_role

Index = QModelIndex | QPersistentModelIndex
FEWEST_ROWS, ROWS_SHOWN = 4, 10
_WIDEST = 34
"""Characters of the widest column."""


class CellDelegate(QStyledItemDelegate):
    """A line to type in, or a list of the few things that a cell may hold. ``told`` carries what is wrong with it."""

    told = Signal(str)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Make the editor of a cell."""
        model = index.model()
        assert isinstance(model, CellsModel)
        listed = model.choices(index)
        if listed:
            combo = QComboBox(parent)
            for code in ("", *listed):
                combo.addItem(choice_words(code), code)
            combo.setAccessibleName(model.help(index))
            return combo
        line = super().createEditor(parent, option, index)
        line.setAccessibleName(model.help(index))
        if isinstance(line, QLineEdit):
            line.textEdited.connect(_Typing(self, line, model, QPersistentModelIndex(index)))
        return line

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Put what stands in the cell into its editor."""
        text = str(index.data(Qt.ItemDataRole.EditRole) or "")
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(editor.findData(text))
        elif isinstance(editor, QLineEdit):
            editor.setText(text)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Take what was typed or chosen."""
        text = str(editor.currentData() or "") if isinstance(editor, QComboBox) else ""
        model.setData(index, editor.text() if isinstance(editor, QLineEdit) else text)


class _Typing:
    """The slot of one editor: what would be wrong with the text is said at each keystroke."""

    def __init__(
        self, delegate: CellDelegate, line: QLineEdit, model: CellsModel, place: QPersistentModelIndex
    ) -> None:
        self._delegate, self._line, self._model, self._place = delegate, line, model, place

    def __call__(self, text: str) -> None:
        wrong = self._model.fault_with(self._place, text)
        self._line.setProperty("wrong", bool(wrong))
        refresh(self._line)
        self._delegate.told.emit(wrong)


class CellsTable(QWidget):
    """Search, table, what is wrong or how to fill in, rows added and taken out. ``changed``: a cell is another."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model, self.view, self._delegate = CellsModel(self), QTableView(self), CellDelegate(self)
        self.search, self.add, self.remove = TextField(characters=28), QPushButton(self), QPushButton(self)
        self.help, self.wrong = QLabel(self), Notice(self)
        self.help.setWordWrap(True)
        set_role(self.help, "help")
        self._build_view()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        column.addLayout(FieldLine(self.search, self.add, self.remove))
        column.addWidget(self.view)
        column.addWidget(self.help)
        column.addWidget(self.wrong)
        self.search.edited.connect(self._on_search)
        self.add.clicked.connect(self._add)
        self.remove.clicked.connect(self._remove)
        self._delegate.told.connect(self.wrong.show_text)
        self.model.changed.connect(self._on_changed)
        self.view.selectionModel().currentChanged.connect(self._on_current)

    def _build_view(self) -> None:
        view = self.view
        view.setModel(self.model)
        set_role(view, "table")
        view.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        view.setItemDelegate(self._delegate)
        view.verticalHeader().hide()
        view.horizontalHeader().setHighlightSections(False)
        view.horizontalHeader().setResizeContentsPrecision(ROWS_SHOWN)
        view.setWordWrap(False)
        view.setTabKeyNavigation(False)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setEditTriggers(QAbstractItemView.EditTrigger.AnyKeyPressed | QAbstractItemView.EditTrigger.DoubleClicked
                             | QAbstractItemView.EditTrigger.EditKeyPressed)  # fmt: skip

    def show_table(self, form: TableForm, rows: tuple[Cells, ...], check: Check) -> None:
        """Show the rows of a table; ``check`` says what is wrong with one."""
        self.model.show_table(form, rows, check)
        self.wrong.show_text("")
        metrics = self.fontMetrics()
        height = metrics.height() + UNIT
        self.view.verticalHeader().setDefaultSectionSize(height)
        high = max(FEWEST_ROWS, min(ROWS_SHOWN, self.model.rowCount()))
        self.view.setFixedHeight((high + 1) * height + UNIT * 3)
        widest = metrics.averageCharWidth() * _WIDEST
        self.view.resizeColumnsToContents()
        for place in range(self.model.columnCount()):
            self.view.setColumnWidth(place, min(self.view.columnWidth(place), widest))

    def rows(self) -> tuple[Cells, ...]:
        """All rows as they stand."""
        return tuple(self.model.rows)

    def go_to(self, row: int, column: str) -> None:
        """Bring a cell into sight."""
        self.search.set_value("")
        self.model.search("")
        place = self.model.place_of(row, column)
        if place.isValid():
            self.view.setCurrentIndex(place)
            self.view.scrollTo(place)

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        self.search.set_texts(_("Search in the table"))
        self.add.setText(_("Add a row like this one"))
        self.remove.setText(_("Take this row out"))
        for named in (self.view, self.view.horizontalHeader()):
            named.setAccessibleName(_("The table of the pack"))
        self.model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, max(0, self.model.columnCount() - 1))
        self._on_current(self.view.currentIndex())

    def _on_search(self) -> None:
        self.model.search(self.search.value())

    def _add(self) -> None:
        row = self.model.add_like(self.view.currentIndex())
        self.view.setCurrentIndex(self.model.index(row, 0))
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self) -> None:
        self.model.remove(self.view.currentIndex())

    def _on_changed(self) -> None:
        self._say_fault(self.view.currentIndex())
        self.changed.emit()

    def _on_current(self, index: QModelIndex) -> None:
        self.help.setText(self.model.help(index) if index.isValid() else "")
        self.help.setVisible(index.isValid())
        self._say_fault(index)

    def _say_fault(self, index: QModelIndex) -> None:
        fault = self.model.fault(index) if index.isValid() else None
        self.wrong.show_text(fault_sentence(fault) if fault is not None else "")
