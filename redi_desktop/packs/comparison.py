"""What a new version of a pack or policy adds, removes and changes, with old and new values and their sources.

Two texts that are the same number are no change (``1.50`` and ``1.5``). Version and identifier are what the comparison
is called by, not part of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any, NamedTuple

from redi_desktop.engine.needs import Need
from redi_desktop.errors import ParameterError
from redi_desktop.packs.draft import Cells, Draft
from redi_desktop.packs.forms import Subject, TableForm
from redi_desktop.packs.manifest import LANGUAGES

FORMAT = "redi-pack-diff/1"
_NEEDS = frozenset(Need)


class Change(StrEnum):
    """What happened to a row, or to one cell of it."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


class Identity(NamedTuple):
    """What is compared."""

    id: str
    version: str
    title: Mapping[str, str]


class RowSource(NamedTuple):
    """Where a row says that its value is from; a legal amount has an address alone."""

    title: str
    publisher: str
    date: str
    address: str

    def __str__(self) -> str:
        """The source as it stands in its pack, for other programs."""
        return f"{self.title} ({self.publisher}, {self.date})" if self.title else self.address


class Difference(NamedTuple):
    """One value that is not what it was.

    ``name`` and ``when`` say of which row (an item, an amount from a day on), ``field`` which column; a row that is
    new or gone is shown by its main column. A side that has no value is ``None``. ``table`` is the file it stands in.
    """

    change: Change
    subject: Subject
    name: str
    when: str
    need: Need | None
    label: Mapping[str, str]
    table: str
    field: str
    old: str | None
    new: str | None
    old_source: RowSource | None
    new_source: RowSource | None


class Comparison(NamedTuple):
    """Everything that differs, in the order of the tables."""

    old: Identity
    new: Identity
    differences: tuple[Difference, ...]

    @property
    def by_need(self) -> dict[Need | None, tuple[Difference, ...]]:
        """The differences under each need that has some, then those of no need."""
        found: dict[Need | None, tuple[Difference, ...]] = {}
        for need in (*Need, None):
            of_need = tuple(one for one in self.differences if one.need is need)
            if of_need:
                found[need] = of_need
        return found

    def count(self, change: Change) -> int:
        """How many rows were added or removed, or how many cells changed."""
        return sum(1 for one in self.differences if one.change is change)


def compare(old: Draft, new: Draft) -> Comparison:
    """Compare two packs of one kind; raises :class:`ParameterError` for two kinds."""
    if old.kind.format != new.kind.format:
        raise ParameterError("pack_kinds_differ", old=old.kind.format.name, new=new.kind.format.name)
    sides = _Side(old), _Side(new)
    found = [*_heads(old, new)]
    for form in new.forms:
        found += _tables(form, *sides)
    return Comparison(_identity(old), _identity(new), tuple(found))


def same_value(old: str | None, new: str | None) -> bool:
    """Whether two cells say the same: equal texts, or equal numbers."""
    if old == new:
        return True
    try:
        return old is not None and new is not None and Decimal(old) == Decimal(new)
    except InvalidOperation:
        return False


def as_data(comparison: Comparison) -> dict[str, Any]:
    """The comparison as plain dictionaries, for other programs."""
    return {
        "format": FORMAT,
        "old": {"id": comparison.old.id, "version": comparison.old.version, "title": dict(comparison.old.title)},
        "new": {"id": comparison.new.id, "version": comparison.new.version, "title": dict(comparison.new.title)},
        "counts": {change.value: comparison.count(change) for change in Change},
        "differences": [_as_data(one) for one in comparison.differences],
    }


def _as_data(one: Difference) -> dict[str, Any]:
    sources = {"old_source": str(one.old_source or ""), "new_source": str(one.new_source or "")}
    return one._asdict() | sources | {"label": dict(one.label), "need": one.need.value if one.need else None}


def _identity(draft: Draft) -> Identity:
    return Identity(draft.head.id, draft.head.version, draft.head.title)


class _Side:
    """One pack with what its rows are looked up by."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.items = {row["item_id"]: row for row in draft.tables.get("items.csv", ())}
        self.sources = {row["source_id"]: row for row in draft.tables.get("sources.csv", ())}

    def rows(self, form: TableForm) -> dict[tuple[str, ...], Cells]:
        return {tuple(row[column] for column in form.key): row for row in self.draft.tables[form.file]}

    def source(self, row: Cells | None) -> RowSource | None:
        source = self.sources.get(row.get("source_id", "")) if row else None
        if source:
            return RowSource(source["title"], source["publisher"], source["date"], source["url"])
        address = row.get("source_url", "") if row else ""
        return RowSource("", "", "", address) if address else None


def _tables(form: TableForm, old: _Side, new: _Side) -> Iterator[Difference]:
    before, after = old.rows(form), new.rows(form)
    for key in (*before, *(key for key in after if key not in before)):
        was, now = before.get(key), after.get(key)
        if was is None or now is None:
            change = Change.ADDED if was is None else Change.REMOVED
            yield _difference(form, change, form.value, (old, was), (new, now))
            continue
        for column in form.columns:
            if not same_value(was[column], now[column]):
                yield _difference(form, Change.CHANGED, column, (old, was), (new, now))


def _difference(
    form: TableForm, change: Change, column: str, old: tuple[_Side, Cells | None], new: tuple[_Side, Cells | None]
) -> Difference:
    (before, was), (after, now) = old, new
    row: Cells = now or was or {}
    item = after.items.get(row.get("item_id", "")) or before.items.get(row.get("item_id", "")) or row
    need = item.get("need", "")
    return Difference(
        change=change,
        subject=form.subject,
        name=" ".join(row[part] for part in form.key if part != form.dated),
        when=row[form.dated] if form.dated else "",
        need=Need(need) if need in _NEEDS else None,
        label={language: item[f"label_{language}"] for language in LANGUAGES if f"label_{language}" in item},
        table=form.file,
        field=column,
        old=was[column] if was else None,
        new=now[column] if now else None,
        old_source=before.source(was),
        new_source=after.source(now),
    )


def _heads(old: Draft, new: Draft) -> Iterator[Difference]:
    """What the manifests say differently, besides identifier and version."""
    was, now = _head_values(old), _head_values(new)
    for field in was:
        if was[field] != now[field]:
            yield plain_difference(Subject.PACK, "", field, was[field] or None, now[field] or None, "pack.toml")


def plain_difference(
    subject: Subject, name: str, field: str, old: str | None, new: str | None, table: str
) -> Difference:
    """A difference that is of no need, row or source."""
    change = Change.ADDED if old is None else Change.REMOVED if new is None else Change.CHANGED
    return Difference(change, subject, name, "", None, {}, table, field, old, new, None, None)


def _head_values(draft: Draft) -> dict[str, str]:
    head = draft.head
    texts = {
        f"{name}_{language}": values[language]
        for name, values in (("title", head.title), ("method", head.method))
        for language in LANGUAGES
    }
    return texts | {
        "licence": head.licence,
        "regions": ", ".join(head.regions),
        "valid_from": head.valid_from,
        "valid_until": head.valid_until,
    }


def grouped(differences: Iterable[Difference]) -> dict[Subject, tuple[Difference, ...]]:
    """The differences by what they are about, in the order of the subjects."""
    found = tuple(differences)
    groups = {subject: tuple(one for one in found if one.subject is subject) for subject in Subject}
    return {subject: group for subject, group in groups.items() if group}
