"""A table copied from a spreadsheet is read as people write one."""

from __future__ import annotations

from decimal import Decimal

import pytest

from redi_desktop import i18n
from redi_desktop.casefile.pasted import PastedRow
from redi_desktop.engine.expenses import ExpenseKind
from redi_desktop.engine.income import IncomeKind
from redi_desktop.engine.money import Period
from redi_desktop.words.pasting import read_table

EXPENSES, INCOMES = tuple(ExpenseKind), tuple(IncomeKind)


@pytest.fixture(autouse=True)
def french():
    i18n.set_language("fr")


def test_name_amount_and_period_stand_in_cells_in_any_order():
    pasted = read_table("Loyer\t650,00\tpar mois\nÉlectricité\tan\t1.140,00 €\n120\tEau\ttrimestre\n", EXPENSES)
    assert [(row.kind, row.amount, row.period) for row in pasted.rows] == [
        (ExpenseKind.RENT, Decimal(650), Period.MONTH),
        (ExpenseKind.ELECTRICITY, Decimal(1140), Period.YEAR),
        (ExpenseKind.WATER, Decimal(120), Period.QUARTER),
    ]
    assert pasted.misread == ()


def test_capitals_and_accents_do_not_matter_and_a_beginning_is_enough():
    pasted = read_table("ELECTRICITE;95\nassurance incendie;12,50", EXPENSES)
    assert [row.kind for row in pasted.rows] == [ExpenseKind.ELECTRICITY, ExpenseKind.FIRE_INSURANCE]


def test_an_unknown_name_keeps_its_words_and_its_kind_is_asked():
    pasted = read_table("Netflix\t13,99", EXPENSES)
    assert pasted.rows == (PastedRow(None, Decimal("13.99"), Period.MONTH, "Netflix"),)


def test_what_holds_no_amount_is_told_and_not_dropped_in_silence():
    pasted = read_table("Dépense\tMontant\nLoyer\t650\n\n  \nTotal à voir", EXPENSES)
    assert len(pasted.rows) == 1
    assert pasted.misread == ("Dépense Montant", "Total à voir")


def test_incomes_are_known_by_their_own_names():
    i18n.set_language("nl")
    pasted = read_table("Leefloon\t1.340,47\nLoon\t900", INCOMES)
    assert [row.kind for row in pasted.rows] == [IncomeKind.INTEGRATION_INCOME, IncomeKind.WAGE]


def test_nothing_gives_nothing():
    assert read_table("", EXPENSES) == ((), ())
