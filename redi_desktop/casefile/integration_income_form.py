"""The public JSON forms of an integration income: ``redi-ri-facts/1`` read strictly, ``redi-ri/1`` written.

Amounts in the result are strings with two decimals. ``expected`` in the facts is read over: worked examples carry their
results under it.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from redi_desktop.casefile import strict_json
from redi_desktop.casefile.finding_form import finding_data
from redi_desktop.engine import explanation
from redi_desktop.engine.explanation import as_data
from redi_desktop.engine.integration_income.compute import FirstMonth, IntegrationIncome
from redi_desktop.engine.integration_income.facts import IntegrationIncomeFacts
from redi_desktop.engine.integration_income.yearly import ArticleAmount
from redi_desktop.engine.legal_reasons import Doubt
from redi_desktop.engine.money import to_cent
from redi_desktop.errors import CaseError

FACTS_FORMAT, RESULT_FORMAT = "redi-ri-facts/1", "redi-ri/1"
READ_OVER = frozenset({"expected"})


def from_json(content: bytes | str) -> IntegrationIncomeFacts:
    """Read the facts; raises :class:`CaseError` naming the field that is wrong."""
    return from_data(strict_json.parse(content, too_large="facts_too_large", not_an_object="not_facts"))


def from_data(data: Mapping[str, Any]) -> IntegrationIncomeFacts:
    """Read the facts from plain dictionaries; raises :class:`CaseError`."""
    found = data.get("format")
    if found != FACTS_FORMAT:
        raise CaseError("facts_format_unknown", field="format", found=found, expected=FACTS_FORMAT)
    content = {key: value for key, value in data.items() if key != "format" and key not in READ_OVER}
    return strict_json.convert(content, IntegrationIncomeFacts)


def to_data(result: IntegrationIncome) -> dict[str, Any]:
    """The result as plain dictionaries; each article stands under its number, euro per year."""
    tables = result.tables
    return {
        "format": RESULT_FORMAT,
        "explanation_format": explanation.FORMAT,
        "reference_date": result.day.isoformat(),
        "legal_tables": {
            "id": tables.id,
            "version": tables.version,
            "title": dict(tables.title),
            "fingerprint": tables.fingerprint,
        },
        "category": result.category.value,
        "rate": {
            "yearly": _euros(result.rate.value),
            "monthly": _euros(result.monthly_rate),
            "valid_from": result.rate.valid_from.isoformat(),
            "status": result.rate.status.value,
            "source": result.rate.source,
        },
        "articles": {amount.article.value: _article(amount) for amount in result.articles},
        "resources": _euros(result.resources),
        "general_exemption": _euros(result.general_exemption),
        "integration_income": {"yearly": _euros(result.yearly), "monthly": _euros(result.monthly)},
        "first_month": _first_month(result.first_month),
        "doubts": [_doubt(doubt) for doubt in result.doubts],
        "findings": [finding_data(finding) for finding in result.findings],
        "explanation": as_data(result.explanation),
    }


def _euros(amount: Decimal) -> str:
    return str(to_cent(amount))


def _article(amount: ArticleAmount) -> dict[str, Any]:
    return {
        "counted": _euros(amount.counted),
        "exempted": _euros(amount.exempted),
        "explanation": as_data(amount.explanation),
    }


def _first_month(first: FirstMonth | None) -> dict[str, Any] | None:
    if first is None:
        return None
    return {
        "starts_on": first.starts_on.isoformat(),
        "days": first.days,
        "days_of_month": first.days_of_month,
        "amount": _euros(first.amount),
    }


def _doubt(doubt: Doubt) -> dict[str, Any]:
    return {"code": doubt.code, "value_id": doubt.value_id or None, "note": doubt.note or None}
