"""A plain mapping made in a program: the same content as a file's, with fields for places."""

from __future__ import annotations

from collections.abc import Mapping

from generator.errors import Fault, fault
from generator.tripfiles.content import MAX_DEPTH, UNFIT, Content, Places, item, member, unfit


def read(data: Mapping[str, object], name: str) -> Content:
    """Return the content of a mapping; only its characters and its depth can be at fault here."""
    walk = _Walk(name)
    copy = walk.mapping(data, "", ())
    return Content(copy, walk.values, walk.values, tuple(walk.faults), frozenset(walk.spoiled))


class _Walk:
    """One walk over the values of one mapping."""

    def __init__(self, name: str) -> None:
        """Take the name by which places call the mapping."""
        self.name = name
        self.values = Places()
        self.faults: list[Fault] = []
        self.spoiled: set[str] = set()

    def mapping(self, data: Mapping[str, object], path: str, above: tuple[int, ...]) -> dict[str, object]:
        """Return a copy of a mapping with text for names; `above` are the ids of all that holds it."""
        self._known(path)
        within = (*above, id(data))
        return {
            str(name): self._value(value, member(path, str(name)), within) for name, value in data.items()
        }

    def _value(self, value: object, path: str, above: tuple[int, ...]) -> object:
        self._known(path)
        if isinstance(value, (Mapping, list, tuple)) and (id(value) in above or len(above) == MAX_DEPTH):
            self.faults.append(fault("yaml.depth", self.values[path], limit=MAX_DEPTH))
            self.spoiled.add(path)
            return None
        if isinstance(value, Mapping):
            return self.mapping(value, path, above)
        if isinstance(value, (list, tuple)):
            within = (*above, id(value))
            return [self._value(one, item(path, index), within) for index, one in enumerate(value)]
        if isinstance(value, str) and (found := UNFIT.search(value)):
            self.faults.append(unfit(found[0], self.values[path]))
            self.spoiled.add(path)
        return value

    def _known(self, path: str) -> None:
        self.values.add(path, self.name)
