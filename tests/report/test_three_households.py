"""Three households, in French and in Dutch: what the person takes home is the assessment to the cent, and adds up."""

from __future__ import annotations

import pytest

from redi_desktop import i18n
from redi_desktop.casefile.model import CaseFile
from redi_desktop.demo import demo_cases
from redi_desktop.engine.money import ZERO
from redi_desktop.engine.needs import Group, Need
from redi_desktop.engine.scenario import play
from redi_desktop.formatting import money
from redi_desktop.report.make import to_bytes
from redi_desktop.words.plain_needs import plain_need
from redi_desktop.words.vocabulary import label
from tests.report import reported_cases as cases
from tests.report.extraction import whole_text
from tests.report.printed_tables import amount, column, rows

MOTHER, SINGLE, COUPLE = range(3)
PRINTED = [(MOTHER, "fr"), (SINGLE, "nl"), (COUPLE, "fr"), (COUPLE, "nl")]


def printed(case: CaseFile, kind: str, language: str) -> bytes:
    return to_bytes(cases.document(case, kind, language), "pdf")


@pytest.mark.parametrize(("place", "language"), PRINTED)
def test_the_persons_copy(place, language):
    case = demo_cases()[place]
    assessment = cases.assessed(case)
    content = printed(case, "person-copy", language)
    with i18n.speaking(language):
        needs = rows(content, "What you need")
        shown = {row[0]: amount(row[1]) for row in needs[1:]}
        for need in Need:
            wanted = assessment.retained.by_need[need]
            assert sum(shown[name] for name in shown if name.endswith(plain_need(need))) == wanted
        entries, total = column(needs, 1)
        assert sum(entries, ZERO) == total == assessment.retained.total
        entries, total = column(rows(content, "What comes in"), 1)
        assert sum(entries, ZERO) == total == assessment.income_total
        said = money(abs(assessment.balance)).replace("\N{NO-BREAK SPACE}", " ")
    assert said in whole_text(content)


@pytest.mark.parametrize(("place", "language"), PRINTED)
def test_the_monthly_budget(place, language):
    case = demo_cases()[place]
    assessment = cases.assessed(case)
    content = printed(case, "monthly-budget", language)
    with i18n.speaking(language):
        for group in Group:
            entries, total = column(rows(content, label(group)), 2)
            assert sum(entries, ZERO) == total == assessment.retained.by_group[group]
        last = rows(content, "At the end of the month")
        income, needed, balance = (amount(row[1]) for row in last[1:])
        assert (income, needed, balance) == (
            assessment.income_total, assessment.retained.total, assessment.balance,
        )  # fmt: skip


@pytest.mark.parametrize(("place", "language"), PRINTED)
def test_the_scenarios_side_by_side(place, language):
    case = demo_cases()[place]
    base = cases.assessed(case)
    parameters = base.parameters
    played = [play(base.facts, one, parameters, parameters.legal, base.reference_date) for one in case.scenarios]
    results = [base, *(one.assessment for one in played if one.assessment)]
    content = printed(case, "scenarios", language)
    with i18n.speaking(language):
        table = rows(content, "Scenarios side by side, in euro per month")
        names = [row[0] for row in table]
        needed = names.index(i18n.gettext("What is needed"))
        for number, result in enumerate(results, 1):
            assert sum((amount(row[number]) for row in table[1:needed]), ZERO) == result.retained.total
            assert amount(table[needed][number]) == result.retained.total
            assert amount(table[needed + 1][number]) == result.income_total
            assert amount(table[needed + 2][number]) == result.balance
