"""The picture of the balance: no word overlaps another or leaves the paper, whatever the amounts."""

from __future__ import annotations

from decimal import Decimal
from itertools import combinations, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from redi_desktop.engine.needs import Need
from redi_desktop.report import colours, fonts
from redi_desktop.report.balance_figures import DEBTS, figures_of
from redi_desktop.report.chart_blocks import BalanceChart, ChartTexts
from redi_desktop.report.charts import balance_picture, spread
from redi_desktop.report.marks import income_mark
from redi_desktop.report.shapes import Anchor, Box, Label, Picture

AMOUNTS = st.decimals("0.01", 4000, places=2)
KEYS = [*(need.value for need in Need), DEBTS]
WIDTH, SIZE = 490.0, 8.5
TOLERANCE = 0.5


def measure(text: str, bold: bool, size: float) -> float:
    return fonts.width(text, fonts.BOLD if bold else fonts.REGULAR, size)


def picture(needed: list[Decimal], available: list[Decimal], size: float = SIZE) -> Picture:
    figures = figures_of(zip(KEYS, needed, strict=False), [(str(n), amount) for n, amount in enumerate(available)])
    shown = (*figures.needed, *figures.available)
    texts = ChartTexts(
        title="Tableau",
        description="Deux barres",
        needed="Ce qu’il faut: 2 389,14 €",
        available="Ce qu’il y a: 1 796,11 €",
        gap="Il manque 593,03 €" if figures.missing else "Il reste 12,00 €" if figures.left else "",
        names=tuple(f"Frais imprévus et administration {place}" for place, _ in enumerate(shown)),
        amounts=tuple(f"{segment.amount} €" for segment in shown),
        ticks=tuple(f"{tick.amount:,.0f} €" for tick in figures.ticks),
    )
    return balance_picture(BalanceChart(figures, texts), WIDTH, size, measure)


def edges(label: Label) -> tuple[float, float, float, float]:
    """Left, right, top and bottom of a text."""
    width = measure(label.text, label.bold, label.size)
    before = {Anchor.START: 0.0, Anchor.MIDDLE: width / 2, Anchor.END: width}[label.anchor]
    return label.x - before, label.x - before + width, label.y - 0.75 * label.size, label.y + 0.1 * label.size


def meet(one: Label, other: Label) -> bool:
    left, right, top, bottom = edges(one)
    left2, right2, top2, bottom2 = edges(other)
    sideways = min(right, right2) - max(left, left2)
    return sideways > TOLERANCE and min(bottom, bottom2) - max(top, top2) > TOLERANCE


@settings(max_examples=20)
@given(st.lists(AMOUNTS, min_size=1, max_size=12), st.lists(AMOUNTS, max_size=21), st.sampled_from([8.5, 12.0]))
def test_no_word_overlaps_another_or_leaves_the_picture(needed, available, size):
    drawn = picture(needed, available, size)
    labels = [shape for shape in drawn.shapes if isinstance(shape, Label)]
    assert [pair for pair in combinations(labels, 2) if meet(*pair)] == []
    for label in labels:
        left, right, top, bottom = edges(label)
        assert left >= -TOLERANCE
        assert right <= WIDTH + TOLERANCE
        assert top >= -TOLERANCE
        assert bottom <= drawn.height + TOLERANCE


@given(st.lists(AMOUNTS, min_size=1, max_size=12), st.lists(AMOUNTS, max_size=8))
def test_what_is_missing_is_hatched_and_as_long_as_it_is_large(needed, available):
    hatched = [shape for shape in picture(needed, available).shapes if isinstance(shape, Box) and shape.hatched]
    missing = sum(needed) - sum(available)
    if missing <= 0:
        assert hatched == []
    else:
        assert abs(hatched[0].width - WIDTH * float(missing / sum(needed))) < 0.01


@given(st.lists(st.floats(0, 100), min_size=1, max_size=9).map(sorted), st.floats(1, 9))
def test_labels_moved_apart_keep_their_order_and_their_distance(places, width):
    moved = spread(places, [width] * len(places), 100, gap=1)
    assert all(after - before >= width + 1 - 1e-6 for before, after in pairwise(moved))
    assert moved[0] >= width / 2 - 1e-6
    assert moved[-1] <= 100 - width / 2 + 1e-6


def test_marks_of_incomes_go_on_after_the_alphabet():
    assert [income_mark(place) for place in (0, 25, 26, 51, 52)] == ["A", "Z", "AA", "AZ", "BA"]


def test_words_on_their_grounds_can_be_read():
    grounds = [*colours.NEEDS.values(), *colours.INCOMES]
    assert all(colours.contrast(colours.ink_on(ground), ground) >= 4.5 for ground in grounds)
    pairs = [
        (colours.INK, colours.PAPER), (colours.INK, colours.CARD), (colours.INK, colours.TEAL_PALE),
        (colours.INK, colours.AMBER_PALE), (colours.QUIET, colours.PAPER), (colours.QUIET, colours.CARD),
        (colours.QUIET, colours.TEAL_PALE), (colours.QUIET, colours.AMBER_PALE), (colours.TEAL_DEEP, colours.PAPER),
        (colours.TEAL_DEEP, colours.TEAL_PALE), (colours.AMBER_DEEP, colours.PAPER),
        (colours.AMBER_DEEP, colours.AMBER_PALE),
    ]  # fmt: skip
    assert [pair for pair in pairs if colours.contrast(*pair) < 4.5] == []


def test_neighbours_in_the_bar_differ_in_grey_too():
    tints = list(colours.NEEDS.values())
    assert all(colours.contrast(one, other) > 1.6 for one, other in pairwise(tints))
