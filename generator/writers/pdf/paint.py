"""Pages painted: items become operators, and every mark says which node it belongs to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field
from typing import Final, TypeAlias

from generator.document.nodes import Caption, Cell, Heading, Image, Link, Text
from generator.errors import DataError, TemplateError, fault
from generator.frozen import dataclass
from generator.layout.boxes import (
    Face,
    FieldBox,
    Fill,
    Fragment,
    Item,
    Owner,
    OwnerNode,
    Page,
    PlacedImage,
    RuleLine,
    TextLine,
)
from generator.writers.pdf.fonts import EmbeddedFace, MissingGlyph
from generator.writers.pdf.pictures import placed_operators
from generator.writers.pdf.strings import number, numbers, rgb

ASCENT: Final = 0.9
DESCENT: Final = 0.25
"""How far the area of a link reaches above and below the baseline, in type sizes."""
Rectangle: TypeAlias = tuple[float, float, float, float]
Part: TypeAlias = tuple[OwnerNode, str]
Faces: TypeAlias = Mapping[Face, EmbeddedFace]


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked piece of a page: what of a node it shows, in which link and language."""

    page: int
    id: int
    link: Link | None = None
    lang: str = ""


@dataclass(frozen=True, slots=True)
class LinkArea:
    """Where on a page a link can be followed, from the lower left corner."""

    page: int
    link: Link
    box: Rectangle


@dataclass(frozen=True, slots=True)
class FieldArea:
    """Where on a page something can be signed, from the lower left corner, and the node it stands in."""

    page: int
    owner: OwnerNode
    label: str
    box: Rectangle


@dataclass(slots=True)
class Painting:
    """What painting found out: the marks of each part, links, and where nodes stand."""

    marks: dict[Part, list[Mark]] = field(default_factory=dict)
    areas: list[LinkArea] = field(default_factory=list)
    fields: list[FieldArea] = field(default_factory=list)
    tops: dict[Heading, tuple[int, float]] = field(default_factory=dict)
    boxes: dict[Image, Rectangle] = field(default_factory=dict)
    marks_on: list[int] = field(default_factory=list)


def paint_page(
    page: Page, index: int, painting: Painting, faces: Faces, pictures: Callable[[Image], str]
) -> bytes:
    """Return the content stream of a page, and note its marks in `painting`."""
    painter = _PagePainter(page, index, painting, faces, pictures)
    for item in page.items:
        painter.paint(item)
    return painter.finished()


Key: TypeAlias = tuple[int, int, str]
"""Owner and link of a sequence by their identity, and its language."""


