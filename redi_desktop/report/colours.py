"""The colours of the documents, as ``#RRGGBB``: near-white ground, deep teal, amber for "look here".

Text on its ground keeps a contrast of 4.5 to 1 or more (WCAG 2.2 AA); ``tests/report`` measures it.
"""

from __future__ import annotations

from redi_desktop.report.balance_figures import DEBTS

PAPER = "#FFFFFF"
CARD = "#F5F8F8"
INK = "#1B2A2E"
QUIET = "#55666B"
RULE = "#C9D4D5"
HAIRLINE = "#E1E8E8"
TEAL = "#0F6B6B"
TEAL_DEEP = "#0A4F50"
TEAL_PALE = "#E3F0EF"
AMBER = "#C77700"
AMBER_DEEP = "#8A5200"
AMBER_PALE = "#FDF3E1"

NEEDS = {
    "food": "#0F6B6B", "clothing": "#8CC3BD", "health": "#2E7F8C", "hygiene": "#A9CFD8", "housing": "#1F5A73",
    "rest_leisure": "#9DC4A6", "safe_childhood": "#3C7F62", "relations": "#B9D3C0", "mobility": "#4E7390",
    "safety": "#B4C5D6", "unforeseen_admin": "#5E7A7D", DEBTS: "#3A474B",
}  # fmt: skip
"""A tint for each need; neighbours differ in lightness, so that a grey print tells them apart."""
INCOMES = ("#2C5C7E", "#9BBBD1", "#4A7A98", "#C0D3E0", "#3B6A63", "#A8C9C1")
"""Tints for incomes, in turn."""
NEED_BAR, INCOME_BAR = TEAL, INCOMES[2]
"""One tint for all needs, one for all incomes, where a bar is not divided."""


def need_colour(key: str) -> str:
    """The tint of a need's segment."""
    return NEEDS[key]


def income_colour(place: int) -> str:
    """The tint of the income at that place."""
    return INCOMES[place % len(INCOMES)]


def luminance(colour: str) -> float:
    """Relative luminance, 0 to 1 (WCAG 2.2)."""
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, 1 to 21 (WCAG 2.2)."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def ink_on(ground: str) -> str:
    """Black or white, whichever reads better on a ground."""
    return max((PAPER, INK), key=lambda ink: contrast(ink, ground))
