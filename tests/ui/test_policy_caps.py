"""Caps of a policy are written as the language writes numbers, and read in any of them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from redi_desktop.engine.expenses import ExpenseKind
from redi_desktop.i18n import LANGUAGE_CODES, speaking
from redi_desktop.ui.parameters.policy_caps import other_caps, other_caps_text, rent_caps, rent_caps_text

RENTS = {0: Decimal(750), 2: Decimal("1000.50")}
TIMES = {ExpenseKind.WATER: Decimal("1.5"), ExpenseKind.ELECTRICITY: Decimal(2)}


def test_numbers_stand_as_in_the_rest_of_the_form() -> None:
    with speaking("nl"):
        assert rent_caps_text(RENTS) == "0: 750,00; 2: 1.000,50"
        assert other_caps_text(TIMES) == "Water: 1,5; Elektriciteit: 2"


@pytest.mark.parametrize("written", LANGUAGE_CODES)
@pytest.mark.parametrize("read", LANGUAGE_CODES)
def test_caps_typed_in_one_language_are_read_in_another(written: str, read: str) -> None:
    with speaking(written):
        rents, times = rent_caps_text(RENTS), other_caps_text(TIMES)
    with speaking(read):
        assert (rent_caps(rents), other_caps(times)) == (RENTS, TIMES)
