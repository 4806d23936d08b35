"""A workbook looked over before it is opened: what no spreadsheet program writes is refused here.

A workbook is a ZIP of XML parts. Its sizes are read from the directory of the ZIP, and each part is
walked once in small memory, so that nothing large, endless or foreign reaches the library that
reads sheets.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Mapping
from dataclasses import field
from io import BytesIO
from typing import Final
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile, ZipInfo

from generator.errors import BadValue
from generator.frozen import dataclass

MAX_ROWS: Final = 50_000
"""How many rows with values all sheets together may have."""
MAX_CELLS: Final = 1_000_000
"""How many cells all sheets together may have, empty but formatted ones too."""
MAX_MERGED: Final = 20_000
"""How many merged ranges all sheets together may have."""
MAX_UNPACKED: Final = 40_000_000
"""How many bytes all parts together may have."""

_MAX_MEMBERS: Final = 2_000
_MAX_ELEMENTS: Final = 400_000
_LAST_ROW: Final = 1_048_576
_PIECE: Final = 1 << 16

_CONTAINER: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_OUTSIDE: Final = re.compile(
    r"""(?<![\w\[\]])\[\d+\]|'[^']*\[[^\]]+\][^']*'!|\[[^\]]*\.xl\w*\]|\|
    |\b(?:WEBSERVICE|RTD|IMAGE|CALL|REGISTER\.ID|SQL\.REQUEST)\s*\(""",
    re.IGNORECASE | re.VERBOSE,
)
"""What formulas have that ask another workbook, the network or another program (DDE)."""
_TEXTS: Final = re.compile(r'"[^"]*"')
_CELL_PARTS: Final = frozenset({"c", "v", "f", "is", "t", "r", "rPr", "si"})


@dataclass(slots=True)
class Part:
    """What was seen in one XML part: merged ranges, and the formulas whose value cannot be used."""

    merged: list[str] = field(default_factory=list)
    formulas: dict[str, str] = field(default_factory=dict)


def survey(data: bytes) -> Mapping[str, Part]:
    """Return what was seen in each part of a workbook, by its name.

    Raises BadValue for a file that is not an .xlsx workbook (`workbook.encrypted`, `.old`, `.other`,
    `.damaged`), is too large (`.expands`, `.rows`) or declares a document type (`.dtd`).
    """
    if data.startswith(_CONTAINER):
        raise BadValue("workbook.encrypted" if _ENCRYPTED in data else "workbook.old")
    if not data.startswith(b"PK"):
        raise BadValue("workbook.other")
    try:
        with ZipFile(BytesIO(data)) as archive:
            return _parts(archive)
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, expat.ExpatError) as error:
        raise BadValue("workbook.damaged", reason=str(error)) from None


def _parts(archive: ZipFile) -> dict[str, Part]:
    """Return what was seen in each XML part of an archive."""
    members = archive.infolist()
    if len(members) > _MAX_MEMBERS or sum(one.file_size for one in members) > MAX_UNPACKED:
        raise BadValue("workbook.expands", limit=MAX_UNPACKED // 1_000_000, members=_MAX_MEMBERS)
    if any(one.flag_bits & 1 for one in members):
        raise BadValue("workbook.encrypted")
    if "xl/workbook.xml" not in archive.namelist():
        raise BadValue("workbook.other")
    counts = Counter[str]()
    return {one.filename: part for one in members if (part := _part(archive, one, counts)) is not None}


def _part(archive: ZipFile, member: ZipInfo, counts: Counter[str]) -> Part | None:
    """Return what was seen in a member, None when it is not XML."""
    with archive.open(member) as file:
        piece = file.read(_PIECE)
        if b"<" not in piece[:64]:
            return None
        walk = _Walk(counts)
        while piece:
            walk.parser.Parse(piece)
            piece = file.read(_PIECE)
        walk.parser.Parse(b"", True)
        return walk.seen


class _Walk:
    """One walk over the elements of one part; the counts are those of the whole workbook."""

    def __init__(self, counts: Counter[str]) -> None:
        """Take the counts to go on with."""
        self.counts = counts
        self.seen = Part()
        self.shared: dict[str, str] = {}
        self.cell, self.kind, self.inside = "", "", ""
        self.valued = self.row_valued = False
        self.formula: list[str] | None = None
        self.sharing = ""
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.StartDoctypeDeclHandler = _refuse_doctype
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text

    def _start(self, name: str, given: Mapping[str, str]) -> None:
        """Count an element, and note what begins with it."""
        tag = self.inside = name.rpartition(" ")[2]
        if tag not in _CELL_PARTS:
            self._count("elements", _MAX_ELEMENTS)
        if tag == "c":
            self._count("cells", MAX_CELLS)
            self.cell, self.kind = given.get("r", ""), given.get("t", "")
            self.valued, self.formula = False, None
        elif tag == "f":
            self.formula, self.sharing = [], given.get("si", "") if given.get("t") == "shared" else ""
        elif tag == "is":
            self.valued = True
        elif tag == "row":
            self.row_valued = False
            _refuse_row(given.get("r", "1"))
        elif tag == "mergeCell":
            self._count("merged", MAX_MERGED)
            self.seen.merged.append(given.get("ref", ""))

    def _text(self, text: str) -> None:
        """Take a piece of text: of a value or of a formula."""
        if self.inside == "v":
            self.valued = True
        elif self.inside == "f" and self.formula is not None:
            self.formula.append(text)

    def _end(self, name: str) -> None:
        """Judge a cell when it ends, and count a row that has values."""
        tag = name.rpartition(" ")[2]
        self.inside = ""
        if tag == "c":
            self.row_valued = self.row_valued or self.valued or self.formula is not None
            if self.formula is not None:
                self._judge("".join(self.formula))
        elif tag == "row" and self.row_valued:
            self._count("rows", MAX_ROWS)

    def _judge(self, formula: str) -> None:
        """Note why the value of a formula cannot be used; what shares a formula shares its fault."""
        outside = _OUTSIDE.search(_TEXTS.sub("", formula)) is not None
        found = "cell.outside" if outside else self.shared.get(self.sharing, "")
        if self.sharing:
            self.shared.setdefault(self.sharing, found)
        if not found and not self.valued and self.kind != "str":
            found = "cell.uncomputed"
        if found:
            self.seen.formulas[self.cell] = found

    def _count(self, what: str, limit: int) -> None:
        self.counts[what] += 1
        if self.counts[what] > limit:
            raise BadValue("workbook.rows", limit=MAX_ROWS, cells=MAX_CELLS, merged=MAX_MERGED)


def _refuse_row(number: str) -> None:
    """Refuse a row further down than any sheet goes: those above it would be gone through one by one."""
    if not number.isdecimal() or int(number) > _LAST_ROW:
        raise BadValue("workbook.damaged", reason=f"row {number[:20]}")


def _refuse_doctype(*_: object) -> None:
    raise BadValue("workbook.dtd")
