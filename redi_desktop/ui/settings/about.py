"""Which version this is, under which terms, and who made what it is made of."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QWidget

from redi_desktop import paths
from redi_desktop.i18n import _
from redi_desktop.ui.pages.section import Section
from redi_desktop.ui.theme import UNIT, set_role
from redi_desktop.version import program_version

_NOTICES_HEIGHT = UNIT * 40


class AboutSection(Section):
    """The notices are long and seldom read: they are fetched when somebody asks for them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.show_notices = QPushButton(self)
        self.show_notices.setCheckable(True)
        self.foreword, self.notices = QLabel(self), QPlainTextEdit(self)
        self.foreword.setWordWrap(True)
        set_role(self.foreword, "quiet")
        self.notices.setReadOnly(True)
        self.notices.setTabChangesFocus(True)
        self.notices.setMinimumHeight(_NOTICES_HEIGHT)
        self.body.addWidget(self.show_notices, alignment=Qt.AlignmentFlag.AlignLeft)
        for widget in (self.foreword, self.notices):
            widget.hide()
            self.body.addWidget(widget)
        self.show_notices.toggled.connect(self._on_toggled)

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        version = _("Version {version}, free software under the EUPL-1.2.").format(version=program_version())
        offline = _("There is no network code in it: it looks for no update and sends nothing.")
        self.set_texts(_("About REDI Desktop"), f"{version} {offline}")
        works = _(
            "REDI Desktop comes with the works below. Each remains under its own terms, in the words of its authors."
        )
        libraries = _(
            "The libraries of Qt and PySide6 (LGPL-3.0) lie beside the program as separate files and may be replaced."
        )
        self.foreword.setText(f"{works} {libraries}")
        self.notices.setAccessibleName(_("Licences of others"))
        self._name_button()

    def _on_toggled(self, shown: bool) -> None:
        if shown and not self.notices.toPlainText():
            self.notices.setPlainText(third_party_notices())
        for widget in (self.foreword, self.notices):
            widget.setVisible(shown)
        self._name_button()

    def _name_button(self) -> None:
        shown = self.show_notices.isChecked()
        self.show_notices.setText(_("Hide the licences of others") if shown else _("Show the licences of others"))


def third_party_notices() -> str:
    """Who made what the program is made of, and under which terms; empty where the text was not packaged.

    The file begins with a foreword in English and an empty line; the window says the same in its own language.
    """
    try:
        text = paths.resource("notices", "third-party.txt").read_text(encoding="utf-8")
    except OSError:
        return ""
    foreword, _gap, rest = text.partition("\n\n")
    return rest or foreword
