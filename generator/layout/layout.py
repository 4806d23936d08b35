"""The whole of layout on one screen: sections to pages, then header and footer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from generator.document.nodes import Document, PageField
from generator.emblems import Drawing
from generator.images import Picture
from generator.layout.boxes import Fill, Item, Layout, Page, TextLine
from generator.layout.flow import flow_of
from generator.layout.furniture import footer_items, header_items
from generator.layout.pages import Placed, paginate
from generator.layout.rules import rules_of
from generator.layout.runs import PageNumbers
from generator.layout.setting import Setting
from generator.layout.stack import Frame, Thing, moved, unowned
from generator.theme import PageLook, Theme

MOST_ROUNDS = 4
"""How often page fields in the text may change the pages they tell of before that is let be."""
Sheet: TypeAlias = tuple[PageLook, list[Item]]


def lay_out(document: Document, theme: Theme, pictures: Mapping[str, Picture | Drawing]) -> Layout:
    """Return a document on its pages.

    `pictures` holds every picture by `Image.key`, for its proportions. Raises TemplateError for
    a role that the theme does not have.
    """
    numbers = PageNumbers()
    for _ in range(MOST_ROUNDS):
        sheets = list(_sheets(document, theme, pictures, numbers))
        found = _numbers_on(sheets) if numbers.asked else numbers
        if found == numbers:
            break
        numbers = found
    return Layout(document, theme, tuple(_finished(document, theme, pictures, sheets)))


def _numbers_on(sheets: list[Sheet]) -> PageNumbers:
    """Return the page on which each page field of the text stands."""
    return PageNumbers(
        len(sheets),
        {
            fragment.node: number
            for number, (_, items) in enumerate(sheets, 1)
            for item in items
            if isinstance(item, TextLine)
            for fragment in item.fragments
            if isinstance(fragment.node, PageField)
        },
    )


def _sheets(
    document: Document,
    theme: Theme,
    pictures: Mapping[str, Picture | Drawing],
    numbers: PageNumbers,
) -> Iterator[Sheet]:
    """Yield the body of every page."""
    for section in document.sections:
        look = theme.page.oriented(section.orientation)
        setting = Setting(theme, pictures, numbers, look.text_height)
        flow = flow_of(section.blocks, setting, look.margin_left, look.text_width)
        for boxes in paginate(flow, look.text_height):
            yield look, _page_items(boxes, look.margin_top)


def _page_items(boxes: Iterable[Placed], margin: float) -> list[Item]:
    """Return a page's items: grounds first, then text and pictures in reading order, then rules."""
    grounds: list[Item] = []
    items: list[Item] = []
    frames: list[Frame] = []
    for one in boxes:
        y = margin + one.top
        for part in one.box.parts:
            if not isinstance(part, Thing):
                _, _, x, baseline, line, owner = part
                shown = None if one.repeated else owner
                items.append(TextLine(x, baseline + y, line.fragments, line.word_space, shown))
                continue
            content = moved(part.content, y)
            if isinstance(content, Frame):
                frames.append(content)
            elif isinstance(content, Fill):
                grounds.append(content)
            else:
                items.append(unowned(content) if one.repeated else content)
    return [*grounds, *items, *rules_of(frames)]


def _finished(
    document: Document, theme: Theme, pictures: Mapping[str, Picture | Drawing], sheets: list[Sheet]
) -> Iterator[Page]:
    """Yield the pages with header and footer, now that their number is known."""
    count = len(sheets)
    setting = Setting(theme, pictures, PageNumbers(count), 0.0)
    for number, (look, items) in enumerate(sheets, 1):
        above = header_items(document.headers, number, count, look, setting)
        below = footer_items(document.footers, number, count, look, setting)
        yield Page(look.width, look.height, (*above, *items, *below))
