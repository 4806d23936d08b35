"""Members of a list or a record in brackets, `[a, b]` or `{a: 1, b: 2}`: put in, taken out, moved."""

from __future__ import annotations

from generator.tripfiles.editing.marks import Marks, Member, Node, skipped
from generator.tripfiles.editing.splices import Splice, exchanged


def inserted(marks: Marks, node: Node, before: Member | None, text: str) -> list[Splice]:
    """Put a member behind another one; without one, before all."""
    if before is not None:
        at, line = _end(marks, before), marks.line_start(before.start)
        own_line = marks.is_blank(line, before.start) and line > 0
        apart = marks.newline + marks.text[line : before.start] if own_line else " "
        return [Splice(at, at, f",{apart}{text}")]
    if node.members:
        first = node.members[0].start
        return [Splice(first, first, f"{text}, ")]
    return [Splice(node.start + 1, node.start + 1, text)]


def removed(marks: Marks, node: Node, index: int) -> list[Splice]:
    """Take a member out, with the comma behind it, else the one before it."""
    member, text = node.members[index], marks.text
    end = _end(marks, member)
    comma = skipped(text, end)
    if text[comma : comma + 1] == ",":
        return _without_comma_behind(marks, member.start, end, comma)
    if index == 0:
        return [Splice(member.start, end)]
    comma = skipped(text, _end(marks, node.members[index - 1]))
    if marks.is_blank(comma + 1, member.start) and not marks.lines_apart(comma, member.start):
        return [Splice(comma, end)]
    return [Splice(comma, comma + 1), *_without(marks, member.start, end)]


def moved(marks: Marks, node: Node, index: int, to: int) -> list[Splice]:
    """Put a member at another index; commas and comments stay where they are."""
    ranges = [(one.start, _end(marks, one)) for one in node.members]
    return exchanged(marks.text, ranges, index, to)


def _end(marks: Marks, member: Member) -> int:
    """Return where a member ends; the blank that stands for nothing belongs to it."""
    end = member.end
    roomy = member.node.start == member.node.end and marks.text[end : end + 1] == " "
    return end + 1 if roomy and marks.text[end + 1 : end + 2] in (",", "}") else end


def _without_comma_behind(marks: Marks, start: int, end: int, comma: int) -> list[Splice]:
    """Take out a member and its comma, and the blanks behind it on its line."""
    past = comma + 1
    while marks.text[past : past + 1] in (" ", "\t") and marks.text[past : past + 1]:
        past += 1
    if not marks.is_blank(end, comma):
        return [Splice(start, end), Splice(comma, comma + 1)]
    if marks.line_end(past) == past:
        return _without(marks, start, comma + 1)
    return [Splice(start, comma + 1 if marks.text[past] == "#" else past)]


def _without(marks: Marks, start: int, end: int) -> list[Splice]:
    """Take out a range, with its line when nothing else stands there."""
    line, line_end = marks.line_start(start), marks.line_end(end)
    if marks.is_blank(line, start) and marks.is_blank(end, line_end):
        return [Splice(line, marks.past_line(end))]
    return [Splice(start, end)]
