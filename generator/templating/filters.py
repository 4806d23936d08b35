"""The filters of templates, by name: pure functions of `latvian`, given what a template holds."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, time
from decimal import Decimal
from typing import Any

from generator import latvian
from generator.errors import BadValue
from generator.fields import Fields

_OCLOCK = "plkst.\u00a0"


def money(amount: Decimal | int, currency: str = "LVL") -> str:
    """Return a sum with its currency: `Ls 24 415,44`."""
    return latvian.format_money(amount, currency)


def amount(value: Decimal | int) -> str:
    """Return a sum without its currency, for a column whose head names it: `24 415,44`."""
    return latvian.format_number(value, decimals=2)


def words(value: Decimal | int, currency: str = "LVL") -> str:
    """Return a sum in words: `divdesmit četri tūkstoši ... lati un 44 santīmi`."""
    return latvian.money_in_words(value, currency)


def case(value: str | Fields, case: str, number: str | None = None, gender: str | None = None) -> str:
    """Return a text, a name or a person in a case; forms given in the data win."""
    text, forms = _declinable(value)
    return latvian.decline(text, case, number=number, gender=gender, forms=forms or None)


def to(value: str | Fields) -> str:
    """Return a place as a direction: `uz Rēzekni`."""
    text, forms = _declinable(value)
    return latvian.to_place(text, forms=forms or None)


def in_(value: str | Fields) -> str:
    """Return a place as a location: `Rēzeknē`."""
    text, forms = _declinable(value)
    return latvian.in_place(text, forms=forms or None)


def from_(value: str | Fields) -> str:
    """Return a place as an origin: `no Rēzeknes`."""
    text, forms = _declinable(value)
    return latvian.from_place(text, forms=forms or None)


def agree(count: int, noun: str, case: str = "nominative", preposition: str | None = None) -> str:
    """Return a count with its noun: `21 dalībnieks`, `22 dalībnieki`."""
    return latvian.agree(count, noun, case=case, preposition=preposition)


def day(value: date, form: str = "locative") -> str:
    """Return a date: `2012. gada 31. augustā`."""
    return latvian.format_date(value, form)


def period(value: Fields, form: str = "words") -> str:
    """Return a period, which is anything with a start and an end."""
    return latvian.format_period(value.start, value.end or value.start, form)


def clock(value: time, end: time | None = None) -> str:
    """Return a time of day, or a stretch of it: `plkst. 9.00–10.30`."""
    begin = latvian.format_time(value)
    return begin if end is None else f"{begin}–{latvian.format_time(end).removeprefix(_OCLOCK)}"


def listed(values: Iterable[str]) -> str:
    """Return texts as an enumeration: `Daugavpils, Rēzekne un Ludza`."""
    *most, last = [str(value) for value in values]
    return f"{', '.join(most)} un {last}" if most else last


def capitalized(value: str) -> str:
    """Return a text with its first letter large and the rest as it is."""
    return value[:1].upper() + value[1:]


def sentence(value: str) -> str:
    """Return a text that ends like a sentence: a stop is added when nothing closes it."""
    closed = value.rstrip().rstrip('”»")').endswith((".", "!", "?", "…"))
    return value if closed else f"{value.rstrip()}."


def _declinable(value: str | Fields) -> tuple[str, Any]:
    """Return the text and the given forms of a name, or of a bare text."""
    if isinstance(value, str):
        return value, None
    if isinstance(value, Fields) and isinstance(getattr(value, "name", None), str):
        return value.name, getattr(value, "forms", None)
    raise BadValue("template.not-a-name", value=value)


FILTERS: dict[str, Callable[..., object]] = {
    "money": money,
    "amount": amount,
    "words": words,
    "agree": agree,
    "date": day,
    "period": period,
    "time": clock,
    "percent": latvian.format_percent,
    "number": latvian.format_number,
    "ordinal": latvian.ordinal_in_words,
    "case": case,
    "to": to,
    "in": in_,
    "from": from_,
    "typeset": latvian.typeset,
    "listed": listed,
    "capitalized": capitalized,
    "sentence": sentence,
}
"""Every filter a template may use besides Jinja's own."""
