"""The pictures of a document, as data: what they show and the words in and about them."""

from __future__ import annotations

from dataclasses import dataclass

from redi_desktop.report.balance_figures import BalanceFigures


@dataclass(frozen=True, slots=True)
class ChartTexts:
    """The words in and about the picture of the balance.

    ``needed``, ``available`` and ``gap`` are whole phrases with their amount; ``names`` and ``amounts`` follow the
    segments, those of the needs first; ``ticks`` those of the scale. ``description`` says what the picture shows.
    """

    title: str
    description: str
    needed: str
    available: str
    gap: str
    names: tuple[str, ...]
    amounts: tuple[str, ...]
    ticks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BalanceChart:
    """Two bars on one scale: what is needed, what there is, and what is missing.

    Without its ``legend`` the tables that follow bear the marks of the segments (:mod:`redi_desktop.report.marks`).
    """

    figures: BalanceFigures
    texts: ChartTexts
    legend: bool = True


@dataclass(frozen=True, slots=True)
class ComparedBars:
    """A scenario in the picture of several: both bars as fractions of the width, and the phrases beside them.

    ``gap`` says what is missing or left; ``short`` whether it is missing.
    """

    name: str
    needed: float
    available: float
    needed_text: str
    available_text: str
    gap: str
    short: bool


@dataclass(frozen=True, slots=True)
class ComparisonChart:
    """Scenarios one above the other on one scale; ``description`` says what the picture shows."""

    title: str
    description: str
    bars: tuple[ComparedBars, ...]
