"""The edges of cells as rules: each line drawn once, neighbours joined."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from generator.layout.boxes import RuleLine
from generator.layout.stack import Frame

Span: TypeAlias = tuple[float, float]
Spans: TypeAlias = dict[tuple[float, float, str], list[Span]]


def rules_of(frames: Iterable[Frame]) -> Iterator[RuleLine]:
    """Yield the rules that draw the edges of all frames, first across, then down."""
    across, down = _spans_of(frames)
    for (y, width, color), spans in across.items():
        for start, end in _joined(spans):
            yield RuleLine(start, y, end, y, width, color)
    for (x, width, color), spans in down.items():
        for start, end in _joined(spans):
            yield RuleLine(x, start, x, end, width, color)


def _spans_of(frames: Iterable[Frame]) -> tuple[Spans, Spans]:
    """Return what the edges of frames cover, across by their height and down by their place."""
    across: Spans = defaultdict(list)
    down: Spans = defaultdict(list)
    columns: dict[tuple[tuple[float, ...], float, str], list[Span]] = defaultdict(list)
    for frame in frames:
        edges, rule, color = frame.edges, frame.rule, frame.color
        wide = edges[0], edges[-1]
        high = round(frame.y, 2), round(frame.y + frame.height, 2)
        for y in high:
            spans = across[y, rule, color]
            if wide not in spans:
                spans.append(wide)
        columns[edges, rule, color].append(high)
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
