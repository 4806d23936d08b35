"""The styles part: every look of the theme as a named style, and little else."""

from __future__ import annotations

from generator.theme import FontLook, ParagraphLook, Theme
from generator.writers.docx.markup import NOTHING, Markup, el, joined, part_text, toggle
from generator.writers.docx.names import Style, Styles, TableStyle
from generator.writers.docx.namespaces import W
from generator.writers.docx.numbering import HEADING_LIST, heading_levels
from generator.writers.docx.units import eighths, half_points, twips

ALIGNMENT = {"left": "left", "right": "right", "center": "center", "justify": "both"}
"""The words of WordprocessingML for where the lines of a paragraph stand."""

LINK_COLOR = "0563C1"
HEADING_ROLES = {"h1": 0, "h2": 1, "h3": 2}
_CHARACTER_STYLES = {
    "Strong": (el("w:b"), el("w:bCs")),
    "Emphasis": (el("w:i"), el("w:iCs")),
    "Hyperlink": (el("w:color", val=LINK_COLOR), el("w:u", val="single")),
}


def styles_part(theme: Theme, styles: Styles, language: str) -> Markup:
    """Return the text of `word/styles.xml`."""
    body = styles.body
    root = el(
        "w:styles",
        _defaults(theme, language),
        _latent_styles(),
        _normal(),
        joined(
            _paragraph_style(theme, styles, role, style, place)
            for place, (role, style) in enumerate(styles.paragraph.items(), 1)
        ),
        _separator(styles.separator, body),
        *(_character_style(name, *look) for name, look in _CHARACTER_STYLES.items()),
        *(_table_style(style) for style in styles.table.values()),
        xmlns_w=W,
    )
    return part_text(root)


def _defaults(theme: Theme, language: str) -> Markup:
    body = theme.paragraph["body"]
    font = theme.font.word
    return el(
        "w:docDefaults",
        el(
            "w:rPrDefault",
            el(
                "w:rPr",
                el("w:rFonts", ascii=font, hAnsi=font, eastAsia=font, cs=font),
                *_size(body),
                el("w:lang", val=language, eastAsia=language, bidi=language),
            ),
        ),
        el("w:pPrDefault"),
    )


def _latent_styles() -> Markup:
    """Return the rule that hides the styles Word brings itself until somebody uses them."""
    return el(
        "w:latentStyles",
        defLockedState=0,
        defUIPriority=99,
        defSemiHidden=1,
        defUnhideWhenUsed=1,
        defQFormat=0,
        count=376,
    )


def _normal() -> Markup:
    """Return the styles at the root of all others; they have no look of their own."""
    bare = el("w:tblPr", el("w:tblInd", w=0, type="dxa"), no_padding())
    return joined(
        (
            _style("paragraph", "Normal", "Normal", el("w:uiPriority", val=0), el("w:qFormat"), default=True),
            _style(
                "character",
                "DefaultParagraphFont",
                "Default Paragraph Font",
                *_hidden(),
                default=True,
            ),
            _style("table", "TableNormal", "Normal Table", *_hidden(), bare, default=True),
            _style("numbering", "NoList", "No List", *_hidden(), default=True),
        )
    )


def _hidden() -> tuple[Markup, ...]:
    return el("w:uiPriority", val=99), el("w:semiHidden"), el("w:unhideWhenUsed")


def no_padding() -> Markup:
    """Return the padding of cells that have none."""
    sides = (el(f"w:{side}", w=0, type="dxa") for side in ("top", "left", "bottom", "right"))
    return el("w:tblCellMar", *sides)


def _style(
    kind: str, id: str, name: str, *content: Markup, default: bool = False, own: bool = False
) -> Markup:
    marks: dict[str, int] = {}
    if default:
        marks["default"] = 1
    if own:
        marks["customStyle"] = 1
    return el("w:style", el("w:name", val=name), *content, type=kind, **marks, styleId=id)


# -- paragraphs ---------------------------------------------------------------------------------
def _paragraph_style(theme: Theme, styles: Styles, role: str, style: Style, place: int) -> Markup:
    base = None if style is styles.body else styles.body
    return _style(
        "paragraph",
        style.id,
        style.name,
        el("w:basedOn", val=base.id if base else "Normal"),
        el("w:next", val=_next(styles, role, style).id),
        el("w:uiPriority", val=place),
        el("w:qFormat"),
        el("w:pPr", *_paragraph_look(theme, role, style.look, base.look if base else None)),
        el("w:rPr", *_run_look(role, style.look, base.look if base else None, theme.font)),
        own=not style.built_in,
    )


def _next(styles: Styles, role: str, style: Style) -> Style:
    """Return the style of the paragraph that a person goes on to write after this one."""
    if role == "figure" and "caption" in styles.paragraph:
        return styles.paragraph["caption"]
    if style.look.keep_with_next or role == "caption":
        return styles.body
    return style


