"""What a rule is, and the small parts that rules share: findings with a place, figures in sentences."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from inspect import Parameter, signature

from generator.errors import Fault, Place, Severity
from generator.frozen import dataclass
from generator.latvian.currency import format_money
from generator.model.money import Money
from generator.model.records import Journey, Period

Found = Iterator[Fault]


@dataclass(frozen=True)
class Check:
    """One rule: its id, what it makes sure of, where the rule comes from, and its function.

    `title` and `source` are English sentences for the message catalogues; a source that is the name
    of a regulation is the same in every language. The function's parameters are the sections it
    needs; one with a default may be absent. `texts` stands for the texts of all that are sound,
    gathered once for all rules, `style` for the style of the documents, `origin` for where the trip
    came from. A `firm` rule cannot be silenced: without it no document can be made.
    """

    id: str
    title: str
    source: str
    find: Callable[..., Found]
    firm: bool = False

    @cached_property
    def needs(self) -> tuple[str, ...]:
        """The top-level sections without which the rule says nothing."""
        parameters = signature(self.find).parameters.values()
        return tuple(one.name for one in parameters if one.default is Parameter.empty)

    @cached_property
    def takes(self) -> tuple[str, ...]:
        """All the top-level sections that the rule looks at, as its function takes them."""
        return tuple(signature(self.find).parameters)


# -- findings -----------------------------------------------------------------------------------
def error(id: str, field: str, **values: object) -> Fault:
    """Return a finding that stops the documents, at a field."""
    return Fault(id, values, Place(field=field))


def warning(id: str, field: str, **values: object) -> Fault:
    """Return a finding that stops nothing, at a field."""
    return Fault(id, values, Place(field=field), Severity.WARNING)


def information(id: str, field: str, **values: object) -> Fault:
    """Return a finding that only tells, at a field."""
    return Fault(id, values, Place(field=field), Severity.INFORMATION)


def days(journey: Journey) -> dict[str, dt.date]:
    """Return the first and the last day of a trip by their fields."""
    days = {"journey.start": journey.start}
    return days if journey.end in (None, journey.start) else {**days, "journey.end": journey.end}


def outside(days: Mapping[str, dt.date], period: Period) -> Iterator[tuple[str, dict[str, object]]]:
    """Yield the field of every day outside a period, with the figures of a sentence."""
    return beyond(days, period.start, period.end)


def beyond(
    days: Mapping[str, dt.date], start: dt.date, end: dt.date
) -> Iterator[tuple[str, dict[str, object]]]:
    """Yield the field of every day before a start or after an end, with the figures of a sentence."""
    for field, day in days.items():
        if not start <= day <= end:
            yield field, {"day": day, "start": start, "end": end}


# -- figures in sentences -----------------------------------------------------------------------
def clock(time: dt.time) -> str:
    """Return a time of day as a sentence quotes it."""
    return f"{time.hour}.{time.minute:02}"


def money(amount: Money) -> str:
    """Return a sum as the documents print it."""
    return format_money(amount.amount, amount.currency)


def compared(found: Money, expected: Money) -> dict[str, object]:
    """Return two sums and their difference, as a sentence quotes them."""
    return {"found": money(found), "expected": money(expected), "difference": money(abs(found - expected))}
