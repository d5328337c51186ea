"""A catalogue of rights with a fault is refused with its file, row and column; the embedded one is whole."""

from __future__ import annotations

import re
from functools import cache

import pytest

from redi_desktop.engine.income import IncomeKind
from redi_desktop.engine.rights.asked_facts import FactKind
from redi_desktop.engine.rights.found_facts import IN_THE_CASE
from redi_desktop.engine.rights.money_facts import KIND_VALUES
from redi_desktop.engine.rights.pack import Confidence, RightsPack, RightsRegion
from redi_desktop.engine.rights.ready import has_ceiling
from redi_desktop.engine.rights.tree import (
    Amount,
    Counted,
    Depends,
    LegalValue,
    Number,
    amount_facts,
    amount_parts,
    facts_named,
    legal_values,
)
from redi_desktop.errors import ParameterError
from redi_desktop.packs.embedded import RIGHTS, load_embedded_legal, load_embedded_rights
from redi_desktop.packs.rights import load_rights
from redi_desktop.packs.rights_rows import RIGHT_COLUMNS
from redi_desktop.paths import resource
from tests.packs.altered_pack import Fault, Files, MemoryPlace, cell, rows_of, sealed, table_changed, without_column

TABLE, FACTS, CHOICES, FR, NL = "rights.csv", "facts.csv", "choices.csv", "texts_fr.csv", "texts_nl.csv"
INDEX, SOURCES = "health_index.csv", "sources.csv"


@cache
def whole() -> Files:
    folder = resource("parameters", RIGHTS)
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.suffix in (".csv", ".toml")}


@cache
def pack() -> RightsPack:
    return load_embedded_rights()


def line(name: str, first: str) -> int:
    """The line of a table that begins with this."""
    return next(number for number, row in enumerate(rows_of(whole()[name]), 1) if row[0] == first)


def right(right_id: str, column: str, written: str) -> Fault:
    """One cell of a right holds something else."""
    return cell(TABLE, line(TABLE, right_id), column, written)


def fact(fact_id: str, column: str, written: str) -> Fault:
    return cell(FACTS, line(FACTS, fact_id), column, written)


def text(name: str, right_id: str, column: str, written: str = "") -> Fault:
    return cell(name, line(name, right_id), column, written)


def without(name: str, first: str) -> Fault:
    return table_changed(name, lambda table: [row for row in table if row[0] != first])


def twice(name: str, number: int) -> Fault:
    return table_changed(name, lambda table: [*table, table[number - 1]])


def also(name: str, *cells: str) -> Fault:
    return table_changed(name, lambda table: [*table, [*cells, *[""] * (len(table[0]) - len(cells))]])


def refused(fault: Fault) -> ParameterError:
    with pytest.raises(ParameterError) as error:
        load_rights(MemoryPlace(fault(dict(whole()))))
    return error.value


