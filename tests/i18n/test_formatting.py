"""Amounts, dates and lists are written as each language writes them, and read back as people type them."""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime, time
from decimal import ROUND_HALF_UP, Decimal

import pytest
from babel.numbers import format_currency, format_decimal, format_percent
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfbase.ttfonts import TTFont

from redi_desktop import formatting, paths
from redi_desktop.formatting import NotUnderstood, parse_date, parse_money
from redi_desktop.i18n import LANGUAGE_CODES, speaking

LOCALES = {"fr": "fr_BE", "nl": "nl_BE", "de": "de_BE", "en": "en_GB"}
TODAY = date(2026, 11, 21)

languages = st.sampled_from(LANGUAGE_CODES)
cents = st.integers(-99_999_999_999, 99_999_999_999)
amounts = cents.map(lambda count: Decimal(count) / 100)
finer_amounts = st.decimals(-1_000_000, 1_000_000, places=4)
days = st.dates(date(1800, 1, 1), date(2199, 12, 31))


def plain(text: str) -> str:
    """With one kind of space only."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def spaced(text: str) -> str:
    """As Babel writes it, but with the space that our fonts and documents hold."""
    return text.replace("\u202f", "\u00a0")


@pytest.fixture(params=LANGUAGE_CODES)
def each_language(request: pytest.FixtureRequest) -> Iterator[str]:
    with speaking(request.param):
        yield request.param


# ------------------------------------------------------------------------------------------------------------ writing


@pytest.mark.parametrize(
    ("code", "written"),
    [("fr", "-1 234,50 €"), ("nl", "€ -1.234,50"), ("de", "-1.234,50 €"), ("en", "€-1,234.50")],
)
def test_money_is_written_as_the_language_writes_it(code: str, written: str):
    with speaking(code):
        assert plain(formatting.money(Decimal("-1234.5"))) == written
        assert plain(formatting.money(Decimal("1234.5"))) == written.replace("-", "")
        assert plain(formatting.signed_money(Decimal("1234.5"))) == written.replace("-", "+")


@given(languages, amounts)
def test_money_is_what_babel_writes(code: str, amount: Decimal):
    if code == "en":  # our own choice: the sign stands before the digits
        amount = abs(amount)
    with speaking(code):
        assert formatting.money(amount) == spaced(format_currency(amount, "EUR", locale=LOCALES[code]))


@given(languages, st.decimals(-10_000_000, 10_000_000, places=3))
def test_numbers_are_what_babel_writes(code: str, value: Decimal):
    with speaking(code):
        assert formatting.number(value) == spaced(format_decimal(value or abs(value), locale=LOCALES[code]))


@given(languages, st.integers(-100_000, 100_000))
def test_percentages_are_what_babel_writes(code: str, hundredths: int):
    share = Decimal(hundredths) / 100
    with speaking(code):
        assert formatting.percent(share) == spaced(format_percent(share, locale=LOCALES[code]))


@given(languages, finer_amounts)
def test_an_amount_is_rounded_half_away_from_zero_and_is_never_minus_nothing(code: str, amount: Decimal):
    rounded = amount.quantize(Decimal("0.01"), ROUND_HALF_UP)
    with speaking(code):
        assert formatting.money(amount) == formatting.money(rounded or Decimal(0))
        assert ("-" in formatting.money(amount)) == (rounded < 0)
        assert ("+" in formatting.signed_money(amount)) == (rounded > 0)


@given(languages, amounts)
def test_the_parts_of_an_amount_are_the_amount(code: str, amount: Decimal):
    with speaking(code):
        euros, rest = formatting.money_parts(amount)
        assert euros + rest == formatting.money(amount)
        assert re.fullmatch(r"[.,]\d\d(\u00a0€)?", rest)


@given(languages, amounts)
def test_an_amount_is_never_broken_across_lines(code: str, amount: Decimal):
    with speaking(code):
        for text in (formatting.money(amount), formatting.signed_money(amount), formatting.whole_euros(amount)):
            assert not re.search(r"[^\S\u00a0]", text), "a space that breaks"
            assert not re.search(r"[-+](?!\d)", text), "a sign that no digit holds"


def test_the_bundled_font_has_every_sign_we_write(each_language: str):
    font = TTFont("Noto Sans", paths.resource("fonts", "NotoSans-Regular.ttf"))
    texts = [formatting.signed_money(Decimal(n)) for n in ("-1234567890.12", "1")]
    texts += [formatting.percent(Decimal("0.5"))]
    texts += [formatting.date_long(date(2024, month, 1)) for month in range(1, 13)]
    assert {sign for text in texts for sign in text if ord(sign) not in font.face.charToGlyph} == set()


@pytest.mark.parametrize("value", ["NaN", "Infinity", "-Infinity"])
def test_what_is_not_a_number_is_never_written(value: str):
    for write in (formatting.money, formatting.number, formatting.quantity, formatting.percent, formatting.whole_euros):
        with pytest.raises(ValueError, match="finite"):
            write(Decimal(value))


def test_numbers_have_the_decimals_they_need():
    with speaking("fr"):
        assert formatting.number(Decimal("1E+3")) == "1\u00a0000"
        assert formatting.number(Decimal("2.50")) == "2,5"
        assert formatting.number(2, places=2) == "2,00"
        assert formatting.number(Decimal("-0.00")) == "0"
        assert formatting.quantity(Decimal("0.3333")) == "0,333"
        assert formatting.quantity(Decimal("120.000")) == "120"
        assert formatting.percent(Decimal("0.125"), places=1) == "12,5\u00a0%"
        assert formatting.whole_euros(Decimal("1234.5")) == "1\u00a0235\u00a0€"


@pytest.mark.parametrize(
    ("code", "first_of_may", "month"),
    [
        ("fr", "1er\u00a0mai 2024", "mai 2024"),
        ("nl", "1\u00a0mei 2024", "mei 2024"),
        ("de", "1.\u00a0Mai 2024", "Mai 2024"),
        ("en", "1\u00a0May 2024", "May 2024"),
    ],
)
def test_dates_are_written_out(code: str, first_of_may: str, month: str):
    with speaking(code):
        assert formatting.date_long(date(2024, 5, 1)) == first_of_may
        assert formatting.date_long(date(2024, 5, 21)) == first_of_may.replace("1er", "1").replace("1", "21", 1)
        assert formatting.month_long(date(2024, 5, 1)) == month
        assert formatting.date_short(date(1989, 5, 3)) == "03/05/1989"


def test_a_time_is_hours_and_minutes():
    assert formatting.time_short(time(9, 3, 59)) == "09:03"
    assert formatting.time_short(datetime(2026, 11, 21, 14, 3, 7)) == "14:03"


@pytest.mark.parametrize(("code", "word"), [("fr", "et"), ("nl", "en"), ("de", "und"), ("en", "and")])
def test_a_list_is_a_piece_of_a_sentence(code: str, word: str):
    with speaking(code):
        assert formatting.join_list(["a", "b", "c"]) == f"a, b {word} c"
        assert formatting.join_list(iter(["a", "b"])) == f"a {word} b"
        assert formatting.join_list(["a"]) == "a"
        assert formatting.join_list([]) == ""


@pytest.mark.parametrize(
    ("born", "written"),
    [
        (date(1989, 11, 21), "37 years"),
        (date(1989, 11, 22), "36 years"),
        (date(2024, 11, 22), "23 months"),
        (date(2026, 10, 21), "1 month"),
        (date(2026, 10, 22), "30 days"),
        (date(2026, 11, 20), "1 day"),
        (TODAY, "0 days"),
        (date(2026, 11, 22), ""),
    ],
)
def test_an_age_is_in_years_months_or_days(born: date, written: str):
    with speaking("en"):
        assert plain(formatting.age(born, TODAY)) == written


# ------------------------------------------------------------------------------------------------------- reading back


@given(languages, amounts)
def test_every_amount_we_write_is_read_back(code: str, amount: Decimal):
    with speaking(code):
        assert parse_money(formatting.money(amount)) == amount
        assert parse_money(formatting.signed_money(amount)) == amount
        assert parse_money(str(amount)) == amount


@given(languages, st.integers(-999_999_999, 999_999_999).map(Decimal))
def test_every_amount_we_write_without_cents_is_read_back(code: str, amount: Decimal):
    with speaking(code):
        assert parse_money(formatting.whole_euros(amount)) == amount
        assert parse_money(formatting.number(amount)) == amount


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("1.234,50", "1234.50"),
        ("1234,5", "1234.50"),
        ("1 234.50", "1234.50"),
        ("1,234.50", "1234.50"),
        ("1234.56", "1234.56"),
        ("1\u202f234,50\u00a0€", "1234.50"),
        ("1'234.50", "1234.50"),
        ("1’234,5", "1234.50"),
        ("1.234.567", "1234567"),
        ("1,234,567.8", "1234567.80"),
        ("€ 12", "12"),
        ("12 €", "12"),
        ("eur 12", "12"),
        ("12,-", "12"),
        ("12.--", "12"),
        ("12,", "12"),
        (",5", "0.50"),
        ("007", "7"),
        ("-5", "-5"),
        ("\u22125,00 €", "-5"),
        ("€ -5", "-5"),
        ("-€5", "-5"),
        ("-0", "0"),
        ("+5", "5"),
        ("45+12,50", "57.50"),
        (" 45 € + 12,50 + € 1.000,00 ", "1057.50"),
        ("999999999,99", "999999999.99"),
    ],
)
def test_amounts_are_read_as_people_type_them(each_language: str, typed: str, amount: str):
    read = parse_money(typed)
    assert read == Decimal(amount)
    assert read.as_tuple().exponent == -2
    assert not (read.is_zero() and read.is_signed())


@pytest.mark.parametrize("code", ["fr", "nl", "de"])
def test_before_three_digits_a_belgian_point_parts_thousands_and_a_comma_is_refused(code: str):
    with speaking(code):
        assert parse_money("1.234") == 1234
        assert refusal_of_amount("1,234") == "amount_too_precise"


def test_before_three_digits_an_english_comma_parts_thousands_and_a_point_is_refused():
    with speaking("en"):
        assert parse_money("1,234") == 1234
        assert refusal_of_amount("1.234") == "amount_too_precise"


def refusal_of_amount(typed: str) -> str:
    with pytest.raises(NotUnderstood) as refused:
        parse_money(typed)
    return refused.value.code


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "amount_missing"),
        (" \u00a0\t", "amount_missing"),
        ("12,345,67", "amount_not_understood"),
        ("1.23.4", "amount_not_understood"),
        ("1 23", "amount_not_understood"),
        ("1.234 567", "amount_not_understood"),
        ("12a", "amount_not_understood"),
        ("1e5", "amount_not_understood"),
        ("1_000", "amount_not_understood"),
        ("NaN", "amount_not_understood"),
        ("inf", "amount_not_understood"),
        ("\uff11\uff12", "amount_not_understood"),
        ("²", "amount_not_understood"),
        ("$5", "amount_not_understood"),
        ("€5€", "amount_not_understood"),
        ("€", "amount_not_understood"),
        (".", "amount_not_understood"),
        (",-", "amount_not_understood"),
        ("--5", "amount_not_understood"),
        ("5-", "amount_not_understood"),
        ("12-5", "amount_not_understood"),
        ("45+-5", "amount_not_understood"),
        ("45+", "amount_not_understood"),
        ("++5", "amount_not_understood"),
        ("0.123", "amount_too_precise"),
        ("1234,567", "amount_too_precise"),
        ("1.234,567", "amount_too_precise"),
        ("1000000000", "amount_too_long"),
        ("9" * 61, "amount_not_understood"),
    ],
)
def test_what_is_no_amount_is_refused_with_the_reason(each_language: str, typed: str, code: str):
    assert refusal_of_amount(typed) == code


@given(languages, st.text(max_size=70) | st.text("0123456789 .,'+-€", max_size=20))
def test_whatever_is_typed_is_an_amount_or_is_refused(code: str, typed: str):
    with speaking(code), suppress(NotUnderstood):
        amount = parse_money(typed)
        assert amount == amount.quantize(Decimal("0.01"))
        assert amount.as_tuple().exponent == -2


@given(languages, days)
def test_every_date_we_write_is_read_back(code: str, day: date):
    with speaking(code):
        written = [formatting.date_short(day), formatting.date_long(day), day.isoformat(), f"{day:%d%m%Y}"]
        assert {parse_date(text, TODAY) for text in written} == {day}


@given(st.dates(date(1926, 11, 22), TODAY))
def test_a_short_year_is_never_in_the_future(day: date):
    assert parse_date(f"{day:%d/%m/%y}", TODAY) == day
    assert parse_date(f"{day:%d%m%y}", TODAY) == day


def test_a_short_year_may_lie_twenty_years_ahead_where_the_future_is_meant():
    assert parse_date("22/11/26", TODAY) == date(1926, 11, 22)
    assert parse_date("22/11/26", TODAY, future_ok=True) == date(2026, 11, 22)
    assert parse_date("31/12/46", TODAY, future_ok=True) == date(2046, 12, 31)
    assert parse_date("1/1/47", TODAY, future_ok=True) == date(1947, 1, 1)


def test_a_full_year_is_taken_as_typed():
    assert parse_date("1/1/2031", TODAY) == date(2031, 1, 1)


@pytest.mark.parametrize(
    "typed",
    [
        "3/5/89", "3-5-1989", "03.05.1989", "3 5 89", "3 / 5 / 1989", "1989-05-03", "1989/5/3", "030589", "03051989",
        "3 mai 1989", "3 MEI 89", "3. Mai 1989", "3 May 1989", "3rd may 89", "3-mai-1989", "3mai89",
        "3\u00a0mai\u00a01989", " 3\u201105\u20111989 ",
    ],
)  # fmt: skip
def test_dates_are_read_as_people_type_them(each_language: str, typed: str):
    assert parse_date(typed, TODAY) == date(1989, 5, 3)


@pytest.mark.parametrize(
    ("typed", "month"),
    [("1er févr. 2024", 2), ("1 fevrier 2024", 2), ("1 mrt. 2024", 3), ("1 Marz 2024", 3), ("1 AOUT 2024", 8)],
)
def test_months_are_known_by_the_beginning_of_their_name_in_any_language(typed: str, month: int):
    assert parse_date(typed, TODAY) == date(2024, month, 1)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "date_missing"),
        ("31/2/1989", "date_impossible"),
        ("29/02/2023", "date_impossible"),
        ("0/5/1989", "date_impossible"),
        ("3/13/1989", "date_impossible"),
        ("19890503", "date_impossible"),
        ("3/5/0989", "date_impossible"),
        ("3/5/2200", "date_impossible"),
        ("32 mai 1989", "date_impossible"),
        ("3/5", "date_not_understood"),
        ("3/5/989", "date_not_understood"),
        ("3/5-1989", "date_not_understood"),
        ("3 jui 1989", "date_not_understood"),
        ("3 ma 1989", "date_not_understood"),
        ("3 brumaire 1989", "date_not_understood"),
        ("\u0663/5/1989", "date_not_understood"),
        ("hier", "date_not_understood"),
        ("3/5/1989" + " " * 40 + "x" * 40, "date_not_understood"),
    ],
)
def test_what_is_no_date_is_refused_with_the_reason_and_what_was_typed(each_language: str, typed: str, code: str):
    with pytest.raises(NotUnderstood) as refused:
        parse_date(typed, TODAY)
    assert refused.value.code == code
    assert refused.value.values.get("text", "") == (typed if len(typed) <= 60 else typed[:60] + "…")


@given(st.text(max_size=70) | st.text("0123456789/-. mai", max_size=14), st.booleans())
def test_whatever_is_typed_is_a_date_or_is_refused(typed: str, future_ok: bool):
    with suppress(NotUnderstood):
        assert 1800 <= parse_date(typed, TODAY, future_ok=future_ok).year <= 2199
