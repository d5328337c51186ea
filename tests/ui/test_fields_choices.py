"""Choices are made by keyboard, told without colour, and named for those who cannot see them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton

from redi_desktop import i18n
from redi_desktop.engine.household import Activity, Tenure
from redi_desktop.ui.fields import ChoiceField, MoneyField, SegmentedField, SwitchField, TextField
from redi_desktop.ui.fields.field import without_mnemonic
from redi_desktop.words.vocabulary import label
from tests.ui.shell_at_work import focus


@pytest.fixture
def show(together):
    i18n.set_language("en")
    return together


def words_in(field):
    editor = field.editor
    return editor.currentText() if isinstance(editor, QComboBox) else editor.text()


def tell_of(field):
    told = []
    field.edited.connect(lambda: told.append(("edited", field.value())))
    field.left.connect(lambda: told.append(("left", field.value())))
    return told


def test_a_choice_is_edited_and_left_at_once(show):
    field = ChoiceField(tuple(Activity), label)
    show(field)
    told = tell_of(field)
    assert field.value() is None
    QTest.keyClick(field.editor, Qt.Key.Key_Down)
    assert told == [("edited", Activity.WORKING), ("left", Activity.WORKING)]


def test_showing_a_choice_tells_nobody_and_none_is_no_choice(show):
    field = ChoiceField(tuple(Activity), label)
    show(field)
    told = tell_of(field)
    field.set_value(Activity.STUDENT)
    assert words_in(field) == label(Activity.STUDENT)
    field.set_value(None)
    assert field.value() is None
    assert told == []


def test_a_choice_can_be_taken_back_where_nothing_has_a_name(show):
    field = ChoiceField(tuple(Activity), label, none_label=lambda: "Not known")
    show(field)
    field.set_value(Activity.WORKING)
    QTest.keyClick(field.editor, Qt.Key.Key_Up)
    assert field.value() is None
    assert words_in(field) == "Not known"


def test_other_members_keep_the_choice_where_they_can(show):
    field = ChoiceField(("p1", "p2"), str)
    show(field)
    field.set_value("p2")
    field.set_members(("p2", "p3"))
    assert field.value() == "p2"
    field.set_members(("p3",))
    assert field.value() is None


def test_scrolling_over_a_list_does_not_change_it(show):
    field = ChoiceField(tuple(Activity), label)
    show(field)
    field.set_value(Activity.STUDENT)
    middle = QPointF(field.editor.rect().center())
    buttons, modifiers = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    turn = QWheelEvent(
        middle, middle, QPoint(0, -120), QPoint(0, -120), buttons, modifiers, Qt.ScrollPhase.NoScrollPhase, False
    )
    QApplication.sendEvent(field.editor, turn)
    assert field.value() is Activity.STUDENT


def test_arrows_go_through_the_segments_and_the_tab_key_stops_once(show):
    field, after = SegmentedField(tuple(Tenure), label), TextField()
    show(field, after)
    told = tell_of(field)
    QTest.keyClick(focus(), Qt.Key.Key_Right)
    QTest.keyClick(focus(), Qt.Key.Key_Right)
    assert field.value() is Tenure.SOCIAL_RENT
    assert [value for name, value in told if name == "edited"] == [Tenure.PRIVATE_RENT, Tenure.SOCIAL_RENT]
    QTest.keyClick(focus(), Qt.Key.Key_Tab)
    assert after.editor.hasFocus()


def test_the_first_letter_chooses_a_segment(show):
    field = SegmentedField(tuple(Tenure), label)
    show(field)
    field.set_texts("Home")
    QTest.keyClicks(focus(), "o")
    assert field.value() is Tenure.OWNER


def test_the_chosen_segment_is_known_without_its_colour(show):
    field = SegmentedField(tuple(Tenure), label)
    show(field)
    field.set_value(Tenure.OWNER)
    ticked = [button.text() for button in field.findChildren(QPushButton) if not button.icon().isNull()]
    assert ticked == [label(Tenure.OWNER)]
    field.set_value(None)
    assert field.value() is None


def test_choosing_another_segment_moves_none_of_them(show):
    field = SegmentedField(tuple(Tenure), label)
    show(field)
    field.set_texts("Home")
    buttons = field.findChildren(QPushButton)
    before = [button.sizeHint().width() for button in buttons]
    for tenure in Tenure:
        field.set_value(tenure)
        assert [button.sizeHint().width() for button in buttons] == before


def test_a_box_is_ticked_with_the_space_bar(show):
    field = SwitchField()
    show(field)
    told = tell_of(field)
    QTest.keyClick(field.editor, Qt.Key.Key_Space)
    assert told == [("edited", True), ("left", True)]
    field.set_value(None)
    assert field.value() is False


def test_every_choice_is_said_again_in_another_language(show):
    words = {"en": "Owner", "fr": "Propriétaire"}
    segmented = SegmentedField((Tenure.OWNER,), lambda member: words[i18n.language()])
    choice = ChoiceField((Tenure.OWNER,), lambda member: words[i18n.language()])
    show(segmented, choice)
    choice.set_value(Tenure.OWNER)
    i18n.set_language("fr")
    segmented.set_texts("Logement")
    choice.set_texts("Logement")
    assert words_in(segmented) == "Propriétaire"
    assert words_in(choice) == "Propriétaire"
    assert choice.value() is Tenure.OWNER


@pytest.mark.parametrize(
    "make",
    [MoneyField, TextField, SwitchField, lambda: ChoiceField(tuple(Tenure), label)],
    ids=["money", "text", "switch", "choice"],
)
def test_every_field_has_a_name_and_a_description_for_a_screen_reader(show, make):
    field = make()
    show(field)
    field.set_texts("&Rent", "Without charges.")
    told = QAccessible.queryAccessibleInterface(field.editor)
    assert told.text(QAccessible.Text.Name) == "Rent"
    assert "Without charges." in told.text(QAccessible.Text.Description)
    field.set_error("Type the rent.")
    assert "Type the rent." in told.text(QAccessible.Text.Description)


def test_a_segment_is_named_after_its_field(show):
    field = SegmentedField(tuple(Tenure), label)
    show(field)
    field.set_texts("&Home")
    assert field.editor.accessibleName() == f"Home: {label(Tenure.PRIVATE_RENT)}"


def test_an_ampersand_is_a_letter_only_when_it_is_doubled():
    assert without_mnemonic("&Gas && power") == "Gas & power"
