"""Link annotations: where on a page an address can be followed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final
from urllib.parse import quote

from generator.document.nodes import Link
from generator.frozen import dataclass
from generator.writers.pdf.objects import Objects
from generator.writers.pdf.paint import LinkArea
from generator.writers.pdf.strings import numbers, text_string

_SAFE: Final = "%/:=&?~#+!$,;'@()*[]"
"""Characters of an address that stay as they are (RFC 3986); all others are percent-encoded."""


@dataclass(frozen=True, slots=True)
class Annotation:
    """An annotation in the file: its page, its object number, its key in the parent tree."""

    page: int
    number: int
    key: int


def add_links(areas: Iterable[LinkArea], first_key: int, objects: Objects) -> dict[Link, list[Annotation]]:
    """Add an annotation for each area, neighbours on a line made one; return them by their link."""
    links: dict[Link, list[Annotation]] = {}
    for key, area in enumerate(_joined(areas), first_key):
        number = objects.add(_annotation(area, key))
        links.setdefault(area.link, []).append(Annotation(area.page, number, key))
    return links


def _joined(areas: Iterable[LinkArea]) -> Iterator[LinkArea]:
    """Yield areas, those of one link that touch on one line joined."""
    last: LinkArea | None = None
    for area in areas:
        if last is not None and _touch(last, area):
            (x0, y0, _, y1), x1 = last.box, area.box[2]
            last = LinkArea(last.page, last.link, (x0, y0, x1, y1))
            continue
        if last is not None:
            yield last
        last = area
    if last is not None:
        yield last


def _touch(left: LinkArea, right: LinkArea) -> bool:
    same = left.link is right.link and left.page == right.page and left.box[1] == right.box[1]
    return same and abs(left.box[2] - right.box[0]) < 1


def _annotation(area: LinkArea, key: int) -> str:
    """Return a link annotation with a printed flag and a description (ISO 14289-1, 7.18)."""
    words = "".join(text.text for text in area.link.children)
    address = text_string(quote(area.link.href, safe=_SAFE))
    return (
        f"<</Type/Annot/Subtype/Link/Rect[{numbers(*area.box)}]/Border[0 0 0]/F 4/StructParent {key}"
        f"/Contents{text_string(words)}/A<</S/URI/URI{address}>>>>"
    )
