"""Totals that name nobody: how many cases of each kind and their averages, groups under five hidden.

A hidden group must not follow from the others either: of a division, as many small groups are hidden as it takes for
those hidden to be two or more and five cases or more together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from redi_desktop.casefile.model import CaseFile
from redi_desktop.engine.assess import Assessment
from redi_desktop.engine.household import ADULT_AGE, Role
from redi_desktop.engine.money import ZERO
from redi_desktop.i18n import N_, _
from redi_desktop.report.exports.listing import Listing, titles
from redi_desktop.report.exports.sheets import Value
from redi_desktop.words.vocabulary import label

SMALLEST_GROUP = 5
NOT_KNOWN = N_("Not known")
_HOUSEHOLDS: dict[tuple[bool, bool], str] = {
    (False, False): N_("One adult"),
    (False, True): N_("One adult with children"),
    (True, False): N_("Two or more adults"),
    (True, True): N_("Two or more adults with children"),
}


class Counted(NamedTuple):
    """A case with its result."""

    case: CaseFile
    assessment: Assessment


@dataclass
class _Group:
    """What is kept of the cases of a group: their number and three sums."""

    cases: int = 0
    needed: Decimal = field(default=ZERO)
    income: Decimal = field(default=ZERO)
    balance: Decimal = field(default=ZERO)

    def add(self, assessment: Assessment) -> None:
        """Count one more case."""
        self.cases += 1
        self.needed += assessment.retained.total
        self.income += assessment.income_total
        self.balance += assessment.balance


class AnonymousTotals:
    """Adds up cases; only sums are kept, however many there are."""

    def __init__(self) -> None:
        self._whole = _Group()
        self._divisions: dict[str, dict[str, _Group]] = {title: {} for title in _DIVISIONS}

    def add(self, one: Counted) -> None:
        """Count one more case."""
        self._whole.add(one.assessment)
        for title, name_of in _DIVISIONS.items():
            self._divisions[title].setdefault(name_of(one), _Group()).add(one.assessment)

    def listing(self) -> Listing:
        """The totals in the current language."""
        columns, euros = titles(
            (
                (_("Division"), False),
                (_("Group"), False),
                (_("Cases"), False),
                (_("Needed per month, average"), True),
                (_("Coming in per month, average"), True),
                (_("Left or missing per month, average"), True),
            )
        )
        rows = [_row(_("All cases"), "", self._whole, self._whole.cases < SMALLEST_GROUP)]
        for title, groups in self._divisions.items():
            hidden = hidden_groups({name: group.cases for name, group in groups.items()})
            rows += [_row(_(title), _(name), groups[name], name in hidden) for name in sorted(groups, key=_)]
        return Listing(_("Anonymous totals"), columns, euros, tuple(rows))


def anonymous_totals(cases: Iterable[Counted]) -> Listing:
    """The totals of these cases in the current language."""
    totals = AnonymousTotals()
    for one in cases:
        totals.add(one)
    return totals.listing()


def hidden_groups(sizes: dict[str, int]) -> frozenset[str]:
    """The groups of a division that must not be shown."""
    smallest_first = sorted(sizes, key=lambda name: (sizes[name], name))
    hidden = [name for name in smallest_first if sizes[name] < SMALLEST_GROUP]
    while hidden and len(hidden) < len(sizes) and not _is_safe([sizes[name] for name in hidden]):
        hidden.append(smallest_first[len(hidden)])
    return frozenset(hidden)


def _is_safe(sizes: list[int]) -> bool:
    return len(sizes) > 1 and sum(sizes) >= SMALLEST_GROUP


def _row(title: str, name: str, group: _Group, is_hidden: bool) -> tuple[Value, ...]:
    if is_hidden:
        return (title, name, _("hidden"), None, None, None)
    return (
        title,
        name,
        group.cases,
        *(_average(amount, group) for amount in (group.needed, group.income, group.balance)),
    )


def _average(amount: Decimal, group: _Group) -> Decimal:
    """To the whole euro: cents would let one case be worked out from two exports."""
    return (amount / group.cases).quantize(Decimal(1), ROUND_HALF_UP)


def _region(one: Counted) -> str:
    region = one.case.household.region
    return label(region) if region else NOT_KNOWN


def _household(one: Counted) -> str:
    members = one.assessment.circumstances.members
    adults = sum(1 for member in members if member.age >= ADULT_AGE or member.person.role is not Role.CHILD)
    return _HOUSEHOLDS[adults > 1, len(members) > adults]


def _tenure(one: Counted) -> str:
    tenure = one.case.dwelling.tenure
    return label(tenure) if tenure else NOT_KNOWN


def _balance(one: Counted) -> str:
    return N_("Something is missing") if one.assessment.balance < 0 else N_("It is enough")


def _debts(one: Counted) -> str:
    return N_("With debts") if one.case.debts else N_("Without debts")


def _decision(one: Counted) -> str:
    verdict = one.case.decision.verdict
    return label(verdict) if verdict else N_("No decision yet")


_DIVISIONS: dict[str, Callable[[Counted], str]] = {
    N_("Region"): _region,
    N_("Household"): _household,
    N_("Dwelling"): _tenure,
    N_("Balance"): _balance,
    N_("Debts"): _debts,
    N_("Decision"): _decision,
}
"""How cases are divided, and the group of a case in each."""
