"""Asking where a file goes or comes from: nothing waits for the answer, and no trace of the place is kept."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget


class FilePlace(QObject):
    """The system's window for files; ``chosen`` carries the path."""

    chosen = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        self.dialog: QFileDialog | None = None

    def ask(self, title: str, name: str, kind: str) -> None:
        """Ask where to write a file of that name; ``kind`` describes it, with its pattern in brackets."""
        dialog = self._made(title, name, kind)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(Path(name).suffix.removeprefix("."))
        dialog.open()

    def ask_existing(self, title: str, kind: str) -> None:
        """Ask for a file that is there."""
        dialog = self._made(title, "", kind)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.open()

    def ask_folder(self, title: str) -> None:
        """Ask for a folder."""
        dialog = self._made(title, "", "")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.open()

    def _made(self, title: str, name: str, kind: str) -> QFileDialog:
        _leave_no_trace()
        dialog = QFileDialog(self._window, title, str(self._folder / name))
        if kind:
            dialog.setNameFilters([kind])
        dialog.fileSelected.connect(self._on_selected)
        dialog.finished.connect(dialog.deleteLater)
        self.dialog = dialog
        return dialog

    def _on_selected(self, name: str) -> None:
        path = Path(name)
        self._folder = path if path.is_dir() else path.parent
        self.chosen.emit(path)


def _leave_no_trace() -> None:
    """WORKAROUND: where the system has no window of its own, Qt's writes the last folders into QtProject.conf.

    https://doc.qt.io/qt-6/qfiledialog.html offers no way to forbid it; settings that cannot be written are not kept.
    """
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, os.devnull)
