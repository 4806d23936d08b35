"""Blocks turned into boxes, in reading order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final, TypeAlias

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
    """Return the boxes of blocks that stand between `x` and `x + width`, and the page breaks.

    A group that is kept holds together, and on to the last lines before it.
    """
    flow: Flow = []
    for block in blocks:
        if isinstance(block, Group):
            inner = flow_of(block.blocks, setting, x, width)
            if block.keep and inner:
                _bind(inner, flow[-1:])
            flow += inner
        elif isinstance(block, PageBreak):
            flow.append(block)
        else:
            flow += _BOXES[type(block)](block, setting, x, width)
    return flow


def _bind(inner: Flow, before: Flow) -> None:
    """Bind what must not part in a group that stands behind the box `before`, if there is one."""
    bind(_boxes_of(inner), Keep.GROUP)
    for box in _boxes_of(before):
        box.keep = max(box.keep, Keep.GROUP)


def _sides(block: SideBySide, setting: Setting, x: float, width: float) -> list[Box]:
    """Return the one box of parts that stand side by side; page breaks have no say inside."""

    def boxes_of(blocks: tuple[Block, ...], left: float, measure: float) -> list[Box]:
        return _boxes_of(flow_of(blocks, setting, left, measure))

    return [side_by_side_box(block, setting, x, width, boxes_of)]


def _boxes_of(flow: Flow) -> list[Box]:
    return [box for box in flow if isinstance(box, Box)]


_BOXES: Final[Mapping[type[Block], Callable[..., Sequence[Box]]]] = {
    Paragraph: paragraph_boxes,
    Heading: heading_boxes,
    BulletList: list_boxes,
    Table: table_boxes,
    Figure: figure_boxes,
    SideBySide: _sides,
}
