"""The edges of cells as rules: each line drawn once, neighbours joined."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import TypeAlias

from generator.layout.boxes import RuleLine
from generator.layout.stack import Frame

Span: TypeAlias = tuple[float, float]
Spans: TypeAlias = dict[tuple[float, float, str], list[Span]]
Edges: TypeAlias = tuple[tuple[float, ...], float, str]


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
    """Return what the edges of frames cover, across by their height and down by their place."""
    across: Spans = defaultdict(list)
    down: Spans = defaultdict(list)
    columns: dict[Edges, list[Span]] = defaultdict(list)
    edges: tuple[float, ...] = ()
    for frame in frames:
        rule, color, follows = frame.rule, frame.color, frame.edges is edges
        edges = frame.edges
        wide, high = (edges[0], edges[-1]), (round(frame.y, 2), round(frame.y + frame.height, 2))
        highs = columns[edges, rule, color]
        # the next row of a table begins where the last one ended: that rule is there
        for y in high[1:] if follows and highs and highs[-1][1] == high[0] else high:
            spans = across[y, rule, color]
            if wide not in spans:
                spans.append(wide)
        highs.append(high)
    for (edges, rule, color), highs in columns.items():
        joined = _joined(highs)  # rows of a table share their edges: once, not once a column
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
