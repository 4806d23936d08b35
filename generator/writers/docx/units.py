"""Lengths as WordprocessingML and DrawingML write them; every length comes in as points."""

from __future__ import annotations

from functools import lru_cache
from itertools import accumulate


def twips(points: float) -> int:
    """Return twentieths of a point: indents, spacing, page and cell sizes."""
    return round(points * 20)


def half_points(points: float) -> int:
    """Return half points: sizes of type."""
    return round(points * 2)


def eighths(points: float) -> int:
    """Return eighths of a point, at least the thinnest line Word draws: widths of borders."""
    return max(round(points * 8), 2)


def emu(points: float) -> int:
    """Return English Metric Units: sizes of drawings."""
    return round(points * 12700)


@lru_cache(maxsize=256)
def shared_out(total: int, shares: tuple[float, ...]) -> tuple[int, ...]:
    """Return whole parts of a total in the given proportion; their sum is exactly the total."""
    whole = sum(shares)
    edges = [round(total * part / whole) for part in accumulate(shares)]
    return tuple([after - before for before, after in zip([0, *edges], edges, strict=False)])
