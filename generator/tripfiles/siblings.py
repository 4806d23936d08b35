"""Earlier reports that are trips of the same file: the ids named under `earlier:`, each put in as its sums.

The sums are data of the trip that names them: a change of theirs is a change of that trip.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from graphlib import CycleError, TopologicalSorter

from generator.errors import Fault, Place, fault
from generator.model.finances import EarlierReport
from generator.tripfiles.content import Content, Data, Reader, item, within
from generator.tripfiles.earlier import SECTION, Chain, sums_of
from generator.tripfiles.explain import shown
from generator.tripfiles.folder import Folder

Ring = set[tuple[str, str]]
"""Pairs of ids, the first of which names the second, and so, perhaps through others, itself."""


def with_siblings(
    contents: Iterable[Content], folder: Folder, readers: Mapping[str, Reader]
) -> Iterator[Content]:
    """Yield the contents of a file of trips with the sums of every earlier trip in place of its id.

    A trip that names one with faults has a fault too: nobody knows what was spent. What is no id of
    the file stays as it is, a path.
    """
    coming = iter(contents)
    first = next(coming, None)
    if first is None or not first.together:  # the usual case: one by one, as they are read
        yield from [] if first is None else [first]
        yield from coming
        return
    known = [first, *coming]
    by_id = {_id(one): one for one in reversed(known) if _id(one)}
    named = {id: set(_named(one).values()) & by_id.keys() for id, one in by_id.items()}
    wanted = set().union(*named.values())
    sums: dict[str, Data | None] = {}
    ring = _ring(named)
    for id in _earliest_first(named, ring):
        if id in wanted:
            sums[id] = _plain_sums(_resolved(by_id[id], sums, ring), folder, readers)
    for content in known:
        yield _resolved(content, sums, ring)


def _id(content: Content) -> str:
    return str((content.data or {}).get("id") or "")


def _named(content: Content) -> dict[str, str]:
    """Return what is named as earlier reports, by its path."""
    named = (content.data or {}).get(SECTION)
    texts = enumerate(named) if isinstance(named, list) else ()
    found = {item(SECTION, index): text.strip() for index, text in texts if isinstance(text, str)}
    return {path: text for path, text in found.items() if not within(path, content.spoiled)}


def _ring(named: Mapping[str, set[str]]) -> Ring:
    """Return the pairs of which reports name themselves, directly or through others."""
    ring: Ring = set()
    while True:
        try:
            TopologicalSorter(_without(named, ring)).prepare()
        except CycleError as error:
            ids = error.args[1]
            ring |= {(above, below) for below, above in zip(ids, ids[1:], strict=False)}
        else:
            return ring


def _earliest_first(named: Mapping[str, set[str]], ring: Ring) -> Iterable[str]:
    return TopologicalSorter(_without(named, ring)).static_order()


def _without(named: Mapping[str, set[str]], ring: Ring) -> dict[str, set[str]]:
    return {id: {other for other in others if (id, other) not in ring} for id, others in named.items()}


def _resolved(content: Content, sums: Mapping[str, Data | None], ring: Ring) -> Content:
    """Return a content with sums in place of ids, or the faults of those that have none."""
    reports: dict[str, Data] = {}
    faults: list[Fault] = []
    for path, id in _named(content).items():
        place = content.values.get(path, Place(field=path))
        if (_id(content), id) in ring:
            faults.append(fault("earlier.circular", place, value=shown(id)))
        elif id in sums and (found := sums[id]) is not None:
            reports[path] = found
        elif id in sums:
            faults.append(fault("earlier.faulty", place, value=shown(id)))
    if not (reports or faults):
        return content
    named = (content.data or {})[SECTION]
    assert isinstance(named, list)
    listed = [reports.get(item(SECTION, index), one) for index, one in enumerate(named)]
    spoiled = content.spoiled | {one.place.field for one in faults}
    data = {**(content.data or {}), SECTION: listed}
    return replace(content, data=data, faults=(*content.faults, *faults), spoiled=spoiled)


def _plain_sums(content: Content, folder: Folder, readers: Mapping[str, Reader]) -> Data | None:
    """Return what later reports need of a trip as plain data, None when it has faults."""
    found, _ = sums_of(content, folder, Chain(readers))
    if found is None:
        return None
    return EarlierReport.model_validate(found).model_dump(mode="json", exclude_defaults=True)
