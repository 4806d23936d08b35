"""Filled template text -> elements, with a place on each and every fault of the markup at once.

The grammar is that of well-formed HTML: every element is closed, attribute values are quoted,
`<br>`, `<col>`, `<img>` and the like stand alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from html import unescape
from typing import Any, NamedTuple

from generator.document.language import BARE, VOIDS
from generator.document.marks import FIELD_START, PLACE_END, PLACE_START, read_place, split_fields
from generator.errors import Fault, Place, fault
from generator.frozen import dataclass

VOID = frozenset(VOIDS.split())
"""Elements that stand alone; a closing slash is allowed and says nothing."""

_BARE = frozenset(BARE.split())
_WHITE = " \t\r\n\f"

MAX_DEPTH = 50
"""How deep elements may stand in each other."""

_MARK = f"(?:{PLACE_START}[^{PLACE_END}]*{PLACE_END})?"
_TOKEN = re.compile(
    rf"<(/?)(([A-Za-z][A-Za-z0-9-]*){_MARK}"
    r"[^<>\"']*(?:(?:\"[^\"]*\"|'[^']*')[^<>\"']*)*)>([^<]*)"
    rf"(</\3{_MARK}>)?"
    r"|([^<]+)|<!--.*?-->|<!(?i:doctype)[^>]*>|(<)",
    re.DOTALL,
)
"""A tag (its slash, what stands in it, its name, the text after it, its own end tag if that comes next), a
text, what is passed over, or a stray "<"."""
_TAG = re.compile(rf"([A-Za-z][A-Za-z0-9-]*)(?:{PLACE_START}([^{PLACE_END}]*){PLACE_END})?(.*?)/?", re.DOTALL)
_ATTRIBUTE = re.compile(r"\s*([A-Za-z][\w-]*)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'))?\s*")


@dataclass(slots=True)
class Chars:
    """Characters as they are to be read, and the field of the data they came from."""

    text: str
    field: str


@dataclass(slots=True, eq=False)
class Element:
    """An element with its attributes, its content and the place where it was written.

    A leaf holds nothing but characters. Leaves that are written alike are one, in all documents, and
    `made` is what its reader has made of it the first time.
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
        return (child for child in self.children if isinstance(child, Element))


class Tag(NamedTuple):
    """A tag as written: `at` is None where no place is marked, `left_over` what is no attribute."""

    name: str
    at: Place | None
    attributes: Mapping[str, str]
    left_over: str
    void: bool


def parse(source: str, file: str = "") -> tuple[Element, list[Fault]]:
    """Return the root that holds all top elements, and every fault of the markup, in their order."""
    parser = _Parser(file)
    stack = parser.stack
    for token in _TOKEN.finditer(source):
        slash, tag, _, after, end, text, stray = token.groups()
        if end and not slash and len(stack) < MAX_DEPTH and (leaf := _read_leaf(tag, after, end)):
            element, parser.last_place = leaf
            stack[-1].children.append(element)
            continue
        if tag:
            if slash:
                parser.close(_read_tag(tag))
            else:
                parser.open(_read_tag(tag))
            text = after
        if text:
            parser.characters(text)
        elif stray:
            parser.stray()
        if len(stack) > MAX_DEPTH:
            return parser.root, [*parser.faults, fault("markup.depth", parser.last_place, limit=MAX_DEPTH)]
        if end:
            parser.close(_read_tag(end[2:-1]))
    return parser.finish(), parser.faults


@lru_cache(maxsize=4096)
def _read_tag(written: str) -> Tag:
    """Return what a tag says; the tags of a template are the same each time it is filled.

    Kept for the next: reading takes a tenth less. Pure, and at most so many are kept.
    """
    found = _TAG.fullmatch(written)
    assert found, "what _TOKEN takes for a tag is one"
    name, mark, source = found[1].lower(), found[2], found[3].strip()
    attributes: dict[str, str] = {}
    end = 0
    for match in _ATTRIBUTE.finditer(source):
        if match.start() != end:
            break
        attributes[match[1].lower()] = unescape(match[2] if match[2] is not None else match[3] or "")
        end = match.end()
    return Tag(name, read_place(mark) if mark else None, attributes, source[end:], name in VOID)


@lru_cache(maxsize=2048)
def _read_leaf(start: str, text: str, end: str) -> tuple[Element, Place] | None:
    """Return an element that holds nothing but characters, and the place of its end tag.

    None for what there is more to say about: a place that is not marked, a fault, an element that stands
    alone. Two of three leaves of a report were in the last one, too, marks and all: labels, heads of
    tables, names. They are read once, and whoever works on their content knows it again.
    """
    name, at, attributes, left_over, void = _read_tag(start)
    last_place = _read_tag(end[2:-1]).at
    if at is None or last_place is None or left_over or void:
        return None
    return Element(name, attributes, at, _read_characters(text, name), leaf=True), last_place


def _read_characters(text: str, parent: str) -> list[Element | Chars]:
    """Return the characters of a text that stands in an element; white space between elements is none."""
    if FIELD_START in text:
        return [Chars(unescape(part), name) for part, name in split_fields(text)]
    if text and (parent not in _BARE or text.strip(_WHITE)):
        return [Chars(unescape(text), "")]
    return []


class _Parser:
    """One pass over the tokens; what is open at any moment is a stack."""

    def __init__(self, file: str) -> None:
        self.root = Element("", {}, Place(file), [])
        self.stack = [self.root]
        self.faults: list[Fault] = []
        self.last_place = Place(file)

    def characters(self, text: str) -> None:
        parent = self.stack[-1]
        parent.children += _read_characters(text, parent.name)

    def stray(self) -> None:
        self.faults.append(fault("markup.stray", self.last_place))

    def open(self, tag: Tag) -> None:
        name, at, attributes, left_over, void = tag
        self.last_place = at = at or self.last_place
        if left_over:
            self.faults.append(fault("markup.attribute", at, source=left_over[:20].strip()))
        element = Element(name, attributes, at, [])
        self.stack[-1].children.append(element)
        if not void:
            self.stack.append(element)

    def close(self, tag: Tag) -> None:
        name = tag.name
        self.last_place = tag.at or self.last_place
        if tag.void:
            return
        if self.stack[-1].name == name:
            self.stack.pop()
        elif any(element.name == name for element in self.stack):
            while self.stack[-1].name != name:
                self._unclosed(self.stack.pop())
            self.stack.pop()
        else:
            self.faults.append(fault("markup.not-open", self.last_place, name=name))

    def _unclosed(self, element: Element) -> None:
        self.faults.append(fault("markup.unclosed", element.at, name=element.name))

    def finish(self) -> Element:
        """Return the root; what is still open is a fault."""
        for element in self.stack[:0:-1]:
            self._unclosed(element)
        return self.root
