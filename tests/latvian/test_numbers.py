"""Numbers in digits and in words."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import BadValue
from generator.latvian import (
    LatvianStyle,
    format_number,
    format_percent,
    number_in_words,
    ordinal_in_words,
)
from tests.latvian.tables import rows
from tests.latvian.words_reader import number_of

CASES = ("nominative", "genitive", "dative", "accusative", "locative")


@pytest.mark.parametrize(("number", "gender", "case", "words"), rows("numbers"))
def test_a_number_in_words(number, gender, case, words):
    assert number_in_words(int(number), gender=gender, case=case) == words


@pytest.mark.parametrize(("number", "gender", "case", "words"), rows("ordinals"))
def test_an_ordinal_in_words(number, gender, case, words):
    assert ordinal_in_words(int(number), gender=gender, case=case) == words


@given(st.integers(-999_999_999_999, 999_999_999_999), st.sampled_from(["masculine", "feminine"]))
def test_words_read_back_as_the_number(number, gender):
    assert number_of(number_in_words(number, gender=gender)) == number


@pytest.mark.parametrize("gender", ["masculine", "feminine"])
def test_words_of_the_first_ten_thousand_read_back(gender):
    assert all(number_of(number_in_words(n, gender=gender)) == n for n in range(10_000))


@given(st.integers(0, 999_999_999_999), st.sampled_from(CASES))
def test_every_case_has_as_many_words_as_the_nominative(number, case):
    assert len(number_in_words(number, case=case).split()) == len(number_in_words(number).split())


@pytest.mark.parametrize("number", [10**12, -(10**12)])
def test_a_number_without_words_is_refused(number):
    with pytest.raises(BadValue, match="outside"):
        number_in_words(number)


@pytest.mark.parametrize("number", [0, 1000, -1])
def test_an_ordinal_outside_its_bounds_is_refused(number):
    with pytest.raises(BadValue, match="outside"):
        ordinal_in_words(number)


@pytest.mark.parametrize("number", [1.0, True, "5", Decimal("1.5"), Decimal("NaN")])
def test_what_is_no_whole_number_has_no_words(number):
    with pytest.raises(BadValue):
        number_in_words(number)


def test_an_unknown_case_is_refused_with_the_known_ones():
    with pytest.raises(BadValue, match="vocative.*locative"):
        number_in_words(5, case="vocative")


@pytest.mark.parametrize(
    ("style", "number", "case", "words"),
    [
        (LatvianStyle(oblique_numerals="last"), 234, "dative", "divi simti trīsdesmit četriem"),
        (LatvianStyle(three="undeclined"), 3, "dative", "trīs"),
        (LatvianStyle(round_thousands="genitive"), 100_000, "nominative", "viens simts tūkstošu"),
        (LatvianStyle(numeral_noun="genitive"), 10_000, "nominative", "desmit tūkstošu"),
    ],
)
def test_the_style_chooses_among_correct_words(style, number, case, words):
    assert number_in_words(number, case=case, style=style) == words


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Decimal("1234.5"), "1\u00a0234,5"),
        (0, "0"),
        (-1234, "−1\u00a0234"),
        (Decimal("1E+3"), "1\u00a0000"),
        (Decimal("0.10"), "0,10"),
    ],
)
def test_a_number_keeps_the_decimals_it_was_given(value, expected):
    assert format_number(value) == expected


def test_a_number_is_rounded_only_when_asked():
    assert format_number(Decimal("2.345"), decimals=2) == "2,35"


@pytest.mark.parametrize(
    ("value", "expected"), [(100, "100\u00a0%"), (Decimal("33.33"), "33,33\u00a0%"), (-5, "−5\u00a0%")]
)
def test_percent_points_stand_before_a_spaced_sign(value, expected):
    assert format_percent(value) == expected


@pytest.mark.parametrize("function", [format_number, format_percent])
def test_a_float_is_no_number_to_print(function):
    with pytest.raises(BadValue) as refused:
        function(0.1)
    assert refused.value.fault.id == "number.float"
