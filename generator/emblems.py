"""Emblems drawn from their published geometry, so that no image file is needed.

Source: characteristics of the European flag, Regulation (EC) 1828/2006, Annex I (the same in
Regulation (EU) 763/2014): twelve upright stars like the hours of a clock on a blue ground of 2:3.
"""

from __future__ import annotations

from functools import cache
from math import cos, pi, sin, sqrt

from generator.frozen import dataclass

REFLEX_BLUE = "#003399"
YELLOW = "#FFCC00"
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Shape:
    """Closed polygons of one colour; points run from the upper left corner, in heights."""

    polygons: tuple[tuple[Point, ...], ...]
    fill: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """A vector picture `width` wide and 1 high; its shapes are painted in order."""

    width: float
    shapes: tuple[Shape, ...]


@cache
def european_union() -> Drawing:
    """Return the EU emblem: 1.5 wide and 1 high."""
    ground = ((0.0, 0.0), (1.5, 0.0), (1.5, 1.0), (0.0, 1.0))
    stars = tuple(_star(0.75 + sin(hour * pi / 6) / 3, 0.5 - cos(hour * pi / 6) / 3) for hour in range(12))
    return Drawing(1.5, (Shape((ground,), REFLEX_BLUE), Shape(stars, YELLOW)))


def _star(x: float, y: float) -> tuple[Point, ...]:
    """Return a five-pointed star, one tip up, its tips on a circle of 1/18 around (x, y)."""
    outer = 1 / 18
    inner = outer * (3 - sqrt(5)) / 2
    return tuple(
        (x + radius * sin(step * pi / 5), y - radius * cos(step * pi / 5))
        for step in range(10)
        for radius in ((outer, inner)[step % 2],)
    )


EUROPEAN_UNION = "emblem:european-union"
"""The name a template gives the EU emblem."""

EMBLEMS = {EUROPEAN_UNION: european_union}
"""Emblems by the name a template gives in `<img src="emblem:...">`."""
