"""Every step from a deficit to a proposal, and every part of a deficit, is told in each language."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import redi_desktop.engine
from redi_desktop.engine.aid import NoAid, explain_funding
from redi_desktop.engine.pressures import PressureSource
from redi_desktop.i18n import LANGUAGE_CODES, speaking
from redi_desktop.words import explain_aid, explain_pressures
from redi_desktop.words.explanations import outline, sentence
from tests.cases.test_policy_cases import CASES, assessed

ENGINE = Path(redi_desktop.engine.__file__).parent
RULE = re.compile(r'"((?:aid|pressure)\.[a-z_]+|debt\.policy_[a-z]+)"')
TOLD = [case for case in CASES.values() if "refused" not in case["expect"]]


def test_every_rule_has_a_sentence_and_every_sentence_a_rule():
    files = (path.read_text(encoding="utf-8") for path in ENGINE.glob("*.py"))
    rules = {rule for content in files for rule in RULE.findall(content)}
    assert rules == explain_aid.EXPLANATIONS.keys() | explain_pressures.EXPLANATIONS.keys()


def test_every_reason_for_no_aid_has_its_sentence():
    assert set(explain_aid.NONE_BECAUSE) == set(NoAid)


@pytest.mark.parametrize("language", LANGUAGE_CODES)
def test_every_policy_case_can_be_told(language):
    proposals = [assessed(case).proposal for case in TOLD]
    with speaking(language):
        texts = [line.text for proposal in proposals for line in outline(proposal.explanation, {})]
        texts += [sentence(node, {}) for proposal in proposals for node in explain_funding(proposal)]
        texts += [explain_pressures.source_word(source) for source in PressureSource]
    assert all(text and "{" not in text for text in texts)


def test_the_steps_read_like_an_account():
    (case,) = [case for name, case in CASES.items() if name.startswith("Rounding up never passes")]
    with speaking("en"):
        told = [line.text for line in outline(assessed(case).proposal.explanation, {})]
    assert told[0].startswith("Proposed aid: ")
    assert told[1].startswith("What is missing each month: ")
    assert told[-2].startswith("Rounded down to a multiple of ")
