"""The whole of layout on one screen: sections to pages, then what stands on each, with header and footer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from generator.document.nodes import Document, PageField
from generator.emblems import Drawing
from generator.frozen import dataclass
from generator.images import Picture
from generator.layout.boxes import Fill, Item, Layout, Page, TextLine
from generator.layout.flow import flow_of
from generator.layout.furniture import footer_items, header_items, require_roles
from generator.layout.pages import Placed, paginate
from generator.layout.rules import rules_of
from generator.layout.runs import PageNumbers
from generator.layout.setting import Setting
from generator.layout.stack import Content, Frame, unowned
from generator.theme import PageLook, Theme

Pictures = Mapping[str, Picture | Drawing]
MOST_ROUNDS = 4
"""How often page fields in the text may change the pages they tell of before that is let be."""


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """The boxes of a page, between header and footer."""

    look: PageLook
    boxes: list[Placed]


def lay_out(document: Document, theme: Theme, pictures: Pictures) -> Layout:
    """Return a document on its pages.

    `pictures` holds every picture by `Image.key`, for its proportions. Raises TemplateError for
    a role that the theme does not have.
    """
    setting = Setting(theme, pictures, PageNumbers(), 0.0)
    for _ in range(MOST_ROUNDS):
        sheets = list(_sheets(document, setting))
        found = _numbers_on(sheets) if setting.numbers.asked else setting.numbers
        if found == setting.numbers:
            break
        setting.numbers = found
    count = len(sheets)
    require_roles(document, count, setting)
    pages = [
        Page(sheet.look.width, sheet.look.height, partial(_items, document, setting, sheet, number, count))
        for number, sheet in enumerate(sheets, 1)
    ]
    return Layout(document, theme, tuple(pages), setting.sizes)


def _sheets(document: Document, setting: Setting) -> Iterator[Sheet]:
    """Yield the body of every page."""
    for section in document.sections:
        look = setting.theme.page.oriented(section.orientation)
        setting.page_height = look.text_height
        flow = flow_of(section.blocks, setting, look.margin_left, look.text_width)
        for boxes in paginate(flow, look.text_height):
            yield Sheet(look, boxes)


def _numbers_on(sheets: list[Sheet]) -> PageNumbers:
    """Return the page on which each page field of the text stands."""
    return PageNumbers(
        len(sheets),
        {
            fragment.node: number
            for number, sheet in enumerate(sheets, 1)
            for item in _body_items(sheet)
            if isinstance(item, TextLine)
            for fragment in item.fragments
            if isinstance(fragment.node, PageField)
        },
    )


def _items(document: Document, setting: Setting, sheet: Sheet, number: int, count: int) -> list[Item]:
    """Return all that stands on a page, header first and footer last."""
    above = header_items(document.headers, number, count, sheet.look, setting)
    below = footer_items(document.footers, number, count, sheet.look, setting)
    return [*above, *_body_items(sheet), *below]


def _body_items(sheet: Sheet) -> list[Item]:
    """Return a page's items: grounds first, then text and pictures in reading order, then rules."""
    grounds: list[Item] = []
    items: list[Item] = []
    frames: list[Frame] = []
    apart: dict[type[Content], list[Any]] = {Fill: grounds, Frame: frames}
    for box, top, repeated in sheet.boxes:
        parts = box.parts(sheet.look.margin_top + top)
        for _, _, content in unowned(parts) if repeated else parts:
            apart.get(type(content), items).append(content)
    return [*grounds, *items, *rules_of(frames)]
