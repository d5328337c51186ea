"""The window of a vault that was closed goes a page at a time: whoever types a passphrase meanwhile does not wait.

What its parts held of cases goes with it at once. They hold on to each other, and Python on its own would keep all of
that until it next looks for garbage.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from shiboken6 import isValid

from redi_desktop.ui.growing import Growing
from redi_desktop.ui.taking_out import take_out

if TYPE_CHECKING:
    from redi_desktop.ui.main_window import MainWindow

AT_ONCE = 60
"""Parts that are emptied in one turn of the event loop."""


def let_go_of(main: MainWindow, still_there: QObject) -> Growing:
    """Delete a window that nobody sees any more, and empty its parts; ``done`` of what is returned tells the end."""
    going = Growing(still_there)
    going.done.connect(going.deleteLater)
    going.begin(_pieces(main))
    return going


def _pieces(main: MainWindow) -> Iterator[None]:
    parts = [part for part in (main, *main.findChildren(QObject)) if vars(part)]
    yield
    yield from main.let_go()
    while (page := main.middle.widget(0)) is not None:
        take_out(main.middle, page)
        page.deleteLater()
        yield
    main.deleteLater()
    del main
    yield
    yield from _empty(parts)


def _empty(parts: list[QObject]) -> Iterator[None]:
    while parts:
        few = parts[-AT_ONCE:]
        del parts[-AT_ONCE:]
        for part in few:
            if not isValid(part):
                vars(part).clear()
        del few, part
        yield
