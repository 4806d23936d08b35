"""The objects of a PDF and the table that says where they are."""

from __future__ import annotations

import re
import zlib
from struct import unpack

from generator.writers.pdf.objects import OBJECTS_A_STREAM, Objects


def table_of(data: bytes) -> list[tuple[int, int, int]]:
    """The rows of the table of objects, as a reader adds them up from their differences."""
    start = int(re.findall(rb"startxref\n(\d+)", data)[0])
    content = data.index(b"stream\n", start) + len(b"stream\n")
    differences = zlib.decompressobj().decompress(data[content:])
    rows, above = [], bytes(7)
    for place in range(0, len(differences), 8):
        kind, *less = differences[place : place + 8]
        assert kind == 2
        above = bytes((one + other) % 256 for one, other in zip(above, less, strict=True))
        rows.append(unpack(">BIH", above))
    return rows


def test_the_table_says_where_each_object_is() -> None:
    objects = Objects()
    stream = objects.add_stream(b"ends")
    texts = [objects.add(f"[{number}]") for number in range(OBJECTS_A_STREAM + 10)]
    data = objects.file(texts[0], texts[1])
    rows = table_of(data)
    holders = [row for row in rows if row[0] == 1]
    assert all(
        data[at:].startswith(b"%d 0 obj" % number) for number, (kind, at, _) in enumerate(rows) if kind == 1
    )
    assert len(holders) == 4
    assert rows[stream][0] == 1
    assert [rows[number][2] for number in texts] == [*range(OBJECTS_A_STREAM), *range(10)]
    assert all(rows[rows[number][1]][0] == 1 for number in texts)
