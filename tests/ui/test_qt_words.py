"""What Qt's own windows say is in the language of the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QLabel

from redi_desktop import i18n
from redi_desktop.ui.qt_words import QtWords

WORDS = {
    "fr": ("Répertoire", "Type de fichiers"),
    "nl": ("Map", "Bestandstype"),
    "de": ("Suchen in", "Dateien des Typs"),
}


@pytest.fixture
def qt_words(qapp):
    words = QtWords()
    yield words
    words.speak("en")


@pytest.mark.parametrize("code", WORDS)
def test_a_file_window_that_the_system_has_none_of_says_nothing_in_english(qtbot, tmp_path, qt_words, code):
    i18n.set_language(code)
    qt_words.speak(code)
    dialog = QFileDialog(None, "", str(tmp_path))
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    shown = {label.text().replace("&", "").rstrip(": \u00a0") for label in dialog.findChildren(QLabel)}
    assert set(WORDS[code]) <= shown
    assert shown.isdisjoint({"Look in", "Files of type", "File name", "Directory"})


def test_what_is_in_no_catalogue_stays_as_it_is(qt_words):
    i18n.set_language("nl")
    qt_words.speak("nl")
    assert QCoreApplication.translate("QFileDialog", "Nonsense") == "Nonsense"
