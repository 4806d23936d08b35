"""Rows to trips: each row of a table joined to its trip or project by the id in its first column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace

from generator.errors import BadValue, Fault, Place, fault
from generator.frozen import dataclass
from generator.model import FORMAT
from generator.model.values import read_answer
from generator.tripfiles.content import Content, Data, item, member
from generator.tripfiles.explain import shown
from generator.tripfiles.workbook.cells import items, typed
from generator.tripfiles.workbook.headings import NEEDED, Headed, Workbook, recognised, sheet_name
from generator.tripfiles.workbook.records import Gathered
from generator.tripfiles.workbook.sheets import Row, Sheet
from generator.tripfiles.workbook.tables import EARLIER, Column, Path, Table, tables

_KNOWN = 10
"""How many ids a sentence lists."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row with its number, and the rows of its own kind that are part of it."""

    number: int
    row: Row
    parts: list[Line] = field(default_factory=list)


def contents(sheets: Iterable[Sheet], file: str) -> Iterator[Content]:
    """Yield the content of each trip of a workbook, then what belongs to none, without data."""
    book = recognised(sheets, file)
    missing = [_missing(book, path) for path in NEEDED if path not in book.headed]
    if () in book.headed:
        joined = _Joined(book, missing)
        yield from joined.trips()
    rest = [*book.faults, *(missing if () not in book.headed else [])]
    if rest or book.warnings:
        yield Content(None, faults=tuple(rest), warnings=tuple(book.warnings))


def _missing(book: Workbook, path: Path) -> Fault:
    """Return the fault of a sheet that has to be there."""
    name = sheet_name(next(table for table in tables() if table.path == path))
    return fault("sheet.missing", Place(book.file), sheet=name)


