"""What a file of the benchmark says, to be compared: the same words, whoever wrote it.

Spaces are left out, for PDF loses and finds them at the ends of lines; so are bullets, lines to sign
on, running headers and footers, and heads of tables when they are repeated.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import pypdfium2

from generator import load_trip
from generator.pipeline import laid_out_documents
from tests.benchmarks.peers import words
from tests.benchmarks.peers.parskats import ready
from tests.words import docx_words, pdf_words
from tests.writers.pdf.sample import words_of

_LEFT_OUT: Final = re.compile(r"[\s\u00a0\u00ad\u200b–•·\uf0b7_]+")
_FOOTER: Final = re.compile(r"\d+\.\slpp\. no\s*\d+")
_HEADER: Final = re.compile(r"\A\s*Vienošanās Nr\.\s\S+|Vienošanās Nr\.\s\S+\s*\Z")
"""Some paint it before the text of the page, some behind it."""
_HYPHEN: Final = "\ufffe"
"""What pdfium gives for a hyphen at the end of a line."""
_HEADS: Final = (words.PLAN_HEAD, words.PROGRAMME_HEAD, words.PEOPLE_HEAD, words.SOURCES_HEAD,
                 words.BUDGET_HEAD, words.COSTS_HEAD, words.DOCUMENTS_HEAD)  # fmt: skip
_AROUND: Final = 60


def expected(trip: Path) -> str:
    """Return the letters of our report and annex, as the finished trees have them."""
    raw, folder = ready(trip)
    made = laid_out_documents(load_trip(raw, folder=folder))
    return _letters(word for document in made.values() for word in words_of(document))


def said(files: Sequence[Path]) -> str:
    """Return the letters of files, one after the other: tagged PDF, other PDF, or DOCX."""
    return _once("".join(_letters(_words(file)) for file in files))


def parted(found: str, wanted: str) -> str:
    """Return the first place where letters are not the wanted ones, or ""."""
    for at, (one, other) in enumerate(zip(found, wanted, strict=False)):
        if one != other:
            around = slice(max(0, at - _AROUND), at + _AROUND)
            return f"{found[around]!r} where ours says {wanted[around]!r}"
    return "" if len(found) == len(wanted) else f"{len(found)} letters where ours has {len(wanted)}"


def _words(file: Path) -> list[str]:
    content = file.read_bytes()
    if file.suffix == ".docx":
        return docx_words(content)
    return pdf_words(content) if file.name != "trip.pdf" else _page_words(content)


def _page_words(content: bytes) -> list[str]:
    """Return what stands on the pages of a PDF, tagged or not, without running headers and footers."""
    document = pypdfium2.PdfDocument(content)
    try:
        pages = [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()
    pages = [page.replace(_HYPHEN, "-") for page in pages]
    return [pages[0], *(_HEADER.sub("", _FOOTER.sub("", page)) for page in pages[1:])]


def _letters(texts: object) -> str:
    return "".join(_LEFT_OUT.sub("", text) for text in texts)  # type: ignore[attr-defined]


def _once(letters: str) -> str:
    """Return letters with the head of each table where it stands first."""
    for head in map(_letters, _HEADS):
        first, found, rest = letters.partition(head)
        letters = first + found + rest.replace(head, "")
    return letters
