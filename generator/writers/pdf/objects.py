"""PDF objects on reportlab's: a document that writes itself compactly, and streams archives accept."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from hashlib import md5
from struct import pack
from typing import Final

from reportlab.pdfbase.pdfdoc import (
    PDFCatalog,
    PDFDocument,
    PDFObject,
    PDFPage,
    PDFPages,
    PDFStream,
)

HEADER: Final = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
OBJECTS_A_STREAM: Final = 200
COMPRESSION: Final = 6


class Raw(PDFObject):
    """An object that is already written."""

    def __init__(self, data: str) -> None:
        self.data = data

    def format(self, document: PDFDocument) -> bytes:
        """Return the object as it stands in the file."""
        return self.data.encode("latin-1")


class ArchiveStream(PDFStream):
    """A stream with a line end before `endstream` (ISO 19005-2, 6.1.7.1)."""

    def __init__(self, content: bytes, entries: str = "", compress: bool = True) -> None:
        if compress:
            content, entries = zlib.compress(content, COMPRESSION), f"{entries}/Filter/FlateDecode"
        super().__init__(content=content)
        self.entries = entries

    def format(self, document: PDFDocument | None = None) -> bytes:
        """Return dictionary and data; after a final CR the line end is CR LF, so that it counts."""
        data: bytes = self.content
        end = b"\r\n" if data.endswith(b"\r") else b"\n"
        head = f"<<{self.entries}/Length {len(data)}>>\nstream\n".encode("ascii")
        return b"".join((head, data, end, b"endstream"))


class ArchiveCatalog(PDFCatalog):
    """The root of the file, with the entries of an archived and tagged one."""

    __NoDefault__ = [*PDFCatalog.__NoDefault__, "OutputIntents", "AF"]
    __Refs__ = ["Pages"]
    Pages: PDFPages
    AF: str
    AcroForm: str
    Lang: str
    Metadata: str
    MarkInfo: str
    Names: str
    Outlines: str | None
    OutputIntents: str
    PageLabels: str
    StructTreeRoot: str
    ViewerPreferences: str


class TaggedPage(PDFPage):
    """A page that knows its place in the structure tree and its tab order."""

    __NoDefault__ = [*PDFPage.__NoDefault__, "StructParents", "Tabs"]
    StructParents: int
    Tabs: str


class ArchiveDocument(PDFDocument):
    """A document written with object streams and a cross-reference stream (PDF 1.7)."""

    Pages: PDFPages

    def __init__(self) -> None:
        super().__init__(invariant=1, compression=1)
        self.Catalog = self._catalog = ArchiveCatalog()
        self.Catalog.Pages = self.Pages

    def enroll(self, item: PDFObject) -> int:
        """Return the object number of an item, given to it the first time it is asked for."""
        name = self.Reference(item).name  # type: ignore[no-untyped-call]
        return self.idToObjectNumberAndVersion[name][0]

    def add(self, item: PDFObject) -> int:
        """Return the object number of an item that is new to the file, without the search for it."""
        self.objectcounter += 1
        number = self.objectcounter
        name = f"R{number}"
        self.numberToId[number] = name
        self.idToObject[name] = item
        self.idToObjectNumberAndVersion[name] = (number, 0)
        return number

    def refer(self, item: PDFObject) -> str:
        """Return a reference to an item as it is written in the file."""
        return f"{self.enroll(item)} 0 R"

    def format(self) -> bytes:
        """Return the whole file; its /ID derives from the objects, so equal content is equal bytes."""
        root, info = self.enroll(self.Catalog), self.enroll(self.info)
        bodies: list[tuple[int, bytes, bool]] = []
        number = 0
        while number < self.objectcounter:
            number += 1
            item = self.idToObject[self.numberToId[number]]
            body = item.format(self)  # type: ignore[attr-defined]
            bodies.append((number, body, isinstance(item, PDFStream)))
        return _file(bodies, root, info)


def _file(bodies: Sequence[tuple[int, bytes, bool]], root: int, info: int) -> bytes:
    """Return header, objects, cross-reference stream and trailer."""
    digest = md5(b"".join(body for _, body, _ in bodies), usedforsecurity=False).hexdigest()
    output = _Output()
    for number, body, is_stream in bodies:
        if is_stream:
            output.add(number, body)
    loose = [(number, body) for number, body, is_stream in bodies if not is_stream]
    following = len(bodies) + 1
    for start in range(0, len(loose), OBJECTS_A_STREAM):
        output.add_packed(following, loose[start : start + OBJECTS_A_STREAM])
        following += 1
    return output.finished(following, f"/Root {root} 0 R/Info {info} 0 R/ID[<{digest}><{digest}>]")


class _Output:
    """The bytes so far, and where each object stands."""

    def __init__(self) -> None:
        self.chunks = [HEADER]
        self.offset = len(HEADER)
        self.rows: dict[int, bytes] = {0: pack(">BIH", 0, 0, 65535)}

    def add(self, number: int, body: bytes) -> None:
        self.rows[number] = pack(">BIH", 1, self.offset, 0)
        chunk = b"%d 0 obj\n%b\nendobj\n" % (number, body)
        self.chunks.append(chunk)
        self.offset += len(chunk)

    def add_packed(self, number: int, objects: Iterable[tuple[int, bytes]]) -> None:
        """Add objects in an object stream (ISO 32000-1, 7.5.7)."""
        index, data, offset = [], [], 0
        for place, (inner, body) in enumerate(objects):
            self.rows[inner] = pack(">BIH", 2, number, place)
            index.append(b"%d %d" % (inner, offset))
            data.append(body)
            offset += len(body) + 1
        head = b" ".join(index) + b"\n"
        entries = f"/Type/ObjStm/N {len(data)}/First {len(head)}"
        self.add(number, ArchiveStream(head + b"\n".join(data), entries).format())

    def finished(self, number: int, entries: str) -> bytes:
        """Return the file, closed with its cross-reference stream (ISO 32000-1, 7.5.8)."""
        start = self.offset
        self.rows[number] = pack(">BIH", 1, start, 0)
        table = b"".join(self.rows[row] for row in range(number + 1))
        self.add(number, ArchiveStream(table, f"/Type/XRef/Size {number + 1}/W[1 4 2]{entries}").format())
        return b"".join((*self.chunks, b"startxref\n%d\n%%%%EOF\n" % start))
