"""How the program reads what was typed: shown beside a sum, a date, a number that is written otherwise."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from typing import Final

from generator.errors import BadValue
from generator.frozen import dataclass
from generator.latvian import LatvianStyle
from generator.latvian.currency import format_money
from generator.latvian.dates import format_date
from generator.latvian.numbers import format_number
from generator.latvian.reading import read_amount, read_date, read_decimal, read_time
from generator.latvian.style import DEFAULT
from generator.model.finances import Cost
from generator.model.money import Currency
from generator.model.records import Project
from generator.tripfiles.content import steps_of
from generator.web.forms.fields import Field


@dataclass(frozen=True, slots=True)
class Understanding:
    """What has to be known to read a trip: the currency of the project, and of each of its costs."""

    home: Currency | None = None
    costs: Sequence[Currency] = field(default_factory=tuple)
    style: LatvianStyle = DEFAULT

    def of(self, part: Field, path: str, text: str) -> str:
        """Return how a text is read, as the documents write it; nothing when it is written so already."""
        if part.kind == "amount":
            return self._amount(path, text)
        if text.strip().lower() in part.choices:
            return ""
        said = as_read(part.kind, text)
        return "" if said == _tidy(text) else said

    def _amount(self, path: str, text: str) -> str:
        try:
            amount = read_amount(text)
            currency = self._currency(path)
            digits = format_number(amount, decimals=2, style=self.style)
            said = digits if currency is None else format_money(amount, currency, style=self.style)
        except BadValue:
            return ""
        return "" if _tidy(text) in (_tidy(digits), _tidy(said)) else said

    def _currency(self, path: str) -> Currency | None:
        """Return the currency in which a sum is read."""
        first, *rest = steps_of(path)
        if first == "costs":
            index = rest[0] if rest else None
            return self.costs[index] if isinstance(index, int) and index < len(self.costs) else None
        return self.home if first != "earlier" else None


def as_read(kind: str, text: str) -> str:
    """Return a date, a time or a number as the documents write it; nothing for what cannot be read."""
    try:
        return _READ[kind](text) if kind in _READ else ""
    except BadValue:
        return ""


def understanding(
    sound: Mapping[str, object], data: Mapping[str, object], style: LatvianStyle = DEFAULT
) -> Understanding:
    """Return what is known from the sound sections of a trip, else from what was typed."""
    project = sound.get("project")
    home = project.currency if isinstance(project, Project) else _typed_currency(data)
    costs = sound.get("costs")
    known = [one for one in costs if isinstance(one, Cost)] if isinstance(costs, tuple) else []
    return Understanding(home, [one.currency(home) for one in known] if home else (), style)


def _typed_currency(data: Mapping[str, object]) -> Currency | None:
    """Return the currency that a project says; that of a project which says none is the lats."""
    project = data.get("project", data)
    typed = project.get("currency", "LVL") if isinstance(project, Mapping) else None
    return "LVL" if typed == "LVL" else "EUR" if typed == "EUR" else None


def _tidy(text: str) -> str:
    """Return a text with plain single spaces."""
    return " ".join(text.split())


def _time(text: str) -> str:
    time = read_time(text)
    return f"{time.hour}.{time.minute:02}"


_READ: Final[Mapping[str, Callable[[str], str]]] = {
    "date": lambda text: format_date(read_date(text), "numeric"),
    "time": _time,
    "number": lambda text: format_number(read_decimal(text)),
    "count": lambda text: format_number(read_decimal(text)),
}
"""How the documents write what is read."""
