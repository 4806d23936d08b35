"""The tables of a workbook, made from the model: a field of a record is a column, a list of records a table.

Only names and order are declared here. A record within a record becomes columns of its row; a field
added to the model is a column of its table without anything being said of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final, Literal, get_args

from pydantic.fields import FieldInfo

from generator.errors import N_, Language
from generator.frozen import dataclass
from generator.model import Trip
from generator.model.records import (
    Activity,
    Agreement,
    Journey,
    Meeting,
    Outcome,
    Project,
    Record,
    Report,
    Subactivity,
)
from generator.model.texts import kinds_of
from generator.tripfiles.fields import is_list, record_at, record_of
from generator.tripfiles.kinds import FieldKind, kind_of

Path = tuple[str, ...]
Kind = FieldKind | Literal["trip", "project", "within", "answers"]
"""What a column holds: a field, another row, or (`answers`) whether there are any rows."""

NAMES: Final[dict[Path, str]] = {
    ("project",): N_("Project"),
    (): N_("Trips"),
    ("participants",): N_("Participants"),
    ("programme",): N_("Programme"),
    ("sites",): N_("Objects"),
    ("costs",): N_("Costs"),
    ("budget",): N_("Budget"),
    ("project", "funding"): N_("Funding"),
    ("outcome", "indicators"): N_("Indicators"),
    ("photos",): N_("Pictures"),
    ("report", "addressees"): N_("Addressees"),
    ("deviations",): N_("Deviations"),
    ("priorities",): N_("Priorities"),
    ("project", "preparers"): N_("Preparers"),
    ("project", "logos"): N_("Logos"),
    ("silenced",): N_("Exceptions"),
    ("project", "silenced"): N_("Project exceptions"),
}
"""The sheets in their order; a list of records that is not named here comes after them by its title."""

_ELSEWHERE: Final[frozenset[Path]] = frozenset({("format",), ("project",)})
EARLIER: Final = ("earlier",)
_EARLIER_NAMED: Final = N_("Ids of earlier trips in this workbook, or paths of trip files of earlier reports")
"""A list of records that a workbook names: their sums stand in rows of other trips, or in other files."""
_PLAIN_RECORDS: Final = frozenset({Activity, Agreement, Journey, Meeting, Outcome, Report, Subactivity})
"""Records whose titles say without the title of the record what they are about."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: the path of its value from the record of the row, and what it holds.

    `titles` are English, those of the records around it first. `group` is the title of the nearest
    record around it that may be left out: then even a needed value is needed only with the others.
    """

    path: Path
    kind: Kind
    titles: tuple[str, ...]
    description: str
    needed: bool = False
    group: str = ""
    choices: tuple[str, ...] = ()

    def heading(self, translate: Language) -> str:
        """Return the heading: `Pārskata periods: sākums`."""
        first, *others = (translate(title) for title in self.titles)
        return ": ".join([first, *map(_small, others)])


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet: its English name, where its records stand in a trip, and its columns.

    `holders` are the records within a row's record, outer ones first, and whether each is needed;
    `tree` is the field in which a record holds records of its own kind; `unfit` are lists that a
    row cannot hold.
    """

    name: str
    path: Path
    columns: tuple[Column, ...]
    holders: tuple[tuple[Path, bool], ...]
    tree: str = ""
    unfit: tuple[str, ...] = ()

    @property
    def of_project(self) -> bool:
        """Whether its rows belong to a project rather than to a trip."""
        return self.path[:1] == ("project",)


@cache
def tables() -> tuple[Table, ...]:
    """Return all tables in the order of the sheets."""
    found: dict[Path, type[Record]] = {(): Trip, ("project",): Project}
    found |= {**dict(_lists(Trip, ())), **dict(_lists(Project, ("project",)))}
    order = (*(path for path in NAMES if path in found), *(path for path in found if path not in NAMES))
    return tuple(table_of(found[path], path, NAMES.get(path) or _title(path)) for path in order)


