"""The HTML preview: one self-contained file, semantic, with a print style that resembles the pages."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Mapping
from functools import lru_cache
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
    Table,
    Text,
)
from generator.document.properties import Properties
from generator.emblems import Drawing
from generator.images import Picture
from generator.layout.boxes import Layout
from generator.theme import MM, ParagraphLook, Theme

Pictures = Mapping[str, Picture | Drawing]


def write(
    document: Document, layout: Layout, theme: Theme, pictures: Pictures, properties: Properties
) -> bytes:
    """Return the document as one HTML file in UTF-8; running headers and footers are left to paper."""
    page = _Page(pictures)
    sections = "\n".join(page.section(section.blocks) for section in document.sections)
    head = _head(document, properties) + f"<style>\n{_style(theme)}</style>\n"
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
        return f'<img src="{source}" alt="{alt}" width="{picture.width}" height="{picture.height}"{_size(image)}>'


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
    return f'<table class="{escape(table.role)}"{summary}>\n{caption}<colgroup>{columns}</colgroup>\n{parts}</table>'


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
        case PageField():
            return ""


def _text(text: Text) -> str:
    styled = _styled(escape(text.text, quote=False), text.strong, text.emphasis)
    return f'<span lang="{escape(text.lang)}">{styled}</span>' if text.lang else styled


def _styled(text: str, strong: bool, emphasis: bool) -> str:
    text = f"<strong>{text}</strong>" if strong else text
    return f"<em>{text}</em>" if emphasis else text


# -- looks --------------------------------------------------------------------------------------
@lru_cache(maxsize=8)
def _style(theme: Theme) -> str:
    """Return the style sheet of a theme."""
    page = theme.page
    margins = " ".join(
        _mm(value) for value in (page.margin_top, page.margin_right, page.margin_bottom, page.margin_left)
    )
    rules = [
        f"@page {{ size: {_mm(page.width)} {_mm(page.height)}; margin: {margins}; }}",
        "* { box-sizing: border-box; }",
        "html { background: #e9ebef; }",
        f'body {{ margin: 0; color: #000; font-family: "{theme.font.word}", {theme.font.family}, serif; }}',
        f".page {{ background: #fff; max-width: {_mm(page.width)}; margin: 8mm auto; padding: {margins}; "
        "box-shadow: 0 1px 6px rgba(0, 0, 0, 0.25); overflow-x: auto; }",
        ".side-by-side { display: flex; break-inside: avoid; }",
        ".side-by-side > div { flex-basis: 0; min-width: 0; }",
        "figure { margin: 0; text-align: center; break-inside: avoid; }",
        "img, svg { max-width: 100%; } figure img:not([style]) { width: auto; height: auto; max-height: 100mm; }",
        "ol, ul { list-style: none; margin: 0; padding: 0; } li { break-inside: avoid; }",
        ".group { break-inside: avoid; }",
        ".blank { display: inline-block; max-width: 100%; border-bottom: 0.5pt solid #000; height: 1em; }",
        "caption > span, figcaption > span { display: block; }",
        "table { width: 100%; border-collapse: collapse; table-layout: fixed; break-inside: auto; }",
        "tr { break-inside: avoid; } th { font-weight: normal; } .subtotal > * { font-weight: bold; }",
        "th, td { vertical-align: top; overflow-wrap: break-word; }",
        ".page-break { break-after: page; }",
        "@media print { html { background: none; } .page { margin: 0; padding: 0; max-width: none; box-shadow: none; "
        "break-after: page; } .page:last-child { break-after: auto; } }",
        "@media (max-width: 700px) { .page { padding: 6mm; margin: 0; } }",
    ]
    rules += [_paragraph_rule(role, look) for role, look in theme.paragraph.items()]
    rules += _list_rules(theme)
    rules += [rule for role in theme.table for rule in _table_rules(role, theme)]
    rules += [
        f".side-{role} {{ gap: {_mm(look.gap)}; margin-bottom: {look.after:g}pt; "
        f"align-items: {dict(top='flex-start', middle='center', bottom='flex-end')[look.align]}; }}"
        for role, look in theme.side.items()
    ]
    return "\n".join(rules) + "\n"


def _mm(points: float) -> str:
    return f"{points / MM:g}mm"


def _paragraph_rule(role: str, look: ParagraphLook) -> str:
    selector = role if role in ("h1", "h2", "h3") else f".{role}"
    return (
        f"{selector} {{ {_type(look)} text-align: {look.align}; margin: {look.before:g}pt "
        f"{_mm(look.indent_right)} {look.after:g}pt {_mm(look.indent_left)}; text-indent: {_mm(look.first_line)}; "
        f"break-after: {'avoid' if look.keep_with_next else 'auto'}; widows: 2; orphans: 2; }}"
    )


def _type(look: ParagraphLook) -> str:
    return (
        f"font-size: {look.size:g}pt; line-height: {look.leading:g}pt; color: {look.color}; "
        f"font-weight: {'bold' if look.bold else 'normal'}; font-style: {'italic' if look.italic else 'normal'};"
    )


def _list_rules(theme: Theme) -> list[str]:
    """Return the rules of lists: the look of a role is the look of its items."""
    look = theme.paragraph["list"] if "list" in theme.paragraph else theme.paragraph["body"]
    return [
        "ol.list, ul.list { margin: 0; text-indent: 0; }",
        f"li {{ {_type(look)} text-align: {look.align}; margin: 0 0 {look.after:g}pt {_mm(look.indent_left)}; "
        f"text-indent: {_mm(look.first_line)}; }}",
        f".label {{ display: inline-block; min-width: {_mm(max(-look.first_line - 3, 0))}; text-indent: 0; }}",
    ]


def _table_rules(role: str, theme: Theme) -> list[str]:
    look = theme.table[role]
    border = f"border: {look.rule:g}pt solid {look.rule_color};" if look.rule else ""
    padding = f"padding: {look.padding_y:g}pt {_mm(look.padding_x)};"
    rules = [
        f"table.{role} {{ margin: 0 0 {look.after:g}pt; text-indent: 0; }}",
        f"table.{role} th, table.{role} td {{ {border} {padding} }}",
    ]
    parts = (
        ("td", look.text),
        ("tbody th", look.row_head),
        ("thead th", look.head),
        ("tfoot th", look.foot),
        ("tfoot td", look.foot),
    )
    for selector, paragraph in parts:
        text = theme.paragraph[paragraph]
        rules.append(f"table.{role} {selector} {{ {_type(text)} text-align: {text.align}; }}")
    rules.append(f"table.{role} thead {{ background: {look.head_fill}; }}")
    rules.append(f"table.{role} tfoot {{ background: {look.foot_fill}; }}")
    return rules
