"""Undo and redo over the whole case."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from redi_desktop.casefile.history import DEPTH, History
from redi_desktop.casefile.model import CaseFile


def noted(comment: str) -> CaseFile:
    return CaseFile(id="c", comment=comment)


def typed(*comments: str, place: str = "") -> History:
    history = History(noted(""))
    for comment in comments:
        history = history.changed(noted(comment), place)
    return history


def test_each_change_is_undone_on_its_own_and_done_again():
    history = typed("one", "two")
    assert history.undone().present == noted("one")
    assert history.undone().undone().present == noted("")
    assert history.undone().undone().redone().redone().present == noted("two")


def test_letters_typed_in_one_field_are_undone_together():
    history = typed("L", "Li", "Liè", "Liège", place="comment")
    assert history.undone().present == noted("")
    assert history.undone().redone().present == noted("Liège")


def test_leaving_the_field_begins_a_step_of_its_own():
    history = typed("Liège", place="comment").settled().changed(noted("Liège, Namur"), "comment")
    assert history.undone().present == noted("Liège")


def test_another_field_is_another_step():
    history = typed("one", place="comment").changed(CaseFile(id="c", comment="one", reference="r"), "reference")
    assert history.undone().present == noted("one")


def test_what_changes_nothing_is_no_step():
    history = typed("one")
    assert history.changed(noted("one"), "comment") is history


def test_with_nothing_to_undo_or_redo_nothing_happens():
    history = History(noted(""))
    assert history.undone() is history
    assert history.redone() is history


def test_a_change_after_an_undo_takes_the_place_of_what_was_undone():
    history = typed("one", "two").undone().changed(noted("three"))
    assert history.redone() is history
    assert history.undone().present == noted("one")


def test_typing_on_after_an_undo_is_a_step_of_its_own():
    history = typed("one", place="comment").settled().changed(noted("two"), "comment").undone()
    assert history.changed(noted("one more"), "comment").undone().present == noted("one")


def test_the_oldest_steps_are_forgotten_at_last():
    history = typed(*(str(count) for count in range(DEPTH + 10)))
    for _ in range(DEPTH + 10):
        history = history.undone()
    assert history.present == noted("9")


@settings(max_examples=60)
@given(
    st.lists(st.tuples(st.sampled_from("abcd"), st.sampled_from(["", "comment", "other"])), max_size=12),
    st.integers(0, 12),
)
def test_as_many_steps_forth_as_back_lead_home(changes, steps):
    history = History(noted(""))
    for comment, place in changes:
        history = history.changed(noted(comment), place)
    steps = min(steps, len(history.past))
    moved = history
    for _ in range(steps):
        moved = moved.undone()
    for _ in range(steps):
        moved = moved.redone()
    assert (moved.present, moved.past, moved.future) == (history.present, history.past, history.future)
