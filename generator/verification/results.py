"""A folder of results against its manifest, its inputs, and the same documents made again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from generator import settings, tripfiles
from generator.errors import Fault, ParskatsError, Place, Severity, UsageError, fault
from generator.manifest import Manifest, changed_files, read_manifest, sha256
from generator.model import Trip
from generator.pipeline import render_trip
from generator.version import PROGRAM


def verify_folder(folder: Path, source: Path | None = None) -> tuple[Fault, ...]:
    """Return what differs in a folder of results; nothing when it is as its manifest says.

    The documents are made again from the trip file, `source` or the one in the manifest, in the way
    that was asked for then. Raises DataError when the manifest or the trip cannot be read, and then
    holds the differences found till then too; UsageError when no trip file is known.
    """
    manifest = read_manifest(folder)
    differences = [*program_note(manifest.program, folder), *edited(manifest, folder)]
    origin = source or manifest.origin.source
    if origin is None:
        raise UsageError([fault("verify.no-source", Place(str(folder)))])
    try:
        only = manifest.trip if tripfiles.holds_many(origin) else ""
        differences += made_again(manifest, folder, origin, tripfiles.load(origin, only=only))
    except ParskatsError as error:
        raise type(error)((*differences, *error.faults)) from error
    return tuple(differences)


def program_note(made: str, folder: Path) -> Iterator[Fault]:
    """Yield a note when another version made the files: it alone is no difference."""
    if made != PROGRAM:
        at, note = Place(str(folder)), Severity.INFORMATION
        yield fault("verify.program", at, severity=note, made=made, now=PROGRAM)


def edited(manifest: Manifest, folder: Path) -> Iterator[Fault]:
    """Yield a difference for every file that somebody has changed or taken away."""
    for name, there in changed_files(manifest, folder).items():
        yield fault("verify.file-changed" if there else "verify.file-missing", Place(str(folder / name)))


def made_again(manifest: Manifest, folder: Path, source: Path, trip: Trip) -> Iterator[Fault]:
    """Yield what differs between the inputs of then and of today, and between the files made of them.

    `source` is the file in which the trip stands today. Raises ParskatsError when nothing can be made of it.
    """
    rendered = render_trip(trip, manifest.origin.request)
    inputs = {**trip.source.inputs, **rendered.inputs, **settings.inputs(settings.find_file(source.parent))}
    yield from _inputs(manifest.origin.inputs, inputs, source)
    today = {name: sha256(file.content) for name, file in rendered.files.items()}
    then = {one.name: one.sha256 for one in manifest.files}
    for name in sorted(today.keys() | then.keys()):
        if name not in then:
            yield fault("verify.result-new", Place(str(folder / name)))
        elif name not in today:
            yield fault("verify.result-gone", Place(str(folder / name)))
        elif today[name] != then[name]:
            yield fault("verify.result-differs", Place(str(folder / name)))


def _inputs(then: Mapping[str, str], today: Mapping[str, str], source: Path) -> Iterator[Fault]:
    """Yield a difference for every input that changed, came or went."""
    for name in sorted(then.keys() | today.keys()):
        at = Place(str(source), field=name)
        if name not in today:
            yield fault("verify.input-gone", at, name=name)
        elif name not in then:
            yield fault("verify.input-new", at, name=name)
        elif then[name] != today[name]:
            yield fault("verify.input-changed", at, name=name)
