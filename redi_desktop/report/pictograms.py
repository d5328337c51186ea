"""Small pictures for headings of forms, drawn on a square of 24 and brought to any size: lines, no borrowed icons."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from math import cos, pi, sin

from redi_desktop.report.form_blocks import Pictogram
from redi_desktop.report.shapes import Anchor, Circle, Label, Line, Picture, Polygon, Shape

_GRID = 24.0
_STROKE = 1.8
_ARC_CORNERS = 9


def pictogram(name: Pictogram, size: float, colour: str) -> Picture:
    """The picture of that name in a square of ``size``."""
    scale = size / _GRID
    return Picture(size, size, tuple(_scaled(shape, scale) for shape in _DRAWINGS[name](colour)))


def _scaled(shape: Shape, scale: float) -> Shape:
    if isinstance(shape, Line):
        x1, y1, x2, y2 = (value * scale for value in (shape.x1, shape.y1, shape.x2, shape.y2))
        return Line(x1, y1, x2, y2, shape.colour, shape.thickness * scale)
    if isinstance(shape, Circle):
        x, y, radius = (value * scale for value in (shape.x, shape.y, shape.radius))
        return shape._replace(x=x, y=y, radius=radius, thickness=shape.thickness * scale)
    if isinstance(shape, Polygon):
        corners = tuple((x * scale, y * scale) for x, y in shape.corners)
        return shape._replace(corners=corners, thickness=shape.thickness * scale)
    if isinstance(shape, Label):
        return shape._replace(x=shape.x * scale, y=shape.y * scale, size=shape.size * scale)
    return shape


def _line(x1: float, y1: float, x2: float, y2: float, colour: str) -> Line:
    return Line(x1, y1, x2, y2, colour, _STROKE)


def _outline(colour: str, *corners: tuple[float, float]) -> Polygon:
    return Polygon(corners, colour, thickness=_STROKE)


def _euro(x: float, y: float, size: float, colour: str) -> Label:
    return Label(x, y, "€", size, colour, bold=True, anchor=Anchor.MIDDLE)


def _shoulders(x: float, y: float, radius: float, colour: str) -> Polygon:
    """The upper half of a disc: a body below a head."""
    angles = (pi * step / (_ARC_CORNERS - 1) for step in range(_ARC_CORNERS))
    return Polygon(tuple((x + radius * cos(angle), y - radius * sin(angle)) for angle in angles), colour, filled=True)


def _request(colour: str) -> Iterator[Shape]:
    yield _outline(colour, (2, 4), (22, 4), (22, 16), (11, 16), (6, 21), (6, 16), (2, 16))
    yield _line(6, 8.5, 18, 8.5, colour)
    yield _line(6, 12, 14, 12, colour)


def _people(colour: str) -> Iterator[Shape]:
    for x, y, radius in ((8, 7, 3.2), (16.5, 10, 2.5)):
        yield Circle(x, y, radius, colour, filled=True)
    yield _shoulders(8, 20, 6, colour)
    yield _shoulders(17.5, 20, 4.2, colour)


def _home(colour: str) -> Iterator[Shape]:
    yield _outline(colour, (2, 12), (12, 3), (22, 12))
    yield _outline(colour, (5, 12), (19, 12), (19, 21), (5, 21))
    yield _outline(colour, (10, 15), (14, 15), (14, 21), (10, 21))


def _income(colour: str) -> Iterator[Shape]:
    yield Circle(14, 12, 8, colour, thickness=_STROKE)
    yield _euro(14, 16, 11, colour)
    yield _line(0.5, 12, 5, 12, colour)
    yield Polygon(((3.5, 9.5), (6.5, 12), (3.5, 14.5)), colour, filled=True)


def _expenses(colour: str) -> Iterator[Shape]:
    yield _outline(colour, (5, 2.5), (19, 2.5), (19, 21.5), (16.7, 19.5), (14.3, 21.5), (12, 19.5), (9.7, 21.5),
                   (7.3, 19.5), (5, 21.5))  # fmt: skip
    yield _line(8, 7, 16, 7, colour)
    yield _line(8, 10.5, 13, 10.5, colour)
    yield _euro(14.8, 17.6, 7, colour)


def _debts(colour: str) -> Iterator[Shape]:
    yield _outline(colour, (2, 6), (22, 6), (22, 20), (2, 20))
    yield _line(2, 6, 12, 14, colour)
    yield _line(22, 6, 12, 14, colour)


def _view(colour: str) -> Iterator[Shape]:
    yield Circle(7, 10, 3.4, colour, filled=True)
    yield _shoulders(7, 21.5, 6, colour)
    yield _outline(
        colour, (12.5, 2.5), (22.5, 2.5), (22.5, 10.5), (16.5, 10.5), (13.5, 13.5), (13.5, 10.5), (12.5, 10.5)
    )


def _papers(colour: str) -> Iterator[Shape]:
    yield _outline(colour, (4, 2.5), (15, 2.5), (20, 7.5), (20, 21.5), (4, 21.5))
    yield _line(8, 13.5, 11, 17, colour)
    yield _line(11, 17, 16.5, 10, colour)


def _signature(colour: str) -> Iterator[Shape]:
    yield _outline(colour, (17, 2.5), (21, 6.5), (9, 18.5), (4.5, 19.5), (5.5, 15))
    yield _line(2, 22, 22, 22, colour)


_DRAWINGS: dict[Pictogram, Callable[[str], Iterator[Shape]]] = {
    Pictogram.REQUEST: _request,
    Pictogram.PEOPLE: _people,
    Pictogram.HOME: _home,
    Pictogram.INCOME: _income,
    Pictogram.EXPENSES: _expenses,
    Pictogram.DEBTS: _debts,
    Pictogram.VIEW: _view,
    Pictogram.PAPERS: _papers,
    Pictogram.SIGNATURE: _signature,
}
