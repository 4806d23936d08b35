"""Boxes: what is stacked on pages, one upon the other, and never split but as a last resort."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from enum import IntEnum
from functools import partial
from typing import TypeAlias

from generator.frozen import dataclass
from generator.layout.boxes import FieldBox, Fill, Item, PlacedImage, RuleLine, TextLine


class Keep(IntEnum):
    """How firmly a box holds on to the next one; where a page is too short, the weaker give way."""

    FREE = 0
    """A page may end after it."""
    GROUP = 1
    """It stands in a group that stays together."""
    BOUND = 2
    """A heading with its text, the first two lines of a paragraph, rows bound by a span."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The edges of cells of one height side by side; a page makes rules of them, each line once.

    `edges` are the left edge of each cell and the right edge of the last, whole hundredths.
    """

    edges: tuple[float, ...]
    y: float
    height: float
    rule: float
    color: str


Content: TypeAlias = Item | Frame


Part: TypeAlias = tuple[float, float, Content]
"""Anything on a page: its upper and lower edge, and the thing itself."""
Parts: TypeAlias = Callable[[float], Sequence[Part]]
"""Makes the parts of a box whose upper edge is at `y`."""


@dataclass(slots=True)
class Box:
    """What goes on a page together: its height and the space around it, in pt, and what makes its parts.

    `head` holds the boxes to repeat above this one when it begins a page.
    """

    height: float
    parts: Parts
    before: float = 0.0
    after: float = 0.0
    keep: Keep = Keep.FREE
    head: tuple[Box, ...] = ()


def moved(parts: Iterable[Part], y: float) -> list[Part]:
    """Return parts `y` pt further down."""
    return [(top + y, bottom + y, _lowered(content, y)) for top, bottom, content in parts]


def _lowered(content: Content, y: float) -> Content:
    if isinstance(content, RuleLine):
        return replace(content, y0=content.y0 + y, y1=content.y1 + y)
    return replace(content, y=content.y + y)


def unowned(parts: Iterable[Part]) -> list[Part]:
    """Return parts as artifacts, for a head that is repeated."""
    return [(top, bottom, _disowned(content)) for top, bottom, content in parts]


def _disowned(content: Content) -> Content:
    if isinstance(content, TextLine | PlacedImage | FieldBox):
        return replace(content, owner=None)
    return content


def bind(boxes: Iterable[Box], keep: Keep) -> None:
    """Make every box but the last hold on to the next."""
    row = list(boxes)
    for box in row[:-1]:
        box.keep = max(box.keep, keep)


def stacked(boxes: Iterable[Box]) -> Box:
    """Return one box of boxes stacked without a page break, with the space between them."""
    placed: list[tuple[float, Box]] = []
    y = gap = 0.0
    for box in boxes:
        y += gap + box.before
        placed.append((y, box))
        y += box.height
        gap = box.after
    return Box(y + gap, partial(parts_of, placed))


def parts_of(boxes: Iterable[tuple[float, Box]], y: float) -> list[Part]:
    """Return the parts of boxes that stand so far below `y`."""
    return [part for top, box in boxes for part in box.parts(y + top)]


def cut(box: Box, height: float) -> tuple[Box, Box] | None:
    """Return a box cut in two so that the first is at most `height` high, or None if no part fits.

    The last resort for a row or a group of sides taller than a page: lines stay whole.
    """
    parts = box.parts(0.0)
    across = [(top, bottom, one) for top, bottom, one in parts if isinstance(one, Frame | Fill)]
    whole = [part for part in parts if not isinstance(part[2], Frame | Fill)]
    above = [part for part in whole if part[1] <= height]
    below = [part for part in whole if part[1] > height]
    if not above or not below:
        return None
    shift = min([top for top, _, _ in below]) - min([top for top, _, _ in whole])
    upper = [_clipped(part, 0.0, height) for part in across]
    lower = [_clipped(part, shift, box.height) for part in across if part[1] > shift]
    rest = moved([*lower, *below], -shift)
    return (
        Box(height, partial(moved, [*upper, *above]), box.before, head=box.head),
        replace(box, height=box.height - shift, parts=partial(moved, rest), before=0.0),
    )


def _clipped(part: tuple[float, float, Frame | Fill], top: float, bottom: float) -> Part:
    """Return the piece of a frame or fill that lies between two heights."""
    low, high = max(part[0], top), min(part[1], bottom)
    return low, high, replace(part[2], y=low, height=max(high - low, 0.0))
