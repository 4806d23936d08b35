"""What the pieces of a page are: the nodes of a document as structure elements.

Standard structure types (ISO 32000-1, 14.8.4), used as ISO 14289-1 (PDF/UA-1), clause 7 asks.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Final

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
    Scope,
    SideBySide,
    Table,
)
from generator.layout.boxes import OwnerNode
from generator.writers.pdf.links import Annotation
from generator.writers.pdf.paint import MOST_MARKS, Mark, Painting
from generator.writers.pdf.strings import numbers, text_string
from generator.writers.pdf.structure import Element, StructureTree

_LINK: Final = itemgetter(2)
_LANG: Final = itemgetter(3)


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
    """One walk over one document; an element is closed when it has its kids."""

    def __init__(
        self,
        tree: StructureTree,
        painting: Painting,
        links: Mapping[Link, Sequence[Annotation]],
        fields: Mapping[OwnerNode, Sequence[Annotation]],
    ) -> None:
        self.tree, self.fields = tree, fields
        self.painting, self.labels, self.boxes = painting, painting.labels, painting.boxes
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
        if self.painting.marks_of(node) or node in self.fields:
            self.element(node, kind, parent)

    def bullet_list(self, node: BulletList, parent: Element) -> None:
        """Add a list; labels need a numbering other than none (ISO 14289-1, 7.6)."""
        numbering = "Decimal" if node.ordered else "Disc"
        element = self.tree.child(parent, f"L/A<</O/List/ListNumbering/{numbering}>>")
        for item in node.items:
            self.list_item(item, element)
        self.tree.close(element)

    def list_item(self, item: ListItem, parent: Element) -> None:
        """Add an item: its label, then its body with the list inside it."""
        element = self.tree.child(parent, "LI")
        if item in self.labels:
            self.marked(element, "Lbl", self.labels[item])
        body = self.tree.child(element, "LBody")
        self.texts(item, body)
        if item.nested:
            self.bullet_list(item.nested, body)
        self.tree.close(body)
        self.tree.close(element)

    def figure(self, node: Figure, parent: Element) -> None:
        """Add a picture and its caption.

        The caption stands beside the picture, in a division with it: alternative text hides from
        many screen readers what its element holds.
        """
        if not node.caption:
            self.image(node.image, parent)
            return
        division = self.tree.child(parent, "Div")
        self.image(node.image, division)
        self.leaf(node.caption, "Caption", division)
        self.tree.close(division)

    def image(self, node: Image, parent: Element) -> None:
        """Add a picture with its alternative text and its box; a decoration has no mark."""
        if marks := self.painting.marks_of(node):
            box = numbers(*self.boxes[node])
            entries = f"/Alt{text_string(node.alt or '')}/A<</O/Layout/Placement/Block/BBox[{box}]>>"
            self.marked(parent, f"Figure{entries}", marks)

    # -- tables ----------------------------------------------------------------------------------
    def table(self, node: Table, parent: Element) -> None:
        """Add a table with its caption first, then head, body and foot."""
        summary = f"/A<</O/Table/Summary{text_string(node.summary)}>>" if node.summary else ""
        element = self.tree.child(parent, f"Table{summary}")
        if node.caption:
            self.leaf(node.caption, "Caption", element)
        for kind, rows in (("THead", node.head), ("TBody", node.body), ("TFoot", node.foot)):
            if rows:
                self.rows(rows, "col" if kind == "THead" else "row", self.tree.child(element, kind))
        self.tree.close(element)

    def rows(self, rows: Iterable[Row], scope: Scope, part: Element) -> None:
        """Add the rows of a part; `scope` is that of header cells which name none."""
        for row in rows:
            element = self.tree.child(part, "TR")
            for cell in row.cells:
                self.element(cell, _cell_kind(cell, scope), element)
            self.tree.close(element)
            self.tree.objects.pack_full()
        self.tree.close(part)

    # -- texts -----------------------------------------------------------------------------------
    def element(self, node: OwnerNode, kind: str, parent: Element) -> None:
        """Add an element for a node and what it shows; nearly all show one mark and nothing else."""
        marks = self.painting.marks.get(node)
        if type(marks) is int and node not in self.fields:
            self.tree.add_leaf(parent, kind, *divmod(marks, MOST_MARKS))
            return
        element = self.tree.child(parent, kind)
        self.texts(node, element)
        self.tree.close(element)

    def texts(self, node: OwnerNode, element: Element) -> None:
        """Add a node's marks, links and other languages in elements of their own, then its fields."""
        for link, marks in groupby(self.painting.marks_of(node), _LINK):
            if link is None:
                self.languages(marks, element)
            else:
                self.link(link, marks, element)
        for annotation in self.fields.get(node, ()):
            form = self.tree.child(element, "Form")
            self.tree.add_annotation(form, annotation)
            self.tree.close(form)

    def link(self, link: Link, marks: Iterable[Mark], parent: Element) -> None:
        """Add a link with its words and the annotations that follow it."""
        element = self.tree.child(parent, "Link")
        self.languages(marks, element)
        for annotation in self.links.pop(link, ()):
            self.tree.add_annotation(element, annotation)
        self.tree.close(element)

    def languages(self, marks: Iterable[Mark], element: Element) -> None:
        """Add marks; those of another language in a span that names it (ISO 14289-1, 7.2)."""
        for lang, group in groupby(marks, _LANG):
            if lang:
                self.marked(element, f"Span/Lang{text_string(lang)}", group)
            else:
                self.tree.add_marks(element, group)

    def marked(self, parent: Element, kind: str, marks: Iterable[Mark]) -> None:
        """Add an element that holds marks."""
        element = self.tree.child(parent, kind)
        self.tree.add_marks(element, marks)
        self.tree.close(element)


def _cell_kind(cell: Cell, scope: Scope) -> str:
    """Return a cell's type and attributes (ISO 32000-1, 14.8.5.7): scope of a header, and spans."""
    header, colspan, rowspan = cell.header, cell.colspan, cell.rowspan
    if not header and colspan == rowspan == 1:
        return "TD"
    attributes = f"/Scope/{'Column' if (cell.scope or scope) == 'col' else 'Row'}" if header else ""
    if colspan > 1:
        attributes += f"/ColSpan {colspan}"
    if rowspan > 1:
        attributes += f"/RowSpan {rowspan}"
    return f"{'TH' if header else 'TD'}/A<</O/Table{attributes}>>"
