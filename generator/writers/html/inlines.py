"""Inline content as HTML, and the marks by which an editor finds the fields it came from."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from html import escape

from generator.document.nodes import (
    Blank,
    Counter,
    Inline,
    LineBreak,
    Link,
    PageField,
    SignatureField,
    Text,
)


def no_mark(field: str) -> str:
    """Return no attribute: a finished file says nothing of fields."""
    return ""


def data_field(field: str) -> str:
    """Return the attribute that names the field of the data, and nothing for what came from none."""
    return f' data-field="{escape(field)}"' if field else ""


class Inlines:
    """Writes inline content; `mark` gives the attributes of what came from a field of the data."""

    def __init__(self, mark: Callable[[str], str] = no_mark) -> None:
        self.mark = mark

    def of(self, inlines: Iterable[Inline]) -> str:
        """Return inline content as HTML."""
        return "".join(map(self._inline, inlines))

    def _inline(self, inline: Inline) -> str:
        match inline:
            case Text():
                return self._text(inline)
            case LineBreak():
                return "<br>"
            case Link():
                return f'<a href="{escape(inline.href)}">{self.of(inline.children)}</a>'
            case Counter():
                return _styled(str(inline.value), inline.strong, inline.emphasis)
            case Blank():
                return f'<span class="blank" style="width:{inline.width:g}mm"></span>'
            case SignatureField():
                size = f"width:{inline.width:g}mm;height:{inline.height:g}mm"
                return f'<span class="signature-field" title="{escape(inline.label)}" style="{size}"></span>'
            case PageField():
                return ""

    def _text(self, text: Text) -> str:
        styled = _styled(escape(text.text, quote=False), text.strong, text.emphasis)
        lang = f' lang="{escape(text.lang)}"' if text.lang else ""
        attributes = lang + self.mark(text.field)
        return f"<span{attributes}>{styled}</span>" if attributes else styled


def _styled(text: str, strong: bool, emphasis: bool) -> str:
    text = f"<strong>{text}</strong>" if strong else text
    return f"<em>{text}</em>" if emphasis else text
