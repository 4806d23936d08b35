"""Trips to the rows of the tables: the way back from `joining`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field

from generator.errors import Fault, Place, fault
from generator.frozen import dataclass
from generator.model import Trip
from generator.tripfiles.content import Data
from generator.tripfiles.earlier import as_earlier
from generator.tripfiles.normal import typed_data
from generator.tripfiles.workbook.cells import joined, paired, shown_word
from generator.tripfiles.workbook.tables import Column, Path, Table, tables

LONGEST = 32_767
"""How many characters a cell holds."""

Texts = dict[Column, str]
"""The text of each cell of a row; an empty cell is not in it."""


@dataclass(slots=True)
class Tables:
    """The rows of each table by its path, and what could not be put into one."""

    lang: str
    rows: dict[Path, list[Texts]] = field(default_factory=lambda: {table.path: [] for table in tables()})
    faults: list[Fault] = field(default_factory=list)

    def add(self, trip: Trip, data: Data, project: str) -> None:
        """Add the rows of a trip, whose project has an id in the workbook."""
        for table in tables():
            if not table.of_project:
                self._take(table, trip, data, str(data["id"]), project)

    def add_project(self, trip: Trip, data: Data, project: str) -> None:
        """Add the rows of the project of a trip under an id."""
        for table in tables():
            if table.of_project:
                self._take(table, trip, data, project, project)

    def _take(self, table: Table, trip: Trip, data: Data, owner: str, project: str) -> None:
        """Add the rows of one table that a trip has."""
        found = _at(data, table.path)
        records = found if isinstance(found, list) else [found] if isinstance(found, Mapping) else []
        self.rows[table.path] += self._rows(table, trip, records, {"trip": owner, "project": project}, "")

    def _rows(
        self, table: Table, trip: Trip, records: Sequence[object], keys: Mapping[str, str], group: str
    ) -> Iterator[Texts]:
        """Yield the rows of records; those that a record holds of its own kind follow it."""
        code = next(column for column in table.columns if column.path)
        for record in records:
            assert isinstance(record, Mapping)
            yield {
                column: text
                for column in table.columns
                if (text := self._text(column, trip, record, {**keys, "within": group}))
            }
            self.faults += (
                fault("cell.unfit", trip.source.place(name), name=name)
                for name in table.unfit
                if record.get(name)
            )
            if table.tree and isinstance(inner := record.get(table.tree), list):
                yield from self._rows(table, trip, inner, keys, str(_at(record, code.path)))

    def _text(self, column: Column, trip: Trip, record: Mapping[str, object], keys: Mapping[str, str]) -> str:
        """Return the text of a record in a column."""
        text = self._shown(column, _at(record, column.path), keys)
        if len(text) > LONGEST:
            at = trip.source.place(column.path[-1]) if column.path else Place()
            self.faults.append(fault("cell.too-long", at, length=len(text), limit=LONGEST))
        return text

    def _shown(self, column: Column, value: object, keys: Mapping[str, str]) -> str:
        if not column.path:
            return keys[column.kind]
        if column.kind == "answers":
            return "" if value is None else "jā" if value else "nē"
        if isinstance(value, list):
            return joined(map(str, value))
        if isinstance(value, Mapping):
            return paired({str(name): str(one) for name, one in value.items()}, self.lang)
        text = "" if value is None else str(value)
        return shown_word(text, self.lang) if column.choices else text


def rows_of(trips: Iterable[Trip], lang: str) -> Tables:
    """Return the rows of trips; projects that say the same are one row.

    An earlier report is named by the id of the trip of which it is one: its sums have no place of
    their own, so that one of none of the trips is a fault.
    """
    found, trips = Tables(lang), list(trips)
    projects: list[object] = []
    ids = {as_earlier(trip): trip.id for trip in trips if any(one.earlier for one in trips)}
    for trip in trips:
        data = {**typed_data(trip), "earlier": [ids[one] for one in trip.earlier if one in ids]}
        if len(data["earlier"]) < len(trip.earlier):
            found.faults.append(fault("cell.unfit", trip.source.place("earlier"), name="earlier"))
        if data["project"] not in projects:
            projects.append(data["project"])
            found.add_project(trip, data, f"P{len(projects)}")
        found.add(trip, data, f"P{projects.index(data['project']) + 1}")
    return found


def _at(data: object, path: Sequence[str]) -> object:
    """Return the value at a path of plain data, None when there is none."""
    for step in path:
        data = data.get(step) if isinstance(data, Mapping) else None
    return data
