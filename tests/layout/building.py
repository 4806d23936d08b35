"""Small documents built by hand, and pages read back as plain lists."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from generator.document.nodes import (
    Block,
    BulletList,
    Cell,
    Column,
    Document,
    Figure,
    Group,
    Heading,
    Image,
    Inline,
    LineBreak,
    ListItem,
    Paragraph,
    Row,
    Section,
    Table,
    Text,
)
from generator.emblems import Drawing, european_union
from generator.images import Picture
from generator.layout import Layout, Page, PlacedImage, TextLine, lay_out
from generator.resources import templates_folder
from generator.theme import Theme, read_theme

LEADING = 14.5
EMBLEM: Mapping[str, Picture | Drawing] = {"emblem:european-union": european_union()}


@cache
def shipped_theme() -> Theme:
    return read_theme((templates_folder() / "theme.toml").read_text("utf-8"))


@cache
def theme_of(lines: int) -> Theme:
    """The shipped theme with pages of so many lines, and a role `plain` without space around it."""
    theme = shipped_theme()
    page = theme.page.model_copy(
        update={"height": theme.page.margin_top + theme.page.margin_bottom + lines * LEADING}
    )
    plain = theme.paragraph["body"].model_copy(update={"after": 0.0, "align": "left"})
    plain_list = theme.paragraph["list"].model_copy(update={"after": 0.0})
    roles = {**theme.paragraph, "plain": plain, "plain-list": plain_list}
    return theme.model_copy(update={"page": page, "paragraph": roles})


def inline(*parts: str | Inline) -> tuple[Inline, ...]:
    return tuple(Text(part) if isinstance(part, str) else part for part in parts)


def paragraph(*parts: str | Inline, role: str = "plain", keep: bool = False) -> Paragraph:
    return Paragraph(inline(*parts), role, keep_with_next=keep)


def lines_of(name: str, count: int) -> tuple[Inline, ...]:
    """So many lines, ended by line breaks: `a1`, `a2` ..."""
    parts: list[Inline] = []
    for number in range(1, count + 1):
        parts += [Text(f"{name}{number}"), LineBreak()]
    return tuple(parts[:-1])


def block(name: str, count: int, keep: bool = False) -> Paragraph:
    return Paragraph(lines_of(name, count), "plain", keep_with_next=keep)


def heading(text: str, level: int = 2, number: str = "") -> Heading:
    return Heading(level, inline(text), f"h{level}", number)


def cell(text: str, **more: object) -> Cell:
    return Cell(inline(text) if text else (), **more)  # type: ignore[arg-type]


def row(*texts: str, role: str = "", header: bool = False) -> Row:
    return Row(tuple(cell(text, header=header) for text in texts), role)


def table(body: Iterable[Row], head: Iterable[Row] = (), foot: Iterable[Row] = (), **more: object) -> Table:
    rows = tuple(body)
    columns = tuple(Column(1) for _ in range(sum(cell.colspan for cell in rows[0].cells)))
    return Table(more.pop("columns", columns), tuple(head), rows, tuple(foot), "grid", **more)  # type: ignore[arg-type]


def items(*texts: str, ordered: bool = True) -> BulletList:
    listed = (ListItem(inline(text), f"{number}.") for number, text in enumerate(texts, 1))
    return BulletList(tuple(listed), ordered, "plain-list")


def figure(height: float, **more: object) -> Figure:
    return Figure(Image("emblem:european-union", "Emblem", height=height), "figure", **more)  # type: ignore[arg-type]


def kept(*blocks: Block) -> Group:
    return Group(blocks, "signatures", keep=True)


def document_of(*blocks: Block, **more: object) -> Document:
    return Document("Title", "lv-LV", (Section(blocks),), **more)  # type: ignore[arg-type]


def laid_out(*blocks: Block, lines: int = 50) -> Layout:
    return lay_out(document_of(*blocks), theme_of(lines), EMBLEM)


def texts_on(page: Page, owned: bool | None = None) -> list[str]:
    """The lines of a page in reading order; only those with an owner, or without, if asked."""
    return [
        "".join(fragment.text for fragment in item.fragments).strip()
        for item in page.items
        if isinstance(item, TextLine) and (owned is None or owned == (item.owner is not None))
    ]


def pages_of(*blocks: Block, lines: int) -> list[list[str]]:
    """What stands on each page of so many lines; a picture reads as `[picture]`."""
    pages = []
    for page in laid_out(*blocks, lines=lines).pages:
        page_lines = []
        for item in page.items:
            if isinstance(item, TextLine):
                page_lines.append("".join(fragment.text for fragment in item.fragments).strip())
            elif isinstance(item, PlacedImage):
                page_lines.append("[picture]")
        pages.append(page_lines)
    return pages
