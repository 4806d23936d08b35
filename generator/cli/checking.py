"""`check`: every fault of a trip file, and what was checked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from generator import checks, tripfiles
from generator.cli.reporting import Outcome, of_faults
from generator.cli.words import Run
from generator.errors import N_, Language, Message

SUMMARY = N_("Checks passed: {passed}. Without data: {absent}. Could not be made: {not_run}.")
_STATES = {
    "passed": N_("Passed: {title}"),
    "absent": N_("Without data: {title}"),
    "not_run": N_("Could not be made: {title}"),
}
_TITLES = {check.id: check.title for check in checks.CHECKS}


def examined(read: dict[str, Any], run: Run) -> Outcome:
    """Return every fault of structure, and the result of the checks of every sound section."""
    found = tripfiles.examine(**read)
    checked = checks.run(found.sound, found.source, run.settings.latvian)
    faults = (*found.faults, *found.source.warnings, *checked.faults)
    results = {"passed": checked.passed, "not_run": checked.not_run, "absent": checked.absent}
    more = {"checks": {state: _titled(ids, run.translate) for state, ids in results.items()}}
    said = [Message(SUMMARY, {state: len(ids) for state, ids in results.items()})]
    if run.settings.verbose:
        said[:0] = _told(results)
    return of_faults(faults, strict=run.settings.strict, said=tuple(said), more=more)


def _titled(ids: Iterable[str], translate: Language) -> list[dict[str, str]]:
    return [{"id": id, "title": translate(_TITLES[id])} for id in ids]


def _told(results: Mapping[str, Iterable[str]]) -> list[Message]:
    """Return a line for each check that found nothing or was not made."""
    return [
        Message(_STATES[state], {"title": Message(_TITLES[id])})
        for state, ids in results.items()
        for id in ids
    ]
