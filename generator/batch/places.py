"""Every finished trip in its place: one folder has one trip, the first one that is called so."""

from __future__ import annotations

import shutil
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from generator.batch.names import RESERVED
from generator.batch.result import Result, State
from generator.errors import Fault, OutputError, Place, fault
from generator.manifest import place_folder


def placed(results: Iterable[Result], output: Path) -> Iterator[Result]:
    """Yield the results, each when its folder is in its place in `output`.

    The results come in the order of the trips, so which of two trips with one name comes first
    does not depend on who was quicker. The other one fails, as does a trip whose folder cannot be
    written; both leave everything as it was.
    """
    taken = {_key(name): name for name in RESERVED}
    for result in results:
        if result.state is State.DONE:
            found = _taken(result, taken) or _place(result, output)
            taken.setdefault(_key(result.folder), result.source)
            if found:
                result = _failed(result, found)
        if result.staged:
            shutil.rmtree(result.staged, ignore_errors=True)
        yield replace(result, staged="")


def _key(name: str) -> str:
    """Return a name as systems compare it that do not tell small letters from capital ones."""
    return unicodedata.normalize("NFC", name).casefold()


def _taken(result: Result, taken: dict[str, str]) -> tuple[Fault, ...]:
    other = taken.get(_key(result.folder))
    if other is None:
        return ()
    return (fault("output.taken", Place(result.source), name=result.folder, other=other),)


def _place(result: Result, output: Path) -> tuple[Fault, ...]:
    """Put the files of a trip in their place; return why it cannot be done."""
    if not result.staged:
        return ()
    try:
        place_folder(Path(result.staged), output / result.folder)
    except OutputError as error:
        return error.faults
    return ()


def _failed(result: Result, faults: tuple[Fault, ...]) -> Result:
    """Return the result of a trip that was made, but has no place."""
    return Result(
        result.source, result.id, result.folder, faults=(*faults, *result.faults), staged=result.staged
    )
