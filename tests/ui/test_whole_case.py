"""A whole case: make the vault, type a household, read the result, save the paper, close, open again."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from redi_desktop import formatting, i18n
from redi_desktop.casefile.json_form import from_json
from redi_desktop.casefile.model import SpokenLanguage
from redi_desktop.casefile.steps import Step
from redi_desktop.engine.household import Role
from redi_desktop.engine.needs import Need
from redi_desktop.ui.main_window import MainWindow
from redi_desktop.ui.pages.result import ResultPage
from redi_desktop.ui.program_window import ProgramWindow
from redi_desktop.words.vocabulary import label
from tests.ui.shell_at_work import PASSPHRASE, cheap_services, focus, make_vault, program, unlock

PATIENCE = 20_000
SHARED = sorted((Path(__file__).resolve().parents[1] / "cases" / "shared").glob("*.json"))
KEYS = {"Tab": Qt.Key.Key_Tab, "Space": Qt.Key.Key_Space, "Right": Qt.Key.Key_Right, "Return": Qt.Key.Key_Return}
MISSING = {"fr": "Il manque {amount} par mois", "nl": "Er ontbreekt {amount} per maand"}


def type_keys(*parts: str) -> None:
    """Type where the focus is: ``<Tab>`` is a key, ``<Ctrl+Return>`` one with a modifier, the rest is text."""
    for part in parts:
        if not part.startswith("<"):
            QTest.keyClicks(focus(), part)
            continue
        held, _, name = part[1:-1].rpartition("+")
        modifier = Qt.KeyboardModifier.ControlModifier if held else Qt.KeyboardModifier.NoModifier
        QTest.keyClick(focus(), KEYS[name], modifier)


def pdf_text(content: bytes) -> str:
    document = pypdfium2.PdfDocument(content)
    try:
        pages = [document[number].get_textpage().get_text_bounded() for number in range(len(document))]
    finally:
        document.close()
    return plain(" ".join(pages))


def plain(text: str) -> str:
    """The text with every kind of blank as one space: paper breaks lines where it likes."""
    return " ".join(text.split())


def type_lone_mother(main) -> None:
    """A lone mother with two children, private rent in Namur, typed with as little as the quick scan asks for."""
    main.desk.new_case()
    main.wizard.go(Step.HOUSEHOLD)
    main.wizard.page.initial_focus().setFocus()
    type_keys("3/5/89", "<Tab>", "<Space>", "<Tab>", "j" if i18n.language() == "en" else "")
    session = main.desk.session
    type_keys("<Ctrl+Return>", "4/9/15", "<Tab>", "<Right>", "<Right>")
    type_keys("<Ctrl+Return>", "1/2/19", "<Tab>", "<Space>")
    main.wizard.go(Step.HOUSING)
    main.wizard.page.initial_focus().setFocus()
    type_keys("<Right>", "<Right>", "<Tab>", "<Space>", "<Tab>", "720")
    main.wizard.go(Step.INCOME)
    main.wizard.page.initial_focus().setFocus()
    type_keys("<Space>", "Lee" if i18n.language() == "nl" else "Rev", "<Tab>", "1740,76", "<Tab>")
    assert [person.role for person in session.case.household.persons] == [Role.APPLICANT, Role.CHILD, Role.CHILD]


@pytest.mark.parametrize("language", ["fr", "nl"])
def test_a_case_goes_from_unlock_to_paper_and_is_there_after_restart(qtbot, tmp_path, language):
    made = cheap_services(tmp_path)
    paper = tmp_path / "rapport.pdf"
    with program(qtbot, made, language) as window:
        main = make_vault(qtbot, window)
        type_lone_mother(main)
        session = main.desk.session
        assert session is not None
        live = session.live
        assert live.assessment is not None
        assert live.assessment.income_total == Decimal("1740.76")
        missing = MISSING[language].format(amount=formatting.money(-live.assessment.balance))
        main.wizard.go(Step.RESULT)
        assert missing in texts_of(main.wizard.page)
        save_report(qtbot, main, SpokenLanguage(language), paper)
        printed = pdf_text(paper.read_bytes())
        assert plain(missing) in printed
        assert plain(formatting.money(live.assessment.retained.total)) in printed
        kept = session.case
    with program(qtbot, cheap_services(tmp_path), language) as window:
        unlock(qtbot, window)
        main = opened(qtbot, window)
        main.desk.open(kept.id)
        qtbot.waitUntil(lambda: main.desk.session is not None)
        assert main.desk.session is not None
        assert main.desk.session.case == kept


def opened(qtbot, window: ProgramWindow) -> MainWindow:
    """The main window, once the vault is open."""
    qtbot.waitUntil(lambda: window.main is not None)
    assert window.main is not None
    return window.main


def texts_of(widget: QWidget) -> list[str]:
    """Every text that stands on it."""
    return [label.text() for label in widget.findChildren(QLabel)]


def save_report(qtbot, main, language: SpokenLanguage, paper: Path) -> None:
    main.wizard.go(Step.DOCUMENTS)
    page = main.wizard.page
    qtbot.waitUntil(lambda: page.preview.sheet.image() is not None, timeout=PATIENCE)
    assert page.language.value() is language
    page.save_to(paper)
    qtbot.waitUntil(paper.exists, timeout=PATIENCE)


@pytest.mark.parametrize("example", SHARED, ids=lambda path: path.stem)
def test_the_published_examples_come_out_to_the_cent_in_the_window_and_on_paper(qtbot, tmp_path, example):
    expected = json.loads(example.read_text(encoding="utf-8"))["expected"]["reference_budget"]
    case = from_json(example.read_bytes())
    made = cheap_services(tmp_path)
    with made.vaults.create(made.default_vault_folder, PASSPHRASE) as vault:
        vault.cases.save(case, "import")
    paper = tmp_path / "rapport.pdf"
    with program(qtbot, made, "fr") as window:
        unlock(qtbot, window)
        main = opened(qtbot, window)
        main.desk.open(case.id)
        qtbot.waitUntil(lambda: main.desk.session is not None)
        main.wizard.go(Step.RESULT)
        page = main.wizard.page
        assert isinstance(page, ResultPage)
        model = page.table.model()
        rows = [[str(model.index(row, column).data()) for column in range(2)] for row in range(model.rowCount())]
        in_window = {row[0]: row[1] for row in rows}
        for need, amount in expected["by_need"].items():
            assert in_window[label(Need(need))] == formatting.money(Decimal(amount))
        save_report(qtbot, main, SpokenLanguage.FR, paper)
        printed = pdf_text(paper.read_bytes())
        for amount in (*expected["by_need"].values(), expected["total"]):
            assert plain(formatting.money(Decimal(amount))) in printed
