"""Inline content of an element: texts with their looks, links, fields, blanks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any, Final, cast

from generator.document.language import INLINES
from generator.document.marks import without_marks
from generator.document.markup import Chars, Element
from generator.document.nodes import Blank, Counter, Inline, LineBreak, Link, PageField, SignatureField, Text
from generator.document.notes import Notes, names_in
from generator.errors import Place

WHITE: Final = re.compile(r"[\t\r\n\f][ \t\r\n\f]*| [ \t\r\n\f]+")
"""White space that is not one space already."""
_BLANKS: Final = str.maketrans("\t\r\n", "   ")
_LINK: Final = re.compile(r"^(https?://|mailto:|tel:)\S+$")


class _Look:
    """How characters look at one point of inline content."""

    __slots__ = ("emphasis", "lang", "strong")

    def __init__(self, strong: bool, emphasis: bool, lang: str) -> None:
        self.strong, self.emphasis, self.lang = strong, emphasis, lang

    def within(self, element: Element) -> _Look:
        """Return the look of what stands in an element here."""
        return _Look(
            self.strong or element.name == "strong",
            self.emphasis or element.name == "em",
            element.attributes.get("lang", self.lang),
        )


_PLAIN: Final = _Look(False, False, "")


def read_inlines(element: Element, notes: Notes, besides: str = "") -> tuple[Inline, ...]:
    """Return the inline content of an element; elements named in `besides` are passed over.

    That of a leaf without a fault is the very same for all leaves that are written alike.
    """
    children = element.children
    if element.made is not None:
        return cast("tuple[Inline, ...]", element.made)
    before = len(notes.faults)
    found = inlines_in(element, children, notes, besides)
    if element.leaf and len(notes.faults) == before:
        element.keep(found)
    return found


def inlines_in(
    element: Element, children: Sequence[Element | Chars], notes: Notes, besides: str = ""
) -> tuple[Inline, ...]:
    """Return the inline content of an element, read anew from what stands in it."""
    if element.attributes:
        notes.check_attributes(element)
    if len(children) == 1 and type(alone := children[0]) is tuple:
        return _single(alone, element.at)
    found: list[Inline] = []
    _gather(element, children, _PLAIN, found, notes, besides)
    return _trimmed(found)


def _single(chars: Chars, at: Place) -> tuple[Inline, ...]:
    """Return one text as inline content, what `_trimmed` would leave of it."""
    field = chars[1]
    text = _characters(chars)
    text = text.rstrip(" ") if field else text.strip(" ")
    return (Text(text, False, False, "", at, field),) if text else ()


def _gather(
    element: Element,
    children: Iterable[Element | Chars],
    look: _Look,
    found: list[Inline],
    notes: Notes,
    besides: str = "",
) -> None:
    for child in children:
        if type(child) is not Element:
            text, field = _characters(child), child[1]
            found.append(Text(text, look.strong, look.emphasis, look.lang, element.at, field))
        elif child.name in names_in(INLINES):
            notes.check_attributes(child)
            _read(child, look, found, notes)
        elif child.name not in names_in(besides):
            notes.unexpected(child, element, INLINES)


def _read(element: Element, look: _Look, found: list[Inline], notes: Notes) -> None:
    match element.name:
        case "strong" | "em" | "span":
            _gather(element, element.children, look.within(element), found, notes)
        case "a":
            found.append(_link(element, look, notes))
        case "br":
            found.append(LineBreak(at=element.at))
        case "page-number" | "page-count":
            kind: Any = element.name.removeprefix("page-")
            found.append(PageField(kind, look.strong, look.emphasis, at=element.at))
        case "counter":
            name = element.attributes.get("name", "")
            found.append(Counter(name, 0, look.strong, look.emphasis, at=element.at))
        case "blank":
            found.append(Blank(notes.number(element, "width", 40), at=element.at))
        case "signature-field":
            found.append(_signature_field(element, notes))


def _link(element: Element, look: _Look, notes: Notes) -> Link:
    texts: list[Inline] = []
    _gather(element, element.children, look, texts, notes)
    href = without_marks(element.attributes.get("href", ""))
    if not _LINK.match(href):
        notes.note("markup.link-address", element, href=href)
    return Link(href, tuple(text for text in texts if isinstance(text, Text)), at=element.at)


def _signature_field(element: Element, notes: Notes) -> SignatureField:
    label = without_marks(element.attributes.get("label", ""))
    width, height = notes.number(element, "width", 40), notes.number(element, "height", 10)
    return SignatureField(label, width, height, at=element.at)


def _characters(chars: Chars) -> str:
    """Return characters as a text: the white space of a template is collapsed, that of the data stays.

    A text is looked at first: most data have one line, and to translate them took 2 % of a trip.
    """
    text, field = chars
    if not field:
        return WHITE.sub(" ", text)
    return text.translate(_BLANKS) if "\n" in text or "\t" in text or "\r" in text else text


def _trimmed(inlines: list[Inline]) -> tuple[Inline, ...]:
    """Return inline content without the spaces at its ends and around line breaks, none doubled."""
    kept: list[Inline] = []
    after_space = True
    for inline in inlines:
        if isinstance(inline, Text):
            text = inline.text
            if after_space and text[:1] == " " and not inline.field:
                text = text.lstrip(" ")
                inline = _retext(inline, text)
            if not text:
                continue
            after_space = text[-1] == " "
        elif isinstance(inline, LineBreak):
            _strip_end(kept)
            after_space = True
        else:
            after_space = False
        kept.append(inline)
    _strip_end(kept)
    return tuple(kept)


def _strip_end(kept: list[Inline]) -> None:
    while kept and isinstance(last := kept[-1], Text):
        text = last.text.rstrip(" ")
        if text == last.text:
            return
        kept.pop()
        if text:
            kept.append(_retext(last, text))
            return


def _retext(text: Text, characters: str) -> Text:
    return Text(characters, text.strong, text.emphasis, text.lang, text.at, text.field)
