"""What holds of every document: no text is lost, no line too wide, no line alone at a page break."""

from __future__ import annotations

from collections import defaultdict

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.document.nodes import (
    Caption,
    Cell,
    Heading,
    Inline,
    LineBreak,
    ListItem,
    Paragraph,
    plain_text,
)
from generator.layout import Layout, TextLine, lay_out
from generator.layout.boxes import Label, Owner
from tests.layout.building import EMBLEM, document_of, theme_of
from tests.layout.strategies import documents, paragraphs

layouts = documents.map(lambda document: lay_out(document, theme_of(12), EMBLEM))


def _shown(text: str) -> str:
    return text.replace("\u00ad", "").replace("\u200b", "")


def _expected(children: tuple[Inline, ...]) -> str:
    return _shown(plain_text(children))


def _is_text(inline: Inline) -> bool:
    return not isinstance(inline, LineBreak)


def _lines(layout: Layout) -> list[tuple[int, TextLine]]:
    return [
        (number, item)
        for number, page in enumerate(layout.pages)
        for item in page.items
        if isinstance(item, TextLine) and item.owner is not None
    ]


@settings(max_examples=150, deadline=None)
@given(layouts)
def test_no_text_is_lost_or_repeated(layout: Layout) -> None:
    found: dict[Owner, list[str]] = defaultdict(list)
    for _, line in _lines(layout):
        assert line.owner is not None
        found[line.owner].extend(fragment.text for fragment in line.fragments)
    for owner, pieces in found.items():
        if not isinstance(owner, Label):
            assert isinstance(owner, Heading | Paragraph | Cell | ListItem | Caption)
            expected = _expected(owner.children)
            assert _shown("".join(pieces)) in (expected, expected.removesuffix(" "))


@settings(max_examples=150, deadline=None)
@given(layouts)
def test_every_line_stands_between_the_margins(layout: Layout) -> None:
    page = layout.theme.page
    for _, line in _lines(layout):
        end = max(line.x + fragment.x + fragment.width for fragment in line.fragments)
        assert line.x >= page.margin_left - 0.01
        assert end <= page.width - page.margin_right + 0.01
        assert page.margin_top < line.y < page.height - page.margin_bottom


@settings(max_examples=150, deadline=None)
@given(st.lists(paragraphs, min_size=1, max_size=8))
def test_no_line_stands_alone_at_a_page_break(found: list[Paragraph]) -> None:
    free = [Paragraph(tuple(filter(_is_text, one.children)), one.role) for one in found]
    layout = lay_out(document_of(*free), theme_of(12), EMBLEM)
    on_pages: dict[Owner, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    for page, line in _lines(layout):
        assert line.owner is not None
        on_pages[line.owner][page] += 1
    for counts in on_pages.values():
        assert len(counts) == 1 or min(counts.values()) >= 2


def seen(layout: Layout) -> object:
    """What stands on the pages, as plain values."""
    return [(page.width, page.height, page.items) for page in layout.pages], layout.sizes, layout.document


@settings(max_examples=50, deadline=None)
@given(documents)
def test_the_same_document_is_laid_out_the_same(document: object) -> None:
    first, second = (lay_out(document, theme_of(12), EMBLEM) for _ in range(2))  # type: ignore[arg-type]
    assert seen(first) == seen(second)
