"""What a screen reader relies on: children that do not vanish, texts that it may set, names for lists."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QWidget

from redi_desktop import i18n
from redi_desktop.ui.case_list import CaseList
from redi_desktop.ui.fields import MoneyField
from redi_desktop.ui.scroll_area import ScrollArea


def test_what_scrolls_has_the_same_children_whether_there_is_something_to_scroll_or_not(qtbot):
    area, inside = ScrollArea(), QWidget()
    qtbot.addWidget(area)
    area.setWidget(inside)
    area.resize(300, 200)
    area.show()
    seen = []
    for height in (100, 900):
        inside.setMinimumHeight(height)
        qtbot.waitUntil(lambda height=height: bool(area.verticalScrollBar().maximum()) is (height > 200))
        seen.append(QAccessible.queryAccessibleInterface(area).childCount())
        area.verticalScrollBar().setValue(50)
    area.hide()
    seen.append(QAccessible.queryAccessibleInterface(area).childCount())
    assert seen == [1, 1, 1]
    assert area._bar.value() == 50


def test_a_text_that_is_dictated_counts_as_typed_and_what_the_case_shows_does_not(qtbot):
    i18n.set_language("fr")
    field, edits = MoneyField(), []
    qtbot.addWidget(field)
    field.edited.connect(lambda: edits.append(field.value()))
    field.set_value(Decimal(5))
    field.relabel()
    assert edits == []
    line = field.findChild(QLineEdit)
    assert line is not None
    line.setText("12,50")
    assert edits == [Decimal("12.50")]


def test_a_list_without_a_visible_name_has_one_for_a_screen_reader(qtbot):
    i18n.set_language("en")
    cases = CaseList()
    qtbot.addWidget(cases)
    cases.retranslate()
    named = {label.buddy(): label.text() for label in cases.findChildren(QLabel) if label.buddy() is not None}
    assert all(named.get(choice) for choice in cases.findChildren(QComboBox))
