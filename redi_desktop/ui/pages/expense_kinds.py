"""The kinds of expense in a list that drops down, under the need that each is for."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QFont, QFontMetrics, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QWidget

from redi_desktop.engine.expenses import EXPENSE_RULES, ExpenseKind
from redi_desktop.engine.needs import Need
from redi_desktop.ui.fields import Field
from redi_desktop.ui.fields.calm_combo_box import CalmComboBox
from redi_desktop.words.vocabulary import label


class ExpenseKinds(QStandardItemModel):
    """All kinds with their needs as headings. One model for all rows: it is made and translated once."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.entries: list[Need | ExpenseKind] = []
        self._longest: dict[str, int] = {}
        for need in Need:
            kinds = [kind for kind, rule in EXPENSE_RULES.items() if rule.need is need]
            if kinds:
                self.entries += [need, *kinds]
        for entry in self.entries:
            item = QStandardItem()
            if isinstance(entry, Need):
                item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.appendRow(item)
        self.retranslate()

    def retranslate(self) -> None:
        """Say every kind in the language in use; those of a need stand a little to the right of it."""
        for place, entry in enumerate(self.entries):
            self.item(place).setText(label(entry))
        self._longest.clear()

    def longest(self, font: QFont) -> int:
        """The width of the longest entry in a font, in pixels; measured once for all rows."""
        key = font.key()
        if key not in self._longest:
            metrics = QFontMetrics(font)
            self._longest[key] = max(metrics.horizontalAdvance(label(entry)) for entry in self.entries)
        return self._longest[key]

    def place_of(self, kind: ExpenseKind | None) -> int:
        """The row of a kind; -1 for none."""
        return self.entries.index(kind) if kind is not None else -1


class _KindsBox(CalmComboBox):
    def __init__(self, kinds: ExpenseKinds) -> None:
        super().__init__()
        self._kinds = kinds
        self.setModel(kinds)

    def longest(self) -> int:
        """All rows offer the same."""
        return self._kinds.longest(self.font())


class ExpenseKindField(Field[ExpenseKind]):
    """A choice of one kind of expense; its first letters find it."""

    def __init__(self, kinds: ExpenseKinds, parent: QWidget | None = None) -> None:
        self._combo = _KindsBox(kinds)
        super().__init__(self._combo, parent)
        self._kinds = kinds
        self._combo.setCurrentIndex(-1)
        self._combo.setMaxVisibleItems(16)
        self._combo.activated.connect(self._on_activated)

    def value(self) -> ExpenseKind | None:
        """The kind that is chosen."""
        place = self._combo.currentIndex()
        entry = self._kinds.entries[place] if place >= 0 else None
        return entry if isinstance(entry, ExpenseKind) else None

    def set_value(self, value: ExpenseKind | None) -> None:
        """Show a kind."""
        place = self._kinds.place_of(value)
        if place != self._combo.currentIndex():
            self._combo.setCurrentIndex(place)

    def relabel(self) -> None:
        """The kinds are said in another language."""
        self._combo.measure_again()
        super().relabel()

    def words_of(self, kind: ExpenseKind) -> str:
        """A kind as it is shown."""
        return label(kind)

    def forget(self) -> None:
        """Choose nothing."""
        self.set_value(None)
        super().forget()

    def _on_activated(self, _place: int) -> None:
        self._note_typing()
        self._note_left()
