"""Amounts and shares of funding sources add up to the last santīms and the last hundredth."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.budget import source_lines, split
from generator.model.records import Project
from tests.tripfiles.sound import MAPPING

CENT = Decimal("0.01")
cents = st.integers(0, 10**13).map(lambda whole: Decimal(whole) * CENT)
weights = st.lists(st.integers(0, 10**6).map(Decimal), min_size=1, max_size=12).filter(any)


def project(total: str, *funding: dict[str, Any]) -> Project:
    return Project.model_validate({**MAPPING["project"], "total": total, "funding": funding})


def amounts(of: Project) -> list[str]:
    return [str(line.amount.amount) for line in source_lines(of)]


@given(cents, weights)
def test_parts_add_up_and_each_is_less_than_a_cent_from_its_share(
    amount: Decimal, shares: list[Decimal]
) -> None:
    parts = split(amount, shares)
    assert sum(parts) == amount
    whole = sum(shares)
    for part, share in zip(parts, shares, strict=True):
        assert abs(part * whole - amount * share) < CENT * whole


@given(cents, weights)
def test_a_greater_share_never_gets_less(amount: Decimal, shares: list[Decimal]) -> None:
    parts = sorted(zip(shares, split(amount, shares), strict=True))
    assert [part for _, part in parts] == sorted(part for _, part in parts)


def test_the_cent_that_is_left_goes_to_the_largest_remainder() -> None:
    thirds = project("100,00", *({"name": f"avots {one}", "share": "33,33"} for one in (1, 2, 3)))
    assert amounts(thirds) == ["33.34", "33.33", "33.33"]
    assert [line.moved for line in source_lines(thirds)] == [True, False, False]


def test_what_given_amounts_leave_is_split_by_shares() -> None:
    mixed = project(
        "100,00",
        {"name": "ESF", "share": "60"},
        {"name": "pašvaldība", "amount": "10,00"},
        {"name": "valsts", "share": "30"},
    )
    assert amounts(mixed) == ["60.00", "10.00", "30.00"]
    assert [str(line.share) for line in source_lines(mixed)] == ["60", "10.00", "30"]


@pytest.mark.parametrize(
    ("given", "shares"),
    [
        (("1,00", "1,00", "1,00"), ["33.34", "33.33", "33.33"]),
        (("2,00", "4,00", "0,00"), ["33.33", "66.67", "0.00"]),
    ],
)
def test_shares_of_amounts_make_up_100_percent(given: tuple[str, ...], shares: list[str]) -> None:
    total = str(sum(Decimal(one.replace(",", ".")) for one in given))
    one = project(total, *({"name": "avots", "amount": amount} for amount in given))
    assert [str(line.share) for line in source_lines(one)] == shares
