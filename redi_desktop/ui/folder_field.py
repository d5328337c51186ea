"""A folder of this computer: typed, or chosen in the system's own window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QWidget

from redi_desktop.i18n import _
from redi_desktop.ui.fields.field import Field, without_mnemonic
from redi_desktop.ui.theme import UNIT


class FolderField(Field[Path]):
    """The path in a line, and a button beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._line = QLineEdit()
        super().__init__(self._line, parent, wide=True)
        self._choose = QPushButton(self)
        row = QHBoxLayout()
        row.setSpacing(UNIT)
        self._layout.insertLayout(self._layout.indexOf(self.help), row)
        row.addWidget(self._line, 1)
        row.addWidget(self._choose)
        self._line.textEdited.connect(self._note_typing)
        self._line.editingFinished.connect(self._note_left)
        self._choose.clicked.connect(self._on_choose)

    def relabel(self) -> None:
        """Say everything again in the language in use."""
        self._choose.setText(_("Choose…"))
        self._choose.setAccessibleName(_("Choose the folder"))
        super().relabel()

    def value(self) -> Path | None:
        """The folder; ``None`` where the line is empty."""
        text = self._line.text().strip()
        return Path(text).expanduser() if text else None

    def set_value(self, value: Path | None) -> None:
        """Show a folder."""
        if value != self.value():
            self._line.setText("" if value is None else str(value))

    def _on_choose(self) -> None:
        dialog = QFileDialog(self, without_mnemonic(self.label.text()), str(self.value() or ""))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self._on_chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_chosen(self, folder: str) -> None:
        self._line.setText(folder)
        self._note_typing()
        self._note_left()