def _paragraph_look(theme: Theme, role: str, look: ParagraphLook, base: ParagraphLook | None) -> list[Markup]:
    """Return the paragraph properties in which a look differs from its base, in schema order."""
    parts = []
    if look.keep_with_next != (base.keep_with_next if base else False):
        parts.append(toggle("w:keepNext", look.keep_with_next))
    if look.keep_with_next:
        parts.append(el("w:keepLines"))
    if base is None:
        parts.append(el("w:widowControl"))
    parts.append(_heading_number(theme, role))
    if base is None or _spacing(look, role) != _spacing(base):
        parts.append(_spacing(look, role))
    if base is None or indents(look) != indents(base):
        parts.append(indents(look))
    if base is None or look.align != base.align:
        parts.append(el("w:jc", val=ALIGNMENT[look.align]))
    if role in HEADING_ROLES:
        parts.append(el("w:outlineLvl", val=HEADING_ROLES[role]))
    return parts


def _heading_number(theme: Theme, role: str) -> Markup:
    if role not in heading_levels(theme):
        return NOTHING
    level = heading_levels(theme).index(role)
    return el("w:numPr", el("w:ilvl", val=level), el("w:numId", val=HEADING_LIST))


def _spacing(look: ParagraphLook, role: str = "") -> Markup:
    """Return the exact line pitch; a figure's lines grow with the picture that stands in them."""
    line = {"line": 240, "lineRule": "auto"} if role == "figure" else exact_line(look.leading)
    return el("w:spacing", before=twips(look.before), after=twips(look.after), **line)


def exact_line(leading: float) -> dict[str, str | int]:
    """Return the attributes of an exact line pitch in points."""
    return {"line": twips(leading), "lineRule": "exact"}


def indents(look: ParagraphLook) -> Markup:
    """Return the indents of a look; a hanging first line is one that begins further left."""
    left, right, first = map(twips, (look.indent_left, look.indent_right, look.first_line))
    if first < 0:
        return el("w:ind", left=left, right=right, hanging=-first)
    return el("w:ind", left=left, right=right, firstLine=first)


def _run_look(role: str, look: ParagraphLook, base: ParagraphLook | None, font: FontLook) -> list[Markup]:
    """Return the run properties in which a look differs from its base, in schema order."""
    parts = []
    if look.sans != (base.sans if base else False):
        name = font.word_sans if look.sans else font.word
        parts.append(el("w:rFonts", ascii=name, hAnsi=name, eastAsia=name, cs=name))
    if look.bold != (base.bold if base else False):
        parts += [toggle("w:b", look.bold), toggle("w:bCs", look.bold)]
    if look.italic != (base.italic if base else False):
        parts += [toggle("w:i", look.italic), toggle("w:iCs", look.italic)]
    if look.color != (base.color if base else "#000000"):
        parts.append(el("w:color", val=look.color.removeprefix("#").upper()))
    if role == "figure":
        # a picture stands on the line's base; type this small leaves nothing hanging below it
        parts += [el("w:sz", val=2), el("w:szCs", val=2)]
    elif base is None or look.size != base.size:
        parts += _size(look)
    return parts


def _size(look: ParagraphLook) -> list[Markup]:
    return [el("w:sz", val=half_points(look.size)), el("w:szCs", val=half_points(look.size))]


def _separator(style: Style, body: Style) -> Markup:
    return _style(
        "paragraph",
        style.id,
        style.name,
        el("w:basedOn", val=body.id),
        *_hidden(),
        el("w:pPr", _spacing(style.look), indents(style.look), el("w:jc", val="left")),
        el("w:rPr", *_size(style.look)),
        own=True,
    )


# -- characters and tables ----------------------------------------------------------------------
def _character_style(name: str, *look: Markup) -> Markup:
    return _style(
        "character",
        name,
        name,
        el("w:basedOn", val="DefaultParagraphFont"),
        el("w:uiPriority", val=90),
        el("w:qFormat"),
        el("w:rPr", *look),
    )


def _table_style(style: TableStyle) -> Markup:
    look = style.look
    return _style(
        "table",
        style.id,
        style.name,
        el("w:basedOn", val="TableNormal"),
        el("w:uiPriority", val=59),
        el("w:qFormat"),
        el("w:tblPr", _borders(style), _padding(style)),
        _shaded("firstRow", look.head_fill),
        _shaded("lastRow", look.foot_fill),
        own=style.name.lower() != "table grid",
    )


def _borders(style: TableStyle) -> Markup:
    if style.look.rule <= 0:
        return NOTHING
    line: dict[str, str | int] = {
        "val": "single",
        "sz": eighths(style.look.rule),
        "space": 0,
        "color": style.look.rule_color.removeprefix("#").upper(),
    }
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    return el("w:tblBorders", *(el(f"w:{side}", **line) for side in sides))


def _padding(style: TableStyle) -> Markup:
    """Return the padding of cells; Word adds the rule above a row to its height, so that is taken off."""
    look = style.look
    x, below = twips(look.padding_x), twips(look.padding_y)
    above = max(twips(look.padding_y - look.rule), 0)
    sides = (("top", above), ("left", x), ("bottom", below), ("right", x))
    return el("w:tblCellMar", *(el(f"w:{side}", w=width, type="dxa") for side, width in sides))


def _shaded(rows: str, fill: str) -> Markup:
    return el("w:tblStylePr", el("w:tcPr", shading(fill)), type=rows)


def shading(fill: str) -> Markup:
    """Return a ground in one colour, written `#RRGGBB`."""
    return el("w:shd", val="clear", color="auto", fill=fill.removeprefix("#").upper())
