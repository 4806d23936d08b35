"""A sum knows its currency, and lats become euro by the law's rule to the last cent."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from itertools import count, islice, repeat
from operator import eq, mul

import pytest

from generator.errors import BadValue
from generator.model.money import CENT, Currency, Money, currency_on, to_euro, to_lats, total, zero

RATE = 702_804
"""The rate in millionths, for an oracle of whole numbers."""
MOST = 3_000_000
"""Ls 30 000,00 in santīmi."""


def lats(amount: str) -> Money:
    return Money(Decimal(amount), "LVL")


def euro(amount: str) -> Money:
    return Money(Decimal(amount), "EUR")


# -- arithmetic ---------------------------------------------------------------------------------
def test_sums_of_one_currency_add_subtract_and_compare() -> None:
    assert lats("1.10") + lats("2.05") == lats("3.15")
    assert lats("1.10") - lats("2.05") == lats("-0.95")
    assert abs(lats("-0.95")) == lats("0.95")
    assert lats("1.10") < lats("1.11") <= lats("1.11")
    assert total([lats("1.10"), lats("2.05")], "LVL") == lats("3.15")
    assert total([], "EUR") == zero("EUR")
    assert not zero("LVL")


@pytest.mark.parametrize(
    "mix",
    [
        lambda: lats("1.00") + euro("1.00"),
        lambda: euro("1.00") - lats("1.00"),
        lambda: lats("1.00") < euro("1.00"),
        lambda: lats("1.00") >= euro("1.00"),
        lambda: total([lats("1.00")], "EUR"),
    ],
)
def test_lats_and_euro_are_not_mixed(mix: Callable[[], object]) -> None:
    with pytest.raises(BadValue) as refused:
        mix()
    assert refused.value.fault.id == "currency.mixed"


def test_the_same_amount_in_another_currency_is_another_sum() -> None:
    assert lats("1.00") != euro("1.00")


# -- the euro -----------------------------------------------------------------------------------
@pytest.mark.parametrize(("day", "currency"), [(dt.date(2013, 12, 31), "LVL"), (dt.date(2014, 1, 1), "EUR")])
def test_the_euro_came_with_the_year_2014(day: dt.date, currency: Currency) -> None:
    assert currency_on(day) == currency


@pytest.mark.parametrize(
    ("typed", "converted"),
    [
        ("0.01", "0.01"),
        ("0.35", "0.50"),
        ("1.00", "1.42"),
        ("4.00", "5.69"),
        ("30.00", "42.69"),
        ("40.00", "56.91"),
        ("52.51", "74.71"),
        ("1000.00", "1422.87"),
        ("24415.44", "34740.04"),
        ("25000.00", "35571.80"),
        ("-24415.44", "-34740.04"),
    ],
)
def test_published_and_computed_examples_of_the_conversion(typed: str, converted: str) -> None:
    assert lats(typed).to("EUR") == euro(converted)
    assert lats(typed).to("LVL") == lats(typed)


def test_every_cent_to_30_000_lats_is_divided_by_the_full_rate_and_rounded_half_up() -> None:
    converted = map(to_euro, islice(count(CENT, CENT), MOST))
    by_whole_numbers = ((2_000_000 * santimi + RATE) // (2 * RATE) for santimi in range(1, MOST + 1))
    assert all(map(eq, map(mul, converted, repeat(100)), by_whole_numbers))


def test_euro_to_30_000_are_multiplied_by_the_full_rate_and_rounded_half_up() -> None:
    step = 7
    converted = map(to_lats, islice(count(CENT * step, CENT * step), MOST // step))
    by_whole_numbers = ((2 * RATE * cents + 1_000_000) // 2_000_000 for cents in count(step, step))
    assert all(map(eq, map(mul, converted, repeat(100)), by_whole_numbers))


def test_the_rounded_inverse_of_the_rate_would_give_another_cent() -> None:
    inverse = (Decimal("52.51") * Decimal("1.422872")).quantize(CENT)
    assert lats("52.51").to("EUR").amount != inverse


def test_half_a_santims_goes_up() -> None:
    assert to_lats(Decimal("1250.00")) == Decimal("878.51")  # 878,505 exactly
