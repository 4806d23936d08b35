"""Segments broken into lines: greedy, each line as full as it can be."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Final

from generator.document.nodes import Blank, SignatureField
from generator.frozen import dataclass
from generator.layout.boxes import Fragment
from generator.layout.fonts import SOFT_HYPHEN, em_width
from generator.layout.runs import Run, Segment
from generator.layout.words import Break

NONE, SPACE, SOFT, LINE = Break.NONE, Break.SPACE, Break.SOFT, Break.LINE
_run_of: Final = itemgetter(3)
TOLERANCE = 1e-6
"""Points by which a line may be wider than its measure, against rounding."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """Room to write or sign in: from `x` pt after the line's start, `width` pt long."""

    x: float
    width: float
    color: str
    node: Blank | SignatureField


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its fragments, the width they take, and what justifying adds to every space."""

    fragments: tuple[Fragment, ...]
    strokes: tuple[Stroke, ...]
    width: float
    word_space: float


def set_lines(segments: Sequence[Segment], first: float, rest: float, justify: bool = False) -> list[Line]:
    """Return the lines of a paragraph: `first` and `rest` are the measures, in pt.

    A piece wider than its line is broken between characters as a last resort. Justifying widens
    the spaces of every line but the last and those that a line break ends.
    """
    rows = list(break_lines(segments, first, rest))
    lines: list[Line] = []
    for row in rows:
        last = len(lines) == len(rows) - 1
        full = justify and not last and row[-1][2] is not LINE
        measure = (rest if lines else first) if full else None
        lines.append(_set_line(row, measure, last))
    return lines


def break_lines(segments: Sequence[Segment], first: float, rest: float) -> Iterator[list[Segment]]:
    """Yield the segments of each line; see `set_lines`."""
    row: list[Segment] = []
    pen, chance, limit = 0.0, 0, first + TOLERANCE
    waiting = list(reversed(segments))
    while waiting:
        segment = waiting.pop()
        text, width, kind, run = segment
        if pen + width > limit:
            if chance:
                waiting.append(segment)
                waiting.extend(reversed(row[chance:]))
                del row[chance:]
            else:
                _break_inside(segment, limit - pen, row, waiting)
            yield row
            row, pen, chance, limit = [], 0.0, 0, rest + TOLERANCE
            continue
        row.append(segment)
        pen += width
        if kind is NONE:
            continue
        if kind is LINE:
            yield row
            row, pen, chance, limit = [], 0.0, 0, rest + TOLERANCE
        elif kind is not SOFT or pen + run.hyphen <= limit:
            chance = len(row)
            pen += run.space if kind is SPACE else 0.0
    if row:
        yield row


def _break_inside(segment: Segment, room: float, row: list[Segment], waiting: list[Segment]) -> None:
    """Fill a line with as many characters of a segment as fit; the others wait for the next."""
    text, width, kind, run = segment
    count = _fitting(text, room, run, at_least=0 if row else 1)
    if count >= len(text):
        row.append((text, min(width, room), kind, run))
        return
    if count:
        head = text[:count]
        row.append((head, em_width(run.family, run.face, head) * run.size, NONE, run))
    tail = text[count:]
    waiting.append((tail, em_width(run.family, run.face, tail) * run.size, kind, run))


def _fitting(text: str, room: float, run: Run, at_least: int) -> int:
    """Return how many characters fit, never parting a combining mark from its letter."""
    count, width = 0, 0.0
    for character in text:
        width += em_width(run.family, run.face, character) * run.size
        if width > room and count >= at_least:
            break
        count += 1
    while 0 < count < len(text) and unicodedata.combining(text[count]):
        count += 1 if count <= at_least else -1
    return count


def _set_line(row: Sequence[Segment], measure: float | None, last: bool) -> Line:
    """Return a line of segments, stretched to `measure` if one is given."""
    natural, spaces = 0.0, 0
    for _, width, kind, run in row:
        natural += width
        if kind is SPACE:
            natural += run.space
            spaces += 1
    _, _, kind, run = row[-1]
    if kind is SPACE:
        natural -= run.space
        spaces -= 1
    hyphen = run.hyphen if kind is SOFT and not last else 0.0
    natural += hyphen
    stretch = (measure - natural) / spaces if measure is not None and spaces > 0 else 0.0
    end = SOFT_HYPHEN if hyphen else " " if kind is LINE and not last else ""
    fragments, strokes = _set_runs(row, stretch, end, hyphen)
    return Line(fragments, strokes, natural + stretch * spaces, stretch)


def _set_runs(
    row: Sequence[Segment], stretch: float, end: str, hyphen: float
) -> tuple[tuple[Fragment, ...], tuple[Stroke, ...]]:
    """Return a line's fragments, neighbouring segments of one run joined, and its strokes.

    `end` is written at the end, `hyphen` wide; a space there takes no room.
    """
    fragments: list[Fragment] = []
    strokes: list[Stroke] = []
    pen = 0.0
    _, _, ending, last = row[-1]
    if ending is LINE and len(row) > 1:  # a line break has no look of its own
        row, last = row[:-1], row[-2][3]
    for run, segments in groupby(row, _run_of):
        start, texts = pen, []
        for text, width, kind, _ in segments:
            if run.blank:
                strokes.append(Stroke(pen, width, run.color, run.blank))
            texts.append(text)
            pen += width
            if kind is SPACE:
                texts.append(" ")
                pen += run.space + stretch
        if run is last:
            texts.append(end)
            pen += hyphen - (run.space + stretch if ending is SPACE else 0.0)
        if text := "".join(texts):
            width = pen - start
            fragments.append(Fragment(text, start, width, run.face, run.size, run.color, run.node, run.link))
    return tuple(fragments), tuple(strokes)
