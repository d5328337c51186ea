"""Benefits in kind (art. 33): the housing costs of the principal residence that a third party pays."""

from __future__ import annotations

from collections.abc import Sequence

from redi_desktop.engine.explanation import Explanation
from redi_desktop.engine.integration_income.facts import HousingPaid
from redi_desktop.engine.integration_income.kinds import Article
from redi_desktop.engine.integration_income.yearly import ArticleAmount, article_amount, nothing, per_year
from redi_desktop.engine.money import ZERO, to_cent


def count_in_kind(housing: Sequence[HousingPaid]) -> ArticleAmount:
    """Article 33: what somebody who does not live here pays counts; what a cohabitant pays does not."""
    if not housing:
        return nothing(Article.IN_KIND)
    counted, lines = ZERO, []
    for paid in housing:
        yearly = to_cent(per_year(paid.amount or ZERO, paid.period))
        values: dict[str, object] = {"id": paid.id, "typed": paid.amount, "period": paid.period.value}
        if paid.payer_cohabits:
            lines.append(Explanation("ri.in_kind.by_cohabitant", ZERO, values))
        else:
            counted += yearly
            lines.append(Explanation("ri.in_kind", yearly, values))
    return article_amount(Article.IN_KIND, counted, ZERO, lines)
