"""Our own icons: simple strokes in SVG files, drawn in the colour of the text they stand beside."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from redi_desktop import paths


def icon(name: str, colour: str) -> QIcon:
    """The icon of that name in one colour, sharp at 100 and at 200 %."""
    made = QIcon()
    for side in (16, 32, 64):
        made.addPixmap(pixmap(name, colour, side))
    return made


def icon_side(widget: QWidget) -> int:
    """The side of an icon beside the widget's text, in pixels."""
    return widget.fontMetrics().ascent()


def pixmap(name: str, colour: str, side: int, ratio: float = 1.0) -> QPixmap:
    """The picture of that name, ``side`` pixels wide and high, on a screen with that many device pixels in one.

    Qt keeps the pictures that were drawn last.
    """
    key = f"redi {name} {colour} {side} {ratio}"
    kept = QPixmap()
    if QPixmapCache.find(key, kept):
        return kept
    drawn = _drawn(name, colour, side, ratio)
    QPixmapCache.insert(key, drawn)
    return drawn


def _drawn(name: str, colour: str, side: int, ratio: float) -> QPixmap:
    drawing = paths.resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    picture = QPixmap(round(side * ratio), round(side * ratio))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    renderer = QSvgRenderer(QByteArray(drawing.replace("currentColor", QColor(colour).name()).encode()))
    renderer.render(painter, QRectF(picture.rect()))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture
