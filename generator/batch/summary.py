"""What a whole batch leaves beside its folders: a summary for people, one for machines, a manifest.

Each is written a trip at a time, so the number of trips does not matter, and takes its place whole.
None of them holds a time or a duration: the same batch gives the same bytes.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from generator.batch.journal import Entry, Journal
from generator.errors import N_, Language, OutputError
from generator.latvian import format_money
from generator.manifest import beginning, foreign, is_ours, output_fault
from generator.messages import translator
from generator.version import PROGRAM

PAGE: Final = "summary.html"
DATA: Final = "summary.json"
MANIFEST: Final = "manifest.json"
FORMAT: Final = 1
"""The format of summaries and manifests of batches that this version writes."""

_WORDS: Final = {
    "title": N_("Summary of the batch"),
    "stopped": N_("The batch was stopped at its first fault; the trips after it are not here."),
    "trips": N_("Trips"),
    "done": N_("Done"),
    "failed": N_("Failed"),
    "left_out": N_("Left out"),
    "files": N_("Files"),
    "pages": N_("Pages"),
    "errors": N_("Errors"),
    "warnings": N_("Warnings"),
    "to_mend": N_("To be mended"),
    "place": N_("Where"),
    "fault": N_("What is wrong"),
    "mend": N_("How to mend it"),
    "spent": N_("Trip costs by project and reporting period"),
    "project": N_("Project"),
    "agreement": N_("Agreement"),
    "period": N_("Reporting period"),
    "amount": N_("Amount"),
    "all": N_("All trips"),
    "trip": N_("Trip"),
    "state": N_("State"),
    "state-done": N_("done"),
    "state-failed": N_("failed"),
    "state-left-out": N_("left out"),
    "source": N_("Trip file"),
}


def remove_earlier(output: Path) -> None:
    """Remove what an earlier batch has said of its trips: it is not true of this one.

    Raises OutputError, and removes nothing, when a file of that name is not from a batch.
    """
    others = [output / name for name, is_earlier in _EARLIER.items() if not is_earlier(output / name)]
    if others:
        raise OutputError(map(foreign, others))
    for name in _EARLIER:
        try:
            (output / name).unlink(missing_ok=True)
        except OSError as error:
            raise OutputError([output_fault(output / name, error)]) from error


def _is_page(path: Path) -> bool:
    """Whether a file is absent, or the summary of a batch for people."""
    begins = beginning(path)
    return not begins or _GENERATOR.encode() in begins


_GENERATOR: Final = '<meta name="generator" content="parskats '
_EARLIER: Final[dict[str, Callable[[Path], bool]]] = {
    PAGE: _is_page,
    DATA: lambda path: is_ours(path, "complete"),
    MANIFEST: lambda path: is_ours(path, "files"),
}
"""The files of a batch, and how an earlier one is told from a file of others."""


def write_all(journal: Journal, output: Path, work: Path, *, lang: str, complete: bool) -> None:
    """Write both summaries and the manifest of a batch; raises OutputError."""
    for name, lines in (
        (DATA, _data(journal, complete)),
        (PAGE, _page(journal, lang, complete)),
        (MANIFEST, _manifest(journal, output)),
    ):
        try:
            _write(work / name, lines)
            os.replace(work / name, output / name)
        except OSError as error:
            raise OutputError([output_fault(output / name, error)]) from error


def _write(path: Path, lines: Iterable[str]) -> None:
    with path.open("w", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
        file.writelines(lines)


# -- for machines ---------------------------------------------------------------------------------
def _data(journal: Journal, complete: bool) -> Iterator[str]:
    """Yield the summary as JSON, each trip on a line of its own."""
    tally = journal.tally
    head = {"format": FORMAT, "program": PROGRAM, "complete": complete, "counts": tally.counts()}
    yield from _listing({**head, "spent": tally.sums()}, "trips", journal.entries())


def _manifest(journal: Journal, output: Path) -> Iterator[str]:
    """Yield the manifest: the SHA-256 of the manifest of every trip, and of both summaries."""
    files = [{"name": name, "sha256": _sha256(output / name)} for name in (PAGE, DATA)]
    head = {"format": FORMAT, "program": PROGRAM, "files": files}
    done = (one for one in journal.entries() if one["manifest"])
    trips = ({"folder": one["folder"], "trip": one["id"], "manifest": one["manifest"]} for one in done)
    yield from _listing(head, "trips", trips)


def _listing(head: dict[str, Any], name: str, rows: Iterable[Entry]) -> Iterator[str]:
    """Yield a JSON object whose last value is a list that may be long."""
    yield json.dumps(head, ensure_ascii=False, indent=2).removesuffix("\n}")
    yield f',\n  "{name}": ['
    before = "\n"
    for row in rows:
        yield f"{before}    {json.dumps(row, ensure_ascii=False)}"
        before = ",\n"
    yield "\n  ]\n}\n"


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


# -- for people -----------------------------------------------------------------------------------
def _page(journal: Journal, lang: str, complete: bool) -> Iterator[str]:
    """Yield the summary as a page of HTML that needs no other file."""
    translate = translator(lang)
    return _template().generate(
        lang=lang,
        program=PROGRAM,
        words={name: translate(word) for name, word in _WORDS.items()},
        complete=complete,
        counts=journal.tally.counts(),
        spent=[_row(one, translate) for one in journal.tally.sums()],
        entries=journal.entries,
    )


@cache
def _template() -> Template:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template(PAGE)


def _row(one: dict[str, Any], translate: Language) -> dict[str, Any]:
    """Return a sum with its money and days as people write them."""
    days = [str(translate.value(date.fromisoformat(day))) for day in one["period"] or ()]
    amount = format_money(Decimal(one["amount"]), one["currency"])
    return {**one, "period": " – ".join(days) or "–", "amount": amount}
