"""The informative column of euro is converted line by line; a difference from the whole is told."""

from decimal import Decimal

from generator.budget import euro_column
from generator.model.money import Money


def lats(*amounts: str) -> list[Money]:
    return [Money(Decimal(amount), "LVL") for amount in amounts]


def euro(amount: str) -> Money:
    return Money(Decimal(amount), "EUR")


def test_the_column_adds_up_to_its_lines() -> None:
    column = euro_column(lats("0.35", "0.35"))
    assert column.lines == (euro("0.50"), euro("0.50"))
    assert (column.total, column.whole, column.difference) == (euro("1.00"), euro("1.00"), euro("0.00"))


def test_the_rounding_of_lines_is_the_difference_from_the_converted_total() -> None:
    column = euro_column(lats("0.01", "0.01", "0.01"))
    assert (column.total, column.whole, column.difference) == (euro("0.03"), euro("0.04"), euro("0.01"))
