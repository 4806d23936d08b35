"""A document as plain text, a line a block, so that a person can read what changed."""

from __future__ import annotations

from collections.abc import Iterator

from generator.document.nodes import (
    Block,
    BulletList,
    Document,
    Figure,
    Group,
    Heading,
    Inline,
    PageBreak,
    PageField,
    Paragraph,
    Row,
    SideBySide,
    Table,
    plain_text,
)

NBSP = "\u00a0"


def outline(document: Document) -> str:
    """Return the text picture; a no-break space shows as `·`."""
    return "\n".join(_lines(document)).replace(NBSP, "·") + "\n"


def _lines(document: Document) -> Iterator[str]:
    yield f"title: {document.title}"
    yield f"lang: {document.lang} | author: {document.author} | keywords: {document.keywords}"
    for name, furniture in (("header", document.headers), ("footer", document.footers)):
        for one in furniture:
            yield f"{name} ({one.pages}): {_furniture(one.children)}"
    for section in document.sections:
        yield f"=== {section.orientation}"
        for block in section.blocks:
            yield from _block(block)


def _furniture(children: tuple[Inline, ...]) -> str:
    return "".join(
        {"number": "{page}", "count": "{pages}"}[one.kind]
        if isinstance(one, PageField)
        else plain_text((one,))
        for one in children
    )


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield f"{'#' * block.level} {block.number} {plain_text(block.children)}".replace("  ", " ")
        case Paragraph():
            yield f"[{block.role}] {plain_text(block.children)}".rstrip()
        case BulletList():
            yield from (f"  {item.label} {plain_text(item.children)}" for item in block.items)
        case Table():
            yield from _table(block)
        case Figure():
            yield f"[{block.role}] picture: {block.image.source} | {block.image.alt}"
            if block.caption:
                yield f"[{block.caption.role}] {plain_text(block.caption.children)}"
        case SideBySide():
            for side in block.sides:
                yield f"<{block.role}>"
                for inner in side.blocks:
                    yield from _block(inner)
        case Group():
            yield f"({block.role}{', kept together' if block.keep else ''}"
            for inner in block.blocks:
                yield from _block(inner)
            yield ")"
        case PageBreak():
            yield "--- page"


def _table(table: Table) -> Iterator[str]:
    if table.caption:
        yield f"[{table.caption.role}] {plain_text(table.caption.children)}"
    for mark, rows in (("=", table.head), ("|", table.body), ("+", table.foot)):
        yield from (f"  {mark} {_row(row)}" for row in rows)


def _row(row: Row) -> str:
    return " | ".join(plain_text(cell.children) for cell in row.cells)
