"""The strict reader: a filled template (semantic HTML) -> Document, or every fault with its place.

The elements, what each may hold and its attributes are the language of template authors; the
README's third door tells it to them. What is not in the language is a fault, never passed over.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from difflib import get_close_matches
from typing import Any, cast

from generator.document.marks import split_fields, without_marks
from generator.document.markup import Chars, Element, parse
from generator.document.nodes import (
    Blank,
    Block,
    BulletList,
    Caption,
    Cell,
    Column,
    Counter,
    Document,
    Figure,
    Furniture,
    Group,
    Heading,
    Image,
    Inline,
    LineBreak,
    Link,
    ListItem,
    PageBreak,
    PageField,
    Paragraph,
    Row,
    Section,
    Side,
    SideBySide,
    Table,
    Text,
)
from generator.errors import Fault, TemplateError, fault

BLOCKS = "h1 h2 h3 p ul ol table figure section side-by-side page-break"
INLINES = "br strong em span a page-number page-count counter blank"
ATTRIBUTES: dict[str, str] = {
    "html": "lang",
    "head": "",
    "title": "",
    "meta": "name content",
    "body": "",
    "header": "class pages",
    "footer": "class pages",
    "section": "class keep orientation",
    "h1": "class",
    "h2": "class",
    "h3": "class",
    "p": "class keep-with-next",
    "ul": "class",
    "ol": "class",
    "li": "",
    "table": "class summary",
    "caption": "class",
    "colgroup": "",
    "col": "share align",
    "thead": "",
    "tbody": "",
    "tfoot": "",
    "tr": "class",
    "th": "scope colspan rowspan align",
    "td": "colspan rowspan align",
    "figure": "class",
    "img": "src alt width height",
    "figcaption": "class",
    "side-by-side": "class keep-with-next",
    "side": "share",
    "br": "",
    "strong": "",
    "em": "",
    "span": "lang",
    "a": "href",
    "page-number": "",
    "page-count": "",
    "counter": "name",
    "blank": "width",
    "page-break": "",
}
"""Every element of the language and the attributes it may carry."""

_CHOICES = {
    "align": ("left", "right", "center", "justify"),
    "scope": ("col", "row"),
    "pages": ("all", "first", "rest"),
    "orientation": ("portrait", "landscape"),
}
_WHITE = re.compile(r"[ \t\r\n\f]+")
_LINK = re.compile(r"^(https?://|mailto:|tel:)\S+$")


def read_document(source: str, file: str = "") -> Document:
    """Return the document written in a filled template; raises TemplateError with every fault."""
    root, faults = parse(source, file)
    reader = _Reader(faults)
    document = reader.document(root)
    if reader.faults:
        raise TemplateError(reader.faults)
    assert document is not None
    return document


class _Look:
    """How characters look at one point of inline content."""

    __slots__ = ("emphasis", "lang", "strong")

    def __init__(self, strong: bool = False, emphasis: bool = False, lang: str = "") -> None:
        self.strong, self.emphasis, self.lang = strong, emphasis, lang

    def with_element(self, element: Element) -> _Look:
        return _Look(
            self.strong or element.name == "strong",
            self.emphasis or element.name == "em",
            element.attributes.get("lang", self.lang),
        )


class _Reader:
    """One pass over the elements; it gathers faults and goes on."""

    def __init__(self, faults: list[Fault]) -> None:
        self.faults = faults
        self._blocks: dict[str, Callable[[Element], Block]] = {
            "h1": self._heading,
            "h2": self._heading,
            "h3": self._heading,
            "p": self._paragraph,
            "ul": self._list,
            "ol": self._list,
            "table": self._table,
            "figure": self._figure,
            "section": self._group,
            "side-by-side": self._side_by_side,
            "page-break": lambda element: PageBreak(at=element.at),
        }

    # -- the whole ------------------------------------------------------------------------------
    def document(self, root: Element) -> Document | None:
        """Return the document under the root, or None with faults noted."""
        html = self._only(root, "html")
        if html is None:
            return None
        self._check_attributes(html)
        head, body = self._only(html, "head"), self._only(html, "body")
        if head is None or body is None:
            return None
        meta = self._meta(head)
        title = self._title(head)
        if not html.attributes.get("lang"):
            self._note("markup.lang-missing", html)
        return Document(
            title=title,
            lang=html.attributes.get("lang", ""),
            sections=self._sections(body),
            headers=self._furniture(body, "header"),
            footers=self._furniture(body, "footer"),
            author=meta.get("author", ""),
            subject=meta.get("subject", ""),
            keywords=meta.get("keywords", ""),
            at=html.at,
        )

    def _only(self, parent: Element, name: str) -> Element | None:
        for element in parent.elements:
            if element.name == name:
                return element
        self._note("markup.element-missing", parent, name=name)
        return None

    def _title(self, head: Element) -> str:
        element = self._only(head, "title")
        title = _WHITE.sub(" ", "".join(_texts(element))).strip() if element else ""
        if element is not None and not title:
            self._note("markup.title-empty", element)
        return title

    def _meta(self, head: Element) -> dict[str, str]:
        found: dict[str, str] = {}
        for element in self._children(head, "title meta"):
            if element.name == "meta":
                self._check_attributes(element)
                found[element.attributes.get("name", "")] = without_marks(
                    element.attributes.get("content", "")
                )
        return found

    def _furniture(self, body: Element, name: str) -> tuple[Furniture, ...]:
        return tuple(
            Furniture(
                self._inlines(element),
                self._role(element, name),
                cast(Any, self._choice(element, "pages", "rest")),
                at=element.at,
            )
            for element in body.elements
            if element.name == name
        )

    def _sections(self, body: Element) -> tuple[Section, ...]:
        """Return the sections: what stands in an oriented section, and what stands between those."""
        sections: list[Section] = []
        loose: list[Block] = []
        for element in self._children(body, f"{BLOCKS} header footer"):
            if element.name in ("header", "footer"):
                self._check_attributes(element)
            elif element.name == "section" and "orientation" in element.attributes:
                sections += self._loose(loose)
                orientation = self._choice(element, "orientation", "portrait")
                sections.append(Section(self._block_children(element), cast(Any, orientation), at=element.at))
                loose = []
            else:
                loose.append(self._block(element))
        return (*sections, *self._loose(loose))

    @staticmethod
    def _loose(blocks: list[Block]) -> list[Section]:
        return [Section(tuple(blocks), at=blocks[0].at)] if blocks else []

    # -- blocks ---------------------------------------------------------------------------------
    def _block(self, element: Element) -> Block:
        self._check_attributes(element)
        return self._blocks[element.name](element)

    def _block_children(self, element: Element) -> tuple[Block, ...]:
        return tuple(self._block(child) for child in self._children(element, BLOCKS))

    def _heading(self, element: Element) -> Heading:
        children = self._inlines(element)
        if not children:
            self._note("markup.heading-empty", element)
        return Heading(int(element.name[1]), children, self._role(element, element.name), at=element.at)

    def _paragraph(self, element: Element) -> Paragraph:
        keep = "keep-with-next" in element.attributes
        return Paragraph(self._inlines(element), self._role(element, "body"), keep, at=element.at)

    def _list(self, element: Element) -> BulletList:
        items = tuple(self._item(child) for child in self._children(element, "li"))
        return BulletList(items, element.name == "ol", self._role(element, "list"), at=element.at)

    def _item(self, element: Element) -> ListItem:
        self._check_attributes(element)
        nested = [child for child in element.elements if child.name in ("ul", "ol")]
        if len(nested) > 1:
            self._note("markup.list-twice", nested[1])
        inner = cast(BulletList, self._block(nested[0])) if nested else None
        return ListItem(self._inlines(element, besides="ul ol"), nested=inner, at=element.at)

    def _group(self, element: Element) -> Group:
        if "orientation" in element.attributes:
            self._note("markup.orientation-inside", element)
        keep = "keep" in element.attributes
        return Group(self._block_children(element), self._role(element, ""), keep, at=element.at)

    def _side_by_side(self, element: Element) -> SideBySide:
        sides = tuple(self._side(child) for child in self._children(element, "side"))
        keep = "keep-with-next" in element.attributes
        return SideBySide(sides, self._role(element, "strip"), keep, at=element.at)

    def _side(self, element: Element) -> Side:
        self._check_attributes(element)
        return Side(self._number(element, "share", 1), self._block_children(element), at=element.at)

    def _figure(self, element: Element) -> Figure:
        children = list(self._children(element, "img figcaption"))
        images = [child for child in children if child.name == "img"]
        captions = [child for child in children if child.name == "figcaption"]
        if len(images) != 1:
            self._note("markup.figure-image", element)
        image = self._image(images[0]) if images else Image("", None, at=element.at)
        caption = self._caption(captions[0], "caption") if captions else None
        return Figure(image, self._role(element, "figure"), caption, at=element.at)

    def _image(self, element: Element) -> Image:
        self._check_attributes(element)
        source, field = _attribute_field(element.attributes.get("src", ""))
        alt = element.attributes.get("alt")
        if alt is None:
            self._note("markup.alt-missing", element)
        return Image(
            source,
            None if alt is None else without_marks(alt),
            self._number(element, "width", 0),
            self._number(element, "height", 0),
            at=element.at,
            field=field,
        )

    def _caption(self, element: Element, role: str) -> Caption:
        self._check_attributes(element)
        return Caption(self._inlines(element), self._role(element, role), at=element.at)

    # -- tables ---------------------------------------------------------------------------------
    def _table(self, element: Element) -> Table:
        parts: dict[str, list[Element]] = {}
        for child in self._children(element, "caption colgroup thead tbody tfoot"):
            parts.setdefault(child.name, []).append(child)
        caption = next(iter(parts.get("caption", ())), None)
        head, body, foot = (self._rows(parts.get(name, ())) for name in ("thead", "tbody", "tfoot"))
        table = Table(
            self._columns(parts.get("colgroup", ()), head + body),
            head,
            body,
            foot,
            self._role(element, "grid"),
            self._caption(caption, "table-caption") if caption else None,
            without_marks(element.attributes.get("summary", "")),
            at=element.at,
        )
        self._check_table(table, element)
        return table

    def _rows(self, parts: Iterable[Element]) -> tuple[Row, ...]:
        return tuple(self._row(row) for part in parts for row in self._children(part, "tr"))

    def _row(self, element: Element) -> Row:
        self._check_attributes(element)
        cells = tuple(self._cell(child) for child in self._children(element, "th td"))
        return Row(cells, self._role(element, ""), at=element.at)

    def _cell(self, element: Element) -> Cell:
        self._check_attributes(element)
        header = element.name == "th"
        scope = self._choice(element, "scope", "")
        if header and not scope:
            self._note("markup.scope-missing", element)
        return Cell(
            self._inlines(element),
            header,
            cast(Any, scope),
            int(self._number(element, "colspan", 1)),
            int(self._number(element, "rowspan", 1)),
            cast(Any, self._choice(element, "align", "")),
            at=element.at,
        )

    def _columns(self, groups: Iterable[Element], rows: tuple[Row, ...]) -> tuple[Column, ...]:
        columns = tuple(
            Column(self._number(col, "share", 1), cast(Any, self._choice(col, "align", "")))
            for group in groups
            for col in self._children(group, "col")
        )
        if columns or not rows:
            return columns
        return (Column(1),) * sum(cell.colspan for cell in rows[0].cells)

    def _check_table(self, table: Table, element: Element) -> None:
        if not table.rows:
            self._note("markup.table-empty", element)
        elif not any(cell.header for row in table.rows for cell in row.cells):
            self._note("markup.table-header", element)
        else:
            for row, width in zip(table.rows, _widths(table), strict=True):
                if width != len(table.columns):
                    self.faults.append(
                        fault("markup.row-width", row.at, width=width, columns=len(table.columns))
                    )

    # -- inline ---------------------------------------------------------------------------------
    def _inlines(self, element: Element, besides: str = "") -> tuple[Inline, ...]:
        found: list[Inline] = []
        self._gather(element, _Look(), found, besides)
        return _trimmed(found)

    def _gather(self, element: Element, look: _Look, found: list[Inline], besides: str = "") -> None:
        allowed = INLINES.split()
        for child in element.children:
            if isinstance(child, Chars):
                found.append(_text(child, look, element))
            elif child.name in allowed:
                self._check_attributes(child)
                self._inline(child, look, found)
            elif child.name not in besides.split():
                self._unexpected(child, element, INLINES)

    def _inline(self, element: Element, look: _Look, found: list[Inline]) -> None:
        match element.name:
            case "strong" | "em" | "span":
                self._gather(element, look.with_element(element), found)
            case "a":
                found.append(self._link(element, look))
            case "br":
                found.append(LineBreak(at=element.at))
            case "page-number" | "page-count":
                kind: Any = element.name.removeprefix("page-")
                found.append(PageField(kind, look.strong, look.emphasis, at=element.at))
            case "counter":
                name = element.attributes.get("name", "")
                found.append(Counter(name, 0, look.strong, look.emphasis, at=element.at))
            case "blank":
                found.append(Blank(self._number(element, "width", 40), at=element.at))

    def _link(self, element: Element, look: _Look) -> Link:
        texts: list[Inline] = []
        self._gather(element, look, texts)
        href = without_marks(element.attributes.get("href", ""))
        if not _LINK.match(href):
            self._note("markup.link-address", element, href=href)
        return Link(href, tuple(text for text in texts if isinstance(text, Text)), at=element.at)

    # -- attributes and faults ------------------------------------------------------------------
    def _role(self, element: Element, default: str) -> str:
        return element.attributes.get("class", default)

    def _choice(self, element: Element, name: str, default: str) -> str:
        value = element.attributes.get(name, default)
        if value != default and value not in _CHOICES[name]:
            self._note("markup.choice", element, name=name, value=value, known=", ".join(_CHOICES[name]))
            return default
        return value

    def _number(self, element: Element, name: str, default: float) -> float:
        value = element.attributes.get(name)
        if value is None:
            return default
        try:
            number = float(value)
        except ValueError:
            number = -1
        if number <= 0:
            self._note("markup.number", element, name=name, value=value)
            return default or 1
        return number

    def _check_attributes(self, element: Element) -> None:
        if not element.attributes:
            return
        known = ATTRIBUTES[element.name].split()
        for name in element.attributes:
            if name not in known:
                self._note(
                    "markup.attribute-unknown",
                    element,
                    attribute=name,
                    name=element.name,
                    known=", ".join(known) or "–",
                )

    def _children(self, element: Element, allowed: str) -> Iterable[Element]:
        """Yield the elements directly inside; anything that is not allowed there is a fault."""
        names = allowed.split()
        for child in element.children:
            if isinstance(child, Chars):
                if child.text.strip(" \t\r\n\f"):
                    self._note("markup.loose-text", element, text=child.text.strip()[:30], name=element.name)
            elif child.name in names:
                yield child
            else:
                self._unexpected(child, element, allowed)

    def _unexpected(self, child: Element, parent: Element, allowed: str) -> None:
        if child.name in ATTRIBUTES:
            self._note(
                "markup.misplaced",
                child,
                name=child.name,
                parent=parent.name,
                known=allowed.replace(" ", ", "),
            )
        else:
            close = get_close_matches(child.name, ATTRIBUTES, 1)
            self._note("markup.unknown", child, name=child.name, close=close[0] if close else "p")

    def _note(self, id: str, element: Element, **values: object) -> None:
        self.faults.append(Fault(id, values, element.at))


def _texts(element: Element) -> Iterable[str]:
    return (child.text for child in element.children if isinstance(child, Chars))


def _attribute_field(value: str) -> tuple[str, str]:
    """Return an attribute's text and the field that filled it, if one did."""
    parts = split_fields(value)
    field = next((name for _, name in parts if name), "")
    return "".join(text for text, _ in parts), field


