"""The part of a TrueType face that a document uses, as a font file of its own."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from struct import pack, pack_into, unpack_from
from typing import Final

from reportlab.pdfbase.ttfonts import TTFontFace, TTFontMaker

from generator.layout.boxes import Face
from generator.layout.fonts import font_face
from generator.writers.pdf.objects import COMPRESSION

ARGUMENTS_ARE_WORDS: Final = 0x0001
HAS_SCALE: Final = 0x0008
MORE_COMPONENTS: Final = 0x0020
HAS_TWO_SCALES: Final = 0x0040
HAS_MATRIX: Final = 0x0080
LONG_OFFSETS: Final = 50
"""Where `head` says that `loca` holds long offsets."""
_COPIED: Final = ("cvt ", "fpgm", "prep")


def subset_file(family: str, face: Face, codes: Sequence[tuple[int, int]]) -> tuple[bytes, int]:
    """Return a compressed font file and its length before; `codes` pairs a code with a character."""
    source = font_face(family, face)
    glyphs = [0, *dict.fromkeys(source.charToGlyph[character] for _, character in codes)]
    outlines = _outlines(family, face)
    places = _with_components(outlines, glyphs)
    maker = TTFontMaker()
    for tag in _COPIED:
        if tag in source.table:
            maker.add(tag, _table(source, tag))
    maker.add("cmap", _cmap([(code, places[source.charToGlyph[char]]) for code, char in codes]))
    _add_outlines(maker, [outlines[glyph] for glyph in glyphs], places)
    head = bytearray(_table(source, "head"))
    pack_into(">H", head, LONG_OFFSETS, 1)
    maker.add("head", bytes(head))
    _add_metrics(maker, source, glyphs)
    data: bytes = maker.makeStream()
    return zlib.compress(data, COMPRESSION), len(data)


def _table(source: TTFontFace, tag: str) -> bytes:
    data: bytes = source.get_table(tag)  # type: ignore[no-untyped-call]
    return data


@cache
def _outlines(family: str, face: Face) -> tuple[bytes, ...]:
    """Return the outline of every glyph of a face."""
    source = font_face(family, face)
    data = _table(source, "glyf")
    return tuple(data[start:end] for start, end in pairwise(source.glyphPos))


def _with_components(outlines: Sequence[bytes], glyphs: list[int]) -> dict[int, int]:
    """Add the parts of composite glyphs to the list, and return the new number of each glyph."""
    places = {glyph: place for place, glyph in enumerate(glyphs)}
    for glyph in glyphs:
        data = outlines[glyph]
        for offset in _component_offsets(data):
            part = unpack_from(">H", data, offset)[0]
            if part not in places:
                places[part] = len(glyphs)
                glyphs.append(part)
    return places


def _component_offsets(data: bytes | bytearray) -> Iterator[int]:
    """Yield where a composite glyph names its parts (OpenType, "glyf", composite glyph)."""
    if len(data) < 12 or unpack_from(">h", data)[0] >= 0:
        return
    offset, flags = 10, MORE_COMPONENTS
    while flags & MORE_COMPONENTS:
        flags = unpack_from(">H", data, offset)[0]
        yield offset + 2
        offset += 8 if flags & ARGUMENTS_ARE_WORDS else 6
        if flags & HAS_SCALE:
            offset += 2
        elif flags & HAS_TWO_SCALES:
            offset += 4
        elif flags & HAS_MATRIX:
            offset += 8


def _cmap(codes: Sequence[tuple[int, int]]) -> bytes:
    """Return a character map of one table: platform 1, encoding 0, format 0."""
    table = bytearray(256)
    for code, place in codes:
        table[code] = place
    return pack(">HHHHLHHH", 0, 1, 1, 0, 12, 0, 262, 0) + bytes(table)


def _add_outlines(maker: TTFontMaker, outlines: Iterable[bytes], places: dict[int, int]) -> None:
    """Add the outlines, with the parts of composites renumbered, and where each begins."""
    moved, offsets, end = [], [0], 0
    for outline in outlines:
        data = bytearray(outline)
        for offset in list(_component_offsets(data)):
            pack_into(">H", data, offset, places[unpack_from(">H", data, offset)[0]])
        data += b"\0" * (-len(data) % 4)
        moved.append(bytes(data))
        end += len(data)
        offsets.append(end)
    maker.add("glyf", b"".join(moved))
    maker.add("loca", pack(f">{len(offsets)}L", *offsets))


def _add_metrics(maker: TTFontMaker, source: TTFontFace, glyphs: Sequence[int]) -> None:
    """Add the widths of the glyphs, and how many there are."""
    count = len(glyphs)
    maker.add("hmtx", b"".join(pack(">HH", *map(int, source.hmetrics[glyph])) for glyph in glyphs))
    hhea, maxp = bytearray(_table(source, "hhea")), bytearray(_table(source, "maxp"))
    pack_into(">H", hhea, 34, count)
    pack_into(">H", maxp, 4, count)
    maker.add("hhea", bytes(hhea))
    maker.add("maxp", bytes(maxp))
