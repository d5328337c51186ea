"""Every step of an integration income is a sentence in each language, down to the doubts."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

import redi_desktop.engine
from redi_desktop.engine.explanation import as_data
from redi_desktop.engine.integration_income.compute import compute
from redi_desktop.engine.integration_income.kinds import Category
from redi_desktop.engine.legal_reasons import Doubt
from redi_desktop.i18n import LANGUAGE_CODES, speaking
from redi_desktop.words import attachment, explain_legal, explanations, integration_income
from redi_desktop.words.integration_income_kinds import WORDS
from tests.cases.test_ri_cases import CASES, facts_of
from tests.engine.integration_income.incomes import income_of, tables, with_mother

ENGINE = Path(redi_desktop.engine.__file__).parent
RULE = re.compile(r'"((?:ri|legal|attachment)\.[a-z_.]+)"')
NOT_RULES = {"attachment.per_child", *(f"attachment.slice_{name}" for name in ("3_work", "3_replacement"))}
RESULTS = {name: case for name, case in CASES.items() if "refused" not in case["expect"]}


def rules_in(*files: Path) -> set[str]:
    found = {rule for file in files for rule in RULE.findall(file.read_text(encoding="utf-8"))}
    return {rule for rule in found if not rule.startswith(("attachment.slice_", "attachment.threshold"))} - NOT_RULES


def test_every_rule_of_the_engine_has_a_sentence_and_every_sentence_a_rule():
    own = rules_in(*(ENGINE / "integration_income").glob("*.py"), ENGINE / "legal_reasons.py")
    assert own == set(integration_income.EXPLANATIONS)
    assert rules_in(ENGINE / "attachment.py", ENGINE / "case_attachment.py") == set(attachment.EXPLANATIONS)


@pytest.mark.parametrize("language", LANGUAGE_CODES)
def test_every_case_can_be_told(language):
    with speaking(language):
        for name, case in RESULTS.items():
            for line in explanations.outline(compute(facts_of(case), tables()).explanation, {}):
                assert line.text, name
                assert "{" not in line.text, name


def test_every_rule_is_used_by_a_case():
    used = {node.rule for case in RESULTS.values() for node in compute(facts_of(case), tables()).explanation.walk()}
    assert set(integration_income.EXPLANATIONS) - used == {
        "ri.property.own_dwelling",  # only where the tables leave the own dwelling out
    }


def test_every_doubt_of_the_tables_and_of_the_engine_has_a_sentence():
    in_tables = {code for dated in tables().values.values() for value in dated for code in value.doubts}
    files = [*(ENGINE / "integration_income").glob("*.py"), ENGINE / "attachment.py"]
    in_engine = {code for file in files for code in re.findall(r'explain_doubt\("([a-z_]+)"', file.read_text("utf-8"))}
    assert set(explain_legal.DOUBTS) == in_tables | in_engine


def test_a_doubt_that_the_program_does_not_know_is_told_by_its_note():
    with speaking("en"):
        assert explain_legal.doubt_words(Doubt("new", "some.value", "not yet in force")).endswith("not yet in force")


def test_the_tree_goes_through_json_unchanged():
    tree = as_data(with_mother("1400").explanation)
    assert json.loads(json.dumps(tree)) == tree


def test_the_words_of_the_law_are_those_of_the_administration():
    with speaking("en"):
        words = [(line.depth, line.text) for line in explanations.outline(income_of().explanation, {})]
    assert words[0] == (0, "Integration income: €1,314.20 per month, a twelfth of €15,770.41 per year.")
    assert words[1] == (1, "Category: single person (category 2).")


def test_every_kind_has_a_word():
    assert all(member in WORDS for member in Category)
