"""The template language: every element, what it may carry, and the choices of its attributes."""

from __future__ import annotations

from typing import Final

BLOCKS: Final = "h1 h2 h3 p ul ol table figure section side-by-side page-break"
INLINES: Final = "br strong em span a page-number page-count counter blank signature-field"
"""What may stand in a part of a document, and in a line of text."""

LISTS: Final = "ul ol"
"""Blocks that may stand in an item of another, after its text."""

VOIDS: Final = "br col img meta page-number page-count counter blank signature-field page-break"
"""What stands alone, without an end tag."""

BARE: Final = "html head body section side-by-side side figure ul ol table colgroup thead tbody tfoot tr"
"""What holds elements and no text: white space in them says nothing."""

ATTRIBUTES: Final[dict[str, str]] = {
    "html": "lang",
    "head": "",
    "title": "",
    "meta": "name content",
    "body": "",
    "header": "class pages",
    "footer": "class pages",
    "section": "class keep orientation",
    "h1": "class",
    "h2": "class",
    "h3": "class",
    "p": "class keep-with-next",
    "ul": "class",
    "ol": "class",
    "li": "",
    "table": "class summary",
    "caption": "class",
    "colgroup": "",
    "col": "share align",
    "thead": "",
    "tbody": "",
    "tfoot": "",
    "tr": "class",
    "th": "scope colspan rowspan align",
    "td": "colspan rowspan align",
    "figure": "class",
    "img": "src alt width height",
    "figcaption": "class",
    "side-by-side": "class keep-with-next",
    "side": "share",
    "br": "",
    "strong": "",
    "em": "",
    "span": "lang",
    "a": "href",
    "page-number": "",
    "page-count": "",
    "counter": "name",
    "blank": "width",
    "signature-field": "label width height",
    "page-break": "",
}
"""Every element of the language and the attributes it may carry."""

CHOICES: Final = {
    "align": ("left", "right", "center", "justify"),
    "scope": ("col", "row"),
    "pages": ("all", "first", "rest"),
    "orientation": ("portrait", "landscape"),
}
"""The values of the attributes that have a few."""
