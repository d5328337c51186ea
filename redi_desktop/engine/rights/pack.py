"""The rights and reductions to look at first, as data: conditions, words, amounts, dates, sources."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from redi_desktop.engine.basket_pack import PriceIndex, Source
from redi_desktop.engine.dated_pack import DatedPack
from redi_desktop.engine.money import Period
from redi_desktop.engine.months import Month
from redi_desktop.engine.rights.asked_facts import AskedFact
from redi_desktop.engine.rights.tree import Amount, Condition


class RightsRegion(StrEnum):
    """Where a right exists: the three regions, and the German-speaking Community within Wallonia."""

    BRU = "BRU"
    WAL = "WAL"
    VLG = "VLG"
    DG = "DG"


class Granting(StrEnum):
    """Whether the right comes by itself."""

    AUTOMATIC = "yes"
    PARTLY = "partly"
    ON_REQUEST = "no"


class AmountIs(StrEnum):
    """How an amount is to be read."""

    EXACT = "exact"
    ABOUT = "about"
    MOST = "most"
    LEAST = "least"


class Confidence(StrEnum):
    """How well a right's conditions and amounts are supported."""

    SOURCED = "sourced"
    PARTLY = "partly"
    MEMORY = "memory"


@dataclass(frozen=True, slots=True, kw_only=True)
class RightTexts:
    """A right in the words of one language; ``amount`` and ``remark`` may be empty.

    ``how`` is how and when to ask, ``basis`` the legal basis.
    """

    name: str
    condition: str
    authority: str
    how: str
    documents: str
    amount: str
    basis: str
    remark: str


class WrittenDate(NamedTuple):
    """A date as exact as its source gives it (``2023``, ``2022-10``, ``2025-02-01``), and the month it counts from."""

    text: str
    month: Month


class Opening(NamedTuple):
    """What becomes true once a right is granted: yes or no to a fact, the value of a choice, a value in a set."""

    fact: str
    value: str | bool
    in_set: bool = False

    @property
    def key(self) -> str:
        """What conditions depend on: the fact, or one value of a set."""
        return f"{self.fact}.{self.value}" if self.in_set else self.fact


@dataclass(frozen=True, slots=True, kw_only=True)
class Right:
    """One right or reduction.

    ``held`` is the condition under which the case already shows it granted; ``opens`` what follows from it for other
    rights. ``amount`` is euro per ``amount_period`` for the household; ``amount_date`` is the date of the figures in it
    and in the texts. ``worth`` is an order of magnitude in euro per month, our own, that puts the list in order where
    no amount is known; it is never shown. ``ceiling_date`` is the date of the ceilings written in the condition.
    Rights with the same ``same_money`` bring the same euros: one of them is listed, the first of the most likely.
    ``note`` is for those who keep the pack, in English.
    """

    id: str
    regions: frozenset[RightsRegion]
    granting: Granting
    condition: Condition
    condition_text: str
    held: Condition | None
    opens: tuple[Opening, ...]
    amount: Amount | None
    amount_period: Period
    amount_is: AmountIs
    amount_date: WrittenDate | None
    worth: Decimal
    same_money: str
    ceiling_date: WrittenDate | None
    url: Mapping[str, str]
    checked_on: date
    confidence: Confidence
    texts: Mapping[str, RightTexts]
    note: str


@dataclass(frozen=True, eq=False)
class RightsPack(DatedPack):
    """A dated, versioned, sourced set of rights, the facts they ask about, and the index that moves old ceilings."""

    rights: tuple[Right, ...]
    facts: Mapping[str, AskedFact]
    index: PriceIndex
    sources: Mapping[str, Source]
    right_by_id: Mapping[str, Right] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "right_by_id", {right.id: right for right in self.rights})
