"""The tables of a finished file as a reader sees them, read by hands that did not write them.

A table is rows of as many texts as it has columns; a cell that spans several has its text in the
first and empty texts after it. Heads are read once. Parts that only stand side by side are no tables.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from html.parser import HTMLParser
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

from tests.words import SOFT_HYPHEN, W
from tests.writers.pdf.reading import tables_in

Table = list[list[str]]


def pdf_tables(content: bytes) -> list[Table]:
    """Return the tables of the structure tree."""
    return [[_spread(row) for row in table] for table in tables_in(content)]


def docx_tables(content: bytes) -> list[Table]:
    """Return the tables of the body that have a style: those that hold parts side by side have none."""
    with ZipFile(BytesIO(content)) as package:
        body = etree.fromstring(package.read("word/document.xml"))
    tables = (table for table in body.iter(f"{W}tbl") if table.find(f"{W}tblPr/{W}tblStyle") is not None)
    return [
        [_spread(map(_docx_cell, row.iter(f"{W}tc"))) for row in table.iter(f"{W}tr")] for table in tables
    ]


def _docx_cell(cell: etree._Element) -> tuple[str, int]:
    span = cell.find(f"{W}tcPr/{W}gridSpan")
    texts = (text.text or "" for text in cell.iter(f"{W}t"))
    return "".join(texts), int(span.get(f"{W}val") or 1) if span is not None else 1


class _Tables(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tables: list[list[list[tuple[str, int]]]] = []
        self.inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self.tables.append([])
        elif tag == "tr":
            self.tables[-1].append([])
        elif tag in ("td", "th"):
            self.tables[-1][-1].append(("", int(dict(attrs).get("colspan") or 1)))
            self.inside = True

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag not in ("td", "th")

    def handle_data(self, data: str) -> None:
        if self.inside:
            text, span = self.tables[-1][-1][-1]
            self.tables[-1][-1][-1] = (text + data, span)


def html_tables(content: bytes) -> list[Table]:
    """Return the tables of a page."""
    reader = _Tables()
    reader.feed(content.decode("utf-8"))
    return [[_spread(row) for row in table] for table in reader.tables]


def _spread(row: Iterable[tuple[str, int]]) -> list[str]:
    """Return the texts of a row, one for each column."""
    return [
        text
        for cell, span in row
        for text in (" ".join(cell.replace(SOFT_HYPHEN, "").split()), *[""] * (span - 1))
    ]


READERS: dict[str, Callable[[bytes], list[Table]]] = {
    "docx": docx_tables,
    "pdf": pdf_tables,
    "html": html_tables,
}
