"""The command line: the examples to the cent, bad facts with their field and status 2, bad packs with status 3."""

from __future__ import annotations

import json
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from redi_desktop.__main__ import main
from redi_desktop.casefile.json_form import to_data
from redi_desktop.demo import demo_cases

SHARED = sorted((Path(__file__).resolve().parent / "cases" / "shared").glob("*.json"))
SINGLE = SHARED[0]


def assessed(capsys, *words: object) -> tuple[int, dict[str, Any], str]:
    status = main(["assess", *map(str, words), "--format", "json", "--lang", "en"])
    out, err = capsys.readouterr()
    return status, json.loads(out) if out else {}, err


def written(folder: Path, **changes: object) -> Path:
    """The lone mother of the demo with something changed, as a file."""
    data = to_data(demo_cases()[0])
    for path, value in changes.items():
        inner: Any = data
        *way, last = path.split("__")
        for step in way:
            inner = inner[int(step)] if step.isdigit() else inner[step]
        inner[last] = value
    file = folder / "case.json"
    file.write_text(json.dumps(data), encoding="utf-8")
    return file


@pytest.mark.parametrize("example", SHARED, ids=lambda path: path.stem)
def test_the_examples_come_out_to_the_cent(capsys, example):
    expected = json.loads(example.read_text(encoding="utf-8"))["expected"]
    status, data, _ = assessed(capsys, example)
    assert status == 0
    assert data["format"] == "redi-assessment/1"
    assert data["reference_budget"]["total"] == expected["reference_budget"]["total"]
    computed = {need: Decimal(amount) for need, amount in data["reference_budget"]["by_need"].items()}
    assert computed == {need: Decimal(amount) for need, amount in expected["reference_budget"]["by_need"].items()}
    assert len(data["lines"]) == expected["lines"]


def test_the_lines_that_are_kept_add_up_to_the_retained_budget(capsys, tmp_path):
    _, data, _ = assessed(capsys, written(tmp_path))
    kept = sum(Decimal(line["amount"]) for line in data["lines"] if line["kept"])
    assert kept == Decimal(data["retained_budget"]["total"])
    by_need = sum(map(Decimal, data["retained_budget"]["by_need"].values()))
    assert by_need + Decimal(data["retained_budget"]["debts"]) == kept
    assert sum(map(Decimal, data["retained_budget"]["by_group"].values())) == kept
    assert Decimal(data["balance"]) == Decimal(data["income"]["total"]) - kept


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"incomes__0__amount": "-5"}, "incomes[0].amount"),
        ({"incomes__0__amount": "NaN"}, "incomes[0].amount"),
        ({"expenses__1__amount": "twelve"}, "expenses[1].amount"),
        ({"household__persons__1__birth_date": "2030-01-01"}, "household.persons[1].birth_date"),
        ({"household__persons__0__birth_date": "1891-01-01"}, "household.persons[0].birth_date"),
        ({"household__persons__2__custody_share": "0"}, "household.persons[2].custody_share"),
        ({"household__persons__0__role": "child"}, "household.persons"),
        ({"reference_date": "2014-01-01"}, "reference_date"),
        ({"household__region": "mars"}, "household.region"),
        ({"incomes__0__person": "nobody"}, "incomes[0].person"),
        ({"dwelling__bathrooms": 2}, "dwelling.bathrooms"),
        ({"expenses__0__treatment": "leave_out"}, "expenses[0].reason"),
    ],
)
def test_bad_facts_are_named_and_give_no_number(capsys, tmp_path, changes, field):
    status, data, err = assessed(capsys, written(tmp_path, **changes))
    assert status == 2
    assert data == {}
    assert field in err
    assert "Traceback" not in err


def test_a_missing_file_and_a_bad_date_are_bad_input(capsys, tmp_path):
    assert assessed(capsys, tmp_path / "nobody.json")[0] == 2
    status, _, err = assessed(capsys, SINGLE, "--date", "someday")
    assert (status, "--date" in err) == (2, True)


