"""What a person sees of a widget: its picture, and every text on it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QAbstractListModel, QPoint, QRect, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QWidget,
)


class Seen(NamedTuple):
    """A picture, and the texts in it."""

    picture: QPixmap
    texts: frozenset[str]


def seen(widget: QWidget, around: QRect | None = None) -> Seen:
    """A widget, or a part of it, as it is on the screen now."""
    part = around or widget.rect()
    children = [child for child in (widget, *widget.findChildren(QWidget)) if child.isVisibleTo(widget)]
    inside = (child for child in children if _place(child, widget).intersects(part))
    texts = frozenset(text for child in inside for text in shown_texts(child) if text.strip())
    return Seen(widget.grab(part), texts)


def _place(child: QWidget, widget: QWidget) -> QRect:
    return QRect(child.mapTo(widget, QPoint(0, 0)), child.size())


def shown_texts(widget: QWidget) -> Iterator[str]:
    """What can be read on one widget."""
    if isinstance(widget, (QLabel, QAbstractButton)):
        yield widget.text()
    elif isinstance(widget, QLineEdit):
        yield from (widget.placeholderText(), widget.text())
    elif isinstance(widget, QPlainTextEdit):
        yield widget.toPlainText()
    elif isinstance(widget, QComboBox):
        yield widget.currentText()
    elif isinstance(widget, QMenu):
        yield from (action.text() for action in widget.actions())
    elif isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield from _cells(widget)


def _cells(view: QAbstractItemView) -> Iterator[str]:
    model, root = view.model(), view.rootIndex()
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(root)
    for column in range(columns):
        yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")
        yield from (str(model.index(row, column, root).data() or "") for row in range(model.rowCount(root)))
