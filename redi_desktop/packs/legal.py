"""A whole set of legal tables, from a folder or a single file, refused at the first fault."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from redi_desktop.engine.attachment import ATTACHMENT_VALUES
from redi_desktop.engine.integration_income.parameters import INTEGRATION_INCOME_VALUES
from redi_desktop.engine.legal_tables import DatedValue, LegalTables, ValueStatus
from redi_desktop.errors import ParameterError
from redi_desktop.packs.manifest import LEGAL, read_checked, read_manifest
from redi_desktop.packs.places import PackPlace
from redi_desktop.packs.table import Row, read_table

AMOUNTS = "amounts.csv"
FILES = (AMOUNTS,)
COLUMNS = ("id", "valid_from", "value", "unit", "period", "status", "source_url", "legal_basis", "note", "doubt")
UNITS = frozenset({"EUR", "ratio", "years"})
PERIODS = frozenset({"", "month", "year", "cheque"})
REQUIRED = INTEGRATION_INCOME_VALUES | ATTACHMENT_VALUES
"""The values that the engine asks for by name."""


def load_legal(place: PackPlace) -> LegalTables:
    """Read, check and hold legal tables; raises :class:`ParameterError` naming file, row and column."""
    manifest = read_manifest(place, FILES, LEGAL)
    values = dated_values(read_table(AMOUNTS, read_checked(place, manifest, AMOUNTS), COLUMNS))
    for value_id in sorted(REQUIRED - set(values)):
        raise ParameterError("pack_value_missing", field=f"{AMOUNTS}:{value_id}", file=AMOUNTS, value=value_id)
    return LegalTables(
        **manifest.said_of_itself(),
        values=values,
    )


def dated_values(rows: Iterable[Row]) -> dict[str, tuple[DatedValue, ...]]:
    """The values of each name, each later than the one before it and in the same unit and period."""
    found: dict[str, list[DatedValue]] = {}
    for row in rows:
        value = _value(row)
        earlier = found.setdefault(value.id, [])
        if earlier and value.valid_from <= earlier[-1].valid_from:
            row.refuse("valid_from", "pack_dates_overlap")
        if earlier and (value.unit, value.period) != (earlier[-1].unit, earlier[-1].period):
            row.refuse("unit", "pack_unit_changes")
        earlier.append(value)
    return {value_id: tuple(dated) for value_id, dated in found.items()}


def _value(row: Row) -> DatedValue:
    status, doubts = row.choice("status", ValueStatus), tuple(_doubts(row))
    if status is ValueStatus.PUBLISHED and not row.text("source_url"):
        row.refuse("source_url", "pack_cell_empty")
    if status is not ValueStatus.PUBLISHED and not row.text("note"):
        row.refuse("note", "pack_cell_empty")
    if status is ValueStatus.DOUBTFUL and not doubts:
        row.refuse("doubt", "pack_cell_empty")
    return DatedValue(
        id=row.identifier("id"),
        valid_from=row.day("valid_from"),
        value=row.not_negative("value"),
        unit=_one_of(row, "unit", UNITS),
        period=_one_of(row, "period", PERIODS),
        status=status,
        source=row.text("source_url"),
        legal_basis=row.required("legal_basis"),
        note=row.text("note"),
        doubts=doubts,
    )


def _doubts(row: Row) -> Iterator[str]:
    for code in row.text("doubt").split():
        if not code.replace("_", "").isalnum() or not code.isascii():
            row.refuse("doubt", "pack_identifier_bad")
        yield code


def _one_of(row: Row, column: str, known: frozenset[str]) -> str:
    written = row.text(column)
    if written not in known:
        row.refuse(column, "pack_value_unknown", known=", ".join(sorted(known - {""})))
    return written
