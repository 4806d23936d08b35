"""`check`: every fault of a trip file, and how each check ended; a finished PDF against its data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from generator import checks, tripfiles
from generator.checks import Checked, Result, State
from generator.cli.reporting import Outcome, compared, of_faults, shorter
from generator.cli.words import Run
from generator.errors import N_, BadValue, DataError, Fault, Language, Message, Place, Severity, fault
from generator.errors.listing import distinct, in_order
from generator.frozen import dataclass
from generator.starting import known_suffix, write_new
from generator.tripfiles import Examined

AGREES = N_("What is printed agrees with the data. Compared: sums {sums}, dates {dates}, pages {pages}.")
_WORDS = {
    State.FAILED: N_("Failed: {title} [{id}]"),
    State.WARNED: N_("With a warning: {title} [{id}]"),
    State.NOTED: N_("With a note: {title} [{id}]"),
    State.SILENCED: N_("Silenced: {title} [{id}]"),
    State.NOT_RUN: N_("Could not be made: {title} [{id}]"),
    State.ABSENT: N_("Without data: {title} [{id}]"),
    State.PASSED: N_("Passed: {title} [{id}]"),
}
_SOURCE = N_("Source: {source}")
_SHORT = (State.FAILED, State.WARNED, State.NOTED, State.SILENCED)
"""The states of which every check is named also without -v: those that found something."""
_MANY = N_("Trips: {trips}. Without errors: {sound}.")
_SUMMARY = N_("Checks: {counts}.")
_COUNTS = {
    State.PASSED: N_("passed {count}"),
    State.ABSENT: N_("without data {count}"),
    State.NOT_RUN: N_("could not be made {count}"),
    State.SILENCED: N_("silenced {count}"),
    State.NOTED: N_("with a note {count}"),
    State.WARNED: N_("with a warning {count}"),
    State.FAILED: N_("failed {count}"),
}
"""How the checks of each state are counted, the gravest last: nearest to where the eye is."""


@dataclass(frozen=True, slots=True)
class _Looked:
    """What was found of one trip, and the result of its checks."""

    found: Examined
    checked: Checked

    @property
    def faults(self) -> tuple[Fault, ...]:
        """Everything that is to be said of the trip."""
        return (*self.found.faults, *self.checked.faults)


def examined(read: dict[str, Any], run: Run) -> Outcome:
    """Return every fault of structure, and how each check of the sound sections ended."""
    annotated = run.settings.annotate
    if annotated is not None:
        known_suffix(Path(str(read["source"])), tripfiles.MANY)
        known_suffix(annotated, (".xlsx",))
    looked = [
        _Looked(found, checks.run(found.sound, found.source, run.settings.latvian))
        for found in tripfiles.load_many(**read, only=run.settings.only)
    ]
    faults = distinct(one for each in looked for one in each.faults)
    trips = [one for one in looked if one.found.id is not None]
    shape = _of_many(trips, run) if len(trips) > 1 else _of_one((trips or looked)[0], run)
    outcome = of_faults(faults, strict=run.settings.strict, **shape)
    return outcome if annotated is None else _annotated(outcome, Path(read["source"]), annotated, run)


def _of_one(one: _Looked, run: Run) -> dict[str, Any]:
    """Return what is said of the checks of a single trip."""
    results = one.checked.results
    told = [each for state in _COUNTS for each in _told(results, state, run.settings.verbose)]
    said = (*told, _counted(one.checked, run.translate))
    return {"said": said, "more": {"checks": _all_as_json(results, run.translate)}}


def _of_many(trips: Sequence[_Looked], run: Run) -> dict[str, Any]:
    """Return what is said of several trips: how many are without errors, and the checks of each."""
    sound = [one for one in trips if not _failed(one)]
    listed = [
        {
            "id": one.found.id,
            "ok": not _failed(one),
            "checks": _all_as_json(one.checked.results, run.translate),
        }
        for one in trips
    ]
    said = Message(_MANY, {"trips": len(trips), "sound": len(sound)})
    return {"said": (said,), "more": {"trips": listed}}


def _failed(one: _Looked) -> bool:
    """Whether a trip has an error."""
    return any(each.severity is Severity.ERROR for each in one.faults)


def _annotated(outcome: Outcome, source: Path, target: Path, run: Run) -> Outcome:
    """Write a copy of a workbook in which the faults stand at their cells."""
    from generator.tripfiles.workbook.annotating import annotated

    if not any(one.severity in (Severity.ERROR, Severity.WARNING) for one in outcome.faults):
        return outcome
    try:
        content = annotated(source.read_bytes(), in_order(outcome.faults), run.settings.lang)
    except (BadValue, OSError):  # one of the faults says why it cannot be read
        return outcome
    (path,) = write_new(target.parent, {Path(target.name): content})
    name = shorter(path)
    return replace(outcome, files=({"path": name},), said=(*outcome.said, Message("{path}", {"path": name})))


def _counted(checked: Checked, translate: Language) -> Message:
    """Return how many checks ended in each way; ways in which none ended are left out."""
    counts = {state: len(checked.ids(state)) for state in _COUNTS}
    parts = [Message(_COUNTS[state], {"count": count}) for state, count in counts.items() if count]
    return Message(_SUMMARY, {"counts": ", ".join(one.sentence(translate) for one in parts)})


def _told(results: Iterable[Result], state: State, verbose: bool) -> Iterator[Message]:
    """Yield a line for each check that ended so; in full, also its source."""
    if not (verbose or state in _SHORT):
        return
    for one in results:
        if one.state is state:
            yield Message(_WORDS[state], {"id": one.check.id, "title": Message(one.check.title)})
            if verbose:
                yield Message(
                    "    {source}", {"source": Message(_SOURCE, {"source": Message(one.check.source)})}
                )


def _all_as_json(results: Sequence[Result], translate: Language) -> dict[str, list[dict[str, str]]]:
    return {str(state): _as_json(results, state, translate) for state in State}


def _as_json(results: Iterable[Result], state: State, translate: Language) -> list[dict[str, str]]:
    """Return the checks that ended so, as JSON names them."""
    return [
        {
            "id": one.check.id,
            "title": translate(one.check.title),
            "source": translate(one.check.source),
            **({"reason": one.reason} if one.reason else {}),
        }
        for one in results
        if one.state is state
    ]


def printed(path: Path, templates: Sequence[Path], run: Run) -> Outcome:
    """Return what a finished PDF prints otherwise than the data inside it gives."""
    from generator.verification import check_printed

    try:
        content = path.read_bytes()
    except OSError as error:
        missing = "file.missing" if isinstance(error, FileNotFoundError) else "file.unreadable"
        raise DataError([fault(missing, Place(str(path)), value=path.name, reason=error.strerror)]) from error
    found = check_printed(content, str(path), templates, run.settings.latvian)
    values = {"sums": found.sums, "dates": found.dates, "pages": found.pages}
    return compared(found.differences, Message(AGREES, values))
