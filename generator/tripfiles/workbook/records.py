"""A row of a table to the plain data of a record, each value with its cell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field

from generator.errors import BadValue, Fault, Place
from generator.frozen import dataclass
from generator.tripfiles.content import UNFIT, Content, Data, item, member, unfit
from generator.tripfiles.workbook.cells import items, pairs, typed, word
from generator.tripfiles.workbook.headings import Headed, Workbook
from generator.tripfiles.workbook.sheets import Row
from generator.tripfiles.workbook.tables import Column


@dataclass(slots=True)
class Gathered:
    """What is gathered of one trip: its data, and the place and heading of every value."""

    book: Workbook
    data: Data = field(default_factory=dict)
    values: dict[str, Place] = field(default_factory=dict)
    keys: dict[str, Place] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    spoiled: set[str] = field(default_factory=set)

    def content(self) -> Content:
        """Return what was gathered as any reader hands it on."""
        return Content(
            self.data,
            self.values,
            self.keys,
            tuple(self.faults),
            frozenset(self.spoiled),
            self.titles,
        )

    def refuse(self, found: Fault, path: str) -> None:
        """Note a fault of the value at a path; it is judged no more."""
        self.faults.append(found)
        self.spoiled.add(path)

    def record(self, headed: Headed, number: int, row: Row, path: str) -> Data:
        """Return the record of a row, which stands at a path of the trip."""
        data: Data = {}
        self.values.setdefault(path, self.book.place(headed.name, number, 1, path))
        for column in headed.table.columns:
            self.titles[self._path(path, column)] = headed.heading(column)
        for at, column in headed.columns.items():
            if column.path:
                self._cell(headed, number, at, column, row, path, data)
        self._hold(headed, path, data)
        return data

    def _path(self, path: str, column: Column) -> str:
        return ".".join(step for step in (path, *column.path) if step)

    def _cell(
        self, headed: Headed, number: int, at: int, column: Column, row: Row, path: str, data: Data
    ) -> None:
        """Put the value of one cell where it belongs."""
        here = self._path(path, column)
        place = self.book.place(headed.name, number, at, here)
        self.values[here] = place
        for depth in range(1, len(column.path)):
            self.values.setdefault(member(path, ".".join(column.path[:depth])), place)
        text = self.text(row, at, column, place)
        if not text:
            return
        try:
            value = self._value(text, column, here, place)
        except BadValue as bad:
            self.refuse(bad.fault.at(place), here)
        else:
            _put(data, column.path, value)

    def text(self, row: Row, at: int, column: Column, place: Place) -> str:
        """Return the text of a cell, empty when it is empty or cannot be used."""
        if at not in row:
            return ""
        try:
            text = typed(row[at], column)
        except BadValue as bad:
            values = {**bad.fault.values, "title": self.titles.get(place.field, column.titles[-1])}
            self.refuse(Fault(bad.fault.id, values, place), place.field)
            return ""
        if found := UNFIT.search(text):
            self.refuse(unfit(found[0], place), place.field)
            return ""
        return text

    def _value(self, text: str, column: Column, path: str, place: Place) -> object:
        """Return the value of a cell's text: several texts, named ones, or one."""
        if column.kind == "lines":
            texts = items(text)
            self._same_place([item(path, index) for index in range(len(texts))], path, place)
            return texts
        if column.kind == "pairs":
            named = pairs(text)
            self._same_place([member(path, name) for name in named], path, place)
            return named
        return word(text) if column.choices else text

    def _same_place(self, paths: Sequence[str], path: str, place: Place) -> None:
        """Let values that share a cell share its place and heading."""
        for one in paths:
            self.values[one] = place
            self.titles[one] = self.titles[path]

    def _hold(self, headed: Headed, path: str, data: Data) -> None:
        """Add the records that are needed although no cell of theirs is filled in, and their places."""
        for holder, needed in headed.table.holders:
            *above, name = holder
            around = _get(data, above)
            if needed and isinstance(around, dict):
                around.setdefault(name, {})
        for holder in ((), *(path for path, _ in headed.table.holders)):
            here = ".".join(step for step in (path, *holder) if step)
            self.keys[here] = self.book.place(headed.name, headed.row, 1, here)


def _put(data: Data, path: Sequence[str], value: object) -> None:
    """Put a value at a path of a record, with the records around it."""
    *above, name = path
    for step in above:
        inner = data.setdefault(step, {})
        assert isinstance(inner, dict)
        data = inner
    data[name] = value


def _get(data: object, path: Sequence[str]) -> object:
    """Return the value at a path of a record, None when there is none."""
    for step in path:
        data = data.get(step) if isinstance(data, Mapping) else None
    return data
