"""What the baskets give for families whose total somebody else has published: the differences, with what was assumed.

No item is ever changed to come closer to a published total; the comparison shows how far off the baskets are.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import NamedTuple

from redi_desktop.engine.assess import Parameters, assess
from redi_desktop.engine.basket_pack import BasketPack
from redi_desktop.engine.facts import Facts
from redi_desktop.engine.money import ZERO


class PublishedTotal(NamedTuple):
    """A family's total as it was published, in the words of its source; euro per month."""

    id: str
    period: str
    region: str
    household: str
    tenure: str
    assumptions: str
    amount: Decimal
    status: str
    source: str


class AssumedHousehold(NamedTuple):
    """A family of which the published words could be true; one of them, ``central``, is the one that is counted."""

    total_id: str
    central: bool
    facts: Facts
    why: Mapping[str, str]


class ComparedTotal(NamedTuple):
    """A published total beside the reference budget of an assumed household."""

    total: PublishedTotal
    assumed: AssumedHousehold
    computed: Decimal

    @property
    def difference(self) -> Decimal:
        """Computed less published, euro per month."""
        return self.computed - self.total.amount

    @property
    def share(self) -> Decimal:
        """The difference as a part of the published total (0.05 is 5 %)."""
        return self.difference / self.total.amount


class PublishedComparison(NamedTuple):
    """Every pair; the sums are of the central ones, one for each total that names its region."""

    rows: tuple[ComparedTotal, ...]

    @property
    def counted(self) -> tuple[ComparedTotal, ...]:
        """The pairs that the sums are of."""
        return tuple(row for row in self.rows if row.assumed.central)

    @property
    def mean_absolute_error(self) -> Decimal:
        """The mean of the differences, each as a part of its total and without its sign."""
        counted = self.counted
        return sum((abs(row.share) for row in counted), Decimal(0)) / len(counted) if counted else Decimal(0)

    @property
    def largest(self) -> ComparedTotal | None:
        """The pair that is furthest apart."""
        return max(self.counted, key=lambda row: abs(row.share), default=None)

    def within(self, share: Decimal) -> int:
        """How many pairs are at most that far apart."""
        return sum(1 for row in self.counted if abs(row.share) <= share)


def compare_published(
    totals: Iterable[PublishedTotal], households: Iterable[AssumedHousehold], pack: BasketPack
) -> PublishedComparison:
    """Compute every assumed household; raises :class:`BadFacts` where the pack does not reach one of them."""
    by_id, parameters = {total.id: total for total in totals}, Parameters(pack)
    rows = (ComparedTotal(by_id[one.total_id], one, _reference(one.facts, parameters)) for one in households)
    return PublishedComparison(tuple(rows))


def _reference(facts: Facts, parameters: Parameters) -> Decimal:
    return sum((line.amount for line in assess(facts, parameters).reference.lines), ZERO)
