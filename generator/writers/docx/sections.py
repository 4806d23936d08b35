"""The body as sections: each a sheet with its margins, its running header and its footer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE

from generator.document.nodes import Document, Furniture, Section
from generator.theme import PageLook
from generator.writers.docx.blocks import composed
from generator.writers.docx.container import packed_text
from generator.writers.docx.flow import at_page_top, ended, settled, written
from generator.writers.docx.markup import NOTHING, Markup, allowed, el, encoded, joined, part_start
from generator.writers.docx.namespaces import STORY
from generator.writers.docx.paragraphs import Par, written_par
from generator.writers.docx.runs import runs
from generator.writers.docx.story import Call, Story
from generator.writers.docx.units import twips

_PARTS = {
    "header": ("w:hdr", CONTENT_TYPE.WML_HEADER, RELATIONSHIP_TYPE.HEADER),
    "footer": ("w:ftr", CONTENT_TYPE.WML_FOOTER, RELATIONSHIP_TYPE.FOOTER),
}
_BODY = encoded(part_start("w:document", STORY) + "<w:body>")
_STARTS = {root: part_start(root, STORY) for root in ("w:hdr", "w:ftr")}


def body(document: Document, call: Call) -> Iterator[bytes]:
    """Yield `word/document.xml` in pieces of UTF-8, having made the headers and footers it names."""
    first_differs = any(one.pages != "all" for one in document.headers + document.footers)
    first, rest = _references(document, call, first_differs)
    references = joined((*first, *rest))
    last = len(document.sections) - 1
    yield _BODY
    for place, section in enumerate(document.sections):
        page = call.theme.page.oriented(section.orientation)
        title_page = place == 0 and first_differs
        properties = _properties(page, section.orientation, references, title_page)
        yield from _section(section, page, call, properties, place == last)
        references = joined(rest)
    yield b"</w:body></w:document>"


def _section(section: Section, page: PageLook, call: Call, properties: Markup, last: bool) -> Iterator[bytes]:
    """Yield a section: its properties stand in its last paragraph, those of the last one after it."""
    story = Story(call, call.parts.main, 0, page.text_width, page.text_height)
    separator = call.styles.separator
    items = at_page_top(ended(settled(composed(section.blocks, story), separator), separator))
    final = items[-1]
    if last or not isinstance(final, Par):
        yield from written(items)
        yield encoded(properties)
    else:
        final.section = properties
        yield from written(items)


@lru_cache(maxsize=64)
def _properties(page: PageLook, orientation: str, references: Markup, title_page: bool) -> Markup:
    landscape = {"orient": "landscape"} if orientation == "landscape" else {}
    return el(
        "w:sectPr",
        references,
        el("w:type", val="nextPage"),
        el("w:pgSz", w=twips(page.width), h=twips(page.height), **landscape),
        el(
            "w:pgMar",
            top=twips(page.margin_top),
            right=twips(page.margin_right),
            bottom=twips(page.margin_bottom),
            left=twips(page.margin_left),
            header=twips(page.header),
            footer=twips(page.footer),
            gutter=0,
        ),
        el("w:cols", space=720),
        el("w:titlePg") if title_page else NOTHING,
    )


# -- running headers and footers ----------------------------------------------------------------
def _references(document: Document, call: Call, first_differs: bool) -> tuple[list[Markup], list[Markup]]:
    """Return the references for the first page of the document, and for all the other pages."""
    first, rest = [], []
    for kind, all_of_kind in (("header", document.headers), ("footer", document.footers)):
        on_first = [one for one in all_of_kind if one.pages != "rest"]
        on_rest = [one for one in all_of_kind if one.pages != "first"]
        if first_differs and on_first:
            first.append(_reference(kind, "first", on_first, call, 1))
        if on_rest:
            rest.append(_reference(kind, "default", on_rest, call, 2 if first_differs else 1))
    return first, rest


def _reference(kind: str, pages: str, furniture: Sequence[Furniture], call: Call, page: int) -> Markup:
    """Make the part for some furniture and return the reference that a section makes to it."""
    root, content_type, relation = _PARTS[kind]
    part = call.parts.story(f"{kind}-{pages}.xml", content_type)
    look = call.theme.page
    story = Story(call, part, page, look.text_width, look.text_height)
    paragraphs = joined([_paragraph(one, story) for one in furniture])
    part.packed = packed_text(f"{_STARTS[root]}{allowed(paragraphs)}</{root}>")
    return el(f"w:{kind}Reference", type=pages, r_id=call.parts.main.relate_to(part, relation))


def _paragraph(furniture: Furniture, story: Story) -> Markup:
    style = story.style(furniture.role)
    return written_par(Par(style, runs(furniture.children, story, style.voice)))