def _text(chars: Chars, look: _Look, element: Element) -> Text:
    """Return the text of characters: the template's white space collapses, the data's stays."""
    text = _WHITE.sub(" ", chars.text) if not chars.field else chars.text.replace("\n", " ")
    return Text(text, look.strong, look.emphasis, look.lang, at=element.at, field=chars.field)


def _trimmed(inlines: list[Inline]) -> tuple[Inline, ...]:
    """Return inline content without the spaces at its ends and around line breaks, none doubled."""
    kept: list[Inline] = []
    after_space = True
    for inline in inlines:
        if isinstance(inline, Text):
            if after_space and not inline.field:
                inline = _retext(inline, inline.text.lstrip(" "))
            if not inline.text:
                continue
            after_space = inline.text.endswith(" ")
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
        kept.pop()
        if text:
            kept.append(last if text == last.text else _retext(last, text))
            return


def _retext(text: Text, characters: str) -> Text:
    return Text(characters, text.strong, text.emphasis, text.lang, text.at, text.field)


def _widths(table: Table) -> list[int]:
    """Return how many columns each row fills, counting the cells that reach down from above."""
    widths: list[int] = []
    hanging: list[int] = []
    for row in table.rows:
        reaching = sum(1 for left in hanging if left > 0)
        widths.append(reaching + sum(cell.colspan for cell in row.cells))
        hanging = [left - 1 for left in hanging if left > 1]
        hanging += [cell.rowspan - 1 for cell in row.cells for _ in range(cell.colspan) if cell.rowspan > 1]
    return widths
