"""Passes over a document before it is laid out: numbers, labels, and roles checked against the theme."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from generator.document.accessibility import faults_of
from generator.document.nodes import (
    Block,
    BulletList,
    Caption,
    Counter,
    Document,
    Figure,
    Group,
    Heading,
    Inline,
    ListItem,
    Paragraph,
    Section,
    Side,
    SideBySide,
    Table,
)
from generator.errors import Fault, Place, TemplateError, fault
from generator.theme import NumberingLook, Theme


def transform(document: Document, theme: Theme) -> Document:
    """Return the document with its numbers and labels.

    Raises TemplateError for roles the theme does not have and for what makes it inaccessible.
    """
    numbers = _Numbers(theme.numbering)
    sections = tuple(
        [
            Section(tuple(map(numbers.block, section.blocks)), section.orientation, section.at)
            for section in document.sections
        ]
    )
    numbered = replace(document, sections=sections)
    if faults := [*_unknown_roles(numbered, theme), *faults_of(numbered, theme)]:
        raise TemplateError(faults)
    return numbered


# -- numbers ------------------------------------------------------------------------------------
class _Numbers:
    """Counts headings and named sequences in reading order."""

    def __init__(self, look: NumberingLook) -> None:
        self.look = look
        self.levels = {2: 0, 3: 0}
        self.sequences: dict[str, int] = {}

    def block(self, block: Block) -> Block:
        """Return a block with its numbers; one that has none is the same."""
        match block:
            case Paragraph():
                children = self._inlines(block.children)
                return block if children is block.children else replace(block, children=children)
            case Heading():
                number = self._heading(block)
                return Heading(block.level, self._inlines(block.children), block.role, number, block.at)
            case Table() | Figure():
                return self._captioned(block)
            case Group():
                return Group(tuple(map(self.block, block.blocks)), block.role, block.keep, block.at)
            case BulletList():
                return self._list(block)
            case SideBySide():
                sides = tuple(map(self._side, block.sides))
                return SideBySide(sides, block.role, block.keep_with_next, block.at)
        return block

    def _side(self, side: Side) -> Side:
        return Side(side.share, tuple(map(self.block, side.blocks)), side.at)

    def _heading(self, heading: Heading) -> str:
        """Return the number of a heading; a heading with a role of its own is not numbered."""
        if heading.role != f"h{heading.level}" or heading.level not in self.levels:
            return ""
        self.levels[heading.level] += 1
        if heading.level == 2:
            self.levels[3] = 0
        pattern = self.look.h2 if heading.level == 2 else self.look.h3
        return pattern.replace("{1}", str(self.levels[2])).replace("{2}", str(self.levels[3]))

    def _list(self, block: BulletList) -> BulletList:
        items = tuple([self._item(item, block, number) for number, item in enumerate(block.items, 1)])
        return BulletList(items, block.ordered, block.role, block.at)

    def _item(self, item: ListItem, block: BulletList, number: int) -> ListItem:
        label = self.look.ordered.replace("{1}", str(number)) if block.ordered else self.look.bullet
        nested = self._list(item.nested) if item.nested else None
        return ListItem(self._inlines(item.children), label, nested, item.at)

    def _captioned(self, block: Table | Figure) -> Table | Figure:
        caption = block.caption
        if caption is None or (children := self._inlines(caption.children)) is caption.children:
            return block
        return replace(block, caption=Caption(children, caption.role, caption.at))

    def _inlines(self, inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
        if Counter not in map(type, inlines):
            return inlines
        return tuple(self._counted(inline) for inline in inlines)

    def _counted(self, inline: Inline) -> Inline:
        if not isinstance(inline, Counter):
            return inline
        value = self.sequences.get(inline.name, 0) + 1
        self.sequences[inline.name] = value
        return Counter(inline.name, value, inline.strong, inline.emphasis, inline.at)


# -- checks -------------------------------------------------------------------------------------
def _unknown_roles(document: Document, theme: Theme) -> list[Fault]:
    """Return a fault for every role the theme has no look for."""
    known: Mapping[str, Mapping[str, object]]
    known = {"paragraph": theme.paragraph, "table": theme.table, "side": theme.side}
    return [
        fault("theme.role-unknown", at, role=role, known=", ".join(sorted(known[kind])), kind=kind)
        for kind, role, at in _roles(document)
        if role not in known[kind]
    ]


def _roles(document: Document) -> list[tuple[str, str, Place]]:
    """Return every role with its kind and place, in reading order."""
    furniture = (*document.headers, *document.footers)
    found = [("paragraph", piece.role, piece.at) for piece in furniture]
    for block in document.blocks:
        if kind := _KINDS.get(type(block)):
            found.append((kind, block.role, block.at))  # type: ignore[union-attr]
            if (type(block) is Table or type(block) is Figure) and block.caption:
                found.append(("paragraph", block.caption.role, block.caption.at))
    return found


_KINDS: Final[Mapping[type[Block], str]] = {
    Heading: "paragraph",
    Paragraph: "paragraph",
    BulletList: "paragraph",
    Figure: "paragraph",
    Table: "table",
    SideBySide: "side",
}
"""Blocks that have a look, and the tables of the theme that hold it."""
