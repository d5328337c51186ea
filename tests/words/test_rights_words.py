"""Rights are told in whole sentences, in the reader's language, with every value in its place."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from redi_desktop import i18n
from redi_desktop.engine.facts import Facts
from redi_desktop.engine.household import Activity
from redi_desktop.engine.income import IncomeKind
from redi_desktop.engine.money import Period
from redi_desktop.engine.right_states import RightStatus
from redi_desktop.engine.rights.pack import AmountIs
from redi_desktop.engine.rights.questions import Asked
from redi_desktop.engine.rights.reasons import explain_right
from redi_desktop.engine.rights.result import Question, open_questions
from redi_desktop.engine.rights.situation import WorkedOut
from redi_desktop.words.explain_rights import EXPLANATIONS
from redi_desktop.words.explanations import sentence
from redi_desktop.words.pack_texts import with_pack_language
from redi_desktop.words.rights import (
    amount_told,
    amount_words,
    answers_words,
    further_words,
    question_words,
    same_money_words,
    texts_of,
    with_answers,
)
from redi_desktop.words.values import written_date
from tests.engine.households import adult, facts_of, received
from tests.engine.rights.examined import catalogue, examined, lone_mother, worker

PERSONS = {"p1": "Anna", "p2": "Bram", "p3": "Cleo"}
HOUSEHOLDS: tuple[tuple[Facts, dict[str, str], dict[str, str]], ...] = (
    (lone_mother(), {}, {}),
    (lone_mother(), {"orphan@p2": "yes", "income_kind.integration_income": "4"}, {"bim_income_test": "granted"}),
    (worker("1700"), {"unemployment_end_date": "2026-08-31"}, {"work_bonus": "refused"}),
)


@pytest.mark.parametrize("language", ["fr", "nl", "de", "en"])
@pytest.mark.parametrize("household", range(len(HOUSEHOLDS)))
def test_every_part_of_every_right_is_a_sentence(language, household):
    facts, answers, states = HOUSEHOLDS[household]
    noted = {right: RightStatus(status) for right, status in states.items()}
    with i18n.speaking(language):
        for result in examined(facts, answers, noted).values():
            for node in explain_right(result).walk():
                written = EXPLANATIONS[node.rule](node, PERSONS)
                assert written.strip()
                assert not {"{", "}", "None"} & {*written}, written
            assert texts_of(result.right).name


def test_questions_name_the_persons_they_are_about():
    facts = catalogue().pack.facts
    with i18n.speaking("nl"):
        told = question_words(Question(Asked("orphan", ("p2", "p3")), 1), facts, PERSONS)
        assert told.startswith("Heeft het kind één of beide ouders verloren?")
        assert "Bram" in told
        assert "Cleo" in told
        months = question_words(Question(Asked("income_kind", (), "integration_income"), 1), facts, PERSONS)
        assert "leefloon" in months


def test_every_question_of_a_household_can_be_put_in_both_languages():
    results = examined(worker("1700")).values()
    for language in ("fr", "nl"):
        with i18n.speaking(language):
            told = [question_words(question, catalogue().pack.facts, PERSONS) for question in open_questions(results)]
        assert len(set(told)) == len(told)


def test_who_reads_neither_language_of_the_packs_is_told_that_their_words_are_french():
    for language in ("fr", "nl"):
        with i18n.speaking(language):
            assert with_pack_language("A.") == "A."
    with i18n.speaking("en"):
        assert with_pack_language("A.") == "A. Items and rights are named in French here."


def test_an_old_amount_bears_its_date():
    found = examined(lone_mother())
    with i18n.speaking("en"):
        assert amount_words(found["maintenance_advances"]).endswith("(figure of 01/07/2020)")
        assert amount_words(found["bim_income_test"]) == ""


def test_a_right_says_how_many_answers_it_needs_and_for_whose_money_it_stands():
    means = WorkedOut(category_amount=Decimal("1340.47"), counted_resources=Decimal("209.26"))
    found = examined(student(), worked_out=means)
    leader, settlement = found["student_integration_income"], found["collective_debt_settlement"]
    with i18n.speaking("en"):
        assert same_money_words(leader).startswith("the same money as: ")
        assert texts_of(found["integration_income"].right).name in same_money_words(leader)
        assert same_money_words(settlement) == answers_words(leader) == further_words(leader) == ""
        assert answers_words(settlement) == "3 answers are needed to decide"
        assert with_answers(settlement).endswith("(3 answers in all)")
        assert further_words(settlement) == "Then 1 more question"
        assert with_answers(leader) == texts_of(leader.right).name
        assert "3 answers are needed" in sentence(explain_right(settlement), PERSONS)


def student() -> Facts:
    """Somebody of 22 who studies and has next to nothing, of whom no more is told."""
    someone = adult(activity=Activity.STUDENT, birth_date=date(2004, 2, 2))
    return facts_of(someone, incomes=(received(IncomeKind.CHILD_BENEFIT, "209.26", person="p1"),))


@pytest.mark.parametrize("how", AmountIs)
def test_an_amount_says_how_it_is_to_be_read(how):
    with i18n.speaking("en"):
        told = amount_told(Decimal("175.00"), how, Period.MONTH)
    assert "175" in told
    assert told.split(" ")[0] in {AmountIs.EXACT: {"€175.00", "€\xa0175.00"}}.get(how, {"about", "at"})


def test_a_date_is_as_exact_as_it_was_written():
    with i18n.speaking("fr"):
        assert written_date("2023") == "2023"
        assert written_date("2022-10") == "octobre 2022"
        assert written_date("2025-02-01") == "01/02/2025"
