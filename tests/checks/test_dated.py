"""Dated tables: each entry holds from its day to the day before the next."""

import datetime as dt

import pytest

from generator import checks
from generator.checks.dated import in_force, table
from tests.checks.examples import example


@pytest.mark.parametrize("name", ["vat", "allowances"])
def test_entries_stand_in_the_order_of_their_days(name: str) -> None:
    days = [entry["from"] for entry in table(name)]
    assert days == sorted(set(days))


@pytest.mark.parametrize(
    ("day", "standard", "reduced"),
    [
        ("2008-12-31", 18, [5]),
        ("2009-01-01", 21, [10]),
        ("2010-12-31", 21, [10]),
        ("2011-01-01", 22, [12]),
        ("2012-06-30", 22, [12]),
        ("2012-07-01", 21, [12]),
        ("2024-05-01", 21, [12, 5]),
    ],
)
def test_vat_rates_by_the_date_of_a_document(day: str, standard: int, reduced: list[int]) -> None:
    rates = in_force("vat", dt.date.fromisoformat(day))
    assert rates is not None
    assert (rates["standard"], rates["reduced"]) == (standard, reduced)


@pytest.mark.parametrize(
    ("day", "currency", "norms"),
    [
        ("2012-08-31", "LVL", (4, 30, 40)),
        ("2013-12-31", "LVL", (4, 30, 40)),
        ("2014-01-01", "EUR", (6, 43, 57)),
        ("2019-11-28", "EUR", (6, 43, 57)),
        ("2019-11-29", "EUR", (8, 60, 120)),
    ],
)
def test_norms_by_the_first_day_of_a_journey(day: str, currency: str, norms: tuple[int, ...]) -> None:
    entry = in_force("allowances", dt.date.fromisoformat(day))
    assert entry is not None
    assert entry["currency"] == currency
    assert (entry["daily-allowance"], entry["hotel"], entry["hotel-riga"]) == norms


def test_nothing_is_known_of_the_days_before_the_first_entry() -> None:
    assert in_force("allowances", dt.date(2010, 10, 26)) is None


def said(changes: dict[str, object]) -> set[str]:
    trip = example(changes)
    return {one.id for one in checks.run(trip, trip.source).faults}


HOTEL = {"costs[1].norm": "hotel", "costs[1].unit_price": "40,00"}


def test_a_hotel_in_the_capital_has_a_norm_of_its_own() -> None:
    assert "allowance.norm" in said(HOTEL)
    assert "allowance.norm" not in said(HOTEL | {"journey.destination.name": "Rīga"})


def test_a_norm_in_lats_is_converted_for_a_price_in_euro() -> None:
    in_euro = HOTEL | {"costs[1].document.currency": "EUR"}
    assert "allowance.norm" not in said(in_euro | {"costs[1].unit_price": "42,69"})
    assert "allowance.norm" in said(in_euro | {"costs[1].unit_price": "42,70"})


def test_rates_of_a_document_older_than_the_table_are_not_judged() -> None:
    assert "vat.rate" not in said({"costs[0].vat": "19", "costs[0].document.date": "2004-04-30"})


@pytest.mark.parametrize("vat", ["0", "atbrīvots", "nav"])
def test_no_vat_is_right_on_any_date(vat: str) -> None:
    assert "vat.rate" not in said({"costs[0].vat": vat, "costs[1].vat": vat})


def test_vat_that_is_more_than_a_cent_off_stops_the_documents() -> None:
    off = {"costs[0].vat": "21", "costs[1].vat": "nav", "costs[1].vat_amount": None}
    trip = example(off | {"costs[0].vat_amount": "17,34"})
    (fault,) = [one for one in checks.run(trip, trip.source).faults if one.id == "vat.amount"]
    assert fault.severity == "error"
