"""Qt's own words (file choosers, printing, context menus) in the language of the window."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator

from redi_desktop.i18n import N_, _

_MISSING = {
    "&Look in:": N_("&Look in:"),
    "Files of &type:": N_("Files of &type:"),
    "Drive": N_("Drive"),
    "Folder": N_("Folder"),
    "Page &Set:": N_("Page &Set:"),
    "Double Sided Printing": N_("Double Sided Printing"),
    "Long side binding": N_("Long side binding"),
    "Short side binding": N_("Short side binding"),
    "Off": N_("Off"),
}
"""What the windows of Qt say and its French and Dutch catalogues lack in 6.11."""
_NOTHING: Any = None
"""A null string, which lets Qt go on to the source; an empty one would be shown."""
_CONTEXTS = frozenset({"QFileDialog", "QAbstractFileIconProvider", "QPrintSettingsOutput"})


class OtherWords(QTranslator):
    """Says what Qt's catalogues lack, from the program's own; it is asked after them."""

    def isEmpty(self) -> bool:
        """It holds something: Qt would not ask it otherwise."""
        return False

    def translate(self, context: str, source: str, *_particulars: Any) -> str:
        """The word in the language of the window; nothing where it is not one of these."""
        known = _MISSING.get(source) if context in _CONTEXTS else None
        return _(known) if known is not None else _NOTHING


class QtWords:
    """Swaps the translators of Qt's own texts."""

    def __init__(self) -> None:
        self._translator, self._other = QTranslator(), OtherWords()

    def speak(self, language: str) -> None:
        """Say Qt's texts in another language; English is what it speaks without a translator."""
        for translator in (self._translator, self._other):
            QCoreApplication.removeTranslator(translator)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self._translator.load(f"qtbase_{language}", folder):
            for translator in (self._other, self._translator):  # the last one is asked first
                QCoreApplication.installTranslator(translator)
