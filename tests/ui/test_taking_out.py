"""A page that is taken out of a stack belongs to Qt until Qt deletes it."""

from __future__ import annotations

import gc

from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from redi_desktop.ui.taking_out import take_out


class Page(QWidget):
    """A page that knows itself, as every page with a signal does: only a search for garbage would find it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.itself = self
        QVBoxLayout(self).addWidget(QLabel("a line", self))


def test_a_search_for_garbage_leaves_a_page_that_was_taken_out_alone(qtbot):
    stack = QStackedWidget()
    qtbot.addWidget(stack)
    stack.addWidget(Page(stack))
    page = stack.widget(0)
    assert page is not None
    take_out(stack, page)
    del page
    gc.collect()
    assert stack.count() == 0
    assert [label.text() for label in stack.findChildren(QLabel)] == ["a line"]
