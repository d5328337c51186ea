"""What the program writes is what its schemas and its pages say."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from redi_desktop.casefile import json_form
from redi_desktop.demo import demo_cases
from tools.result_samples import assessment_samples, explanations, integration_income_samples

SCHEMAS = Path(__file__).resolve().parents[2] / "docs" / "schemas"


def contents(form: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((SCHEMAS / f"{form}.schema.json").read_text(encoding="utf-8"))
    return found


def validator(form: str) -> Draft202012Validator:
    known = [(path.name, Resource.from_contents(json.loads(path.read_text("utf-8")))) for path in SCHEMAS.iterdir()]
    return Draft202012Validator(contents(form), registry=Registry().with_resources(known))


def problems(form: str, samples: list[dict[str, Any]]) -> list[str]:
    """What does not fit, each place once."""
    check = validator(form)
    found = {f"{error.json_path}: {error.message[:200]}" for sample in samples for error in check.iter_errors(sample)}
    return sorted(found)


@pytest.fixture(scope="module")
def assessed() -> list[dict[str, Any]]:
    return assessment_samples()


@pytest.mark.parametrize("schema", sorted(SCHEMAS.iterdir()), ids=lambda path: path.stem)
def test_every_schema_is_one(schema):
    Draft202012Validator.check_schema(json.loads(schema.read_text(encoding="utf-8")))


def test_results_are_what_their_schema_says(assessed):
    assert problems("redi-assessment-1", assessed) == []


def test_integration_incomes_are_what_their_schema_says():
    assert problems("redi-ri-1", integration_income_samples()) == []


def test_cases_are_what_their_schema_says():
    assert problems("redi-case-1", [json_form.to_data(case) for case in demo_cases()]) == []


def test_a_stranger_in_a_result_is_noticed(assessed):
    spoilt = {**assessed[-1], "score": 7, "balance": -214.3}
    found = problems("redi-assessment-1", [spoilt])
    assert any("score" in line for line in found)
    assert any(line.startswith("$.balance") for line in found)


def test_every_rule_that_appears_is_described(assessed):
    described = set(contents("redi-explanation-1")["properties"]["rule"]["enum"])
    assert {node["rule"] for node in explanations(assessed)} <= described
