"""What stands in the fields of a form, half-typed or whole, as plain values that can be kept, and back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from redi_desktop.engine.months import Month
from redi_desktop.ui.fields import Field

Fields = Mapping[str, Field[Any]]
_HALF = "half"
_READERS: dict[str, Callable[[str], Any]] = {"month": Month.parse, "decimal": Decimal, "date": date.fromisoformat}


def written(fields: Fields) -> dict[str, Any]:
    """Each by its name; values do not depend on the language in which they are shown."""
    return {name: _written(field) for name, field in fields.items()}


def put_back(fields: Fields, kept: Mapping[str, Any]) -> None:
    """Show it again; a field that is not among what was kept stays as it is. Raises ``ValueError`` for what is none."""
    for name, field in fields.items():
        if name in kept:
            _put_back(field, kept[name])


def _written(field: Field[Any]) -> Any:
    if not field.understood():
        return {_HALF: field.draft()}
    value = field.value()
    if isinstance(value, Month):
        return {"month": str(value)}
    if isinstance(value, Decimal):
        return {"decimal": str(value)}
    if isinstance(value, date):
        return {"date": value.isoformat()}
    return list(value) if isinstance(value, tuple) else value


def _put_back(field: Field[Any], kept: Any) -> None:
    if isinstance(kept, dict):
        kind, text = next(iter(kept.items()))
        if kind == _HALF:
            field.forget()
            field.set_draft(text)
        else:
            field.set_value(_READERS[kind](text))
    else:
        field.set_value(tuple(kept) if isinstance(kept, list) else kept)
