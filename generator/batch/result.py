"""What becomes of one trip of a batch: small, and able to travel between processes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from decimal import Decimal
from enum import StrEnum
from typing import Any

from generator import budget
from generator.errors import Fault
from generator.frozen import dataclass
from generator.model import Trip


class State(StrEnum):
    """How a trip of a batch ended; one that was there already and is the same is done, too."""

    DONE = "done"
    FAILED = "failed"
    LEFT_OUT = "left-out"


@dataclass(frozen=True, slots=True)
class Spent:
    """What a trip cost, with what sums are added up by."""

    agreement: str
    project: str
    currency: str
    period: tuple[str, str] | None
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one trip: its files, or every fault that stopped it; warnings in both cases.

    `source` is how the trip was called where it came from, `folder` the name of its folder.
    `files` are described as in its manifest, whose SHA-256 is `manifest`. Without an output folder
    `contents` holds the bytes by file name. `kept` trips were there already and are the same;
    those with a `staged` folder wait in it for their place.
    """

    source: str
    id: str = ""
    folder: str = ""
    state: State = State.FAILED
    files: tuple[Mapping[str, Any], ...] = ()
    faults: tuple[Fault, ...] = ()
    manifest: str = ""
    spent: Spent | None = None
    contents: Mapping[str, bytes] = field(default_factory=dict)
    kept: bool = False
    staged: str = ""

    @property
    def pages(self) -> int:
        """How many pages its documents have in PDF, or in the one format that has pages."""
        by_document = {one["document"]: one["pages"] for one in self.files if one["pages"]}
        return sum(by_document.values())


def spent_on(trip: Trip) -> Spent:
    """Return what a trip cost, with its project, currency and reporting period."""
    project, period = trip.project, trip.report.period
    days = (period.start.isoformat(), period.end.isoformat()) if period else None
    paid = budget.costs_total(trip.costs, project.currency)
    return Spent(project.agreement.number, project.title, paid.currency, days, paid.amount)
