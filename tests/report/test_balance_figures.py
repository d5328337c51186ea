"""The figures of the picture: both bars on one scale, nothing lost, nothing outside."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from redi_desktop.engine.money import ZERO
from redi_desktop.report.balance_figures import MOST_TICKS, Segment, balance_figures, figures_of
from tests.report import reported_cases as cases

AMOUNTS = st.lists(st.decimals(0, 9000, places=2), max_size=14)


def named(amounts: list[Decimal]) -> list[tuple[str, Decimal]]:
    return [(str(place), amount) for place, amount in enumerate(amounts)]


def touches(segments: tuple[Segment, ...]) -> bool:
    """Whether a bar starts at zero and has no hole."""
    ends = [0.0, *(segment.end for segment in segments)]
    return all(abs(segment.start - end) < 1e-9 for segment, end in zip(segments, ends, strict=False))


@given(AMOUNTS, AMOUNTS)
def test_bars_are_whole_and_the_gap_is_their_difference(needed, available):
    figures = figures_of(named(needed), named(available))
    assert figures.needed_total == sum(needed, ZERO)
    assert figures.available_total == sum(available, ZERO)
    assert figures.left - figures.missing == figures.available_total - figures.needed_total
    assert min(figures.left, figures.missing) == 0
    assert touches(figures.needed)
    assert touches(figures.available)
    assert max(figures.needed_end, figures.available_end) <= 1 + 1e-9


@given(AMOUNTS, AMOUNTS)
def test_the_scale_begins_at_zero_and_has_a_few_round_marks(needed, available):
    ticks = figures_of(named(needed), named(available)).ticks
    assert ticks[0].amount == 0
    assert len(ticks) <= MOST_TICKS
    assert all(0 <= tick.place <= 1 for tick in ticks)


def test_the_picture_shows_the_assessment():
    assessment = cases.assessed(cases.namur())
    figures = balance_figures(assessment)
    assert figures.needed_total == assessment.retained.total
    assert figures.available_total == assessment.income_total
    assert figures.missing == -assessment.balance
    assert [segment.key for segment in figures.needed][-1] == "debts"
    assert [segment.key for segment in figures.available] == ["i1", "i2"]