def trips_table() -> Table:
    """Return the table that has a row for each trip."""
    return next(table for table in tables() if not table.path)


def projects_table() -> Table:
    """Return the table that has a row for each project."""
    return next(table for table in tables() if table.path == ("project",))


def table_of(record: type[Record], path: Path, name: str) -> Table:
    """Return the table of a record that stands at a path of the trip."""
    walk = _Walk(record)
    keys = [_PROJECT_ID] if path[:1] == ("project",) else [_TRIP_ID]
    own = walk.columns
    if not path:
        keys = [own.pop(0), _PROJECT_ID]  # the id is the trip's own
    if walk.tree:
        keys.append(_WITHIN)
    return Table(name, path, (*keys, *own), tuple(walk.holders), walk.tree, tuple(walk.unfit))


def _title(path: Path) -> str:
    """Return the title of the field at a path of the trip."""
    holder = record_at(path[:-1])
    return (holder.model_fields[path[-1]].title if holder else "") or path[-1]


def _lists(record: type[Record], path: Path) -> Iterator[tuple[Path, type[Record]]]:
    """Yield the path and the record of every list of records that a row's record holds."""
    for name, info in record.model_fields.items():
        inner, here = record_of(info.annotation), (*path, name)
        if inner is None or here in (("project",), EARLIER):
            continue
        if is_list(info.annotation):
            yield here, inner
        else:
            yield from _lists(inner, here)


# -- columns of a record --------------------------------------------------------------------------
_PROJECT_ID = Column((), "project", (N_("Project id"),), N_("A short name of the project in this workbook"))
_TRIP_ID = Column((), "trip", (N_("Trip id"),), N_("The id of the trip to which the row belongs"))
_WITHIN = Column((), "within", (N_("Part of"),), N_("The code of the group that holds the row; else empty"))


class _Walk:
    """One walk over the fields of the record of a row, and of the records within it."""

    def __init__(self, root: type[Record]) -> None:
        self.root = root
        self.columns: list[Column] = []
        self.holders: list[tuple[Path, bool]] = []
        self.unfit: list[str] = []
        self.tree = ""
        self._record(root, (), (), "")

    def _record(self, record: type[Record], path: Path, titles: tuple[str, ...], group: str) -> None:
        """Take every field of a record at a path."""
        kinds = dict(kinds_of(record))
        for name, info in record.model_fields.items():
            inner, here, title = record_of(info.annotation), (*path, name), info.title or name
            if self.root is Trip and here in _ELSEWHERE:
                continue
            if inner is None:
                self.columns.append(_column(here, info, kinds[name], titles, group))
            elif is_list(info.annotation):
                self._list(inner, here, info, (*titles, title))
            else:
                self.holders.append((here, info.is_required()))
                around = titles if inner in _PLAIN_RECORDS else (*titles, title)
                self._record(inner, here, around, group if info.is_required() else title)

    def _list(self, inner: type[Record], path: Path, info: FieldInfo, titles: tuple[str, ...]) -> None:
        """Take a list of records: a trip and a project have a table for it, other rows cannot hold it."""
        if inner is self.root:
            self.tree = path[-1]
        elif path == EARLIER:
            self.columns.append(Column(path, "lines", titles, _EARLIER_NAMED))
        elif self.root not in (Trip, Project):
            self.unfit.append(path[-1])
        elif type(None) in get_args(info.annotation):
            self.columns.append(Column(path, "answers", titles, info.description or ""))


def _column(path: Path, info: FieldInfo, text: str, titles: tuple[str, ...], group: str) -> Column:
    """Return the column of a field; a name within a record goes by the title of the record."""
    own = () if info.title == "Name" and titles else (info.title or path[-1],)
    kind, choices = kind_of(info, text)
    return Column(path, kind, (*titles, *own), info.description or "", info.is_required(), group, choices)


def _small(title: str) -> str:
    """Return a title as it stands after a colon; an abbreviation keeps its capitals."""
    return title if title[1:2].isupper() else title[:1].lower() + title[1:]
