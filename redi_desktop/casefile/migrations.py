"""The way from each older form of a case to the present one, a step at a time; and what can be shown of a newer one.

``redi-case/1`` is the first form. When a second one comes, a function from its plain dictionaries to the new ones is
entered under the older name; the steps are walked one after the other, so each is written once and never edited.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from redi_desktop.casefile.model import FORMAT
from redi_desktop.casefile.strict_json import inner_types
from redi_desktop.errors import CaseError

Data = dict[str, Any]
_NAME = re.compile(r"redi-case/([0-9]{1,4})")


class Step(NamedTuple):
    """From one form to the next: its name, and what is done to the plain dictionaries."""

    to: str
    change: Callable[[Data], Data]


STEPS: Mapping[str, Step] = {}
"""By the name of the older form."""


def brought_up(data: Mapping[str, Any], steps: Mapping[str, Step] = STEPS, present: str = FORMAT) -> Data:
    """A case in the present form; raises :class:`CaseError` for a form that is not known."""
    found = dict(data)
    while (form := found.get("format")) != present:
        step = steps.get(form) if isinstance(form, str) else None
        if step is None:
            raise CaseError("case_format_unknown", field="format", found=form, expected=present)
        found = {**step.change(found), "format": step.to}
    return found


def is_newer(form: str, present: str = FORMAT) -> bool:
    """Whether that is a form of a case which only a later version of the program knows."""
    found, known = _NAME.fullmatch(form), _NAME.fullmatch(present)
    return bool(found and known and int(found[1]) > int(known[1]))


def known_part(data: Mapping[str, Any], kind: type) -> Data:
    """What this version knows of a newer form: keys that it has no field for are left out, at every depth."""
    types = inner_types(kind)
    return {key: _known_value(value, types[key]) for key, value in data.items() if key in types}


def _known_value(value: Any, kind: Any) -> Any:
    if isinstance(value, list):
        return [_known_value(row, kind) for row in value]
    if isinstance(value, dict) and isinstance(kind, type) and dataclasses.is_dataclass(kind):
        return known_part(value, kind)
    return value
