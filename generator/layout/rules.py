"""The edges of cells as rules: each line drawn once, neighbours joined."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import chain, groupby
from operator import attrgetter
from typing import Final, TypeAlias

from generator.layout.boxes import RuleLine
from generator.layout.stack import Frame

Span: TypeAlias = tuple[float, float]
Spans: TypeAlias = dict[tuple[float, float, str], list[Span]]
_edges_of: Final = attrgetter("edges", "rule", "color")


def rules_of(frames: Iterable[Frame]) -> list[RuleLine]:
    """Return the rules that draw the edges of all frames, first across, then down."""
    across, down = _spans_of(frames)
    rules = [
        RuleLine(start, y, end, y, width, color)
        for (y, width, color), spans in across.items()
        for start, end in _joined(spans)
    ]
    rules += [
        RuleLine(x, start, x, end, width, color)
        for (x, width, color), spans in down.items()
        for start, end in _joined(spans)
    ]
    return rules


def _spans_of(frames: Iterable[Frame]) -> tuple[Spans, Spans]:
    """Return what the edges of frames cover, across by their height and down by their place.

    The rows of a table share their edges: those that follow each other are taken at once.
    """
    across: Spans = defaultdict(list)
    down: Spans = defaultdict(list)
    for (edges, rule, color), rows in groupby(frames, _edges_of):
        highs = [(round(row.y, 2), round(row.y + row.height, 2)) for row in rows]
        wide = edges[0], edges[-1]
        for y in dict.fromkeys(chain.from_iterable(highs)):
            across[y, rule, color].append(wide)
        joined = _joined(highs)
        for x in edges:
            down[x, rule, color] += joined
    return across, down


def _joined(spans: list[Span]) -> list[Span]:
    """Return intervals with those that touch or overlap made one."""
    if len(spans) == 1:
        return spans
    spans.sort()
    joined: list[Span] = []
    first, last = spans[0]
    for start, end in spans:
        if start > last + 0.02:
            joined.append((first, last))
            first, last = start, end
        last = max(last, end)
    return [*joined, (first, last)]
