"""Everything that packs and policies hold, entry by entry, as it is shown: what, how much, since when, from where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from redi_desktop.engine.basket_pack import BasketItem, BasketPack, PriceIndex, Scope, Source
from redi_desktop.engine.legal_tables import DatedValue, LegalTables
from redi_desktop.engine.money import Period
from redi_desktop.engine.months import Month
from redi_desktop.engine.needs import Need
from redi_desktop.engine.policy import Policy
from redi_desktop.engine.prices import price_at
from redi_desktop.engine.rights.pack import RightsPack
from redi_desktop.formatting import date_short, money, month_long, number, percent
from redi_desktop.i18n import gettext as _
from redi_desktop.packs.forms import Subject
from redi_desktop.packs.policy_comparison import policy_rules
from redi_desktop.words.explain_legal import DOUBTS, basis_words
from redi_desktop.words.explaining import price_words, shown_price
from redi_desktop.words.integration_income_kinds import kind_word
from redi_desktop.words.legal_names import legal_name
from redi_desktop.words.pack_changes import value_words
from redi_desktop.words.pack_notes import note_words
from redi_desktop.words.pack_texts import in_language, pack_text
from redi_desktop.words.policy_rules import rule_help, rule_name
from redi_desktop.words.rights import texts_of
from redi_desktop.words.rights_vocabulary import SUPPORT_IN_SHORT
from redi_desktop.words.sources import source_date, source_name, source_words
from redi_desktop.words.units import unit_word
from redi_desktop.words.vocabulary import label


class Cited(NamedTuple):
    """A source as it is shown, and its address to copy; both may be empty."""

    words: str
    address: str


NOBODY = Cited("", "")


class Entry(NamedTuple):
    """One thing that a pack or policy holds. ``key`` names it in its table."""

    subject: Subject
    key: str
    name: str
    amount: str
    since: str
    need: Need | None = None
    provenance: str = ""
    source: Cited = NOBODY
    note: str = ""


def basket_entries(pack: BasketPack, subject: Subject, month: Month) -> Iterator[Entry]:
    """Of a basket pack: items at their price of that month, tariffs, indices, factors or sources."""
    if subject is Subject.ITEM:
        cited = cache(cited_of)
        yield from (_item(pack, item_id, name, month, cited) for item_id, name in item_names(pack).items())
    elif subject is Subject.TARIFF:
        yield from _tariffs(pack)
    elif subject is Subject.INDEX_MONTH:
        yield from _indices(pack)
    elif subject is Subject.SIZE_FACTOR:
        yield from _factors(pack)
    elif subject is Subject.SOURCE:
        yield from (_source(source) for source in pack.sources.values())


def legal_entries(tables: LegalTables) -> Iterator[Entry]:
    """Every legal amount from each of its days on."""
    for dated in tables.values.values():
        yield from (_legal(value) for value in dated)


def policy_entries(policy: Policy, content: bytes) -> Iterator[Entry]:
    """The rules of a policy, from the content of its file."""
    since, title = date_short(policy.valid_from), in_language(policy.title)
    cited = Cited(_("{title}, version {version}").format(title=title, version=policy.version), "")
    for key, value in policy_rules(content).items():
        yield Entry(
            Subject.POLICY_RULE, key, rule_name(key), value_words(value), since, source=cited, note=rule_help(key)
        )


def rights_entries(pack: RightsPack) -> Iterator[Entry]:
    """The rights, with who grants them and on what legal basis; what they bring is told in sentences, below."""
    for right in pack.rights:
        texts = texts_of(right)
        cited = Cited(f"{texts.basis} – {texts.authority}", in_language(right.url))
        told = (texts.amount, texts.condition, texts.remark, label(right.confidence))
        since, support = date_short(right.checked_on), _(SUPPORT_IN_SHORT[right.confidence])
        note = "\n".join(part for part in told if part)
        yield Entry(Subject.RIGHT, right.id, texts.name, "", since, None, support, cited, note)


def item_names(pack: BasketPack) -> dict[str, str]:
    """The name of each item by its identifier; those of one name are told apart by whom they are for."""
    names = {item.id: in_language(item.label) for item in pack.items}
    count = Counter(names.values())
    return {
        item.id: names[item.id] if count[names[item.id]] == 1 else _told_apart(names[item.id], item)
        for item in pack.items
    }


def _told_apart(name: str, item: BasketItem) -> str:
    ages = _("{first} to {last} years").format(first=item.age_min, last=item.age_max)
    parts = [ages] if item.scope is Scope.PERSON else []
    parts += [label(one) for one in (item.sex, item.region, item.tenure) if one is not None]
    return _("{item} ({person})").format(item=name, person=", ".join(parts)) if parts else name


def cited_of(source: Source) -> Cited:
    """A source of a pack as it is shown."""
    named = source_words(source.title, source.publisher, source.date)
    said = _("{source}; read on {day}").format(source=named, day=source_date(source.read_on))
    return Cited(said, source.url)


def legal_amount_words(value: DatedValue) -> str:
    """A legal amount with its unit and period."""
    if value.unit != "EUR":
        return percent(value.value) if 0 < value.value < 1 else number(value.value)
    if value.period not in (Period.MONTH, Period.YEAR):
        return money(value.value)
    return _("{amount} {period}").format(amount=money(value.value), period=label(Period(value.period)))


def _item(pack: BasketPack, item_id: str, name: str, month: Month, cited_of: Callable[[Source], Cited]) -> Entry:
    item = pack.item_by_id[item_id]
    price = price_at(pack, item, max(month, pack.valid_from))
    amount = _price(price.unit_price, item.quantity_unit)
    cited = cited_of(pack.sources[price.source_id])
    since = month_long(price.price_month.first_day())
    return Entry(
        Subject.ITEM, item.id, name, amount, since, item.need, label(item.provenance), cited, note_words(item.note)
    )


def _tariffs(pack: BasketPack) -> Iterator[Entry]:
    names = item_names(pack)
    for item_id, tariffs in pack.tariffs.items():
        item = pack.item_by_id[item_id]
        for tariff in tariffs:
            amount, cited = _price(tariff.unit_price, item.quantity_unit), cited_of(pack.sources[tariff.source_id])
            since, key = month_long(tariff.valid_from.first_day()), f"{item_id} {tariff.valid_from}"
            name, provenance = names[item_id], label(item.provenance)
            yield Entry(Subject.TARIFF, key, name, amount, since, item.need, provenance, cited, note_words(item.note))


def _price(price: Decimal, unit: str) -> str:
    return _("{price} a {unit}").format(price=price_words(shown_price(price)), unit=unit_word(unit))


def _index(pack: BasketPack, index: PriceIndex, name: str) -> Iterator[Entry]:
    for value in reversed(index.values):
        cited, since = cited_of(pack.sources[value.source_id]), month_long(value.month.first_day())
        yield Entry(Subject.INDEX_MONTH, f"{name} {value.month}", name, number(value.value), since, source=cited)


def _indices(pack: BasketPack) -> Iterator[Entry]:
    yield from _index(pack, pack.index, _("Consumer price index"))
    if pack.health_index is not None:
        yield from _index(pack, pack.health_index, _("Health index"))


def _factors(pack: BasketPack) -> Iterator[Entry]:
    for need, factors in pack.size_factors.items():
        for factor in factors:
            name = _("{need}, {count} persons").format(need=label(need), count=factor.size)
            cited = cited_of(pack.sources[factor.source_id])
            key = f"{need} {factor.size}"
            yield Entry(
                Subject.SIZE_FACTOR, key, name, number(factor.factor), "", need, "", cited, note_words(factor.note)
            )


def _source(source: Source) -> Entry:
    title, dated = source_name(source.title, source.publisher).title, source_date(source.date)
    return Entry(Subject.SOURCE, source.id, title, "", dated, source=cited_of(source), note=pack_text(source.remark))


def _legal(value: DatedValue) -> Entry:
    doubts = (_(DOUBTS[code]) if code in DOUBTS else code for code in value.doubts)
    return Entry(
        subject=Subject.LEGAL_AMOUNT,
        key=f"{value.id} {value.valid_from}",
        name=legal_name(value.id),
        amount=legal_amount_words(value),
        since=date_short(value.valid_from),
        provenance=kind_word(value.status),
        source=Cited(basis_words(value.legal_basis), value.source),
        note="\n".join((*doubts, note_words(value.note))).strip(),
    )
