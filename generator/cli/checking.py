"""`check`: every fault of trip files, and what was checked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from generator import checks, tripfiles
from generator.checks import Checked
from generator.cli.reporting import Outcome, distinct, in_order, of_faults, shorter
from generator.cli.starting import known_suffix, write_new
from generator.cli.words import Run
from generator.errors import N_, Fault, Language, Message, Severity
from generator.tripfiles import Examined

SUMMARY = N_("Checks passed: {passed}. Without data: {absent}. Could not be made: {not_run}.")
MANY = N_("Trips: {trips}. Without errors: {sound}.")
_STATES = {
    "passed": N_("Passed: {title}"),
    "absent": N_("Without data: {title}"),
    "not_run": N_("Could not be made: {title}"),
}
_TITLES = {check.id: check.title for check in checks.CHECKS}


@dataclass(frozen=True, slots=True)
class _Looked:
    """What was found of one trip, and the result of its checks."""

    found: Examined
    checked: Checked

    @property
    def faults(self) -> tuple[Fault, ...]:
        """Everything that is to be said of the trip."""
        return (*self.found.faults, *self.found.source.warnings, *self.checked.faults)

    @property
    def results(self) -> dict[str, tuple[str, ...]]:
        """The ids of the checks by what came of them."""
        return {
            "passed": self.checked.passed,
            "not_run": self.checked.not_run,
            "absent": self.checked.absent,
        }


def examined(read: dict[str, Any], run: Run) -> Outcome:
    """Return every fault of structure, and the result of the checks of every sound section."""
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
    results = one.results
    said = [Message(SUMMARY, {state: len(ids) for state, ids in results.items()})]
    if run.settings.verbose:
        said[:0] = _told(results)
    return {"said": tuple(said), "more": {"checks": _titled_all(results, run)}}


def _of_many(trips: Sequence[_Looked], run: Run) -> dict[str, Any]:
    """Return what is said of several trips: how many are without errors, and the checks of each."""
    sound = [one for one in trips if not _failed(one)]
    listed = [
        {"id": one.found.id, "ok": not _failed(one), "checks": _titled_all(one.results, run)} for one in trips
    ]
    said = Message(MANY, {"trips": len(trips), "sound": len(sound)})
    return {"said": (said,), "more": {"trips": listed}}


def _failed(one: _Looked) -> bool:
    """Whether a trip has an error."""
    return any(each.severity is Severity.ERROR for each in one.faults)


def _annotated(outcome: Outcome, source: Path, target: Path, run: Run) -> Outcome:
    """Write a copy of a workbook in which the faults stand at their cells."""
    from generator.tripfiles.workbook.annotating import annotated

    if all(one.severity is Severity.INFORMATION for one in outcome.faults):
        return outcome
    content = annotated(source.read_bytes(), in_order(outcome.faults), run.settings.lang)
    (path,) = write_new(target.parent, {Path(target.name): content})
    name = shorter(path)
    return replace(outcome, files=({"path": name},), said=(*outcome.said, Message("{path}", {"path": name})))


def _titled_all(results: Mapping[str, Iterable[str]], run: Run) -> dict[str, list[dict[str, str]]]:
    return {state: _titled(ids, run.translate) for state, ids in results.items()}


def _titled(ids: Iterable[str], translate: Language) -> list[dict[str, str]]:
    return [{"id": id, "title": translate(_TITLES[id])} for id in ids]


def _told(results: Mapping[str, Iterable[str]]) -> list[Message]:
    """Return a line for each check that found nothing or was not made."""
    return [
        Message(_STATES[state], {"title": Message(_TITLES[id])})
        for state, ids in results.items()
        for id in ids
    ]
