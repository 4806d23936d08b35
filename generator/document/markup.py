"""Filled template text -> elements, with a place on each and every fault of the markup at once.

The grammar is that of well-formed HTML: every element is closed, attribute values are quoted,
`<br>`, `<col>`, `<img>` and the like stand alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import lru_cache
from html import unescape
from typing import Any, Final, NamedTuple, TypeAlias, final

from generator.document.language import ATTRIBUTES, BARE, INLINES, LISTS, VOIDS
from generator.document.marks import FIELD_START, PLACE_END, PLACE_START, read_place, split_fields
from generator.errors import Fault, Place, fault
from generator.frozen import dataclass

VOID = frozenset(VOIDS.split())
"""Elements that stand alone; a closing slash is allowed and says nothing."""

_BARE = frozenset(BARE.split())
_AMONG_ELEMENTS = frozenset(ATTRIBUTES).difference(INLINES.split(), LISTS.split())
"""What stands only in what is bare, so that white space after it says nothing either."""
_WHITE = " \t\r\n\f"

MAX_DEPTH = 50
"""How deep elements may stand in each other."""

_END = "\ufdd5"
"""Stands for `</` while the pieces of a text are told apart: a noncharacter, too."""

_MARK = f"(?:{PLACE_START}[^{PLACE_END}]*{PLACE_END})?"
_NAME = rf"[A-Za-z][A-Za-z0-9-]*{_MARK}"
_VALUES = r"(?:(?:\"[^\"]*\"|'[^']*')[^<>\"']*)*"
_TOKEN = re.compile(
    rf"<(/?)({_NAME}[^<>\"']*{_VALUES})>([^<]*)|([^<]+)|<!--.*?-->|<!(?i:doctype)[^>]*>|(<)", re.DOTALL
)
"""A tag (its slash, what stands in it, the text after it), a text, what is passed over, or a stray "<"."""
_TAG = re.compile(rf"({_NAME})([^<>\"'{PLACE_START}]*{_VALUES})")
_PASSED_OVER = re.compile(r"!--.*--|!(?i:doctype).*", re.DOTALL)
_ATTRIBUTE = re.compile(r"\s*([A-Za-z][\w-]*)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'))?\s*")


Chars: TypeAlias = tuple[str, str]
"""Characters as they are to be read, and the field of the data they came from."""


@final
@dataclass(slots=True, eq=False)
class Element:
    """An element with its attributes, its content and the place where it was written.

    A leaf holds nothing but characters, or nothing at all. Leaves that are written alike are one, in all
    documents, and `made` is what its reader has made of it the first time.
    """

    name: str
    attributes: Mapping[str, str]
    at: Place
    children: list[Element | Chars]
    leaf: bool = False
    made: Any = None

    @property
    def elements(self) -> Iterator[Element]:
        """The elements that stand directly inside."""
        return (child for child in self.children if type(child) is Element)

    def keep(self, made: object) -> None:
        """Keep what the reader of a leaf has made of its characters; these go.

        Another thread may be at them, so they are left as they are and no longer held: a reader takes
        them before it looks whether anything is made.
        """
        self.made = made
        self.children = _NOTHING


_NOTHING: Final[list[Element | Chars]] = []


class Tag(NamedTuple):
    """A tag as written: `at` is None where no place is marked, `left_over` what is no attribute.

    What is passed over, a comment, is a tag without a name.
    """

    name: str
    at: Place | None
    attributes: Mapping[str, str]
    left_over: str
    void: bool


_Piece: TypeAlias = tuple[Tag, str, Sequence[tuple[Tag, str]], Element | None, Place | None]
"""A start tag, the text after it, and end tags up to the next start tag, each with the text after it.

