"""Pages painted: items become operators, and every mark says which node it belongs to."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from typing import Any, Final, TypeAlias

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
from generator.writers.pdf.strings import hundredths, number, numbers, rgb

ASCENT: Final = 0.9
DESCENT: Final = 0.25
"""How far the area of a link reaches above and below the baseline, in type sizes."""
Rectangle: TypeAlias = tuple[float, float, float, float]
Faces: TypeAlias = Mapping[Face, EmbeddedFace]
Mark: TypeAlias = tuple[int, int, Link | None, str]
"""A marked piece of a page: the page, its number there, in which link and language it is."""
MOST_MARKS: Final = 1 << 20
"""More marks than a page can hold."""
Look: TypeAlias = tuple[str, float, str, float]
"""The font of a text by its name, size, colour and the space added between words."""
_NOTHING: Final = object()
_DECORATION: Final = object()
"""What an open sequence belongs to when it is no text."""


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
    """What painting found out: the marks of nodes and of list labels, links, and where nodes stand.

    `single` is the mark of a node that has no other, no link and no language of its own, in one number:
    nearly all are such, and with 10,000 rows lists of them took 14 MB.
    """

    single: dict[OwnerNode, int] = field(default_factory=dict)
    marks: dict[OwnerNode, list[Mark]] = field(default_factory=dict)
    labels: dict[OwnerNode, list[Mark]] = field(default_factory=dict)
    areas: list[LinkArea] = field(default_factory=list)
    fields: list[FieldArea] = field(default_factory=list)
    tops: dict[Heading, tuple[int, float]] = field(default_factory=dict)
    boxes: dict[Image, Rectangle] = field(default_factory=dict)
    marks_on: list[int] = field(default_factory=list)

    def add(self, node: OwnerNode, page: int, inner: int, link: Link | None, lang: str) -> None:
        """Note a mark of a node."""
        if node in self.single:
            self.marks[node] = [(*divmod(self.single.pop(node), MOST_MARKS), None, "")]
        if node in self.marks:
            self.marks[node].append((page, inner, link, lang))
        elif link is None and not lang:
            self.single[node] = page * MOST_MARKS + inner
        else:
            self.marks[node] = [(page, inner, link, lang)]

    def marks_of(self, node: OwnerNode) -> Sequence[Mark]:
        """Return the marks of a node, in the order in which they were painted."""
        if node in self.single:
            return [(*divmod(self.single[node], MOST_MARKS), None, "")]
        return self.marks.get(node, ())


def paint_page(
    page: Page, index: int, painting: Painting, faces: Faces, pictures: Callable[[Image], str]
) -> bytes:
    """Return the content stream of a page, and note its marks in `painting`."""
    painter = _PagePainter(page.height, index, painting, faces, pictures)
    by_kind: Mapping[type[Item], Callable[[Any], None]] = {
        TextLine: painter.line,
        RuleLine: painter.rule,
        Fill: painter.fill,
        PlacedImage: painter.image,
        FieldBox: painter.signature,
    }
    for item in page.items:
        by_kind[type(item)](item)
    return painter.finished()


class _PagePainter:
    """The operators of one page, and the graphics state they have led to."""

    def __init__(
        self,
        height: float,
        index: int,
        painting: Painting,
        faces: Faces,
        pictures: Callable[[Image], str],
    ) -> None:
        self.height, self.index = height, index
        self.painting, self.faces, self.pictures = painting, faces, pictures
        self.operators: list[str] = []
        self.count = 0
        self.ending = ""
        self.owner: Owner | object | None = _NOTHING
        self.link: Link | None = None
        self.lang = ""
        self.look: Look | None = None
        self.font = "", 0.0
        self.pen = 0.0, ""
        self.color = ""
        self.word_space = 0.0

    def finished(self) -> bytes:
        """Return the content stream, and let the faces forget what was shown."""
        self.begin("", "")
        self.painting.marks_on.append(self.count)
        for face in self.faces.values():
            face.fold()
        return "\n".join(self.operators).encode("latin-1")

    # -- marked content --------------------------------------------------------------------------
    def begin(self, operators: str, ending: str, owner: object = _NOTHING) -> None:
        """End the open sequence (ISO 32000-1, 14.6) and begin one that `ending` ends."""
        self.operators.append(f"{self.ending}{operators}")
        self.ending, self.owner = ending, owner

    def mark(self, owner: Owner | None, link: Link | None = None, lang: str = "") -> str:
        """Return the operator of a sequence that belongs to an owner, or to the page's furniture."""
        if owner is None:
            return "/Artifact <</Type/Pagination>> BDC"
        node, count = owner.node, self.count
        if owner.part == "content":
            self.painting.add(node, self.index, count, link, lang)
        else:
            self.painting.labels.setdefault(node, []).append((self.index, count, link, lang))
        self.count = count + 1
        return f"/{_tag(owner)} <</MCID {count}>> BDC"

    # -- text ------------------------------------------------------------------------------------
    def line(self, line: TextLine) -> None:
        """Paint a line; what follows on in the same owner, link and language is one sequence."""
        owner, left, y, word_space = line.owner, line.x, self.height - line.y, line.word_space
        append, faces, height = self.operators.append, self.faces, hundredths(y)
        if owner is not None and type(owner.node) is Heading:
            self.painting.tops.setdefault(owner.node, (self.index, y + line.fragments[0].size))
        pen: float | None = None
        for fragment in line.fragments:
            node, link, x, face = fragment.node, fragment.link, fragment.x, faces[fragment.face]
            lang = node.lang if type(node) is Text else ""
            if owner is not self.owner or link is not self.link or lang != self.lang:
                append(f"{self.ending}{self.mark(owner, link, lang)} BT {hundredths(left + x)} {height} Td")
                self.ending, self.owner, self.link, self.lang = "ET EMC\n", owner, link, lang
            elif pen is None or abs(pen - x) > 0.01:
                append(f"1 0 0 1 {hundredths(left + x)} {height} Tm")
            codes = face.encoded(fragment.text)
            if codes is None:
                self.pieces(fragment, face, word_space)
            else:
                look = face.name, fragment.size, fragment.color, word_space
                if look != self.look:
                    self.take(*look)
                append(f"({codes}) Tj")
                face.shown.append(codes)
            pen = x + fragment.width
            if link is not None and owner is not None:
                self.area(link, fragment, left + x, y)

    def take(self, name: str, size: float, color: str, word_space: float) -> None:
        """Name what differs from the last text: font, colour, space between words."""
        self.paint_in(color)
        if (name, size) != self.font:
            self.operators.append(f"/{name} {number(size)} Tf")
            self.font = name, size
        if word_space != self.word_space:
            self.operators.append(f"{number(word_space)} Tw")
            self.word_space = word_space
        self.look = name, size, color, word_space

    def pieces(self, fragment: Fragment, face: EmbeddedFace, word_space: float) -> None:
        """Show rare characters; raises TemplateError or DataError for one the face lacks."""
        try:
            for name, codes in face.pieces(fragment.text):
                self.take(name, fragment.size, fragment.color, word_space)
                self.operators.append(f"({codes}) Tj")
        except MissingGlyph as error:
            raise _missing(error.character, fragment) from error

    def area(self, link: Link, fragment: Fragment, x: float, y: float) -> None:
        """Note where a link can be followed."""
        low, high = y - DESCENT * fragment.size, y + ASCENT * fragment.size
        self.painting.areas.append(LinkArea(self.index, link, (x, low, x + fragment.width, high)))

    # -- the rest --------------------------------------------------------------------------------
    def image(self, item: PlacedImage) -> None:
        """Paint a picture; one without an owner is an artifact."""
        y = self.height - item.y - item.height
        if item.owner is not None:
            box = (item.x, y, item.x + item.width, y + item.height)
            self.painting.boxes[item.image] = box
        inner = self.pictures(item.image)
        self.begin(self.mark(item.owner), "EMC\n")
        self.operators.append(placed_operators(inner, item.x, y, item.width, item.height))

    def signature(self, item: FieldBox) -> None:
        """Note where a signature field lies; it has no operators of its own."""
        if item.owner is not None:
            y = self.height - item.y - item.height
            box = (item.x, y, item.x + item.width, y + item.height)
            self.painting.fields.append(FieldArea(self.index, item.owner.node, item.node.label, box))

    def decorate(self) -> None:
        """Begin an artifact, unless the neighbour is one."""
        if self.owner is not _DECORATION:
            self.begin("/Artifact <</Type/Layout>> BDC", "EMC\n", _DECORATION)

    def fill(self, item: Fill) -> None:
        """Paint a ground."""
        self.decorate()
        self.paint_in(item.color)
        low = self.height - item.y - item.height
        self.operators.append(f"{numbers(item.x, low, item.width, item.height)} re f")

    def rule(self, item: RuleLine) -> None:
        """Paint a rule; only a pen unlike the last one is named."""
        self.decorate()
        pen = item.width, item.color
        if pen != self.pen:
            self.operators.append(f"{number(item.width)} w {rgb(item.color)} RG")
            self.pen = pen
        y0, y1 = number(self.height - item.y0), number(self.height - item.y1)
        self.operators.append(f"{number(item.x0)} {y0} m {number(item.x1)} {y1} l S")

    def paint_in(self, color: str) -> None:
        """Take a colour to fill with, if the last one was another."""
        if color != self.color:
            self.operators.append(f"{rgb(color)} rg")
            self.color, self.look = color, None


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
