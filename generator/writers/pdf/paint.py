"""Pages painted: items become operators, and every mark says which node it belongs to."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from typing import Any, Final, TypeAlias

from generator.document.nodes import Caption, Cell, Heading, Image, Link, ListItem, Paragraph, Text
from generator.errors import DataError, TemplateError, fault
from generator.frozen import dataclass
from generator.layout.boxes import (
    Face,
    FieldBox,
    Fill,
    Fragment,
    Item,
    Label,
    Owner,
    OwnerNode,
    Page,
    PlacedImage,
    RuleLine,
    TextLine,
)
from generator.writers.pdf.fonts import EmbeddedFace, MissingGlyph
from generator.writers.pdf.pictures import placed_operators
from generator.writers.pdf.strings import hundredths, number, rgb

ASCENT: Final = 0.9
DESCENT: Final = 0.25
"""How far the area of a link reaches above and below the baseline, in type sizes."""
Rectangle: TypeAlias = tuple[float, float, float, float]
Faces: TypeAlias = Mapping[Face, EmbeddedFace]
Mark: TypeAlias = tuple[int, int, Link | None, str]
"""A marked piece of a page: the page, its number there, in which link and language it is."""
MOST_MARKS: Final = 1 << 20
"""More marks than a page can hold."""
_NOTHING: Final = object()
_DECORATION: Final = object()
"""What an open sequence belongs to when it is no text."""
_TAGS: Final = {Paragraph: "P", ListItem: "P", Caption: "Caption", Image: "Figure"}
_SHOWN: Final = ") Tj\n"
_TEXT_ENDING: Final = ") Tj\nET EMC\n"


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

    The marks of a node are one number when there is one, without a link and a language of its own:
    nearly all are such, and with 10,000 rows lists of them took 14 MB.
    """

    marks: dict[OwnerNode, int | list[Mark]] = field(default_factory=dict)
    labels: dict[OwnerNode, list[Mark]] = field(default_factory=dict)
    areas: list[LinkArea] = field(default_factory=list)
    fields: list[FieldArea] = field(default_factory=list)
    tops: dict[Heading, tuple[int, float]] = field(default_factory=dict)
    boxes: dict[Image, Rectangle] = field(default_factory=dict)
    marks_on: list[int] = field(default_factory=list)

    def add(self, node: OwnerNode, mark: Mark) -> None:
        """Note a mark of a node that has others, a link or a language of its own."""
        self.marks[node] = [*self.marks_of(node), mark]

    def marks_of(self, node: OwnerNode) -> Sequence[Mark]:
        """Return the marks of a node, in the order in which they were painted."""
        marks = self.marks.get(node, ())
        return [(*divmod(marks, MOST_MARKS), None, "")] if isinstance(marks, int) else marks


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
        self.first, self.count = index * MOST_MARKS, 0
        self.ending = ""
        self.owner: Owner | object | None = _NOTHING
        self.link: Link | None = None
        self.lang = ""
        self.y, self.baseline = -1.0, ""
        self.face: Face | None = None
        self.size = 0.0
        self.color = ""
        self.word_space = 0.0
        self.encoded: Callable[[str], str | None]
        self.show: Callable[[str], None]
        self.pen = 0.0, ""

    def finished(self) -> bytes:
        """Return the content stream, and let the faces forget what was shown."""
        self.operators.append(self.ending)
        self.painting.marks_on.append(self.count)
        for face in self.faces.values():
            face.fold()
        return "".join(self.operators).encode("latin-1")

    # -- marked content --------------------------------------------------------------------------
    def begin(self, operators: str, ending: str, owner: object = _NOTHING) -> None:
        """End the open sequence (ISO 32000-1, 14.6) and begin one that `ending` ends."""
        self.operators.append(f"{self.ending}{operators}")
        self.ending, self.owner = ending, owner

    def mark(self, owner: Owner | None, link: Link | None = None, lang: str = "") -> str:
        """Return the operator of a sequence that belongs to an owner, or to the page's furniture."""
        if owner is None:
            return "/Artifact <</Type/Pagination>> BDC"
        count = self.count
        self.count = count + 1
        if isinstance(owner, Label):
            self.painting.labels.setdefault(owner.item, []).append((self.index, count, link, lang))
            return f"/Lbl <</MCID {count}>> BDC"
        number = self.first + count
        if link is not None or lang or self.painting.marks.setdefault(owner, number) != number:
            self.painting.add(owner, (self.index, count, link, lang))
        return f"/{_tag(owner)} <</MCID {count}>> BDC"

    # -- text ------------------------------------------------------------------------------------
    def line(self, line: TextLine) -> None:
        """Paint a line; what follows on in the same owner, link and language is one sequence."""
        owner, left, word_space = line.owner, line.x, line.word_space
        if line.y != self.y:  # the cells of a row stand on one baseline
            self.y, self.baseline = line.y, hundredths(self.height - line.y)
        pen: float | None = None
        for fragment in line.fragments:
            node, link, x = fragment.node, fragment.link, fragment.x
            lang = node.lang if type(node) is Text else ""
            if owner is not self.owner or link is not self.link or lang != self.lang:
                if type(owner) is Heading:
                    self.top(owner, fragment)
                mark = self.mark(owner, link, lang)
                start = f"{self.ending}{mark} BT {hundredths(left + x)} {self.baseline} Td\n"
                self.ending, self.owner, self.link, self.lang = _TEXT_ENDING, owner, link, lang
            elif pen is None or abs(pen - x) > 0.01:
                start = f"{_SHOWN}1 0 0 1 {hundredths(left + x)} {self.baseline} Tm\n"
            else:
                start = _SHOWN
            if (
                fragment.size != self.size
                or fragment.face != self.face
                or fragment.color != self.color
                or word_space != self.word_space
            ):
                start += self.take(fragment, word_space)
            codes = self.encoded(fragment.text)
            if codes is None:
                self.pieces(fragment, start)
            else:
                self.operators.append(f"{start}({codes}")
                self.show(codes)
            pen = x + fragment.width
            if link is not None and owner is not None:
                self.area(link, fragment, left + x)

    def top(self, heading: Heading, fragment: Fragment) -> None:
        """Note where a heading begins."""
        top = self.height - self.y + fragment.size
        self.painting.tops.setdefault(heading, (self.index, top))

    def take(self, fragment: Fragment, word_space: float) -> str:
        """Return the operators of what differs from the last text: colour, font, space between words."""
        operators = self.paint_in(fragment.color)
        if (fragment.face, fragment.size) != (self.face, self.size):
            self.face, self.size, used = fragment.face, fragment.size, self.faces[fragment.face]
            self.encoded, self.show = used.encoded, used.shown.append
            if used.encoded(fragment.text) is not None:  # else `pieces` names fonts
                operators += f"/{used.name} {number(fragment.size)} Tf\n"
        if word_space != self.word_space:
            self.word_space = word_space
            operators += f"{number(word_space)} Tw\n"
        return operators

    def pieces(self, fragment: Fragment, start: str) -> None:
        """Show rare characters; raises TemplateError or DataError for one the face lacks."""
        try:
            for name, codes in self.faces[fragment.face].pieces(fragment.text):
                self.operators.append(f"{start}/{name} {number(fragment.size)} Tf\n({codes}")
                start = _SHOWN
        except MissingGlyph as error:
            raise _missing(error.character, fragment) from error
        self.face = None

    def area(self, link: Link, fragment: Fragment, x: float) -> None:
        """Note where a link can be followed."""
        y = self.height - self.y
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
        placed = placed_operators(inner, item.x, y, item.width, item.height)
        self.begin(f"{self.mark(item.owner)}\n{placed}\n", "EMC\n")

    def signature(self, item: FieldBox) -> None:
        """Note where a signature field lies; it has no operators of its own."""
        if item.owner is not None and not isinstance(item.owner, Label):
            y = self.height - item.y - item.height
            box = (item.x, y, item.x + item.width, y + item.height)
            self.painting.fields.append(FieldArea(self.index, item.owner, item.node.label, box))

    def decorate(self) -> None:
        """Begin an artifact, unless the neighbour is one."""
        if self.owner is not _DECORATION:
            self.begin("/Artifact <</Type/Layout>> BDC\n", "EMC\n", _DECORATION)

    def fill(self, item: Fill) -> None:
        """Paint a ground."""
        self.decorate()
        color = self.paint_in(item.color)
        x, y = number(item.x), number(self.height - item.y - item.height)
        width, height = number(item.width), number(item.height)
        self.operators.append(f"{color}{x} {y} {width} {height} re f\n")

    def rule(self, item: RuleLine) -> None:
        """Paint a rule; only a pen unlike the last one is named."""
        self.decorate()
        pen = item.width, item.color
        if pen != self.pen:
            self.operators.append(f"{number(item.width)} w {rgb(item.color)} RG\n")
            self.pen = pen
        y0, y1 = number(self.height - item.y0), number(self.height - item.y1)
        self.operators.append(f"{number(item.x0)} {y0} m {number(item.x1)} {y1} l S\n")

    def paint_in(self, color: str) -> str:
        """Return the operator of a colour to fill with, unless it was the last one."""
        if color == self.color:
            return ""
        self.color = color
        return f"{rgb(color)} rg\n"


def _tag(node: OwnerNode) -> str:
    """Return the name written with a mark; the structure tree says what counts."""
    if type(node) is Cell:
        return "TH" if node.header else "TD"
    return f"H{node.level}" if type(node) is Heading else _TAGS[type(node)]


def _missing(character: str, fragment: Fragment) -> DataError | TemplateError:
    """Return the error for a character that the fonts lack, by who can mend it."""
    node = fragment.node if isinstance(fragment.node, Text) else None
    place = node.at if node else Text("").at
    found = fault("text.glyph", place, character=character, code=f"U+{ord(character):04X}")
    return (DataError if node and node.field else TemplateError)([found])
