"""What a file of the benchmark says, to be compared: the same words, whoever wrote it.

Spaces are left out, for PDF loses and finds them at the ends of lines; so are bullets, lines to sign
on, running headers and footers, and heads of tables when they are repeated.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Final

import pypdfium2

from generator import load_trip
from generator.pipeline import laid_out_documents
from tests.benchmarks.peers import words
from tests.benchmarks.peers.case import ANNEX, REPORT
from tests.benchmarks.peers.parskats import ready
from tests.words import docx_words
from tests.writers.pdf.sample import words_of

_LEFT_OUT: Final = re.compile(r"[\s\u00a0\u00ad\u200b–•·\uf0b7_]+")
_FOOTER: Final = re.compile(r"(\d+)\.\slpp\. no\s*(\d+)")
_HEADER: Final = re.compile(r"\A\s*Vienošanās Nr\.\s\S+|Vienošanās Nr\.\s\S+\s*\Z")
"""Some paint it before the text of the page, some behind it."""
_HYPHEN: Final = "\ufffe"
"""What pdfium gives for a hyphen at the end of a line."""
_HEADS: Final = (words.PLAN_HEAD, words.PROGRAMME_HEAD, words.PEOPLE_HEAD, words.SOURCES_HEAD,
                 words.BUDGET_HEAD, words.COSTS_HEAD, words.DOCUMENTS_HEAD)  # fmt: skip
_AROUND: Final = 60


def expected(trip: Path) -> dict[str, str]:
    """Return the letters of our two documents by the names of their files: what the finished trees say."""
    raw, folder = ready(trip)
    made = laid_out_documents(load_trip(raw, folder=folder))
    names = {"activity-report": REPORT, "funding-annex": ANNEX}
    return {names[key]: _letters(words_of(document)) for key, document in made.items()}


def said(file: Path) -> str:
    """Return the letters of a PDF or DOCX."""
    content = file.read_bytes()
    return _once(_letters(docx_words(content) if file.suffix == ".docx" else _page_words(content)))


def parted(found: str, wanted: str) -> str:
    """Return the first place where letters are not the wanted ones, or ""."""
    for at, (one, other) in enumerate(zip(found, wanted, strict=False)):
        if one != other:
            around = slice(max(0, at - _AROUND), at + _AROUND)
            return f"{found[around]!r} where ours says {wanted[around]!r}"
    return "" if len(found) == len(wanted) else f"{len(found)} letters where ours has {len(wanted)}"


def misnumbered(file: Path) -> list[int]:
    """Return the pages of a PDF whose footer is not of that file; the first page has none."""
    pages = _pages(file.read_bytes())
    own = {at: [(str(at), str(len(pages)))] for at in range(2, len(pages) + 1)}
    return [at for at, page in enumerate(pages, 1) if _FOOTER.findall(page) != own.get(at, [])]


def _page_words(content: bytes) -> list[str]:
    """Return what stands on the pages of a PDF, without running headers and footers."""
    first, *rest = _pages(content)
    return [first, *(_HEADER.sub("", _FOOTER.sub("", page)) for page in rest)]


def _pages(content: bytes) -> list[str]:
    """Return the text of each page of a PDF, tagged or not."""
    document = pypdfium2.PdfDocument(content)
    try:
        return [page.get_textpage().get_text_range().replace(_HYPHEN, "-") for page in document]
    finally:
        document.close()


def _letters(texts: Iterable[str]) -> str:
    return "".join(_LEFT_OUT.sub("", text) for text in texts)


def _once(letters: str) -> str:
    """Return letters with the head of each table where it stands first."""
    for head in map(_letters, _HEADS):
        first, found, rest = letters.partition(head)
        letters = first + found + rest.replace(head, "")
    return letters
