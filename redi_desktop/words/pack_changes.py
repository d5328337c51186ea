"""What a new version changes, and what that does to a case, as lines for a terminal, a list or a document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation

from redi_desktop.engine.effects import Effect, Figures
from redi_desktop.formatting import money, month_long, number, signed_money
from redi_desktop.i18n import N_, ngettext
from redi_desktop.i18n import gettext as _
from redi_desktop.packs.comparison import Change, Comparison, Difference, RowSource
from redi_desktop.packs.forms import Subject
from redi_desktop.words import findings
from redi_desktop.words.pack_columns import column_name
from redi_desktop.words.pack_notes import note_words
from redi_desktop.words.pack_texts import in_language
from redi_desktop.words.policy_rules import rule_name
from redi_desktop.words.sources import source_date, source_name
from redi_desktop.words.vocabulary import label

_CHANGES: dict[Change, str] = {
    Change.ADDED: N_("new"),
    Change.REMOVED: N_("gone"),
    Change.CHANGED: N_("changed"),
}
_SUBJECTS: dict[Subject, str] = {
    Subject.PACK: N_("Pack"),
    Subject.ITEM: N_("Item"),
    Subject.TARIFF: N_("Tariff"),
    Subject.INDEX_MONTH: N_("Price index"),
    Subject.SIZE_FACTOR: N_("Factor of the household's size"),
    Subject.LEGAL_AMOUNT: N_("Legal amount"),
    Subject.RIGHT: N_("Right"),
    Subject.RIGHT_TEXT: N_("Words of a right"),
    Subject.FACT: N_("Question"),
    Subject.CHOICE: N_("Answer"),
    Subject.SOURCE: N_("Source"),
    Subject.POLICY_RULE: N_("Rule"),
}

_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")
_TRUTHS = {"true": N_("yes"), "false": N_("no")}


def change_word(change: Change) -> str:
    """What happened to a value, in a word."""
    return _(_CHANGES[change])


def subject_word(subject: Subject) -> str:
    """What a difference is about, in a word."""
    return _(_SUBJECTS[subject])


def outline(comparison: Comparison) -> Iterator[str]:
    """Every difference under its need, and how many there are."""
    old, new = comparison.old, comparison.new
    yield _("{old}, version {old_version} > {new}, version {new_version}").format(
        old=_title(old.title), old_version=old.version, new=_title(new.title), new_version=new.version
    )
    yield summary(comparison)
    for need, differences in comparison.by_need.items():
        yield ""
        yield label(need) if need else _("In general")
        yield from (f"  {difference_line(one)}" for one in differences)


def summary(comparison: Comparison) -> str:
    """How many values are new, gone or changed."""
    if not comparison.differences:
        return _("Nothing differs but the version.")
    added, gone, changed = (comparison.count(change) for change in (Change.ADDED, Change.REMOVED, Change.CHANGED))
    counted = (
        (added, ngettext("{count} new value", "{count} new values", added)),
        (gone, ngettext("{count} value gone", "{count} values gone", gone)),
        (changed, ngettext("{count} changed value", "{count} changed values", changed)),
    )
    return ", ".join(words.format(count=count) for count, words in counted if count) + "."


def difference_line(one: Difference) -> str:
    """One difference: what, old and new, and the sources where they are not the same."""
    words = f"{difference_name(one)}: {field_name(one)} {value_words(one.old)} → {value_words(one.new)}"
    if one.change is not Change.CHANGED:
        value = value_words(one.new if one.change is Change.ADDED else one.old)
        words = f"{difference_name(one)}: {change_word(one.change)}, {field_name(one)} {value}"
    return words + _sources(one)


def difference_name(one: Difference) -> str:
    """Of what the value is: an item by its name, an amount by its key and its day."""
    if one.subject is Subject.POLICY_RULE:
        return subject_word(one.subject)
    name = in_language(one.label) or one.name
    return " ".join(part for part in (subject_word(one.subject), name, one.when) if part)


def field_name(one: Difference) -> str:
    """Which value of it."""
    return rule_name(one.field) if one.subject is Subject.POLICY_RULE else column_name(one.field)


def value_words(value: str | None) -> str:
    """A value as the current language writes it; a dash where there is none."""
    if not value:
        return "–"
    if value in _TRUTHS:
        return _(_TRUTHS[value])
    if _MONTH.fullmatch(value):
        return month_long(date.fromisoformat(f"{value}-01"))
    try:
        return number(Decimal(value))
    except InvalidOperation:
        return note_words(value)


def effect_lines(title: str, effect: Effect) -> Iterator[str]:
    """What happens to one case: need, balance and proposal before and after."""
    if effect.before is None or effect.after is None:
        why = "; ".join(findings.sentence(finding) for finding in effect.refused)
        yield _("{case}: no result on one side. {why}").format(case=title, why=why)
        return
    yield _("{case}: the balance moves by {amount}.").format(
        case=title, amount=signed_money(effect.after.balance - effect.before.balance)
    )
    for name, before, after in figure_rows(effect.before, effect.after):
        yield f"  {name}: {money(before)} → {money(after)}"
    for need, (before, after) in effect.changed_needs.items():
        yield f"    {label(need)}: {money(before)} → {money(after)}"


def figure_rows(before: Figures, after: Figures) -> Iterator[tuple[str, Decimal, Decimal]]:
    """The figures of a case, each with its name."""
    yield _("Needed"), before.need, after.need
    yield _("Coming in"), before.income, after.income
    yield _("Balance"), before.balance, after.balance
    yield _("Proposed aid"), before.proposal, after.proposal
    if before.integration_income is not None and after.integration_income is not None:
        yield _("Integration income per month"), before.integration_income, after.integration_income


def _sources(one: Difference) -> str:
    if one.old_source == one.new_source or one.change is not Change.CHANGED:
        source = one.new_source or one.old_source
        return f" [{row_source_words(source)}]" if source else ""
    return f" [{row_source_words(one.old_source) or '–'} → {row_source_words(one.new_source) or '–'}]"


def row_source_words(source: RowSource | None) -> str:
    """Where a value of a row is from; empty where the row does not say."""
    if source is None or not source.title:
        return source.address if source else ""
    named = source_name(source.title, source.publisher)
    inside = ", ".join(part for part in (named.publisher, source_date(source.date)) if part)
    return f"{named.title} ({inside})"


def _title(title: Mapping[str, str]) -> str:
    return in_language(title)
