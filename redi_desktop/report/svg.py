"""The picture of the balance as inline SVG, with a title and a description."""

from __future__ import annotations

from html import escape

from redi_desktop.report import colours
from redi_desktop.report.charts import balance_picture
from redi_desktop.report.content import BalanceChart
from redi_desktop.report.shapes import Box, Label, Line, Shape

_WIDTH, _SIZE = 720.0, 13.0
_EM = {False: 0.58, True: 0.64}
"""The width of an average character in ems: the reader's fonts are not known, so it is taken generously."""


def balance_svg(block: BalanceChart, identifier: str) -> str:
    """The picture; ``identifier`` makes the names inside it unique in the file."""
    picture = balance_picture(block, _WIDTH, _SIZE, lambda text, bold, size: len(text) * _EM[bold] * size)
    title, description, hatch = f"{identifier}-title", f"{identifier}-description", f"{identifier}-hatch"
    shapes = "\n".join(_shape(shape, hatch) for shape in picture.shapes)
    return (
        f'<svg viewBox="0 0 {picture.width:.0f} {picture.height:.0f}" role="img" '
        f'aria-labelledby="{title} {description}" font-family="inherit">\n'
        f'<title id="{title}">{escape(block.texts.title)}</title>\n'
        f'<desc id="{description}">{escape(block.texts.description)}</desc>\n'
        f'<defs><pattern id="{hatch}" width="6" height="6" patternUnits="userSpaceOnUse" '
        f'patternTransform="rotate(45)"><rect width="6" height="6" fill="{colours.AMBER_PALE}"/>'
        f'<rect width="2" height="6" fill="{colours.AMBER}"/></pattern></defs>\n{shapes}\n</svg>'
    )


def _shape(shape: Shape, hatch: str) -> str:
    if isinstance(shape, Box):
        return _box(shape, hatch)
    if isinstance(shape, Line):
        ends = f'x1="{shape.x1:.1f}" y1="{shape.y1:.1f}" x2="{shape.x2:.1f}" y2="{shape.y2:.1f}"'
        return f'<line {ends} stroke="{shape.colour}" stroke-width="{shape.thickness:.1f}"/>'
    return _label(shape)


def _box(box: Box, hatch: str) -> str:
    fill = f'fill="url(#{hatch})" stroke="{box.colour}" stroke-width="1.5"' if box.hatched else f'fill="{box.colour}"'
    return f'<rect x="{box.x:.1f}" y="{box.y:.1f}" width="{box.width:.1f}" height="{box.height:.1f}" {fill}/>'


def _label(label: Label) -> str:
    weight = ' font-weight="700"' if label.bold else ""
    place = f'x="{label.x:.1f}" y="{label.y:.1f}" text-anchor="{label.anchor.value}"'
    return f'<text {place} font-size="{label.size:.1f}" fill="{label.colour}"{weight}>{escape(label.text)}</text>'
