"""Rules of the norms for journeys in Latvia: the daily allowance and the hotel."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from generator.checks.dated import in_force
from generator.checks.rule import Check, Found, money, warning
from generator.errors import N_
from generator.model.finances import Cost
from generator.model.money import Money
from generator.model.records import Journey, Project

_CAPITAL: Final = "Rīga"


def _over_norm(project: Project, journey: Journey, costs: Sequence[Cost]) -> Found:
    norms = in_force("allowances", journey.start)
    for index, cost in enumerate(costs):
        if cost.norm is None or norms is None:
            continue
        in_capital = cost.norm == "hotel" and journey.destination.name == _CAPITAL
        norm = Money(Decimal(norms["hotel-riga" if in_capital else cost.norm]), norms["currency"])
        price = Money(cost.unit_price, cost.currency(project.currency))
        if price > norm.to(price.currency):
            values = {"price": money(price), "norm": money(norm), "date": journey.start}
            yield warning("allowance.norm", f"costs[{index}].unit_price", item=cost.item, **values)


ALLOWANCES: Final = (
    Check(
        "allowance.norm",
        N_("Daily allowances and hotels are within the norms of the day of the trip"),
        N_("MK 12.10.2010. Nr. 969; the dated table data/allowances.toml"),
        _over_norm,
    ),
)
"""The rules of this file, in the order in which they are listed."""
