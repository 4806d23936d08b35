"""A trip written back as data: one way of writing for every trip, which the readers read again."""

from __future__ import annotations

import json
from typing import Any

from generator.model import Trip


def plain_data(trip: Trip) -> dict[str, Any]:
    """Return a trip as mappings, lists and texts in the order of the model, without empty fields.

    Dates are ISO 8601, sums plain decimals; `load` gives an equal trip for it.
    """
    return trip.model_dump(mode="json", exclude_defaults=True)


def json_data(trip: Trip) -> bytes:
    """Return a trip as JSON in UTF-8 that ends in a line feed: the same trip, the same bytes."""
    return (json.dumps(plain_data(trip), ensure_ascii=False, indent=2) + "\n").encode()


def typed_data(trip: Trip) -> dict[str, Any]:
    """Return the plain data of a trip with every value as a person types it: texts, jā and nē."""
    return {name: _typed(value) for name, value in plain_data(trip).items()}


def _typed(value: object) -> object:
    if isinstance(value, dict):
        return {name: _typed(one) for name, one in value.items()}
    if isinstance(value, list):
        return [_typed(one) for one in value]
    if isinstance(value, bool):
        return "jā" if value else "nē"
    return str(value)
