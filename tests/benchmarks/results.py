"""What was measured, kept as JSON in `.bench/`, so that the page can be written again without measuring."""

from __future__ import annotations

import json
import statistics
from math import nan
from pathlib import Path
from typing import Any, Final, TypeAlias

from tests.benchmarks.peers.assets import HOME

Results: TypeAlias = dict[str, Any]
"""The result of each part by its name; `run` tells of machine, day and versions."""

WHOLE: Final = HOME / "results.json"
QUICK: Final = HOME / "results-quick.json"


def read(file: Path) -> Results:
    """Return what was measured before; nothing when it never was."""
    if not file.is_file():
        return {}
    found: Results = json.loads(file.read_text(encoding="utf-8"))
    return found


def save(results: Results, file: Path) -> None:
    """Keep what was measured."""
    file.write_text(json.dumps(results, ensure_ascii=False, indent=1), encoding="utf-8")


def times(results: Results, part: str, peer: str) -> list[float]:
    """Return the times of a writer, turn by turn; none when it was not there or could not do the work."""
    for one in results.get(part, {}).get("writers", ()):
        if one["peer"] == peer and not one["error"]:
            return list(one["times"])
    return []


def refused(results: Results, part: str) -> bool:
    """Return whether parskats itself could not do a work."""
    errors = [
        one["error"] for one in results.get(part, {}).get("writers", ()) if one["peer"].startswith("parskats")
    ]
    return any(errors)


def ratio(results: Results, part: str, slower: str, quicker: str) -> float | None:
    """Return how many times longer one writer takes than another: the median of the pairs of their turns.

    NaN when parskats could not do the work, None when it was not measured.
    """
    if refused(results, part):
        return nan
    return of_pairs(times(results, part, slower), times(results, part, quicker))


def of_pairs(slower: list[float], quicker: list[float]) -> float | None:
    """Return the median of the ratios, pair by pair; None when there are no pairs."""
    pairs = [one / other for one, other in zip(slower, quicker, strict=False)]
    return statistics.median(pairs) if pairs else None


def spread(values: list[float]) -> tuple[float, float, float]:
    """Return the lower quartile, the median and the upper quartile."""
    if len(values) == 1:
        return values[0], values[0], values[0]
    low, middle, high = statistics.quantiles(values, n=4, method="inclusive")
    return low, middle, high
