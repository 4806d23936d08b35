"""Earlier reports of the project: the trip files named under `earlier:`, each put in as its sums."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Mapping
from dataclasses import field, replace
from pathlib import Path, PurePosixPath
from typing import Final

from generator.budget import budget_lines
from generator.errors import BadValue, Fault, Place
from generator.frozen import dataclass
from generator.model import Trip
from generator.model.finances import EarlierReport
from generator.tripfiles.content import Content, Data, Reader, item, within
from generator.tripfiles.explain import shown
from generator.tripfiles.folder import Folder, normal
from generator.tripfiles.project_file import LEVELS_UP, with_project
from generator.tripfiles.structure import structured
from generator.tripfiles.text import MAX_BYTES

SECTION: Final = "earlier"


@dataclass(frozen=True, slots=True)
class Chain:
    """The trip files on the way to the one being read, and what was read already.

    Reports name all that went before them, so that without `known` each would be read again and again.
    """

    readers: Mapping[str, Reader]
    above: tuple[Path, ...] = ()
    known: dict[Path, tuple[Data | None, tuple[Fault, ...]]] = field(default_factory=dict)


def with_earlier(content: Content, folder: Folder, chain: Chain) -> Content:
    """Return the content with the sums of every earlier trip file in place of its name.

    Faults of such a file are placed in it. An earlier report that is typed in full stays as it is.
    """
    named = content.data.get(SECTION) if content.data else None
    if not isinstance(named, list) or content.data is None:
        return content
    reports, faults, spoiled = list(named), list(content.faults), set(content.spoiled)
    for index, name in enumerate(named):
        path = item(SECTION, index)
        if isinstance(name, str) and not within(path, content.spoiled):
            place = content.values.get(path, Place(field=path))
            reports[index], found = _report(name, place, folder, chain)
            faults += [one.at(replace(one.place, field=path)) for one in found]
            spoiled |= {path} if found else set()
    data = {**content.data, SECTION: reports}
    return replace(content, data=data, faults=tuple(faults), spoiled=frozenset(spoiled))


def _report(name: str, place: Place, folder: Folder, chain: Chain) -> tuple[Data | None, tuple[Fault, ...]]:
    """Return the sums of a named trip file, or None and its faults."""
    plain = normal(name)
    path = Path(os.path.realpath(folder.path / plain))
    if path in chain.known:
        return chain.known[path]
    try:
        if path in chain.above:
            raise BadValue("earlier.circular", value=shown(name))
        read = chain.readers.get(PurePosixPath(plain).suffix.lower())
        if read is None:
            raise BadValue("earlier.suffix", value=shown(name), known=", ".join(chain.readers))
        data = folder.read(name, up=LEVELS_UP, limit=MAX_BYTES, too_large="file.too-large")
    except BadValue as bad:
        return None, (bad.fault.at(place),)
    content = read(data, posixpath.normpath(posixpath.join(posixpath.dirname(place.file), plain)))
    below = replace(chain, above=(*chain.above, path))
    chain.known[path] = sums_of(content, folder.at(PurePosixPath(plain).parent), below)
    return chain.known[path]


def sums_of(content: Content, folder: Folder, chain: Chain) -> tuple[Data | None, tuple[Fault, ...]]:
    """Return the sums of a trip file of known content, with its own project and earlier reports."""
    joined, _ = with_project(content, folder, chain.readers)
    whole = with_earlier(joined, folder, chain)
    trip, refused = structured(whole)
    faults = (*whole.faults, *refused)
    return (None, faults) if faults or trip is None else (_sums(trip), ())


def as_earlier(trip: Trip) -> EarlierReport:
    """Return a trip as later reports know it."""
    return EarlierReport.model_validate(_sums(trip))


def _sums(trip: Trip) -> Data:
    """Return what later reports need of a trip, as it would be typed under `earlier:`."""
    lines = budget_lines(trip.budget, trip.project.currency, trip.earlier)
    rows = [(leaf.position.code, leaf.figures) for line in lines for leaf in line.leaves()]
    period = trip.report.period
    return {
        "agreement": trip.project.agreement.number,
        "date": trip.report.date,
        "number": trip.report.number,
        "period": None if period is None else {"start": period.start, "end": period.end},
        "currency": trip.project.currency,
        "positions": [
            {
                "code": code,
                "spent_before": figures.spent_before.amount,
                "this_period": figures.this_period.amount,
            }
            for code, figures in rows
        ],
    }
