"""Asking where a document goes: a suggested name that says nothing about the person, and no trace of the place."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from redi_desktop.i18n import _
from redi_desktop.report.content import Document
from redi_desktop.report.make import Form, file_name


class SavePlace(QObject):
    """The system's window for saving; ``chosen`` carries the path and the form (pdf, html)."""

    chosen = Signal(object, str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        self._form: Form = "pdf"
        self.dialog: QFileDialog | None = None

    def ask(self, document: Document, form: Form) -> None:
        """Open the window; nothing waits for it."""
        _leave_no_trace()
        self._form = form
        dialog = QFileDialog(self._window, _("Save the document"), str(self._folder / file_name(document, form)))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(form)
        kinds = {"pdf": _("PDF document (*.pdf)"), "html": _("Web page (*.html)")}
        dialog.setNameFilters([kinds[form]])
        dialog.fileSelected.connect(self._on_selected)
        dialog.finished.connect(dialog.deleteLater)
        self.dialog = dialog
        dialog.open()

    def _on_selected(self, name: str) -> None:
        path = Path(name)
        self._folder = path.parent
        self.chosen.emit(path, self._form)


def _leave_no_trace() -> None:
    """WORKAROUND: where the system has no window of its own, Qt's writes the last folders into QtProject.conf.

    https://doc.qt.io/qt-6/qfiledialog.html offers no way to forbid it; settings that cannot be written are not kept.
    """
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, os.devnull)
