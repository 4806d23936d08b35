"""PDF files read back: by PDFium what a reader sees, and by hand the objects as they stand."""

from __future__ import annotations

import ctypes
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import page as page_validation
import pypdfium2
import pypdfium2.raw as pdfium

UA_1 = page_validation.ValidationProfile.PDF_UA_1
A_2A = page_validation.ValidationProfile.PDF_A_2A
A_3A = page_validation.ValidationProfile.PDF_A_3A

INLINE = ("text", "Span", "Link")


def faults_of(data: bytes, folder: Path, archive: page_validation.ValidationProfile = A_2A) -> list[str]:
    """What page-validation has against a file, as PDF/UA-1 and as PDF/A-2a."""
    path = folder / "judged.pdf"
    path.write_bytes(data)
    reports = [page_validation.validate_pdf(str(path), profile=profile) for profile in (UA_1, archive)]
    return [str(report) for report in reports if not report.is_compliant]


@dataclass
class Element:
    """A structure element as PDFium shows it on one page."""

    kind: str
    text: str = ""
    alt: str = ""
    lang: str = ""
    kids: list[Element] = field(default_factory=list)

    def walk(self) -> Iterator[Element]:
        yield self
        for kid in self.kids:
            yield from kid.walk()

    @property
    def words(self) -> list[str]:
        return self.reading.split()

    @property
    def reading(self) -> str:
        inner = self.text + "".join(kid.reading for kid in self.kids)
        return inner if self.kind in INLINE else f" {inner} "


def pages_of(data: bytes) -> list[Element]:
    """The structure of each page."""
    pages = zip(pypdfium2.PdfDocument(data), marked_texts(data), strict=True)
    return [_structure(page, texts) for page, texts in pages]


def elements_of(data: bytes, kind: str) -> list[Element]:
    return [one for page in pages_of(data) for one in page.walk() if one.kind == kind]


def artifacts_of(data: bytes) -> list[str]:
    """The texts that belong to no element, page by page."""
    return [text for page in marked_texts(data) for mark, text in page if mark < 0]


def words_in(data: bytes) -> list[str]:
    """The words of the whole structure tree in reading order, soft hyphens taken out."""
    objects = objects_of(data)
    (root,) = (body for body in objects.values() if b"/Type/StructTreeRoot" in body)
    return _reading(_entry(root, b"K"), objects, _texts(data, objects)).replace("\u00ad", "").split()


def tables_in(data: bytes) -> list[list[list[tuple[str, int]]]]:
    """The rows of every table, each cell its text and how many columns it spans, in their order."""
    objects = objects_of(data)
    texts = _texts(data, objects)
    tables = sorted(number for number, body in objects.items() if b"<</S/Table/" in body)
    return [
        [
            [(_reading(cell, objects, texts), _span(objects[cell])) for cell in _kids(objects[row])]
            for part in _kids(objects[table])
            if not objects[part].startswith(b"<</S/Caption")
            for row in _kids(objects[part])
        ]
        for table in tables
    ]


def _kids(body: bytes) -> list[int]:
    found = re.search(rb"/K\[(.*)\]", body)
    return [int(number) for number in re.findall(rb"(\d+) 0 R", found[1] if found else b"")]


def _span(body: bytes) -> int:
    return _entry(body, b"ColSpan") if b"/ColSpan" in body else 1


def _texts(data: bytes, objects: dict[int, bytes]) -> dict[tuple[int, int], str]:
    """The text of every marked sequence by the number of its page and its mark."""
    return {
        (page, mark): text
        for page, sequences in zip(_page_numbers(objects), marked_texts(data), strict=True)
        for mark, text in sequences
        if mark >= 0
    }


def _reading(number: int, objects: dict[int, bytes], texts: dict[tuple[int, int], str]) -> str:
    body = objects[number]
    kids = re.search(rb"/K\[(.*)\]", body)
    own = re.search(rb"/Pg (\d+) 0 R", body)
    parts = []
    pattern = rb"<</Type/OBJR.*?>>|<</Type/MCR/Pg (\d+) 0 R/MCID (\d+)>>|(\d+) 0 R|(\d+)"
    for page, mark, element, here in re.findall(pattern, kids[1] if kids else b""):
        if element:
            parts.append(_reading(int(element), objects, texts))
        elif own and (mark or here):
            parts.append(texts[int(page or own[1]), int(mark or here)])
    joined = "".join(parts)
    return joined if re.search(rb"/S/(Span|Link)/", body) else f" {joined} "


def objects_of(data: bytes) -> dict[int, bytes]:
    """Every object of a file by its number, those in object streams too."""
    found: dict[int, bytes] = {}
    for number, body in re.findall(rb"(\d+) 0 obj\n(.*?)\nendobj\n", data, re.DOTALL):
        found[int(number)] = body
        if b"/Type/ObjStm" in body:
            found.update(_packed(body))
    return found


