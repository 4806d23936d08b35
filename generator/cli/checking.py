"""`check`: every fault of a trip file, and what was checked; a finished PDF against its data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from generator import checks, tripfiles
from generator.cli.reporting import Outcome, compared, of_faults
from generator.cli.words import Run
from generator.errors import N_, DataError, Language, Message, Place, fault

SUMMARY = N_("Checks passed: {passed}. Without data: {absent}. Could not be made: {not_run}.")
AGREES = N_("What is printed agrees with the data. Compared: sums {sums}, dates {dates}, pages {pages}.")
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
