"""The texts of the documents that a CPAS can edit: its own folder of them, or those that come with the program."""

from __future__ import annotations

import shutil
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from redi_desktop.errors import DocumentError, UserError
from redi_desktop.formatting import date_short
from redi_desktop.i18n import LANGUAGE_CODES, _, language
from redi_desktop.paths import resource
from redi_desktop.report.letters import Letters, letters_in, read_letters
from redi_desktop.settings import Settings
from redi_desktop.ui.file_place import FilePlace
from redi_desktop.ui.pages.notice import Notice
from redi_desktop.ui.pages.section import Section
from redi_desktop.words import problems


class LettersSection(Section):
    """``changed`` carries the setting when another folder is taken."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder: Path | None = None
        self._in_use, self.notice = QLabel(self), Notice(self)
        self._in_use.setWordWrap(True)
        self.copy, self.choose, self.own = (QPushButton(self) for _place in range(3))
        self.place_to_copy, self.place_to_read = FilePlace(self), FilePlace(self)
        self.body.addWidget(self._in_use)
        self.add_line(self.copy, self.choose, self.own)
        self.body.addWidget(self.notice)
        self.copy.clicked.connect(self._ask_where)
        self.choose.clicked.connect(self._ask_which)
        self.own.clicked.connect(self._use_own)
        self.place_to_copy.chosen.connect(self.copy_to)
        self.place_to_read.chosen.connect(self.use)

    def apply(self, settings: Settings) -> None:
        """Show what is set."""
        self._folder = Path(settings.letters_folder) if settings.letters_folder else None
        self.own.setEnabled(self._folder is not None)
        self._say()

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        words = _(
            "Legal basis, appeal, labour court, committee, data protection: a text file for each language, dated, that "
            "your CPAS may edit. Version and date stand at the foot of the documents."
        )
        self.set_texts(_("Texts of the documents"), words)
        self.copy.setText(_("Copy them to a folder to &edit them…"))
        self.choose.setText(_("&Use the texts of a folder…"))
        self.own.setText(_("Use those of the program"))
        self._say()

    def copy_to(self, folder: Path) -> None:
        """Put the program's texts into a folder, where no text stands in their way, and use them from there."""
        try:
            for code in LANGUAGE_CODES:
                if not (folder / f"{code}.toml").exists():
                    shutil.copyfile(resource("letters", f"{code}.toml"), folder / f"{code}.toml")
        except OSError:
            self.notice.show_text(problems.sentence(DocumentError("document_not_written", path=folder)))
            return
        self.use(folder)

    def use(self, folder: Path | None) -> None:
        """Take the texts of a folder, once each was read without a fault; ``None``: those of the program."""
        if folder is not None:
            try:
                _checked(folder)
            except UserError as problem:
                self.notice.show_text(problems.sentence(problem))
                return
        self.notice.show_text("")
        self.changed.emit({"letters_folder": str(folder) if folder is not None else None})

    def _say(self) -> None:
        try:
            texts = letters_in(language(), self._folder)
        except UserError as problem:
            self._in_use.setText(problems.sentence(problem))
            return
        day = date_short(texts.written_on)
        words = _("In use: the texts of the program, version {version} of {day}.")
        if self._folder is not None:
            words = _("In use: {folder}, version {version} of {day}.")
        self._in_use.setText(words.format(folder=self._folder, version=texts.version, day=day))

    def _use_own(self) -> None:
        self.use(None)

    def _ask_where(self) -> None:
        self.place_to_copy.ask_folder(_("Folder for the texts"))

    def _ask_which(self) -> None:
        self.place_to_read.ask_folder(_("Folder of the texts"))


def _checked(folder: Path) -> tuple[Letters, ...]:
    """The texts of a folder, every language that it holds; raises :class:`UserError`."""
    files = [path for code in LANGUAGE_CODES if (path := folder / f"{code}.toml").is_file()]
    if not files:
        raise DocumentError("letters_none_in_folder", folder=folder)
    return tuple(map(read_letters, files))
