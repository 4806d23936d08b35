"""The nodes of a document: what a report is, before any file format.

Nodes are frozen and compared by identity, so that a writer can key its own notes by a node.
Every node carries `at`, the place in the template where it was written; texts and pictures that
the data filled also carry `field`, the path of that field in the trip (`photos[1].alt`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Literal, TypeAlias, cast

from generator.errors import Place
from generator.frozen import dataclass

NOWHERE = Place()
Align: TypeAlias = Literal["", "left", "right", "center", "justify"]
Scope: TypeAlias = Literal["", "col", "row"]
Orientation: TypeAlias = Literal["portrait", "landscape"]
Pages: TypeAlias = Literal["all", "first", "rest"]


# -- inline -------------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True, eq=False)
class Text:
    """A run of characters in one look and one language; `lang` is empty for the document's own."""

    text: str
    strong: bool = False
    emphasis: bool = False
    lang: str = ""
    at: Place = NOWHERE
    field: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class LineBreak:
    """The end of a line inside a paragraph."""

    at: Place = NOWHERE


@dataclass(frozen=True, slots=True, eq=False)
class Link:
    """Texts that lead to an address (`https:`, `mailto:`)."""

    href: str
    children: tuple[Text, ...]
    at: Place = NOWHERE


@dataclass(frozen=True, slots=True, eq=False)
class PageField:
    """The number of the page it stands on, or how many pages the document has."""

    kind: Literal["number", "count"]
    strong: bool = False
    emphasis: bool = False
    at: Place = NOWHERE


@dataclass(frozen=True, slots=True, eq=False)
class Counter:
    """The next number of a named sequence (`figure`, `table`); transforms fill in `value`."""

    name: str
    value: int = 0
    strong: bool = False
    emphasis: bool = False
    at: Place = NOWHERE


@dataclass(frozen=True, slots=True, eq=False)
class Blank:
    """A line to write on by hand, `width` mm long; it has no words."""

    width: float
    at: Place = NOWHERE


@dataclass(frozen=True, slots=True, eq=False)
class SignatureField:
    """Where a PDF can be signed electronically: a box of `width` by `height` mm that stands on the line.

    `label` says whose signature belongs there, to those who cannot see it. It has no words; formats
    that cannot be signed so show nothing.
    """

    label: str
    width: float
    height: float
    at: Place = NOWHERE


Inline: TypeAlias = Text | LineBreak | Link | PageField | Counter | Blank | SignatureField


# -- blocks -------------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True, eq=False)
class Heading:
    """A heading of level 1 to 3; `number` ("2.") is filled by transforms and is not in `children`."""

    level: int
    children: tuple[Inline, ...]
    role: str
    number: str = ""
    at: Place = NOWHERE


@dataclass(frozen=True, slots=True, eq=False)
class Paragraph:
    """A paragraph; its role names its look in the theme."""

    children: tuple[Inline, ...]
    role: str
    keep_with_next: bool = False
    at: Place = NOWHERE


@dataclass(frozen=True, slots=True, eq=False)
class ListItem:
    """One item of a list: texts, and perhaps one list inside it; `label` is filled by transforms."""

    children: tuple[Inline, ...]
    label: str = ""
    nested: BulletList | None = None
    at: Place = NOWHERE


@dataclass(frozen=True, slots=True, eq=False)
class BulletList:
    """A list of items, ordered ("1.") or not ("–")."""

    items: tuple[ListItem, ...]
    ordered: bool
    role: str
    at: Place = NOWHERE


@dataclass(frozen=True, slots=True, eq=False)
class Cell:
    """A cell of a table; a header cell has a scope. Cells hold inline content only."""

    children: tuple[Inline, ...]
    header: bool = False
    scope: Scope = ""
    colspan: int = 1
    rowspan: int = 1
    align: Align = ""
    at: Place = NOWHERE


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """A row of a table; cells covered by a span from above or from the left are not repeated."""

    cells: tuple[Cell, ...]
    role: str = ""
    at: Place = NOWHERE


@dataclass(frozen=True, slots=True, eq=False)
class Column:
    """A column of a table: its share of the table's width, and how its cells are aligned."""

    share: float
    align: Align = ""


