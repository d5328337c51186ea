"""What gets the focus as it is shown, at the end of a long page, is seen whole; one who scrolled away stays there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from redi_desktop.ui.focus_in_sight import FocusInSight
from redi_desktop.ui.scroll_area import ScrollArea


class LongPage(ScrollArea):
    """Sixty lines, and below them a question and an answer that are not shown yet."""

    def __init__(self) -> None:
        super().__init__()
        column = QWidget()
        lines = QVBoxLayout(column)
        lines.addWidget(QLabel("\n" * 60))
        self.asked, self.field, self.more = QWidget(), QLineEdit(), QLabel("\n" * 20)
        inside = QVBoxLayout(self.asked)
        inside.addWidget(QLabel("\n" * 12))
        inside.addWidget(self.field)
        for hidden in (self.asked, self.more):
            lines.addWidget(hidden)
            hidden.hide()
        self.setWidget(column)
        FocusInSight(self).follow(True)


@pytest.fixture
def area(qtbot):
    area = LongPage()
    qtbot.addWidget(area)
    area.resize(400, 300)
    area.show()
    qtbot.waitExposed(area)
    area.activateWindow()
    qtbot.waitUntil(area.isActiveWindow)
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    return area


def show_field(area, qtbot):
    before = area.verticalScrollBar().maximum()
    area.asked.show()
    area.field.setFocus()
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > before and area.field.hasFocus())


def test_a_field_that_is_shown_with_the_focus_is_seen_whole(area, qtbot):
    show_field(area, qtbot)
    port = area.viewport()
    qtbot.waitUntil(lambda: port.rect().contains(QRect(area.field.mapTo(port, QPoint()), area.field.size())))


def test_one_who_scrolled_away_is_left_there_while_the_page_grows(area, qtbot):
    show_field(area, qtbot)
    area.verticalScrollBar().setValue(0)
    before = area.verticalScrollBar().maximum()
    area.more.show()
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > before)
    assert area.verticalScrollBar().value() == 0


def test_a_button_half_in_sight_takes_the_click_that_gives_it_the_focus(area, qtbot):
    button = QPushButton("Go", area.widget())
    clicked = []
    button.clicked.connect(lambda: clicked.append(button))
    button.setGeometry(0, 290, 80, 40)
    button.show()
    area.verticalScrollBar().setValue(0)
    window, place = area.window().windowHandle(), button.mapTo(area.window(), QPoint(10, 4))
    QTest.mousePress(window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    QTest.mouseRelease(window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert clicked == [button]
    assert button.hasFocus()
