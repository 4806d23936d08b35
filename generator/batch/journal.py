"""What became of every trip, on the disk rather than in memory, and the sums of it all."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import field
from decimal import Decimal
from pathlib import Path
from typing import IO, Any, Self

from generator.batch.result import Result, Spent, State
from generator.errors import Language, OutputError, Severity
from generator.errors.listing import fault_json, in_order
from generator.frozen import dataclass
from generator.manifest import output_fault

Entry = dict[str, Any]


@dataclass(slots=True)
class Tally:
    """The sums of a batch: trips by their state, faults by their weight, and money."""

    states: Counter[State] = field(default_factory=Counter)
    severities: Counter[Severity] = field(default_factory=Counter)
    files: int = 0
    pages: int = 0
    kept: int = 0
    spent: dict[tuple[object, ...], tuple[Spent, int, Decimal]] = field(default_factory=dict)
    ids: set[str] = field(default_factory=set)

    def add(self, result: Result) -> None:
        """Count one trip."""
        self.states[result.state] += 1
        self.severities.update(one.severity for one in result.faults)
        self.files += len(result.files)
        self.pages += result.pages
        self.kept += result.kept
        self.ids.add(result.id)
        if result.spent:
            self._spend(result.spent)

    def _spend(self, one: Spent) -> None:
        key = (one.agreement, one.project, one.currency, one.period or ("", ""))
        first, trips, amount = self.spent.get(key, (one, 0, Decimal("0.00")))
        self.spent[key] = (first, trips + 1, amount + one.amount)

    @property
    def trips(self) -> int:
        """How many trips there were."""
        return self.states.total()

    def counts(self) -> dict[str, int]:
        """Return the sums as JSON holds them; how many trips were there already is of one run only."""
        return {
            "trips": self.trips,
            "done": self.states[State.DONE],
            "failed": self.states[State.FAILED],
            "left_out": self.states[State.LEFT_OUT],
            "files": self.files,
            "pages": self.pages,
            "errors": self.severities[Severity.ERROR],
            "warnings": self.severities[Severity.WARNING],
        }

    def sums(self) -> list[dict[str, Any]]:
        """Return what the trips cost, by project, currency and reporting period."""
        return [
            {
                "agreement": one.agreement,
                "project": one.project,
                "currency": one.currency,
                "period": list(one.period) if one.period else None,
                "trips": trips,
                "amount": str(amount),
            }
            for _, (one, trips, amount) in sorted(self.spent.items(), key=lambda pair: str(pair[0]))
        ]


class Journal:
    """A file with a line of JSON for every trip, in their order, and the tally of them.

    Raises OutputError where the disk does not take it.
    """

    def __init__(self, path: Path, translate: Language) -> None:
        self.tally = Tally()
        self._path, self._translate = path, translate
        with self._writing():
            self._file: IO[str] = path.open("w", encoding="utf-8", errors="backslashreplace")

    def __enter__(self) -> Self:
        """Return itself; the file is open."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the file."""
        with suppress(OSError):  # it has been read, or nobody will
            self._file.close()

    def add(self, result: Result) -> None:
        """Note what became of one trip."""
        self.tally.add(result)
        with self._writing():
            print(json.dumps(_entry(result, self._translate), ensure_ascii=False), file=self._file)

    def entries(self) -> Iterator[Entry]:
        """Yield what was noted, from the beginning."""
        with self._writing():
            self._file.flush()
        with self._path.open(encoding="utf-8") as file:
            yield from map(json.loads, file)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise OutputError([output_fault(self._path.parent, error)]) from error


def _entry(result: Result, translate: Language) -> Entry:
    """Return a trip as the summary tells of it; the same, whether it was kept or made now."""
    return {
        "source": result.source,
        "id": result.id,
        "folder": result.folder,
        "state": str(result.state),
        "pages": result.pages,
        "files": list(result.files),
        "manifest": result.manifest,
        "faults": [fault_json(one, translate) for one in in_order(result.faults)],
    }
