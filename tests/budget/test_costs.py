"""Costs in the currency of their documents, VAT within them, and the list of documents."""

from decimal import Decimal
from typing import Any

import pytest

from generator.budget import CostLine, cost_lines, costs_total, document_lines, vat_total
from generator.model.finances import Cost
from generator.model.money import Money

DOCUMENT = {"kind": "rēķins", "number": "1", "date": "2014-01-01", "issuer": "SIA Paraugs"}


def cost(price: str = "121,00", document: dict[str, Any] | None = None, **more: Any) -> Cost:
    named = {"item": "noma", "position": "1", "quantity": "1", "unit": "diena", "unit_price": price}
    return Cost.model_validate({**named, "document": document, **more})


def line(one: Cost) -> CostLine:
    (found,) = cost_lines([one], "EUR")
    return found


def euro(amount: str) -> Money:
    return Money(Decimal(amount), "EUR")


@pytest.mark.parametrize(
    ("vat", "within"),
    [
        ("21", "21.00"),
        ("22", "21.82"),
        ("12", "12.96"),
        ("0", "0.00"),
        ("exempt", "0.00"),
        ("nav", "0.00"),
    ],
)
def test_vat_is_a_part_of_the_amount(vat: str, within: str) -> None:
    assert line(cost(vat=vat)).vat == euro(within)


def test_vat_as_on_the_document_wins_over_the_rate() -> None:
    assert line(cost(vat="21", vat_amount="20,99")).vat == euro("20.99")


def test_vat_is_not_known_when_nothing_is_said_of_it() -> None:
    lines = cost_lines([cost(vat="21"), cost()], "EUR")
    assert [one.vat for one in lines] == [euro("21.00"), None]
    assert vat_total(lines, "EUR") is None
    assert vat_total(lines[:1], "EUR") == euro("21.00")


@pytest.mark.parametrize(
    ("document", "own", "amount"),
    [
        (None, "EUR", "121.00"),
        (DOCUMENT, "EUR", "121.00"),
        ({**DOCUMENT, "date": "2013-12-31"}, "LVL", "172.17"),
        ({**DOCUMENT, "date": "2013-12-31", "currency": "EUR"}, "EUR", "121.00"),
        ({**DOCUMENT, "currency": "LVL"}, "LVL", "172.17"),
    ],
)
def test_a_cost_is_in_the_currency_of_its_document(
    document: dict[str, Any] | None, own: str, amount: str
) -> None:
    found = line(cost(document=document))
    assert (found.own.currency, found.amount) == (own, euro(amount))
    assert found.foreign == (own == "LVL")


def test_costs_are_converted_one_by_one_and_then_added() -> None:
    old = {**DOCUMENT, "date": "2013-12-31"}
    assert costs_total([cost("0,35", old), cost("0,35", old), cost("0,35", old)], "EUR") == euro("1.50")


def test_documents_stand_by_date_then_by_number_as_people_count() -> None:
    numbers = [("2014-01-02", "9"), ("2014-01-01", "A-10"), ("2014-01-01", "A-9"), ("2014-01-01", "7")]
    costs = [cost(document={**DOCUMENT, "date": date, "number": number}) for date, number in numbers]
    listed = document_lines(cost_lines(costs, "EUR"), "EUR")
    assert [one.document.number for one in listed] == ["7", "A-9", "A-10", "9"]


def test_a_document_that_proves_several_costs_is_listed_once_with_their_sum() -> None:
    costs = [cost("1,00", DOCUMENT, vat="nav"), cost("5,00"), cost("2,00", DOCUMENT, vat="nav")]
    (listed,) = document_lines(cost_lines(costs, "EUR"), "EUR")
    assert (listed.costs, listed.amount) == ((0, 2), euro("3.00"))
    assert (listed.net, listed.vat) == (euro("3.00"), euro("0.00"))


def test_documents_without_a_number_are_not_taken_for_one() -> None:
    receipt = {"kind": "čeks", "date": "2014-01-01"}
    lines = cost_lines([cost("1,00", receipt), cost("2,00", receipt)], "EUR")
    assert [one.amount for one in document_lines(lines, "EUR")] == [euro("1.00"), euro("2.00")]
