"""The typeface of the documents, and which characters it can draw. ReportLab is imported when it is first asked for."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, cast

from redi_desktop import paths

if TYPE_CHECKING:
    from reportlab.pdfbase.ttfonts import TTFont

REGULAR = "NotoSans"
BOLD = "NotoSans-Bold"
_FILES = {REGULAR: "NotoSans-Regular.ttf", BOLD: "NotoSans-Bold.ttf"}
_REMEMBERED = 8192
"""Words whose width is remembered; the same ones come back on every line."""
_LAST_WRITABLE = 0xFFFF
"""ReportLab maps glyphs back to text with four hexadecimal digits: what lies beyond could be drawn but not copied."""


@cache
def register() -> tuple[TTFont, ...]:
    """Make both faces known to ReportLab, once for the program; streams stay binary, which is a fifth smaller."""
    from reportlab import rl_config
    from reportlab.pdfbase import pdfmetrics

    rl_config.useA85 = 0
    faces = tuple(_measuring(name, str(paths.resource("fonts", file))) for name, file in _FILES.items())
    for face in faces:
        pdfmetrics.registerFont(face)
    _remember_numbers()
    _escape_at_once()
    pdfmetrics.registerFontFamily(REGULAR, normal=REGULAR, bold=BOLD, italic=REGULAR, boldItalic=BOLD)
    return faces


def _remember_numbers() -> None:
    """WORKAROUND: ReportLab writes the same few numbers (sizes, colours, columns) out tens of thousands of times.

    That is an eighth of the time of a long document, and https://docs.reportlab.com knows no way to spare it.
    """
    from reportlab.pdfgen import canvas, textobject

    modules: tuple[Any, ...] = (canvas, textobject)
    written = modules[0].fp_str
    known = lru_cache(_REMEMBERED)(written)

    def fp_str(*numbers: Any) -> Any:
        try:
            return known(*numbers)
        except TypeError:  # a list, which cannot be looked up
            return written(*numbers)

    for module in modules:
        module.fp_str = fp_str


def _escape_at_once() -> None:
    """WORKAROUND: ReportLab escapes every text letter by letter in Python; https://docs.reportlab.com names no way out.

    Each letter is written as ReportLab writes it.
    """
    from reportlab.pdfgen import canvas

    module: Any = canvas
    written = module.escapePDF
    letters = {code: written(bytes([code])) for code in range(256)}

    def escape(text: Any) -> Any:
        return text.decode("latin-1").translate(letters) if isinstance(text, bytes) else written(text)

    module.escapePDF = escape


def _measuring(name: str, path: str) -> TTFont:
    """A face that remembers how wide words are: ReportLab asks for the same ones again and again."""
    from reportlab.pdfbase.ttfonts import TTFont

    font: Any = TTFont(name, path)
    widths, usual = font.face.charWidths, font.face.defaultWidth

    @lru_cache(_REMEMBERED)
    def units(text: str) -> float:
        return float(sum([widths.get(ord(character), usual) for character in text]))

    def string_width(text: str | bytes, size: float, encoding: str = "utf-8") -> float:
        return 0.001 * size * units(text if isinstance(text, str) else text.decode(encoding))

    font.stringWidth = string_width
    return cast("TTFont", font)


@cache
def covered() -> frozenset[int]:
    """The code points that both faces can draw."""
    faces = [frozenset(font.face.charToGlyph) for font in register()]
    return frozenset(code for code in frozenset.intersection(*faces) if code <= _LAST_WRITABLE)


@cache
def _face(name: str) -> Any:
    return next(font for font in register() if font.fontName == name)


def width(text: str, font: str, size: float) -> float:
    """How wide a text is, in points."""
    return float(_face(font).stringWidth(text, size))
