"""What a reader of any format hands on: plain data, the place of every value, and its faults."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from typing import Final

from generator.errors import BadValue, Fault, Place, fault
from generator.frozen import dataclass

Data = dict[str, object]


class Places(Mapping[str, Place]):
    """The places of values by their paths, each made when it is asked for.

    A trip has hundreds and few are asked for; to make them all took 14 % of reading it.
    """

    __slots__ = ("_at",)

    def __init__(self, at: dict[str, tuple[str, int | None, int | None]] | None = None) -> None:
        """Take the file, line and column of every path."""
        self._at = {} if at is None else at

    def add(self, path: str, file: str, line: int | None = None, column: int | None = None) -> None:
        """Add the place of a path, unless it has one."""
        self._at.setdefault(path, (file, line, column))

    def __getitem__(self, path: str) -> Place:
        return Place(*self._at[path], path)

    def __contains__(self, path: object) -> bool:
        return path in self._at

    def __iter__(self) -> Iterator[str]:
        return iter(self._at)

    def __len__(self) -> int:
        return len(self._at)

    def below(self, lines: int) -> Places:
        """Return the places in a file where so many lines stand above."""
        at = self._at.items()
        return Places({path: (file, line and line + lines, column) for path, (file, line, column) in at})

    def under(self, section: str) -> Places:
        """Return the places with their paths seen from what holds them as a section."""
        return Places({member(section, path) if path else section: at for path, at in self._at.items()})

    def joined(self, more: Places) -> Places:
        """Return these places with more of them, which win."""
        return Places(self._at | more._at)


@dataclass(frozen=True, slots=True)
class Content:
    """A file as plain data: mappings, lists, texts and None, not yet a trip.

    `data` is None when the file cannot be used at all; `values` and `keys` hold the places of
    values and of their names by path; what is `spoiled` has its fault already and is judged no more;
    `titles` are the headings under which a person sees values in a table; `inputs` holds the SHA-256
    of what was read, by its name, and `warnings` what the reader noticed without refusing. `together`
    says that trips of the file name each other, so that none of them is known alone.
    """

    data: Data | None
    values: Mapping[str, Place] = field(default_factory=dict)
    keys: Mapping[str, Place] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()
    spoiled: frozenset[str] = frozenset()
    titles: Mapping[str, str] = field(default_factory=dict)
    warnings: tuple[Fault, ...] = ()
    inputs: Mapping[str, str] = field(default_factory=dict)
    together: bool = False

    def below(self, lines: int) -> Content:
        """Return the content of a text that stands below so many lines of its file."""
        if not lines:
            return self
        return replace(
            self,
            values=_all_below(self.values, lines),
            keys=_all_below(self.keys, lines),
            faults=tuple(one.at(_below(one.place, lines)) for one in self.faults),
        )


MAX_DEPTH: Final = 50
"""How deep values may be nested."""

Reader = Callable[[bytes, str], Content]
"""Reads the bytes of a file; the text is the name by which places call it. Raises nothing."""

ManyReader = Callable[[bytes, str], Iterator[Content]]
"""Reads a file of many trips: the content of each, then without data what belongs to none. Raises nothing."""

UNFIT: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    + "".join(f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(1, 17))
    + "]"
)
"""Characters that XML cannot hold or that mean nothing in a text."""


def _below(place: Place, lines: int) -> Place:
    return place if place.line is None else replace(place, line=place.line + lines)


def _all_below(places: Mapping[str, Place], lines: int) -> Mapping[str, Place]:
    if isinstance(places, Places):
        return places.below(lines)
    return {path: _below(place, lines) for path, place in places.items()}


def unfit(character: str, place: Place) -> Fault:
    """Return the fault of a character that no document can hold."""
    return fault("text.character", place, code=f"U+{ord(character):04X}")


def member(path: str, name: str) -> str:
    """Return the path of a field of the record at `path`."""
    return f"{path}.{name}" if path else name


def item(path: str, index: int) -> str:
    """Return the path of an item of the list at `path`."""
    return f"{path}[{index}]"


def path_of(steps: Sequence[str | int]) -> str:
    """Return the path such as `costs[2].amount` of a sequence of names and indexes."""
    path = ""
    for step in steps:
        path = item(path, step) if isinstance(step, int) else member(path, step)
    return path


def holder(path: str) -> str:
    """Return the path of what holds the value at `path`; the root is empty."""
    return path[: max(path.rfind("."), path.rfind("["), 0)]


def section(path: str) -> str:
    """Return the top-level field that a path belongs to."""
    return re.split(r"[.\[]", path, maxsplit=1)[0]


def within(path: str, roots: frozenset[str]) -> bool:
    """Whether a path is one of `roots` or lies under one of them."""
    while path:
        if path in roots:
            return True
        path = holder(path)
    return False


def steps_of(path: str) -> tuple[str | int, ...]:
    """Return the names and indexes of a path, as `path_of` takes them; raises BadValue `change.place`.

    >>> steps_of("costs[2].amount")
    ('costs', 2, 'amount')
    """
    if not _PATH.fullmatch(path):
        raise BadValue("change.place", path=path[:_LONGEST])
    found = re.finditer(r"\[([0-9]+)\]|([^.\[\]]+)", path)
    return tuple(one[2] if one[1] is None else int(one[1]) for one in found)


_NAME: Final = r"[^.\[\]]+(?:\[[0-9]{1,6}\])*"
_PATH: Final = re.compile(rf"(?:{_NAME}(?:\.{_NAME})*)?")
_LONGEST: Final = 200
