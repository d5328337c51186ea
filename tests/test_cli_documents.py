"""Documents and exports from the command line."""

from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path

import pikepdf
import pytest

from redi_desktop.__main__ import main
from redi_desktop.casefile.json_form import from_json, to_json
from redi_desktop.demo import demo_cases

CASE = demo_cases()[0]


@pytest.fixture
def case_file(tmp_path: Path) -> Path:
    path = tmp_path / "case.json"
    path.write_bytes(to_json(CASE))
    return path


def test_a_folder_takes_the_suggested_name_which_names_nobody(case_file, tmp_path, capsys):
    words = ["--kind", "acknowledgement", "--language", "nl", "--format", "html"]
    assert main(["report", str(case_file), *words, "--out", str(tmp_path)]) == 0
    path = Path(capsys.readouterr().out.strip())
    assert path.name.startswith("acknowledgement_2026-0042_")
    assert path.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_a_receipt_needs_no_result_and_a_report_does(tmp_path, capsys):
    path = tmp_path / "case.json"
    path.write_text('{"format": "redi-case/1"}', encoding="utf-8")
    assert main(["report", str(path), "--kind", "acknowledgement", "--out", str(tmp_path / "a.pdf")]) == 0
    assert main(["report", str(path), "--out", str(tmp_path / "b.pdf")]) == 2
    assert not (tmp_path / "b.pdf").exists()


def test_a_password_comes_from_standard_input(case_file, tmp_path, monkeypatch):
    monkeypatch.setattr("sys.stdin", StringIO("sept mots\n"))
    path = tmp_path / "a.pdf"
    words = ["--kind", "information-sheet", "--password-stdin", "--pseudonym"]
    assert main(["report", str(case_file), *words, "--out", str(path)]) == 0
    with pikepdf.open(path, password="sept mots") as pdf:
        assert pdf.encryption.R == 6


def test_another_ending_is_refused(case_file, tmp_path, capsys):
    assert main(["report", str(case_file), "--out", str(tmp_path / "a.doc")]) == 2
    assert main(["export", "budget", str(case_file), "--out", str(tmp_path / "a.ods")]) == 2
    assert "a.ods" in capsys.readouterr().err


def test_a_case_and_its_budget_leave_as_data(case_file, tmp_path):
    case, budget = tmp_path / "copy.json", tmp_path / "budget.xlsx"
    assert main(["export", "case", str(case_file), "--out", str(case)]) == 0
    assert from_json(case.read_bytes()) == CASE
    assert main(["export", "budget", str(case_file), "--lang", "nl", "--out", str(budget)]) == 0
    assert budget.read_bytes().startswith(b"PK")


def test_lists_are_about_every_case_given(case_file, tmp_path):
    out = tmp_path / "list.csv"
    words = [str(case_file), str(case_file), "--lang", "en", "--out", str(out)]
    assert main(["export", "justification", *words, "--simulated", "2026-06-16"]) == 0
    rows = list(csv.reader(out.read_text(encoding="utf-8-sig").splitlines()))
    assert [row[:2] for row in rows[1:]] == [["2026-0042", "16/06/2026"]] * 2
    assert main(["export", "totals", *words]) == 0
    rows = list(csv.reader(out.read_text(encoding="utf-8-sig").splitlines()))
    assert rows[1][2] == "hidden"
