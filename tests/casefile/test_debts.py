"""What is owed: changed row by row, and weighed in whole beside what the budget accepts."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from redi_desktop.casefile import debts
from redi_desktop.casefile.debts import Pressure
from redi_desktop.casefile.model import CaseFile
from redi_desktop.engine.assess import assess
from redi_desktop.engine.expenses import Debt
from tests.engine.households import embedded
from tests.ui.sample_cases import lone_mother


def weighed(*rows: Debt) -> Pressure | None:
    return debts.pressure(assess(replace(lone_mother(), debts=rows).facts, embedded()))


def test_debts_are_added_changed_and_dropped():
    case = debts.add_debt(debts.add_debt(CaseFile(id="c")), "Energy")
    assert [(debt.id, debt.kind) for debt in case.debts] == [("d1", ""), ("d2", "Energy")]
    case = debts.change_debt(case, "d2", monthly=Decimal(40))
    assert case.debts[1] == Debt(id="d2", kind="Energy", monthly=Decimal(40))
    assert debts.drop_debt(case, "d1").debts == (case.debts[1],)
    assert debts.change_debt(case, "d9", monthly=Decimal(1)) == case


def test_the_accepted_share_is_typed_in_per_cent_and_stays_while_nothing_is_typed():
    case = debts.accept_percent(debts.add_debt(CaseFile(id="c")), "d1", 40)
    assert case.debts[0].accepted_share == Decimal("0.4")
    assert debts.accept_percent(case, "d1", None) == case


def test_without_debts_nothing_weighs():
    assert weighed() is None


def test_what_is_not_accepted_weighs_beside_the_budget():
    half = Debt(id="d1", monthly=Decimal(100), accepted_share=Decimal("0.5"), reason="short of proof")
    whole = Debt(id="d2", monthly=Decimal(30))
    found = weighed(half, whole)
    assert found is not None
    assert (found.paid, found.accepted, found.beside_the_budget) == (Decimal(130), Decimal(80), Decimal(50))
    balance = assess(replace(lone_mother(), debts=(half, whole)).facts, embedded()).balance
    assert found.left_when_paid == balance - 50
