"""The strict reader: a filled template (semantic HTML) -> Document, or every fault with its place.

The elements, what each may hold and its attributes are the language of template authors
(`language.py`, `docs/templates.md`). What is not in the language is a fault, never passed over.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, cast

from generator.document.inlines import WHITE, read_inlines
from generator.document.language import BLOCKS, LISTS
from generator.document.marks import split_fields, without_marks
from generator.document.markup import Element, parse
from generator.document.nodes import (
    Block,
    BulletList,
    Document,
    Figure,
    Furniture,
    Group,
    Heading,
    Image,
    ListItem,
    PageBreak,
    Paragraph,
    Section,
    Side,
    SideBySide,
)
from generator.document.notes import Notes, role
from generator.document.tables import read_caption, read_table
from generator.errors import TemplateError


def read_document(source: str, file: str = "") -> Document:
    """Return the document written in a filled template; raises TemplateError with every fault."""
    root, faults = parse(source, file)
    notes = Notes(faults)
    document = _document(root, notes)
    if notes.faults or document is None:
        raise TemplateError(notes.faults)
    return document


# -- the whole ----------------------------------------------------------------------------------
def _document(root: Element, notes: Notes) -> Document | None:
    """Return the document under the root, or None with faults noted."""
    html = _only(root, "html", notes)
    head = _only(html, "head", notes) if html else None
    body = _only(html, "body", notes) if html else None
    if html is None or head is None or body is None:
        return None
    notes.check_attributes(html)
    meta = _meta(head, notes)
    return Document(
        title=_title(head, notes),
        lang=html.attributes.get("lang", ""),
        sections=_sections(body, notes),
        headers=_furniture(body, "header", notes),
        footers=_furniture(body, "footer", notes),
        author=meta.get("author", ""),
        subject=meta.get("subject", ""),
        keywords=meta.get("keywords", ""),
        at=html.at,
    )


def _only(parent: Element, name: str, notes: Notes) -> Element | None:
    found = next((element for element in parent.elements if element.name == name), None)
    if found is None:
        notes.note("markup.element-missing", parent, name=name)
    return found


def _title(head: Element, notes: Notes) -> str:
    element = _only(head, "title", notes)
    characters = (child[0] for child in element.children if isinstance(child, tuple)) if element else ()
    return WHITE.sub(" ", "".join(characters)).strip()


def _meta(head: Element, notes: Notes) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in notes.children(head, "title meta"):
        notes.check_attributes(element)
        if element.name == "meta":
            found[element.attributes.get("name", "")] = without_marks(element.attributes.get("content", ""))
    return found


def _furniture(body: Element, name: str, notes: Notes) -> tuple[Furniture, ...]:
    return tuple(
        Furniture(
            read_inlines(element, notes),
            role(element, name),
            cast(Any, notes.choice(element, "pages", "rest")),
            at=element.at,
        )
        for element in body.elements
        if element.name == name
    )


def _sections(body: Element, notes: Notes) -> tuple[Section, ...]:
    """Return the sections: what stands in an oriented section, and what stands between those."""
    sections: list[Section] = []
    loose: list[Block] = []
    for element in notes.children(body, f"{BLOCKS} header footer"):
        if element.name == "section" and "orientation" in element.attributes:
            orientation: Any = notes.choice(element, "orientation", "portrait")
            sections += _loose(loose)
            sections.append(Section(_blocks(element, notes), orientation, at=element.at))
            loose = []
        elif element.name not in ("header", "footer"):
            loose.append(_block(element, notes))
    return (*sections, *_loose(loose))


def _loose(blocks: list[Block]) -> Iterator[Section]:
    if blocks:
        yield Section(tuple(blocks), at=blocks[0].at)


# -- blocks -------------------------------------------------------------------------------------
def _blocks(element: Element, notes: Notes) -> tuple[Block, ...]:
    return tuple([_block(child, notes) for child in notes.children(element, BLOCKS)])


def _block(element: Element, notes: Notes) -> Block:
    return _READ[element.name](element, notes)


def _heading(element: Element, notes: Notes) -> Heading:
    level = int(element.name[1])
    return Heading(level, read_inlines(element, notes), role(element, element.name), "", element.at)


def _paragraph(element: Element, notes: Notes) -> Paragraph:
    keep = "keep-with-next" in element.attributes
    return Paragraph(read_inlines(element, notes), role(element, "body"), keep, element.at)


def _list(element: Element, notes: Notes) -> BulletList:
    items = tuple(_item(child, notes) for child in notes.children(element, "li"))
    return BulletList(items, element.name == "ol", role(element, "list"), at=element.at)


def _item(element: Element, notes: Notes) -> ListItem:
    inner = [child for child in element.elements if child.name in ("ul", "ol")]
    if len(inner) > 1:
        notes.note("markup.list-twice", inner[1])
    nested = _list(inner[0], notes) if inner else None
    return ListItem(read_inlines(element, notes, besides=LISTS), nested=nested, at=element.at)


def _group(element: Element, notes: Notes) -> Group:
    if "orientation" in element.attributes:
        notes.note("markup.orientation-inside", element)
    keep = "keep" in element.attributes
    return Group(_blocks(element, notes), role(element, ""), keep, at=element.at)


def _side_by_side(element: Element, notes: Notes) -> SideBySide:
    sides = tuple(_side(child, notes) for child in notes.children(element, "side"))
    keep = "keep-with-next" in element.attributes
    return SideBySide(sides, role(element, "strip"), keep, at=element.at)


def _side(element: Element, notes: Notes) -> Side:
    return Side(notes.number(element, "share", 1), _blocks(element, notes), at=element.at)


def _figure(element: Element, notes: Notes) -> Figure:
    children = list(notes.children(element, "img figcaption"))
    images = [child for child in children if child.name == "img"]
    captions = [child for child in children if child.name == "figcaption"]
    if len(images) != 1:
        notes.note("markup.figure-image", element)
    image = _image(images[0], notes) if images else Image("", "", at=element.at)
    caption = read_caption(captions[0], notes, "caption") if captions else None
    return Figure(image, role(element, "figure"), caption, at=element.at)


def _image(element: Element, notes: Notes) -> Image:
    notes.check_attributes(element)
    parts = split_fields(element.attributes.get("src", ""))
    alt = element.attributes.get("alt")
    return Image(
        "".join(text for text, _ in parts),
        None if alt is None else without_marks(alt),
        notes.number(element, "width", 0),
        notes.number(element, "height", 0),
        at=element.at,
        field=next((field for _, field in parts if field), ""),
    )


def _page_break(element: Element, notes: Notes) -> PageBreak:
    notes.check_attributes(element)
    return PageBreak(at=element.at)


_READ: dict[str, Callable[[Element, Notes], Block]] = {
    "h1": _heading,
    "h2": _heading,
    "h3": _heading,
    "p": _paragraph,
    "ul": _list,
    "ol": _list,
    "table": read_table,
    "figure": _figure,
    "section": _group,
    "side-by-side": _side_by_side,
    "page-break": _page_break,
}
