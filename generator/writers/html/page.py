"""The blocks of a document as HTML, in reading order."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Mapping
from html import escape

from generator.document.nodes import (
    Block,
    BulletList,
    Caption,
    Cell,
    Figure,
    Group,
    Heading,
    Image,
    ListItem,
    PageBreak,
    Paragraph,
    Row,
    SideBySide,
    Table,
)
from generator.emblems import Drawing
from generator.images import Picture
from generator.writers.html.inlines import Inlines

Pictures = Mapping[str, Picture | Drawing]


class Page:
    """One pass over the blocks, in reading order."""

    def __init__(self, pictures: Pictures, inlines: Inlines) -> None:
        """Take the pictures by their keys, and the way of writing what stands in the blocks."""
        self.pictures, self.inlines = pictures, inlines

    def section(self, blocks: Iterable[Block]) -> str:
        """Return the blocks of a section, on a page of their own on screen and paper."""
        return f'<section class="page">\n{self._blocks(blocks)}\n</section>'

    def _blocks(self, blocks: Iterable[Block]) -> str:
        return "\n".join(map(self._block, blocks))

    def _block(self, block: Block) -> str:
        match block:
            case Heading():
                return self._heading(block)
            case Paragraph():
                return f'<p class="{escape(block.role)}">{self.inlines.of(block.children)}</p>'
            case BulletList():
                return self._list(block)
            case Table():
                return self._table(block)
            case Figure():
                return self._figure(block)
            case SideBySide():
                return self._side_by_side(block)
            case Group():
                return f'<div class="group {escape(block.role)}">\n{self._blocks(block.blocks)}\n</div>'
            case PageBreak():
                return '<div class="page-break"></div>'

    def _side_by_side(self, block: SideBySide) -> str:
        sides = "\n".join(
            f'<div style="flex-grow:{side.share:g}">\n{self._blocks(side.blocks)}\n</div>'
            for side in block.sides
        )
        return f'<div class="side-by-side side-{escape(block.role)}">\n{sides}\n</div>'

    def _figure(self, figure: Figure) -> str:
        caption = figure.caption
        words = f"\n<figcaption>{self._captioned(caption)}</figcaption>" if caption else ""
        return f'<figure class="{escape(figure.role)}">{self._image(figure.image)}{words}</figure>'

    def _image(self, image: Image) -> str:
        picture = self.pictures[image.key]
        alt = escape(image.alt or "")
        if isinstance(picture, Drawing):
            return _drawing(picture, alt, _size(image))
        source = f"data:image/{picture.kind};base64,{b64encode(picture.data).decode()}"
        sides = f'width="{picture.width}" height="{picture.height}"{_size(image)}'
        mark = self.inlines.mark(image.field)
        return f'<img src="{source}" alt="{alt}" {sides}{mark}>'

    # -- blocks of text ----------------------------------------------------------------------------
    def _heading(self, heading: Heading) -> str:
        number = f'<span class="number">{escape(heading.number)}</span> ' if heading.number else ""
        role = f' class="{escape(heading.role)}"' if heading.role != f"h{heading.level}" else ""
        return f"<h{heading.level}{role}>{number}{self.inlines.of(heading.children)}</h{heading.level}>"

    def _list(self, block: BulletList) -> str:
        """Return a list whose labels are in the text, as in the other formats."""
        tag = "ol" if block.ordered else "ul"
        items = "".join(f"<li>{self._item(item)}</li>\n" for item in block.items)
        return f'<{tag} class="{escape(block.role)}">\n{items}</{tag}>'

    def _item(self, item: ListItem) -> str:
        nested = f"\n{self._list(item.nested)}" if item.nested else ""
        return f'<span class="label">{escape(item.label)}</span> {self.inlines.of(item.children)}{nested}'

    def _captioned(self, caption: Caption) -> str:
        return f'<span class="{escape(caption.role)}">{self.inlines.of(caption.children)}</span>'

    def _table(self, table: Table) -> str:
        caption = f"<caption>{self._captioned(table.caption)}</caption>\n" if table.caption else ""
        whole = sum(column.share for column in table.columns)
        columns = "".join(
            f'<col style="width:{column.share * 100 / whole:.3f}%">' for column in table.columns
        )
        parts = "".join(
            f"<{name}>\n{''.join(self._row(row, table) for row in rows)}</{name}>\n"
            for name, rows in (("thead", table.head), ("tbody", table.body), ("tfoot", table.foot))
            if rows
        )
        summary = f' aria-description="{escape(table.summary)}"' if table.summary else ""
        start = f'<table class="{escape(table.role)}"{summary}>'
        return f"{start}\n{caption}<colgroup>{columns}</colgroup>\n{parts}</table>"

    def _row(self, row: Row, table: Table) -> str:
        role = f' class="{escape(row.role)}"' if row.role else ""
        aligns = _aligns(row, table)
        cells = "".join(self._cell(cell, align) for cell, align in zip(row.cells, aligns, strict=True))
        return f"<tr{role}>{cells}</tr>\n"

    def _cell(self, cell: Cell, align: str) -> str:
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
        return f"<{tag}{attributes}{style}>{self.inlines.of(cell.children)}</{tag}>"


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


def _aligns(row: Row, table: Table) -> list[str]:
    """Return the alignment of each cell; a row narrower than the table is read from its end."""
    at = len(table.columns) - sum(cell.colspan for cell in row.cells)
    found: list[str] = []
    for cell in row.cells:
        column = table.columns[min(at, len(table.columns) - 1)]
        found.append(cell.align or ("" if cell.header else column.align))
        at += cell.colspan
    return found
