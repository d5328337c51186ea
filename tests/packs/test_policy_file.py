"""A policy is read strictly: what is missing, unknown, of the wrong kind or out of bounds names file and key."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from redi_desktop.engine.expenses import ExpenseKind
from redi_desktop.engine.household import Activity, Tenure
from redi_desktop.engine.income import IncomeKind
from redi_desktop.engine.policy import (
    CountCar,
    Exemption,
    Funding,
    Policy,
    Rounding,
    RoundingMode,
    Scheme,
    TargetGroup,
    WorkIncentive,
)
from redi_desktop.errors import ParameterError
from redi_desktop.packs.embedded import load_example_policy
from redi_desktop.packs.policy_file import LARGEST_FILE, load_policy, parse_policy
from redi_desktop.paths import resource
from redi_desktop.words.problems import sentence

WRITTEN = resource("parameters", "policy-example", "policy.toml").read_text(encoding="utf-8")


def parsed(content: str) -> Policy:
    return parse_policy(content.encode(), "our.toml")


def refusal(content: str) -> ParameterError:
    with pytest.raises(ParameterError) as refused:
        parsed(content)
    return refused.value


def rewritten(old: str, new: str) -> str:
    """The example with one passage replaced."""
    assert WRITTEN.count(old) == 1, old
    return WRITTEN.replace(old, new)


def keys() -> dict[str, int]:
    """Every key and table of the example by its path, with the number of its line."""
    found: dict[str, int] = {}
    table = ""
    for number, line in enumerate(WRITTEN.splitlines()):
        if header := re.match(r"\[(.+)\]", line):
            table = header[1]
        elif key := re.match(r'"?([A-Za-z0-9_]+)"? = ', line):
            found[".".join(part for part in (table, key[1]) if part)] = number
    return found


OPTIONAL = {
    *("aid.ceiling_per_month", "aid.ceiling_per_extra_person", "funding.envelope_per_year"),
    *(f"expenses.rent_cap.{rooms}" for rooms in range(5)),
    *(f"expenses.cap_over_reference.{kind}" for kind in ("electricity", "gas", "water")),
}
"""Their absence means none."""


def without(key: str) -> str:
    lines = WRITTEN.splitlines()
    del lines[keys()[key]]
    return "\n".join(lines)


def with_value(key: str, value: str) -> str:
    lines = WRITTEN.splitlines()
    number = keys()[key]
    lines[number] = f"{lines[number].partition(' = ')[0]} = {value}"
    return "\n".join(lines)


def test_the_example_says_what_it_is_and_holds_every_rule():
    policy = load_example_policy()
    assert (policy.id, policy.version, policy.adopted_on) == ("example", "2026.1", date(2026, 1, 15))
    assert policy.valid_from == date(2026, 2, 1)
    assert policy.title == {"fr": "Règlement d’exemple", "nl": "Voorbeeldreglement"}
    assert policy.expenses.rent_cap == {0: 750, 1: 850, 2: 1000, 3: 1150, 4: 1300}
    assert policy.expenses.cap_over_reference == {
        kind: Decimal("1.50") for kind in (ExpenseKind.ELECTRICITY, ExpenseKind.GAS, ExpenseKind.WATER)
    }
    assert policy.expenses.count_debts
    assert policy.expenses.max_accepted_debt_share == 1
    assert policy.expenses.count_car is CountCar.IF_NECESSARY
    aid, incentive = policy.aid, policy.work_incentive
    assert [aid.coverage_share, aid.ceiling_per_month, aid.ceiling_per_extra_person, aid.smallest_amount] == [
        *map(Decimal, (1, 400, 50, 20))
    ]
    assert aid.rounding == Rounding(step=Decimal(5), mode=RoundingMode.DOWN)
    assert (aid.duration_months, aid.review_after_months) == (6, 3)
    assert incentive == WorkIncentive(reference_net_wage=Decimal(1960), minimum_gain=Decimal(200))
    assert policy.total_aid_ceiling is None
    assert policy.funding == Funding(scheme=Scheme.OWN_FUNDS, envelope_per_year=Decimal(60000))
    assert (policy.activation.required, policy.activation.exemptions) == (True, frozenset(Exemption))
    assert policy.target_group == TargetGroup()


def test_the_fingerprint_is_that_of_the_files_bytes():
    assert load_example_policy().fingerprint != parsed(WRITTEN + "\n# another comment\n").fingerprint
    assert len(load_example_policy().fingerprint) == 64


@pytest.mark.parametrize("key", sorted(keys().keys() - OPTIONAL))
def test_a_key_that_is_missing_is_named(key):
    error = refusal(without(key))
    # A rounding without anything in it misses the first key that it must hold.
    named = {"aid.rounding": "aid.rounding.step", "title": "title.fr"}.get(key, key)
    assert (error.code, error.values["file"], error.values["key"]) == ("policy_key_missing", "our.toml", named)


@pytest.mark.parametrize("key", sorted(OPTIONAL))
def test_what_may_be_absent_means_none(key):
    policy = parsed(without(key))
    if key == "aid.ceiling_per_month":
        assert policy.aid.ceiling_per_month is None
    elif key == "aid.ceiling_per_extra_person":
        assert policy.aid.ceiling_per_extra_person == 0
    elif key == "funding.envelope_per_year":
        assert policy.funding.envelope_per_year is None
    else:
        assert len(policy.expenses.rent_cap) + len(policy.expenses.cap_over_reference) == 7


TABLES = re.findall(r"^\[(.+)\]$", WRITTEN, re.MULTILINE)


@pytest.mark.parametrize("table", ["", *TABLES])
def test_a_key_that_is_not_known_is_named_in_every_table(table):
    content = rewritten(f"[{table}]\n", f'[{table}]\nextra = "1"\n') if table else f'extra = "1"\n{WRITTEN}'
    error = refusal(content)
    assert (error.code, error.values["key"]) == ("policy_key_unknown", f"{table}.extra" if table else "extra")


def test_a_key_that_is_not_known_is_named_in_the_tables_written_on_one_line():
    assert refusal(rewritten("mode = ", 'up = "1", mode = ')).values["key"] == "aid.rounding.up"
    assert refusal(rewritten("nl = ", 'it = "Regole", nl = ')).values["key"] == "title.it"


@pytest.mark.parametrize("table", ["work_incentive", "total_aid"])
def test_a_table_of_a_rule_that_is_not_wanted_may_be_left_out(table):
    start = WRITTEN.index(f"[{table}]")
    policy = parsed(WRITTEN[:start] + WRITTEN[WRITTEN.index("\n[", start) + 1 :])
    assert (policy.work_incentive if table == "work_incentive" else policy.total_aid_ceiling) is None


def test_a_work_incentive_with_nothing_in_it_is_not_taken_for_none():
    start = WRITTEN.index("[work_incentive]") + len("[work_incentive]\n")
    error = refusal(WRITTEN[:start] + WRITTEN[WRITTEN.index("\n[", start) + 1 :])
    assert (error.code, error.values["key"]) == ("policy_key_missing", "work_incentive.enabled")


def test_a_work_incentive_may_be_switched_off_with_its_amounts_kept():
    assert parsed(rewritten("enabled = true", "enabled = false")).work_incentive is None


DECIMALS = [
    *("expenses.max_accepted_debt_share", "expenses.rent_cap.1", "expenses.cap_over_reference.gas"),
    *("aid.coverage_share", "aid.ceiling_per_month", "aid.ceiling_per_extra_person", "aid.smallest_amount"),
    *("work_incentive.reference_net_wage", "work_incentive.minimum_gain", "funding.envelope_per_year"),
]
NOT_DECIMALS = ("120", "120.5", "true", '"-1"', '"1,50"', '"NaN"', '"1e3"', '""', '" 1"', '"12345678901"', "[]", "{}")


@pytest.mark.parametrize("key", DECIMALS)
@pytest.mark.parametrize("value", NOT_DECIMALS)
def test_an_amount_is_a_quoted_decimal_and_nothing_else(key, value):
    error = refusal(with_value(key, value))
    assert (error.code, error.values["key"]) == ("policy_number_bad", key)


WRONG = {
    "format": ('"redi-policy/9"', "policy_format_unknown"),
    "id": ('"a name"', "policy_value_unknown"),
    "version": ('""', "policy_text_missing"),
    "title": ('"Règlement"', "policy_not_a_table"),
    "adopted_on": ('"2026-01-15"', "policy_date_bad"),
    "valid_from": ("2026-02-01T00:00:00", "policy_date_bad"),
    "target_group.tenures": ('"owner"', "policy_not_a_list"),
    "target_group.income_kinds": ('["wages"]', "policy_value_unknown"),
    "target_group.excluded_activities": ("[1]", "policy_value_unknown"),
    "expenses.count_debts": ('"true"', "policy_truth_bad"),
    "expenses.max_accepted_debt_share": ('"1.01"', "policy_number_too_large"),
    "expenses.count_car": ('"sometimes"', "policy_value_unknown"),
    "income.count_child_benefit": ("1", "policy_truth_bad"),
    "income.count_maintenance_received": ('"no"', "policy_truth_bad"),
    "income.count_one_off": ("0", "policy_truth_bad"),
    "aid.coverage_share": ('"1.5"', "policy_number_too_large"),
    "aid.duration_months": ('"6"', "policy_number_bad"),
    "aid.review_after_months": ("0", "policy_number_bad"),
    "work_incentive.enabled": ('"yes"', "policy_truth_bad"),
    "funding.scheme": ('"lottery"', "policy_value_unknown"),
    "activation.required": ("[]", "policy_truth_bad"),
    "activation.exemptions": ('["age"]', "policy_value_unknown"),
}


@pytest.mark.parametrize("key", WRONG)
def test_a_value_of_the_wrong_kind_or_out_of_bounds_is_named(key):
    value, code = WRONG[key]
    error = refusal(with_value(key, value))
    assert (error.code, error.values["file"], error.values["key"]) == (code, "our.toml", key)


@pytest.mark.parametrize(
    ("old", "new", "key", "code"),
    [
        ('step = "5.00"', 'step = "0.00"', "aid.rounding.step", "policy_number_bad"),
        ('step = "5.00"', "step = 5", "aid.rounding.step", "policy_number_bad"),
        ('mode = "down"', 'mode = "half"', "aid.rounding.mode", "policy_value_unknown"),
        ('nl = "Voorbeeldreglement"', 'nl = " "', "title.nl", "policy_text_missing"),
        ('"0" = "750.00"', '"00" = "750.00"', "expenses.rent_cap.00", "policy_key_unknown"),
        ('"0" = "750.00"', '"-1" = "750.00"', "expenses.rent_cap.-1", "policy_key_unknown"),
        ("water = ", "rents = ", "expenses.cap_over_reference.rents", "policy_key_unknown"),
        ("water = ", "maintenance_paid = ", "expenses.cap_over_reference.maintenance_paid", "policy_key_unknown"),
    ],
)
def test_what_stands_within_a_line_or_as_a_key_is_checked_too(old, new, key, code):
    error = refusal(rewritten(old, new))
    assert (error.code, error.values["key"]) == (code, key)


@pytest.mark.parametrize(
    "content",
    [b"\xff\xfe", b"id = ", b'a = "1"\na = "2"\n', b"[" * 5000, b"a = " + b"[" * 5000, b"a = " + b"9" * 9000, b"\0"],
)
def test_what_is_not_toml_is_refused_as_such(content):
    with pytest.raises(ParameterError) as refused:
        parse_policy(content, "our.toml")
    assert (refused.value.code, refused.value.values["file"]) == ("policy_unreadable", "our.toml")


def test_a_file_that_is_not_there_a_folder_or_much_too_large_is_refused(tmp_path):
    for path in (tmp_path / "none.toml", tmp_path):
        with pytest.raises(ParameterError, match="policy_not_found"):
            load_policy(path)
    large: Path = tmp_path / "large.toml"
    large.write_bytes(b"#" * (LARGEST_FILE + 1))
    with pytest.raises(ParameterError, match="policy_too_large"):
        load_policy(large)


def test_a_file_written_by_a_plain_editor_with_a_byte_order_mark_is_read():
    assert parse_policy(b"\xef\xbb\xbf" + WRITTEN.encode(), "our.toml").id == "example"


def test_a_title_may_be_said_in_german_and_english_too():
    policy = parsed(rewritten('nl = "Voorbeeldreglement"', 'nl = "Reglement", de = "Regelung", en = "Policy"'))
    assert set(policy.title) == {"fr", "nl", "de", "en"}


def test_lists_name_tenures_incomes_and_activities():
    content = with_value("target_group.tenures", '["private_rent", "social_rent"]')
    assert parsed(content).target_group.tenures == {Tenure.PRIVATE_RENT, Tenure.SOCIAL_RENT}
    content = with_value("target_group.income_kinds", '["unemployment"]')
    assert parsed(content).target_group.income_kinds == {IncomeKind.UNEMPLOYMENT}
    content = with_value("target_group.excluded_activities", '["student"]')
    assert parsed(content).target_group.excluded_activities == {Activity.STUDENT}


def test_a_refusal_is_said_with_the_file_and_the_key():
    said = sentence(refusal(with_value("aid.smallest_amount", "20")))
    assert "our.toml" in said
    assert "aid.smallest_amount" in said
