"""A text or nothing, and the value that takes its place: behind the same name, before the same comment."""

from __future__ import annotations

from generator.tripfiles.editing.blocks import below
from generator.tripfiles.editing.marks import Marks, Node
from generator.tripfiles.editing.places import Spot
from generator.tripfiles.editing.splices import Splice
from generator.tripfiles.editing.written import STEP, WIDTH, Looks, Written, written


def replaced(marks: Marks, spot: Spot, value: object, *, json: bool) -> list[Splice]:
    """Put a value in the place of a text, of nothing, or of an empty list."""
    node = spot.member.node
    style = node.style if isinstance(value, str) else ""
    shown = written(value, Looks(spot.flow, json, style, _width(marks, node)), item=spot.item)
    return [_head(marks, spot, shown), *_body(marks, spot, shown)]


def _head(marks: Marks, spot: Spot, shown: Written) -> Splice:
    """Put what stands on the line of the name."""
    node, after = spot.member.node, spot.member.after
    end = node.head or node.end
    if node.start < node.end:
        return Splice(node.start, end, shown.head) if shown.head else _emptied(marks, spot, end)
    roomy = spot.flow and marks.text[after : after + 2] in (" ,", " }")
    at = after + roomy
    return Splice(at, at, shown.head if roomy or not shown.head else f" {shown.head}")


def _body(marks: Marks, spot: Spot, shown: Written) -> list[Splice]:
    """Put the lines below it in the place of those of a block."""
    node = spot.member.node
    if not node.head and not shown.body:
        return []
    start = marks.line_end(node.head or spot.member.end)
    return [Splice(start, max(start, node.end), below(marks, shown.body, marks.column(spot.member.start)))]


def _emptied(marks: Marks, spot: Spot, end: int) -> Splice:
    """Take a text away with the blanks before it, or with its line when nothing else stands there."""
    start, after = spot.member.node.start, spot.member.after
    if not marks.lines_apart(after, start):
        return Splice(start if spot.flow else after, end)
    line, line_end = marks.line_start(start), marks.line_end(end)
    if marks.is_blank(line, start) and marks.is_blank(end, line_end):
        return Splice(marks.end_before(line), line_end)
    return Splice(start, end)


def _width(marks: Marks, node: Node) -> int:
    """Return how long the lines of a folded text may be: as long as they are."""
    if not node.head:
        return WIDTH
    lines = [len(line.strip()) for line in marks.text[node.head : node.end].splitlines()[1:]]
    return max([*lines, WIDTH - marks.column(node.start) - STEP]) if len(lines) < 2 else max(lines)
