"""The colours of the window, by what they are for, in the light, the dark and the high-contrast palette.

A widget that paints itself asks :func:`colours_of` with its own palette: nobody has to be told when the theme changes.
Text reaches a contrast of 4.5 on ground and card, borders of controls 3 (WCAG 2.2, criteria 1.4.3 and 1.4.11).
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtGui import QColor, QPalette


class Colours(NamedTuple):
    """One set of colours; each is ``#rrggbb``."""

    ground: str
    card: str
    text: str
    quiet: str
    line: str
    border: str
    accent: str
    on_accent: str
    accent_soft: str
    amber: str
    amber_line: str
    amber_soft: str
    brick: str
    brick_soft: str
    needs: tuple[str, str, str]
    incomes: tuple[str, str, str]


LIGHT = Colours(
    ground="#f5f7f6",
    card="#ffffff",
    text="#1c2625",
    quiet="#566361",
    line="#d9dfdd",
    border="#7f8c89",
    accent="#0f6b6b",
    on_accent="#ffffff",
    accent_soft="#e2efee",
    amber="#855400",
    amber_line="#c98a1b",
    amber_soft="#fdf2da",
    brick="#a3341f",
    brick_soft="#fbe9e5",
    needs=("#4f8f8c", "#7fb3af", "#a9cecb"),
    incomes=("#0f6b6b", "#2f8583", "#559c99"),
)
DARK = Colours(
    ground="#171c1c",
    card="#212828",
    text="#e7edeb",
    quiet="#a9b5b2",
    line="#3a4442",
    border="#83908d",
    accent="#62c4bd",
    on_accent="#062b2a",
    accent_soft="#1d3c3a",
    amber="#f1bd5c",
    amber_line="#d79b2c",
    amber_soft="#3a2f16",
    brick="#f29a86",
    brick_soft="#44241d",
    needs=("#3f7f7c", "#2f6260", "#254d4b"),
    incomes=("#62c4bd", "#4aa9a3", "#388b86"),
)
CONTRAST = Colours(
    ground="#000000",
    card="#000000",
    text="#ffffff",
    quiet="#ffffff",
    line="#ffffff",
    border="#ffffff",
    accent="#ffe14d",
    on_accent="#000000",
    accent_soft="#333300",
    amber="#ffe14d",
    amber_line="#ffe14d",
    amber_soft="#000000",
    brick="#ffb3a3",
    brick_soft="#000000",
    needs=("#5f5f5f", "#3c3c3c", "#262626"),
    incomes=("#ffffff", "#d0d0d0", "#a8a8a8"),
)
_ALL = (LIGHT, DARK, CONTRAST)


def colours_of(palette: QPalette) -> Colours:
    """The set of colours that this palette was made of; the light one for a palette that is not ours."""
    ground = palette.color(QPalette.ColorRole.Window).name()
    return next((colours for colours in _ALL if colours.ground == ground), LIGHT)


def palette_of(colours: Colours) -> QPalette:
    """The Qt palette made of a set of colours."""
    role = QPalette.ColorRole
    palette = QPalette()
    for place, colour in {
        role.Window: colours.ground,
        role.WindowText: colours.text,
        role.Base: colours.card,
        role.AlternateBase: colours.ground,
        role.ToolTipBase: colours.card,
        role.ToolTipText: colours.text,
        role.PlaceholderText: colours.quiet,
        role.Text: colours.text,
        role.Button: colours.card,
        role.ButtonText: colours.text,
        role.BrightText: colours.brick,
        role.Link: colours.accent,
        role.LinkVisited: colours.accent,
        role.Highlight: colours.accent,
        role.HighlightedText: colours.on_accent,
        role.Accent: colours.accent,
        role.Mid: colours.line,
    }.items():
        palette.setColor(place, QColor(colour))
    for place in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, place, QColor(colours.border))
    return palette
