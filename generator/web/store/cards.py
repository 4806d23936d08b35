"""Cards: a trip as the first page shows it, with how far it is.

A card is made anew only when a file that it was made from has changed.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import field
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Final

from generator import checks, manifest, tripfiles
from generator.errors import DataError, Fault, Severity
from generator.frozen import dataclass
from generator.model.records import Journey
from generator.resources import data_folder
from generator.settings import Settings
from generator.tripfiles import Examined
from generator.web.store.places import Store

_UNFILLED: Final = frozenset({"field.missing", "field.empty", "text.empty", "list.too-short"})
"""Faults of what has not been filled in yet."""


class State(StrEnum):
    """How far a trip is."""

    DRAFT = "draft"
    FAULTS = "faults"
    READY = "ready"
    RENDERED = "rendered"
    UNSEEN = "unseen"
    """It has not been looked at yet."""


@dataclass(frozen=True, slots=True)
class Card:
    """What is said of a trip: `name` is its id, or what its file is called when it has none."""

    key: str
    name: str
    state: State
    destination: str = ""
    start: date | None = None
    end: date | None = None
    errors: int = 0
    warnings: int = 0


Signature = tuple[tuple[Path, tuple[int, int] | None], ...]
"""The files that a card was made from, each with its time of change and size."""


@dataclass(frozen=True, slots=True)
class Cards:
    """The cards made so far, by the path of the trip file."""

    _known: dict[Path, tuple[Signature, Card]] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def of(self, store: Store, key: str, settings: Settings) -> Card:
        """Return the card of a trip file; raises NotThere, and nothing for faults of the data."""
        card = self.known(store, key)
        if card is None:
            card, files = _made(store, key, settings)
            with self._lock:
                self._known[store.path(key)] = (_signed(files), card)
        return card

    def known(self, store: Store, key: str) -> Card | None:
        """Return the card of a trip file when it was made already, and still holds; raises NotThere."""
        path = store.path(key)
        with self._lock:
            signature, card = self._known.get(path, ((), None))
        return card if signature == _signed(one for one, _ in signature) else None


def _signed(paths: Iterable[Path]) -> Signature:
    """Return what tells whether one of the files has changed."""
    return tuple((path, _stamp(path)) for path in paths)


def _stamp(path: Path) -> tuple[int, int] | None:
    with suppress(OSError):
        found = path.stat()
        return found.st_mtime_ns, found.st_size
    return None


# -- making a card --------------------------------------------------------------------------------
def _made(store: Store, key: str, settings: Settings) -> tuple[Card, list[Path]]:
    """Return the card of a trip, and the files it was made from, folders of missing ones among them."""
    path = store.path(key)
    found = tripfiles.examine(path, name=path.name, decode=False, within=store.root)
    told = (*found.faults, *checks.run(found.sound, found.source, settings.latvian).faults)
    errors = [one for one in told if one.severity is Severity.ERROR]
    results = settings.output / (found.trip.id if found.trip else "-") / manifest.FILE_NAME
    journey = found.sound.get("journey")
    trip = journey if isinstance(journey, Journey) else None
    card = Card(
        key,
        found.id or path.parent.name,
        _state(found, errors, results, path),
        trip.destination.name if trip else "",
        trip.start if trip else None,
        trip.end if trip else None,
        len(errors),
        sum(one.severity is Severity.WARNING for one in told),
    )
    files = [path.parent / name for name in found.source.inputs]
    return card, [*files, *{one.parent for one in files}, results]


def _state(found: Examined, errors: list[Fault], results: Path, path: Path) -> State:
    """Return how far a trip is; one that still says it is sample data has only been begun."""
    if found.sound.get("sample") == _sample() or (errors and all(one.id in _UNFILLED for one in errors)):
        return State.DRAFT
    if errors:
        return State.FAULTS
    return State.RENDERED if _is_rendered(found, results.parent, path) else State.READY


def _is_rendered(found: Examined, folder: Path, path: Path) -> bool:
    """Return whether a folder of results was made from the trip file as it is now.

    The documents may have been edited since: that is what Word files are for.
    """
    try:
        made = manifest.read_manifest(folder)
    except DataError:
        return False
    source = made.origin.source
    same = source is not None and source.resolve() == path.resolve()
    inputs = made.origin.inputs
    unchanged = all(inputs.get(name) == digest for name, digest in found.source.inputs.items())
    return same and unchanged and all((folder / one.name).is_file() for one in made.files)


@cache
def _sample() -> str:
    """Return the sentence by which a trip from the starter says that its data are samples."""
    starter = tripfiles.examine(data_folder() / "starter" / "trip.yaml", decode=False)
    return str(starter.sound.get("sample") or "")
