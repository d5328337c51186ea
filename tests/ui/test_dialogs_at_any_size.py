"""Everything beside the pages: each way in, settings, a case as a whole, manual, tour, reasons.

At 200 % of text and with every text twice as long nothing is cut; everything that can be used has a name; no text is
shown that is not in the catalogues.
"""

from __future__ import annotations

import gettext
import re
from typing import cast

import pytest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QPushButton,
    QRadioButton,
)

from redi_desktop import i18n
from redi_desktop.casefile.steps import Step
from redi_desktop.errors import StorageFailed
from redi_desktop.i18n import LANGUAGES
from redi_desktop.store.vault import Vault
from redi_desktop.ui import theme
from redi_desktop.ui.entrance.form import Way
from redi_desktop.ui.locking.leaving import Wait
from redi_desktop.ui.new_passphrase import Proposal
from redi_desktop.ui.why.asked import Asked, Figure
from tests.ui.sample_cases import lone_mother
from tests.ui.shell_at_work import (
    PASSPHRASE,
    cheap_services,
    nameless,
    program,
    sheet_form,
    type_new_passphrase,
    unlock,
)

MARK = "\u2063"
"""Nobody sees it: it tells a text of the catalogues from all others."""
WORD = re.compile(r"[^\W\d_]{3,}")
NOT_OURS = re.compile(r"REDI Desktop|Amina|[0-9A-Z]{4,}|/|\.json|\.dat|\.db")
"""Names of the program, of a person, of files; codes to be copied."""


class Doubled(gettext.NullTranslations):
    """Every text twice, and marked."""

    def gettext(self, message):
        return f"{MARK}{message} {message.replace('&', '')}"

    def ngettext(self, singular, plural, count):
        return self.gettext(singular if count == 1 else plural)


@pytest.fixture
def doubled(qapp, monkeypatch):
    """The program at 200 % in a language twice as long as English."""
    font, palette, sheet = qapp.font(), qapp.palette(), qapp.styleSheet()
    theme.load_fonts()
    monkeypatch.setattr(i18n, "_catalogue", lambda code: Doubled())
    yield
    qapp.setStyleSheet("")  # Qt ends the program where one sheet takes the place of another with old windows about
    qapp.setStyleSheet(sheet)
    qapp.setFont(font)
    qapp.setPalette(palette)


@pytest.fixture
def made(tmp_path):
    ready = cheap_services(tmp_path)
    ready.settings = ready.settings.__class__(text_scale=200, language="en", default_region="wallonia")
    return ready


def settle():
    for _round in range(6):
        QApplication.processEvents()


def faults(screen, root):
    """What is cut, nameless or not in the catalogues on a screen."""
    settle()
    found = [f"{screen}: cut: {text[:60]!r}" for text in cut(root)]
    found += [f"{screen}: nameless: {what}" for what in nameless(root)]
    found += [f"{screen}: not in the catalogues: {text[:60]!r}" for text in foreign(root)]
    return found


def cut(root):
    for label in shown(root, QLabel):
        if label.text() and label.pixmap().isNull() and label.toolTip() != label.text():
            needed = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
            too_wide = not label.wordWrap() and label.sizeHint().width() > label.width() + 1
            if needed > label.height() + 1 or too_wide:
                yield label.text()
    for button in (*shown(root, QPushButton), *shown(root, QCheckBox), *shown(root, QRadioButton)):
        if button.text() and button.sizeHint().width() > button.width() + 1:
            yield button.text()
    for area in shown(root, QAbstractScrollArea):
        if area.horizontalScrollBar().maximum() and not hasattr(area, "amounts"):
            yield f"{type(area).__name__} scrolls sideways"


def foreign(root):
    texts = [label.text() for label in shown(root, QLabel)]
    texts += [button.text() for button in shown(root, QAbstractButton)]
    proposed = {proposal.words.text() for proposal in root.findChildren(Proposal)}
    texts += [box.itemText(place) for box in shown(root, QComboBox) for place in range(box.count())]
    known = {spoken.name for spoken in LANGUAGES} | {spoken.code.upper() for spoken in LANGUAGES}
    for text in texts:
        if WORD.search(text) and MARK not in text and text not in known | proposed and not NOT_OURS.search(text):
            yield text


def shown(root, kind):
    return [widget for widget in root.findChildren(kind) if widget.isVisible()]


def test_every_way_in_can_be_read_and_named_at_any_size(qtbot, made, doubled):
    found = []
    with program(qtbot, made) as window:
        for way in Way:
            window.unlock.take(way)
            found += faults(way.name, window)
        for wait in Wait:
            window.unlock.cover(cast(Vault, object()), wait, StorageFailed("disk_full"))
            found += faults(wait.name, window)
        window.unlock.take(Way.MAKE)
        type_new_passphrase(window)
        sheet_form(qtbot, window)
        found += faults("sheet", window)
        window.unlock.submit()
        found += faults("sheet, typed back", window)
    assert not found, "\n".join(found)


@pytest.fixture
def window(qtbot, made, doubled):
    with made.vaults.create(made.default_vault_folder, PASSPHRASE) as vault:
        vault.cases.save(lone_mother(), "test")
    with program(qtbot, made) as shown_window:
        unlock(qtbot, shown_window)
        qtbot.waitUntil(lambda: shown_window.main is not None)
        yield shown_window


def test_settings_manual_tour_and_start_can_be_read_and_named_at_any_size(qtbot, window):
    main = window.main
    found = faults("start", window)
    main.navigation.show_settings()
    page = main.asides.settings()
    qtbot.waitUntil(lambda: page.growing.is_done and page.backups._state is not None)
    page.safety.passphrase.open.setChecked(True)
    found += faults("settings", window)
    page.recovery.make.button.click()
    qtbot.waitUntil(lambda: page.recovery.make.button.isEnabled())
    found += faults("settings, recovery", window)
    page.closed.emit()
    main.begin_tour()
    for _stop in range(7):
        found += faults("tour", main._tour.guide)
        main._tour.guide.next.click()
    window.show_manual()
    found += [fault for fault in faults("manual", window) if "scrolls sideways" not in fault]
    assert not found, "\n".join(found)


def test_a_case_as_a_whole_and_the_reasons_can_be_read_and_named_at_any_size(qtbot, window):
    main = window.main
    main.desk.open("mother")
    qtbot.waitUntil(lambda: main.desk.session is not None)
    main.wizard.go(Step.RESULT)
    page = main.wizard.page
    page.ask(Asked(Figure.BALANCE))
    found = faults("why", page.why)
    main.navigation.show_care()
    care = main.asides._care
    qtbot.waitUntil(lambda: care.growing.is_done)
    for results in (1, 2):
        care.kept_results.keep_now()
        qtbot.waitUntil(lambda count=results: len(care.kept_results._results) == count)
    care.erasing.begin.click()
    found += faults("case", window)
    assert not found, "\n".join(found)
