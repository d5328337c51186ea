"""A page is laid out again where something on it takes more room, and left alone where nothing does."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget

from redi_desktop.ui.column_layout import ColumnLayout
from redi_desktop.ui.flow_layout import FlowLayout


class LayoutRequests(QObject):
    """Counts how often a widget is asked to lay itself out again."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self.count = 0
        watched.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.LayoutRequest
        return False


class Column(QWidget):
    """Three labels and a line of buttons below each other, in a window that lays out as usual."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.whole = window
        self.column = ColumnLayout(self)
        self.labels = [QLabel("one line", self) for _number in range(3)]
        self.buttons = [QPushButton("short", self) for _number in range(2)]
        for label in self.labels:
            label.setWordWrap(True)
            self.column.addWidget(label)
        line = FlowLayout()
        for button in self.buttons:
            line.addWidget(button)
        self.column.addLayout(line)


@pytest.fixture
def column(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    made = Column(window)
    QVBoxLayout(window).addWidget(made)
    window.resize(400, 400)
    window.show()
    qtbot.waitExposed(window)
    settle()
    return made


def settle():
    for _round in range(5):
        QApplication.processEvents()


def test_nothing_is_laid_out_again_where_a_text_takes_the_same_room(column):
    asked = LayoutRequests(column)
    column.labels[1].setText("another")
    settle()
    assert asked.count == 0


def test_what_stands_below_moves_where_a_text_takes_more_room(column):
    before = column.labels[2].y()
    column.labels[1].setText("so many words that they cannot stand on one line of this column " * 3)
    settle()
    assert column.labels[2].y() > before
    column.labels[1].hide()
    settle()
    assert column.labels[2].y() < before


def test_a_part_in_which_all_is_hidden_takes_no_gap_and_what_is_shown_in_it_takes_one(column):
    column.column.setSpacing(16)
    settle()
    heights = [column.height(), column.heightForWidth(column.width()), column.sizeHint().height()]
    part = QWidget(column)
    inside = QVBoxLayout(part)
    inside.setContentsMargins(0, 0, 0, 0)
    label = QLabel("told later", part)
    inside.addWidget(label)
    label.hide()
    column.column.insertWidget(1, part)
    part.show()
    settle()
    assert [column.height(), column.heightForWidth(column.width()), column.sizeHint().height()] == heights
    before = column.labels[2].y()
    label.show()
    settle()
    assert column.labels[2].y() == before + label.height() + 16


def test_a_button_of_a_line_grows_with_its_words(column):
    first, second = column.buttons
    before = second.x()
    first.setText("a longer word")
    settle()
    assert second.x() > before
    asked = LayoutRequests(column)
    settle()
    assert asked.count == 0, "it has come to rest"


def test_those_around_hear_of_a_change_that_comes_just_before_they_lay_out(column):
    asked = LayoutRequests(column)
    column.labels[1].setText("so many words that they cannot stand on one line of this column " * 3)
    column.column.setGeometry(column.column.geometry())
    settle()
    assert asked.count > 0
