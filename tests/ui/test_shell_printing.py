"""Printing from memory: every page of a PDF reaches the printer, and a printer that refuses is told."""

from __future__ import annotations

import gc
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from redi_desktop.report.pdf.render import to_pdf
from redi_desktop.report.recovery_sheet import recovery_sheet
from redi_desktop.ui.printing import PrintedPages, page_count
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


def test_each_page_reaches_the_printer_and_is_told(qtbot, sheet, tmp_path):
    tasks = Tasks()
    pages, path = PrintedPages(tasks), tmp_path / "out.pdf"
    with qtbot.waitSignal(pages.printed, timeout=20_000):
        pages.begin(sheet, printer_into(path))
    tasks.close()
    assert page_count(path.read_bytes()) == page_count(sheet) == 1


def test_only_the_pages_that_were_chosen_are_printed(qtbot, sheet, tmp_path):
    tasks, path = Tasks(), tmp_path / "out.pdf"
    with pikepdf.open(BytesIO(sheet)) as pdf:
        for _page in range(4):
            pdf.pages.append(pdf.pages[0])
        out = BytesIO()
        pdf.save(out)
    printer, pages = printer_into(path), PrintedPages(tasks)
    printer.setFromTo(2, 3)
    with qtbot.waitSignal(pages.printed, timeout=20_000):
        pages.begin(out.getvalue(), printer)
    tasks.close()
    assert page_count(path.read_bytes()) == 2


def test_the_printer_that_the_dialog_gives_is_still_there_when_it_is_accepted(qtbot, sheet, tmp_path):
    tasks, window, path = Tasks(), QWidget(), tmp_path / "out.pdf"
    qtbot.addWidget(window)
    window.show()
    pages = PrintedPages(tasks)
    pages.ask(lambda: sheet, window)
    qtbot.waitUntil(lambda: pages.dialog is not None, timeout=20_000)
    dialog: Any = pages.dialog
    gc.collect()
    printer = dialog.printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    with qtbot.waitSignal(pages.printed, timeout=20_000):
        dialog.accepted.emit(printer)
    dialog.reject()
    tasks.close()
    assert page_count(path.read_bytes()) == 1


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_refuses_is_told(qtbot, sheet, tmp_path):
    pages = PrintedPages(Tasks())
    with qtbot.waitSignal(pages.failed) as told:
        pages.begin(sheet, printer_into(tmp_path / "no" / "folder" / "out.pdf"))
    assert told.args[0].code == "printer_refused"