def streams_of(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The dictionary and the decoded data of every stream."""
    for body in objects_of(data).values():
        if b"\nstream\n" in body:
            head, _, rest = body.partition(b"\nstream\n")
            content = rest[: _entry(head, b"Length")]
            yield head, zlib.decompress(content) if b"FlateDecode" in head else content


def dictionaries_of(data: bytes, key: bytes) -> list[bytes]:
    """The objects that hold a key, such as `/S/Link`."""
    return [body for body in objects_of(data).values() if key in body]


def _packed(body: bytes) -> dict[int, bytes]:
    content, first = _stream(body), _entry(body, b"First")
    numbers = list(map(int, content[:first].split()))
    starts = [*numbers[1::2], len(content) - first]
    return {
        number: content[first + start : first + end].strip()
        for number, start, end in zip(numbers[::2], starts, starts[1:], strict=False)
    }


# -- texts, from the operators themselves ---------------------------------------------------------
def marked_texts(data: bytes) -> list[list[tuple[int, str]]]:
    """What each page shows: the text of every marked sequence, its mark -1 for an artifact."""
    objects = objects_of(data)
    fonts = _fonts(objects)
    contents = (objects[_entry(objects[page], rb"Contents")] for page in _page_numbers(objects))
    return [list(_sequences(_stream(content), fonts)) for content in contents]


def _page_numbers(objects: dict[int, bytes]) -> list[int]:
    found = [number for number, body in objects.items() if re.search(rb"/Type /Page\b", body)]
    return sorted(found, key=lambda number: _entry(objects[number], rb"StructParents"))


def _sequences(content: bytes, fonts: dict[bytes, dict[int, str]]) -> Iterator[tuple[int, str]]:
    mark, text, font = -1, "", {}
    pattern = rb"/MCID (\d+)>> BDC|/Artifact <<.*?>> (BDC)|/(F\S+) \S+ Tf|\((.*?)\) Tj|(EMC)"
    for found in re.finditer(pattern, content, re.DOTALL):
        if found[1] or found[2]:
            mark, text = int(found[1] or -1), ""
        elif found[3]:
            font = fonts[found[3]]
        elif found[5]:
            yield mark, text
        else:
            text += "".join(font[code] for code in found[4])


def _fonts(objects: dict[int, bytes]) -> dict[bytes, dict[int, str]]:
    """The characters of each code, by the names that content streams give the fonts."""
    return {
        name: _to_unicode(_stream(objects[_entry(objects[int(number)], rb"ToUnicode")]))
        for body in objects.values()
        if b"\nstream\n" not in body
        for name, number in re.findall(rb"/(F\d+(?:x\d+)?) (\d+) 0 R", body)
    }


def _to_unicode(data: bytes) -> dict[int, str]:
    rows = re.findall(rb"<(\w\w)> <(\w+)>\n", data)
    return {int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in rows}


def _entry(body: bytes, key: bytes) -> int:
    found = re.search(rb"/" + key + rb" (\d+)", body)
    assert found, key
    return int(found[1])


def _stream(body: bytes) -> bytes:
    head, _, rest = body.partition(b"\nstream\n")
    return zlib.decompress(rest[: _entry(head, b"Length")])


# -- structure, by PDFium -------------------------------------------------------------------------
def _structure(page: Any, sequences: list[tuple[int, str]]) -> Element:
    texts = {mark: text.replace("\u00ad", "") for mark, text in sequences}
    tree = pdfium.FPDF_StructTree_GetForPage(page)
    top = Element("Page")
    for index in range(pdfium.FPDF_StructTree_CountChildren(tree)):
        top.kids.append(_element(pdfium.FPDF_StructTree_GetChildAtIndex(tree, index), texts))
    pdfium.FPDF_StructTree_Close(tree)
    return top


def _element(handle: Any, texts: dict[int, str]) -> Element:
    made = Element(
        _string(pdfium.FPDF_StructElement_GetType, handle),
        alt=_string(pdfium.FPDF_StructElement_GetAltText, handle),
        lang=_string(pdfium.FPDF_StructElement_GetLang, handle),
    )
    for index in range(pdfium.FPDF_StructElement_CountChildren(handle)):
        mark = pdfium.FPDF_StructElement_GetChildMarkedContentID(handle, index)
        if kid := pdfium.FPDF_StructElement_GetChildAtIndex(handle, index):
            made.kids.append(_element(kid, texts))
        elif mark >= 0:
            made.kids.append(Element("text", texts.get(mark, "")))
    return made


def _string(function: Any, handle: Any) -> str:
    length = function(handle, None, 0)
    buffer = ctypes.create_string_buffer(max(length, 2))
    function(handle, buffer, length)
    return buffer.raw.decode("utf-16-le").rstrip("\0")
