"""``redi-desktop integration-income``: the same figures as text and as JSON, in each language."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

import pytest

from redi_desktop.cli import integration_income as cli_integration_income
from redi_desktop.engine.findings import BadFacts
from redi_desktop.errors import CaseError, ParameterError
from redi_desktop.i18n import LANGUAGE_CODES, set_language
from tests.casefile.test_integration_income_form import worked_example


@pytest.fixture
def facts(tmp_path: Path) -> Path:
    path = tmp_path / "facts.json"
    path.write_text(json.dumps(worked_example()), encoding="utf-8")
    return path


def run(*words: object) -> int:
    parser = argparse.ArgumentParser()
    cli_integration_income.add_command(parser.add_subparsers())
    return cli_integration_income.run(parser.parse_args(["integration-income", *map(str, words)]))


def printed(capsys: pytest.CaptureFixture[str], *words: object) -> str:
    assert run(*words) == 0
    return capsys.readouterr().out


def as_json(capsys: pytest.CaptureFixture[str], *words: object) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(printed(capsys, *words, "--format", "json"))
    return data


def test_json_gives_each_article_the_income_and_the_explanation(facts, capsys):
    data = as_json(capsys, facts)
    assert data["format"] == "redi-ri/1"
    assert data["articles"]["34"]["counted"] == "3863.57"
    assert data["integration_income"] == {"yearly": "4743.22", "monthly": "395.27"}
    assert data["explanation"]["rule"] == "ri.result"


def test_another_date_takes_other_amounts(facts, capsys):
    assert as_json(capsys, facts, "--date", "2026-09-15")["rate"]["yearly"] == "10938.74"


def test_text_shows_articles_doubts_and_why(facts, capsys):
    set_language("en")
    text = printed(capsys, facts)
    assert "Article 34 (Resources of cohabitants)" in text
    assert "€4,743.22" in text
    assert (
        text.count("got a negative opinion of the Council of State") == 2
    )  # once as a remark, once in the explanation
    assert "Integration income: €395.27 per month, a twelfth of €4,743.22 per year." in text


@pytest.mark.parametrize("language", LANGUAGE_CODES)
def test_every_language_says_it(facts, capsys, language):
    set_language(language)
    assert "395" in printed(capsys, facts, "--lang", language)


def test_what_is_wrong_is_raised_for_the_one_place_that_says_it(facts, tmp_path):
    with pytest.raises(BadFacts):
        run(facts, "--date", "2020-05-01")
    with pytest.raises(CaseError, match="date_option_bad"):
        run(facts, "--date", "15/05/2026")
    with pytest.raises(CaseError, match="file_not_found"):
        run(tmp_path / "none.json")
    with pytest.raises(ParameterError, match="pack_not_found"):
        run(facts, "--tables", tmp_path / "none")
