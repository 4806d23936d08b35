"""Inline content as a row of segments: text in one look, with the breaks between."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import field
from typing import TypeAlias

from generator.document.nodes import Blank, Counter, Inline, LineBreak, Link, PageField, SignatureField, Text
from generator.frozen import dataclass
from generator.layout.boxes import Face, FragmentNode
from generator.layout.fonts import SOFT_HYPHEN, em_width, face_of, word_widths
from generator.layout.words import Break, pieces_of
from generator.theme import MM, ParagraphLook


@dataclass(frozen=True, slots=True)
class PageNumbers:
    """What page fields say: how many pages there are, and the page on which each field stands.

    `asked` are the fields that were asked for; without any, nothing depends on the numbers.
    """

    count: int = 1
    pages: Mapping[PageField, int] = field(default_factory=dict)
    asked: set[PageField] = field(default_factory=set, compare=False)

    def text(self, node: PageField) -> str:
        """Return the digits of a page field."""
        self.asked.add(node)
        return str(self.count if node.kind == "count" else self.pages.get(node, 1))


@dataclass(frozen=True, slots=True, eq=False)
class Run:
    """The look and origin of neighbouring segments; `space` and `hyphen` are widths in pt."""

    family: str
    face: Face
    size: float
    color: str
    node: FragmentNode | None
    link: Link | None
    space: float
    hyphen: float
    blank: Blank | SignatureField | None = None


SPACE = Break.SPACE
Segment: TypeAlias = tuple[str, float, Break, Run]
"""Text, its width in pt, what follows it, and its run."""


@dataclass(frozen=True, slots=True, eq=False)
class Measure:
    """What measuring words in one face takes: `em` is a thousandth of an em in pt, `space` counts them."""

    face: Face
    size: float
    color: str
    em: float
    space: float
    widths: Mapping[str, float]


@dataclass(frozen=True, slots=True, eq=False)
class Ink:
    """How a paragraph's text looks, apart from what its own texts say."""

    family: str
    look: ParagraphLook
    known: dict[tuple[bool, bool], tuple[Face, float, float]] = field(default_factory=dict)
    measured: dict[tuple[bool, bool], Measure] = field(default_factory=dict)

    @property
    def justified(self) -> bool:
        """Whether lines are stretched to their measure."""
        return self.look.align == "justify"

    def measures(self, width: float) -> tuple[float, float]:
        """Return the room of the first line and of the others between two edges, in pt."""
        measure = width - self.look.indent_left - self.look.indent_right
        return measure - self.look.first_line, measure

    def face(self, node: FragmentNode | None) -> tuple[Face, float, float]:
        """Return the face of an inline node, and the widths of a space and a hyphen in it, in pt."""
        key = (node.strong, node.emphasis) if node is not None else (False, False)
        return self.known.get(key) or self._face(key)

    def _face(self, key: tuple[bool, bool]) -> tuple[Face, float, float]:
        look, (strong, emphasis) = self.look, key
        face = face_of(look.bold or strong, look.italic or emphasis, look.sans)
        space, hyphen = (em_width(self.family, face, one) * look.size for one in (" ", SOFT_HYPHEN))
        self.known[key] = face, space, hyphen
        return self.known[key]

    def measure(self, node: Text) -> Measure:
        """Return what measuring the words of a text takes."""
        key = node.strong, node.emphasis
        return self.measured.get(key) or self._measure(node, key)

    def _measure(self, node: Text, key: tuple[bool, bool]) -> Measure:
        face, size = self.face(node)[0], self.look.size
        widths = word_widths(self.family, face)
        self.measured[key] = Measure(face, size, self.look.color, size / 1000, widths[" "], widths)
        return self.measured[key]

    def run(
        self,
        node: FragmentNode | None = None,
        link: Link | None = None,
        blank: Blank | SignatureField | None = None,
    ) -> Run:
        """Return the run of an inline node in this look."""
        look = self.look
        face, space, hyphen = self.face(node)
        return Run(self.family, face, look.size, look.color, node, link, space, hyphen, blank)


def segments_of(
    children: Iterable[Inline], ink: Ink, numbers: PageNumbers, prefix: str = ""
) -> list[Segment]:
    """Return the segments of inline content, after the words of `prefix` (a heading's number)."""
    segments: list[Segment] = []
    if prefix:
        _add_text(segments, prefix + " ", ink.run())
    for child in children:
        _ADDERS[type(child)](segments, child, ink, numbers)
    return segments


def _add_text(segments: list[Segment], text: str, run: Run) -> None:
    family, face, size = run.family, run.face, run.size
    *words, last = text.split(" ")
    for pieces in [pieces_of(family, face, word) for word in words]:
        if len(pieces) > 1:
            segments += [(piece, em * size, kind, run) for piece, em, kind in pieces[:-1]]
        end, width, _ = pieces[-1]
        segments.append((end, width * size, SPACE, run))
    if last:
        segments.extend([(piece, em * size, kind, run) for piece, em, kind in pieces_of(family, face, last)])


def _text(segments: list[Segment], node: Text, ink: Ink, numbers: PageNumbers) -> None:
    _add_text(segments, node.text, ink.run(node))


def _link(segments: list[Segment], node: Link, ink: Ink, numbers: PageNumbers) -> None:
    for child in node.children:
        _add_text(segments, child.text, ink.run(child, node))


def _page_field(segments: list[Segment], node: PageField, ink: Ink, numbers: PageNumbers) -> None:
    _add_text(segments, numbers.text(node), ink.run(node))


def _counter(segments: list[Segment], node: Counter, ink: Ink, numbers: PageNumbers) -> None:
    _add_text(segments, str(node.value), ink.run(node))


def _line_break(segments: list[Segment], node: LineBreak, ink: Ink, numbers: PageNumbers) -> None:
    segments.append(("", 0.0, Break.LINE, ink.run()))


def _blank(segments: list[Segment], node: Blank | SignatureField, ink: Ink, numbers: PageNumbers) -> None:
    segments.append(("", node.width * MM, Break.NONE, ink.run(blank=node)))


_ADDERS: Mapping[type[object], Callable[..., None]] = {
    Text: _text,
    Link: _link,
    PageField: _page_field,
    Counter: _counter,
    LineBreak: _line_break,
    Blank: _blank,
    SignatureField: _blank,
}
