"""Pictures as inline SVG: those that say something bear a title and a description, the others are only for the eye."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import Any

from redi_desktop.report import colours
from redi_desktop.report.chart_blocks import BalanceChart, ComparisonChart
from redi_desktop.report.charts import balance_picture
from redi_desktop.report.comparison_chart import comparison_picture
from redi_desktop.report.form_blocks import Pictogram
from redi_desktop.report.pictograms import pictogram
from redi_desktop.report.shapes import Box, Circle, Label, Line, Measure, Picture, Polygon, Shape

_WIDTH, _SIZE = 720.0, 13.0
_PICTOGRAM_SIZE = 28.0
_EM = {False: 0.58, True: 0.64}
"""The width of an average character in ems: the reader's fonts are not known, so it is taken generously."""


def _measure(text: str, bold: bool, size: float) -> float:
    return len(text) * _EM[bold] * size


def balance_svg(block: BalanceChart, identifier: str) -> str:
    """The picture of the balance; ``identifier`` makes the names inside it unique in the file."""
    return _said(
        balance_picture(block, _WIDTH, _SIZE, _measure), identifier, block.texts.title, block.texts.description
    )


def comparison_svg(block: ComparisonChart, identifier: str) -> str:
    """The picture of scenarios side by side."""
    measure: Measure = _measure
    return _said(comparison_picture(block, _WIDTH, _SIZE, measure), identifier, block.title, block.description)


def pictogram_svg(name: Pictogram) -> str:
    """A pictogram beside a heading that says the same: hidden from a screen reader."""
    picture = pictogram(name, _PICTOGRAM_SIZE, colours.TEAL_DEEP)
    size = f'width="{picture.width:.0f}" height="{picture.height:.0f}"'
    return f'<svg {size} {_view(picture)} aria-hidden="true">{_drawn(picture, "")}</svg>'


def _said(picture: Picture, identifier: str, title_text: str, description_text: str) -> str:
    title, description, hatch = f"{identifier}-title", f"{identifier}-description", f"{identifier}-hatch"
    return (
        f'<svg {_view(picture)} role="img" aria-labelledby="{title} {description}" font-family="inherit">\n'
        f'<title id="{title}">{escape(title_text)}</title>\n'
        f'<desc id="{description}">{escape(description_text)}</desc>\n'
        f'<defs><pattern id="{hatch}" width="6" height="6" patternUnits="userSpaceOnUse" '
        f'patternTransform="rotate(45)"><rect width="6" height="6" fill="{colours.AMBER_PALE}"/>'
        f'<rect width="2" height="6" fill="{colours.AMBER}"/></pattern></defs>\n{_drawn(picture, hatch)}\n</svg>'
    )


def _view(picture: Picture) -> str:
    return f'viewBox="0 0 {picture.width:.0f} {picture.height:.0f}"'


def _drawn(picture: Picture, hatch: str) -> str:
    return "\n".join(_box(shape, hatch) if isinstance(shape, Box) else _shape(shape) for shape in picture.shapes)


def _box(box: Box, hatch: str) -> str:
    fill = f'fill="url(#{hatch})" stroke="{box.colour}" stroke-width="1.5"' if box.hatched else f'fill="{box.colour}"'
    return f'<rect x="{box.x:.1f}" y="{box.y:.1f}" width="{box.width:.1f}" height="{box.height:.1f}" {fill}/>'


def _shape(shape: Shape) -> str:
    return _DRAW[type(shape)](shape)


def _line(line: Line) -> str:
    ends = f'x1="{line.x1:.1f}" y1="{line.y1:.1f}" x2="{line.x2:.1f}" y2="{line.y2:.1f}"'
    return f'<line {ends} stroke="{line.colour}" stroke-width="{line.thickness:.1f}"/>'


def _circle(circle: Circle) -> str:
    return f'<circle cx="{circle.x:.1f}" cy="{circle.y:.1f}" r="{circle.radius:.1f}" {_paint(circle)}/>'


def _polygon(polygon: Polygon) -> str:
    corners = " ".join(f"{x:.1f},{y:.1f}" for x, y in polygon.corners)
    return f'<polygon points="{corners}" stroke-linejoin="round" {_paint(polygon)}/>'


def _paint(shape: Circle | Polygon) -> str:
    if shape.filled:
        return f'fill="{shape.colour}"'
    return f'fill="none" stroke="{shape.colour}" stroke-width="{shape.thickness:.1f}"'


def _label(label: Label) -> str:
    weight = ' font-weight="700"' if label.bold else ""
    place = f'x="{label.x:.1f}" y="{label.y:.1f}" text-anchor="{label.anchor.value}"'
    return f'<text {place} font-size="{label.size:.1f}" fill="{label.colour}"{weight}>{escape(label.text)}</text>'


_DRAW: dict[type, Callable[[Any], str]] = {Line: _line, Circle: _circle, Polygon: _polygon, Label: _label}