Where the tag stands alone or the first of these ends a leaf, that comes next, the text is what comes after
it, and where it ends is last.
"""


class _Unclear(Exception):
    """Where a tag ends cannot be told by the next bracket: brackets stand in a value, a comment, a text."""


class _TooDeep(Exception):
    """More elements stand in each other than may."""


def parse(source: str, file: str = "") -> tuple[Element, list[Fault]]:
    """Return the root that holds all top elements, and every fault of the markup, in their order."""
    try:
        return _parsed(_Parser.read_pieces, source, file)
    except _Unclear:
        return _parsed(_Parser.read_tokens, source, file)


def _parsed(read: Callable[[_Parser, str], None], source: str, file: str) -> tuple[Element, list[Fault]]:
    parser = _Parser(file)
    with suppress(_TooDeep):
        read(parser, source)
        parser.finish()
    return parser.root, parser.faults


# -- tags and pieces ----------------------------------------------------------------------------
@lru_cache(maxsize=4096)
def _read_tag(written: str) -> Tag | None:
    """Return what a tag says, None for what is none; those of a template are the same each time it is filled.

    Kept for the next: reading takes a tenth less. Pure, and at most so many are kept.
    """
    found = _TAG.fullmatch(written)
    if found is None:
        return Tag("", None, {}, "", True) if _PASSED_OVER.fullmatch(written) else None
    name, _, mark = found[1].rstrip(PLACE_END).partition(PLACE_START)
    source = found[2].removesuffix("/").strip()
    attributes: dict[str, str] = {}
    end = 0
    for match in _ATTRIBUTE.finditer(source):
        if match.start() != end:
            break
        attributes[match[1].lower()] = unescape(match[2] if match[2] is not None else match[3] or "")
        end = match.end()
    name, at = name.lower(), read_place(mark) if mark else None
    return Tag(name, at, attributes, source[end:], name in VOID)


@lru_cache(maxsize=2048)
def _read_piece(written: str) -> _Piece:
    """Return a piece of markup as it is written between two `<` of start tags; raises _Unclear.

    Two of three leaves of a report were in the last one, too, marks and all: labels, heads of tables,
    names. They are read once, and whoever works on their content knows it again.
    """
    start, ended, rest = written.partition(_END)
    tag, text = _read_part(start)
    ends = _read_ends(rest) if ended else ()
    name, at, attributes, left_over, void = tag
    if name in _BARE:
        text = text.strip(_WHITE) and text
    if at is None or left_over or not (void or ends):
        return tag, text, ends, None, None
    if void:
        return tag, text, ends, Element(name, attributes, at, [], True), at
    end, after = ends[0]
    if end.at is None or end.name != name:
        return tag, text, ends, None, None
    return tag, after, ends[1:], Element(name, attributes, at, _read_characters(text, name), True), end.at


@lru_cache(maxsize=512)
def _read_ends(written: str) -> Sequence[tuple[Tag, str]]:
    """Return end tags, each with the text after it; raises _Unclear."""
    ends = [_read_part(one) for one in written.split(_END)]
    if not all(tag.name for tag, _ in ends):
        raise _Unclear
    return tuple([(tag, _after(tag, text)) for tag, text in ends])


def _after(tag: Tag, text: str) -> str:
    """Return the text after an end tag without the white space that can only stand among elements."""
    return text.strip(_WHITE) and text if tag.name in _AMONG_ELEMENTS else text


def _read_part(written: str) -> tuple[Tag, str]:
    """Return a tag and the text after it; raises _Unclear where the first `>` does not end the tag."""
    inside, bracket, text = written.partition(">")
    tag = _read_tag(inside)
    if not bracket or tag is None:
        raise _Unclear
    return tag, text


def _read_characters(text: str, parent: str) -> list[Element | Chars]:
    """Return the characters of a text that stands in an element; white space between elements is none."""
    if FIELD_START in text:
        parts = split_fields(text)
        return [*parts] if "&" not in text else [(unescape(part), field) for part, field in parts]
    if text and (parent not in _BARE or text.strip(_WHITE)):
        return [(unescape(text) if "&" in text else text, "")]
    return []


class _Parser:
    """One pass over markup; what is open at any moment is a stack."""

    def __init__(self, file: str) -> None:
        self.root = Element("", {}, Place(file), [])
        self.stack = [self.root]
        self.faults: list[Fault] = []
        self.last_place = Place(file)

    # -- two ways to read -------------------------------------------------------------------------
    def read_pieces(self, source: str) -> None:
        """Read markup in which every bracket begins or ends a tag, as in nearly all; else raise _Unclear.

        Most pieces are as they were in the last document, and known as a whole. Measured against reading
        tag by tag: 14 -> 8 million instructions for the documents of a trip.
        """
        before, *pieces = source.replace("</", _END).split("<")
        if _END in source or _END in before:
            raise _Unclear
        if before:
            self.characters(before)
        stack = self.stack
        for tag, text, ends, leaf, at in map(_read_piece, pieces):
            if leaf is None or at is None or len(stack) >= MAX_DEPTH:
                self.open(tag, text)
            else:
                stack[-1].children.append(leaf)
                self.last_place = at
                if text:
                    self.characters(text)
            for end, after in ends:
                self.close(end, after)

    def read_tokens(self, source: str) -> None:
        """Read any markup, tag by tag."""
        for token in _TOKEN.finditer(source):
            slash, inside, after, text, stray = token.groups()
            tag = _read_tag(inside) if inside else None
            if stray or (inside and tag is None):
                self.faults.append(fault("markup.stray", self.last_place))
            elif tag is None:
                self.characters(text or "")
            elif slash:
                self.close(tag, _after(tag, after))
            else:
                self.open(tag, after)

    # -- what both do -----------------------------------------------------------------------------
    def characters(self, text: str) -> None:
        """Add characters to the open element."""
        parent = self.stack[-1]
        parent.children += _read_characters(text, parent.name)

    def open(self, tag: Tag, text: str) -> None:
        """Begin an element, and add the characters after its tag; raises _TooDeep."""
        name, at, attributes, left_over, void = tag
        if name:
            self.last_place = at = at or self.last_place
            if left_over:
                self.faults.append(fault("markup.attribute", at, source=left_over[:20].strip()))
            element = Element(name, attributes, at, [])
            self.stack[-1].children.append(element)
            if not void:
                self.stack.append(element)
        if text:
            self.characters(text)
        if len(self.stack) > MAX_DEPTH:
            self.faults.append(fault("markup.depth", self.last_place, limit=MAX_DEPTH))
            raise _TooDeep

    def close(self, tag: Tag, text: str) -> None:
        """End an element, and add the characters after its tag."""
        name, at, _, _, void = tag
        if at is not None:
            self.last_place = at
        if self.stack[-1].name == name:
            self.stack.pop()
        elif not void:
            self._end(name)
        if text:
            self.characters(text)

    def _end(self, name: str) -> None:
        """End an element that is not the last one begun."""
        if any(element.name == name for element in self.stack):
            while self.stack[-1].name != name:
                self._unclosed(self.stack.pop())
            self.stack.pop()
        else:
            self.faults.append(fault("markup.not-open", self.last_place, name=name))

    def _unclosed(self, element: Element) -> None:
        self.faults.append(fault("markup.unclosed", element.at, name=element.name))

    def finish(self) -> None:
        """End what is still open, each a fault."""
        for element in self.stack[:0:-1]:
            self._unclosed(element)
