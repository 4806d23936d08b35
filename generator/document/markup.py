"""Filled template text -> elements, with a place on each and every fault of the markup at once.

The grammar is that of well-formed HTML: every element is closed, attribute values are quoted,
`<br>`, `<col>`, `<img>` and the like stand alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

from generator.document.language import VOIDS
from generator.document.marks import FIELD_START, PLACE_END, PLACE_START, read_place, split_fields
from generator.errors import Fault, Place, fault

VOID = frozenset(VOIDS.split())
"""Elements that stand alone; a closing slash is allowed and says nothing."""

MAX_DEPTH = 50
"""How deep elements may stand in each other."""

_TOKEN = re.compile(
    r"<!--.*?-->|<!doctype[^>]*>"
    rf"|<(?P<close>/?)(?P<name>[A-Za-z][A-Za-z0-9-]*)(?:{PLACE_START}(?P<place>[^{PLACE_END}]*){PLACE_END})?"
    r"(?P<attributes>(?:[^<>\"']|\"[^\"]*\"|'[^']*')*?)/?>"
    r"|(?P<text>[^<]+)|(?P<stray><)",
    re.DOTALL | re.IGNORECASE,
)
_ATTRIBUTE = re.compile(r"\s*([A-Za-z][\w-]*)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'))?\s*")


@dataclass(slots=True)
class Chars:
    """Characters as they are to be read, and the field of the data they came from."""

    text: str
    field: str


@dataclass(slots=True)
class Element:
    """An element with its attributes, its content and the place where it was written."""

    name: str
    attributes: dict[str, str]
    at: Place
    children: list[Element | Chars] = field(default_factory=list)

    @property
    def elements(self) -> Iterator[Element]:
        """The elements that stand directly inside."""
        return (child for child in self.children if isinstance(child, Element))


def parse(source: str, file: str = "") -> tuple[Element, list[Fault]]:
    """Return the root that holds all top elements, and every fault of the markup, in their order."""
    parser = _Parser(file)
    for token in _TOKEN.finditer(source):
        parser.take(token)
        if len(parser.stack) > MAX_DEPTH:
            return parser.root, [*parser.faults, fault("markup.depth", parser.last_place, limit=MAX_DEPTH)]
    return parser.finish(), parser.faults


class _Parser:
    """One pass over the tokens; what is open at any moment is a stack."""

    def __init__(self, file: str) -> None:
        self.root = Element("", {}, Place(file))
        self.stack = [self.root]
        self.faults: list[Fault] = []
        self.last_place = Place(file)

    def take(self, token: re.Match[str]) -> None:
        if text := token["text"]:
            self._characters(text)
        elif token["stray"]:
            self.faults.append(fault("markup.stray", self.last_place))
        elif token["name"]:
            self.last_place = read_place(token["place"] or "") if token["place"] else self.last_place
            if token["close"]:
                self._close(token["name"].lower())
            else:
                self._open(token["name"].lower(), token["attributes"])

    def _characters(self, text: str) -> None:
        children = self.stack[-1].children
        if "&" not in text and FIELD_START not in text:
            children.append(Chars(text, ""))
            return
        for part, name in split_fields(text):
            children.append(Chars(unescape(part), name))

    def _open(self, name: str, attributes: str) -> None:
        element = Element(name, self._attributes(attributes), self.last_place)
        self.stack[-1].children.append(element)
        if name not in VOID:
            self.stack.append(element)

    def _attributes(self, source: str) -> dict[str, str]:
        source = source.strip()
        if not source:
            return {}
        found: dict[str, str] = {}
        end = 0
        for match in _ATTRIBUTE.finditer(source):
            if match.start() != end:
                break
            found[match[1].lower()] = unescape(match[2] if match[2] is not None else match[3] or "")
            end = match.end()
        if end != len(source):
            self.faults.append(
                fault("markup.attribute", self.last_place, source=source[end : end + 20].strip())
            )
        return found

    def _close(self, name: str) -> None:
        if name in VOID:
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
