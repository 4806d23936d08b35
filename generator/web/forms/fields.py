"""The parts of a form, made from the model: a field, a group of fields, a list of rows.

Titles and descriptions are English, as in the model; the page shows them in the reader's language. A
field that is added to the model is a part of its form without anything being said of it here.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from typing import Final, get_args

from pydantic.fields import FieldInfo

from generator.errors import N_, BadValue
from generator.model import Trip
from generator.model.records import Record
from generator.model.texts import kinds_of
from generator.tripfiles.content import steps_of
from generator.tripfiles.fields import is_list, keys_of, record_of
from generator.tripfiles.kinds import FieldKind, kind_of

GENERAL: Final = "general"
"""The name of the section of those fields that stand on the first level of a file."""
OF_TRIP: Final = N_("This trip file")
OF_PROJECT: Final = N_("This project")

_FILES: Final = frozenset({"project", "earlier"})
"""Parts of a trip that may be the path of another file instead."""


@dataclass(frozen=True, slots=True)
class Field:
    """One input: a text, a figure, a choice.

    `choices` are the words of the model it may hold; `default` is what the program takes when it is
    empty, as a person would type it.
    """

    name: str
    title: str
    description: str
    needed: bool
    kind: FieldKind
    choices: tuple[str, ...] = ()
    default: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """A record within a record: its fields under one heading; `or_file` when it may lie in another file."""

    name: str
    title: str
    description: str
    needed: bool
    record: type[Record] | None
    keys: tuple[str, ...] = ()
    or_file: bool = False

    @property
    def parts(self) -> tuple[Part, ...]:
        """Its fields; a mapping has one for each of its names."""
        if self.record is not None:
            return parts_of(self.record)
        return tuple(Field(key, key, "", False, "text") for key in self.keys)


@dataclass(frozen=True, slots=True)
class Rows:
    """A list: of records, or of texts when there is no record.

    `needed` when it must have a row; `answers` when an empty list says something else than none at all.
    """

    name: str
    title: str
    description: str
    needed: bool
    record: type[Record] | None
    text: Field
    answers: bool = False
    or_file: bool = False

    @property
    def parts(self) -> tuple[Part, ...]:
        """The fields of a row; none of a text."""
        return () if self.record is None else parts_of(self.record)


Part = Field | Group | Rows


@dataclass(frozen=True, slots=True)
class Section:
    """A section of a form under its heading: one part of the first level, or all fields of it."""

    name: str
    title: str
    description: str
    parts: tuple[Part, ...]


def id_of(path: str) -> str:
    """Return the id of the element that stands for a field: `costs[2].amount` is `f-costs-2-amount`.

    >>> id_of("costs[2].amount")
    'f-costs-2-amount'
    """
    return "f-" + path.replace("].", "-").replace("[", "-").replace("]", "").replace(".", "-")


@cache
def sections(root: type[Record]) -> tuple[Section, ...]:
    """Return the sections of the form of a file that holds a record: a trip or a project."""
    parts = parts_of(root)
    title = OF_TRIP if root is Trip else OF_PROJECT
    first = Section(GENERAL, title, "", tuple(part for part in parts if isinstance(part, Field)))
    others = (part for part in parts if not isinstance(part, Field))
    return (first, *(Section(part.name, part.title, part.description, (part,)) for part in others))


@cache
def parts_of(record: type[Record]) -> tuple[Part, ...]:
    """Return the parts of a record in the order of the model."""
    kinds = dict(kinds_of(record))
    return tuple(
        _part(name, info, kinds[name], or_file=record is Trip and name in _FILES)
        for name, info in record.model_fields.items()
    )


def _part(name: str, info: FieldInfo, text: str, *, or_file: bool) -> Part:
    title, description = info.title or name, info.description or ""
    inner = record_of(info.annotation)
    if is_list(info.annotation):
        one = Field(name, title, description, True, "prose" if text == "prose" else "text")
        needed = info.is_required() or any(hasattr(one, "min_length") for one in info.metadata)
        return Rows(name, title, description, needed, inner, one, _answers(info), or_file)
    keys = keys_of(info.annotation)
    if inner is not None or keys:
        return Group(name, title, description, info.is_required(), inner, keys, or_file)
    kind, choices = kind_of(info, text)
    return Field(name, title, description, info.is_required(), kind, choices, _default(info))


def _answers(info: FieldInfo) -> bool:
    """Whether a list may be left out, so that an empty one is an answer."""
    return type(None) in get_args(info.annotation)


def _default(info: FieldInfo) -> str:
    """Return what a field is taken for when it is empty, as a person would type it."""
    value = None if info.is_required() else info.get_default()
    if isinstance(value, bool):
        return "jā" if value else "nē"
    return "" if value is None or isinstance(value, (tuple, Mapping)) else str(value)


# -- parts by their paths ---------------------------------------------------------------------------
def part_at(steps: tuple[str | int, ...], root: type[Record]) -> Part | None:
    """Return the part that a path leads to, of an item that of its list; None where the model has none."""
    found: Part | None = None
    parts = parts_of(root)
    for step in steps:
        if isinstance(step, str):
            found = next((part for part in parts if part.name == step), None)
        elif not isinstance(found, Rows):
            return None
        if found is None:
            return None
        parts = () if isinstance(found, Field) else found.parts
    return found


def titles_of(path: str, root: type[Record]) -> list[tuple[str, int]]:
    """Return the titles of a part and of what holds it, outer ones first, each with its row or 0.

    What the model does not know has none, and nothing in it.

    >>> titles_of("costs[2].amount", Trip)
    [('Trip costs', 3), ('Amount', 0)]
    """
    found: list[tuple[str, int]] = []
    parts = parts_of(root)
    with suppress(BadValue):
        for step in steps_of(path):
            if isinstance(step, int):
                found[-1:] = [(title, step + 1) for title, _ in found[-1:]]
                continue
            part = next((one for one in parts if one.name == step), None)
            if part is None:
                break
            found.append((part.title, 0))
            parts = () if isinstance(part, Field) else part.parts
    return found


def blank(part: Part) -> object:
    """Return the value of a part, of a list that of a row, that is new: with a place for all it needs."""
    if isinstance(part, Field):
        return None
    needed = [one for one in part.parts if not isinstance(one, Rows) and one.needed]
    return {one.name: blank(one) for one in needed or part.parts[:1]} or None
