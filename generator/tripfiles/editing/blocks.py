"""Members of a list or a record on lines of their own: put in, taken out, moved with their comments.

A comment on the lines of a member is its own, and so are those right above it at its column, and
those below it that are indented further. What stands above the first member is rather about all of
them, unless others have comments above them, too.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.tripfiles.editing.marks import Marks, Member, Node, texts_in
from generator.tripfiles.editing.splices import Splice, exchanged


def below(marks: Marks, lines: Sequence[str], column: int) -> str:
    """Return lines as they are put below another one: each with its line feed before it."""
    return "".join(marks.newline + (" " * column + line if line else "") for line in lines)


def inserted(marks: Marks, node: Node, before: Member | None, lines: Sequence[str]) -> list[Splice]:
    """Put a member behind another one; without one, before all. A blank line parts it as others."""
    if before is None:
        first = node.members[0].start
        column = marks.column(first)
        text = lines[0] + below(marks, lines[1:], column) + marks.newline + " " * column
        return [Splice(first, first, text)]
    at = marks.line_end(_past(marks, before))
    apart = [""] if _are_apart(marks, node, before) else []
    text = below(marks, [*apart, *lines], marks.column(before.start))
    return [Splice(at, at, text), *_ended(marks, before, at)]


def removed(marks: Marks, node: Node, index: int, held: Member) -> list[Splice]:
    """Take a member out with its comments; of the last one, an empty list or record stays in what held it."""
    start, end = _ranges(marks, node)[index]
    if len(node.members) == 1:
        return _without_any(marks, node, held, start, end)
    if not marks.is_blank(marks.line_start(start), start):
        return [Splice(start, node.members[index + 1].start)]
    return [_without_lines(marks, start, end)]


def moved(marks: Marks, node: Node, index: int, to: int) -> list[Splice]:
    """Put a member at another index with its comments; blank lines stay where they are."""
    return exchanged(marks.text, _ranges(marks, node), index, to)


def _without_any(marks: Marks, node: Node, held: Member, start: int, end: int) -> list[Splice]:
    empty = "[]" if node.kind == "list" else "{}"
    if held is marks.root or not marks.lines_apart(held.after, start):
        return [Splice(start, end, empty)]
    return [Splice(held.after, held.after, f" {empty}"), _without_lines(marks, start, end)]


def _without_lines(marks: Marks, start: int, end: int) -> Splice:
    """Take out the lines of a range; of the blank lines around them, one is enough."""
    start, past = marks.line_start(start), marks.past_line(end)
    if past == end:
        return Splice(marks.end_before(start), end)
    above, after = marks.line_above(start), marks.past_line(past)
    if above < start and marks.is_blank(above, start):
        if past == len(marks.text):
            return Splice(above, past)
        if marks.is_blank(past, after):
            return Splice(start, after)
    return Splice(start, past)


# -- what belongs to a member -----------------------------------------------------------------------
def _ranges(marks: Marks, node: Node) -> list[tuple[int, int]]:
    """Return the range of every member with its comments, from its column to the end of its last line."""
    starts = [member.start for member in node.members]
    above = [_above(marks, member) for member in node.members]
    if above[1:] == starts[1:]:
        above = starts
    ends = [marks.line_end(_past(marks, member)) for member in node.members]
    return list(zip(above, ends, strict=True))


def _above(marks: Marks, member: Member) -> int:
    """Return where the comments right above a member begin, else where it begins itself."""
    column, start = marks.column(member.start), member.start
    if not marks.is_blank(marks.line_start(start), start):
        return start
    while (line := marks.line_above(marks.line_start(start))) < marks.line_start(start):
        if not _is_comment(marks, line) or marks.column(_comment_at(marks, line)) != column:
            break
        start = _comment_at(marks, line)
    return start


def _past(marks: Marks, member: Member) -> int:
    """Return where a member ends with the comments below it that are indented further."""
    column, end = marks.column(member.start), member.end
    while (line := marks.past_line(end)) > end and line < len(marks.text):
        if not _is_comment(marks, line) or marks.column(_comment_at(marks, line)) <= column:
            break
        end = marks.line_end(line)
    return end


def _is_comment(marks: Marks, line: int) -> bool:
    return marks.text[line : marks.line_end(line)].lstrip(" ").startswith("#")


def _comment_at(marks: Marks, line: int) -> int:
    return marks.text.index("#", line)


def _are_apart(marks: Marks, node: Node, before: Member) -> bool:
    """Whether a blank line stands above a member, or above the one behind it."""
    at = node.members.index(before)
    lines = [marks.line_start(_above(marks, one)) for one in node.members[at : at + 2]]
    return any(marks.line_above(one) < one and marks.is_blank(marks.line_above(one), one) for one in lines)


def _ended(marks: Marks, member: Member, at: int) -> list[Splice]:
    """Return what keeps the text of a block that ends a file without a line feed from gaining one."""
    *_, last = [member.node, *texts_in(member.node)]
    if not last.head or last.end < at or at < len(marks.text):
        return []
    header = marks.text[last.start : last.head]
    return [] if "-" in header else [Splice(last.start, last.head, header.replace("+", "") + "-")]
