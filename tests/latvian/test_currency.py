"""Sums in digits and in words."""

from __future__ import annotations

from decimal import Decimal, localcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import BadValue
from generator.latvian import LatvianStyle, format_money, money_in_words, read_amount
from tests.latvian.tables import rows
from tests.latvian.words_reader import sum_of

CENTS = st.integers(-(10**13), 10**13).map(lambda cents: Decimal(cents) / 100)


@pytest.mark.parametrize(("amount", "digits", "words"), rows("lats"))
def test_lats_stand_after_their_sign_and_in_words(amount, digits, words):
    assert format_money(Decimal(amount)) == digits
    assert money_in_words(Decimal(amount)) == words


@pytest.mark.parametrize(("amount", "digits", "words"), rows("euro"))
def test_euro_stand_before_their_code_and_in_words(amount, digits, words):
    assert format_money(Decimal(amount), "EUR") == digits
    assert money_in_words(Decimal(amount), "EUR") == words


@given(CENTS, st.sampled_from(["LVL", "EUR"]))
def test_a_written_sum_reads_back_as_itself(amount, currency):
    assert read_amount(format_money(amount, currency)) == amount


@given(CENTS.filter(bool), st.sampled_from(["digits", "words"]))
def test_a_sum_in_words_reads_back_as_itself(amount, subunit):
    assert Decimal(sum_of(money_in_words(amount, subunit=subunit))) / 100 == amount


@pytest.mark.parametrize(
    ("amount", "digits"),
    [("0.125", "0,13"), ("0.135", "0,14"), ("-0.125", "−0,13"), ("0.124", "0,12")],
)
def test_halves_round_away_from_zero(amount, digits):
    assert format_money(Decimal(amount)) == f"Ls\u00a0{digits}"


@pytest.mark.parametrize("amount", [Decimal("-0.001"), Decimal("-0.00"), 0])
def test_nothing_has_no_minus(amount):
    assert format_money(amount) == "Ls\u00a00,00"
    assert money_in_words(amount) == "nulle latu un 00 santīmu"


def test_a_whole_number_is_lats_and_never_santims():
    assert format_money(5) == "Ls\u00a05,00"


@pytest.mark.parametrize(
    ("amount", "fault"),
    [
        (1.5, "amount.float"),
        (True, "amount.unreadable"),
        ("5", "amount.unreadable"),
        (Decimal("NaN"), "amount.not-finite"),
        (Decimal("-Infinity"), "amount.not-finite"),
        (Decimal("1E+15"), "number.range"),
    ],
)
@pytest.mark.parametrize("function", [format_money, money_in_words])
def test_what_is_no_exact_sum_is_refused(function, amount, fault):
    with pytest.raises(BadValue) as refused:
        function(amount)
    assert refused.value.fault.id == fault


@pytest.mark.parametrize("function", [format_money, money_in_words])
def test_an_unknown_currency_is_refused(function):
    with pytest.raises(BadValue, match="USD"):
        function(5, "USD")


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        (LatvianStyle(lats_position="suffix"), "2\u00a0441,54\u00a0Ls"),
        (LatvianStyle(group_from=5), "Ls\u00a02441,54"),
        (LatvianStyle(lats_sign="LVL"), "LVL\u00a02\u00a0441,54"),
    ],
)
def test_the_style_chooses_sign_position_and_groups(style, expected):
    assert format_money(Decimal("2441.54"), style=style) == expected


def test_the_style_chooses_the_words_of_a_sum():
    style = LatvianStyle(zero_subunit="nominative", numeral_noun="genitive", euro_word="euro")
    assert money_in_words(11, style=style) == "vienpadsmit latu un 00 santīmi"
    assert money_in_words(11, "EUR", style=style) == "vienpadsmit euro un 00 centi"


def test_a_sum_does_not_depend_on_the_precision_of_the_process():
    with localcontext(prec=4):
        assert format_money(Decimal("123456789.99")) == "Ls\u00a0123\u00a0456\u00a0789,99"
        assert money_in_words(Decimal("1234567.99")).endswith("septiņi lati un 99 santīmi")
        assert read_amount("-123456,78") == Decimal("-123456.78")


def test_a_choice_that_does_not_exist_is_refused():
    with pytest.raises(BadValue, match="middle"):
        LatvianStyle(lats_position="middle")
