"""The outline a reader shows beside the pages: one entry for each heading."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.document.nodes import Heading, plain_text
from generator.layout.fonts import SOFT_HYPHEN
from generator.writers.pdf.objects import Objects
from generator.writers.pdf.paint import Painting
from generator.writers.pdf.strings import number, text_string


@dataclass(slots=True)
class Entry:
    """A heading in the outline, with those below it."""

    title: str
    target: str
    number: int
    inner: list[Entry] = field(default_factory=list)


def add_outline(painting: Painting, pages: Sequence[int], objects: Objects) -> int | None:
    """Add the outline (ISO 32000-1, 12.3.3); return its object number, or None without headings.

    Headings are painted in reading order.
    """
    path: list[tuple[int, list[Entry]]] = [(0, [])]
    for heading, (page, top) in painting.tops.items():
        entry = Entry(_words(heading), f"[{pages[page]} 0 R/XYZ null {number(top)} null]", objects.reserve())
        while path[-1][0] >= heading.level:
            path.pop()
        path[-1][1].append(entry)
        path.append((heading.level, entry.inner))
    entries = path[0][1]
    if not entries:
        return None
    root = objects.reserve()
    objects.put(root, f"<</Type/Outlines{_kids(entries, root, objects)}>>")
    return root


def _words(heading: Heading) -> str:
    return f"{heading.number} {plain_text(heading.children)}".strip().replace(SOFT_HYPHEN, "")


def _kids(entries: Sequence[Entry], parent: int, objects: Objects) -> str:
    """Write entries below a parent, and return what the parent says of them."""
    for place, entry in enumerate(entries):
        before = f"/Prev {entries[place - 1].number} 0 R" if place else ""
        after = f"/Next {entries[place + 1].number} 0 R" if place + 1 < len(entries) else ""
        inner = _kids(entry.inner, entry.number, objects) if entry.inner else ""
        title = text_string(entry.title)
        text = f"<</Title{title}/Parent {parent} 0 R/Dest{entry.target}{before}{after}{inner}>>"
        objects.put(entry.number, text)
    return f"/First {entries[0].number} 0 R/Last {entries[-1].number} 0 R/Count {_count(entries)}"


def _count(entries: Sequence[Entry]) -> int:
    return sum(1 + _count(entry.inner) for entry in entries)
