"""Shapes on an area: what a picture is made of before it becomes PDF or SVG.

Points from the top left corner, ``y`` downwards.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import NamedTuple

Measure = Callable[[str, bool, float], float]
"""The width of a text, bold or not, at a size."""


class Anchor(StrEnum):
    """Which end of a label stands at its place (the values of SVG)."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


class Box(NamedTuple):
    """A filled rectangle; ``hatched`` draws diagonal lines of the colour on a pale ground instead."""

    x: float
    y: float
    width: float
    height: float
    colour: str
    hatched: bool = False


class Line(NamedTuple):
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    colour: str
    thickness: float = 0.6


class Circle(NamedTuple):
    """A circle around its middle, filled or drawn as a line."""

    x: float
    y: float
    radius: float
    colour: str
    filled: bool = False
    thickness: float = 1.0


class Polygon(NamedTuple):
    """A closed path through its corners, filled or drawn as a line."""

    corners: tuple[tuple[float, float], ...]
    colour: str
    filled: bool = False
    thickness: float = 1.0


class Label(NamedTuple):
    """A text on its baseline."""

    x: float
    y: float
    text: str
    size: float
    colour: str
    bold: bool = False
    anchor: Anchor = Anchor.START


Shape = Box | Line | Circle | Polygon | Label


class Picture(NamedTuple):
    """Shapes on an area."""

    width: float
    height: float
    shapes: tuple[Shape, ...]


def boxes(picture: Picture) -> Iterator[Box]:
    """The filled rectangles of a picture, in drawing order."""
    return (shape for shape in picture.shapes if isinstance(shape, Box))
