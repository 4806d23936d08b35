"""Inline content set in lines. What holds nothing but texts is set once for all documents that share it.

The words of the templates and the values that a report repeats are the very same nodes everywhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from generator.document.nodes import Inline, Text
from generator.frozen import dataclass
from generator.layout.lines import Line, set_lines
from generator.layout.plain import plain_lines
from generator.layout.runs import Ink, PageNumbers, segments_of

_TEXT: Final = frozenset({Text})


@dataclass(frozen=True, slots=True, eq=False)
class Room:
    """The look of a text and the measures of its first line and of the others; equal ones are the same."""

    ink: Ink
    first: float
    rest: float


@lru_cache(maxsize=512)
def room_of(ink: Ink, first: float, rest: float) -> Room:
    """Return the room of texts of one look between the same edges: one for all documents."""
    return Room(ink, first, rest)


def content_lines(
    children: tuple[Inline, ...], room: Room, numbers: PageNumbers, prefix: str = ""
) -> Sequence[Line]:
    """Return the lines of inline content after the words of `prefix`."""
    lines = text_lines(children, room, prefix) if prefix else text_lines(children, room)  # one key for each
    if lines is None:
        ink = room.ink
        return set_lines(segments_of(children, ink, numbers, prefix), room.first, room.rest, ink.justified)
    return lines


@lru_cache(maxsize=1024)
def text_lines(children: tuple[Inline, ...], room: Room, prefix: str = "") -> Sequence[Line] | None:
    """Return the lines of texts alone, None for any other content; three of five were set before.

    Layout: 53 -> 44 million instructions a trip, for 0.7 MB.
    """
    if not _TEXT.issuperset(map(type, children)):
        return None
    ink, first, rest = room.ink, room.first, room.rest
    if not prefix and len(children) == 1:
        (text,) = children
        if isinstance(text, Text) and (lines := plain_lines(text, ink, first, rest)):
            return lines
    return tuple(set_lines(segments_of(children, ink, PageNumbers(), prefix), first, rest, ink.justified))
