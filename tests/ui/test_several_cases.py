"""Several cases in one go: documents into a folder, lists, the paper form; stopped at any time, noted each time."""

from __future__ import annotations

import csv
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from redi_desktop import i18n
from redi_desktop.demo import demo_cases
from redi_desktop.formatting import date_short
from redi_desktop.report.content import DocumentKind
from redi_desktop.store.acts import Act
from redi_desktop.ui.several.batch_work import assessed
from redi_desktop.ui.several.list_section import JUSTIFICATION, TOTALS
from redi_desktop.ui.several.several_page import SeveralPage
from tests.ui.shell_at_work import PASSPHRASE, CheapVaults, cheap_services, nameless

PATIENCE = 20_000
CASES = demo_cases()[:6]


def vault_says(tasks, question):
    """What the vault answers, in the thread that it belongs to."""
    return tasks.on_store(question).result()


@pytest.fixture
def vault(tasks, tmp_path):
    vault = tasks.on_store(partial(CheapVaults().create, tmp_path / "vault", PASSPHRASE)).result()
    tasks.on_store(partial(vault.cases.save_all, [(case, None) for case in CASES], "test")).result()
    yield vault
    tasks.on_store(vault.close).result()


@pytest.fixture
def services(tmp_path):
    return cheap_services(tmp_path)


@pytest.fixture
def page(qtbot, tasks, vault, services):
    i18n.set_language("fr")
    page = SeveralPage(vault, services, tasks)
    qtbot.addWidget(page)
    page.apply(vault_says(tasks, vault.cases.list))
    page.show()
    return page


def told(tasks, vault, case):
    entries = vault_says(tasks, partial(vault.journal.entries, case.id))
    return [(entry.act, entry.place) for entry in entries][1:]


def test_documents_of_every_ticked_case_are_in_the_folder_and_in_the_journal(qtbot, page, tasks, vault, tmp_path):
    page.which.list.setCurrentIndex(page.which.ticks.index(0))
    QTest.keyClick(page.which.list, Qt.Key.Key_Space)
    chosen = page.which.chosen()
    page.batch.kinds[DocumentKind.SOCIAL_REPORT].set_value(False)
    page.batch.kinds[DocumentKind.ACKNOWLEDGEMENT].set_value(True)
    with qtbot.waitSignal(page.batch.run.ended, timeout=PATIENCE) as ended:
        page.batch.write_to(tmp_path)
    assert ended.args == [False]
    assert len(list(tmp_path.glob("acknowledgement_*.pdf"))) == len(chosen) == len(CASES) - 1
    for case in CASES:
        expected = [(Act.DOCUMENT_MADE, "acknowledgement pdf")] if case.id in chosen else []
        assert told(tasks, vault, case) == expected
    assert str(len(chosen)) in page.batch.line.notice.text()
    assert "Çelik" not in " ".join(path.name for path in tmp_path.iterdir())


def test_what_is_missing_is_said_beside_the_grey_buttons(page):
    hints = (page.batch.missing, page.lists.missing)
    assert [hint.isVisible() for hint in hints] == [False, False]
    page.which.none.click()
    assert [hint.isVisible() for hint in hints] == [True, True]
    assert not page.batch.begin.isEnabled()


def test_it_is_stopped_after_the_case_that_is_under_way(qtbot, page, tmp_path):
    page.batch.run.moved.connect(lambda done, _total: done == 2 and page.batch.line.cancel.click())
    with qtbot.waitSignal(page.batch.run.ended, timeout=PATIENCE) as ended:
        page.batch.write_to(tmp_path)
    assert ended.args == [True]
    assert len(list(tmp_path.glob("*.pdf"))) == 2
    assert page.batch.begin.isEnabled()


def test_what_was_written_when_the_vault_closes_is_noted_and_nothing_more_is_begun(qtbot, page, tasks, vault, tmp_path):
    page.batch.write_to(tmp_path)
    qtbot.waitUntil(lambda: page.batch.run._under_way is not None, timeout=PATIENCE)
    page.rest()
    written = len(list(tmp_path.glob("*.pdf")))
    noted = [entry for case in CASES for entry in told(tasks, vault, case)]
    assert len(noted) == written == 1
    assert not page.batch.run.is_under_way


def test_what_cannot_be_made_of_a_case_is_said_and_stops_nothing(qtbot, page, tmp_path):
    page.batch.kinds[DocumentKind.SOCIAL_REPORT].set_value(False)
    page.batch.kinds[DocumentKind.DECISION_LETTER].set_value(True)
    decided = sum(case.decision.verdict is not None for case in CASES)
    with qtbot.waitSignal(page.batch.run.ended, timeout=PATIENCE):
        page.batch.write_to(tmp_path)
    assert 0 < decided < len(CASES)
    assert len(list(tmp_path.glob("*.pdf"))) == decided
    assert len(page.batch.run.troubles) == len(CASES) - decided
    assert "décision" in page.batch.line.notice.text()


@pytest.mark.parametrize("which", [JUSTIFICATION, TOTALS])
def test_a_list_is_written_and_noted(qtbot, page, tasks, vault, tmp_path, which):
    page.lists.choose(which)
    path = tmp_path / "list.csv"
    page.lists.write_to(path)
    qtbot.waitUntil(lambda: str(path) in page.lists.line.notice.text(), timeout=PATIENCE)
    rows = list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines(), delimiter=";"))
    if which == JUSTIFICATION:
        assert len(rows) - 1 == sum(case.decision.verdict is not None for case in CASES)
        assert told(tasks, vault, CASES[0]) == [(Act.CASE_EXPORTED, which)]
    else:
        assert rows[1][2] == str(len(CASES))
        last = vault_says(tasks, vault.journal.entries)[-1]
        assert (last.act, last.place, last.subject) == (Act.CASE_EXPORTED, which, "")


def test_a_kept_result_gives_the_day_of_the_simulation(qtbot, page, services, tasks, vault, tmp_path):
    case = next(case for case in CASES if case.decision.verdict is not None)
    frozen = partial(vault.assessments.freeze, case, assessed(case, services.parameters))
    kept = vault_says(tasks, partial(vault.assessments.load, tasks.on_store(frozen).result()))
    page.lists.choose(JUSTIFICATION)
    path = tmp_path / "list.csv"
    page.lists.write_to(path)
    qtbot.waitUntil(lambda: str(path) in page.lists.line.notice.text(), timeout=PATIENCE)
    with i18n.speaking("fr"):
        days = {date_short(kept.made_at.date()), date_short(services.today())}
    rows = list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines(), delimiter=";"))
    assert {row[1] for row in rows[1:]} <= days
    assert all("fournis avec le programme" in row[-1] for row in rows[1:]), "who vouches is said of kept results too"
    assert len([row for row in rows[1:] if row[1] == date_short(kept.made_at.date())]) == 1


def test_the_paper_form_is_there_in_the_language_of_the_window(qtbot, page):
    assert "préparation" in page.paper.notice.text(), "why the buttons are grey"
    qtbot.waitUntil(page.paper.save_pdf.isEnabled, timeout=PATIENCE)
    assert not page.paper.notice.text()
    page.paper.refresh()
    assert page.paper.save_pdf.isEnabled(), "it is there already"
    page.paper.save_pdf.click()
    name = page.paper.place.dialog.selectedFiles()[0].rpartition("/")[2]
    assert name == "intake-form_2024-05-15_fr.pdf"
    page.paper.place.dialog.reject()


def test_everything_on_the_page_has_a_name(page):
    assert nameless(page) == []
