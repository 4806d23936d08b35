"""What an upload holds, and every fault of it: work for the crew, since nobody knows what the file is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Final

from generator import checks, tripfiles
from generator.batch.sources import items_of
from generator.batch.sources.archives import Bounds
from generator.batch.sources.folders import is_trip
from generator.batch.sources.item import Item
from generator.errors import BadValue, Fault, Severity
from generator.errors.listing import distinct, in_order
from generator.frozen import dataclass
from generator.latvian import LatvianStyle
from generator.model.records import Journey
from generator.portable import slug
from generator.tripfiles import Examined
from generator.tripfiles.content import Content
from generator.tripfiles.workbook.annotating import annotated
from generator.tripfiles.workbook.cells import seen
from generator.tripfiles.workbook.sheets import read_sheets
from generator.web.store.listing import holds_project
from generator.web.store.places import PRIVATE, WORKBOOKS
from generator.web.uploads.kept import Kind, Upload

MAX_TOLD: Final = 500
"""How many faults are told; the annotated copy of a workbook has all of them."""
ZIP: Final = Bounds(members=1_000, together=200_000_000)
"""The bounds of a ZIP that is uploaded."""

_GRAVE: Final = (Severity.ERROR, Severity.WARNING)


@dataclass(frozen=True, slots=True)
class Told:
    """A fault, and what stands in its cell when it has one."""

    fault: Fault
    value: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """What can be taken over by itself: a trip, or a workbook of a ZIP with its trips.

    `key` is where its file would be put in the folder.
    """

    key: str
    id: str
    destination: str = ""
    start: date | None = None
    end: date | None = None
    trips: int = 1
    errors: int = 0
    warnings: int = 0


@dataclass(frozen=True, slots=True)
class Examination:
    """What was found in an upload; `more` is how many faults are not told."""

    entries: tuple[Entry, ...] = ()
    told: tuple[Told, ...] = ()
    more: int = 0
    errors: int = 0
    warnings: int = 0
    readable: bool = False
    """Whether it is a workbook that could be opened, so that it can be annotated."""

    @property
    def trips(self) -> int:
        """How many trips were found."""
        return sum(one.trips for one in self.entries)


@dataclass(frozen=True, slots=True)
class Found:
    """A trip of an upload, as it was found."""

    key: str
    item: Item
    examined: Examined
    faults: tuple[Fault, ...]


def examined(upload: Upload, root: Path, style: LatvianStyle) -> Examination:
    """Return what an upload holds, with its faults; raises nothing for faults of the data."""
    if is_project(upload):
        return _of_project(upload)
    found = list(trips_of(upload, root, style))
    told = [one for one in in_order(distinct(_faults(found))) if one.severity in _GRAVE]
    cells = _cells(upload) if upload.kind is Kind.WORKBOOK else {}
    return Examination(
        tuple(_entries(found)),
        tuple(Told(one, _value(one, cells or {})) for one in told[:MAX_TOLD]),
        max(len(told) - MAX_TOLD, 0),
        sum(one.severity is Severity.ERROR for one in told),
        sum(one.severity is Severity.WARNING for one in told),
        bool(cells),
    )


def annotated_copy(upload: Upload, root: Path, style: LatvianStyle, lang: str) -> bytes:
    """Return a copy of an uploaded workbook with every fault at its cell; raises BadValue."""
    faults = in_order(distinct(_faults(trips_of(upload, root, style))))
    return annotated(upload.path.read_bytes(), faults, lang)


def trips_of(upload: Upload, root: Path, style: LatvianStyle) -> Iterator[Found]:
    """Yield the trips of an upload, each examined where it would stand, and what belongs to no trip."""
    within = upload.scratch if upload.kind is Kind.ZIP else root
    for item in _items(upload, root):
        if item.faults:
            nothing = tripfiles.examine(Content(None, faults=item.faults), name=item.name)
            yield Found("", item, nothing, item.faults)
            continue
        if not isinstance(item.source, (Path, Content)):
            continue  # JSON lines in a ZIP are for the command line
        found = tripfiles.examine(item.source, name=item.name, folder=item.folder, within=within)
        checked = checks.run(found.sound, found.source, style)
        yield Found(_key(upload, item, found), item, found, (*found.faults, *checked.faults))


def is_project(upload: Upload) -> bool:
    """Return whether an upload is the file of a project that trips share."""
    one_file = upload.kind in (Kind.YAML, Kind.JSON)
    return one_file and not is_trip(upload.path) and holds_project(upload.path)


def _of_project(upload: Upload) -> Examination:
    """Return what is found in a project file: how it is written; its trips tell the rest."""
    faults = tripfiles.READERS[upload.kind](upload.path.read_bytes(), upload.name).faults
    entry = Entry(project_key(upload), "", trips=0, errors=len(faults))
    return Examination((entry,), tuple(map(Told, faults[:MAX_TOLD])), errors=len(faults))


def project_key(upload: Upload) -> str:
    """Return what an uploaded project file would be called in the folder."""
    return f"{upload.stem}{upload.kind}"


def _items(upload: Upload, root: Path) -> Iterator[Item]:
    """Yield the trips of an upload; places of faults begin with the name its owner gave it.

    Files that a trip file names are looked up as seen from a folder of the served one, where it
    would stand, those of a workbook in the served folder itself.
    """
    home = root / PRIVATE if upload.kind in (Kind.YAML, Kind.JSON) else root
    if upload.kind is Kind.ZIP:
        yield from items_of(upload.path, upload.name, upload.scratch, ZIP)
    elif upload.kind is Kind.WORKBOOK:
        for content in tripfiles.read_many(upload.path, upload.name):
            rest = () if content.data is not None else (*content.faults, *content.warnings)
            yield Item(upload.name, upload.name, content, home, home, faults=rest)
    else:
        yield Item(upload.name, upload.name, upload.path, home, home)


def _key(upload: Upload, item: Item, found: Examined) -> str:
    """Return where the file of a trip would be put in the folder, empty for what is no trip."""
    if isinstance(item.source, Path) and not is_trip(item.source):
        return ""
    id = slug(found.id or "") or upload.stem
    if upload.kind is not Kind.ZIP:
        suffix = upload.kind if upload.kind is Kind.JSON else Kind.YAML
        return f"{id}/trip{suffix}"
    inner = PurePosixPath(item.name.removeprefix(f"{upload.name}/"))
    alone = len(inner.parts) == 1 and inner.suffix.lower() not in WORKBOOKS
    return str(PurePosixPath(id, inner.name)) if alone else str(inner)


def _entries(found: list[Found]) -> Iterator[Entry]:
    """Yield what can be taken over; the trips of a workbook in a ZIP are one."""
    books: dict[str, list[Found]] = {}
    for one in found:
        if one.key.endswith(WORKBOOKS):
            books.setdefault(one.key, []).append(one)
        elif one.key:
            yield _entry(one)
    for key, trips in books.items():
        errors, warnings = (sum(_count(one, severity) for one in trips) for severity in _GRAVE)
        yield Entry(key, key, trips=len(trips), errors=errors, warnings=warnings)


def _entry(found: Found) -> Entry:
    journey = found.examined.sound.get("journey")
    trip = journey if isinstance(journey, Journey) else None
    return Entry(
        found.key,
        found.examined.id or "",
        trip.destination.name if trip else "",
        trip.start if trip else None,
        trip.end if trip else None,
        errors=_count(found, Severity.ERROR),
        warnings=_count(found, Severity.WARNING),
    )


def _count(found: Found, severity: Severity) -> int:
    return sum(one.severity is severity for one in found.faults)


def _faults(found: Iterator[Found] | list[Found]) -> Iterator[Fault]:
    return (fault for one in found for fault in one.faults)


# -- what stands in the cells ---------------------------------------------------------------------
Cells = dict[tuple[str, int, int], str]


def _cells(upload: Upload) -> Cells:
    """Return what stands in the cells of a workbook; nothing for one that cannot be read."""
    try:
        sheets = read_sheets(upload.path.read_bytes())
    except BadValue:
        return {}
    return {
        (sheet.name, number, column): seen(value)
        for sheet in sheets
        for number, row in sheet.rows.items()
        for column, value in row.items()
    }


def _value(one: Fault, cells: Cells) -> str:
    place = one.place
    return cells.get((place.sheet, place.line or 0, place.column or 0), "") if place.sheet else ""
