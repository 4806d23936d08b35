"""What is asked of the program's speed, and whether it was reached in a run."""

from __future__ import annotations

import statistics
from collections.abc import Callable
from dataclasses import dataclass
from math import nan
from typing import Final

from tests.benchmarks.results import Results, of_pairs, ratio, refused, times


@dataclass(frozen=True, slots=True)
class Target:
    """A bound that a measure must reach: at least so much, or at most.

    A measure is None when nothing was measured, and NaN when parskats could not do the work.
    """

    what: str
    bound: float
    measure: Callable[[Results], float | None]
    unit: str = "x"
    at_most: bool = False
    aim: float | None = None

    def asked(self) -> str:
        """Return the bound in words."""
        asked = f"{'at most' if self.at_most else 'at least'} {self.bound:g} {self.unit}"
        return f"{asked}, aim {self.aim:g} {self.unit}" if self.aim else asked

    def met(self, results: Results) -> bool | None:
        """Return whether it is reached; None when it was not measured."""
        value = self.measure(results)
        if value is None:
            return None
        # NaN, for a work that could not be done, is neither
        return value <= self.bound if self.at_most else value >= self.bound


def _longer(part: str, peer: str, ours: str) -> Callable[[Results], float | None]:
    return lambda results: ratio(results, part, peer, ours)


def _rate(part: str, first: tuple[str, int], second: tuple[str, int]) -> Callable[[Results], float | None]:
    """Return a measure: how many times the trips a second of one are those of another."""

    def measure(results: Results) -> float | None:
        seconds = {
            (one["name"], one["jobs"]): one["seconds"] for one in results.get(part, {}).get("rates", ())
        }
        return of_pairs(seconds.get(second, []), seconds.get(first, []))

    return measure


def _growth(results: Results) -> float | None:
    if refused(results, "rows-10000"):
        return nan
    more, fewer = times(results, "rows-10000", "parskats"), times(results, "rows-1000", "parskats")
    return statistics.median(more) / statistics.median(fewer) if more and fewer else None


def _peak(results: Results) -> float | None:
    if refused(results, "rows-10000"):
        return nan
    writers = results.get("rows-10000", {}).get("writers", ())
    return next((one["peak"] for one in writers if one["peer"] == "parskats" and not one["error"]), None)


def _after(results: Results) -> float | None:
    seen = _memory(results)
    return seen[-1] if seen else None


def _grown(results: Results) -> float | None:
    seen = _memory(results)
    return seen[-1] - seen[0] if seen else None


def _memory(results: Results) -> list[float]:
    """Return the memory of a process at each look; none when it did not make a thousand reports."""
    found = results.get("memory", {"reports": [0]})
    return list(found["megabytes"]) if found["reports"][-1] >= _THOUSAND else []


def _needless(results: Results) -> float | None:
    found = results.get("cold", {}).get("imports")
    return None if found is None else len(found["help"])


BOTH: Final = "DOCX + PDF/A-2a + PDF/UA-1"
_THOUSAND: Final = 1000
_TWICE: Final = ("parskats", 2)

TARGETS: Final = (
    Target(
        f"{BOTH} against Typst's PDF/A-2a + PDF/UA-1 alone",
        1, _longer("report", "typst", "parskats"), aim=2,
    ),
    Target(
        f"{BOTH} against docxtpl's DOCX alone, lean template",
        1.5, _longer("report", "docxtpl_lean", "parskats"),
    ),
    Target(
        f"{BOTH} against docxtpl and LibreOffice in bulk",
        15, _rate("office", ("parskats", 1), ("office", 1)),
    ),
    Target(f"{BOTH} against WeasyPrint's PDF alone", 15, _longer("report", "weasyprint", "parskats")),
    Target(
        "DOCX against docxtpl, lean template",
        3, _longer("report", "docxtpl_lean", "parskats_docx"), aim=5,
    ),
    Target(
        "DOCX against docxtpl, default template",
        5, _longer("report", "docxtpl", "parskats_docx"), aim=8,
    ),
    Target("PDF against reportlab platypus, tuned", 3, _longer("report", "platypus", "parskats_pdf")),
    Target("batch with 2 processes against Typst's with 2", 1, _rate("season", _TWICE, ("typst", 2))),
    Target("batch with 2 processes against 1", 1.8, _rate("season", _TWICE, ("parskats", 1))),
    Target("10,000 rows against 1,000", 11, _growth, at_most=True),
    Target("10,000 rows: PDF against Typst", 2, _longer("rows-10000", "typst", "parskats_pdf")),
    Target("10,000 rows: memory", 250, _peak, "MB", at_most=True),
    Target(
        "cold start, four files, against docxtpl's one DOCX",
        2, _longer("cold", "parskats", "docxtpl"), at_most=True,
    ),
    Target("writers, model and templates imported by `--help`", 0, _needless, "modules", at_most=True),
    Target(
        "photos of a camera, whole, against their reduction alone",
        1.3, _longer("fresh", "parskats", "reduction"), at_most=True,
    ),
    Target("memory of one process after 1,000 reports", 80, _after, "MB", at_most=True),
    Target("what it has grown by since the first hundred", 2, _grown, "MB", at_most=True),
)  # fmt: skip
