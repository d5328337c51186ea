"""A post code tells the region."""

from __future__ import annotations

import pytest

from redi_desktop.casefile.post_codes import in_german_community, region_of
from redi_desktop.engine.household import Region


@pytest.mark.parametrize(
    ("municipality", "region"),
    [
        ("1000 Bruxelles", Region.BRUSSELS),
        ("1299", Region.BRUSSELS),
        ("1300 Wavre", Region.WALLONIA),
        ("1500 Halle", Region.FLANDERS),
        ("B-2000 Antwerpen", Region.FLANDERS),
        ("4700 Eupen", Region.WALLONIA),
        ("7973 Stambruges", Region.WALLONIA),
        ("9000 Gent", Region.FLANDERS),
        ("Namur", None),
        ("0475 12 34 56", None),
        ("12345", None),
    ],
)
def test_a_post_code_lies_in_a_region(municipality, region):
    assert region_of(municipality) is region


@pytest.mark.parametrize(
    ("municipality", "german"),
    [
        ("4700 Eupen", True),
        ("4780 Sankt Vith", True),
        ("4960 Malmedy", False),
        ("4840 Welkenraedt", False),
        ("Eupen", False),
    ],
)
def test_nine_municipalities_are_the_german_speaking_community(municipality, german):
    assert in_german_community(municipality) is german
