"""The edges of cells as rules: each line drawn once, neighbours joined."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from generator.layout.boxes import RuleLine
from generator.layout.stack import Frame

Spans: TypeAlias = dict[tuple[float, float, str], list[tuple[float, float]]]


def rules_of(frames: Iterable[Frame]) -> Iterator[RuleLine]:
    """Yield the rules that draw the edges of all frames, first across, then down."""
    across: Spans = defaultdict(list)
    down: Spans = defaultdict(list)
    for frame in frames:
        edges, rule, color = frame.edges, frame.rule, frame.color
        wide = edges[0], edges[-1]
        top, bottom = high = round(frame.y, 2), round(frame.y + frame.height, 2)
        across[top, rule, color].append(wide)
        across[bottom, rule, color].append(wide)
        for x in edges:
            down[x, rule, color].append(high)
    for (y, width, color), spans in across.items():
        for start, end in _joined(spans):
            yield RuleLine(start, y, end, y, width, color)
    for (x, width, color), spans in down.items():
        for start, end in _joined(spans):
            yield RuleLine(x, start, x, end, width, color)


def _joined(spans: list[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    """Yield intervals with those that touch or overlap made one."""
    spans.sort()
    first, last = spans[0]
    for start, end in spans:
        if start > last + 0.02:
            yield first, last
            first, last = start, end
        last = max(last, end)
    yield first, last
