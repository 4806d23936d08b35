"""Marks by which a filled template remembers where each tag was written and which field filled a text.

They are noncharacters of Unicode (U+FDD0 to U+FDD4), which no text may hold, so they pass through
template filling and escaping untouched. The markup reader takes them out again.
"""

from __future__ import annotations

import re
from functools import lru_cache

from generator.errors import Place

PLACE_START, PLACE_END = "\ufdd0", "\ufdd1"
FIELD_START, FIELD_MIDDLE, FIELD_END = "\ufdd2", "\ufdd3", "\ufdd4"

_FIELD = re.compile(f"{FIELD_START}([^{FIELD_MIDDLE}]*){FIELD_MIDDLE}([^{FIELD_END}]*){FIELD_END}")
_TAG_OR_JINJA = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|<!--.*?-->|</?[A-Za-z][A-Za-z0-9-]*", re.DOTALL)


def mark_places(source: str, file: str) -> str:
    """Return a template with the place of each tag put behind the tag's name; lines stay as they are."""
    line, start = 1, 0
    parts: list[str] = []
    for found in _TAG_OR_JINJA.finditer(source):
        text = source[start : found.end()]
        parts.append(text)
        if found[0].startswith("<") and not found[0].startswith("<!"):
            tag_line = line + source.count("\n", start, found.start())
            column = found.start() - source.rfind("\n", 0, found.start())
            parts.append(f"{PLACE_START}{file}:{tag_line}:{column}{PLACE_END}")
        line += text.count("\n")
        start = found.end()
    parts.append(source[start:])
    return "".join(parts)


@lru_cache(maxsize=4096)
def read_place(mark: str) -> Place:
    """Return the place written in a mark (`file:line:column`); nowhere for an empty mark."""
    if not mark:
        return Place()
    file, line, column = mark.rsplit(":", 2)
    return Place(file, int(line), int(column))


def mark_field(text: str, field: str) -> str:
    """Return an escaped text that remembers the field it came from."""
    return f"{FIELD_START}{field}{FIELD_MIDDLE}{text}{FIELD_END}"


def split_fields(text: str) -> list[tuple[str, str]]:
    """Return the parts of a text with their fields; a part the template wrote has the field ""."""
    if FIELD_START not in text:
        return [(text, "")]
    parts = _FIELD.split(text)
    # split gives: template text, field, data text, template text, field, data text, ...
    pairs = [(parts[0], "")]
    for at in range(1, len(parts), 3):
        pairs += [(parts[at + 1], parts[at]), (parts[at + 2], "")]
    return [pair for pair in pairs if pair[0]]


def without_marks(text: str) -> str:
    """Return a text without any mark of a field."""
    return "".join(part for part, _ in split_fields(text))
