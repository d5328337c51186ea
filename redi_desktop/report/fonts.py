"""The typeface of the documents, and which characters it can draw. ReportLab is imported when it is first asked for."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from redi_desktop import paths

if TYPE_CHECKING:
    from reportlab.pdfbase.ttfonts import TTFont

REGULAR = "NotoSans"
BOLD = "NotoSans-Bold"
_FILES = {REGULAR: "NotoSans-Regular.ttf", BOLD: "NotoSans-Bold.ttf"}
_LAST_WRITABLE = 0xFFFF
"""ReportLab maps glyphs back to text with four hexadecimal digits: what lies beyond could be drawn but not copied."""


@cache
def register() -> tuple[TTFont, ...]:
    """Make both faces known to ReportLab, once for the program; streams stay binary, which is a fifth smaller."""
    from reportlab import rl_config
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    rl_config.useA85 = 0
    faces = tuple(TTFont(name, str(paths.resource("fonts", file))) for name, file in _FILES.items())
    for face in faces:
        pdfmetrics.registerFont(face)
    pdfmetrics.registerFontFamily(REGULAR, normal=REGULAR, bold=BOLD, italic=REGULAR, boldItalic=BOLD)
    return faces


@cache
def covered() -> frozenset[int]:
    """The code points that both faces can draw."""
    faces = [frozenset(font.face.charToGlyph) for font in register()]
    return frozenset(code for code in frozenset.intersection(*faces) if code <= _LAST_WRITABLE)


def width(text: str, font: str, size: float) -> float:
    """How wide a text is, in points."""
    from reportlab.pdfbase import pdfmetrics

    register()
    return float(pdfmetrics.stringWidth(text, font, size))
