"""Bytes to text: size, encoding, and characters that no document can hold."""

from __future__ import annotations

from itertools import islice
from typing import Final

from generator.errors import Fault, Place, fault
from generator.tripfiles.content import UNFIT, unfit

MAX_BYTES: Final = 5_000_000
"""The largest trip file that is read."""
MOST_UNFIT: Final = 100
"""How many unfit characters are told one by one."""
STAND_IN: Final = "\ufffd"
"""Stands where an unfit character stood, so that the rest of the file can be read."""

_WIDE: Final = (b"\xff\xfe", b"\xfe\xff", b"\0")


def decoded(data: bytes, name: str) -> tuple[str | None, tuple[Fault, ...]]:
    """Return the text of a UTF-8 file, with or without a mark at its start, and its faults.

    Lines end in a line feed, however they ended in the file. Every unfit character is replaced by
    STAND_IN, and the first MOST_UNFIT have a fault. The text is None when the file is too large or
    is not UTF-8.
    """
    if len(data) > MAX_BYTES:
        return None, (fault("file.too-large", Place(name), limit=MAX_BYTES // 1_000_000),)
    if data.startswith(_WIDE) or data[1:2] == b"\0":
        return None, (fault("file.utf-16", Place(name, 1, 1)),)
    try:
        text = _lines(data.decode("utf-8-sig"))
    except UnicodeDecodeError as broken:
        return None, (_broken(data, broken.start, name),)
    if not UNFIT.search("".join(set(text))):  # a text has few different characters: a tenth of the search
        return text, ()
    first = islice(UNFIT.finditer(text), MOST_UNFIT)
    found = [unfit(one[0], place_at(text, one.start(), name)) for one in first]
    return UNFIT.sub(STAND_IN, text), tuple(found)


def place_at(text: str, offset: int, name: str) -> Place:
    """Return the line and column, from 1, of a character of a text."""
    before = text[:offset]
    return Place(name, before.count("\n") + 1, len(before) - before.rfind("\n"))


def _broken(data: bytes, offset: int, name: str) -> Fault:
    """Return the fault of the first byte that is not UTF-8."""
    before = _lines(data[:offset].decode("utf-8-sig", "ignore"))
    return fault("file.encoding", place_at(before, len(before), name), byte=f"0x{data[offset]:02X}")


def _lines(text: str) -> str:
    """Return the text with a line feed at the end of every line."""
    return text.replace("\r\n", "\n").replace("\r", "\n")
