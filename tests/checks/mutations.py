"""The sound trip with one figure or date moved by the smallest step, and whether a check notices.

Every figure and date that the sound trip gives is found by its type, so that a new field is moved, too.
What no check can notice stands in a table with its reason, in Latvian: it is shown in `docs/checks.md`.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, Final, NamedTuple

from generator import checks
from generator.errors import DataError
from generator.model.records import Record
from tests.checks.examples import SOUND, example

CENT: Final = Decimal("0.01")
DAY: Final = dt.timedelta(days=1)


class Mutation(NamedTuple):
    """A field, what it is moved by or over, and the value it then has."""

    field: str
    step: str
    value: str

    @property
    def kind(self) -> tuple[str, str]:
        """The field and the step without the numbers of items: `costs[].quantity`."""
        return re.sub(r"\[\d+\]", "[]", self.field), re.sub(r"\[\d+\]", "[]", self.step)


class Unnoticed(NamedTuple):
    """Steps of a field that no check can notice, and why."""

    field: str
    steps: tuple[str, ...]
    reason: str

    @property
    def kinds(self) -> list[tuple[str, str]]:
        """The kinds of mutation that this is about."""
        return [(self.field, step) for step in self.steps]


UNNOTICED_FIGURES: Final = (
    Unnoticed(
        "activity.number",
        ("+", "−"),
        "Numurs tikai nosauc aktivitāti; cita skaitļa, ar ko to salīdzināt, datos nav.",
    ),
    Unnoticed("outcome.indicators[].planned", ("−",), "Plānu drīkst pārsniegt."),
    Unnoticed("outcome.indicators[].achieved", ("+",), "Plānu drīkst pārsniegt."),
    Unnoticed(
        "budget[].this_period",
        ("+",),
        "Pārskata periodā pozīcijai drīkst būt arī citas izmaksas, ne tikai šī brauciena.",
    ),
    Unnoticed(
        "costs[].quantity",
        ("−",),
        "Ja summa nav ierakstīta, to aprēķina, un mazāku summu nav ar ko salīdzināt.",
    ),
    Unnoticed(
        "costs[].unit_price",
        ("−",),
        "Ja summa nav ierakstīta, to aprēķina, un mazāku summu nav ar ko salīdzināt.",
    ),
)
UNNOTICED_DATES: Final = (
    Unnoticed(
        "activity.planned.start",
        (
            "< activity.planned.end",
            "< report.period.start",
            "< report.period.end",
            "< journey.start",
            "< journey.end",
            "< costs[].document.date",
            "< costs[].document.paid",
            "< earlier[].date",
            "< earlier[].period.end",
        ),
        "Plānotais laiks drīkst būt plašāks par braucienu.",
    ),
    Unnoticed(
        "activity.planned.end",
        (
            "> activity.planned.start",
            "> report.date",
            "> report.period.end",
            "> journey.start",
            "> journey.end",
            "> costs[].document.date",
            "> costs[].document.paid",
        ),
        "Plānotais laiks drīkst būt plašāks par braucienu.",
    ),
    Unnoticed(
        "project.implementation.end", ("< report.date",), "Pārskatu drīkst parakstīt arī pēc projekta beigām."
    ),
    Unnoticed(
        "report.date", ("> project.implementation.end",), "Pārskatu drīkst parakstīt arī pēc projekta beigām."
    ),
    Unnoticed(
        "report.period.end",
        (
            "> activity.planned.start",
            "> activity.planned.end",
            "> journey.start",
            "> journey.end",
            "> costs[].document.date",
            "> costs[].document.paid",
        ),
        "Periods drīkst turpināties pēc brauciena.",
    ),
    Unnoticed(
        "costs[].document.date",
        (
            "< activity.planned.start",
            "< activity.planned.end",
            "< journey.start",
            "< journey.end",
            "< costs[].document.date",
            "< costs[].document.paid",
            "< report.period.end",
            "< earlier[].date",
        ),
        "Dokumentu drīkst izrakstīt arī pirms brauciena un maksāt vēlāk.",
    ),
    Unnoticed(
        "project.implementation.start",
        ("> earlier[].period.start", "< earlier[].period.start", "> earlier[].period.end"),
        "Iepriekšējā pārskata periodu pārbauda, kad gatavo pašu iepriekšējo pārskatu.",
    ),
    Unnoticed(
        "earlier[].period.start",
        ("< project.agreement.date", "> project.implementation.start", "< project.implementation.start"),
        "Iepriekšējā pārskata periodu pārbauda, kad gatavo pašu iepriekšējo pārskatu.",
    ),
    Unnoticed(
        "report.period.start", ("> earlier[].date",), "Starp pārskatu periodiem drīkst būt pārtraukums."
    ),
    Unnoticed(
        "earlier[].date",
        (
            "< project.agreement.date",
            "< project.implementation.start",
            "> activity.planned.start",
            "> activity.planned.end",
            "< report.period.start",
            "> report.period.end",
            "> journey.start",
            "> journey.end",
            "< earlier[].period.start",
            "< earlier[].period.end",
            "> costs[].document.date",
            "> costs[].document.paid",
        ),
        "Pārskatu secību nosaka to periodi, nevis parakstīšanas dienas.",
    ),
)


def noticed(mutation: Mutation) -> bool:
    """Return whether anything is said of a trip; that a day is a day off is said of too many."""
    try:
        trip = example({mutation.field: mutation.value})
    except DataError:
        return True
    return any(one.id != "date.day-off" for one in checks.run(trip, trip.source).faults)


def figures() -> Iterator[Mutation]:
    """Yield every figure of the sound trip one step more and one step less."""
    for field, value in _given():
        if isinstance(value, dt.date):
            continue
        step = 1 if isinstance(value, int) else CENT
        for sign, moved in (("+", value + step), ("−", value - step)):
            yield Mutation(field, sign, str(moved).replace(".", ","))


def dates() -> Iterator[Mutation]:
    """Yield every date of the sound trip moved to the day beyond every other one."""
    days = [(field, day) for field, day in _given() if isinstance(day, dt.date)]
    for field, day in days:
        for other, bound in days:
            if field != other and day <= bound:
                yield Mutation(field, f"> {other}", (bound + DAY).isoformat())
            if field != other and day >= bound:
                yield Mutation(field, f"< {other}", (bound - DAY).isoformat())


def _given() -> Iterator[tuple[str, Any]]:
    """Yield the figures and dates that the sound trip gives, by field, as the model reads them."""
    return _values(example({}), SOUND, "")


def _values(value: object, typed: Any, path: str) -> Iterator[tuple[str, Any]]:
    if isinstance(value, Record):
        for name in type(value).model_fields:
            if name in typed:
                yield from _values(getattr(value, name), typed[name], f"{path}.{name}".lstrip("."))
    elif isinstance(value, tuple):
        for at, one in enumerate(value):
            yield from _values(one, typed[at], f"{path}[{at}]")
    elif isinstance(value, (Decimal, int, dt.date)) and not isinstance(value, bool):
        yield path, value
