"""Running headers and footers, laid out when it is known how many pages there are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.document.nodes import Furniture, PageField
from generator.layout.boxes import Item
from generator.layout.content import content_lines, room_of
from generator.layout.paragraphs import line_boxes
from generator.layout.runs import PageNumbers
from generator.layout.setting import Setting
from generator.layout.stack import Box, Frame, placed, stacked
from generator.theme import PageLook


def header_items(
    pieces: Iterable[Furniture], page: int, count: int, look: PageLook, setting: Setting
) -> list[Item]:
    """Return the items of a page's running header: it hangs from the theme's `header` distance."""
    box = _furniture_box(pieces, page, count, look, setting)
    return list(_items(box, look.header))


def footer_items(
    pieces: Iterable[Furniture], page: int, count: int, look: PageLook, setting: Setting
) -> list[Item]:
    """Return the items of a page's running footer: it stands on the theme's `footer` distance."""
    box = _furniture_box(pieces, page, count, look, setting)
    return list(_items(box, look.height - look.footer - box.height))


def _furniture_box(
    pieces: Iterable[Furniture], page: int, count: int, look: PageLook, setting: Setting
) -> Box:
    wanted = {"all", "first" if page == 1 else "rest"}
    boxes: list[Box] = []
    for piece in pieces:
        if piece.pages in wanted:
            boxes.extend(_boxes(piece, page, count, look, setting))
    return stacked(boxes)


def _boxes(piece: Furniture, page: int, count: int, look: PageLook, setting: Setting) -> list[Box]:
    ink = setting.ink(piece.role, piece.at)
    fields = {child: page for child in piece.children if isinstance(child, PageField)}
    first, rest = ink.measures(look.text_width)
    lines = content_lines(piece.children, room_of(ink, first, rest), PageNumbers(count, fields))
    return line_boxes(lines, ink.look, look.margin_left, look.text_width, None)


def _items(box: Box, y: float) -> Iterator[Item]:
    for part in box.parts:
        content = placed(part, y)
        if not isinstance(content, Frame):
            yield content