@pytest.mark.parametrize(
    ("fault", "code", "place"),
    [
        (right("grapa", "condition", "bim = yes AND"), "pack_right_condition_bad", "condition"),
        (right("grapa", "condition", "bim == yes"), "pack_right_condition_bad", "condition"),
        (right("grapa", "condition", "bim ~ yes"), "pack_right_condition_bad", "condition"),
        (right("grapa", "condition", "beam = yes"), "pack_fact_unknown", "condition"),
        (right("grapa", "condition", "bim = maybe"), "pack_right_condition_bad", "condition"),
        (right("grapa", "condition", ""), "pack_cell_empty", "condition"),
        (right("grapa", "held", "income_kind has gold"), "pack_right_condition_bad", "held"),
        (right("grapa", "opens", "age >= 66"), "pack_opening_bad", "opens"),
        (right("grapa", "opens", "bim = yes OR legal_stay = yes"), "pack_opening_bad", "opens"),
        (right("grapa", "opens", "income_kind has grapa for >= 3 months"), "pack_opening_bad", "opens"),
        (right("grapa", "regions", "BRU;MARS"), "pack_value_unknown", "regions"),
        (right("grapa", "regions", "BRU;BRU"), "pack_value_unknown", "regions"),
        (right("grapa", "regions", "BRU"), "pack_right_region_unasked", "condition"),
        (right("grapa", "automatic", "often"), "pack_value_unknown", "automatic"),
        (right("grapa", "amount_period", "month"), "pack_cell_not_empty", "amount_period"),
        (right("grapa", "worth", ""), "pack_cell_empty", "worth"),
        (right("grapa", "worth", "-1"), "pack_number_negative", "worth"),
        (right("grapa", "worth", "much"), "pack_number_bad", "worth"),
        (right("grapa", "amount_date", "2026-13"), "pack_written_date_bad", "amount_date"),
        (right("grapa", "amount_date", "undated"), "pack_written_date_bad", "amount_date"),
        (right("grapa", "checked_on", ""), "pack_cell_empty", "checked_on"),
        (right("grapa", "checked_on", "21/11/2026"), "pack_day_bad", "checked_on"),
        (right("grapa", "confidence", "sure"), "pack_value_unknown", "confidence"),
        (right("grapa", "legal_basis", ""), "pack_cell_empty", "legal_basis"),
        (right("grapa", "url_fr", ""), "pack_right_without_source", "confidence"),
        (right("grapa", "url_fr", "mc.be"), "pack_address_bad", "url_fr"),
        (right("grapa", "url_fr", "javascript:alert(1)"), "pack_address_bad", "url_fr"),
        (right("grapa", "id", "g r a p a"), "pack_identifier_bad", "id"),
        (right("grapa", "id", "arr"), "pack_id_repeated", "id"),
        (right("mebar_wal", "amount", "2000 euro"), "pack_right_condition_bad", "amount"),
        (right("mebar_wal", "amount", "2000 IF adults_n = 1"), "pack_right_condition_bad", "amount"),
        (right("mebar_wal", "condition", "net_month_household < @a.b"), "pack_right_condition_bad", "condition"),
        (right("mebar_wal", "amount_date", ""), "pack_cell_empty", "amount_date"),
        (right("grapa", "same_money", "G R A P A"), "pack_identifier_bad", "same_money"),
        (right("grapa", "same_money", "no_such_right"), "pack_right_unknown", "same_money"),
        (right("mebar_wal", "amount_is", "roughly"), "pack_value_unknown", "amount_is"),
        (right("mebar_wal", "amount_period", "fortnight"), "pack_value_unknown", "amount_period"),
        (right("legal_aid", "ceiling_date", ""), "pack_ceiling_undated", "ceiling_date"),
        (right("legal_aid", "ceiling_date", "2009"), "pack_ceiling_outside_index", "ceiling_date"),
        (right("legal_aid", "ceiling_date", "2031-01"), "pack_ceiling_outside_index", "ceiling_date"),
        (fact("bim", "kind", "perhaps"), "pack_value_unknown", "kind"),
        (fact("bim", "kind", "choice"), "pack_choices_missing", "kind"),
        (fact("region", "kind", "yes/no"), "pack_choices_unexpected", "kind"),
        (fact("bim", "unit", "euro"), "pack_cell_not_empty", "unit"),
        (fact("age", "unit", ""), "pack_cell_empty", "unit"),
        (fact("age", "unit", "winters"), "pack_value_unknown", "unit"),
        (fact("age", "about", "dog"), "pack_value_unknown", "about"),
        (fact("age", "indexed", "perhaps"), "pack_value_unknown", "indexed"),
        (fact("age", "indexed", "yes"), "pack_indexed_not_euro", "indexed"),
        (fact("age", "name_nl", ""), "pack_cell_empty", "name_nl"),
        (fact("age", "question_fr", " "), "pack_cell_empty", "question_fr"),
        (fact("age", "fact", "bim"), "pack_id_repeated", "fact"),
        (cell(CHOICES, 2, "label_nl", ""), "pack_cell_empty", "label_nl"),
        (cell(CHOICES, 2, "fact", "gold"), "pack_fact_unknown", "fact"),
        (twice(CHOICES, 2), "pack_id_repeated", "value"),
        (text(FR, "grapa", "name"), "pack_cell_empty", "name"),
        (text(NL, "grapa", "condition"), "pack_cell_empty", "condition"),
        (text(NL, "grapa", "authority"), "pack_cell_empty", "authority"),
        (text(NL, "grapa", "id", "arr"), "pack_id_repeated", "id"),
        (text(NL, "grapa", "id", "grappa"), "pack_language_missing", "id"),
        (without(FR, "grapa"), "pack_language_missing", "id"),
        (also(NL, "gold", *"abcdefgh"), "pack_right_unknown", "id"),
        (twice(INDEX, 2), "pack_dates_overlap", "month"),
        (cell(INDEX, 2, "index", "0"), "pack_number_not_positive", "index"),
        (cell(INDEX, 2, "source_id", "NOBODY"), "pack_source_unknown", "source_id"),
        (cell(SOURCES, 2, "publisher", ""), "pack_cell_empty", "publisher"),
    ],
)
def test_each_fault_is_refused_at_its_place(fault, code, place):
    error = refused(fault)
    assert error.code == code
    assert re.fullmatch(rf"[a-z_]+\.csv:\d+:{place}", str(error.field))


@pytest.mark.parametrize("column", RIGHT_COLUMNS)
def test_no_column_may_be_missing(column):
    assert refused(without_column(TABLE, column)).code == "pack_column_missing"


