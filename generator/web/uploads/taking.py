"""Taking over: the files of an upload become files of the folder, and never in the place of others."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Final

from generator.errors import Fault, OutputError, Place, fault
from generator.latvian import LatvianStyle
from generator.starting import write_new
from generator.tripfiles.content import Content
from generator.tripfiles.fields import pictures_in
from generator.tripfiles.folder import normal
from generator.tripfiles.normal import typed_data
from generator.tripfiles.writing import yaml_of
from generator.web.store import NotThere, Store
from generator.web.uploads.examining import Found, is_project, project_key, trips_of
from generator.web.uploads.kept import Kind, Upload

Files = dict[str, bytes]
"""Files by the keys under which they are to stand in the folder."""

_MACROS: Final = ".xlsm"


def workbook_key(upload: Upload) -> str:
    """Return what an uploaded workbook would be called in the folder."""
    suffix = _MACROS if upload.name.lower().endswith(_MACROS) else Kind.WORKBOOK
    return f"{upload.stem}{suffix}"


def trip_files(upload: Upload, root: Path, style: LatvianStyle, chosen: Collection[str]) -> Files:
    """Return the files of the trips with the chosen keys, with what they name; work for the crew.

    Trips of a workbook are written as trip files, faulty ones with what stands in their cells;
    any other file is taken as it is. Raises OutputError `upload.clash` for two files of one name.
    """
    if is_project(upload):
        return {project_key(upload): upload.path.read_bytes()}
    files: Files = {}
    for one in trips_of(upload, root, style):
        if one.key in chosen:
            for key, content in _files(one, upload):
                if files.setdefault(key, content) != content:
                    raise OutputError([fault("upload.clash", Place(key), name=key)])
    return files


def _files(found: Found, upload: Upload) -> Iterator[tuple[str, bytes]]:
    """Yield the file of a trip and the files that it names, by their keys."""
    home = posixpath.dirname(found.key)
    if upload.kind is Kind.WORKBOOK:
        yield found.key, yaml_of(_data(found))
        pictures = found.examined.source.pictures
        for field, name in pictures_in(_data(found)):
            if field in pictures:
                yield posixpath.join(home, normal(name)), pictures[field]
    elif upload.kind is Kind.ZIP:
        yield from _copied(found, home)
    else:
        yield found.key, upload.path.read_bytes()


def _data(found: Found) -> Mapping[str, object]:
    """Return the data of a trip of a workbook, as it is typed into a trip file."""
    if found.examined.trip is not None:
        return typed_data(found.examined.trip)
    source = found.item.source
    return _filled(source.data) if isinstance(source, Content) and source.data else {}


def _filled(data: Mapping[str, object]) -> dict[str, object]:
    """Return data without what is empty."""
    return {name: _inner(value) for name, value in data.items() if value is not None}


def _inner(value: object) -> object:
    if isinstance(value, dict):
        return _filled(value)
    return [_inner(one) for one in value] if isinstance(value, list) else value


def _copied(found: Found, home: str) -> Iterator[tuple[str, bytes]]:
    """Yield the file of a trip of a ZIP, and every file that was read for it."""
    source = found.item.source
    if not isinstance(source, Path):  # a workbook, all of whose trips are taken together
        name = PurePosixPath(found.key).name
        yield found.key, (found.item.folder / name).read_bytes()
        return
    yield found.key, source.read_bytes()
    for name in found.examined.source.inputs:
        path = found.item.folder / name
        if path.is_file() and path != source:
            yield posixpath.normpath(posixpath.join(home, name)), path.read_bytes()


def put(store: Store, files: Files) -> list[str]:
    """Write files into the folder, all or none, and return the keys of those written.

    A file that is there already with the same content stays: trips share project files. Raises
    OutputError with every clash, for names that not every system takes, and when all is there.
    """
    places: dict[str, Path] = {}
    faults: list[Fault] = []
    for key, content in files.items():
        try:
            places[key] = store.inside(key)
        except NotThere:
            faults.append(fault("upload.name", Place(key), name=key))
            continue
        if places[key].exists() and not _same(places[key], content):
            faults.append(fault("upload.clash", Place(key), name=key))
    if faults:
        raise OutputError(faults)
    new = {places[key]: content for key, content in files.items() if not places[key].exists()}
    if not new:
        raise OutputError([fault("upload.there")])
    write_new(store.root, {path.relative_to(store.root): content for path, content in new.items()})
    return [key for key, path in places.items() if path in new]


def _same(path: Path, content: bytes) -> bool:
    """Return whether a file is there with this content."""
    return path.is_file() and path.read_bytes() == content
