"""The integration income is told with the names of the persons, not with their identifiers."""

from __future__ import annotations

from decimal import Decimal

import pytest

from redi_desktop.engine.explanation import Explanation
from redi_desktop.i18n import speaking
from redi_desktop.words.explanations import sentence


@pytest.mark.parametrize(("rule", "share"), [("ri.category.child", "1"), ("ri.category.alternating", "0.5")])
def test_the_child_that_makes_a_family_is_called_by_its_name(rule, share):
    node = Explanation(rule, None, {"child": "p2", "share": Decimal(share)})
    with speaking("fr"):
        told = sentence(node, {"p2": "Elif"})
    assert "Elif" in told
    assert "p2" not in told