@dataclass(frozen=True, slots=True, eq=False)
class Caption:
    """The title of a table or the words under a picture."""

    children: tuple[Inline, ...]
    role: str
    at: Place = NOWHERE


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """A table of data with its head, body and foot; `summary` describes it to a screen reader."""

    columns: tuple[Column, ...]
    head: tuple[Row, ...]
    body: tuple[Row, ...]
    foot: tuple[Row, ...]
    role: str
    caption: Caption | None = None
    summary: str = ""
    at: Place = NOWHERE

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows in the order they stand on the page."""
        return self.head + self.body + self.foot


@dataclass(frozen=True, slots=True, eq=False)
class Image:
    """A picture by name: a file of the trip or the templates, or `emblem:...`, drawn by us.

    `width` and `height` are in mm, 0 where the picture's own proportion or the page decides.
    `alt` is None when the template gives none and "" for a decoration. `field` is the field of the
    trip that named the file.
    """

    source: str
    alt: str | None
    width: float = 0
    height: float = 0
    at: Place = NOWHERE
    field: str = ""

    @property
    def key(self) -> str:
        """The name under which writers find the picture: the field, or the source as written."""
        return self.field or self.source


@dataclass(frozen=True, slots=True, eq=False)
class Figure:
    """A picture with its caption; they stay on one page."""

    image: Image
    role: str
    caption: Caption | None = None
    at: Place = NOWHERE


@dataclass(frozen=True, slots=True, eq=False)
class Side:
    """One part of a group that stands side by side; `share` is its part of the width."""

    share: float
    blocks: tuple[Block, ...]
    at: Place = NOWHERE


@dataclass(frozen=True, slots=True, eq=False)
class SideBySide:
    """Parts that stand next to each other and are read one after the other; never split."""

    sides: tuple[Side, ...]
    role: str
    keep_with_next: bool = False
    at: Place = NOWHERE


@dataclass(frozen=True, slots=True, eq=False)
class Group:
    """Blocks that belong together; with `keep` they stay on one page, with the block before."""

    blocks: tuple[Block, ...]
    role: str
    keep: bool = False
    at: Place = NOWHERE


@dataclass(frozen=True, slots=True, eq=False)
class PageBreak:
    """What follows begins on a new page."""

    at: Place = NOWHERE


Block: TypeAlias = Heading | Paragraph | BulletList | Table | Figure | SideBySide | Group | PageBreak


# -- the whole ----------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True, eq=False)
class Furniture:
    """The running header or footer, and the pages that carry it."""

    children: tuple[Inline, ...]
    role: str
    pages: Pages = "rest"
    at: Place = NOWHERE


@dataclass(frozen=True, slots=True, eq=False)
class Section:
    """A stretch of pages in one orientation; each section begins on a new page."""

    blocks: tuple[Block, ...]
    orientation: Orientation = "portrait"
    at: Place = NOWHERE


@dataclass(frozen=True, eq=False)
class Document:
    """A whole document: its properties, its running header and footer, its sections.

    What its blocks are and what stands in their lines is asked by many, and gathered once.
    """

    title: str
    lang: str
    sections: tuple[Section, ...]
    headers: tuple[Furniture, ...] = ()
    footers: tuple[Furniture, ...] = ()
    author: str = ""
    subject: str = ""
    keywords: str = ""
    at: Place = NOWHERE

    @cached_property
    def blocks(self) -> Sequence[Block]:
        """Every block in reading order, groups before what they hold."""
        found: list[Block] = []
        for section in self.sections:
            _add_blocks(found, section.blocks)
        return found

    @cached_property
    def words(self) -> Words:
        """The words of every block, in reading order."""
        return words_of(contents_of(self.blocks))


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The texts in some lines, those of links, too, and the signature fields, in reading order."""

    texts: Sequence[Text]
    signature_fields: Sequence[SignatureField]


Node: TypeAlias = (
    Inline | Block | ListItem | Cell | Row | Caption | Image | Side | Furniture | Section | Document
)


def _add_blocks(found: list[Block], blocks: Iterable[Block]) -> None:
    for block in blocks:
        found.append(block)
        kind = type(block)
        if kind is Group:
            _add_blocks(found, cast(Group, block).blocks)
        elif kind is SideBySide:
            for side in cast(SideBySide, block).sides:
                _add_blocks(found, side.blocks)


def contents_of(blocks: Iterable[Block]) -> list[tuple[Inline, ...]]:
    """Return the inline content that stands directly in each of the blocks, in reading order."""
    found: list[tuple[Inline, ...]] = []
    for block in blocks:
        match block:
            case Paragraph() | Heading():
                found.append(block.children)
            case Table() | Figure():
                if block.caption:
                    found.append(block.caption.children)
                if isinstance(block, Table):
                    found += [cell.children for row in block.rows for cell in row.cells]
            case BulletList():
                _add_items(found, block)
    return found


def _add_items(found: list[tuple[Inline, ...]], block: BulletList) -> None:
    for item in block.items:
        found.append(item.children)
        if item.nested:
            _add_items(found, item.nested)


def words_of(contents: Iterable[tuple[Inline, ...]]) -> Words:
    """Return the words of inline contents."""
    texts: list[Text] = []
    fields: list[SignatureField] = []
    for content in contents:
        for inline in content:
            if type(inline) is Text:
                texts.append(inline)
            elif type(inline) is Link:
                texts += inline.children
            elif type(inline) is SignatureField:
                fields.append(inline)
    return Words(texts, fields)


def inlines_of(block: Block) -> list[Inline]:
    """Return the inline content that stands directly in a block, in reading order."""
    return [inline for content in contents_of((block,)) for inline in content]


def plain_text(children: tuple[Inline, ...]) -> str:
    """Return the characters of inline content; a line break reads as a space."""
    return "".join(map(_characters, children))


def _characters(inline: Inline) -> str:
    match inline:
        case Text():
            return inline.text
        case Link():
            return "".join(text.text for text in inline.children)
        case LineBreak():
            return " "
        case Counter():
            return str(inline.value)
    return ""


__all__ = [
    "NOWHERE",
    "Align",
    "Blank",
    "Block",
    "BulletList",
    "Caption",
    "Cell",
    "Column",
    "Counter",
    "Document",
    "Figure",
    "Furniture",
    "Group",
    "Heading",
    "Image",
    "Inline",
    "LineBreak",
    "Link",
    "ListItem",
    "Node",
    "Orientation",
    "PageBreak",
    "PageField",
    "Paragraph",
    "Row",
    "Scope",
    "Section",
    "Side",
    "SideBySide",
    "SignatureField",
    "Table",
    "Text",
    "Words",
    "contents_of",
    "inlines_of",
    "plain_text",
    "words_of",
]
