"""Parts that stand next to each other: one box, as high as the highest of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from generator.document.nodes import Block, SideBySide
from generator.layout.setting import Setting, unknown_role
from generator.layout.stack import Box, Keep, parts_of, stacked
from generator.theme import SideLook

BoxesOf = Callable[[tuple[Block, ...], float, float], Iterable[Box]]
_SLACK_ABOVE = {"top": 0.0, "middle": 0.5, "bottom": 1.0}


def side_by_side_box(node: SideBySide, setting: Setting, x: float, width: float, boxes_of: BoxesOf) -> Box:
    """Return the sides as one box, aligned by their upper edges, middles or lower edges."""
    look = side_look(node, setting)
    total = sum(side.share for side in node.sides) or 1.0
    room = width - look.gap * (len(node.sides) - 1)
    columns: list[Box] = []
    for side in node.sides:
        measure = room * side.share / total
        columns.append(stacked(boxes_of(side.blocks, x, measure)))
        x += measure + look.gap
    height = max((column.height for column in columns), default=0.0)
    slack = _SLACK_ABOVE[look.align]
    aligned = [((height - column.height) * slack, column) for column in columns]
    keep = Keep.BOUND if node.keep_with_next else Keep.FREE
    return Box(height, partial(parts_of, aligned), after=look.after, keep=keep)


def side_look(node: SideBySide, setting: Setting) -> SideLook:
    """Return the look of sides; raises TemplateError for a role the theme does not have."""
    look = setting.theme.side.get(node.role)
    if look is None:
        raise unknown_role("side", node.role, setting.theme.side, node.at)
    return look
