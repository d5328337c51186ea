"""``redi-desktop attachment``: what can be seized, as text and as JSON."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

import pytest

from redi_desktop import cli
from redi_desktop.i18n import set_language

CASE: dict[str, Any] = {
    "format": "redi-case/1",
    "reference_date": "2026-06-15",
    "household": {
        "region": "wallonia",
        "persons": [{"id": "p1", "role": "applicant", "birth_date": "1985-01-01", "sex": "f", "activity": "working"}],
    },
    "dwelling": {"tenure": "social_rent"},
    "incomes": [{"id": "i1", "person": "p1", "kind": "wage", "amount": "2000.00"}],
}


def printed(tmp_path: Path, capsys: pytest.CaptureFixture[str], case: dict[str, Any], *words: str) -> str:
    path = tmp_path / "case.json"
    path.write_text(json.dumps(case), encoding="utf-8")
    parser = argparse.ArgumentParser()
    cli.commands(parser)
    assert cli.run(parser.parse_args(["attachment", str(path), *words])) == 0
    return capsys.readouterr().out


def test_json_gives_what_can_be_seized_of_each_person(tmp_path, capsys):
    data = json.loads(printed(tmp_path, capsys, CASE, "--format", "json"))
    assert data["format"] == "redi-attachment/1"
    assert [(one["person"], one["attachable"]) for one in data["persons"]] == [("p1", "292.20")]


def test_text_shows_the_bounds_the_slices_and_what_a_settlement_leaves(tmp_path, capsys):
    set_language("en")
    text = printed(tmp_path, capsys, CASE)
    assert "nothing up to €1,419.00 net a month" in text
    assert "Between €1,524.00 and €1,682.00: 30% of €158.00, €47.40." in text
    assert "A collective settlement leaves at least €1,340.47 a month" in text


def test_another_date_takes_other_bounds(tmp_path, capsys):
    data = json.loads(printed(tmp_path, capsys, CASE, "--format", "json", "--date", "2024-06-15"))
    assert data["persons"][0]["attachable"] == "386.10"
