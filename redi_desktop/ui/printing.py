"""Printing a PDF from memory: drawn page by page on the printer that is chosen in the system's own window."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, Qt, Signal
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

from redi_desktop.errors import UserError
from redi_desktop.ui.tasks import Tasks

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

DOTS = 300
"""Dots in an inch at which pages are drawn."""
POINTS = 72


class PrintedPages(QObject):
    """Makes the PDF off the window's thread, asks for the printer, and prints."""

    failed = Signal(object)

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._pages: tuple[QImage, ...] = ()
        self.dialog: QPrintDialog | None = None

    def ask(self, make: Callable[[], bytes], window: QWidget) -> None:
        """Make a PDF and ask where to print it."""
        self._window = window
        self._tasks.aside(_Drawn(make), self._on_drawn, self.failed.emit)

    def _on_drawn(self, pages: tuple[QImage, ...]) -> None:
        # Imported here: few sessions print, and the module asks the system for its printers.
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        self._pages = pages
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self._window)
        dialog.accepted.connect(self._on_accepted)
        dialog.finished.connect(dialog.deleteLater)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        self.dialog = dialog
        dialog.show()

    def _on_accepted(self) -> None:
        if self.dialog is not None:
            problem = printed(self._pages, self.dialog.printer())
            if problem is not None:
                self.failed.emit(problem)


class _Drawn:
    """The work of drawing the pages of a PDF."""

    def __init__(self, make: Callable[[], bytes]) -> None:
        self._make = make

    def __call__(self) -> tuple[QImage, ...]:
        """Every page, four bytes a pixel."""
        import pypdfium2

        opened = pypdfium2.PdfDocument(self._make())
        try:
            bitmaps = [sheet.render(scale=DOTS / POINTS, prefer_bgrx=True) for sheet in opened]
            return tuple(
                QImage(bytes(one.buffer), one.width, one.height, one.stride, QImage.Format.Format_RGB32).copy()
                for one in bitmaps
            )
        finally:
            opened.close()


def printed(pages: tuple[QImage, ...], printer: QPrinter) -> UserError | None:
    """Put the pages on paper; what went wrong, if anything did."""
    printer.setFullPage(True)
    painter = QPainter()
    if not painter.begin(printer):
        return UserError("printer_refused")
    for number, page in enumerate(pages):
        if number:
            printer.newPage()
        painter.drawImage(QRect(0, 0, painter.viewport().width(), painter.viewport().height()), page)
    painter.end()
    return None
