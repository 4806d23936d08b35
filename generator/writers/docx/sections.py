"""The body as sections: each a sheet with its margins, its running header and its footer."""

from __future__ import annotations

from collections.abc import Sequence

from generator.document.nodes import Document, Furniture, Section
from generator.theme import PageLook
from generator.writers.docx.blocks import composed
from generator.writers.docx.container import packed_text
from generator.writers.docx.flow import Par, at_page_top, ended, settled, written
from generator.writers.docx.markup import NOTHING, Markup, el, joined, part_text
from generator.writers.docx.namespaces import STORY
from generator.writers.docx.opc import FOOTER, HEADER
from generator.writers.docx.runs import runs, voice_of
from generator.writers.docx.story import Call, Story
from generator.writers.docx.units import twips

_PARTS = {
    "header": ("w:hdr", HEADER),
    "footer": ("w:ftr", FOOTER),
}


def body_text(document: Document, call: Call) -> Markup:
    """Return the text of `word/document.xml`, having made the headers and footers it names."""
    first_differs = any(one.pages != "all" for one in document.headers + document.footers)
    first, rest = _references(document, call, first_differs)
    last = len(document.sections) - 1
    pieces = [
        _section(
            section,
            call,
            joined((*first, *rest)) if place == 0 else joined(rest),
            title_page=place == 0 and first_differs,
            last=place == last,
        )
        for place, section in enumerate(document.sections)
    ]
    return part_text(el("w:document", el("w:body", *pieces), **STORY))


def _section(section: Section, call: Call, references: Markup, *, title_page: bool, last: bool) -> Markup:
    """Return a section: its properties stand in its last paragraph, those of the last one after it."""
    page = call.theme.page.oriented(section.orientation)
    story = Story(call, call.parts.main, 0, page.text_width, page.text_height)
    separator = call.styles.separator
    items = at_page_top(ended(settled(composed(section.blocks, story), separator), separator))
    properties = _properties(page, section, references, title_page)
    final = items[-1]
    if last or not isinstance(final, Par):
        return joined((written(items), properties))
    final.section = properties
    return written(items)


def _properties(page: PageLook, section: Section, references: Markup, title_page: bool) -> Markup:
    landscape = {"orient": "landscape"} if section.orientation == "landscape" else {}
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
    root, kind_of_part = _PARTS[kind]
    part = call.parts.story(f"{kind}-{pages}.xml", kind_of_part)
    look = call.theme.page
    story = Story(call, part, page, look.text_width, look.text_height)
    text = part_text(el(root, *(_paragraph(one, story) for one in furniture), **STORY))
    part.packed = packed_text(text)
    return el(f"w:{kind}Reference", type=pages, r_id=call.parts.main.relate_to(part))


def _paragraph(furniture: Furniture, story: Story) -> Markup:
    style = story.style(furniture.role)
    return written([Par(style, runs(furniture.children, story, voice_of(style)))])
