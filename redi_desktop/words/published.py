"""The comparison with published family totals, as a document in Markdown: the table, the sums, what was assumed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from redi_desktop.engine.basket_pack import BasketPack
from redi_desktop.engine.facts import Facts
from redi_desktop.engine.household import Person, Role, age_at
from redi_desktop.engine.published_totals import ComparedTotal, PublishedComparison
from redi_desktop.formatting import join_list, month_long, percent, signed_money
from redi_desktop.formatting import money as euros
from redi_desktop.i18n import gettext as _
from redi_desktop.i18n import ngettext
from redi_desktop.words import counts
from redi_desktop.words.pack_texts import in_language, pack_text
from redi_desktop.words.vocabulary import label, within_sentence

TEN_PER_CENT = Decimal("0.10")


def document(comparison: PublishedComparison, pack: BasketPack) -> Iterator[str]:
    """The lines of the document, in the current language."""
    yield "# " + _("Comparison with published family totals")
    yield ""
    yield _("{pack}, version {version}, fingerprint {fingerprint}").format(
        pack=in_language(pack.title), version=pack.version, fingerprint=pack.fingerprint[:12]
    )
    yield ""
    yield from _sums(comparison)
    yield ""
    yield from _table(comparison)
    yield ""
    yield "## " + _("What was assumed")
    yield ""
    yield from (f"- **{row.total.id}** {'* ' if row.assumed.central else ''}{_assumed(row)}" for row in comparison.rows)
    yield ""
    yield "## " + _("Sources")
    yield ""
    yield from _sources(comparison)


def _sums(comparison: PublishedComparison) -> Iterator[str]:
    counted = len(comparison.counted)
    yield _("Mean absolute error: {share}.").format(share=percent(comparison.mean_absolute_error, 1))
    within = comparison.within(TEN_PER_CENT)
    yield ngettext(
        "{within} of {counted} total is within {share}.", "{within} of {counted} totals are within {share}.", counted
    ).format(within=within, counted=counted, share=percent(TEN_PER_CENT, 0))
    if comparison.largest is not None:
        largest = comparison.largest
        yield _("Largest difference: {share} ({total}).").format(share=_share(largest.share), total=largest.total.id)
    yield _("Counted are the households marked *; no item was ever changed to come closer to a published total.")


def _table(comparison: PublishedComparison) -> Iterator[str]:
    head = (_("Total"), "*", _("Household"), _("Month"), _("Published"), _("Computed"), _("Difference"), "%")
    yield f"| {' | '.join(head)} |"
    yield "|---|---|---|---|--:|--:|--:|--:|"
    for row in comparison.rows:
        cells = (
            *(row.total.id, "*" if row.assumed.central else "", _household(row), _month(row.assumed.facts)),
            *(euros(row.total.amount), euros(row.computed), signed_money(row.difference), _share(row.share)),
        )
        yield f"| {' | '.join(cells)} |"


def _share(share: Decimal) -> str:
    sign = "+" if share > 0 else "−" if share < 0 else ""
    return sign + percent(abs(share), 1)


def _household(row: ComparedTotal) -> str:
    facts = row.assumed.facts
    region, tenure = facts.household.region, facts.dwelling.tenure
    persons = " + ".join(_person(person, facts.reference_date) for person in facts.household.persons)
    places = [label(word) for word in (region, tenure) if word is not None]
    return "; ".join((persons, *places))


def _person(person: Person, day: date | None) -> str:
    age = age_at(person.birth_date, day) if person.birth_date and day else 0
    if person.role is Role.CHILD:
        return _("child of {age}").format(age=age)
    words = [within_sentence(label(word)) for word in (person.sex, person.activity) if word is not None]
    return _("{person} ({age})").format(person=", ".join(words), age=age)


def _month(facts: Facts) -> str:
    return month_long(facts.reference_date) if facts.reference_date else ""


def _assumed(row: ComparedTotal) -> str:
    facts = row.assumed.facts
    bim = any(person.bim for person in facts.household.persons)
    said = [
        _("increased reimbursement") if bim else _("no increased reimbursement"),
        _("social tariff for energy") if facts.dwelling.social_energy_tariff else _("no social tariff for energy"),
        _("integration income") if facts.incomes else _("no integration income"),
        _("gas heating"),
        _("a running lease"),
    ]
    if facts.dwelling.bedrooms is not None:
        said.append(counts.bedrooms(facts.dwelling.bedrooms))
    why = in_language(row.assumed.why)
    return f"{_household(row)}: {join_list(said)} ({why})"


def _sources(comparison: PublishedComparison) -> Iterator[str]:
    seen: set[str] = set()
    for total in (row.total for row in comparison.rows):
        if total.id not in seen:
            seen.add(total.id)
            told = (total.household, total.region, total.tenure, total.assumptions)
            words, status = "; ".join(pack_text(text) for text in told if text), pack_text(total.status)
            source = pack_text(total.source)
            yield f"- **{total.id}** {total.period}: {euros(total.amount)} — {words} ({status}) <{source}>"
