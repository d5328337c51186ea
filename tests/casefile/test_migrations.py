"""A case of an older form is brought up to date step by step; of a newer one, what is known is shown."""

from __future__ import annotations

import json
from typing import Any

import pytest

from redi_desktop.casefile import migrations
from redi_desktop.casefile.json_form import from_data, from_newer_json, to_data
from redi_desktop.casefile.migrations import Step, brought_up, is_newer
from redi_desktop.casefile.model import FORMAT
from redi_desktop.errors import CaseError

NOW = {"format": FORMAT, "id": "x", "reference": "17", "household": {"persons": [{"id": "p1", "name": "Ayşe"}]}}


def from_first_to_second(data: dict[str, Any]) -> dict[str, Any]:
    """An invented older form called the reference a number."""
    return {**{key: value for key, value in data.items() if key != "number"}, "reference": str(data["number"])}


def from_second_to_present(data: dict[str, Any]) -> dict[str, Any]:
    """And the next one listed persons by their name alone."""
    persons = [{"id": f"p{place}", "name": name} for place, name in enumerate(data.pop("names"), start=1)]
    return {**data, "household": {"persons": persons}}


STEPS = {
    "redi-case/0.1": Step("redi-case/0.2", from_first_to_second),
    "redi-case/0.2": Step(FORMAT, from_second_to_present),
}


@pytest.mark.parametrize(
    "older",
    [
        {"format": "redi-case/0.1", "id": "x", "number": 17, "names": ["Ayşe"]},
        {"format": "redi-case/0.2", "id": "x", "reference": "17", "names": ["Ayşe"]},
        NOW,
    ],
)
def test_every_older_form_ends_as_the_present_one(older):
    before = json.dumps(older)
    assert brought_up(older, STEPS) == NOW
    assert json.dumps(older) == before


def test_a_case_in_an_older_form_is_read_like_any_other(monkeypatch):
    monkeypatch.setattr(migrations, "STEPS", STEPS)
    monkeypatch.setattr(brought_up, "__defaults__", (STEPS, FORMAT))
    case = from_data({"format": "redi-case/0.1", "id": "x", "number": 17, "names": ["Ayşe"]})
    assert to_data(case) == to_data(from_data(NOW))


@pytest.mark.parametrize("form", [None, 7, "", "redi-case/0", "redi-case/9", "another/1"])
def test_a_form_that_is_not_known_is_said_to_be_so(form):
    with pytest.raises(CaseError) as caught:
        brought_up({"format": form})
    assert caught.value.code == "case_format_unknown"


@pytest.mark.parametrize(
    ("form", "newer"),
    [
        ("redi-case/2", True),
        ("redi-case/10", True),
        (FORMAT, False),
        ("redi-case/0", False),
        ("other/9", False),
        ("", False),
    ],
)
def test_a_newer_form_is_told_from_an_unknown_one(form, newer):
    assert is_newer(form) is newer


def test_what_is_known_of_a_newer_form_is_shown():
    newer = {
        "format": "redi-case/2",
        "id": "x",
        "reference": "17",
        "mood": {"today": "hopeful"},
        "household": {"persons": [{"id": "p1", "name": "Ayşe", "shoe_size": 38}], "pets": ["cat"]},
    }
    assert to_data(from_newer_json(json.dumps(newer))) == to_data(from_data(NOW))


def test_what_has_another_shape_in_a_newer_form_is_not_guessed():
    with pytest.raises(CaseError):
        from_newer_json(json.dumps({"format": "redi-case/2", "household": "Ayşe and her children"}))
