"""The folder of a vault, with a word of warning where it is a bad place."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from redi_desktop.i18n import _
from redi_desktop.store.places import concern
from redi_desktop.ui.folder_field import FolderField
from redi_desktop.ui.pages.notice import Notice
from redi_desktop.words.vault_sentences import PLACES


class VaultFolderField(FolderField):
    """A folder; with ``warns`` it says when a cloud service copies it or when it is on another computer."""

    def __init__(self, parent: QWidget | None = None, *, warns: bool = False) -> None:
        super().__init__(parent)
        self._warns = warns
        self.warning = Notice(self)
        self._layout.insertWidget(self._layout.count() - 1, self.warning)
        self.left.connect(self.warn)

    def relabel(self) -> None:
        """Say everything again in the language in use."""
        super().relabel()
        self.warn()

    def warn(self) -> None:
        """Say what speaks against the folder."""
        folder = self.value()
        found = concern(folder) if self._warns and folder is not None else None
        self.warning.show_text(_(PLACES[found.code]).format(service=found.service) if found else "")
