"""The memory of one process that makes report after report."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tests.benchmarks.turns import Worker
from tests.benchmarks.works import PEERS

_LOOKS = 10


def measure(trips: Sequence[Path]) -> dict[str, list[float]]:
    """Return how many reports were made at each look, and the megabytes the process had then."""
    worker = Worker(PEERS["parskats"])
    found: dict[str, list[float]] = {"reports": [], "megabytes": []}
    every = max(1, len(trips) // _LOOKS)
    try:
        for number, trip in enumerate(trips, 1):
            answer = worker.call(trip)
            if number % every == 0:
                found["reports"].append(number)
                found["megabytes"].append(answer["now"])
    finally:
        worker.close()
    return found
