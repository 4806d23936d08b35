"""The objects of a file by their numbers, and the file that they make (PDF 1.7).

Plain text and bytes: a document has hundreds of objects, most of them a line long, and an object of
reportlab for each, formatted by it, cost a tenth of the writer's work.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from hashlib import md5
from struct import pack
from typing import Final

HEADER: Final = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
OBJECTS_A_STREAM: Final = 200
COMPRESSION: Final = 6
"""The level of deflate for what is kept for other documents: fonts, pictures, colours."""
QUICK_COMPRESSION: Final = 4
"""That of what one document has for itself: a third less time than level 6, and files 0.4 % longer."""


class Objects:
    """The objects of one file: text without a stream, or a stream as its bytes with its dictionary."""

    def __init__(self) -> None:
        self.texts: dict[int, str] = {}
        self.streams: dict[int, bytes] = {}
        self.count = 0

    def reserve(self) -> int:
        """Return the number of an object whose text is put in later."""
        self.count += 1
        return self.count

    def add(self, text: str) -> int:
        """Return the number of a new object; the text is Latin-1."""
        self.count = number = self.count + 1
        self.texts[number] = text
        return number

    def put(self, number: int, text: str) -> None:
        """Give a reserved object its text."""
        self.texts[number] = text

    def add_stream(self, content: bytes, entries: str = "", level: int | None = QUICK_COMPRESSION) -> int:
        """Return the number of a new stream; without a level the content goes in as it is."""
        number = self.reserve()
        self.streams[number] = stream(content, entries, level)
        return number

    def file(self, root: int, info: int) -> bytes:
        """Return the whole file; its /ID derives from what it holds, so equal content is equal bytes."""
        output = _Output()
        for number, body in self.streams.items():
            output.add(number, body)
        loose = list(self.texts.items())
        for start in range(0, len(loose), OBJECTS_A_STREAM):
            output.add_packed(self.reserve(), loose[start : start + OBJECTS_A_STREAM])
        digest = output.digest()
        return output.finished(self.reserve(), f"/Root {root} 0 R/Info {info} 0 R/ID[<{digest}><{digest}>]")


def stream(content: bytes, entries: str = "", level: int | None = QUICK_COMPRESSION) -> bytes:
    """Return dictionary and data with a line end before `endstream` (ISO 19005-2, 6.1.7.1).

    After a final CR the line end is CR LF, so that it counts.
    """
    if level is not None:
        content, entries = zlib.compress(content, level), f"{entries}/Filter/FlateDecode"
    end = b"\r\n" if content.endswith(b"\r") else b"\n"
    head = f"<<{entries}/Length {len(content)}>>\nstream\n".encode("ascii")
    return b"".join((head, content, end, b"endstream"))


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

    def add_packed(self, number: int, objects: Sequence[tuple[int, str]]) -> None:
        """Add objects in an object stream (ISO 32000-1, 7.5.7)."""
        index, offset = [], 0
        for place, (inner, text) in enumerate(objects):
            self.rows[inner] = pack(">BIH", 2, number, place)
            index.append(f"{inner} {offset}")
            offset += len(text) + 1
        head = " ".join(index) + "\n"
        data = "\n".join([text for _, text in objects])
        entries = f"/Type/ObjStm/N {len(objects)}/First {len(head)}"
        self.add(number, stream((head + data).encode("latin-1"), entries))

    def digest(self) -> str:
        """Return what names the content: the same for the same bytes so far."""
        made = md5(usedforsecurity=False)
        for chunk in self.chunks:
            made.update(chunk)
        return made.hexdigest()

    def finished(self, number: int, entries: str) -> bytes:
        """Return the file, closed with its cross-reference stream (ISO 32000-1, 7.5.8)."""
        start = self.offset
        self.rows[number] = pack(">BIH", 1, start, 0)
        table = b"".join([self.rows[row] for row in range(number + 1)])
        self.add(number, stream(table, f"/Type/XRef/Size {number + 1}/W[1 4 2]{entries}"))
        return b"".join((*self.chunks, b"startxref\n%d\n%%%%EOF\n" % start))
