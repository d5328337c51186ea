"""How the window looks: the style, the palette, the font, the sizes and the 8-pixel grid, each set in one place.

Texts take their size from a *role* (:func:`set_role`), never from a number of their own: the text scale, 100 to 200 %,
is one argument of :func:`apply_theme`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase, QFontMetrics, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from redi_desktop import paths
from redi_desktop.ui.colours import CONTRAST, DARK, LIGHT, Colours, palette_of
from redi_desktop.ui.dressed_in_turns import swap_sheet
from redi_desktop.ui.style_sheet import style_sheet

UNIT = 8
"""The grid, in pixels: every space is a multiple of it or its half."""
HALF = UNIT // 2
STYLE = "fusion"
BODY_POINTS = 10.5
FAMILY = "Noto Sans"
FONT_FILES = ("NotoSans-Regular.ttf", "NotoSans-Medium.ttf", "NotoSans-Bold.ttf")
PAGE_CHARACTERS = 104
"""The text width of a page: 760 pixels at a text scale of 100 %."""
_THEMES = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}


def apply_theme(app: QApplication, theme: str = "system", text_scale: int = 100) -> None:
    """Dress the program: ``theme`` is ``system``, ``light``, ``dark`` or ``contrast``; ``text_scale`` in per cent."""
    for _turn in dressing(app, theme, text_scale):
        pass


def dressing(app: QApplication, theme: str, text_scale: int) -> Iterator[None]:
    """Dress the program in a few turns of the event loop; what is on the screen stays until all of it is done."""
    colours = _THEMES.get(theme) or system_colours()
    windows = [window for window in app.topLevelWidgets() if window.isVisible()]
    with _held_still(windows):
        yield from swap_sheet(app, partial(_colour, app, colours, text_scale))


def _colour(app: QApplication, colours: Colours, text_scale: int) -> str:
    """Set style, palette and font; the sheet that goes with them. With one in force each would be felt three times."""
    if app.style().name() != STYLE:
        app.setStyle(STYLE)
    app.setPalette(palette_of(colours))
    app.setFont(body_font(text_scale))
    return style_sheet(colours, BODY_POINTS * text_scale / 100)


@contextmanager
def _held_still(windows: Sequence[QWidget]) -> Iterator[None]:
    """Leave on the screen what these windows show, for a moment."""
    for window in windows:
        window.setUpdatesEnabled(False)
    try:
        yield
    finally:
        for window in filter(isValid, windows):
            window.setUpdatesEnabled(True)


def system_colours() -> Colours:
    """The colours that go with what the desktop asks for."""
    asked = QGuiApplication.styleHints()
    if asked.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return CONTRAST
    return DARK if asked.colorScheme() == Qt.ColorScheme.Dark else LIGHT


def load_fonts() -> None:
    """Make the bundled font known to Qt; where a file is missing the system's font is used."""
    for name in FONT_FILES:
        QFontDatabase.addApplicationFont(str(paths.resource("fonts", name)))


def body_font(text_scale: int = 100) -> QFont:
    """The font of the body text; its figures all have one width."""
    font = QFont(FAMILY)
    font.setPointSizeF(BODY_POINTS * text_scale / 100)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def set_role(widget: QWidget, role: str) -> None:
    """Say what a widget is, so that the style sheet gives it size and colour.

    Labels: ``title``, ``section``, ``help``, ``error``, ``quiet``, ``strong``; buttons: ``primary``, ``link``,
    ``segment``, ``flat``, ``unfold``; frames: ``card``, ``notice``.
    """
    if widget.property("role") != role:
        widget.setProperty("role", role)
        refresh(widget)


def refresh(widget: QWidget) -> None:
    """Let the style sheet look again at a widget whose properties have changed."""
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)


def page_width(widget: QWidget) -> int:
    """The largest width of a page's text, in pixels, at the size of text in use."""
    return characters_wide(widget.fontMetrics(), PAGE_CHARACTERS)


def characters_wide(metrics: QFontMetrics, characters: int) -> int:
    """The width of so many average characters, in pixels."""
    return round(metrics.horizontalAdvance("0123456789" * 10) * characters / 110)
