"""Blocks turned into boxes, in reading order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from generator.document.nodes import (
    Block,
    BulletList,
    Figure,
    Group,
    Heading,
    PageBreak,
    Paragraph,
    SideBySide,
    Table,
)
from generator.layout.figures import figure_boxes
from generator.layout.paragraphs import heading_boxes, list_boxes, paragraph_boxes
from generator.layout.setting import Setting
from generator.layout.sides import side_by_side_box
from generator.layout.stack import Box, Keep, bind
from generator.layout.tables import table_boxes

Flow: TypeAlias = Iterator[Box | PageBreak]


def flow_of(blocks: Iterable[Block], setting: Setting, x: float, width: float) -> Flow:
    """Yield the boxes of blocks that stand between `x` and `x + width`, and the page breaks.

    They are made as they are asked for, so that the rows of a long table are not all held at once.
    A group that is kept holds together, and on to the last lines before it.
    """
    last: Box | PageBreak | None = None
    for block in blocks:
        inner = _flow(block, setting, x, width)
        if isinstance(block, Group) and block.keep:
            inner = _bound(inner, last)
        for box in inner:
            if last is not None:
                yield last
            last = box
    if last is not None:
        yield last


def _bound(inner: Iterable[Box | PageBreak], before: Box | PageBreak | None) -> list[Box | PageBreak]:
    """Return what stands in a group, with what must not part bound together."""
    held = list(inner)
    bind((box for box in held if isinstance(box, Box)), Keep.GROUP)
    if held and isinstance(before, Box):
        before.keep = max(before.keep, Keep.GROUP)
    return held


def _flow(block: Block, setting: Setting, x: float, width: float) -> Iterable[Box | PageBreak]:
    if isinstance(block, Group):
        return flow_of(block.blocks, setting, x, width)
    if isinstance(block, PageBreak):
        return [block]
    return _boxes(block, setting, x, width)


def _boxes(block: Block, setting: Setting, x: float, width: float) -> Iterable[Box]:
    match block:
        case Paragraph():
            return paragraph_boxes(block, setting, x, width)
        case Heading():
            return heading_boxes(block, setting, x, width)
        case BulletList():
            return list_boxes(block, setting, x, width)
        case Table():
            return table_boxes(block, setting, x, width)
        case Figure():
            return figure_boxes(block, setting, x, width)
        case SideBySide():
            return [_sides(block, setting, x, width)]
    raise TypeError(f"no layout for {type(block).__name__}")


def _sides(block: SideBySide, setting: Setting, x: float, width: float) -> Box:
    """Return the one box of parts that stand side by side; page breaks have no say inside."""

    def boxes_of(blocks: tuple[Block, ...], left: float, measure: float) -> Iterator[Box]:
        return (box for box in flow_of(blocks, setting, left, measure) if isinstance(box, Box))

    return side_by_side_box(block, setting, x, width, boxes_of)
