"""``redi-desktop integration-income FACTS.json``: the integration income article by article, and why."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

from redi_desktop import i18n
from redi_desktop.casefile import integration_income_form
from redi_desktop.cli import file_input
from redi_desktop.engine.integration_income.compute import IntegrationIncome, compute
from redi_desktop.formatting import date_short, money
from redi_desktop.i18n import gettext as _
from redi_desktop.packs.embedded import load_embedded_legal
from redi_desktop.packs.legal import load_legal
from redi_desktop.packs.places import pack_place
from redi_desktop.words import explanations, findings
from redi_desktop.words.explain_integration_income import article_name
from redi_desktop.words.explain_legal import doubt_words
from redi_desktop.words.integration_income_kinds import kind_word
from redi_desktop.words.pack_texts import in_language

COMMAND = "integration-income"
_WIDTH, _NUMBER = 58, 16


def add_command(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add ``integration-income`` to the program's commands."""
    parser = verbs.add_parser(COMMAND, help="compute an integration income (RI/leefloon) from its facts")
    parser.add_argument("facts", type=Path, metavar="FACTS.json")
    parser.add_argument(
        "--date", metavar="YYYY-MM-DD", help="day whose law and amounts hold, instead of the facts' own"
    )
    parser.add_argument("--tables", type=Path, metavar="DIR|FILE", help="legal tables, instead of the embedded ones")
    parser.add_argument("--lang", choices=i18n.LANGUAGE_CODES, help="language of the words")
    parser.add_argument("--format", choices=("json", "text"), default="text")


def run(arguments: argparse.Namespace) -> int:
    """Carry out the command; raises the errors that become words and an exit status."""
    tables = load_legal(pack_place(arguments.tables)) if arguments.tables else load_embedded_legal()
    facts = integration_income_form.from_json(file_input.content(arguments.facts, "facts_too_large"))
    result = compute(facts, tables, file_input.day(arguments.date))
    if arguments.format == "json":
        print(json.dumps(integration_income_form.to_data(result), ensure_ascii=False, indent=1))
    else:
        print("\n".join(text(result)))
    return 0


def text(result: IntegrationIncome) -> Iterator[str]:
    """The result as lines for a terminal, in the current language."""
    yield from _head(result)
    yield from _articles(result)
    yield from _outcome(result)
    yield from _remarks(result)
    yield ""
    yield from ("  " * line.depth + line.text for line in explanations.outline(result.explanation, {}))


def _row(name: str, *figures: str) -> str:
    return f"{name:<{_WIDTH}}" + "".join(f"{figure:>{_NUMBER}}" for figure in figures)


def _head(result: IntegrationIncome) -> Iterator[str]:
    tables = result.tables
    yield _("Integration income at {date}").format(date=date_short(result.day))
    yield _("{pack}, version {version}, fingerprint {fingerprint}").format(
        pack=in_language(tables.title),
        version=tables.version,
        fingerprint=tables.fingerprint[:12],
    )
    yield _("Category: {category}.").format(category=kind_word(result.category))
    yield ""


def _articles(result: IntegrationIncome) -> Iterator[str]:
    yield _row(_("Euro per year"), _("Counted"), _("Left out"))
    for amount in result.articles:
        yield _row(article_name(amount.article), money(amount.counted), money(amount.exempted))
    yield ""


def _outcome(result: IntegrationIncome) -> Iterator[str]:
    yield _row(_("Rate of the category"), money(result.rate.value))
    yield _row(_("Sum of the resources"), money(result.resources))
    yield _row(_("General exemption"), money(result.general_exemption))
    yield _row(_("Integration income per year"), money(result.yearly))
    yield _row(_("Integration income per month"), money(result.monthly))
    if result.first_month is not None:
        yield _row(_("First month"), money(result.first_month.amount))


def _remarks(result: IntegrationIncome) -> Iterator[str]:
    for sentence in dict.fromkeys(map(doubt_words, result.doubts)):
        yield f"- {sentence}"
    for finding in result.findings:
        yield f"- {findings.sentence(finding)} [{finding.field}]"
