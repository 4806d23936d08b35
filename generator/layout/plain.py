"""One text without marks set in lines: most cells and paragraphs hold no more than that.

Whole words are measured and lines found by their ends, without the segments that mixed content needs:
layout takes 31 million instructions a trip with it, 42 without.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from math import inf

from generator.document.nodes import Text
from generator.layout.boxes import Fragment
from generator.layout.lines import TOLERANCE, Line
from generator.layout.runs import Ink, Measure


def plain_lines(node: Text, ink: Ink, first: float, rest: float) -> tuple[Line, ...] | None:
    """Return the lines of a text as `set_lines` has them, None where that must look inside its words."""
    text, measure = node.text, ink.measure(node)
    words = text.split(" ")
    if not words[-1]:
        return None
    spans, space = list(map(measure.widths.__getitem__, words)), measure.space
    width = (sum(spans) + space * (len(words) - 1)) * measure.em
    if width == inf:
        return None
    if width <= first + TOLERANCE:
        return (_line(text, width, 0.0, measure, node),)
    if _may_end_inside(text):
        return None
    ends = list(accumulate([span + space for span in spans]))
    return _broken(node, measure, words, ends, first, rest, ink.justified)


def _broken(
    node: Text,
    measure: Measure,
    words: Sequence[str],
    ends: Sequence[float],
    room: float,
    rest: float,
    justified: bool,
) -> tuple[Line, ...] | None:
    """Return the lines of words whose spaces end at `ends`; None where a word has no room on a line."""
    em, space, count = measure.em, measure.space, len(words)
    lines: list[Line] = []
    start, base = 0, 0.0
    while start < count:
        end = bisect_right(ends, base + space + (room + TOLERANCE) / em, start)
        if end == start:
            return None
        text, gaps = " ".join(words[start:end]), end - start - 1
        width, stretch = (ends[end - 1] - space - base) * em, 0.0
        if end < count:
            text += " "
            if justified and gaps:
                stretch = (room - width) / gaps
        lines.append(_line(text, width + stretch * gaps, stretch, measure, node))
        start, base, room = end, ends[end - 1], rest
    return tuple(lines)


def _line(text: str, width: float, stretch: float, measure: Measure, node: Text) -> Line:
    fragment = Fragment(text, 0.0, width, measure.face, measure.size, measure.color, node)
    return Line((fragment,), (), width, stretch)


def _may_end_inside(text: str) -> bool:
    """Whether a line may end inside a word: at a hyphen, a slash, or a dash that does not stand alone."""
    return "-" in text or "/" in text or text.count("–") != text.count(" – ")
