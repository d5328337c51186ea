"""Another style sheet for every widget there is, a few in each turn of the event loop.

Qt gives the whole program its sheet in one go, and asks every widget that was ever shown: some 0.2 ms for each of more
than a thousand. It passes over a widget that says it was not shown yet and has a style of its own, so all say that
while Qt has its turn, and are given and told afterwards what Qt would have given and told them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from time import perf_counter
from typing import cast

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

TURN = 0.02
"""Seconds after which a turn ends."""
_WAS_SHOWN = Qt.WidgetAttribute.WA_WState_Polished
_HAS_ITS_OWN = Qt.WidgetAttribute.WA_SetStyle
_ANYBODY = cast("QObject", None)  # what Qt takes for all receivers, and its type hints do not


def swap_sheet(app: QApplication, sheet: Callable[[], str]) -> Iterator[None]:
    """Take the sheet off, then give the one that ``sheet`` makes; it may change palette and font on the way.

    Nothing is laid out before all is dressed: half dressed, a window may be wider than it should ever be.
    """
    for _turn in _in_turns(app, sheet):
        QCoreApplication.removePostedEvents(_ANYBODY, QEvent.Type.LayoutRequest.value)
        yield
    for widget in app.allWidgets():
        QCoreApplication.postEvent(widget, QEvent(QEvent.Type.LayoutRequest))
    yield


def _in_turns(app: QApplication, sheet: Callable[[], str]) -> Iterator[None]:
    dressed = [widget for widget in _outside_first(app) if _is_dressed(widget)]
    yield
    yield from _each(dressed, _undress)
    app.setStyleSheet("")
    yield
    app.setStyleSheet(sheet())
    yield
    yield from _each(dressed, _dress)
    known = frozenset(dressed)
    made = [widget for widget in _outside_first(app) if _is_dressed(widget) and widget not in known]
    for change in (_undress, _dress):  # made meanwhile: they took the font of a parent that had not got its own yet
        yield from _each(made, change)
    yield from _each(_outside_first(app)[::-1], _lay_out)  # what is inside first: what is around it asks for its size


def _is_dressed(widget: QWidget) -> bool:
    return widget.testAttribute(_WAS_SHOWN) and not widget.testAttribute(_HAS_ITS_OWN)


def _outside_first(app: QApplication) -> list[QWidget]:
    """All there are, a child after its parent: so Qt dresses a new window, for a child takes its parent's colours."""
    windows = [window for window in app.topLevelWidgets() if window.parentWidget() is None]
    return [widget for window in windows for widget in (window, *window.findChildren(QWidget))]


def _each(widgets: Sequence[QWidget], change: Callable[[QWidget], None]) -> Iterator[None]:
    """Change one after the other; those that went meanwhile need nothing."""
    begun = perf_counter()
    for widget in widgets:
        if isValid(widget):
            change(widget)
        if perf_counter() - begun > TURN:
            yield
            begun = perf_counter()
    yield


def _undress(widget: QWidget) -> None:
    widget.style().unpolish(widget)
    widget.setAttribute(_WAS_SHOWN, False)
    widget.setAttribute(_HAS_ITS_OWN)


def _dress(widget: QWidget) -> None:
    widget.setAttribute(_HAS_ITS_OWN, False)
    widget.style().polish(widget)
    widget.setAttribute(_WAS_SHOWN)
    QCoreApplication.sendEvent(widget, QEvent(QEvent.Type.StyleChange))


def _lay_out(widget: QWidget) -> None:
    layout = widget.layout()
    if layout is not None:
        layout.invalidate()
        if widget.isVisible():
            layout.activate()