def test_a_bad_pack_and_a_bad_policy_have_their_own_status(capsys, tmp_path):
    assert assessed(capsys, SINGLE, "--pack", tmp_path)[0] == 3
    policy = tmp_path / "policy.toml"
    policy.write_text('format = "redi-policy/1"\nid = "x"\nsurprise = 1\n', encoding="utf-8")
    assert assessed(capsys, SINGLE, "--policy", policy)[0] == 3


def test_another_date_gives_other_prices(capsys):
    _, then, _ = assessed(capsys, SINGLE)
    _, later, _ = assessed(capsys, SINGLE, "--date", "2026-06-15")
    assert Decimal(later["reference_budget"]["total"]) > Decimal(then["reference_budget"]["total"])
    assert later["reference_date"] == "2026-06-15"


def test_every_line_is_explained_down_to_its_source(capsys):
    _, data, _ = assessed(capsys, SINGLE, "--explain")
    for line in data["lines"]:
        rules = {node["rule"] for node in walk(line["explanation"])}
        assert "source" in rules, line["item_id"]


def walk(node: dict[str, Any]) -> list[dict[str, Any]]:
    return [node, *(inner for part in node.get("parts", []) for inner in walk(part))]


@pytest.mark.parametrize("language", ["fr", "nl"])
def test_the_words_are_those_of_the_language(capsys, language):
    assert main(["assess", str(SINGLE), "--lang", language, "--explain"]) == 0
    out = capsys.readouterr().out
    assert {"fr": "Il manque", "nl": "Er ontbreekt"}[language] in out


@pytest.mark.parametrize("name", ["report.pdf", "report.html"])
def test_a_report_is_written(tmp_path, name):
    path = tmp_path / name
    assert main(["report", str(SINGLE), "--kind", "social-report", "--lang", "nl", "--out", str(path)]) == 0
    assert path.stat().st_size > 5_000


def test_rights_are_named_before_aid_is_proposed(capsys, tmp_path):
    assert main(["assess", str(written(tmp_path)), "--lang", "nl", "--explain"]) == 0
    said = capsys.readouterr().out
    places = [said.index(words) for words in ("Er ontbreekt", "Leefloon:", "Waarschijnlijk recht op", "Voorgestelde")]
    assert places == sorted(places)
    assert said.count("Leefloon") > 1


def test_every_column_of_the_table_keeps_its_distance(capsys, tmp_path):
    main(["assess", str(written(tmp_path)), "--lang", "nl"])
    lines = capsys.readouterr().out.splitlines()
    head = next(line for line in lines if line.startswith("Behoefte"))
    assert head.split("  ", 1)[1].split() == ["Referentie", "Werkelijk", "In", "aanmerking", "genomen", "Verschil"]


def test_a_daily_price_can_be_counted_again_by_hand(capsys):
    assert main(["pack", "price", "food_breakfast_1_3", "--date", "2026-03-01", "--persons", "3", "--lang", "en"]) == 0
    assert "1 × 0.94627 euro (day) per day × 365.25 / 12 × 0.85 = €24.48" in capsys.readouterr().out


def test_an_item_is_priced_with_its_reasons(capsys):
    assert main(["pack", "price", "water_wa_1", "--date", "2022-06-15", "--format", "json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["unit_price"] == "205.34"
    assert [data["explanation"]["rule"], data["explanation"]["parts"][0]["rule"]] == ["line.household", "price.tariff"]
    assert main(["pack", "price", "nothing", "--date", "2022-06-15"]) == 2


def test_a_reader_that_stops_reading_is_no_error():
    command = [sys.executable, "-m", "redi_desktop", "assess", str(SINGLE), "--format", "json", "--explain"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.read(10)
        process.stdout.close()
        assert process.wait() == 0
        assert process.stderr is not None
        assert b"Traceback" not in process.stderr.read()
