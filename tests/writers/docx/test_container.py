"""The container that the DOCX writer writes itself: what the standard library reads and would write."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import cast
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

import pytest
from docx.opc.coreprops import CoreProperties
from docx.opc.oxml import serialize_part_xml
from docx.oxml.coreprops import CT_CoreProperties

from generator.document.nodes import Paragraph
from generator.errors import BadValue
from generator.writers.compression import KEPT, deflated
from generator.writers.docx.archive import archived
from generator.writers.docx.container import contained, packed_text, stored
from generator.writers.docx.markup import encoded, part_bytes
from generator.writers.docx.package import Parts, relate_address
from tests.writers.docx.samples import PROPERTIES, document, paragraph, part, parts, rich, row, table, written

LONG = "Ābols, „bumbieris” & plūme. " * 9000


class ByLibdeflate:
    """What the standard library compresses by, for a test: zlib would find other matches."""

    def __init__(self) -> None:
        self.content = b""

    def compress(self, content: bytes) -> bytes:
        self.content += content
        return b""

    def flush(self) -> bytes:
        return deflated(self.content, KEPT)


def by_the_library(*entries: tuple[str, bytes, int]) -> bytes:
    """Return what the standard library makes of the same entries."""
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        for name, content, method in entries:
            entry = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.create_system, entry.external_attr, entry.compress_type = 3, 0o600 << 16, method
            archive.writestr(entry, content)
    return file.getvalue()


def test_the_library_writes_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zlib, "compressobj", lambda *_: ByLibdeflate())
    made = contained(
        [("a/b.xml", packed_text("ā")), ("c.png", stored(b"\x89PNG")), ("d.xml", packed_text(LONG))]
    )
    assert made == by_the_library(
        ("a/b.xml", "ā".encode(), ZIP_DEFLATED),
        ("c.png", b"\x89PNG", ZIP_STORED),
        ("d.xml", LONG.encode(), ZIP_DEFLATED),
    )


def test_every_entry_of_a_document_has_its_checksum() -> None:
    long = document(table([row(LONG, "1", "2")]), *rich().sections[0].blocks)
    with ZipFile(BytesIO(written(long))) as archive:
        assert archive.testzip() is None


def test_a_long_text_is_whole() -> None:
    words = [f"Ābols {number} & co." for number in range(4000)]
    texts = part(document(*(paragraph(word) for word in words))).iter("{*}t")
    assert [found.text for found in texts] == words


# -- what XML cannot hold -----------------------------------------------------------------------
def pieces(*words: str) -> Iterator[bytes]:
    yield from map(encoded, words)


@pytest.mark.parametrize("forbidden", ["\x00", "\x08", "\x0b", "\x1f", "\udfff", "\ufffe", "\uffff"])
def test_a_forbidden_character_is_found_wherever_it_stands(forbidden: str) -> None:
    with pytest.raises(BadValue) as found:
        part_bytes(pieces(*([LONG] * 100), "a" + forbidden + "\x01"))
    assert found.value.fault.values["character"] == f"U+{ord(forbidden):04X}"


def test_every_other_character_is_allowed() -> None:
    kept = "\t\n\r\x20\x7f\x85\ud7ff\ue000\ufffd\U0001f600"
    assert part_bytes(pieces(kept, LONG)).decode() == kept + LONG


def test_a_control_character_is_told_before_one_of_the_title() -> None:
    body: Paragraph = paragraph("a\x02")
    with pytest.raises(BadValue) as found:
        written(document(body, title="a\x03"))
    assert found.value.fault.values["character"] == "U+0002"


# -- what python-docx writes with a tree --------------------------------------------------------
@pytest.mark.parametrize("title", ["", "Ā & <b> \"c\" 'd'\r\n\t", "ā" * 300])
def test_core_properties_are_written_as_the_library_writes_them(title: str) -> None:
    made = document(paragraph("a"), title=title)
    expected = CT_CoreProperties.new()
    core = CoreProperties(expected)
    core.title = title if len(title) < 255 else "ā" * 254 + "…"
    core.author, core.subject, core.keywords = made.author, made.subject, made.keywords
    core.language = "lv-LV"
    core.created = core.modified = PROPERTIES.created.replace(tzinfo=None)
    assert parts(made)["docProps/core.xml"] == serialize_part_xml(expected)


def test_relations_are_written_as_the_library_writes_them() -> None:
    package = Parts()
    relate_address(package.main, "https://a.example/?b=1&c='2'")
    package.main.relate_to(package.story("header.xml", "application/xml"), "http://header")
    with ZipFile(BytesIO(archived(package.package))) as archive:
        assert archive.read("word/_rels/document.xml.rels") == cast(bytes, package.main.rels.xml)
        assert archive.read("_rels/.rels") == cast(bytes, package.package.rels.xml)