class _PagePainter:
    """The operators of one page, and the graphics state they have led to."""

    def __init__(
        self,
        page: Page,
        index: int,
        painting: Painting,
        faces: Faces,
        pictures: Callable[[Image], str],
    ) -> None:
        self.height, self.index = page.height, index
        self.painting, self.faces, self.pictures = painting, faces, pictures
        self.operators: list[str] = []
        self.count = 0
        self.open: Key | str | None = None
        self.font: tuple[str, float] | None = None
        self.color = self.stroke = ""
        self.word_space = 0.0

    def finished(self) -> bytes:
        self.close()
        self.painting.marks_on.append(self.count)
        return "\n".join(self.operators).encode("latin-1")

    def paint(self, item: Item) -> None:
        if isinstance(item, TextLine):
            self.line(item)
        elif isinstance(item, PlacedImage):
            self.image(item)
        elif isinstance(item, FieldBox):
            self.signature(item)
        else:
            self.decoration(item)

    # -- marked content --------------------------------------------------------------------------
    def close(self) -> None:
        """End the open sequence (ISO 32000-1, 14.6): a text, or decoration."""
        if self.open is not None:
            self.operators.append("EMC" if self.open == "decoration" else "ET EMC")
            self.open = None

    def begin(self, owner: Owner | None, link: Link | None = None, lang: str = "") -> None:
        """Begin a sequence that belongs to an owner, or an artifact of the page's furniture."""
        if owner is None:
            self.operators.append("/Artifact <</Type/Pagination>> BDC")
            return
        mark = Mark(self.index, self.count, link, lang)
        self.painting.marks.setdefault((owner.node, owner.part), []).append(mark)
        self.operators.append(f"/{_tag(owner)} <</MCID {self.count}>> BDC")
        self.count += 1

    # -- text ------------------------------------------------------------------------------------
    def line(self, line: TextLine) -> None:
        """Paint a line; what follows on in the same owner, link and language is one sequence."""
        y, owner = self.height - line.y, line.owner
        if owner is not None and isinstance(owner.node, Heading):
            self.painting.tops.setdefault(owner.node, (self.index, y + line.fragments[0].size))
        pen: float | None = None
        for fragment in line.fragments:
            node, link = fragment.node, fragment.link
            lang = node.lang if isinstance(node, Text) else ""
            key = (id(owner), id(link), lang)
            if key != self.open:
                self.close()
                self.begin(owner, link, lang)
                self.operators.append("BT")
                self.open = key
                pen = None
            if pen is None or abs(pen - fragment.x) > 0.01:
                self.operators.append(f"1 0 0 1 {line.x + fragment.x:.2f} {y:.2f} Tm")
            self.fragment(fragment, line.word_space)
            pen = fragment.x + fragment.width
            if link is not None and owner is not None:
                self.link(link, fragment, line.x + fragment.x, y)

    def fragment(self, fragment: Fragment, word_space: float) -> None:
        """Show a fragment's characters; raises TemplateError or DataError for one the face lacks."""
        self.paint_in(fragment.color)
        if word_space != self.word_space:
            self.operators.append(f"{number(word_space)} Tw")
            self.word_space = word_space
        try:
            pieces = self.faces[fragment.face].encoded(fragment.text)
        except MissingGlyph as error:
            raise _missing(error.character, fragment) from error
        size = fragment.size
        for name, codes in pieces:
            if (name, size) != self.font:
                self.operators.append(f"/{name} {number(size)} Tf")
                self.font = (name, size)
            self.operators.append(f"({codes}) Tj")

    def link(self, link: Link, fragment: Fragment, x: float, y: float) -> None:
        low, high = y - DESCENT * fragment.size, y + ASCENT * fragment.size
        self.painting.areas.append(LinkArea(self.index, link, (x, low, x + fragment.width, high)))

    # -- the rest --------------------------------------------------------------------------------
    def image(self, item: PlacedImage) -> None:
        """Paint a picture; one without an owner is an artifact."""
        self.close()
        y = self.height - item.y - item.height
        if item.owner is not None:
            box = (item.x, y, item.x + item.width, y + item.height)
            self.painting.boxes[item.image] = box
        self.begin(item.owner)
        inner = self.pictures(item.image)
        self.operators.append(placed_operators(inner, item.x, y, item.width, item.height))
        self.operators.append("EMC")

    def signature(self, item: FieldBox) -> None:
        """Note where a signature field lies; it has no operators of its own."""
        if item.owner is not None:
            y = self.height - item.y - item.height
            box = (item.x, y, item.x + item.width, y + item.height)
            self.painting.fields.append(FieldArea(self.index, item.owner.node, item.node.label, box))

    def decoration(self, item: RuleLine | Fill) -> None:
        """Paint a rule or a ground; neighbours share one artifact."""
        if self.open != "decoration":
            self.close()
            self.operators.append("/Artifact <</Type/Layout>> BDC")
            self.open = "decoration"
        if isinstance(item, RuleLine):
            self.rule(item)
            return
        low = self.height - item.y - item.height
        self.paint_in(item.color)
        self.operators.append(f"{numbers(item.x, low, item.width, item.height)} re f")

    def rule(self, item: RuleLine) -> None:
        """Paint a rule; only a pen unlike the last one is named."""
        pen = f"{number(item.width)} w {rgb(item.color)} RG"
        if pen != self.stroke:
            self.operators.append(pen)
            self.stroke = pen
        start = f"{number(item.x0)} {number(self.height - item.y0)}"
        self.operators.append(f"{start} m {number(item.x1)} {number(self.height - item.y1)} l S")

    def paint_in(self, color: str) -> None:
        """Take a colour to fill with, if the last one was another."""
        if color != self.color:
            self.operators.append(f"{rgb(color)} rg")
            self.color = color


def _tag(owner: Owner) -> str:
    """Return the name written with a mark; the structure tree says what counts."""
    node = owner.node
    if isinstance(node, Cell):
        return "TH" if node.header else "TD"
    if isinstance(node, Heading):
        return f"H{node.level}"
    if isinstance(node, Caption):
        return "Caption"
    if isinstance(node, Image):
        return "Figure"
    return "Lbl" if owner.part == "label" else "P"


def _missing(character: str, fragment: Fragment) -> DataError | TemplateError:
    """Return the error for a character that the fonts lack, by who can mend it."""
    node = fragment.node if isinstance(fragment.node, Text) else None
    place = node.at if node else Text("").at
    found = fault("text.glyph", place, character=character, code=f"U+{ord(character):04X}")
    return (DataError if node and node.field else TemplateError)([found])
