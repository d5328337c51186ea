"""Printing a PDF from memory: one page after the other is drawn on the printer that the system's own window gives."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
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
    """Makes the PDF off the window's thread, asks for the printer, and prints. No more than one page is ever drawn."""

    printed = Signal()
    failed = Signal(object)

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._pdf = b""
        self._print: _Print | None = None
        self.printer: QPrinter | None = None
        self.dialog: QPrintDialog | None = None

    def ask(self, make: Callable[[], bytes], window: QWidget) -> None:
        """Make a PDF and ask where to print it."""
        self._window = window
        self._tasks.aside(make, self._on_made, self.failed.emit)

    def begin(self, pdf: bytes, printer: QPrinter) -> None:
        """Print the pages that were chosen; ``printed`` comes after the last one."""
        self._print = _Print(printer, page_count(pdf))
        self._pdf = pdf
        self._go_on()

    def _on_made(self, pdf: bytes) -> None:
        if not self._window.window().isVisible():  # locked meanwhile: nothing of ours stands before the lock
            return
        # Imported here: few sessions print, and the module asks the system for its printers.
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        self._pdf = pdf
        # Kept: the dialog only borrows it, and what nobody keeps is gone when the dialog is accepted.
        self.printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(self.printer, self._window)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.setMinMax(1, page_count(pdf))
        dialog.accepted.connect(self._on_accepted)
        dialog.finished.connect(dialog.deleteLater)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        self.dialog = dialog
        dialog.show()

    def _on_accepted(self) -> None:
        if self.printer is not None:
            self.begin(self._pdf, self.printer)

    def _go_on(self) -> None:
        job = self._print
        if job is None:
            return
        if job.refused or job.is_done:
            self._end(job)
        else:
            self._tasks.aside(partial(drawn_page, self._pdf, job.page), self._on_drawn, self._on_failed)

    def _on_drawn(self, page: QImage) -> None:
        if self._print is not None:
            self._print.put(page)
            self._go_on()

    def _on_failed(self, problem: UserError) -> None:
        if self._print is not None:
            self._print.end()
        self._print, self._pdf = None, b""
        self.failed.emit(problem)

    def _end(self, job: _Print) -> None:
        job.end()
        self._print, self._pdf = None, b""
        if job.refused:
            self.failed.emit(UserError("printer_refused"))
        else:
            self.printed.emit()


class _Print:
    """Pages on their way to one printer; the first is 0."""

    def __init__(self, printer: QPrinter, pages: int) -> None:
        self._printer, self._painter = printer, QPainter()
        chosen = printer.fromPage() > 0
        self._first = printer.fromPage() - 1 if chosen else 0
        self._after = min(printer.toPage(), pages) if chosen else pages
        self.page = self._first
        printer.setFullPage(True)
        self.refused = not self._painter.begin(printer)

    @property
    def is_done(self) -> bool:
        """Whether every page that was chosen is on paper."""
        return self.page >= self._after

    def put(self, page: QImage) -> None:
        """Put the next page on paper."""
        if self.page > self._first:
            self._printer.newPage()
        viewport = self._painter.viewport()
        self._painter.drawImage(QRect(0, 0, viewport.width(), viewport.height()), page)
        self.page += 1

    def end(self) -> None:
        """Let the printer go."""
        if self._painter.isActive():
            self._painter.end()


def page_count(pdf: bytes) -> int:
    """How many pages a PDF has."""
    import pypdfium2

    opened = pypdfium2.PdfDocument(pdf)
    try:
        return len(opened)
    finally:
        opened.close()


def drawn_page(pdf: bytes, page: int) -> QImage:
    """One page at the resolution of paper, the first is 0."""
    import pypdfium2

    opened = pypdfium2.PdfDocument(pdf)
    try:
        one = opened[page].render(scale=DOTS / POINTS, prefer_bgrx=True)
        return QImage(bytes(one.buffer), one.width, one.height, one.stride, QImage.Format.Format_RGB32).copy()
    finally:
        opened.close()
