"""The HTML preview: one self-contained file, semantic, with a print style that resembles the pages."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Mapping
from html import escape

from generator.document.nodes import (
    Blank,
    Block,
    BulletList,
    Caption,
    Cell,
    Counter,
    Document,
    Figure,
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
    SideBySide,
    SignatureField,
    Table,
    Text,
)
from generator.document.properties import Properties
from generator.emblems import Drawing
from generator.images import Picture
from generator.layout.boxes import Layout
from generator.theme import Theme
from generator.writers.html.stylesheet import stylesheet

Pictures = Mapping[str, Picture | Drawing]


def write(
    document: Document, layout: Layout, theme: Theme, pictures: Pictures, properties: Properties
) -> bytes:
    """Return the document as one HTML file in UTF-8; running headers and footers are left to paper."""
    page = _Page(pictures)
    sections = "\n".join(page.section(section.blocks) for section in document.sections)
    head = _head(document, properties) + f"<style>\n{stylesheet(theme)}</style>\n"
    return (
        f'<!doctype html>\n<html lang="{escape(document.lang)}">\n<head>\n{head}</head>\n'
        f"<body>\n<main>\n{sections}\n</main>\n</body>\n</html>\n"
    ).encode()


def _head(document: Document, properties: Properties) -> str:
    named = {
        "generator": properties.producer,
        "author": document.author,
        "description": document.subject,
        "keywords": document.keywords,
    }
    meta = "".join(
        f'<meta name="{name}" content="{escape(value)}">\n' for name, value in named.items() if value
    )
    return (
        '<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(document.title)}</title>\n{meta}"
    )


class _Page:
    """One pass over the blocks, in reading order."""

    def __init__(self, pictures: Pictures) -> None:
        self.pictures = pictures

    def section(self, blocks: Iterable[Block]) -> str:
        return f'<section class="page">\n{self.blocks(blocks)}\n</section>'

    def blocks(self, blocks: Iterable[Block]) -> str:
        return "\n".join(map(self.block, blocks))

    def block(self, block: Block) -> str:
        match block:
            case Heading():
                return _heading(block)
            case Paragraph():
                return f'<p class="{escape(block.role)}">{_inlines(block.children)}</p>'
            case BulletList():
                return _list(block)
            case Table():
                return _table(block)
            case Figure():
                return self.figure(block)
            case SideBySide():
                return self.side_by_side(block)
            case Group():
                return f'<div class="group {escape(block.role)}">\n{self.blocks(block.blocks)}\n</div>'
            case PageBreak():
                return '<div class="page-break"></div>'

    def side_by_side(self, block: SideBySide) -> str:
        sides = "\n".join(
            f'<div style="flex-grow:{side.share:g}">\n{self.blocks(side.blocks)}\n</div>'
            for side in block.sides
        )
        return f'<div class="side-by-side side-{escape(block.role)}">\n{sides}\n</div>'

    def figure(self, figure: Figure) -> str:
        caption = figure.caption
        words = f"\n<figcaption>{_captioned(caption)}</figcaption>" if caption else ""
        return f'<figure class="{escape(figure.role)}">{self.image(figure.image)}{words}</figure>'

    def image(self, image: Image) -> str:
        picture = self.pictures[image.key]
        alt = escape(image.alt or "")
        if isinstance(picture, Drawing):
            return _drawing(picture, alt, _size(image))
        source = f"data:image/{picture.kind};base64,{b64encode(picture.data).decode()}"
        sides = f'width="{picture.width}" height="{picture.height}"{_size(image)}'
        return f'<img src="{source}" alt="{alt}" {sides}>'


def _size(image: Image) -> str:
    """Return the style that gives a picture its size in mm; the other side follows its proportion."""
    sides = [
        f"{name}:{value:g}mm" for name, value in (("width", image.width), ("height", image.height)) if value
    ]
    if len(sides) == 1:
        sides.append("width:auto" if image.height else "height:auto")
    return f' style="{";".join(sides)}"' if sides else ""


def _drawing(drawing: Drawing, alt: str, style: str) -> str:
    shapes = "".join(
        f'<path fill="{shape.fill}" d="{" ".join(map(_path, shape.polygons))}"/>' for shape in drawing.shapes
    )
    return f'<svg role="img" aria-label="{alt}" viewBox="0 0 {drawing.width:g} 1"{style}>{shapes}</svg>'


def _path(points: tuple[tuple[float, float], ...]) -> str:
    return "M" + "L".join(f"{x:.4f} {y:.4f}" for x, y in points) + "Z"


# -- blocks of text -----------------------------------------------------------------------------
def _heading(heading: Heading) -> str:
    number = f'<span class="number">{escape(heading.number)}</span> ' if heading.number else ""
    role = f' class="{escape(heading.role)}"' if heading.role != f"h{heading.level}" else ""
    return f"<h{heading.level}{role}>{number}{_inlines(heading.children)}</h{heading.level}>"


def _list(block: BulletList) -> str:
    """Return a list whose labels are in the text, as in the other formats."""
    tag = "ol" if block.ordered else "ul"
    items = "".join(f"<li>{_item(item)}</li>\n" for item in block.items)
    return f'<{tag} class="{escape(block.role)}">\n{items}</{tag}>'


def _item(item: ListItem) -> str:
    nested = f"\n{_list(item.nested)}" if item.nested else ""
    return f'<span class="label">{escape(item.label)}</span> {_inlines(item.children)}{nested}'


def _captioned(caption: Caption) -> str:
    return f'<span class="{escape(caption.role)}">{_inlines(caption.children)}</span>'


def _table(table: Table) -> str:
    caption = f"<caption>{_captioned(table.caption)}</caption>\n" if table.caption else ""
    whole = sum(column.share for column in table.columns)
    columns = "".join(f'<col style="width:{column.share * 100 / whole:.3f}%">' for column in table.columns)
    parts = "".join(
        f"<{name}>\n{''.join(_row(row, table) for row in rows)}</{name}>\n"
        for name, rows in (("thead", table.head), ("tbody", table.body), ("tfoot", table.foot))
        if rows
    )
    summary = f' aria-description="{escape(table.summary)}"' if table.summary else ""
    start = f'<table class="{escape(table.role)}"{summary}>'
    return f"{start}\n{caption}<colgroup>{columns}</colgroup>\n{parts}</table>"


def _row(row: Row, table: Table) -> str:
    role = f' class="{escape(row.role)}"' if row.role else ""
    aligns = _aligns(row, table)
    cells = "".join(_cell(cell, align) for cell, align in zip(row.cells, aligns, strict=True))
    return f"<tr{role}>{cells}</tr>\n"


def _aligns(row: Row, table: Table) -> list[str]:
    """Return the alignment of each cell; a row narrower than the table is read from its end."""
    at = len(table.columns) - sum(cell.colspan for cell in row.cells)
    found: list[str] = []
    for cell in row.cells:
        column = table.columns[min(at, len(table.columns) - 1)]
        found.append(cell.align or ("" if cell.header else column.align))
        at += cell.colspan
    return found


def _cell(cell: Cell, align: str) -> str:
    tag = "th" if cell.header else "td"
    attributes = "".join(
        f' {name}="{value}"'
        for name, value, default in (
            ("scope", cell.scope, ""),
            ("colspan", cell.colspan, 1),
            ("rowspan", cell.rowspan, 1),
        )
        if value != default
    )
    style = f' style="text-align:{align}"' if align else ""
    return f"<{tag}{attributes}{style}>{_inlines(cell.children)}</{tag}>"


# -- inline -------------------------------------------------------------------------------------
def _inlines(inlines: Iterable[Inline]) -> str:
    return "".join(map(_inline, inlines))


def _inline(inline: Inline) -> str:
    match inline:
        case Text():
            return _text(inline)
        case LineBreak():
            return "<br>"
        case Link():
            return f'<a href="{escape(inline.href)}">{_inlines(inline.children)}</a>'
        case Counter():
            return _styled(str(inline.value), inline.strong, inline.emphasis)
        case Blank():
            return f'<span class="blank" style="width:{inline.width:g}mm"></span>'
        case SignatureField():
            size = f"width:{inline.width:g}mm;height:{inline.height:g}mm"
            return f'<span class="signature-field" title="{escape(inline.label)}" style="{size}"></span>'
        case PageField():
            return ""


def _text(text: Text) -> str:
    styled = _styled(escape(text.text, quote=False), text.strong, text.emphasis)
    return f'<span lang="{escape(text.lang)}">{styled}</span>' if text.lang else styled


def _styled(text: str, strong: bool, emphasis: bool) -> str:
    text = f"<strong>{text}</strong>" if strong else text
    return f"<em>{text}</em>" if emphasis else text
