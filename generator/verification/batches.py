"""The folder of a whole batch against its manifest, and every trip in it against its inputs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator import tripfiles
from generator.errors import Fault, ParskatsError, Place, Severity, fault
from generator.manifest import FILE_NAME, Listing, Manifest, is_unchanged, read_manifest
from generator.model import Trip
from generator.verification.results import edited, made_again, program_note

Results = dict[str, list[Path]]


def verify_batch(folder: Path, listing: Listing, source: Path | None = None) -> Iterator[Fault]:
    """Yield what differs in the folder of a batch; nothing when all is as its manifest says.

    Every trip is made again from its trip file, `source` or the one in its manifest; one that can no
    longer be read is a difference like any other, and stops nothing. A trip whose file was in a ZIP
    is known by its finished files only, and a note says so.
    """
    yield from program_note(listing.program, folder)
    for name, digest in listing.files.items():
        yield from _same(folder / name, digest)
    many: defaultdict[Path, Results] = defaultdict(lambda: defaultdict(list))
    for one in listing.trips:
        results = folder / one.folder
        yield from _same(results / FILE_NAME, one.manifest)
        try:
            manifest = read_manifest(results)
        except ParskatsError as error:
            yield from error.faults
            continue
        yield from edited(manifest, results)
        origin = source or manifest.origin.source
        if origin is None:
            at, note = Place(str(results)), Severity.INFORMATION
            yield fault("verify.unpacked", at, severity=note, folder=results)
        elif tripfiles.holds_many(origin):
            many[origin][manifest.trip].append(results)
        else:
            yield from _from_one(manifest, results, origin)
    for origin, by_id in many.items():
        yield from _from_many(by_id, origin)


def _same(path: Path, digest: str) -> Iterator[Fault]:
    """Yield the difference of a file of the batch itself."""
    if not is_unchanged(path, digest):
        yield fault("verify.file-changed" if path.is_file() else "verify.file-missing", Place(str(path)))


def _from_one(manifest: Manifest, results: Path, origin: Path) -> Iterator[Fault]:
    """Yield what differs in the results of a trip that has a file of its own."""
    try:
        trip = tripfiles.load(origin)
    except ParskatsError as error:
        yield from error.faults
    else:
        yield from _made_again(manifest, results, origin, trip)


def _from_many(by_id: Results, origin: Path) -> Iterator[Fault]:
    """Yield what differs in the results of the trips of one file, which is read once.

    Trips that share an id come in the order of their folders, as they did in the batch.
    """
    for found in tripfiles.load_many(origin, only=tuple(by_id)):
        results = by_id[found.id].pop(0) if found.id and by_id.get(found.id) else None
        if found.trip is None:
            yield from _errors(found.faults)
        elif results is not None:
            yield from _made_again(read_manifest(results), results, origin, found.trip)


def _made_again(manifest: Manifest, results: Path, origin: Path, trip: Trip) -> Iterator[Fault]:
    try:
        yield from made_again(manifest, results, origin, trip)
    except ParskatsError as error:
        yield from _errors(error.faults)


def _errors(faults: Iterable[Fault]) -> Iterator[Fault]:
    """Yield what is wrong with a trip, without the warnings: they were told when it was made."""
    return (one for one in faults if one.severity is Severity.ERROR)
