"""Seasons of trips for the tests: small, and each one different."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from copy import deepcopy
from pathlib import Path
from typing import Any

import yaml

from generator.batch.order import Order
from generator.batch.result import Result
from generator.batch.run import Plan, run
from tests.trips import LEAST

COST = {
    "item": "Degviela",
    "position": "1.1.",
    "quantity": "1",
    "unit": "gab.",
    "unit_price": "10,00",
    "document": {"kind": "čeks", "date": "31.08.2012."},
}
POSITION = {
    "code": "1.1.",
    "name": "Transports",
    "approved": "5000,00",
    "spent_before": "0",
    "this_period": "10,00",
}


def raw_trip(id: str, **changes: Any) -> dict[str, Any]:
    """Return a small trip as typed."""
    return {**deepcopy(LEAST), "id": id, **changes}


def faulty_trip(id: str) -> dict[str, Any]:
    """Return a trip with one fault: a day that no calendar has."""
    raw = raw_trip(id)
    raw["journey"]["start"] = "31.02.2012."
    return raw


def write_trip(folder: Path, raw: Mapping[str, Any], name: str = "trip.yaml") -> Path:
    """Write a trip file and return its path."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(yaml.safe_dump(dict(raw), allow_unicode=True, sort_keys=False), encoding="utf-8")
    return path


def write_season(folder: Path, count: int, faulty: Iterable[int] = ()) -> Path:
    """Write a folder of trip folders `trip-001` and so on, and return it."""
    for number in range(1, count + 1):
        id = f"trip-{number:03}"
        write_trip(folder / id, faulty_trip(id) if number in set(faulty) else raw_trip(id))
    return folder


def write_lines(path: Path, trips: Iterable[Mapping[str, Any]]) -> Path:
    """Write trips as JSON lines, and return the path."""
    lines = (json.dumps(one, ensure_ascii=False) for one in trips)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def weighed(result: Result, *weights: str) -> list[str]:
    """Return the ids of the faults of a trip that weigh as much, by default of all but notes."""
    return [one.id for one in result.faults if one.severity in (weights or ("error", "warning"))]


class Seen:
    """Watches a batch and keeps what it sees."""

    def __init__(self) -> None:
        self.results: list[Result] = []
        self.count: int | None = None

    def begin(self, count: Any) -> None:
        self.count = count()

    def see(self, result: Result) -> None:
        self.results.append(result)


def make_batch(sources: Path | list[Path], output: Path, order: Order = Order(), **plan: Any) -> list[Result]:
    """Make a batch and return what became of its trips."""
    seen = Seen()
    paths = sources if isinstance(sources, list) else [sources]
    run(Plan(paths, order, output, **{"jobs": 2, **plan}), seen)
    return seen.results


def tree(folder: Path) -> dict[str, bytes]:
    """Return every file in a folder by its path in it, and folders that are empty."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else b"(folder)"
        for path in sorted(folder.rglob("*"))
        if path.is_file() or not any(path.iterdir())
    }
