"""Boxes: what is stacked on pages, one upon the other, and never split but as a last resort."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from enum import IntEnum
from typing import TypeAlias

from generator.frozen import dataclass
from generator.layout.boxes import FieldBox, Fill, Item, Owner, PlacedImage, RuleLine, TextLine
from generator.layout.lines import Line


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


SetLine: TypeAlias = tuple[float, float, float, float, Line, Owner | None]
"""A line of text in a box: its upper and lower edge, where it begins, its baseline, and whose it is."""


@dataclass(frozen=True, slots=True)
class Thing:
    """Anything else in a box: its upper and lower edge, and the thing itself, from the box's top."""

    top: float
    bottom: float
    content: Content


Part: TypeAlias = SetLine | Thing


@dataclass(slots=True)
class Box:
    """Parts of one height that go on a page together, with the space around them, in pt.

    `head` holds the boxes to repeat above this one when it begins a page.
    """

    height: float
    parts: Sequence[Part]
    before: float = 0.0
    after: float = 0.0
    keep: Keep = Keep.FREE
    head: tuple[Box, ...] = ()


def lowered(part: Part, y: float) -> Part:
    """Return a part `y` pt further down in its box."""
    if isinstance(part, Thing):
        return Thing(part.top + y, part.bottom + y, moved(part.content, y))
    top, bottom, x, baseline, line, owner = part
    return top + y, bottom + y, x, baseline + y, line, owner


def placed(part: Part, y: float) -> Content:
    """Return what a part puts on a page when its box begins at `y`."""
    if isinstance(part, Thing):
        return moved(part.content, y)
    _, _, x, baseline, line, owner = part
    return TextLine(x, baseline + y, line.fragments, line.word_space, owner)


def moved(content: Content, y: float) -> Content:
    """Return a thing `y` pt further down."""
    if isinstance(content, Frame):
        return Frame(content.edges, content.y + y, content.height, content.rule, content.color)
    if isinstance(content, Fill):
        return Fill(content.x, content.y + y, content.width, content.height, content.color)
    if isinstance(content, PlacedImage):
        image, x, width, height = content.image, content.x, content.width, content.height
        return PlacedImage(image, x, content.y + y, width, height, content.owner)
    if isinstance(content, RuleLine):
        x, end, width = content.x0, content.x1, content.width
        return RuleLine(x, content.y0 + y, end, content.y1 + y, width, content.color)
    return replace(content, y=content.y + y)


def unowned(content: Item) -> Item:
    """Return a thing as an artifact, for a head that is repeated."""
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
    parts: list[Part] = []
    y = gap = 0.0
    for box in boxes:
        y += gap + box.before
        parts += [lowered(part, y) for part in box.parts]
        y += box.height
        gap = box.after
    return Box(y + gap, parts)


def cut(box: Box, height: float) -> tuple[Box, Box] | None:
    """Return a box cut in two so that the first is at most `height` high, or None if no part fits.

    The last resort for a row or a group of sides taller than a page: lines stay whole.
    """
    above = [part for part in box.parts if _bottom(part) <= height]
    below = [part for part in box.parts if _bottom(part) > height and not _stretches(part)]
    if not any(not _stretches(part) for part in above) or not below:
        return None
    across = [part for part in box.parts if _stretches(part)]
    start = min(_top(part) for part in below)
    inset = min(_top(part) for part in box.parts if not _stretches(part))
    shift = start - inset
    upper = [_clipped(part, 0.0, height) for part in across]
    lower = [_clipped(part, shift, box.height) for part in across if _bottom(part) > shift]
    first = Box(
        height, [*upper, *(part for part in above if not _stretches(part))], before=box.before, head=box.head
    )
    rest = [lowered(part, -shift) for part in (*lower, *below)]
    return first, replace(box, height=box.height - shift, parts=rest, before=0.0)


def _top(part: Part) -> float:
    return part.top if isinstance(part, Thing) else part[0]


def _bottom(part: Part) -> float:
    return part.bottom if isinstance(part, Thing) else part[1]


def _stretches(part: Part) -> bool:
    return isinstance(part, Thing) and isinstance(part.content, Frame | Fill)


def _clipped(part: Part, top: float, bottom: float) -> Part:
    """Return the piece of a frame or fill that lies between two heights."""
    if not isinstance(part, Thing) or not isinstance(part.content, Frame | Fill):
        return part
    low, high = max(part.top, top), min(part.bottom, bottom)
    return Thing(low, high, replace(part.content, y=low, height=max(high - low, 0.0)))
