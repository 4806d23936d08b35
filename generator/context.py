"""The only names a template can see, made from a trip.

Prose is typeset here, once; titles, numbers and addresses stay as they were typed. Every text
remembers the field it came from.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from datetime import timedelta
from decimal import Decimal
from typing import Any, Final

from generator import budget
from generator.fields import Fields, of_field
from generator.latvian import LatvianStyle, typeset
from generator.latvian.style import DEFAULT
from generator.model import Trip
from generator.model.finances import Position
from generator.model.money import EURO_RATE, Money, total
from generator.model.records import Period, Record
from generator.model.texts import LEAVES, kinds_of
from generator.planning import PlanningPeriod, planning_periods


def context_of(trip: Trip, style: LatvianStyle = DEFAULT) -> dict[str, Any]:
    """Return every name a template can use for a trip, besides those of the run."""
    names: dict[str, Any] = {
        name: None if name in _RECKONED else _view(getattr(trip, name), name, kind, style)
        for name, kind in kinds_of(Trip)
    }
    currency, lines = trip.project.currency, budget.cost_lines(trip.costs, trip.project.currency)
    listed = budget.document_lines(lines, currency)
    planning = _planning(planning_periods()[trip.project.planning_period])
    return names | {
        "project": names["project"].updated(total=Money(trip.project.total, currency), planning=planning),
        "euro_rate": EURO_RATE,
        "funding": _funding(trip, names["project"].funding),
        "budget": _budget(trip, style),
        "costs": _costs(trip, names["costs"], lines, listed),
        "documents": _documents(trip, names["costs"], listed),
        "participant_count": sum(participant.count for participant in trip.participants),
        "implementation_months": _whole_months(trip.project.implementation),
    }


_RECKONED: Final = ("budget",)
"""What a template sees of the trip only as it is reckoned."""


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
_Kinds = Iterable[tuple[str, str]]
"""Names of fields, each with the kind of its texts."""


def _view(value: Any, path: str, kind: str, style: LatvianStyle) -> Any:
    """Return a value as a template sees it."""
    if type(value) in LEAVES:
        return value
    if isinstance(value, str):
        return _text(value, path, kind, style)
    if type(value) is tuple:
        return tuple([_view(one, f"{path}[{at}]", kind, style) for at, one in enumerate(value)])
    if isinstance(value, Record):
        return Fields(_values(value, path, kinds_of(type(value)), style))
    return value


def _text(text: str, path: str, kind: str, style: LatvianStyle) -> str:
    """Return a text as a template sees it: one that is printed knows its field."""
    if not kind:
        return text
    return of_field(typeset(text, style=style) if kind == "prose" else text, path)


def _values(record: Record, path: str, kinds: _Kinds, style: LatvianStyle) -> dict[str, Any]:
    """Return fields of a record as a template sees them; nine of ten are texts, or hold none."""
    values, seen = record.__dict__, {}
    for name, kind in kinds:
        value = values[name]
        known = type(value)
        if known is str:
            value = _text(value, f"{path}.{name}", kind, style)
        elif known not in LEAVES:
            value = _view(value, f"{path}.{name}", kind, style)
        seen[name] = value
    return seen


# -- money --------------------------------------------------------------------------------------
def _funding(trip: Trip, views: tuple[Fields, ...]) -> Fields | None:
    """Return the funding sources with amounts and shares, or None when there are none."""
    lines = budget.source_lines(trip.project)
    if not lines:
        return None
    amounts = [line.amount for line in lines]
    shares = _evenly([line.share for line in lines])
    in_euro, euro = _euro(trip, amounts)
    rows = tuple(
        view.updated(amount=amount, share=share, euro=converted)
        for view, amount, share, converted in zip(views, amounts, shares, in_euro, strict=True)
    )
    return Fields(
        {
            "rows": rows,
            "amount": total(amounts, trip.project.currency),
            "share": sum(shares),
            "public": _public(trip, rows),
            "moved": any(line.moved for line in lines),
            "euro": euro,
        }
    )


def _public(trip: Trip, rows: Sequence[Fields]) -> Fields | None:
    """Return what the public sources add up to, when every source says its kind and some are private."""
    chosen = [row for row in rows if row.kind in ("fund", "state", "municipality")]
    if not all(row.kind for row in rows) or not 0 < len(chosen) < len(rows):
        return None
    euro = total((row.euro for row in chosen), "EUR") if chosen[0].euro is not None else None
    amount = total((row.amount for row in chosen), trip.project.currency)
    return Fields({"amount": amount, "share": sum(row.share for row in chosen), "euro": euro})


def _evenly(shares: list[Decimal]) -> list[Decimal]:
    """Return shares with as many decimals each as the one that needs most: 85 and 15, not 15,00."""
    exponents = [one.normalize().as_tuple().exponent for one in shares]
    least = min((one for one in exponents if isinstance(one, int)), default=0)
    return [one.quantize(Decimal(1).scaleb(min(least, 0))) for one in shares]


def _euro(trip: Trip, sums: Sequence[Money]) -> tuple[Sequence[Money | None], Fields | None]:
    """Return sums of lats in euro and what their column says; nothing when the project does not ask."""
    if not trip.project.show_euro or trip.project.currency != "LVL":
        return [None] * len(sums), None
    column = budget.euro_column(sums)
    said = {"total": column.total, "whole": column.whole, "difference": column.difference}
    return column.lines, Fields(said)


def _budget(trip: Trip, style: LatvianStyle) -> Fields | None:
    """Return the lines of the budget in their order, groups before what is in them, or None."""
    if not trip.budget:
        return None
    currency = trip.project.currency
    lines = budget.budget_lines(trip.budget, currency, trip.earlier)
    leaves = [leaf for line in lines for leaf in line.leaves()]
    in_euro, euro = _euro(trip, [leaf.figures.this_period for leaf in leaves])
    by_path = {leaf.path: one for leaf, one in zip(leaves, in_euro, strict=True) if one is not None}
    eligible = [leaf for leaf in leaves if leaf.eligible]
    rest = [leaf for leaf in leaves if not leaf.eligible]
    told = bool(eligible and rest)
    return Fields(
        {
            "rows": tuple([_budget_row(one, by_path, style) for line in lines for one in line.walk()]),
            "total": _figures(budget.total(leaves, currency), leaves, by_path),
            "eligible": _part(eligible, trip, by_path) if told else None,
            "not_eligible": _part(rest, trip, by_path) if told else None,
            "euro": euro,
        }
    )


_InEuro = Mapping[str, Money]
"""The sums of the period in euro by the field of their position; none when they are not asked for."""


_NAMED: Final = tuple(one for one in kinds_of(Position) if one[0] in ("code", "name"))


def _budget_row(line: budget.Line, in_euro: _InEuro, style: LatvianStyle) -> Fields:
    """Return a line with its figures."""
    figures = _figures(line.figures, line.leaves() if in_euro else (), in_euro)
    said = {"group": bool(line.below), "level": line.level, "eligible": line.position.eligible}
    named = _values(line.position, line.path, _NAMED, style)
    return Fields({**named, "figures": figures, **said})


def _part(leaves: Sequence[budget.Line], trip: Trip, in_euro: _InEuro) -> Fields:
    """Return the figures of some positions added up."""
    return _figures(budget.total(leaves, trip.project.currency), leaves, in_euro)


def _figures(figures: budget.Figures, leaves: Iterable[budget.Line], in_euro: _InEuro) -> Fields:
    """Return the figures of leaves, with those of the period in euro where they are asked for."""
    return Fields(
        {
            "approved": figures.approved,
            "spent_before": figures.spent_before,
            "this_period": figures.this_period,
            "spent": figures.spent,
            "left": figures.left,
            "used": figures.used,
            "euro": total([in_euro[leaf.path] for leaf in leaves], "EUR") if in_euro else None,
        }
    )


def _costs(
    trip: Trip,
    views: tuple[Fields, ...],
    lines: Sequence[budget.CostLine],
    listed: Sequence[budget.DocumentLine],
) -> Fields | None:
    """Return the costs of the trip, each with its sums and its place in the list of documents."""
    if not lines:
        return None
    currency = trip.project.currency
    numbers = {at: number for number, one in enumerate(listed, 1) for at in one.costs}
    in_euro, euro = _euro(trip, [line.amount for line in lines])
    rows = tuple(
        view.updated(
            unit_price=Money(line.cost.unit_price, line.own.currency),
            own=line.own, amount=line.amount, euro=converted, listed=numbers.get(at),
        )
        for at, (line, view, converted) in enumerate(zip(lines, views, in_euro, strict=True))
    )  # fmt: skip
    return Fields(
        {
            "rows": rows,
            "total": total((line.amount for line in lines), currency),
            "vat": budget.vat_total(lines, currency),
            "mixed": any(line.foreign for line in lines),
            "euro": euro,
        }
    )


def _documents(trip: Trip, costs: tuple[Fields, ...], listed: Sequence[budget.DocumentLine]) -> Fields | None:
    """Return the list of supporting documents with their sums, or None when there are none."""
    if not listed:
        return None
    currency = trip.project.currency
    amount, vat = total((one.amount for one in listed), currency), budget.vat_total(listed, currency)
    in_euro, euro = _euro(trip, [one.amount for one in listed])
    rows = tuple(
        costs[one.costs[0]].document.updated(
            own=one.own, net=one.net, vat=one.vat, amount=one.amount, euro=converted
        )
        for one, converted in zip(listed, in_euro, strict=True)
    )
    return Fields(
        {
            "rows": rows,
            "net": None if vat is None else amount - vat,
            "vat": vat,
            "amount": amount,
            "mixed": any(one.own.currency != currency for one in listed),
            "euro": euro,
        }
    )
