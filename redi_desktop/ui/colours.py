"""The colours of the window, by what they are for, in the light, the dark and the high-contrast palette.

A widget that paints itself asks :func:`current_colours` each time: nobody has to be told when the theme changes.
Text reaches a contrast of 4.5 on ground and card, borders of controls 3 (WCAG 2.2, criteria 1.4.3 and 1.4.11).
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtGui import QColor, QGuiApplication, QPalette


class Colours(NamedTuple):
    """One set of colours by its name; each is ``#rrggbb``."""

    name: str
    ground: str
    card: str
    text: str
    quiet: str
    line: str
    border: str
    scroll: str
    accent: str
    accent_hover: str
    on_accent: str
    accent_soft: str
    amber: str
    amber_line: str
    amber_soft: str
    brick: str
    brick_soft: str
    off: str
    """Words and edge of what cannot be used now."""
    off_ground: str


LIGHT = Colours(
    name="light",
    ground="#f5f7f6",
    card="#ffffff",
    text="#1c2625",
    quiet="#566361",
    line="#d9dfdd",
    border="#7f8c89",
    scroll="#b4bfbc",
    accent="#0f6b6b",
    accent_hover="#0a5454",
    on_accent="#ffffff",
    accent_soft="#e2efee",
    amber="#855400",
    amber_line="#c98a1b",
    amber_soft="#fdf2da",
    brick="#a3341f",
    brick_soft="#fbe9e5",
    off="#7f8c89",
    off_ground="#d9dfdd",
)
DARK = Colours(
    name="dark",
    ground="#171c1c",
    card="#212828",
    text="#e7edeb",
    quiet="#a9b5b2",
    line="#3a4442",
    border="#83908d",
    scroll="#4d5a57",
    accent="#62c4bd",
    accent_hover="#86d6d0",
    on_accent="#062b2a",
    accent_soft="#1d3c3a",
    amber="#f1bd5c",
    amber_line="#d79b2c",
    amber_soft="#3a2f16",
    brick="#f29a86",
    brick_soft="#44241d",
    off="#83908d",
    off_ground="#3a4442",
)
CONTRAST = Colours(
    name="contrast",
    ground="#000000",
    card="#000000",
    text="#ffffff",
    quiet="#ffffff",
    line="#ffffff",
    border="#ffffff",
    scroll="#ffffff",
    accent="#ffe14d",
    accent_hover="#ffffff",
    on_accent="#000000",
    accent_soft="#333300",
    amber="#ffe14d",
    amber_line="#ffe14d",
    amber_soft="#000000",
    brick="#ffb3a3",
    brick_soft="#000000",
    off="#a0a0a0",
    off_ground="#000000",
)
_ALL = (LIGHT, DARK, CONTRAST)


def current_colours() -> Colours:
    """The colours in use: those that the application's palette was made of; the light ones for a palette not ours.

    A widget's own palette does not tell: the style sheet writes its backgrounds into it.
    """
    ground = QGuiApplication.palette().color(QPalette.ColorRole.Window).name()
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
        palette.setColor(QPalette.ColorGroup.Disabled, place, QColor(colours.off))
    return palette
