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

Flow: TypeAlias = list[Box | PageBreak]


def flow_of(blocks: Iterable[Block], setting: Setting, x: float, width: float) -> Flow:
    """Return the boxes of blocks that stand between `x` and `x + width`, and the page breaks."""
    flow: Flow = []
    for block in blocks:
        if isinstance(block, Group):
            _add_group(flow, block, setting, x, width)
        elif isinstance(block, PageBreak):
            flow.append(block)
        else:
            flow.extend(_boxes(block, setting, x, width))
    return flow


def _add_group(flow: Flow, group: Group, setting: Setting, x: float, width: float) -> None:
    """Add a group; one that is kept holds together, and on to the last lines before it."""
    inner = flow_of(group.blocks, setting, x, width)
    if group.keep and inner:
        bind((box for box in inner if isinstance(box, Box)), Keep.GROUP)
        before = flow[-1] if flow else None
        if isinstance(before, Box):
            before.keep = max(before.keep, Keep.GROUP)
    flow.extend(inner)


def _boxes(block: Block, setting: Setting, x: float, width: float) -> list[Box]:
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
