"""What a page is made of: placed lines, rules, fills and pictures, in points from the upper left.

Each item says which node of the document owns it; an item without an owner is page furniture or
decoration (an artifact to a screen reader).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from typing import Literal, TypeAlias

from generator.document.nodes import (
    Caption,
    Cell,
    Counter,
    Document,
    Heading,
    Image,
    Link,
    ListItem,
    PageField,
    Paragraph,
    SignatureField,
    Text,
)
from generator.frozen import dataclass
from generator.theme import Theme

OwnerNode: TypeAlias = Paragraph | Heading | ListItem | Cell | Caption | Image
FragmentNode: TypeAlias = Text | Counter | PageField
Size: TypeAlias = tuple[float, float]
Face: TypeAlias = Literal["regular", "bold", "italic", "bold-italic", "sans"]


@dataclass(frozen=True, slots=True)
class Label:
    """The label of a list item, which is no part of its content."""

    item: ListItem


Owner: TypeAlias = OwnerNode | Label
"""What an item belongs to."""


@dataclass(frozen=True, slots=True)
class Fragment:
    """Characters of one look on one line, `x` pt from the line's start.

    `node` is the inline node they come from (its language and places; None for the number of a
    heading and the label of a list), `link` the link that holds it. A line that goes on after a
    space ends with that space, which `width` does not count; a soft hyphen that is used ends it.
    """

    text: str
    x: float
    width: float
    face: Face
    size: float
    color: str
    node: FragmentNode | None = None
    link: Link | None = None


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of fragments with its baseline at `y`; `word_space` is added to every space (U+0020)."""

    x: float
    y: float
    fragments: tuple[Fragment, ...]
    word_space: float
    owner: Owner | None


@dataclass(frozen=True, slots=True)
class RuleLine:
    """A straight line of a table or of a blank to write on."""

    x0: float
    y0: float
    x1: float
    y1: float
    width: float
    color: str


@dataclass(frozen=True, slots=True)
class Fill:
    """A filled rectangle behind a row."""

    x: float
    y: float
    width: float
    height: float
    color: str


@dataclass(frozen=True, slots=True)
class PlacedImage:
    """A picture or an emblem in its box; `owner` is None for a decoration."""

    image: Image
    x: float
    y: float
    width: float
    height: float
    owner: Owner | None


@dataclass(frozen=True, slots=True)
class FieldBox:
    """Where a signature field lies; nothing is painted there. Without an owner there is no field."""

    node: SignatureField
    x: float
    y: float
    width: float
    height: float
    owner: Owner | None


Item: TypeAlias = TextLine | RuleLine | Fill | PlacedImage | FieldBox


@dataclass(frozen=True, slots=True, eq=False)
class Page:
    """One page: its size, and what makes its items."""

    width: float
    height: float
    made: Callable[[], Sequence[Item]]

    @property
    def items(self) -> Sequence[Item]:
        """The items in painting order, which is reading order.

        They are made anew each time: who asks how many pages there are needs none, and who paints them
        lets one page go before the next.
        """
        return self.made()


@dataclass(frozen=True, slots=True, eq=False)
class Layout:
    """A document on its pages; `sizes` are the width and the height of each picture on them."""

    document: Document
    theme: Theme
    pages: tuple[Page, ...]
    sizes: Mapping[Image, Size] = field(default_factory=dict)
