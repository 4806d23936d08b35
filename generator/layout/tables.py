"""Tables: caption, head, rows and foot as boxes, under a head that repeats."""

from __future__ import annotations

from collections.abc import Sequence

from generator.document.nodes import Table
from generator.layout.bands import SUBTOTAL, Band, Ground
from generator.layout.grid import column_edges
from generator.layout.paragraphs import caption_boxes
from generator.layout.setting import Setting, unknown_role
from generator.layout.stack import Box, Keep
from generator.theme import TableLook

__all__ = ["SUBTOTAL", "table_boxes", "table_look"]

TALLEST_HEAD = 0.5
"""The part of a page that a head may take and still be repeated on the next."""


def table_boxes(node: Table, setting: Setting, x: float, width: float) -> list[Box]:
    """Return caption, head, rows and foot as boxes, with what must not part bound together."""
    look = table_look(node, setting)
    edges = column_edges(node.columns, x, width)
    ground = Ground(node.columns, edges, tuple([round(edge, 2) for edge in edges]), look, setting)
    head = Band(ground, node.head, look.head, look.head, look.head_fill, False).boxes()
    foot = Band(ground, node.foot, look.foot, look.foot, look.foot_fill, True).boxes()
    body = Band(ground, node.body, look.text, look.row_head, "", True).boxes()
    caption = caption_boxes(node.caption, setting, x, width) if node.caption else []
    rows = [*body, *foot]
    if sum([box.height for box in head]) <= setting.page_height * TALLEST_HEAD:
        repeated = tuple(head)
        for box in rows:
            box.head = repeated
    _bind(caption, head, body, foot)
    boxes = [*caption, *head, *rows]
    if boxes:
        boxes[-1].after, boxes[-1].keep = look.after, Keep.FREE
    return boxes


def _bind(caption: Sequence[Box], head: Sequence[Box], body: Sequence[Box], foot: Sequence[Box]) -> None:
    """Bind rows: two stay under a head, as two lines of a text, and the last one with a foot."""
    bound = [*caption, *head, *foot]
    if head and len(body) > 1:
        bound.append(body[0])
    if foot and body:
        bound.append(body[-1])
    for box in bound:
        box.keep = Keep.BOUND


def table_look(node: Table, setting: Setting) -> TableLook:
    """Return the look of a table; raises TemplateError for a role the theme does not have."""
    look = setting.theme.table.get(node.role)
    if look is None:
        raise unknown_role("table", node.role, setting.theme.table, node.at)
    return look
