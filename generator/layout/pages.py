"""Boxes put on pages: the one rule is that a page may end after a box only if it says so.

Boxes that hold on to each other make a chain; a chain goes on the page it fits on. A chain higher
than a page gives way at its weakest holds, and at last anywhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, TypeAlias

from generator.document.nodes import PageBreak
from generator.layout.stack import Box, Keep, cut

SLACK = 1e-6
"""Points by which boxes may exceed a page, against rounding."""
_FREE: Final = Keep.FREE


Placed: TypeAlias = tuple[Box, float, bool]
"""A box on a page, how far below the text area's upper edge, in pt, and whether it is a head again."""


def paginate(flow: Iterable[Box | PageBreak], height: float) -> list[list[Placed]]:
    """Return the boxes of each page of a text area `height` pt high; there is at least one page."""
    filler = _PageFiller(height)
    chain: list[Box] = []
    for box in flow:
        if isinstance(box, PageBreak):
            filler.place(chain)
            filler.break_page()
            chain = []
            continue
        chain.append(box)
        if box.keep is _FREE:
            filler.place(chain)
            chain = []
    filler.place(chain)
    return filler.pages or [[]]


def _weaker(chain: Sequence[Box]) -> list[list[Box]]:
    """Return a chain parted at its weakest holds."""
    weakest = min(box.keep for box in chain[:-1])
    parts: list[list[Box]] = [[]]
    for box in chain:
        parts[-1].append(box)
        if box.keep <= weakest and box is not chain[-1]:
            parts.append([])
    return parts


class _PageFiller:
    """The pages so far, and where the next box goes: on the last of them, or where one is wanted."""

    def __init__(self, height: float) -> None:
        self.height = height
        self.pages: list[list[Placed]] = []
        self.wanted = True
        self.y = self.gap = 0.0

    def break_page(self) -> None:
        self.wanted = True

    def place(self, chain: list[Box]) -> None:
        """Put a chain, if it is one, on this page, on the next one, or in parts on several."""
        if not chain:
            return
        if self._fits(chain):
            self._put(chain)
        elif _height(chain) + _head_height(chain[0]) <= self.height + SLACK:
            self.break_page()
            self._put(chain)
        elif len(chain) > 1:
            for part in _weaker(chain):
                self.place(part)
        else:
            self._place_tall(chain[0])

    def _fits(self, chain: Sequence[Box]) -> bool:
        height = chain[0].height if len(chain) == 1 else _height(chain)
        if self.wanted:
            return height + _head_height(chain[0]) <= self.height + SLACK
        return self.y + self.gap + chain[0].before + height <= self.height + SLACK

    def _put(self, chain: Iterable[Box]) -> None:
        for box in chain:
            if self.wanted:
                self._new_page(box.head)
            else:
                self.y += self.gap + box.before
            self.pages[-1].append((box, self.y, False))
            self.y += box.height
            self.gap = box.after

    def _new_page(self, head: Iterable[Box]) -> None:
        """Begin a page, with the head of the table that goes on there."""
        self.pages.append([])
        self.wanted = False
        self.y = self.gap = 0.0
        for box in head:
            self.pages[-1].append((box, self.y, True))
            self.y += box.height

    def _place_tall(self, box: Box) -> None:
        """Put a box taller than a page on as many pages as it needs, split between its lines."""
        pieces = cut(box, self._room(box)) or self._cut_for_new_page(box)
        if pieces is None:
            self._put([box])
            return
        first, rest = pieces
        self._put([first])
        self.break_page()
        self.place([rest])

    def _room(self, box: Box) -> float:
        """Return the height left for a box on this page."""
        if self.wanted:
            return self.height - _head_height(box)
        return self.height - self.y - self.gap - box.before

    def _cut_for_new_page(self, box: Box) -> tuple[Box, Box] | None:
        self.break_page()
        return cut(box, self._room(box))


def _height(chain: Sequence[Box]) -> float:
    """Return the height of a chain without the space before and after it."""
    height, gap = 0.0, -chain[0].before
    for box in chain:
        height += gap + box.before + box.height
        gap = box.after
    return height


def _head_height(box: Box) -> float:
    return sum([head.height for head in box.head])
