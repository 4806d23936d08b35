"""Words and the places inside them where a line may end."""

from __future__ import annotations

import re
from enum import IntEnum
from functools import lru_cache
from typing import TypeAlias

from generator.layout.boxes import Face
from generator.layout.fonts import SOFT_HYPHEN, ZERO_WIDTH_SPACE, em_width


class Break(IntEnum):
    """What stands between one piece of text and the next."""

    NONE = 0
    """Nothing: the line may not end here."""
    SPACE = 1
    """A space; where the line ends it is written, but takes no room."""
    EMPTY = 2
    """Nothing, yet the line may end here: after a slash, a dash, a hyphen."""
    SOFT = 3
    """A soft hyphen, shown only where the line ends."""
    LINE = 4
    """The line ends here."""


Piece: TypeAlias = tuple[str, float, Break]
"""Text without a break inside, its width in em, and what follows it."""

_OPPORTUNITY = re.compile(rf"[{SOFT_HYPHEN}{ZERO_WIDTH_SPACE}]|(?<=.)[–/](?=.)|(?<=[^\W\d_])-(?=[^\W\d_])")


@lru_cache(maxsize=512)
def pieces_of(family: str, face: Face, word: str) -> tuple[Piece, ...]:
    """Return the pieces of a word without spaces; the last one is followed by nothing.

    A line may end after a hyphen between letters, an en dash, a slash (long agreement numbers),
    and at U+00AD and U+200B; never at a no-break space or U+2011.
    """
    pieces: list[Piece] = []
    start = 0
    for found in _OPPORTUNITY.finditer(word):
        if found[0] == "/" and word[found.end()] == "/":
            continue
        text, kind = _until(word, start, found)
        pieces.append((text, em_width(family, face, text), kind))
        start = found.end()
    if start < len(word) or not pieces:
        rest = word[start:]
        pieces.append((rest, em_width(family, face, rest), Break.NONE))
    return tuple(pieces)


def _until(word: str, start: int, found: re.Match[str]) -> tuple[str, Break]:
    """Return the text up to an opportunity, and the kind of the opportunity."""
    if found[0] == SOFT_HYPHEN:
        return word[start : found.start()], Break.SOFT
    if found[0] == ZERO_WIDTH_SPACE:
        return word[start : found.start()], Break.EMPTY
    return word[start : found.end()], Break.EMPTY
