"""The window of a vault that was closed goes a page at a time: whoever types a passphrase meanwhile does not wait."""

from __future__ import annotations

from typing import TYPE_CHECKING

from redi_desktop.ui.growing import Growing

if TYPE_CHECKING:
    from redi_desktop.ui.main_window import MainWindow


def let_go_of(main: MainWindow) -> None:
    """Delete a window that nobody sees any more: first its pages, one in each turn of the event loop, then the rest."""
    pages = Growing(main)
    pages.done.connect(main.deleteLater)
    pages.begin(main.let_go())
