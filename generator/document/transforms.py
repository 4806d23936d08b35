"""Passes over a document before it is laid out: numbers, labels, and roles checked against the theme."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

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
    Side,
    SideBySide,
    Table,
    blocks_of,
)
from generator.errors import Fault, Place, TemplateError, fault
from generator.theme import NumberingLook, Theme


def transform(document: Document, theme: Theme) -> Document:
    """Return the document with its numbers and labels.

    Raises TemplateError for roles the theme does not have and for what makes it inaccessible.
    """
    faults = [*_unknown_roles(document, theme), *faults_of(document, theme)]
    if faults:
        raise TemplateError(faults)
    numbers = _Numbers(theme.numbering)
    sections = tuple(
        replace(section, blocks=tuple(numbers.block(block) for block in section.blocks))
        for section in document.sections
    )
    return replace(document, sections=sections)


# -- numbers ------------------------------------------------------------------------------------
class _Numbers:
    """Counts headings and named sequences in reading order."""

    def __init__(self, look: NumberingLook) -> None:
        self.look = look
        self.levels = {2: 0, 3: 0}
        self.sequences: dict[str, int] = {}

    def block(self, block: Block) -> Block:
        match block:
            case Heading():
                return replace(block, number=self._heading(block), children=self._inlines(block.children))
            case Paragraph():
                children = self._inlines(block.children)
                return block if children is block.children else replace(block, children=children)
            case BulletList():
                return self._list(block)
            case Table() | Figure():
                return replace(block, caption=self._caption(block.caption)) if block.caption else block
            case Group():
                return replace(block, blocks=tuple(map(self.block, block.blocks)))
            case SideBySide():
                return replace(block, sides=tuple(map(self._side, block.sides)))
        return block

    def _side(self, side: Side) -> Side:
        return replace(side, blocks=tuple(map(self.block, side.blocks)))

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
        return replace(block, items=tuple(self._item(block, at) for at in range(len(block.items))))

    def _item(self, block: BulletList, at: int) -> ListItem:
        item = block.items[at]
        label = self.look.ordered.replace("{1}", str(at + 1)) if block.ordered else self.look.bullet
        nested = self._list(item.nested) if item.nested else None
        return replace(item, label=label, nested=nested, children=self._inlines(item.children))

    def _caption(self, caption: Caption) -> Caption:
        return replace(caption, children=self._inlines(caption.children))

    def _inlines(self, inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
        if not any(isinstance(inline, Counter) for inline in inlines):
            return inlines
        return tuple(self._counted(inline) for inline in inlines)

    def _counted(self, inline: Inline) -> Inline:
        if not isinstance(inline, Counter):
            return inline
        value = self.sequences.get(inline.name, 0) + 1
        self.sequences[inline.name] = value
        return replace(inline, value=value)


# -- checks -------------------------------------------------------------------------------------
def _unknown_roles(document: Document, theme: Theme) -> list[Fault]:
    """Return a fault for every role the theme has no look for."""
    found: list[Fault] = []
    for kind, role, at in _roles(document):
        looks = {"paragraph": theme.paragraph, "table": theme.table, "side": theme.side}[kind]
        if role not in looks:
            found.append(
                fault("theme.role-unknown", at, role=role, known=", ".join(sorted(looks)), kind=kind)
            )
    return found


def _roles(document: Document) -> Iterator[tuple[str, str, Place]]:
    for furniture in (*document.headers, *document.footers):
        yield "paragraph", furniture.role, furniture.at
    for block in blocks_of(document):
        match block:
            case Heading() | Paragraph() | BulletList():
                yield "paragraph", block.role, block.at
            case Table() | Figure():
                yield "table" if isinstance(block, Table) else "paragraph", block.role, block.at
                if block.caption:
                    yield "paragraph", block.caption.role, block.caption.at
            case SideBySide():
                yield "side", block.role, block.at
