"""The pictures that a trip names: read, looked at, and each with its faults and warnings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator import images
from generator.errors import BadValue, Fault, Place, Severity, fault
from generator.tripfiles.content import Content, within
from generator.tripfiles.fields import pictures_in
from generator.tripfiles.folder import Folder


@dataclass(frozen=True, slots=True)
class Pictures:
    """The bytes of every picture by the path that names it, and what is to be said of them."""

    data: dict[str, bytes]
    faults: tuple[Fault, ...]
    warnings: tuple[Fault, ...]


def read_pictures(
    content: Content, trip: Folder, project: Folder, stand_in: bytes | None = None, *, decode: bool = True
) -> Pictures:
    """Return every picture that is named, or the one that stands in for all.

    Those of the project lie in the folder of its file. Each is decoded, to know that it can be;
    without `decode` only its header is looked at.
    """
    data: dict[str, bytes] = {}
    faults: list[Fault] = []
    warnings: list[Fault] = []
    for path, name in pictures_in(content.data):
        if not name.strip() or within(path, content.spoiled):
            continue
        folder = project if path.startswith("project.") else trip
        try:
            picture = stand_in or folder.picture(name, limit=images.MAX_BYTES)
            warnings += (
                one.at(_place(path, content.values)) for one in _warned(images.inspect(picture), path)
            )
            data[path] = picture
        except BadValue as bad:
            faults.append(bad.fault.at(_place(path, content.values)))
    faults += damaged(data, content.values) if decode else ()
    return Pictures(data, tuple(faults), tuple(warnings))


def damaged(pictures: Mapping[str, bytes], places: Mapping[str, Place]) -> Iterator[Fault]:
    """Yield the fault of every picture that cannot be decoded, by the path that names it."""
    images.prepare_ahead(pictures.values())
    for path, data in pictures.items():
        try:
            images.prepare(data)
        except BadValue as bad:
            yield bad.fault.at(_place(path, places))


def _place(path: str, places: Mapping[str, Place]) -> Place:
    """Return where a picture is named."""
    return places.get(path, Place(field=path))


def _warned(header: images.Header, path: str) -> Iterator[Fault]:
    """Yield what is worth saying of a picture that can be used."""
    if header.cmyk:
        yield fault("picture.cmyk", severity=Severity.WARNING)
    if header.small and path.startswith("photos["):
        yield fault(
            "picture.small",
            severity=Severity.WARNING,
            width=header.width,
            dpi=header.dpi,
            minimum=images.PRINT_WIDTH,
        )
