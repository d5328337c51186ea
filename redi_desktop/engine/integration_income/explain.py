"""The tree behind an integration income, from the amount per month down to each article and legal value."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from redi_desktop.engine.explanation import Explanation
from redi_desktop.engine.integration_income.yearly import ArticleAmount, said
from redi_desktop.engine.legal_reasons import explain_value
from redi_desktop.engine.legal_tables import DatedValue


class Steps(NamedTuple):
    """The steps of the calculation, euro per year but for ``monthly``."""

    category: Explanation
    rate: DatedValue
    articles: tuple[ArticleAmount, ...]
    resources: Decimal
    exemption: DatedValue
    spared: Decimal
    yearly: Decimal
    monthly: Decimal


def result(steps: Steps, first_month: Iterable[Explanation]) -> Explanation:
    """Why the integration income is what it is."""
    values: dict[str, object] = {"yearly": steps.yearly}
    parts = (steps.category, _yearly(steps), *first_month)
    return Explanation("ri.result", steps.monthly, values, parts)


def _yearly(steps: Steps) -> Explanation:
    rate = Explanation("ri.rate", steps.rate.value, {}, (explain_value(steps.rate),))
    resources = Explanation("ri.resources", steps.resources, {}, said(steps.articles))
    values: dict[str, object] = {
        "rate": steps.rate.value,
        "resources": steps.resources,
        "general_exemption": steps.spared,
    }
    rule = "ri.yearly" if steps.yearly else "ri.yearly_none"
    return Explanation(rule, steps.yearly, values, (rate, resources, _general_exemption(steps)))


def _general_exemption(steps: Steps) -> Explanation:
    """Only where all resources together stay below the rate (art. 22 §2)."""
    values: dict[str, object] = {"most": steps.exemption.value, "resources": steps.resources}
    below = steps.resources < steps.rate.value
    rule = "ri.general_exemption" if below else "ri.general_exemption_refused"
    return Explanation(rule, steps.spared, values, (explain_value(steps.exemption),))
