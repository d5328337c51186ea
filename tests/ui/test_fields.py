"""What is typed into a field is read at each keystroke, and nothing that was typed is ever taken away."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from redi_desktop import i18n
from redi_desktop.ui.fields import DateField, LongTextField, MoneyField, TextField, WholeNumberField


def today() -> date:
    return date(2024, 5, 15)


@pytest.fixture
def shown(together):
    i18n.set_language("fr")
    return together


def type_into(field, text):
    for letter in text:  # not QTest.keyClicks: it aborts at a euro sign
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)
        QApplication.sendEvent(field.editor, event)


def leave(field):
    QTest.keyClick(field.editor, Qt.Key.Key_Tab)


@pytest.mark.parametrize("typed", ["1.234,50", "1234,5", "1 234.50", "€ 1234,50"])
def test_an_amount_is_read_as_belgians_type_it_and_written_properly_when_left(shown, typed):
    field = shown(MoneyField(), MoneyField())
    type_into(field, typed)
    assert field.value() == Decimal("1234.50")
    assert field.text() == typed
    leave(field)
    assert field.text() == "1\N{NO-BREAK SPACE}234,50\N{NO-BREAK SPACE}€"


def test_each_keystroke_is_told_with_the_value_so_far(shown):
    field = shown(MoneyField())
    told = []
    field.edited.connect(lambda: told.append(field.value()))
    type_into(field, "12,x")
    assert told == [Decimal(1), Decimal(12), Decimal(12), None]


def test_what_is_not_understood_stays_and_the_field_says_how_to_write_it(shown):
    field = shown(MoneyField(), MoneyField())
    type_into(field, "douze")
    assert field.error_text() == ""
    leave(field)
    assert field.text() == "douze"
    assert field.value() is None
    assert not field.understood()
    assert "1234,50" in field.error_text()
    assert field.error_text() in field.editor.accessibleDescription()
    field.set_value(None)
    assert field.text() == "douze"


def test_the_error_goes_as_soon_as_it_is_mended(shown):
    field = shown(MoneyField(), MoneyField())
    type_into(field, "12,345")
    leave(field)
    assert field.error_text()
    field.editor.setFocus()
    QTest.keyClick(field.editor, Qt.Key.Key_End)
    QTest.keyClick(field.editor, Qt.Key.Key_Backspace)
    assert field.error_text() == ""
    assert field.value() == Decimal("12.34")


def test_an_error_of_the_page_waits_until_the_field_is_left(shown):
    field = shown(DateField(today=today), TextField())
    type_into(field, "1/1/19")
    field.set_error("An adult cannot be five years old.")
    assert field.error_text() == ""
    leave(field)
    assert field.error_text() == "An adult cannot be five years old."
    field.set_error(None)
    assert field.error_text() == ""


def test_showing_the_same_value_does_not_disturb_what_is_being_typed(shown):
    field = shown(MoneyField())
    type_into(field, "650,")
    QTest.keyClick(field.editor, Qt.Key.Key_Left)
    field.set_value(Decimal("650.00"))
    assert field.text() == "650,"
    assert field.editor.cursorPosition() == 3


def test_showing_another_value_replaces_the_text_and_tells_nobody(shown):
    field = shown(MoneyField())
    type_into(field, "650")
    told = []
    field.edited.connect(lambda: told.append("edited"))
    field.left.connect(lambda: told.append("left"))
    field.set_value(Decimal(700))
    assert field.text() == "700,00\N{NO-BREAK SPACE}€"
    field.set_value(None)
    assert field.text() == ""
    assert told == []


def test_enter_leaves_for_the_next_field(shown):
    first, second = MoneyField(), MoneyField()
    shown(first, second)
    type_into(first, "12")
    QTest.keyClick(first.editor, Qt.Key.Key_Return)
    assert second.editor.hasFocus()
    assert first.text() == "12,00\N{NO-BREAK SPACE}€"


def test_a_change_of_language_rewrites_the_value_but_not_what_is_half_typed(shown):
    done, typing = MoneyField(), MoneyField()
    shown(typing, done)
    done.set_value(Decimal("1234.5"))
    type_into(typing, "1234,5")
    i18n.set_language("nl")
    done.set_texts("Huur")
    typing.set_texts("Lasten")
    assert done.text() == "€\N{NO-BREAK SPACE}1.234,50"
    assert typing.text() == "1234,5"
    assert typing.value() == Decimal("1234.50")


@pytest.mark.parametrize("typed", ["3/5/89", "3-5-1989", "030589", "3 mai 1989"])
def test_a_date_is_typed_day_first(shown, typed):
    field = shown(DateField(today=today), TextField())
    type_into(field, typed)
    leave(field)
    assert field.value() == date(1989, 5, 3)
    assert field.text() == "03/05/1989"


def test_a_day_that_does_not_exist_is_refused(shown):
    field = shown(DateField(today=today), TextField())
    type_into(field, "30/2/2020")
    leave(field)
    assert field.value() is None
    assert "30/2/2020" in field.error_text()


@pytest.mark.parametrize(("typed", "value"), [("3", 3), ("21", None), ("-1", None), ("trois", None), ("2.5", None)])
def test_a_whole_number_keeps_within_its_bounds(shown, typed, value):
    field = shown(WholeNumberField(most=20), TextField())
    type_into(field, typed)
    leave(field)
    assert field.value() == value
    assert bool(field.error_text()) is (value is None)


def test_a_text_loses_only_the_space_around_it(shown):
    field = shown(TextField(), TextField())
    type_into(field, "  Çelik ")
    assert field.value() == "Çelik"
    field.set_value("Çelik")
    assert field.text() == "  Çelik "
    leave(field)
    assert field.text() == "Çelik"


def test_a_long_text_is_left_with_the_tab_key_and_grows_with_its_lines(shown):
    field, other = LongTextField(), TextField()
    shown(field, other)
    left = []
    field.left.connect(lambda: left.append(field.value()))
    before = field.editor.sizeHint().height()
    for _line in range(7):
        type_into(field, "a")
        QTest.keyClick(field.editor, Qt.Key.Key_Return)
    assert field.editor.sizeHint().height() > before
    leave(field)
    assert other.editor.hasFocus()
    assert left == ["a\na\na\na\na\na\na"]


def test_forgetting_leaves_nothing_of_the_case_before(shown):
    money, text = MoneyField(), TextField()
    shown(money, text)
    type_into(money, "douze")
    leave(money)
    type_into(text, "Çelik")
    for field in (money, text):
        field.forget()
        assert field.text() == ""
        assert field.understood()
        assert field.error_text() == ""


def test_undo_is_left_to_the_case(shown):
    field = shown(MoneyField())
    type_into(field, "12")
    QTest.keyClick(field.editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == "12"
