"""The Tab key visits every page from top to bottom, goes on to the button that leads further, and is caught nowhere."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from redi_desktop.casefile.steps import Step
from redi_desktop.demo import demo_cases
from redi_desktop.ui.pages.remove_button import RemoveButton
from tests.ui.shell_at_work import cheap_services, make_vault, program

MOST_STOPS = 200
BESIDE = 40
"""Pixels by which what stands on one line may begin higher than its neighbour."""


@pytest.fixture
def main(qtbot, tmp_path):
    """The main window with a case in which everything is filled in."""
    with program(qtbot, cheap_services(tmp_path)) as window:
        main = make_vault(qtbot, window)
        QTest.keyClick(main, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(lambda: main.desk.session is not None)
        assert main.desk.session is not None
        main.desk.session.change(lambda case: replace(demo_cases()[0], id=case.id))
        yield main


def round_of_the_window(main):
    """What the Tab key visits from the rail on, until it is there again."""
    main.wizard.rail.button(main.wizard.step).setFocus()
    start = QApplication.focusWidget()
    stops: list[QWidget | None] = []
    while len(stops) < MOST_STOPS:
        main.window().focusNextPrevChild(True)
        if QApplication.focusWidget() is start:
            return stops
        stops.append(QApplication.focusWidget())
    raise AssertionError(f"the Tab key is caught on {main.wizard.step}")


def tops_of(page, stops):
    """How far down the page each begins; the cross of a row stands at its top and is visited last."""
    return [stop.mapTo(page, QPoint(0, 0)).y() for stop in stops if not isinstance(stop, RemoveButton)]


def test_the_tab_key_goes_down_each_page_then_to_the_next_one_and_around_the_window(main):
    for step in Step:
        main.wizard.go(step)
        QApplication.processEvents()
        page, stops = main.wizard.page, round_of_the_window(main)
        places = [place for place, stop in enumerate(stops) if page.isAncestorOf(stop)]
        assert places == list(range(places[0], places[-1] + 1)), f"{step} is not visited in one go"
        further = main.wizard.back if step is Step.DOCUMENTS else main.wizard.next
        assert stops[places[-1] + 1] is further, step
        tops = tops_of(page, stops[places[0] : places[-1] + 1])
        assert all(below >= above - BESIDE for above, below in pairwise(tops)), (step, tops)
