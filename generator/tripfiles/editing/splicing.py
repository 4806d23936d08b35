"""A change as splices of the text that it is made in."""

from __future__ import annotations

from typing import NoReturn

import generator.tripfiles.editing.blocks as blocks
import generator.tripfiles.editing.brackets as brackets
from generator.errors import BadValue
from generator.frozen import dataclass
from generator.model.records import Record
from generator.tripfiles.content import path_of, steps_of
from generator.tripfiles.editing.changes import Add, Change, Move, Put, Remove
from generator.tripfiles.editing.marks import Marks, Member, Node
from generator.tripfiles.editing.places import Spot, nearest
from generator.tripfiles.editing.replacing import replaced
from generator.tripfiles.editing.splices import Splice
from generator.tripfiles.editing.written import Looks, field, lines_of, written
from generator.tripfiles.fields import names_at

Steps = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Splicer:
    """Makes the splices of a change in a text: of a trip or of a project, as YAML or as JSON.

    Raises BadValue `change.place` where the text has no place for the change.
    """

    marks: Marks
    root: type[Record]
    json: bool = False

    def splices(self, change: Change) -> list[Splice]:
        """Return the splices that make a change."""
        steps = steps_of(change.path)
        match change:
            case Put(text=text):
                return self._put(steps, text)
            case Add(value=value):
                return self._add(steps, value)
            case Remove():
                return self._remove(steps)
            case Move(to=to):
                return self._move(steps, to)

    def _put(self, steps: Steps, value: object) -> list[Splice]:
        """Put a text, or a list that is not there yet, at a path; records on the way to it are made."""
        spot, rest = nearest(self.marks, steps)
        if not rest:
            return self._replaced(spot, value) if spot.node.kind == "text" else _refused(steps)
        if value is None:
            return []
        for step in reversed(rest[1:]):
            value = {step: value}
        if spot.node.nothing:
            return self._replaced(spot, {rest[0]: value})
        if spot.node.kind != "record" or not all(isinstance(step, str) for step in rest):
            _refused(steps)
        return self._inserted(spot.node, steps[: -len(rest)], str(rest[0]), value)

    def _add(self, steps: Steps, value: object) -> list[Splice]:
        """Put an item at the end of a list."""
        spot, rest = nearest(self.marks, steps)
        node = spot.node
        if rest or node.nothing or self._opens(spot):
            return self._put(steps, [value]) if rest or node.nothing else self._replaced(spot, [value])
        if node.kind != "list":
            _refused(steps)
        last = node.members[-1] if node.members else None
        if node.flow:
            text = written([value], self._looks(node)).head[1:-1]
            return brackets.inserted(self.marks, node, last, text)
        in_braces = last is not None and last.node.kind == "record" and last.node.flow
        lines = [f"- {written(value, Looks(flow=True)).head}"] if in_braces else lines_of([value], Looks())
        return blocks.inserted(self.marks, node, last, lines)

    def _remove(self, steps: Steps) -> list[Splice]:
        held, node, index = self._member(steps)
        if node.flow:
            return brackets.removed(self.marks, node, index)
        return blocks.removed(self.marks, node, index, held)

    def _move(self, steps: Steps, to: int) -> list[Splice]:
        _, node, index = self._member(steps)
        if node.kind != "list" or not 0 <= to < len(node.members):
            _refused(steps)
        move = brackets.moved if node.flow else blocks.moved
        return move(self.marks, node, index, to)

    def _member(self, steps: Steps) -> tuple[Member, Node, int]:
        """Return what holds the list or record of a member, that list or record, and the member's index."""
        held, missing = nearest(self.marks, steps[:-1])
        spot, rest = nearest(self.marks, steps)
        if not steps or missing or rest:
            _refused(steps)
        return held.member, held.node, held.node.members.index(spot.member)

    def _replaced(self, spot: Spot, value: object) -> list[Splice]:
        return replaced(self.marks, spot, value, json=self.json)

    def _inserted(self, node: Node, steps: Steps, name: str, value: object) -> list[Splice]:
        """Put a field into a record, in the order of the model."""
        before = _before(node, name, names_at(steps, self.root))
        if node.flow:
            return brackets.inserted(self.marks, node, before, field(name, value, self._looks(node)))
        return blocks.inserted(self.marks, node, before, lines_of({name: value}, self._looks(node)))

    def _looks(self, node: Node) -> Looks:
        return Looks(node.flow, self.json)

    def _opens(self, spot: Spot) -> bool:
        """Whether an empty list `[]` can give way to items on lines of their own."""
        node, marks = spot.node, self.marks
        if node.kind != "list" or node.members or self.json or spot.flow or spot.item:
            return False
        rest = marks.text[node.end : marks.line_end(node.end)].strip()
        return not marks.lines_apart(spot.member.after, node.end) and rest[:1] in ("", "#")


def _before(node: Node, name: str, order: tuple[str, ...]) -> Member | None:
    """Return the field behind which a new one stands: the last of those that come before it."""
    if name not in order:
        return node.members[-1] if node.members else None
    earlier = [one for one in node.members if one.name in order[: order.index(name)]]
    return max(earlier, key=lambda one: order.index(one.name), default=None)


def _refused(steps: Steps) -> NoReturn:
    raise BadValue("change.place", path=path_of(steps))
