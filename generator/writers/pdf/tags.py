"""What the pieces of a page are: the nodes of a document as structure elements.

Standard structure types (ISO 32000-1, 14.8.4), used as ISO 14289-1 (PDF/UA-1), clause 7 asks.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from generator.document.nodes import (
    Block,
    BulletList,
    Caption,
    Cell,
    Document,
    Figure,
    Group,
    Heading,
    Image,
    Link,
    ListItem,
    Paragraph,
    Row,
    SideBySide,
    Table,
)
from generator.layout.boxes import OwnerNode
from generator.writers.pdf.links import Annotation
from generator.writers.pdf.paint import Mark, Painting
from generator.writers.pdf.strings import numbers, text_string
from generator.writers.pdf.structure import Element, StructureTree


def tag_document(
    document: Document,
    tree: StructureTree,
    painting: Painting,
    links: Mapping[Link, Sequence[Annotation]],
    fields: Mapping[OwnerNode, Sequence[Annotation]],
) -> None:
    """Add an element for every node of a document to the tree, in reading order.

    `fields` are the signature fields by the node they stand in.
    """
    tagger = _Tagger(tree, painting, links, fields)
    for section in document.sections:
        tagger.blocks(section.blocks, tree.top)


class _Tagger:
    """One walk over one document."""

    def __init__(
        self,
        tree: StructureTree,
        painting: Painting,
        links: Mapping[Link, Sequence[Annotation]],
        fields: Mapping[OwnerNode, Sequence[Annotation]],
    ) -> None:
        self.tree, self.painting, self.fields = tree, painting, fields
        self.links = dict(links)

    # -- blocks ----------------------------------------------------------------------------------
    def blocks(self, blocks: Iterable[Block], parent: Element) -> None:
        """Add blocks; groups and sides leave no element of their own."""
        for block in blocks:
            match block:
                case Heading():
                    self.leaf(block, f"H{block.level}", parent)
                case Paragraph():
                    self.leaf(block, "P", parent)
                case BulletList():
                    self.bullet_list(block, parent)
                case Table():
                    self.table(block, parent)
                case Figure():
                    self.figure(block, parent)
                case Group():
                    self.blocks(block.blocks, parent)
                case SideBySide():
                    for side in block.sides:
                        self.blocks(side.blocks, parent)

    def leaf(self, node: Heading | Paragraph | Caption, kind: str, parent: Element) -> None:
        """Add an element that holds texts or a field; one that shows nothing is left out."""
        found = self.marks(node)
        if found or node in self.fields:
            self.element(node, found, kind, "", parent)

    def bullet_list(self, node: BulletList, parent: Element) -> None:
        """Add a list; labels need a numbering other than none (ISO 14289-1, 7.6)."""
        numbering = "Decimal" if node.ordered else "Disc"
        element = self.tree.child(parent, "L", f"/A<</O/List/ListNumbering/{numbering}>>")
        for item in node.items:
            self.list_item(item, element)

    def list_item(self, item: ListItem, parent: Element) -> None:
        """Add an item: its label, then its body with the list inside it."""
        element = self.tree.child(parent, "LI")
        if self.marks(item, "label"):
            self.tree.add_marks(self.tree.child(element, "Lbl"), self.marks(item, "label"))
        body = self.tree.child(element, "LBody")
        self.texts(item, body)
        if item.nested:
            self.bullet_list(item.nested, body)

    def figure(self, node: Figure, parent: Element) -> None:
        """Add a picture and its caption.

        The caption stands beside the picture, in a division with it: alternative text hides from
        many screen readers what its element holds.
        """
        if node.caption:
            parent = self.tree.child(parent, "Div")
        self.image(node.image, parent)
        if node.caption:
            self.leaf(node.caption, "Caption", parent)

    def image(self, node: Image, parent: Element) -> None:
        """Add a picture with its alternative text and its box; a decoration has no mark."""
        if not self.marks(node):
            return
        box = numbers(*self.painting.boxes[node])
        entries = f"/Alt{text_string(node.alt or '')}/A<</O/Layout/Placement/Block/BBox[{box}]>>"
        self.tree.add_marks(self.tree.child(parent, "Figure", entries), self.marks(node))

    # -- tables ----------------------------------------------------------------------------------
    def table(self, node: Table, parent: Element) -> None:
        """Add a table with its caption first, then head, body and foot."""
        summary = f"/A<</O/Table/Summary{text_string(node.summary)}>>" if node.summary else ""
        element = self.tree.child(parent, "Table", summary)
        if node.caption:
            self.leaf(node.caption, "Caption", element)
        for kind, rows in (("THead", node.head), ("TBody", node.body), ("TFoot", node.foot)):
            if rows:
                self.rows(rows, "Column" if kind == "THead" else "Row", self.tree.child(element, kind))

    def rows(self, rows: Iterable[Row], scope: str, parent: Element) -> None:
        """Add rows; `scope` is that of header cells which name none."""
        for row in rows:
            element = self.tree.child(parent, "TR")
            for cell in row.cells:
                kind, entries = "TH" if cell.header else "TD", _cell_entries(cell, scope)
                self.element(cell, self.marks(cell), kind, entries, element)

    # -- texts -----------------------------------------------------------------------------------
    def marks(self, node: OwnerNode, part: str = "content") -> Sequence[Mark]:
        """Return the marks of a part of a node, in reading order."""
        return self.painting.marks.get((node, part), ())

    def element(
        self, node: OwnerNode, marks: Sequence[Mark], kind: str, entries: str, parent: Element
    ) -> None:
        """Add an element for a node and what it shows; nearly all show one mark and nothing else."""
        if len(marks) == 1 and not marks[0].lang and marks[0].link is None and node not in self.fields:
            self.tree.add_leaf(parent, kind, entries, marks[0])
        else:
            self.texts(node, self.tree.child(parent, kind, entries))

    def texts(self, node: OwnerNode, element: Element) -> None:
        """Add a node's marks, links and other languages in elements of their own, then its fields."""
        for link, marks in groupby(self.marks(node), lambda mark: mark.link):
            if link is None:
                self.languages(marks, element)
            else:
                self.link(link, marks, element)
        for annotation in self.fields.get(node, ()):
            self.tree.add_annotation(self.tree.child(element, "Form"), annotation)

    def link(self, link: Link, marks: Iterable[Mark], parent: Element) -> None:
        """Add a link with its words and the annotations that follow it."""
        element = self.tree.child(parent, "Link")
        self.languages(marks, element)
        for annotation in self.links.pop(link, ()):
            self.tree.add_annotation(element, annotation)

    def languages(self, marks: Iterable[Mark], element: Element) -> None:
        """Add marks; those of another language in a span that names it (ISO 14289-1, 7.2)."""
        for lang, group in groupby(marks, lambda mark: mark.lang):
            span = self.tree.child(element, "Span", f"/Lang{text_string(lang)}") if lang else element
            self.tree.add_marks(span, group)


_SCOPES: Mapping[str, str] = {"col": "Column", "row": "Row"}


def _cell_entries(cell: Cell, scope: str) -> str:
    """Return a cell's attributes (ISO 32000-1, 14.8.5.7): scope of a header, and spans."""
    attributes = f"/Scope/{_SCOPES.get(cell.scope, scope)}" if cell.header else ""
    if cell.colspan > 1:
        attributes += f"/ColSpan {cell.colspan}"
    if cell.rowspan > 1:
        attributes += f"/RowSpan {cell.rowspan}"
    return f"/A<</O/Table{attributes}>>" if attributes else ""
