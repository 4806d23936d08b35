"""How the result of a run is shown: sentences for people, one JSON object for machines.

In text, results go to standard output and faults to standard error. With `--json` one object goes
to standard output in every case, and `docs/json.md` describes it:

    {"format": 1, "command": "render", "ok": true, "exit_code": 0,
     "files": [{"path", "name", "document", "format", "size", "sha256", "pages"}],
     "faults": [{"id", "severity", "sentence", "hint", "place": {"file", "line", "column", "field"}}]}

A silenced fault also has its "reason".

`check` adds "checks", `info` adds "info".
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import field
from pathlib import Path
from typing import Any, TextIO

import click

from generator.errors import N_, ExitCode, Fault, Language, Message, Place, Severity
from generator.errors.listing import fault_json, in_order
from generator.frozen import dataclass
from generator.settings import Settings

FORMAT = 1
"""The format of the JSON object that this version prints."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command has done: files, faults, what to say, and what the run ends with.

    `said` is printed unless all is well and the run is quiet; `text` always, and only as text.
    """

    exit_code: ExitCode = ExitCode.OK
    files: tuple[Mapping[str, Any], ...] = ()
    faults: tuple[Fault, ...] = ()
    said: tuple[Message, ...] = ()
    text: str = ""
    more: Mapping[str, Any] = field(default_factory=dict)


def of_faults(faults: Iterable[Fault], *, strict: bool, **rest: Any) -> Outcome:
    """Return the outcome of faults in the data: 3 with an error, under `strict` with a warning, too."""
    found = tuple(faults)
    grave = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    failed = any(one.severity in grave for one in found)
    return Outcome(ExitCode.DATA if failed else ExitCode.OK, faults=found, **rest)


def compared(differences: Iterable[Fault], same: Message) -> Outcome:
    """Return the outcome of a comparison: 7 with a difference, else what is said of things the same."""
    found = tuple(differences)
    if any(one.severity is Severity.ERROR for one in found):
        return Outcome(ExitCode.DIFFERENCE, faults=found)
    return Outcome(faults=found, said=(same,))


def show(outcome: Outcome, command: str, settings: Settings, translate: Language) -> None:
    """Print an outcome to standard output and standard error."""
    if settings.json:
        print(json.dumps(as_json(outcome, command, translate), ensure_ascii=False, indent=2))
        return
    color = wants_color(sys.stderr, os.environ)
    with suppress(OSError):  # when nobody can be told, the exit code still says it
        for line in fault_lines(outcome.faults, translate):
            click.echo(line, err=True, color=color)
    if outcome.text:
        print(outcome.text)
    if outcome.exit_code is not ExitCode.OK or not settings.quiet:
        for message in outcome.said:
            print(message.sentence(translate))


# -- for people -----------------------------------------------------------------------------------
_WEIGHTS = {
    Severity.ERROR: (N_("error"), "red"),
    Severity.WARNING: (N_("warning"), "yellow"),
    Severity.INFORMATION: (N_("note"), "cyan"),
    Severity.SILENCED: (N_("silenced"), "white"),
}


def wants_color(stream: TextIO, environ: Mapping[str, str]) -> bool:
    """Return whether colours are welcome: on a terminal, unless NO_COLOR is set."""
    return stream.isatty() and not environ.get("NO_COLOR") and environ.get("TERM") != "dumb"


def fault_lines(faults: Iterable[Fault], translate: Language) -> Iterator[str]:
    """Yield the lines that tell the faults, the gravest first, and their count; coloured."""
    found = in_order(faults)
    for one in found:
        word, hue = _WEIGHTS[one.severity]
        weight = click.style(translate(word), fg=hue, bold=True)
        yield f"{where(one.place)}: {weight}: {one.message.sentence(translate)}"
        if hint := _below(one).sentence(translate):
            yield f"    {hint}"
    if any(one.severity in (Severity.ERROR, Severity.WARNING) for one in found):
        yield counted(found).sentence(translate)


def _below(one: Fault) -> Message:
    """Return what stands below a fault: how to mend it, or why it may stand."""
    return Message(N_("Reason: {reason}"), {"reason": one.reason}) if one.reason else one.hint


def where(place: Place) -> str:
    """Return the place as it begins a line; a fault without a file has the name of its option."""
    if not place.file:
        return place.field or "parskats"
    return str(place)


def counted(faults: Iterable[Fault]) -> Message:
    """Return how many errors and warnings there are."""
    severities = [one.severity for one in faults]
    values = {
        "errors": severities.count(Severity.ERROR),
        "warnings": severities.count(Severity.WARNING),
    }
    if not values["warnings"]:
        return Message(N_("Errors: {errors}."), values)
    if not values["errors"]:
        return Message(N_("Warnings: {warnings}."), values)
    return Message(N_("Errors: {errors}. Warnings: {warnings}."), values)


def shorter(path: Path) -> str:
    """Return a path as seen from the current folder when that is shorter."""
    try:
        relative = os.path.relpath(path)
    except ValueError:  # another drive
        return str(path)
    return min(relative, str(path.absolute()), key=len)


# -- for machines ---------------------------------------------------------------------------------
def as_json(outcome: Outcome, command: str, translate: Language) -> dict[str, Any]:
    """Return the object that `--json` prints."""
    return {
        "format": FORMAT,
        "command": command,
        "ok": outcome.exit_code is ExitCode.OK,
        "exit_code": int(outcome.exit_code),
        "files": list(outcome.files),
        "faults": [fault_json(one, translate) for one in in_order(outcome.faults)],
        **outcome.more,
    }
