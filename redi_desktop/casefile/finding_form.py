"""The public JSON form of a finding: its code, its field and the values of its sentence."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from redi_desktop.engine.findings import Finding


def finding_data(finding: Finding) -> dict[str, Any]:
    """A finding as plain dictionaries."""
    values = {name: _value(value) for name, value in finding.values.items()}
    return {"severity": finding.severity.value, "code": finding.code, "field": finding.field, "values": values}


def _value(value: object) -> object:
    return value if isinstance(value, int) else value.value if isinstance(value, StrEnum) else str(value)
