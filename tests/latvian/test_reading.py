"""Typed Latvian becomes values, or a fault that says why not."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import BadValue
from generator.latvian import read_amount, read_date, read_decimal, read_integer, read_time
from tests.latvian.tables import rows


def outcome(read, text):
    """Return what a reader makes of a text: its value, or the id of its fault."""
    try:
        return read(text)
    except BadValue as refused:
        return refused.fault.id


def expected(cell, value):
    return cell if any(letter.isalpha() for letter in cell) else value(cell)


@pytest.mark.parametrize(("typed", "amount"), rows("amounts"))
def test_a_typed_sum(typed, amount):
    assert outcome(read_amount, typed) == expected(amount, Decimal)


@pytest.mark.parametrize(("typed", "day"), rows("typed_dates"))
def test_a_typed_date(typed, day):
    assert outcome(read_date, typed) == expected(day, date.fromisoformat)


@pytest.mark.parametrize(("typed", "moment"), rows("typed_times"))
def test_a_typed_time(typed, moment):
    assert outcome(read_time, typed) == expected(moment, time.fromisoformat)


@pytest.mark.parametrize(
    ("typed", "number"),
    [("2,5", "2.5"), ("100", "100"), ("100\u00a0%", "100"), ("0.125", "0.125"), ("−1 000,25", "-1000.25")],
)
def test_a_typed_number(typed, number):
    assert read_decimal(typed) == Decimal(number)


@pytest.mark.parametrize(("typed", "number"), [("12", 12), ("1\u00a0000", 1000), ("-3", -3)])
def test_a_typed_whole_number(typed, number):
    assert read_integer(typed) == number


@pytest.mark.parametrize("typed", ["2,5", "divi", "1_000", "٣", "1e3"])
def test_what_is_no_whole_number_is_refused(typed):
    assert outcome(read_integer, typed) == "number.unreadable"


@pytest.mark.parametrize("read", [read_amount, read_date, read_decimal, read_integer, read_time])
@pytest.mark.parametrize("typed", ["", "  ", "\u00a0"])
def test_nothing_typed_is_said_to_be_empty(read, typed):
    assert outcome(read, typed) == "text.empty"


@pytest.mark.parametrize("read", [read_amount, read_date, read_decimal, read_integer, read_time])
@given(st.text())
def test_no_text_breaks_a_reader(read, text):
    outcome(read, text)
