"""A project that several trips share: the file named by `project:`, put in its place in the trip."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Final

from generator.errors import BadValue, Fault, Place, fault
from generator.model import FORMAT
from generator.tripfiles.content import Content, Reader, member
from generator.tripfiles.explain import shown
from generator.tripfiles.folder import Folder, normal
from generator.tripfiles.text import MAX_BYTES

LEVELS_UP: Final = 3
"""How far above the trip's folder a project file may lie."""

_SECTION: Final = "project"


def with_project(content: Content, folder: Folder, readers: Mapping[str, Reader]) -> tuple[Content, Folder]:
    """Return the content with the fields of its project file, and the folder of that file.

    A trip that holds its project inline comes back as it is. Faults of the project file are placed
    in that file.
    """
    named = content.data.get(_SECTION) if content.data else None
    if not isinstance(named, str) or content.data is None or _SECTION in content.spoiled:
        return content, folder
    place = content.values.get(_SECTION, Place(field=_SECTION))
    try:
        read = readers.get(PurePosixPath(named.strip()).suffix.lower())
        if read is None:
            raise BadValue("project.suffix", value=shown(named), known=", ".join(readers))
        data = folder.read(named, up=LEVELS_UP, limit=MAX_BYTES, too_large="file.too-large")
    except BadValue as bad:
        return _refused(content, bad.fault.at(place)), folder
    plain = normal(named)
    project = read(data, posixpath.normpath(posixpath.join(posixpath.dirname(place.file), plain)))
    return _joined(content, project), folder.at(PurePosixPath(plain).parent)


def _refused(content: Content, refused: Fault) -> Content:
    """Return the content with a project that cannot be read."""
    return replace(content, faults=(*content.faults, refused), spoiled=content.spoiled | {_SECTION})


def _joined(content: Content, project: Content) -> Content:
    """Return the content with a project file's data, places and faults under `project`."""
    data = dict(content.data or {})
    spoiled = {member(_SECTION, path) for path in project.spoiled}
    faults = project.faults
    if project.data is None:
        spoiled.add(_SECTION)
    else:
        data[_SECTION], refused = _without_format(project)
        faults += refused
    return replace(
        content,
        data=data,
        values={**content.values, **_under(project.values)},
        keys={**content.keys, **_under(project.keys)},
        faults=(*content.faults, *(one.at(_lower(one.place)) for one in faults)),
        spoiled=content.spoiled | spoiled,
    )


def _without_format(project: Content) -> tuple[dict[str, object], tuple[Fault, ...]]:
    """Return the data of a project file without its optional format, which must be the known one."""
    data = dict(project.data or {})
    typed = data.pop("format", None)
    if typed in (None, FORMAT):
        return data, ()
    return data, (fault("format.other", project.values["format"], value=shown(typed), known=FORMAT),)


def _under(places: Mapping[str, Place]) -> dict[str, Place]:
    """Return places of a project file by their paths in the trip."""
    return {member(_SECTION, path) if path else _SECTION: _lower(place) for path, place in places.items()}


def _lower(place: Place) -> Place:
    """Return a place of a project file with its field as the trip sees it."""
    return replace(place, field=member(_SECTION, place.field) if place.field else _SECTION)
