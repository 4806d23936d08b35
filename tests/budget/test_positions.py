"""The budget as a tree: groups add up what stands under them."""

from decimal import Decimal
from typing import Any

import pytest

from generator.budget import Figures, budget_lines, total
from generator.errors import BadValue
from generator.model.finances import Position
from generator.model.money import Money

Raw = dict[str, Any]


def leaf(code: str, approved: str = "100", spent: str = "0", period: str = "0", **more: Any) -> Raw:
    sums = {"approved": approved, "spent_before": spent, "this_period": period}
    return {"code": code, "name": f"Pozīcija {code}", **sums, **more}


def group(code: str, *positions: Raw, **more: Any) -> Raw:
    return {"code": code, "name": f"Grupa {code}", "positions": positions, **more}


def lats(amount: str) -> Money:
    return Money(Decimal(amount), "LVL")


TREE = [
    Position.model_validate(one)
    for one in (
        group("1", leaf("1.1", "100", "10", "1"), group("1.2", leaf("1.2.1", "50", "5", "0,50"))),
        leaf("2", "7"),
    )
]


def test_a_group_is_what_stands_under_it_at_any_depth() -> None:
    one, two = budget_lines(TREE, "LVL")
    assert one.figures == Figures(lats("150.00"), lats("15.00"), lats("1.50"))
    assert total([one, two], "LVL").approved == lats("157.00")


def test_lines_know_their_field_their_level_and_their_order() -> None:
    walked = [line for top in budget_lines(TREE, "LVL") for line in top.walk()]
    assert [(line.position.code, line.path, line.level) for line in walked] == [
        ("1", "budget[0]", 0),
        ("1.1", "budget[0].positions[0]", 1),
        ("1.2", "budget[0].positions[1]", 1),
        ("1.2.1", "budget[0].positions[1].positions[0]", 2),
        ("2", "budget[1]", 0),
    ]


def test_all_in_a_group_that_is_not_eligible_is_not() -> None:
    tree = [Position.model_validate(group("1", leaf("1.1", eligible="jā"), eligible="nē"))]
    assert [line.eligible for line in budget_lines(tree, "LVL")[0].walk()] == [False, False]


def test_figures_of_two_currencies_are_not_added() -> None:
    in_lats, in_euro = (budget_lines(TREE, currency) for currency in ("LVL", "EUR"))
    with pytest.raises(BadValue) as refused:
        total([*in_lats, *in_euro], "LVL")
    assert refused.value.fault.id == "currency.mixed"


@pytest.mark.parametrize(
    ("approved", "period", "used"),
    [("3", "1", "33.3"), ("8", "1", "12.5"), ("0", "1", None), ("1", "2", "200.0")],
)
def test_what_is_used_is_a_part_of_the_approved_sum(approved: str, period: str, used: str | None) -> None:
    (line,) = budget_lines([Position.model_validate(leaf("1", approved, "0", period))], "LVL")
    assert line.figures.used == (None if used is None else Decimal(used))
