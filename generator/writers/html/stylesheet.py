"""The style sheet of the preview: a theme's looks as CSS, on screen and on paper."""

from __future__ import annotations

from functools import lru_cache

from generator.theme import MM, PageLook, ParagraphLook, Theme

_ITEMS = {"top": "flex-start", "middle": "center", "bottom": "flex-end"}

_FIXED = """\
* { box-sizing: border-box; overflow-wrap: anywhere; }
html { background: #e9ebef; }
.page { background: #fff; margin: 8mm auto; box-shadow: 0 1px 6px rgba(0, 0, 0, 0.25); }
.side-by-side { display: flex; break-inside: avoid; }
.side-by-side > div { flex-basis: 0; min-width: 0; }
figure { margin: 0; text-align: center; break-inside: avoid; }
img, svg { max-width: 100%; }
figure img:not([style]) { width: auto; height: auto; max-height: 100mm; }
ol, ul { list-style: none; margin: 0; padding: 0; }
li, tr, .group { break-inside: avoid; }
.blank { display: inline-block; max-width: 100%; border-bottom: 0.5pt solid #000; height: 1em; }
.signature-field { display: inline-block; max-width: 100%; border: 0.5pt dotted #767676; }
caption > span, figcaption > span { display: block; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; break-inside: auto; }
th { font-weight: normal; }
th, td { vertical-align: top; }
.page-break { break-after: page; }
@media print {
  html { background: none; }
  .page { margin: 0; padding: 0; max-width: none; box-shadow: none; break-after: page; }
  .page:last-child { break-after: auto; }
}
@media (max-width: 700px) {
  .page { padding: 6mm; margin: 0; }
  .page p { margin-left: 0 !important; }
}
"""


@lru_cache(maxsize=8)
def stylesheet(theme: Theme) -> str:
    """Return the style sheet of a theme."""
    rules = [*_page_rules(theme.page, f'"{theme.font.word}", {theme.font.family}, serif')]
    rules += [_paragraph_rule(role, look) for role, look in theme.paragraph.items()]
    rules += _sans_rules(theme)
    rules += _list_rules(theme)
    rules += [rule for role in theme.table for rule in _table_rules(role, theme)]
    rules += [".subtotal > * { font-weight: bold !important; }"]
    rules += [
        f".side-{role} {{ gap: {_mm(look.gap)}; margin-bottom: {look.after:g}pt; "
        f"align-items: {_ITEMS[look.align]}; }}"
        for role, look in theme.side.items()
    ]
    return _FIXED + "\n".join(rules) + "\n"


def _page_rules(page: PageLook, fonts: str) -> list[str]:
    sides = (page.margin_top, page.margin_right, page.margin_bottom, page.margin_left)
    margins = " ".join(map(_mm, sides))
    return [
        f"@page {{ size: {_mm(page.width)} {_mm(page.height)}; margin: {margins}; }}",
        f"body {{ margin: 0; color: #000; font-family: {fonts}; }}",
        "@media screen and (min-width: 701px) "
        f"{{ .page {{ max-width: {_mm(page.width)}; padding: {margins}; }} }}",
    ]


def _mm(points: float) -> str:
    return f"{points / MM:g}mm"


def _paragraph_rule(role: str, look: ParagraphLook) -> str:
    selector = role if role in ("h1", "h2", "h3") else f".{role}"
    return (
        f"{selector} {{ {_type(look)} text-align: {look.align}; margin: {look.before:g}pt "
        f"{_mm(look.indent_right)} {look.after:g}pt {_mm(look.indent_left)}; "
        f"text-indent: {_mm(look.first_line)}; "
        f"break-after: {'avoid' if look.keep_with_next else 'auto'}; widows: 2; orphans: 2; }}"
    )


def _sans_rules(theme: Theme) -> list[str]:
    """Return the rule of the roles that are set without serifs, if there are any."""
    roles = ", ".join(f".{role}" for role, look in theme.paragraph.items() if look.sans)
    fonts = f'"{theme.font.word_sans}", {theme.font.sans}, sans-serif'
    return [f"{roles} {{ font-family: {fonts}; font-style: normal; font-weight: normal; }}"] if roles else []


def _type(look: ParagraphLook) -> str:
    return (
        f"font-size: {look.size:g}pt; line-height: {look.leading:g}pt; color: {look.color}; "
        f"font-weight: {'bold' if look.bold else 'normal'}; "
        f"font-style: {'italic' if look.italic else 'normal'};"
    )


def _list_rules(theme: Theme) -> list[str]:
    """Return the rules of lists; items are not justified, so that their labels stay in line."""
    look = theme.paragraph["list"] if "list" in theme.paragraph else theme.paragraph["body"]
    return [
        "ol.list, ul.list { margin: 0; text-indent: 0; }",
        f"li {{ {_type(look)} text-align: left; text-indent: {_mm(look.first_line)}; "
        f"margin: 0 0 {look.after:g}pt {_mm(look.indent_left)}; }}",
        f".label {{ display: inline-block; min-width: {_mm(max(-look.first_line - 3, 0))}; "
        "text-indent: 0; }",
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
