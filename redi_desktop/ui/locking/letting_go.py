"""The window of a vault that was closed goes a page at a time: whoever types a passphrase meanwhile does not wait."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from redi_desktop.ui.deleting import delete
from redi_desktop.ui.growing import Growing
from redi_desktop.ui.taking_out import take_out

if TYPE_CHECKING:
    from redi_desktop.ui.main_window import MainWindow


def let_go_of(main: MainWindow, still_there: QObject) -> Growing:
    """Delete a window that nobody sees any more, first its pages; ``done`` of what is returned tells the end."""
    going = Growing(still_there)
    going.done.connect(going.deleteLater)
    going.begin(_pieces(main))
    return going


def _pieces(main: MainWindow) -> Iterator[None]:
    yield from main.let_go()
    while (page := main.middle.widget(0)) is not None:
        take_out(main.middle, page)
        yield from delete(page)
    whole = delete(main)
    del main, page
    yield from whole
