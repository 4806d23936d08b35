"""What a person may change in a trip file, and what each change does to plain data."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from generator.errors import BadValue
from generator.frozen import dataclass
from generator.tripfiles.content import Data, steps_of


@dataclass(frozen=True, slots=True)
class Put:
    """The text of a field or of an item, None for nothing; records on the way to it are made."""

    path: str
    text: str | None


@dataclass(frozen=True, slots=True)
class Add:
    """A value put at the end of a list, which is made when it is not there."""

    path: str
    value: object = None


@dataclass(frozen=True, slots=True)
class Remove:
    """An item taken out of its list, or a field out of its record."""

    path: str


@dataclass(frozen=True, slots=True)
class Move:
    """An item put at another index of its list."""

    path: str
    to: int


Change = Put | Add | Remove | Move


def applied(data: Data, change: Change) -> Data:
    """Return plain data with a change made; raises BadValue `change.place` where there is no such place.

    Nothing is made to hold nothing: an absent field that is emptied stays absent.
    """
    if isinstance(change, Put) and change.text is None and not _is_there(data, change.path):
        return data
    whole: dict[str | int, Any] = {"": deepcopy(data)}
    holder, step = _reached(whole, change.path)
    match change:
        case Put(text=text):
            _refuse_unless(not isinstance(_under(holder, step), (dict, list)), change.path)
            _set(holder, step, text, change.path)
        case Add(value=value):
            listed = _under(holder, step)
            _refuse_unless(listed is None or isinstance(listed, list), change.path)
            _set(holder, step, [*(listed or []), deepcopy(value)], change.path)
        case Remove():
            _refuse_unless(_has(holder, step) and step != "", change.path)
            del holder[step]
        case Move(to=to):
            inside = isinstance(holder, list) and _has(holder, step) and 0 <= to < len(holder)
            _refuse_unless(inside, change.path)
            holder.insert(to, holder.pop(step))
    return dict(whole[""])


def _reached(whole: Any, path: str) -> tuple[Any, Any]:
    """Return what holds the value at a path, records on the way made, and the last step of the path."""
    holder, step = whole, ""
    for after in steps_of(path):
        inner = _under(holder, step)
        if inner is None and isinstance(after, str):
            inner = {}
            _set(holder, step, inner, path)
        _refuse_unless(isinstance(inner, dict if isinstance(after, str) else list), path)
        holder, step = inner, after  # type: ignore[assignment]
    return holder, step


def _is_there(data: Data, path: str) -> bool:
    """Whether there is a field or an item at a path, also one that holds nothing."""
    found: Any = data
    for step in steps_of(path):
        if not _has(found, step):
            _refuse_unless(isinstance(step, str) and (found is None or isinstance(found, dict)), path)
            return False
        found = found[step]
    return True


def _has(holder: Any, step: str | int) -> bool:
    if isinstance(step, int):
        return isinstance(holder, list) and step < len(holder)
    return isinstance(holder, dict) and step in holder


def _under(holder: Any, step: str | int) -> Any:
    return holder[step] if _has(holder, step) else None


def _set(holder: Any, step: str | int, value: object, path: str) -> None:
    """Put a value in its place; a list has no place beyond its items."""
    _refuse_unless(isinstance(step, str) or _has(holder, step), path)
    holder[step] = value


def _refuse_unless(fits: bool, path: str) -> None:
    if not fits:
        raise BadValue("change.place", path=path)
