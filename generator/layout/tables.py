"""Tables: caption, head, rows and foot as boxes, under a head that repeats."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

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


def table_boxes(node: Table, setting: Setting, x: float, width: float) -> Iterator[Box]:
    """Yield caption, head, rows and foot as boxes, with what must not part bound together.

    Rows are set as they are asked for, so that those of a long table are not all held at once.
    """
    look = table_look(node, setting)
    edges = column_edges(node.columns, x, width)
    ground = Ground(node.columns, edges, tuple([round(edge, 2) for edge in edges]), look, setting)
    head = list(Band(ground, node.head, look.head, look.head, look.head_fill, False).boxes())
    foot = list(Band(ground, node.foot, look.foot, look.foot, look.foot_fill, True).boxes())
    body = Band(ground, node.body, look.text, look.row_head, "", True)
    caption = caption_boxes(node.caption, setting, x, width) if node.caption else []
    for box in (*caption, *head, *foot[:-1]):
        box.keep = Keep.BOUND
    repeated = tuple(head) if sum(box.height for box in head) <= setting.page_height * TALLEST_HEAD else ()
    rows = chain(_body_boxes(body, bool(head), bool(foot)), foot)
    yield from _ended(chain(caption, head, _under(repeated, rows)), look.after)


def _body_boxes(body: Band, headed: bool, footed: bool) -> Iterator[Box]:
    """Yield the rows: two stay under a head, as two lines of a text, and the last one with a foot."""
    count = len(body.bound)
    for number, box in enumerate(body.boxes(), 1):
        if (number == 1 < count and headed) or (number == count and footed):
            box.keep = Keep.BOUND
        yield box


def _under(head: tuple[Box, ...], boxes: Iterable[Box]) -> Iterator[Box]:
    """Yield boxes that begin a page under a head."""
    for box in boxes:
        box.head = head
        yield box


def _ended(boxes: Iterable[Box], after: float) -> Iterator[Box]:
    """Yield boxes, the last of them free and with space after it."""
    last: Box | None = None
    for box in boxes:
        if last:
            yield last
        last = box
    if last:
        last.after, last.keep = after, Keep.FREE
        yield last


def table_look(node: Table, setting: Setting) -> TableLook:
    """Return the look of a table; raises TemplateError for a role the theme does not have."""
    look = setting.theme.table.get(node.role)
    if look is None:
        raise unknown_role("table", node.role, setting.theme.table, node.at)
    return look
