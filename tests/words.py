"""The words of a finished file, read by libraries that did not write it.

Words are the body text in reading order: without running headers and footers, without repeated
table heads, with the numbers of headings and list items that Word computes.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from io import BytesIO
from zipfile import ZipFile

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SOFT_HYPHEN = "\u00ad"


def split(text: str) -> list[str]:
    """Return the words of a text; soft hyphens are no letters, no-break spaces hold no words apart."""
    return re.sub(r"[ \t\r\n]+", " ", text.replace(SOFT_HYPHEN, "").replace("\u00a0", " ")).split()


# -- PDF ----------------------------------------------------------------------------------------
def pdf_words(content: bytes) -> list[str]:
    """Return the words that stand in marked content; artifacts have no mark and are left out."""
    document = pdfium.PdfDocument(content)
    try:
        return split(" ".join(_page_text(page) for page in document))
    finally:
        document.close()


def _page_text(page: pdfium.PdfPage) -> str:
    parts: list[str] = []
    last = None
    text_page = page.get_textpage()
    for thing in page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_TEXT]):
        mark = pdfium_c.FPDFPageObj_GetMarkedContentID(thing.raw)
        if mark < 0:
            continue
        parts.append(" " if mark != last else "")
        parts.append(_object_text(thing, text_page))
        last = mark
    return "".join(parts)


def _object_text(thing: pdfium.PdfObject, text_page: pdfium.PdfTextPage) -> str:
    size = pdfium_c.FPDFTextObj_GetText(thing.raw, text_page.raw, None, 0)
    buffer = ctypes.create_string_buffer(size)
    pointer = ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort))
    pdfium_c.FPDFTextObj_GetText(thing.raw, text_page.raw, pointer, size)
    # pdfium gives nothing for an object that holds only a space
    return buffer.raw[: max(size - 2, 0)].decode("utf-16-le") or " "


# -- DOCX ---------------------------------------------------------------------------------------
def docx_words(content: bytes) -> list[str]:
    """Return the words of the body, with the labels that the numbering gives."""
    with ZipFile(BytesIO(content)) as package:
        body = etree.fromstring(package.read("word/document.xml")).find(f"{W}body")
        labels = _Labels(package)
    assert body is not None
    paragraphs = (f"{labels.of(one)} {_paragraph_text(one)}" for one in body.iter(f"{W}p"))
    return split(" ".join(paragraphs))


def _paragraph_text(paragraph: etree._Element) -> str:
    parts: list[str] = []
    for node in paragraph.iter():
        if node.tag == f"{W}t":
            parts.append(node.text or "")
        elif node.tag in (f"{W}br", f"{W}tab"):
            parts.append(" ")
        elif node.tag == f"{W}noBreakHyphen":
            parts.append("\u2011")
    return "".join(parts)


class _Labels:
    """Word's numbering, followed paragraph by paragraph."""

    def __init__(self, package: ZipFile) -> None:
        numbering = etree.fromstring(package.read("word/numbering.xml"))
        styles = etree.fromstring(package.read("word/styles.xml"))
        self.abstracts = {
            one.get(f"{W}abstractNumId"): {lvl.get(f"{W}ilvl"): lvl for lvl in one.iter(f"{W}lvl")}
            for one in numbering.iter(f"{W}abstractNum")
        }
        self.numbers = {
            one.get(f"{W}numId"): one.find(f"{W}abstractNumId").get(f"{W}val")  # type: ignore[union-attr]
            for one in numbering.iter(f"{W}num")
        }
        self.styles = {style.get(f"{W}styleId"): style for style in styles.iter(f"{W}style")}
        self.counts: dict[tuple[str, int], int] = {}

    def of(self, paragraph: etree._Element) -> str:
        """Return the label of a paragraph, or ""."""
        found = self._numbered(paragraph)
        if found is None:
            return ""
        number, level = found
        if number == "0":
            return ""
        for (other, deeper), _ in list(self.counts.items()):
            if other == number and deeper > level:
                del self.counts[other, deeper]
        self.counts[number, level] = self.counts.get((number, level), 0) + 1
        levels = self.abstracts[self.numbers[number]]
        return self._text(levels[str(level)], number)

    def _text(self, level: etree._Element, number: str) -> str:
        pattern = level.find(f"{W}lvlText").get(f"{W}val") or ""  # type: ignore[union-attr]
        return re.sub(r"%(\d)", lambda found: str(self.counts.get((number, int(found[1]) - 1), 1)), pattern)

    def _numbered(self, paragraph: etree._Element) -> tuple[str, int] | None:
        for properties in self._properties(paragraph):
            found = properties.find(f"{W}numPr")
            if found is not None:
                number, level = found.find(f"{W}numId"), found.find(f"{W}ilvl")
                return (
                    (number.get(f"{W}val") or "0") if number is not None else "0",
                    int(level.get(f"{W}val") or 0) if level is not None else self._style_level(paragraph),
                )
        return None

    def _style_level(self, paragraph: etree._Element) -> int:
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        name = style.get(f"{W}val") if style is not None else ""
        for levels in self.abstracts.values():
            for key, level in levels.items():
                linked = level.find(f"{W}pStyle")
                if linked is not None and linked.get(f"{W}val") == name:
                    return int(key or 0)
        return 0

    def _properties(self, paragraph: etree._Element) -> Iterator[etree._Element]:
        own = paragraph.find(f"{W}pPr")
        if own is None:
            return
        yield own
        style = own.find(f"{W}pStyle")
        name = style.get(f"{W}val") if style is not None else None
        while name in self.styles:
            properties = self.styles[name].find(f"{W}pPr")
            if properties is not None:
                yield properties
            based = self.styles[name].find(f"{W}basedOn")
            name = based.get(f"{W}val") if based is not None else None


# -- HTML ---------------------------------------------------------------------------------------
class _Body(HTMLParser):
    BLOCKS = frozenset(
        ["p", "h1", "h2", "h3", "li", "td", "th", "caption", "figcaption", "div", "br", "tr", "table"]
    )

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside = self.inside or tag == "main"
        if tag in self.BLOCKS:
            self.parts.append(" ")

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag != "main"
        if tag in self.BLOCKS:
            self.parts.append(" ")

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.parts.append(data)


def html_words(content: bytes) -> list[str]:
    """Return the words of the main part of a page."""
    body = _Body()
    body.feed(content.decode("utf-8"))
    return split("".join(body.parts))


READERS = {"docx": docx_words, "pdf": pdf_words, "html": html_words}
