"""A TOML file read strictly: every key is asked for by name and kind, and what nothing asked for is refused."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any, NoReturn, TypeVar

from redi_desktop.errors import ParameterError

LONGEST_PERIOD = 120
"""Months: more than ten years is a slip of the pen."""
E = TypeVar("E", bound=StrEnum)
_DECIMAL = re.compile(r"\d{1,9}(\.\d{1,6})?\Z", re.ASCII)
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,63}\Z", re.ASCII)
_SHOWN = 40
"""So much of a wrong value is repeated in the message."""


class Section:
    """A table of the file: gives each key once, and refuses those that were never asked for."""

    def __init__(self, data: object, path: str, file: str) -> None:
        self.path, self.file = path, file
        if not isinstance(data, dict):
            self.refuse("", "policy_not_a_table")
        self.data: Mapping[str, Any] = data
        self.asked: set[str] = set()

    def refuse(self, key: str, code: str, **values: object) -> NoReturn:
        """Raise the error that names file and key."""
        place = ".".join(part for part in (self.path, key) if part)
        raise ParameterError(code, field=f"{self.file}:{place}", file=self.file, key=place, **values)

    def take(self, key: str) -> Any:
        """The value of a key that must be there."""
        if key not in self.data:
            self.refuse(key, "policy_key_missing")
        self.asked.add(key)
        return self.data[key]

    def has(self, key: str) -> bool:
        """Whether the key is there."""
        return key in self.data

    def section(self, key: str) -> Section:
        """A table within; an absent one is empty, so that the first key it must hold is named as missing."""
        self.asked.add(key)
        return Section(self.data.get(key, {}), ".".join(part for part in (self.path, key) if part), self.file)

    def text(self, key: str) -> str:
        """A text that is not empty."""
        value = self.take(key)
        if not isinstance(value, str) or not value.strip():
            self.refuse(key, "policy_text_missing")
        return value.strip()

    def name(self, key: str) -> str:
        """An identifier."""
        value = self.text(key)
        if not _NAME.match(value):
            self.refuse(key, "policy_value_unknown", value=value[:_SHOWN], known="a-z 0-9 . _ -")
        return value

    def decimal(self, key: str, largest: Decimal | None = None) -> Decimal:
        """A number of zero or more, written as a quoted decimal."""
        value = self.take(key)
        if not isinstance(value, str) or not _DECIMAL.match(value):
            self.refuse(key, "policy_number_bad", value=str(value)[:_SHOWN])
        number = Decimal(value)
        if largest is not None and number > largest:
            self.refuse(key, "policy_number_too_large", value=value, largest=largest)
        return number

    def optional_decimal(self, key: str) -> Decimal | None:
        """A number that may be absent."""
        return self.decimal(key) if self.has(key) else None

    def whole(self, key: str) -> int:
        """A number of months, from 1 to 120."""
        value = self.take(key)
        if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= LONGEST_PERIOD:
            self.refuse(key, "policy_number_bad", value=str(value)[:_SHOWN])
        return value

    def truth(self, key: str) -> bool:
        """``true`` or ``false``."""
        value = self.take(key)
        if not isinstance(value, bool):
            self.refuse(key, "policy_truth_bad", value=str(value)[:_SHOWN])
        return value

    def day(self, key: str) -> date:
        """A date, written as TOML dates are."""
        value = self.take(key)
        if not isinstance(value, date) or isinstance(value, datetime):
            self.refuse(key, "policy_date_bad", value=str(value)[:_SHOWN])
        return value

    def choice(self, key: str, kind: type[E]) -> E:
        """One of the values of an enumeration."""
        return self._member(key, self.take(key), kind)

    def choices(self, key: str, kind: type[E]) -> frozenset[E]:
        """A list of values of an enumeration."""
        values = self.take(key)
        if not isinstance(values, list):
            self.refuse(key, "policy_not_a_list")
        return frozenset(self._member(key, value, kind) for value in values)

    def _member(self, key: str, value: object, kind: type[E]) -> E:
        try:
            return kind(str(value))
        except ValueError:
            self.refuse(key, "policy_value_unknown", value=str(value)[:_SHOWN], known=", ".join(kind))

    def close(self) -> None:
        """Refuse the keys that nothing asked for."""
        for key in self.data:
            if key not in self.asked:
                self.refuse(key, "policy_key_unknown")
