"""What a template sees: texts that know their field, records that know their names."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


class Filled(str):
    """A text of the data; `field` is its path in the trip (`sites[2].name`)."""

    __slots__ = ("field",)
    field: str


def of_field(text: str, field: str) -> Filled:
    """Return a text with its field; a constructor of its own would make it half as dear again."""
    one = Filled(text)
    one.field = field
    return one


class Known:
    """A value that is no text and knows its field: a sum, a date, a count.

    Only previews have them; for documents values stay as the trip has them.
    """

    field: str


class Fields:
    """A record as a template sees it: its fields as attributes, and nothing else."""

    __slots__ = ("_values",)

    def __init__(self, values: Mapping[str, Any]) -> None:
        self._values = values

    def __getattr__(self, name: str) -> Any:
        try:
            return self._values[name]
        except KeyError:
            raise AttributeError(name) from None

    def updated(self, **more: Any) -> Fields:
        """Return the record with more fields, or with other values in them."""
        return Fields({**self._values, **more})


def names_of(fields: Fields) -> tuple[str, ...]:
    """Return the names a template may ask a record for."""
    return tuple(fields._values)


def field_of(fields: Fields, name: str) -> Any:
    """Return a field of a record by its name; raises KeyError when it has none of that name."""
    return fields._values[name]
