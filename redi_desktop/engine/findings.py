"""What is wrong, missing or assumed in the facts, as data: a code, the field, the values of the sentence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from dataclasses import field as with_default
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding weighs."""

    ERROR = "error"
    """No number is given until this is mended."""
    WARNING = "warning"
    """A number is given; this must be read with it."""
    NOTE = "note"
    """An assumption or default that was used."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to say about the facts.

    ``field`` is the place in the public JSON form of the case: ``household.persons[0].birth_date``.
    """

    severity: Severity
    code: str
    field: str
    values: dict[str, object] = with_default(default_factory=dict)


def error(code: str, field: str, /, **values: object) -> Finding:
    """What forbids a number, with the values of its sentence."""
    return Finding(Severity.ERROR, code, field, values)


def warning(code: str, field: str, /, **values: object) -> Finding:
    """What a number must be read with, with the values of its sentence."""
    return Finding(Severity.WARNING, code, field, values)


def note(code: str, field: str, /, **values: object) -> Finding:
    """An assumption or default that was used, with the values of its sentence."""
    return Finding(Severity.NOTE, code, field, values)


def errors_in(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Only the findings that forbid a number."""
    return tuple(finding for finding in findings if finding.severity is Severity.ERROR)


class BadFacts(Exception):
    """The facts cannot give a number; ``findings`` holds every error found, never none."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__("; ".join(f"{finding.code} at {finding.field}" for finding in self.findings))
