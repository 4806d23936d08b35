"""Rules of the costs of the trip and the positions of the budget that they belong to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from generator.budget import budget_lines
from generator.checks.rule import Check, Found, compared, error, warning
from generator.errors import N_
from generator.model.finances import Cost, Position
from generator.model.money import Currency, Money, cents, total
from generator.model.records import Project


def _cost_amount(project: Project, costs: Sequence[Cost]) -> Found:
    for index, cost in enumerate(costs):
        paid = cost.paid(project.currency)
        computed = Money(cents(cost.quantity * cost.unit_price), paid.currency)
        if paid != computed:
            values = compared(paid, computed)
            yield error("cost.amount", f"costs[{index}].amount", item=cost.item, **values)


def _position_unknown(project: Project, budget: Sequence[Position], costs: Sequence[Cost]) -> Found:
    lines = budget_lines(budget, project.currency)
    codes = [line.position.code for top in lines for line in top.walk()]
    for index, cost in enumerate(costs):
        if cost.position not in codes:
            known = ", ".join(codes)
            yield error("cost.position-unknown", f"costs[{index}].position", code=cost.position, known=known)


def _costs_over_position(project: Project, budget: Sequence[Position], costs: Sequence[Cost]) -> Found:
    """Find positions that the trip's costs exceed; those of a group are all the costs under it."""
    spent = _by_position(costs, project.currency)
    for top in budget_lines(budget, project.currency):
        for line in top.walk():
            codes = spent.keys() & {one.position.code for one in line.walk()}
            if not codes:
                continue
            used = total([spent[code] for code in codes], project.currency)
            if used > line.figures.this_period:
                values = compared(used, line.figures.this_period)
                field = f"{line.path}.this_period"
                yield error("cost.over-position", field, code=line.position.code, **values)


def _by_position(costs: Sequence[Cost], currency: Currency) -> dict[str, Money]:
    """Return what the costs of each position add up to, in the currency of the report."""
    spent: dict[str, Money] = {}
    for cost in costs:
        amount = cost.paid(currency).to(currency)
        known = spent.get(cost.position)
        spent[cost.position] = amount if known is None else known + amount
    return spent


def _same_cost(costs: Sequence[Cost]) -> Found:
    first: dict[Cost, int] = {}
    for index, cost in enumerate(costs):
        if cost in first:
            yield warning("cost.duplicate", f"costs[{index}]", item=cost.item, row=first[cost] + 1)
        first.setdefault(cost, index)


COSTS: Final = (
    Check(
        "cost.amount",
        N_("The amount of every cost is quantity times unit price"),
        N_("Arithmetic"),
        _cost_amount,
    ),
    Check(
        "cost.position-unknown",
        N_("Every cost belongs to a position of the budget"),
        N_("The funding annex: costs are counted under their positions"),
        _position_unknown,
    ),
    Check(
        "cost.over-position",
        N_("The costs of the trip are within what was spent on their positions in the period"),
        N_("The funding annex: the trip's costs are a part of the positions"),
        _costs_over_position,
    ),
    Check(
        "cost.duplicate",
        N_("No cost is listed twice"),
        N_("A cost is refunded once"),
        _same_cost,
    ),
)
"""The rules of this file, in the order in which they are listed."""
