"""`check`: every fault of a trip file, and how each check ended; a finished PDF against its data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from generator import checks, tripfiles
from generator.checks import Checked, Result, State
from generator.cli.reporting import Outcome, compared, of_faults
from generator.cli.words import Run
from generator.errors import N_, DataError, Language, Message, Place, fault

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


def examined(read: dict[str, Any], run: Run) -> Outcome:
    """Return every fault of structure, and how each check of the sound sections ended."""
    found = tripfiles.examine(**read)
    checked = checks.run(found.sound, found.source, run.settings.latvian)
    faults = (*found.faults, *checked.faults)
    told = [one for state in _COUNTS for one in _told(checked.results, state, run.settings.verbose)]
    more = {"checks": {state: _as_json(checked.results, state, run.translate) for state in State}}
    said = (*told, _counted(checked, run.translate))
    return of_faults(faults, strict=run.settings.strict, said=said, more=more)


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