class _Joined:
    """The rows of a workbook by the trip or project to which they belong."""

    def __init__(self, book: Workbook, missing: Sequence[Fault]) -> None:
        """Join every row; tell of those that belong to nothing."""
        self.book = book
        self.missing = missing
        self.projects = self._owners(("project",))
        self.ids = self._owners(())
        self.rows: dict[tuple[Path, str], list[Line]] = {}
        for headed in book.headed.values():
            if headed.table.path not in NEEDED:
                self._join(headed)

    def trips(self) -> Iterator[Content]:
        """Yield the content of each trip."""
        headed = self.book.headed[()]
        if not headed.rows:
            at = self.book.place(headed.name)
            self.book.faults.append(fault("workbook.empty", at, sheet=headed.name))
        together = self._name_each_other(headed)
        for number, row in headed.rows.items():
            yield replace(self._trip(headed, number, row), together=together)

    def _name_each_other(self, headed: Headed) -> bool:
        """Whether a trip names another one as an earlier report."""
        column = next(one for one in headed.table.columns if one.path == EARLIER)
        named = (items(_text(headed, row, column)) for row in headed.rows.values())
        return any(text.strip() in self.ids for texts in named for text in texts)

    # -- which row belongs to what ----------------------------------------------------------------
    def _owners(self, path: Path) -> dict[str, list[int]]:
        """Return the numbers of the rows of a table by the id in them; one without an id is `""`."""
        headed = self.book.headed.get(path)
        found: dict[str, list[int]] = {}
        if headed is not None:
            for number, row in headed.rows.items():
                found.setdefault(_text(headed, row, headed.table.columns[0]), []).append(number)
        return found

    def _join(self, headed: Headed) -> None:
        """Give every row of a table to its owner."""
        owners = self.projects if headed.table.of_project else self.ids
        column = headed.table.columns[0]
        for number, row in headed.rows.items():
            if all(headed.columns.get(at) is column for at in row):
                continue  # an id that was filled down and nothing else
            text = _text(headed, row, column)
            key = _owner(text, owners)
            if key is None:
                self._tell_lost(headed, number, text, owners)
            else:
                self.rows.setdefault((headed.table.path, key), []).append(Line(number, row))

    def _tell_lost(self, headed: Headed, number: int, key: str, owners: Mapping[str, Sequence[int]]) -> None:
        """Tell of a row that belongs to no trip or project."""
        column = headed.table.columns[0]
        at = self.book.place(headed.name, number, headed.number(column.kind))
        known = _listed(owners)
        home = self.book.headed.get(("project",) if headed.table.of_project else ())
        if not key:
            title = headed.heading(column)
            self.book.faults.append(fault("row.unassigned", at, title=title, known=known))
        elif home is not None:
            told = fault("row.unknown", at, value=shown(key), sheet=home.name, known=known)
            self.book.faults.append(told)

    # -- one trip ---------------------------------------------------------------------------------
    def _trip(self, headed: Headed, number: int, row: Row) -> Content:
        """Return the content of the trip of a row."""
        trip = Gathered(self.book)
        trip.data = trip.record(headed, number, row, "")
        trip.data["format"] = FORMAT
        key = str(trip.data.get("id", ""))
        self._tell_repeated(trip, trip.values.get("id", Place()), key, self.ids)
        self._project(trip, headed, number, row)
        for table in tables():
            if table.path not in NEEDED and not table.of_project:
                self._list(trip, table, key)
        return trip.content()

    def _tell_repeated(
        self, trip: Gathered, at: Place, key: str, owners: Mapping[str, Sequence[int]]
    ) -> None:
        """Tell of an id that several rows have: nobody knows whose the rows of other tables are."""
        numbers = owners.get(key, ())
        if key and len(numbers) > 1:
            rows = ", ".join(map(str, numbers))
            trip.faults.append(fault("row.repeated", at, value=shown(key), rows=rows))

    def _project(self, trip: Gathered, headed: Headed, number: int, row: Row) -> None:
        """Give a trip its project, with the lists of the project."""
        sheet = self.book.headed.get(("project",))
        if sheet is None:
            for one in self.missing:
                trip.refuse(one.at(Place(self.book.file, field="project")), "project")
            return
        column = headed.table.columns[1]
        at = self.book.place(headed.name, number, headed.number("project") or 1, "project")
        text = trip.text(row, headed.number("project"), column, at)
        key = _owner(text, self.projects)
        if key is None:
            trip.refuse(self._no_project(headed, column, at, text, sheet), "project")
            return
        first = self.projects[key][0]
        trip.data["project"] = trip.record(sheet, first, sheet.rows[first], "project")
        here = self.book.place(sheet.name, first, 1, "project")
        self._tell_repeated(trip, here, key, self.projects)
        for table in tables():
            if table.path not in NEEDED and table.of_project:
                self._list(trip, table, key)

    def _no_project(self, headed: Headed, column: Column, at: Place, key: str, sheet: Headed) -> Fault:
        known = _listed(self.projects)
        if not key:
            return fault("row.unassigned", at, title=headed.heading(column), known=known)
        return fault("row.unknown", at, value=shown(key), sheet=sheet.name, known=known)

    def _list(self, trip: Gathered, table: Table, key: str) -> None:
        """Put the records of a table into a trip, and judge the answer whether there are any."""
        path = ".".join(table.path)
        headed = self.book.headed.get(table.path)
        lines = self.rows.get((table.path, key), [])
        holder = _holder(trip.data, table.path, make=bool(lines))
        answer = holder.pop(table.path[-1], None) if holder is not None else None
        if holder is None or (not lines and answer is None):
            return
        if isinstance(answer, str):
            self._answered(trip, table, path, answer, lines)
        if headed is not None:
            trip.values[path] = trip.values.get(path, self.book.place(headed.name, headed.row, 1, path))
            grouped = self._grouped(trip, headed, path, lines)
            holder[table.path[-1]] = self._records(trip, headed, path, grouped)
        else:
            holder[table.path[-1]] = []

    def _answered(self, trip: Gathered, table: Table, path: str, answer: str, lines: Sequence[Line]) -> None:
        """Refuse an answer that the rows contradict."""
        at, sheet = trip.values[path], sheet_name(table)
        try:
            expected = read_answer(answer)
        except BadValue as bad:
            trip.refuse(bad.fault.at(at), path)
            return
        if expected and not lines:
            trip.refuse(fault("rows.absent", at, sheet=sheet), path)
        if not expected and lines:
            trip.refuse(fault("rows.denied", at, sheet=sheet), path)

    def _records(self, trip: Gathered, headed: Headed, path: str, lines: Sequence[Line]) -> list[Data]:
        """Return the records of rows, those within a row in the field that holds its own kind."""
        records = []
        for index, line in enumerate(lines):
            here = item(path, index)
            record = trip.record(headed, line.number, line.row, here)
            if line.parts:
                inner = member(here, headed.table.tree)
                record[headed.table.tree] = self._records(trip, headed, inner, line.parts)
            records.append(record)
        return records

    def _grouped(self, trip: Gathered, headed: Headed, path: str, lines: Sequence[Line]) -> Sequence[Line]:
        """Return the rows that are part of no other; the others stand within theirs."""
        at = headed.number("within")
        if not at:
            return lines
        fresh = [Line(line.number, line.row) for line in lines]
        column, code = headed.columns[at], next(one for one in headed.table.columns if one.path)
        by_code = {_text(headed, line.row, code): line for line in reversed(fresh)}
        above = {id(line): by_code.get(_text(headed, line.row, column)) for line in fresh}
        roots: list[Line] = []
        for line in fresh:
            place = self.book.place(headed.name, line.number, at, path)
            named, group = _text(headed, line.row, column), above[id(line)]
            if named and group is None:
                known = _listed(by_code)
                told = fault("row.unknown", place, value=shown(named), sheet=headed.name, known=known)
                trip.refuse(told, path)
            elif group is not None and _circular(line, above):
                trip.refuse(fault("row.circle", place), path)
            (roots if group is None else group.parts).append(line)
        return roots


def _circular(line: Line, above: Mapping[int, Line | None]) -> bool:
    """Whether a row is part of itself, directly or through others."""
    seen: set[int] = set()
    group: Line | None = line
    while group is not None and id(group) not in seen:
        seen.add(id(group))
        group = above[id(group)]
    return group is line


def _text(headed: Headed, row: Row, column: Column) -> str:
    """Return the text of a row in a column, empty when it has none that can be used."""
    at = next((number for number, one in headed.columns.items() if one is column), 0)
    try:
        return typed(row[at], column) if at in row else ""
    except BadValue:
        return ""


def _owner(text: str, owners: Mapping[str, Sequence[int]]) -> str | None:
    """Return the id of what a row belongs to; where there is only one, its id need not be repeated."""
    if text:
        return text if text in owners else None
    return next(iter(owners)) if [len(rows) for rows in owners.values()] == [1] else None


def _listed(ids: Iterable[str]) -> str:
    """Return ids for a sentence, the first ones when there are many."""
    known = [one for one in ids if one]
    return ", ".join(map(shown, known[:_KNOWN])) + (" …" if len(known) > _KNOWN else "")


def _holder(data: Data, path: Path, *, make: bool) -> Data | None:
    """Return the record that holds the list at a path; None when it is not there and not made."""
    for step in path[:-1]:
        inner = data.setdefault(step, {}) if make else data.get(step)
        if not isinstance(inner, dict):
            return None
        data = inner
    return data
