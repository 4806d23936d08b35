"""A path followed through the marks of a file: as far as something is there."""

from __future__ import annotations

from collections.abc import Sequence

from generator.frozen import dataclass
from generator.tripfiles.editing.marks import Marks, Member, Node


@dataclass(frozen=True, slots=True)
class Spot:
    """A field or an item that is there: whether it stands within brackets, and whether it is an item."""

    member: Member
    flow: bool = False
    item: bool = False

    @property
    def node(self) -> Node:
        """Its value."""
        return self.member.node


def nearest(marks: Marks, steps: Sequence[str | int]) -> tuple[Spot, tuple[str | int, ...]]:
    """Return the last place on a path that is there, and the steps beyond it."""
    spot = Spot(marks.root)
    for number, step in enumerate(steps):
        inner = _member(spot.node, step)
        if inner is None:
            return spot, tuple(steps[number:])
        spot = Spot(inner, spot.node.flow, isinstance(step, int))
    return spot, ()


def _member(node: Node, step: str | int) -> Member | None:
    """Return a field of a record or an item of a list; of fields with one name, the first."""
    if isinstance(step, str):
        named = (one for one in node.members if node.kind == "record" and one.name == step)
        return next(named, None)
    return node.members[step] if node.kind == "list" and step < len(node.members) else None
