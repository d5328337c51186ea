"""A field for the answer to a question about rights, of the kind that the fact asks for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from PySide6.QtWidgets import QWidget

from redi_desktop.engine.rights.asked_facts import AskedFact, FactKind, FactUnit
from redi_desktop.i18n import _
from redi_desktop.ui.fields import ChoiceField, DateField, Field, MoneyField, SegmentedField, WholeNumberField
from redi_desktop.ui.pages.many_field import ManyField
from redi_desktop.words.pack_texts import in_language

MOST = 9999


class YesNo(StrEnum):
    """The answer to a plain question."""

    YES = "yes"
    NO = "no"


class AnswerField:
    """Makes the field for a fact and turns its value into the text that a case keeps, and back.

    ``months``: not the fact itself is asked but for how many months.
    """

    def __init__(self, fact: AskedFact, parent: QWidget, today: Callable[[], date], *, months: bool = False) -> None:
        self._fact = fact
        self._kind = FactKind.NUMBER if months else fact.kind
        self._is_share = not months and fact.unit is FactUnit.SHARE
        self._in_euro = not months and fact.in_euro
        self.field = self._build(parent, today)

    def text(self) -> str | None:
        """The answer as a case keeps it; ``None`` while there is none."""
        value = self.field.value()
        if value is None:
            return None
        if self._kind is FactKind.SET:
            return ";".join(value)
        if self._is_share:
            return str(Decimal(value) / 100)
        return value.isoformat() if isinstance(value, date) else str(value)

    def show(self, text: str | None) -> None:
        """Show an answer that a case keeps; one that is not understood is shown as none."""
        try:
            self.field.set_value(None if text is None else self._read(text))
        except (ValueError, ArithmeticError):
            self.field.set_value(None)

    def _read(self, text: str) -> Any:
        if self._kind is FactKind.YES_NO:
            return YesNo(text)
        if self._kind is FactKind.SET:
            return tuple(value for value in text.split(";") if value)
        if self._kind is FactKind.DATE:
            return date.fromisoformat(text)
        if self._kind is FactKind.NUMBER:
            number = Decimal(text)
            return number if self._in_euro else int(number * 100 if self._is_share else number)
        return text

    def _build(self, parent: QWidget, today: Callable[[], date]) -> Field[Any]:
        if self._kind is FactKind.YES_NO:
            return SegmentedField(tuple(YesNo), _yes_or_no, parent)
        if self._kind is FactKind.NUMBER:
            return MoneyField(parent, characters=12) if self._in_euro else WholeNumberField(parent, most=MOST)
        if self._kind is FactKind.DATE:
            return DateField(parent, today=today, future_ok=True)
        many = self._kind is FactKind.SET
        choices = tuple(self._fact.choices)
        return ManyField(choices, self._choice, parent) if many else ChoiceField(choices, self._choice, parent)

    def _choice(self, value: str) -> str:
        return in_language(self._fact.choices[value])


def _yes_or_no(answer: YesNo) -> str:
    return _("Yes") if answer is YesNo.YES else _("No")
