"""Marks by which a filled template remembers where each tag was written and which field filled a text.

They are noncharacters of Unicode (U+FDD0 to U+FDD4), which no text may hold, so they pass through
template filling and escaping untouched. The markup reader takes them out again.
"""

from __future__ import annotations

import re
import zlib
from functools import lru_cache
from typing import Final

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
            parts.append(f"{PLACE_START}{place_mark(file, tag_line, column)}{PLACE_END}")
        line += text.count("\n")
        start = found.end()
    parts.append(source[start:])
    return "".join(parts)


# -- places ---------------------------------------------------------------------------------------
# A place is four characters: two for the file, one each for line and column. Spelt out they were 31, and
# of the 800 characters of a row of costs 520 were marks; 10,000 rows are 3 million characters now, not 8.
_FIRST: Final = 0x3400
_MOST: Final = 0xA000
"""The letters from U+3400 on stand for numbers: nothing in templates or markup means anything by them."""
_FILES: Final[dict[str, str]] = {}
_MOST_FILES: Final = 10_000


def place_mark(file: str, line: int, column: int) -> str:
    """Return the mark of a place: short where it can be, else spelt out, `file:line:column`."""
    if max(line, column) >= _MOST or not known_file(file):
        return f"{file}:{line}:{column}"
    return f"{_file_mark(file)}{chr(_FIRST + line)}{chr(_FIRST + column)}"


def known_file(file: str) -> bool:
    """Make a file known to `read_place`; False when another one has its two characters already.

    They are made from its name, so that a template compiled by another process has the same marks.
    """
    mark = _file_mark(file)
    if len(_FILES) < _MOST_FILES:
        _FILES.setdefault(mark, file)
    return _FILES.get(mark) == file


@lru_cache(maxsize=64)
def _file_mark(file: str) -> str:
    """Return the two characters of a file: 30 bits of the checksum of its name."""
    high, low = divmod(zlib.crc32(file.encode(errors="surrogatepass")) & 0x3FFFFFFF, 1 << 15)
    return chr(_FIRST + high) + chr(_FIRST + low)


@lru_cache(maxsize=4096)
def read_place(mark: str) -> Place:
    """Return the place of a mark; nowhere for an empty one."""
    if len(mark) == 4 and (file := _FILES.get(mark[:2])) is not None:
        return Place(file, ord(mark[2]) - _FIRST, ord(mark[3]) - _FIRST)
    if not mark:
        return Place()
    file, line, column = mark.rsplit(":", 2)
    return Place(file, int(line), int(column))


# -- fields ---------------------------------------------------------------------------------------
def mark_field(text: str, field: str) -> str:
    """Return an escaped text that remembers the field it came from."""
    return f"{FIELD_START}{field}{FIELD_MIDDLE}{text}{FIELD_END}"


def split_fields(text: str) -> list[tuple[str, str]]:
    """Return the parts of a text with their fields; a part the template wrote has the field ""."""
    if FIELD_START not in text:
        return [(text, "")]
    if text[0] == FIELD_START and text.find(FIELD_END) == len(text) - 1:
        field, _, filled = text[1:-1].partition(FIELD_MIDDLE)
        return [(filled, field)] if filled else []
    parts = _FIELD.split(text)
    # split gives: template text, field, data text, template text, field, data text, ...
    pairs = [(parts[0], "")]
    for at in range(1, len(parts), 3):
        pairs += [(parts[at + 1], parts[at]), (parts[at + 2], "")]
    return [pair for pair in pairs if pair[0]]


def without_marks(text: str) -> str:
    """Return a text without any mark of a field."""
    if FIELD_START not in text:
        return text
    return "".join(part for part, _ in split_fields(text))
