"""Printing from memory: every page of a PDF reaches the printer, and a printer that refuses is told."""

from __future__ import annotations

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from redi_desktop.report.pdf.render import to_pdf
from redi_desktop.report.recovery_sheet import recovery_sheet
from redi_desktop.ui.printing import PrintedPages, printed
from redi_desktop.ui.tasks import Tasks
from tests.ui.shell_at_work import cheap_services


@pytest.fixture
def sheet(tmp_path):
    made = cheap_services(tmp_path)
    return to_pdf(recovery_sheet(["ABCDE"] * 16, "ab" * 16, made.letterhead, made.today()))


def printer_into(path):
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def test_the_pages_are_drawn_aside_and_printed(qtbot, sheet, tmp_path, monkeypatch):
    tasks, window, pages = Tasks(), QWidget(), []
    qtbot.addWidget(window)
    monkeypatch.setattr(PrintedPages, "_on_drawn", lambda self, drawn: pages.append(drawn))
    PrintedPages(tasks, tasks).ask(lambda: sheet, window)
    qtbot.waitUntil(lambda: bool(pages), timeout=20_000)
    tasks.close()
    path = tmp_path / "out.pdf"
    assert printed(pages[0], printer_into(path)) is None
    document = pypdfium2.PdfDocument(path.read_bytes())
    assert len(document) == len(pages[0]) == 1
    document.close()


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_refuses_is_told(qapp, tmp_path):
    problem = printed((), printer_into(tmp_path / "no" / "folder" / "out.pdf"))
    assert problem is not None
    assert problem.code == "printer_refused"
