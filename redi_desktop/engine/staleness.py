"""Whether parameters have grown old for a date: an index a year behind, a last month passed, a pivot missed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cached_property

from redi_desktop.engine.basket_pack import BasketPack
from redi_desktop.engine.findings import Finding, note, warning
from redi_desktop.engine.index_rule import Crossing, crossings
from redi_desktop.engine.indexed_amounts import pending
from redi_desktop.engine.legal_tables import LegalTables
from redi_desktop.engine.months import Month
from redi_desktop.engine.rights.pack import RightsPack

STALE_AFTER_MONTHS = 12
_FIELD = "reference_date"


def old_baskets(pack: BasketPack, month: Month) -> Iterator[Finding]:
    """What to say of prices in that month: used beyond their time, of an index a year old, of one not yet known."""
    if pack.valid_until is not None and month > pack.valid_until:
        yield _warning("pack_expired", last_month=pack.valid_until, pack=pack.id)
    elif month > pack.index.last.plus(STALE_AFTER_MONTHS):
        yield _warning("index_stale", last_month=pack.index.last)
    elif month > pack.index.last:
        yield note("index_late", _FIELD, last_month=pack.index.last)


class Staleness:
    """What has grown old in the legal tables and the rights that stand beside a basket pack.

    The pivots that the legal amounts have missed are looked for once, when they are first asked about.
    """

    def __init__(self, pack: BasketPack, legal: LegalTables | None, rights: RightsPack | None) -> None:
        self._health = pack.health_index
        self._legal = legal
        self._rights = rights

    @cached_property
    def missed(self) -> tuple[Crossing, ...]:
        """The pivots crossed by the pack's health index that amounts of the legal tables have not followed."""
        if self._health is None or self._legal is None:
            return ()
        return pending(self._legal, crossings(self._health))

    def at(self, day: date) -> tuple[Finding, ...]:
        """What to say of a result of that day."""
        return tuple(self._at(Month.of(day)))

    def _at(self, month: Month) -> Iterator[Finding]:
        if self._legal is not None and _passed(self._legal.valid_until, month):
            yield _warning("legal_expired", last_month=self._legal.valid_until, pack=self._legal.id)
        if self._rights is not None and _passed(self._rights.valid_until, month):
            yield _warning("rights_expired", last_month=self._rights.valid_until, pack=self._rights.id)
        for crossing in self.missed:
            if crossing.benefits_from <= month:
                yield _warning("legal_behind_index", first_month=crossing.benefits_from, pivot=str(crossing.pivot))


def _passed(last: Month | None, month: Month) -> bool:
    return last is not None and month > last


def _warning(code: str, **values: object) -> Finding:
    return warning(code, _FIELD, **values)
