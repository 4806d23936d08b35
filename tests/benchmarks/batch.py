"""A season through `parskats batch`: trips a second with one process and with one a core, and kept trips.

`python -m tests.benchmarks.batch 1000` makes a season of a thousand trips, each with its own text.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from generator.batch.order import Order
from generator.batch.processes import cores
from generator.batch.run import Plan, run
from tests.batch.seasons import write_trip
from tests.trips import EXAMPLE, changed, raw_example


class _Silent:
    """Watches and says nothing."""

    def begin(self, count: Callable[[], int]) -> None:
        """Begin to watch."""

    def see(self, result: object) -> None:
        """Let a trip pass."""


def main(trips: int) -> None:
    """Print the rates."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        season = _season(folder / "season", trips)
        print(f"{trips} trips: report and annex, DOCX and PDF, two photos each; {cores()} cores")
        for jobs in dict.fromkeys((1, cores())):
            print(f"{jobs:3} at once  {_rate(season, folder / str(jobs), jobs, trips):8.1f} trips a second")
        kept = _rate(season, folder / "1", cores(), trips, resume=True)
        print(f"all kept     {kept:8.1f} trips a second")
        size = sum(path.stat().st_size for path in (folder / "1").rglob("*") if path.is_file())
        print(f"on disk      {size / trips / 1000:8.1f} kB a trip")


def _season(folder: Path, trips: int) -> Path:
    """Write a season of the example, with another text in each trip."""
    for number in range(trips):
        raw = changed(raw_example(), "meeting.outcome", f"Ieraksts {number * 17} par pieredzi. " * 3)
        raw["id"] = f"trip-{number:05}"
        trip = write_trip(folder / raw["id"], raw)
        shutil.copytree(EXAMPLE.parent / "photos", trip.parent / "photos")
    return folder


def _rate(season: Path, output: Path, jobs: int, trips: int, *, resume: bool = False) -> float:
    start = time.perf_counter()
    tally = run(Plan([season], Order(resume=resume), output, jobs=jobs), _Silent())
    assert tally.counts()["done"] == trips
    return trips / (time.perf_counter() - start)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
