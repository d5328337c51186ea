"""What one person has, article by article: the applicant's own means, and a cohabitant's counted in the same way."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from redi_desktop.engine.integration_income.articles_22_24 import count_resources, count_work, professional_income
from redi_desktop.engine.integration_income.capital import count_capital
from redi_desktop.engine.integration_income.facts import Means
from redi_desktop.engine.integration_income.in_kind import count_in_kind
from redi_desktop.engine.integration_income.kinds import Category
from redi_desktop.engine.integration_income.parameters import Law
from redi_desktop.engine.integration_income.property import count_property
from redi_desktop.engine.integration_income.transfers import count_transfers
from redi_desktop.engine.integration_income.work_exemption import exempt_work
from redi_desktop.engine.integration_income.yearly import ArticleAmount


class Owner(NamedTuple):
    """Whose means they are, as far as the articles ask.

    ``children``: for how many this person receives family benefits. ``starts_on``: the first day of the right.
    """

    birth_date: date | None
    children: int
    category: Category
    starts_on: date


def count_means(means: Means, owner: Owner, law: Law) -> tuple[ArticleAmount, ...]:
    """Articles 16, 22 to 33 and 35 on one person's means."""
    work = professional_income(means.work)
    exempted = exempt_work(means.work_exemption, work.covered, owner.birth_date, law)
    employed, independent, exemption = count_work(work, exempted.amount, exempted.because)
    return (
        *count_resources(means.resources, law),
        employed,
        independent,
        *count_property(means.properties, owner.children, law),
        count_capital(means.accounts, owner.category, law),
        count_transfers(means.transfers, owner.category, owner.starts_on, law),
        count_in_kind(means.housing_paid),
        exemption,
    )
