"""The window of a vault that was closed goes a page at a time: whoever types a passphrase meanwhile does not wait."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from redi_desktop.ui.growing import Growing
from redi_desktop.ui.taking_out import take_out

if TYPE_CHECKING:
    from redi_desktop.ui.main_window import MainWindow


def let_go_of(main: MainWindow) -> None:
    """Delete a window that nobody sees any more: first its pages, one in each turn of the event loop, then the rest."""

    def last() -> None:
        """Holds on to the window until its turn comes, as nothing else in Python does."""
        main.deleteLater()

    pages = Growing(main)
    pages.done.connect(last)
    pages.begin(_pages_of(main))


def _pages_of(main: MainWindow) -> Iterator[None]:
    yield from main.let_go()
    while (page := main.middle.widget(0)) is not None:
        take_out(main.middle, page)
        page.deleteLater()
        yield
