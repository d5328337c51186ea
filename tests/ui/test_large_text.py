"""At twice the size of text the head of the window folds: the page in which one types keeps the most of it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStyle

from redi_desktop.casefile.steps import Step
from redi_desktop.ui.step_rail import Form
from redi_desktop.ui.theme import apply_theme

LEAST_OF_THE_HEIGHT = 0.65


@pytest.fixture
def main(qapp, window, main):
    """The window with a case, at 200 % on the smallest screen that counts."""
    apply_theme(qapp, "light", 200)
    window.resize(1366, 768)
    QApplication.processEvents()
    yield main
    apply_theme(qapp, "light", 100)


def top_of(main, widget):
    return widget.mapTo(main, QPoint(0, 0)).y()


def test_at_200_per_cent_the_page_keeps_two_thirds_and_the_rest_is_folded_above_it(window, main):
    panel, rail = main.panel, main.wizard.rail
    for language in ("de", "fr", "nl", "en"):
        window.speak(language)
        QApplication.processEvents()
        assert rail.form is Form.FOLDED
        page = main.wizard._stack.currentWidget().viewport()
        assert page.height() >= LEAST_OF_THE_HEIGHT * window.height(), language
        for line in (panel.line, rail.line):
            assert line.width() >= line.minimumSizeHint().width(), language
    main.wizard.go(Step.HOUSING)
    QTest.keyClick(panel.line.more, Qt.Key.Key_Space)
    QApplication.processEvents()
    assert top_of(main, panel.bars) + panel.bars.height() <= top_of(main, rail)
    panel.line.more.setFocus()
    stops = [*(link for link in panel.to_complete.links() if link.isVisible()), rail.line]
    for stop in stops:
        main.window().focusNextPrevChild(True)
        assert QApplication.focusWidget() is stop
    main.window().focusNextPrevChild(True)
    assert main.wizard.page.isAncestorOf(QApplication.focusWidget())


def test_the_signs_in_the_list_of_steps_grow_with_the_words(main):
    steps = main.wizard.rail.line.steps
    assert steps.style().pixelMetric(QStyle.PixelMetric.PM_SmallIconSize, None, steps) >= steps.fontMetrics().ascent()
