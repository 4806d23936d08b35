"""Currency signs that people type beside a sum: each must be the currency the sum is read in."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import Any, get_args

from generator.errors import Fault, Place, fault
from generator.latvian.reading import read_currency
from generator.model import Trip
from generator.model.finances import Cost, EarlierReport
from generator.model.money import Currency
from generator.model.records import Record
from generator.tripfiles.content import Content, item, member

_Signed = tuple[str, str, str, Currency]
"""The path, text and sign of a sum, and the currency in which it is read."""


def other_signs(trip: Trip | None, content: Content) -> tuple[Fault, ...]:
    """Return a fault for every sum typed with the sign of another currency; none before there is a trip."""
    if trip is None or content.data is None:
        return ()
    signed: list[_Signed] = []
    _gather(trip, content.data, "", trip.project.currency, signed)
    return tuple(
        fault("currency.sign", content.values.get(path, Place(field=path)), value=typed, found=found,
              expected=expected)
        for path, typed, found, expected in signed
        if found != expected
    )  # fmt: skip


def _gather(
    record: Record, typed: Mapping[str, object], path: str, currency: Currency, signed: list[_Signed]
) -> None:
    """Add every signed sum of a record."""
    own = _currency_in(record, currency)
    for name in _sums_in(type(record)):
        text = typed.get(name)
        if isinstance(text, str):
            if isinstance(getattr(record, name), Decimal) and (found := read_currency(text)):
                signed.append((member(path, name), text, found, own))
        elif isinstance(text, (dict, list)):
            _gather_within(getattr(record, name), text, member(path, name), own, signed)


def _gather_within(
    value: object, typed: dict[str, object] | list[Any], path: str, currency: Currency, signed: list[_Signed]
) -> None:
    """Add every signed sum of a record within another, or of a list of them."""
    if isinstance(value, Record) and isinstance(typed, dict):
        _gather(value, typed, path, currency, signed)
    elif isinstance(value, tuple) and isinstance(typed, list):
        for index, (one, row) in enumerate(zip(value, typed, strict=False)):
            _gather_within(one, row, item(path, index), currency, signed)


@cache
def _sums_in(record: type[Record]) -> tuple[str, ...]:
    """Return the fields of a record that are sums or hold some: a trip has ten times as many others."""
    return tuple(name for name, info in record.model_fields.items() if _holds_sums(info.annotation, ()))


def _holds_sums(annotation: Any, above: tuple[Any, ...]) -> bool:
    """Whether an annotation is about numbers with decimals, at any depth; `above` is asked already."""
    if annotation is Decimal or annotation in above:
        return annotation is Decimal
    if isinstance(annotation, type) and issubclass(annotation, Record):
        inner = [info.annotation for info in annotation.model_fields.values()]
    else:
        inner = list(get_args(annotation))
    return any(_holds_sums(one, (*above, annotation)) for one in inner)


def _currency_in(record: Record, currency: Currency) -> Currency:
    """Return the currency of the sums in a record; `currency` is that of the project."""
    if isinstance(record, Cost):
        return record.currency(currency)
    return record.currency if isinstance(record, EarlierReport) else currency
