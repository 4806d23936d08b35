"""The segments of JPEG and the chunks of PNG: what is metadata, and whether a file is whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_SOI, _EOI, _SOS, _APP0, _APP14, _COMMENT = 0xD8, 0xD9, 0xDA, 0xE0, 0xEE, 0xFE
BASELINE: Final = (0xC0, 0xC1, 0xC2)
_MARKER: Final = re.compile(rb"\xff+([^\x00\xd0-\xd7\xff])")


def segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the marker and the bytes of every segment of a JPEG, coded data with the scan before it.

    Ends after the end of the picture; raises EOFError when that is missing.
    """
    at = 0
    while found := _MARKER.search(data, at):
        start, marker = found.end() - 2, found[1][0]
        end = found.end()
        if marker not in (_SOI, _EOI):
            end += int.from_bytes(data[end : end + 2], "big")
        if marker == _SOS:
            after = _MARKER.search(data, end)
            end = after.start() if after else len(data)
        yield marker, data[start:end]
        if marker == _EOI:
            return
        at = end
    raise EOFError


def without_metadata(data: bytes) -> bytes:
    """Return a JPEG without the segments that say anything but how to decode it."""
    return b"".join(segment for marker, segment in segments(data) if not _is_metadata(marker, segment))


def _is_metadata(marker: int, segment: bytes) -> bool:
    """Whether a segment is not needed to decode: application data but JFIF and Adobe, comments."""
    if marker == _APP0:
        return not (segment[4:9] == b"JFIF\0" and len(segment) == 18)
    return marker == _COMMENT or (_APP0 < marker <= 0xEF and marker != _APP14)


def is_whole(data: bytes) -> bool:
    """Whether a JPEG or PNG reaches its end; other formats are told when they are decoded."""
    if data.startswith(b"\xff\xd8"):
        return _jpeg_ends(data)
    return not data.startswith(b"\x89PNG") or _png_ends(data)


def _jpeg_ends(data: bytes) -> bool:
    """Whether the mark of the end follows the first scan of a JPEG; coded data never holds it."""
    at = 2
    while found := _MARKER.search(data, at):
        if found[1][0] == _SOS:
            return data.rfind(b"\xff\xd9", found.end()) >= 0  # it is near the end
        at = found.end() + int.from_bytes(data[found.end() : found.end() + 2], "big")
    return False


def _png_ends(data: bytes) -> bool:
    """Whether the chunks of a PNG follow each other up to the last one."""
    at = 8
    while at + 12 <= len(data):
        if data[at + 4 : at + 8] == b"IEND":
            return True
        at += 12 + int.from_bytes(data[at : at + 4], "big")
    return False
