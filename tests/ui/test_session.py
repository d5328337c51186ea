"""The open case: what is typed is counted at once, saved when the field is left, and never lost."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import partial

import pytest

from redi_desktop.casefile.model import CaseFile
from redi_desktop.engine.assess import Parameters
from redi_desktop.engine.household import Dwelling, Household, Person, Region, Role, Sex, Tenure
from redi_desktop.engine.income import Income, IncomeKind
from redi_desktop.errors import StorageFailed, UserError
from redi_desktop.packs.embedded import load_embedded
from redi_desktop.ui.case_session import CaseSession
from redi_desktop.ui.live_result import LiveResult

DAY = date(2024, 5, 15)


@pytest.fixture(scope="session")
def parameters():
    return Parameters(load_embedded())


class Shelf:
    """Stands for the vault: keeps every case that is saved, or fails while it is told to."""

    def __init__(self) -> None:
        self.kept: list[tuple[CaseFile, str, Decimal | None]] = []
        self.problem: Exception | None = None
        self.gate = threading.Event()
        self.gate.set()

    def save(self, case: CaseFile, place: str, balance: Decimal | None) -> None:
        self.gate.wait(5)
        if self.problem is not None:
            raise self.problem
        self.kept.append((case, place, balance))


@pytest.fixture
def shelf():
    return Shelf()


@pytest.fixture
def session(parameters, shelf, tasks):
    case = CaseFile(
        reference_date=DAY,
        household=Household(
            region=Region.WALLONIA,
            persons=(Person(id="p1", role=Role.APPLICANT, birth_date=date(1989, 1, 1), sex=Sex.F),),
        ),
        dwelling=Dwelling(tenure=Tenure.SOCIAL_RENT),
    )
    return CaseSession(case, parameters, shelf.save, tasks)


def say(words: str, case: CaseFile) -> CaseFile:
    return replace(case, comment=words)


def earn(amount: Decimal | None, case: CaseFile) -> CaseFile:
    return replace(case, incomes=(Income(id="i1", kind=IncomeKind.WAGE, amount=amount),))


def test_every_change_is_assessed_at_once(session):
    told: list[LiveResult] = []
    session.assessed.connect(told.append)
    session.change(partial(earn, Decimal(1500)), "incomes[0].amount")
    assert told[-1].assessment is not None
    assert told[-1].assessment.income_total == Decimal("1500.00")
    session.change(partial(earn, None), "incomes[0].amount")
    assert told[-1].assessment is not None
    assert told[-1].assessment.income_total == 0
    assert [finding.code for finding in told[-1].findings if finding.field == "incomes[0]"] == ["row_unfinished"]


def test_bad_facts_give_no_number_and_say_where(session):
    session.change(lambda case: replace(case, dwelling=Dwelling()), "dwelling.tenure")
    assert session.live.assessment is None
    assert [finding.field for finding in session.live.bad] == ["dwelling.tenure"]


def test_a_change_that_changes_nothing_is_told_to_nobody(qtbot, session):
    with qtbot.assertNotEmitted(session.assessed):
        session.change(lambda case: case, "comment")
    assert not session.unsaved


def test_leaving_the_field_saves_the_case_with_its_balance(qtbot, session, shelf):
    session.change(partial(earn, Decimal(1500)), "incomes[0].amount")
    assert shelf.kept == []
    with qtbot.waitSignal(session.saved):
        session.field_left()
    case, place, balance = shelf.kept[-1]
    assert case == session.case
    assert place == "incomes[0].amount"
    assert balance == session.live.assessment.balance
    assert not session.unsaved


def test_a_pause_in_typing_saves_too(qtbot, session, shelf):
    session._pause.setInterval(1)
    with qtbot.waitSignal(session.saved):
        session.change(partial(say, "Bonjour"), "comment")
    assert shelf.kept[-1][0].comment == "Bonjour"


def test_what_is_typed_during_a_save_is_saved_after_it(qtbot, session, shelf):
    session._pause.setInterval(1)
    shelf.gate.clear()
    session.change(partial(say, "a"), "comment")
    session.field_left()
    session.change(partial(say, "ab"), "comment")
    session.field_left()
    shelf.gate.set()
    qtbot.waitUntil(lambda: not session.unsaved)
    assert [case.comment for case, _place, _balance in shelf.kept] == ["a", "ab"]


def test_a_save_that_fails_is_told_and_tried_again(qtbot, session, shelf):
    session._retry.setInterval(1)
    shelf.problem = StorageFailed("disk_full")
    session.change(partial(say, "a"), "comment")
    with qtbot.waitSignal(session.save_failed) as told:
        session.field_left()
    assert told.args[0].code == "disk_full"
    assert session.unsaved
    assert session.case.comment == "a"
    shelf.problem = None
    qtbot.waitUntil(lambda: not session.unsaved)


def test_closing_waits_for_the_last_letter(session, shelf):
    session.change(partial(say, "last"), "comment")
    assert session.finish() is None
    assert shelf.kept[-1][0].comment == "last"
    assert not session.unsaved


def test_closing_waits_for_a_save_under_way_and_then_saves_the_rest(session, shelf):
    session.change(partial(say, "a"), "comment")
    session.field_left()
    session.change(partial(say, "ab"), "comment")
    assert session.finish() is None
    assert [case.comment for case, _place, _balance in shelf.kept] == ["a", "ab"]


def test_closing_tells_what_fails_and_keeps_the_text(session, shelf):
    shelf.problem = StorageFailed("disk_full")
    session.change(partial(say, "a"), "comment")
    problem = session.finish()
    assert isinstance(problem, UserError)
    assert problem.code == "disk_full"
    assert session.unsaved
    shelf.problem = None
    assert session.finish() is None


def test_a_bug_in_the_store_reaches_the_user_as_something_unexpected(qtbot, session, shelf):
    shelf.problem = ZeroDivisionError()
    session.change(partial(say, "a"), "comment")
    with qtbot.waitSignal(session.save_failed) as told:
        session.field_left()
    assert told.args[0].code == "unexpected"


def test_typing_in_one_field_is_one_step_back(session):
    for words in ("a", "ab", "abc"):
        session.change(partial(say, words), "comment")
    session.field_left()
    session.change(partial(earn, Decimal(1500)), "incomes[0].amount")
    session.undo()
    assert session.case.incomes == ()
    assert session.case.comment == "abc"
    session.undo()
    assert session.case.comment == ""
    assert not session.can_undo
    session.redo()
    assert session.case.comment == "abc"
    assert session.can_redo


def test_a_field_that_was_left_begins_a_new_step(session):
    session.change(partial(say, "a"), "comment")
    session.field_left()
    session.change(partial(say, "ab"), "comment")
    session.undo()
    assert session.case.comment == "a"


def test_what_is_undone_is_saved_too(session, shelf):
    session.change(partial(say, "a"), "comment")
    session.finish()
    session.undo()
    assert session.unsaved
    session.finish()
    assert shelf.kept[-1][0].comment == ""