def test_a_condition_is_refused_with_the_place_of_the_fault_in_it():
    error = refused(right("grapa", "condition", "region = BRU AND age >= old"))
    assert error.values["position"] == 25
    assert error.values["value"] == "old"
    assert error.field == f"rights.csv:{line(TABLE, 'grapa')}:condition"


def test_a_table_that_was_altered_behind_the_manifest_is_refused():
    files = dict(whole())
    files[FR] += b"x"
    with pytest.raises(ParameterError) as error:
        load_rights(MemoryPlace(files))
    assert error.value.code == "pack_file_altered"


def test_baskets_are_no_rights():
    manifest = whole()["pack.toml"].replace(b"redi-rights/1", b"redi-baskets/1")
    with pytest.raises(ParameterError) as error:
        load_rights(MemoryPlace(sealed(dict(whole()) | {"pack.toml": manifest})))
    assert error.value.code == "pack_format_unknown"


def test_an_empty_table_is_refused():
    assert refused(table_changed(CHOICES, lambda table: table[:1])).code == "pack_table_empty"


# ---------------------------------------------------------------------------------------------- the embedded catalogue


def used_in(amount: Amount | None) -> frozenset[str]:
    """Every fact that an amount, or a condition in it, is made of."""
    if amount is None or isinstance(amount, Number | LegalValue):
        return frozenset()
    if isinstance(amount, Counted):
        return facts_named(amount.part)
    depends = facts_named(amount.condition) if isinstance(amount, Depends) else frozenset()
    return depends.union(amount_facts(amount), *(used_in(part) for part in amount_parts(amount)))


def test_the_catalogue_holds_112_rights_and_119_facts_that_are_all_asked():
    named = frozenset().union(*(facts_named(right.condition) | used_in(right.amount) for right in pack().rights))
    assert len(pack().rights) == 112
    assert len(pack().facts) == 119
    assert named == pack().facts.keys()


def test_the_legal_amounts_that_rights_are_made_of_are_in_the_legal_tables():
    named = {name for right in pack().rights if right.amount for name in legal_values(right.amount)}
    assert {"integration_income.category_3", "family_benefits.wallonia.social.below_first_ceiling"} <= named
    assert named <= load_embedded_legal().values.keys()


def test_every_region_has_its_rights():
    counts = {region: sum(region in right.regions for right in pack().rights) for region in RightsRegion}
    assert counts == {"BRU": 71, "WAL": 69, "VLG": 75, "DG": 55}


def test_confidence_is_as_the_readme_says():
    found = [right.confidence for right in pack().rights]
    assert {confidence: found.count(confidence) for confidence in Confidence} == {
        "sourced": 43,
        "partly": 65,
        "memory": 4,
    }


def test_what_the_case_shows_is_a_fact_of_the_catalogue():
    assert pack().facts.keys() >= IN_THE_CASE


def test_every_kind_of_income_has_a_word_to_choose():
    values = {value for kind in IncomeKind for value in KIND_VALUES.get(kind, (kind.value,))}
    assert pack().facts["income_kind"].choices.keys() >= values


def test_every_right_is_told_in_french_and_dutch_in_different_words():
    for right in pack().rights:
        assert set(right.texts) == {"fr", "nl"}
        assert right.texts["fr"].condition != right.texts["nl"].condition, right.id
        assert right.texts["fr"].how != right.texts["nl"].how, right.id


@pytest.mark.parametrize("language", ["fr", "nl"])
def test_texts_are_written_as_the_language_writes(language):
    told = [
        getattr(right.texts[language], field)
        for right in pack().rights
        for field in ("condition", "how", "amount", "remark")
    ]
    told += [fact.question[language] for fact in pack().facts.values()]
    for written in told:
        assert "  " not in written
        if language == "fr":
            assert not re.search(r" [:;?!%€»]|\d \d{3}(?!\d)|« ", written), written
        else:
            assert not re.search(r"€ \d|\d[ ]?€|\d %| [:;?]", written), written


def test_every_question_is_a_question():
    for fact in pack().facts.values():
        assert all(question.endswith(("?", "…")) for question in fact.question.values()), fact.id


def test_a_fact_to_choose_from_has_its_answers_in_both_languages():
    for fact in pack().facts.values():
        listed = fact.kind in (FactKind.CHOICE, FactKind.SET)
        assert bool(fact.choices) is listed
        assert all(set(label) == {"fr", "nl"} for label in fact.choices.values())


def test_every_ceiling_has_a_date_and_every_figure_too():
    for right in pack().rights:
        if has_ceiling(right.condition, pack().facts):
            assert right.ceiling_date, right.id
