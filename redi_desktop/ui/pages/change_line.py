"""One change of a scenario: only the fields that its kind needs."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from redi_desktop.engine.changes_of_life import Change, ChangeKind
from redi_desktop.engine.income import IncomeKind
from redi_desktop.i18n import _
from redi_desktop.ui.fields import ChoiceField, Field, MoneyField
from redi_desktop.ui.pages.expense_kinds import ExpenseKindField, ExpenseKinds
from redi_desktop.ui.pages.field_line import FieldLine
from redi_desktop.ui.pages.remove_button import RemoveButton
from redi_desktop.ui.theme import HALF, UNIT, set_role
from redi_desktop.words.vocabulary import label

_K = ChangeKind
_FIELDS: dict[ChangeKind, tuple[str, ...]] = {
    _K.MOVE_TO_SOCIAL_HOUSING: ("amount",),
    _K.TAKE_JOB: ("person", "amount"),
    _K.PERSON_LEAVES: ("person",),
    _K.GET_BIM: (),
    _K.GET_SOCIAL_ENERGY_TARIFF: (),
    _K.SET_EXPENSE: ("expense_kind", "amount"),
    _K.SET_INCOME: ("income_kind", "person", "amount"),
    _K.DROP_INCOME: ("income",),
    _K.DROP_DEBTS: (),
}


class ChangeLine(QWidget):
    """``edited(name, value)`` carries a field of the change, ``dropped`` that the change is not wanted any more."""

    edited = Signal(str, object)
    left = Signal()
    dropped = Signal()

    def __init__(self, kind: ChangeKind, kinds: ExpenseKinds, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = kind
        self._persons: Mapping[str, str] = {}
        self._incomes: Mapping[str, str] = {}
        self._title = QLabel(self)
        self.remove = RemoveButton(self)
        self.remove.clicked.connect(self.dropped)
        self.fields = {name: self._made(name, kinds) for name in _FIELDS[kind]}
        self._build()

    def _build(self) -> None:
        set_role(self._title, "strong")
        self._title.setWordWrap(True)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.remove, alignment=Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HALF)
        column.addLayout(head)
        if self.fields:
            column.addLayout(FieldLine(*self.fields.values()))
            column.addSpacing(UNIT)
        for name, field in self.fields.items():
            field.edited.connect(partial(self._on_edited, name))
            field.left.connect(self.left)

    def _made(self, name: str, kinds: ExpenseKinds) -> Field[Any]:
        if name == "amount":
            return MoneyField(self, characters=12)
        if name == "expense_kind":
            return ExpenseKindField(kinds, self)
        if name == "income_kind":
            return ChoiceField(tuple(IncomeKind), label, self)
        if name == "income":
            return ChoiceField[str]((), self._income_name, self)
        household = _household if self.kind is _K.SET_INCOME else None
        return ChoiceField[str]((), self._person_name, self, none_label=household)

    def show_change(self, change: Change, persons: Mapping[str, str], incomes: Mapping[str, str]) -> None:
        """Show a change as it is now; ``incomes`` gives each income's name."""
        if (persons, incomes) != (self._persons, self._incomes):
            self._persons, self._incomes = persons, incomes
            self._offer()
        for name, field in self.fields.items():
            field.set_value(getattr(change, name))

    def retranslate(self) -> None:
        """Say every text."""
        self._title.setText(label(self.kind))
        self.remove.name(_("Remove {name}").format(name=label(self.kind)))
        for name, field in self.fields.items():
            field.set_texts(*self._words(name))

    def first_field(self) -> QWidget | None:
        """Where typing begins: the first field that is still empty."""
        empty = next((field for field in self.fields.values() if field.value() is None), None)
        field = empty or next(iter(self.fields.values()), None)
        return field.editor if field is not None else None

    def _offer(self) -> None:
        for name, members in (("person", tuple(self._persons)), ("income", tuple(self._incomes))):
            field = self.fields.get(name)
            if isinstance(field, ChoiceField):
                field.set_members(members)

    def _words(self, name: str) -> tuple[str, str]:
        if name == "amount":
            return _amount_words(self.kind)
        names = {
            "expense_kind": _("What for"),
            "income_kind": _("Kind of income"),
            "income": _("Which income"),
            "person": _("Whose") if self.kind is _K.SET_INCOME else _("Who"),
        }
        return names[name], ""

    def _person_name(self, person: str) -> str:
        return self._persons.get(person, "")

    def _income_name(self, income: str) -> str:
        return self._incomes.get(income, "")

    def _on_edited(self, name: str) -> None:
        self.edited.emit(name, self.fields[name].value())


def _amount_words(kind: ChangeKind) -> tuple[str, str]:
    if kind is _K.MOVE_TO_SOCIAL_HOUSING:
        return _("New rent per month"), _("Empty: the reference rent.")
    if kind is _K.TAKE_JOB:
        return _("Net wage per month"), ""
    return _("Amount per month"), _("Empty: back to the reference.") if kind is _K.SET_EXPENSE else ""


def _household() -> str:
    return _("The household")
