"""The part of a TrueType face that a document uses, as a font file of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from struct import pack, pack_into, unpack, unpack_from
from typing import Final, NamedTuple

from generator.layout.boxes import Face
from generator.layout.font_files import FontFile
from generator.layout.fonts import font_face
from generator.writers.compression import KEPT, framed

ARGUMENTS_ARE_WORDS: Final = 0x0001
HAS_SCALE: Final = 0x0008
MORE_COMPONENTS: Final = 0x0020
HAS_TWO_SCALES: Final = 0x0040
HAS_MATRIX: Final = 0x0080
CHECKSUM: Final = 8
"""Where `head` has the checksum of the file."""
LONG_OFFSETS: Final = 50
"""Where `head` says that `loca` holds long offsets."""
_COPIED: Final = ("cvt ", "fpgm", "prep")


def subset_file(family: str, face: Face, codes: Sequence[tuple[int, int]]) -> tuple[bytes, int]:
    """Return a compressed font file and its length before; `codes` pairs a code with a character."""
    source = font_face(family, face)
    glyphs = [0, *dict.fromkeys(source.glyphs[character] for _, character in codes)]
    outlines = _Outlines(source.table("glyf"), source.outlines)
    places = _with_components(outlines, glyphs)
    head = bytearray(source.table("head"))
    pack_into(">L", head, CHECKSUM, 0)
    pack_into(">H", head, LONG_OFFSETS, 1)
    data = _font_file(
        {
            **{tag: source.table(tag) for tag in _COPIED if tag in source.tables},
            "cmap": _cmap([(code, places[source.glyphs[character]]) for code, character in codes]),
            **_outline_tables(map(outlines.of, glyphs), places),
            "head": bytes(head),
            **_metric_tables(source, glyphs),
        }
    )
    return framed(data, KEPT), len(data)


class _Outlines(NamedTuple):
    """The outlines of a face by number of the glyph: of 1,500 a document uses a hundred."""

    table: bytes
    places: Sequence[int]

    def of(self, glyph: int) -> bytes:
        """Return the outline of a glyph."""
        return self.table[self.places[glyph] : self.places[glyph + 1]]


def _with_components(outlines: _Outlines, glyphs: list[int]) -> dict[int, int]:
    """Add the parts of composite glyphs to the list, and return the new number of each glyph."""
    places = {glyph: place for place, glyph in enumerate(glyphs)}
    for glyph in glyphs:
        data = outlines.of(glyph)
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


def _outline_tables(outlines: Iterable[bytes], places: dict[int, int]) -> dict[str, bytes]:
    """Return the outlines, with the parts of composites renumbered, and where each begins."""
    moved, offsets, end = [], [0], 0
    for outline in outlines:
        data = bytearray(outline)
        for offset in list(_component_offsets(data)):
            pack_into(">H", data, offset, places[unpack_from(">H", data, offset)[0]])
        data += b"\0" * (-len(data) % 4)
        moved.append(bytes(data))
        end += len(data)
        offsets.append(end)
    return {"glyf": b"".join(moved), "loca": pack(f">{len(offsets)}L", *offsets)}


def _metric_tables(source: FontFile, glyphs: Sequence[int]) -> dict[str, bytes]:
    """Return the widths of the glyphs, and how many there are."""
    count = len(glyphs)
    hhea, maxp = bytearray(source.table("hhea")), bytearray(source.table("maxp"))
    pack_into(">H", hhea, 34, count)
    pack_into(">H", maxp, 4, count)
    widths = b"".join(source.metrics[4 * glyph : 4 * glyph + 4] for glyph in glyphs)
    return {"hmtx": widths, "hhea": bytes(hhea), "maxp": bytes(maxp)}


def _font_file(tables: Mapping[str, bytes]) -> bytes:
    """Return tables as a file (OpenType, "Organization of an OpenType font"); one of them is `head`.

    As reportlab's `TTFontMaker`, which a test compares: to load reportlab takes 9 % of a run of one trip.
    """
    power = len(tables).bit_length() - 1
    sizes = (len(tables), 16 << power, power, 16 * len(tables) - (16 << power))
    start, offset = pack(">L4H", 0x10000, *sizes), 12 + 16 * len(tables)
    contents: list[bytes] = []
    total = 0
    for tag, data in sorted(tables.items()):
        if tag == "head":
            checksum_at = offset + CHECKSUM
        content = data + b"\0" * (-len(data) % 4)
        checksum = _checksum(content)
        start += pack(">4s3L", tag.encode("ascii"), checksum, offset, len(data))
        contents.append(content)
        total += checksum
        offset += len(content)
    file = bytearray(b"".join((start, *contents)))
    pack_into(">L", file, checksum_at, 0xB1B0AFBA - _checksum(start) - total & 0xFFFFFFFF)
    return bytes(file)


def _checksum(data: bytes) -> int:
    """Return the sum of the words of four bytes that data consist of."""
    words: tuple[int, ...] = unpack(f">{len(data) // 4}L", data)
    return sum(words) & 0xFFFFFFFF
