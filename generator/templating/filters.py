"""The filters of templates, by name: pure functions of `latvian`, given what a template holds.

A filter with a parameter `style` is bound to the style of the documents by `filters_in`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, time
from decimal import Decimal
from functools import partial
from inspect import signature
from typing import Any

from generator import latvian
from generator.errors import BadValue
from generator.fields import Fields
from generator.latvian import LatvianStyle
from generator.latvian.grammar import NBSP
from generator.latvian.style import DEFAULT
from generator.model.money import Money

_OCLOCK = f"plkst.{NBSP}"
_CLOSING = " .;,"


def money(
    amount: Money | Decimal | int, currency: str | None = None, *, style: LatvianStyle = DEFAULT
) -> str:
    """Return a sum with its currency: `Ls 24 415,44`."""
    value, known = _sum(amount, currency)
    return latvian.format_money(value, known, style=style)


def amount(value: Money | Decimal | int, *, style: LatvianStyle = DEFAULT) -> str:
    """Return a sum without its currency, for a column whose head names it: `24 415,44`."""
    bare = value.amount if isinstance(value, Money) else value
    return latvian.format_number(bare, decimals=2, style=style)


def words(value: Money | Decimal | int, currency: str | None = None, *, style: LatvianStyle = DEFAULT) -> str:
    """Return a sum in words: `divdesmit četri tūkstoši ... lati un 44 santīmi`."""
    amount, known = _sum(value, currency)
    return latvian.money_in_words(amount, known, style=style)


def _sum(value: Money | Decimal | int, currency: str | None) -> tuple[Decimal | int, str]:
    """Return an amount and its currency; a sum that knows its own is not called by another."""
    if not isinstance(value, Money):
        return value, currency or "LVL"
    if currency not in (None, value.currency):
        raise BadValue("currency.mixed", one=value.currency, other=currency)
    return value.amount, value.currency


def case(
    value: str | Fields,
    case: str,
    number: str | None = None,
    gender: str | None = None,
    *,
    style: LatvianStyle = DEFAULT,
) -> str:
    """Return a text, a name or a person in a case; forms given in the data win."""
    text, forms = _declinable(value)
    return latvian.decline(text, case, number=number, gender=gender, forms=forms, style=style)


def after(value: str | Fields, preposition: str, *, style: LatvianStyle = DEFAULT) -> str:
    """Return a text or a name with a preposition before it: `ar Sabiedrības integrācijas fondu`."""
    text, forms = _declinable(value)
    return latvian.after(text, preposition, forms=forms, style=style)


def to(value: str | Fields, *, style: LatvianStyle = DEFAULT) -> str:
    """Return a place as a direction: `uz Rēzekni`."""
    text, forms = _declinable(value)
    return latvian.to_place(text, forms=forms, style=style)


def in_(value: str | Fields, *, style: LatvianStyle = DEFAULT) -> str:
    """Return a place as a location: `Rēzeknē`."""
    text, forms = _declinable(value)
    return latvian.in_place(text, forms=forms, style=style)


def from_(value: str | Fields, *, style: LatvianStyle = DEFAULT) -> str:
    """Return a place as an origin: `no Rēzeknes`."""
    text, forms = _declinable(value)
    return latvian.from_place(text, forms=forms, style=style)


def agree(
    count: Decimal | int,
    noun: str,
    case: str = "nominative",
    preposition: str | None = None,
    *,
    style: LatvianStyle = DEFAULT,
) -> str:
    """Return a count with its noun on one line: `21 dalībnieks`, `22 dalībnieki`."""
    text = latvian.agree(count, noun, case=case, preposition=preposition, style=style)
    return re.sub(r"(?<=[0-9]) ", NBSP, text, count=1)


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


def by_surname(values: Iterable[str | Fields], *, style: LatvianStyle = DEFAULT) -> list[str | Fields]:
    """Return people in the order of the Latvian alphabet: by surname, then name; nameless ones last.

    People are full names, or records with `name` and `position`; the nameless are in the order of
    their positions.
    """
    return sorted(values, key=lambda one: _person_key(one, style))


def _person_key(one: str | Fields, style: LatvianStyle) -> tuple[bool, Any, Any]:
    name, position = (one, "") if isinstance(one, str) else (one.name, one.position)
    return not name, latvian.surname_key(name or "", style=style), latvian.sort_key(position, style=style)


def closed(value: str, mark: str = ".") -> str:
    """Return a text with this mark at its end, in place of a stop, a comma or a semicolon there."""
    return value.rstrip(_CLOSING) + mark


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
        return value.name, getattr(value, "forms", None) or None
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
    "after": after,
    "to": to,
    "in": in_,
    "from": from_,
    "typeset": latvian.typeset,
    "quoted": latvian.quoted,
    "sign": latvian.currency_sign,
    "listed": listed,
    "by_surname": by_surname,
    "closed": closed,
    "capitalized": capitalized,
    "sentence": sentence,
}
"""Every filter a template may use besides Jinja's own."""


def filters_in(style: LatvianStyle) -> Mapping[str, Callable[..., object]]:
    """Return every filter as documents in this style use it; those in the usual style need no binding."""
    if style == DEFAULT:
        return FILTERS
    return {
        name: partial(function, style=style) if "style" in signature(function).parameters else function
        for name, function in FILTERS.items()
    }
