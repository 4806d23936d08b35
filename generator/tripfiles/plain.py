"""A plain mapping made in a program: the same content as a file's, with fields for places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from generator.errors import Fault, Place, fault
from generator.tripfiles.content import MAX_DEPTH, UNFIT, Content, Data, item, member, unfit


def read(data: Mapping[str, object], name: str) -> Content:
    """Return the content of a mapping; only its characters and its depth can be at fault here."""
    walk = _Walk(name)
    copy = walk.mapping(data, "", ())
    fields = _Fields(copy, name)
    return Content(copy, fields, fields, tuple(walk.faults), frozenset(walk.spoiled))


class _Fields(Mapping[str, Place]):
    """The places of the values of a mapping: their fields, which are listed when one is asked for.

    What is wrong has a place, and few trips have anything wrong: to list all took a third of reading.
    """

    def __init__(self, data: Data, file: str) -> None:
        """Take plain data, and the name by which places call it."""
        self._data = data
        self._file = file

    @cached_property
    def _listed(self) -> Mapping[str, None]:
        return dict.fromkeys(_fields_of(self._data, ""))

    def __getitem__(self, path: str) -> Place:
        self._listed[path]
        return Place(self._file, field=path)

    def __iter__(self) -> Iterator[str]:
        return iter(self._listed)

    def __len__(self) -> int:
        return len(self._listed)


def _fields_of(value: object, path: str) -> Iterator[str]:
    """Yield the path of a plain value, then those of all within it."""
    yield path
    if isinstance(value, dict):
        for name, one in value.items():
            yield from _fields_of(one, member(path, name))
    elif isinstance(value, list):
        for index, one in enumerate(value):
            yield from _fields_of(one, item(path, index))


class _Walk:
    """One walk over the values of one mapping."""

    def __init__(self, name: str) -> None:
        """Take the name by which places call the mapping."""
        self.name = name
        self.faults: list[Fault] = []
        self.spoiled: set[str] = set()

    def mapping(self, data: Mapping[str, object], path: str, above: tuple[int, ...]) -> Data:
        """Return a copy of a mapping with text for names; `above` are the ids of all that holds it."""
        within = (*above, id(data))
        copy: Data = {}
        for name, value in data.items():
            # Nearly every value is a text of letters: one question for it, and no path.
            if type(value) is str and value.isprintable():
                copy[str(name)] = value
            else:
                copy[str(name)] = self._value(value, member(path, str(name)), within)
        return copy

    def _value(self, value: object, path: str, above: tuple[int, ...]) -> object:
        if isinstance(value, str):
            return self._text(value, path)
        if not isinstance(value, (dict, list, tuple, Mapping)):
            return value
        if id(value) in above or len(above) == MAX_DEPTH:
            self.faults.append(fault("yaml.depth", Place(self.name, field=path), limit=MAX_DEPTH))
            self.spoiled.add(path)
            return None
        if isinstance(value, (list, tuple)):
            within = (*above, id(value))
            return [self._value(one, item(path, index), within) for index, one in enumerate(value)]
        return self.mapping(value, path, above)

    def _text(self, text: str, path: str) -> str:
        """Return a text; a character in it that no document can hold is a fault."""
        if not text.isprintable() and (found := UNFIT.search(text)):
            self.faults.append(unfit(found[0], Place(self.name, field=path)))
            self.spoiled.add(path)
        return text
