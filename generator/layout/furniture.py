"""Running headers and footers, laid out when it is known how many pages there are."""

from __future__ import annotations

from collections.abc import Iterable

from generator.document.nodes import Document, Furniture, PageField
from generator.layout.boxes import Item
from generator.layout.content import content_lines, room_of
from generator.layout.paragraphs import line_boxes
from generator.layout.runs import PageNumbers
from generator.layout.setting import Setting
from generator.layout.stack import Box, Frame, stacked
from generator.theme import PageLook


def header_items(
    pieces: Iterable[Furniture], page: int, count: int, look: PageLook, setting: Setting
) -> list[Item]:
    """Return the items of a page's running header: it hangs from the theme's `header` distance."""
    box = _furniture_box(pieces, page, count, look, setting)
    return _items(box, look.header)


def footer_items(
    pieces: Iterable[Furniture], page: int, count: int, look: PageLook, setting: Setting
) -> list[Item]:
    """Return the items of a page's running footer: it stands on the theme's `footer` distance."""
    box = _furniture_box(pieces, page, count, look, setting)
    return _items(box, look.height - look.footer - box.height)


def require_roles(document: Document, count: int, setting: Setting) -> None:
    """Raise TemplateError for the first role on any of `count` pages that the theme does not have."""
    for page in range(1, min(count, 2) + 1):  # the others have what the second has
        for piece in _shown((*document.headers, *document.footers), page):
            setting.ink(piece.role, piece.at)


def _furniture_box(
    pieces: Iterable[Furniture], page: int, count: int, look: PageLook, setting: Setting
) -> Box:
    boxes: list[Box] = []
    for piece in _shown(pieces, page):
        boxes += _boxes(piece, page, count, look, setting)
    return stacked(boxes)


def _shown(pieces: Iterable[Furniture], page: int) -> list[Furniture]:
    """Return the pieces that a page carries."""
    wanted = {"all", "first" if page == 1 else "rest"}
    return [piece for piece in pieces if piece.pages in wanted]


def _boxes(piece: Furniture, page: int, count: int, look: PageLook, setting: Setting) -> list[Box]:
    ink = setting.ink(piece.role, piece.at)
    fields = {child: page for child in piece.children if isinstance(child, PageField)}
    first, rest = ink.measures(look.text_width)
    lines = content_lines(piece.children, room_of(ink, first, rest), PageNumbers(count, fields))
    return line_boxes(lines, ink.look, look.margin_left, look.text_width, None)


def _items(box: Box, y: float) -> list[Item]:
    return [content for _, _, content in box.parts(y) if not isinstance(content, Frame)]
