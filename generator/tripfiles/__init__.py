"""Trip files: bytes to trips, or every fault with its place. One file per format and a registry."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Final

from generator.collector import paused
from generator.errors import BadValue, DataError, Fault, Place, fault
from generator.frozen import dataclass
from generator.model import Source, Trip
from generator.tripfiles import json_file, plain, workbook
from generator.tripfiles.content import Content, ManyReader, Reader
from generator.tripfiles.earlier import Chain, with_earlier
from generator.tripfiles.explain import shown
from generator.tripfiles.folder import Folder
from generator.tripfiles.pictures import damaged, read_pictures
from generator.tripfiles.project_file import with_project
from generator.tripfiles.schema import schema
from generator.tripfiles.siblings import with_siblings
from generator.tripfiles.signs import other_signs
from generator.tripfiles.structure import sections, structured
from generator.tripfiles.text import MAX_BYTES

__all__ = [
    "MANY",
    "READERS",
    "Examined",
    "damaged_pictures",
    "examine",
    "holds_many",
    "id_of",
    "load",
    "load_many",
    "read_many",
    "schema",
]


def _read_yaml(data: bytes, name: str) -> Content:
    from generator.tripfiles import yaml_file  # and with it PyYAML

    return yaml_file.read(data, name)


READERS: Final[dict[str, Reader]] = {
    ".yaml": _read_yaml,
    ".yml": _read_yaml,
    ".json": json_file.read,
}
"""The reader of every format that holds one trip, by the suffix of its files."""

MANY: Final[dict[str, ManyReader]] = {
    ".xlsx": workbook.read,
    ".xlsm": workbook.read,
    ".xls": workbook.read,
}
"""The reader of every format that holds many trips (.xls only to be told what to do with it)."""

_LISTED: Final = 20
_LINES: Final = (".jsonl", ".ndjson")
"""Files that hold a trip on every line; they are read line by line."""

TripSource = Path | bytes | Mapping[str, object] | Content


@dataclass(frozen=True, slots=True)
class Examined:
    """What was found of a trip: the trip or its faults, and the sections that are sound.

    `id` is the id as typed, empty where it is missing; None for what belongs to no trip of the
    source, such as a file that cannot be read or a row of a workbook that names no trip.
    """

    trip: Trip | None
    faults: tuple[Fault, ...]
    sound: Mapping[str, object]
    source: Source
    id: str | None = None


def load(
    source: TripSource,
    *,
    name: str = "",
    folder: Path | None = None,
    pictures: bytes | None = None,
    only: str = "",
    within: Path | None = None,
) -> Trip:
    """Return the trip of a file, of its bytes, of a plain mapping, or of content that was read before.

    `name` is how places call the source; `folder` is where the files it names are looked up: by
    default the folder of the file, or the current one. `pictures` stands in for every picture, so
    that none is looked up; `only` chooses a trip by its id where the source holds many; no file that
    the trip names is read beyond the folder `within`. Raises DataError holding every fault with its
    place; warnings are in `trip.source.warnings`.
    """
    examined = examine(source, name=name, folder=folder, pictures=pictures, only=only, within=within)
    if examined.trip is None:
        raise DataError(examined.faults)
    return examined.trip


@paused()
def examine(
    source: TripSource,
    *,
    name: str = "",
    folder: Path | None = None,
    pictures: bytes | None = None,
    only: str = "",
    first_line: int = 1,
    decode: bool = True,
    within: Path | None = None,
) -> Examined:
    """Return what is found in a source, as `load` takes it; raises nothing for faults of the data.

    `first_line` is where the bytes of a source begin in the file that `name` calls. Without `decode`
    damage inside a picture stays unseen, and the reading of large ones is quick.
    """
    name, home = name or _name(source), folder or _beside(source)
    here = (Path(os.path.realpath(source)),) if isinstance(source, Path) else ()
    first: Content | None = None
    rest = Content(None)
    ids: list[str] = []
    for content in _contents(source, name, home, first_line):
        id = id_of(content)
        if id is None:
            rest = _with(rest, content)
            continue
        ids.append(id)
        if first is None and only in ("", id):
            first = content
    if first is None or (len(ids) > 1 and not only):
        return _examined(_with(rest, _unchosen(ids, name, only)).below(first_line - 1), home, name, within)
    found = _with(first, rest).below(first_line - 1)
    return _examined(found, home, name, within, pictures, here, decode=decode)


def damaged_pictures(trip: Trip) -> tuple[Fault, ...]:
    """Return the faults that `examine` does not find without `decode`: pictures that are damaged inside."""
    known = trip.source
    return _sorted(list(damaged(known.pictures, known.places)), known.file)


def load_many(
    source: TripSource,
    *,
    name: str = "",
    folder: Path | None = None,
    only: Sequence[str] = (),
    within: Path | None = None,
) -> Iterator[Examined]:
    """Yield what is found of each trip of a source, one after the other: the trip, or its faults.

    What belongs to no trip comes last, with the id None; it has faults or warnings. `only` chooses
    trips by their ids; one that is not there is a fault. Takes what `load` takes, and raises nothing.
    """
    name, home = name or _name(source), folder or _beside(source)
    ids: list[str] = []
    for content in _contents(source, name, home):
        id = id_of(content)
        ids += [] if id is None else [id]
        if id is None or not only or id in only:
            yield _examined(content, home, name, within)
    for one in only:
        if one not in ids:
            yield _examined(_unchosen(ids, name, one), home, name, within)


def read_many(path: Path, name: str) -> Iterator[Content]:
    """Yield the content of each trip of a file or folder, small enough to be sent to another process.

    `load` takes each as its source. What belongs to no trip comes last, without data. Raises nothing.
    """
    return _contents(path, name, _beside(path))


def holds_many(path: Path) -> bool:
    """Whether a file or folder may hold many trips, one of which is chosen by its id."""
    return path.suffix.lower() in (*MANY, *_LINES) or path.is_dir()


def id_of(content: Content) -> str | None:
    """Return the id of a trip as typed, empty when it is missing; None for what is no trip."""
    return None if content.data is None else str(content.data.get("id") or "")


def _unchosen(ids: Sequence[str], name: str, only: str) -> Content:
    """Return the fault of a source in which no single trip is meant."""
    known = ", ".join(islice((shown(one) for one in ids), _LISTED)) + (" …" if len(ids) > _LISTED else "")
    if only:
        return Content(None, faults=(fault("trips.none", Place(name), value=only, known=known),))
    if ids:
        return Content(None, faults=(fault("trips.many", Place(name), count=len(ids), known=known),))
    return Content(None)


def _examined(
    content: Content,
    folder: Path,
    name: str,
    within: Path | None,
    pictures: bytes | None = None,
    here: tuple[Path, ...] = (),
    decode: bool = True,
) -> Examined:
    """Return what is found in a content; the files it names are looked up in a folder."""
    home = Folder(folder, dict(content.inputs), root=within)
    joined, project = with_project(content, home, READERS)
    shared = "" if joined is content else joined.values.get("project.title", Place()).file
    content = with_earlier(joined, home, Chain(READERS, here))
    found = read_pictures(content, home, project, pictures, decode=decode)
    trip, refused = structured(content)
    signs = other_signs(trip, content)
    faults = _sorted([*content.faults, *refused, *signs, *found.faults], name)
    warnings = _sorted([*content.warnings, *found.warnings], name)
    known = Source(name, content.values, found.data, dict(home.inputs), warnings, shared)
    sound = sections(trip, content, faults)
    whole = None if faults or trip is None else trip.sourced(known)
    return Examined(whole, faults, sound, known, id_of(content))


def _with(content: Content, rest: Content) -> Content:
    """Return a content with the faults and warnings of what belongs to no trip."""
    return replace(
        content, faults=(*content.faults, *rest.faults), warnings=(*content.warnings, *rest.warnings)
    )


# -- the bytes of a source ------------------------------------------------------------------------
def _name(source: TripSource) -> str:
    return str(source) if isinstance(source, Path) else ""


def _beside(source: TripSource) -> Path:
    """Return the folder in which the files that a source names are looked up."""
    if not isinstance(source, Path):
        return Path()
    return source if source.is_dir() else source.parent


def _contents(source: TripSource, name: str, folder: Path, first_line: int = 1) -> Iterator[Content]:
    """Yield the plain data of each trip of a source, with the faults of its writing."""
    home = Folder(folder)
    try:
        if isinstance(source, Content):
            yield source
        elif isinstance(source, Mapping):
            yield plain.read(source, name)
        elif isinstance(source, Path) and source.suffix.lower() in _LINES:
            yield from _lines(source, name, home)
        else:
            for content in _read(source, name, home, first_line):
                yield content if content.inputs else replace(content, inputs=home.inputs)
    except BadValue as bad:
        yield Content(None, faults=(bad.fault.at(Place(name)),))


def _lines(path: Path, name: str, home: Folder) -> Iterator[Content]:
    """Yield the content of each line of a file."""
    for number, (line, noted) in enumerate(home.lines_given(path, limit=MAX_BYTES)):
        if line.strip():
            content = json_file.read(line.rstrip(b"\r\n"), name).below(number)
            yield replace(content, inputs=noted.inputs)


def _read(source: Path | bytes, name: str, home: Folder, first_line: int) -> Iterator[Content]:
    """Yield the content of each trip of a file that is read whole; raises BadValue."""
    if isinstance(source, Path) and (files := _tables(source)):
        limit = workbook.MAX_BYTES // len(files)
        tables = {one.stem: home.read_given(one, limit=limit, too_large="workbook.bytes") for one in files}
        yield from _noted(_joined(workbook.read_folder(tables, name), home), source.name)
        return
    suffix = (Path(name) if isinstance(source, bytes) else source).suffix.lower()
    many = MANY.get(suffix)
    if isinstance(source, bytes):
        data = source
        home.note(_noted_as(name, first_line), source)
    elif many:
        data = home.read_given(source, limit=workbook.MAX_BYTES, too_large="workbook.bytes")
    else:
        data = home.read_given(source, limit=MAX_BYTES, too_large="file.too-large")
    if many:
        yield from _noted(_joined(many(data, name), home), Path(name).name)
    else:
        reader = json_file.read if suffix in _LINES else READERS.get(suffix, _read_yaml)
        yield reader(data, name)


def _joined(contents: Iterable[Content], home: Folder) -> Iterator[Content]:
    """Yield contents, each with the sums of the trips of the same file that it names as earlier."""
    return with_siblings(contents, Folder(home.path), READERS)


def _noted_as(name: str, first_line: int) -> str:
    """Return by which name bytes are an input: one line of a file of trips is known by its number."""
    path = Path(name)
    return f"{path.name}:{first_line}" if path.suffix.lower() in _LINES else path.name or "-"


def _noted(contents: Iterable[Content], name: str) -> Iterator[Content]:
    """Yield contents, each with the SHA-256 of its own trip: the rows of others are no input of it."""
    for content in contents:
        data = json.dumps(content.data, ensure_ascii=False, sort_keys=True).encode(errors="surrogatepass")
        yield replace(content, inputs={name: hashlib.sha256(data).hexdigest()})


def _tables(folder: Path) -> list[Path]:
    """Return the CSV files of a folder; none when it is not a folder."""
    return sorted(one for one in folder.glob("*") if one.suffix.lower() == ".csv") if folder.is_dir() else []


def _sorted(faults: list[Fault] | tuple[Fault, ...], name: str) -> tuple[Fault, ...]:
    """Return faults in the order of their places, those of the trip file first."""

    def order(one: Fault) -> tuple[bool, str, tuple[str, int, int]]:
        return one.place.file != name, one.place.file, one.place.order

    return tuple(sorted(faults, key=order))
