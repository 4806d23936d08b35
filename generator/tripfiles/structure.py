"""Plain data to a trip: every section by itself, so that sound ones can be used and checked."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Annotated, Any, Final, cast

from pydantic import TypeAdapter, ValidationError

from generator.errors import Fault, Place, fault
from generator.model import FORMAT, Trip
from generator.tripfiles.content import Content, Data, holder, member, section, within
from generator.tripfiles.explain import explained, shown

_UNSOUND: Final = object()


def structured(content: Content) -> tuple[Trip | None, tuple[Fault, ...]]:
    """Return the trip, or None and every fault of structure; a fault is at the value that has it."""
    if content.data is None:
        return None, ()
    data = _with_format(content.data)
    refused = _format_refused(data, content)
    if refused is not None:
        return None, (refused,)
    try:
        return Trip.model_validate(data), ()
    except ValidationError as error:
        return None, tuple(_faults(error, content))


def sections(trip: Trip | None, content: Content, faults: Iterable[Fault]) -> dict[str, object]:
    """Return the top-level sections that no fault touches, each as the model reads it."""
    touched = {section(one.place.field) for one in faults}
    if trip is not None:
        return {name: value for name, value in trip if name not in touched}
    if content.data is None or "format.other" in {one.id for one in faults}:
        return {}
    data = {name: value for name, value in _with_format(content.data).items() if value is not None}
    read = ((name, _section(name, data)) for name in Trip.model_fields if name not in touched)
    return {name: value for name, value in read if value is not _UNSOUND}


def _section(name: str, data: Data) -> object:
    """Return one section as the model reads it, its default when it is left out."""
    if name not in data:
        known = Trip.model_fields[name]
        return _UNSOUND if known.is_required() else known.get_default()
    try:
        return _adapter(name).validate_python(data[name])
    except ValidationError:
        return _UNSOUND


@cache
def _adapter(name: str) -> TypeAdapter[object]:
    """Return the reader of one section of a trip."""
    known = Trip.model_fields[name]
    annotated: Any = Annotated[cast(Any, known.annotation), known]
    return TypeAdapter(annotated)


def _faults(error: ValidationError, content: Content) -> list[Fault]:
    """Return the faults of an error of pydantic, but for values that have one already.

    A field that is there under a misspelt name is not missing as well.
    """
    found = (explained(one, content) for one in error.errors(include_url=False))
    fresh = [one for one in found if not within(one.place.field, content.spoiled)]
    misspelt = {_meant(one) for one in fresh if one.id == "field.misspelt"}
    return [one for one in fresh if one.id != "field.missing" or one.place.field not in misspelt]


def _meant(misspelt: Fault) -> str:
    """Return the path of the field that a misspelt one means."""
    return member(holder(misspelt.place.field), str(misspelt.values["meant"]))


def _with_format(data: Data) -> Data:
    """Return the data with its format as text: it may be typed as a number."""
    return {**data, "format": str(data["format"])} if data.get("format") is not None else data


def _format_refused(data: Data, content: Content) -> Fault | None:
    """Return the fault of a file of another format: nothing else in it can be judged."""
    typed = data.get("format")
    if typed in (None, FORMAT):
        return None
    place = content.values.get("format", Place(field="format"))
    return fault("format.other", place, value=shown(typed), known=FORMAT)
