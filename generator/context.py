"""The only names a template can see, made from a trip.

Prose is typeset here, once; titles, numbers and addresses stay as they were typed. Every text
remembers the field it came from.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from datetime import timedelta
from decimal import Decimal
from typing import Any

from generator import budget
from generator.fields import Fields, Filled
from generator.latvian import LatvianStyle, typeset
from generator.latvian.style import DEFAULT
from generator.model import Trip
from generator.model.records import Period, Position, Record
from generator.model.texts import kinds_of
from generator.planning import PlanningPeriod, planning_periods


def context_of(trip: Trip, style: LatvianStyle = DEFAULT) -> dict[str, Any]:
    """Return every name a template can use for a trip, besides those of the run."""
    names = {name: _view(getattr(trip, name), name, kind, style) for name, kind in kinds_of(Trip)}
    planning = planning_periods()[trip.project.planning_period]
    return names | {
        "project": names["project"].updated(planning=_planning(planning)),
        "funding": _funding(trip, names["project"].funding),
        "budget": _budget(trip, names["budget"]),
        "costs": _costs(trip, names["costs"]),
        "participant_count": sum(participant.count for participant in trip.participants),
        "implementation_months": _whole_months(trip.project.implementation),
    }


def _planning(period: PlanningPeriod) -> Fields:
    """Return what the planning period asks for, as a template sees it."""
    return Fields({one.name: getattr(period, one.name) for one in fields(period) if one.name != "marks"})


def _whole_months(period: Period) -> int | None:
    """Return how many calendar months a period fills, or None when it begins or ends inside one."""
    after = period.end + timedelta(days=1)
    if period.start.day != 1 or after.day != 1:
        return None
    return (after.year - period.start.year) * 12 + after.month - period.start.month


# -- records to fields --------------------------------------------------------------------------
def _view(value: Any, path: str, kind: str, style: LatvianStyle) -> Any:
    """Return a value as a template sees it."""
    if isinstance(value, str):
        if not kind:
            return value
        return Filled(typeset(value, style=style) if kind == "prose" else value, path)
    if isinstance(value, Record):
        return Fields(
            {
                name: _view(getattr(value, name), f"{path}.{name}", inner, style)
                for name, inner in kinds_of(type(value))
            }
        )
    if isinstance(value, tuple):
        return tuple(_view(one, f"{path}[{at}]", kind, style) for at, one in enumerate(value))
    return value


# -- money --------------------------------------------------------------------------------------
def _funding(trip: Trip, sources: tuple[Fields, ...]) -> Fields | None:
    """Return the funding sources with amounts and shares, or None when there are none."""
    amounts = budget.source_amounts(trip.project)
    pairs = list(zip(trip.project.funding, amounts, strict=True))
    shares = _evenly([budget.source_share(source, amount, trip.project.total) for source, amount in pairs])
    rows = tuple(
        Fields({"name": view.name, "amount": amount, "share": share})
        for view, amount, share in zip(sources, amounts, shares, strict=True)
    )
    if not rows:
        return None
    return Fields(
        {
            "rows": rows,
            "amount": sum((row.amount for row in rows), budget.ZERO),
            "share": sum(row.share for row in rows),
        }
    )


def _evenly(shares: list[Decimal]) -> list[Decimal]:
    """Return shares with as many decimals each as the one that needs most: 85 and 15, not 15,00."""
    exponents = [one.normalize().as_tuple().exponent for one in shares]
    least = min((one for one in exponents if isinstance(one, int)), default=0)
    return [one.quantize(Decimal(1).scaleb(min(least, 0))) for one in shares]


def _budget(trip: Trip, views: tuple[Fields, ...]) -> Fields | None:
    """Return the positions in groups (eligible, not eligible) with their totals, or None."""
    if not trip.budget:
        return None
    pairs = list(zip(trip.budget, views, strict=True))
    groups = tuple(
        _group(eligible, [pair for pair in pairs if pair[0].eligible is eligible])
        for eligible in (True, False)
    )
    return Fields(
        {
            "groups": tuple(group for group in groups if group.rows),
            "total": _figures(budget.total(trip.budget)),
        }
    )


def _group(eligible: bool, pairs: Iterable[tuple[Position, Fields]]) -> Fields:
    chosen = list(pairs)
    rows = tuple(
        Fields({"code": view.code, "name": view.name, "figures": _figures(budget.figures(position))})
        for position, view in chosen
    )
    total = _figures(budget.total(position for position, _ in chosen))
    return Fields({"eligible": eligible, "rows": rows, "total": total})


def _figures(figures: budget.Figures) -> Fields:
    names = ("approved", "spent_before", "this_period", "spent", "left", "used")
    return Fields({name: getattr(figures, name) for name in names})


def _costs(trip: Trip, views: tuple[Fields, ...]) -> Fields | None:
    """Return the costs of the trip with their amounts and total, or None when there are none."""
    if not trip.costs:
        return None
    rows = tuple(
        view.updated(amount=budget.cost_amount(cost)) for cost, view in zip(trip.costs, views, strict=True)
    )
    return Fields({"rows": rows, "total": budget.costs_total(trip.costs)})
