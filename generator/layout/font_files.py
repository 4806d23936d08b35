"""What a font file says, read by reportlab once and kept beside the file.

Measured: to load reportlab, with the library of pictures that it asks for, and to let it read four faces
took 9 % of a process that makes one trip.
"""

from __future__ import annotations

import marshal
import os
import zlib
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from struct import pack
from typing import Any, NamedTuple

from generator.pycache import dated, keep, kept_at


class FontFile(NamedTuple):
    """A TrueType face; its lengths are thousandths of an em, as in a PDF.

    `glyphs` are numbers by character. By number of a glyph, `metrics` holds four bytes as they stand in
    `hmtx`, and `outlines` says where each begins in `glyf`. `tables` are places in the file.
    """

    path: str
    name: str
    flags: int
    box: Sequence[float]
    italic_angle: float
    ascent: float
    descent: float
    cap_height: float
    stem: float
    widths: Mapping[int, float]
    glyphs: Mapping[int, int]
    metrics: bytes
    outlines: Sequence[int]
    tables: Mapping[str, tuple[int, int]]

    def table(self, tag: str) -> bytes:
        """Return a table of the file."""
        start, length = self.tables[tag]
        return _content(self.path)[start : start + length]


@lru_cache(maxsize=8)
def _content(path: str) -> bytes:
    return Path(path).read_bytes()


def read_font(path: Path) -> FontFile:
    """Return what a shipped font file says."""
    source = str(path)
    made_by = _made_by(source)
    place = kept_at(source) if made_by else ""
    found = _found(place, made_by)
    if found is None:
        found = _read(source)
        body = marshal.dumps(found)
        keep(place, marshal.dumps((made_by, zlib.crc32(body), body)))
    return FontFile(source, *found)


def _found(place: str, made_by: str) -> tuple[Any, ...] | None:
    """Return what was kept of this very file, None for what is not there or not whole."""
    with suppress(Exception):  # whatever a damaged file makes `marshal` raise
        kept_by, checksum, body = marshal.loads(Path(place).read_bytes())
        if kept_by == made_by and zlib.crc32(body) == checksum:
            return tuple(marshal.loads(body))
    return None


def _made_by(source: str) -> str:
    """Return what tells a font file and its readers from those of another day; empty when nothing does."""
    with suppress(OSError):  # readers that are no files, as in an archive
        return dated((source, *_readers()))
    return ""


@cache
def _readers() -> tuple[str, ...]:
    reportlab = find_spec("reportlab")
    folder = os.path.dirname(str(reportlab and reportlab.origin))
    return __file__, os.path.join(folder, "pdfbase", "ttfonts.py")


def _read(source: str) -> tuple[Any, ...]:
    """Return the fields of a font file but for its path, as plain values."""
    from reportlab.pdfbase.ttfonts import TTFontFace

    face = TTFontFace(source)
    return (
        face.name.decode("ascii"),
        face.flags,
        tuple(face.bbox),
        face.italicAngle,
        face.ascent,
        face.descent,
        face.capHeight,
        face.stemV,
        face.charWidths,
        face.charToGlyph,
        b"".join(pack(">HH", *map(int, row)) for row in face.hmetrics),
        list(face.glyphPos),
        {tag: (entry["offset"], entry["length"]) for tag, entry in face.table.items()},
    )
