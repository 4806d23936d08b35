"""What a PDF prints against the data inside it: sums, dates, and every other word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import cache
from io import BytesIO
from itertools import zip_longest
from pathlib import Path
from typing import Final

from PIL import Image

from generator import tripfiles
from generator.errors import Fault, Place, Severity, fault
from generator.frozen import dataclass
from generator.latvian import LatvianStyle
from generator.pipeline import DATA, render_trip
from generator.request import Request
from generator.verification.pdf_reader import Printed, PrintedBlock, read_pdf
from generator.version import PROGRAM

SUM: Final = re.compile(r"(?:(?:Ls|LVL|EUR|€) ?)?[−-]?\d{1,3}(?: ?\d{3})*,\d{2}(?!\d)(?: (?:Ls|LVL|EUR|€))?")
DATE: Final = re.compile(r"\d{4}\. gada \d{1,2}\.(?:–\d{1,2}\.)? [a-zāčēģīķļņšūž]+|\d{1,2}\.\d{2}\.\d{4}\.")
_FIGURE: Final = re.compile(f"{DATE.pattern}|{SUM.pattern}")
_EXCERPT: Final = 80


@dataclass(frozen=True, slots=True)
class Compared:
    """What differs, and how much was compared."""

    differences: tuple[Fault, ...]
    sums: int
    dates: int
    pages: int


def check_printed(
    content: bytes, name: str, templates: Sequence[Path] = (), style: LatvianStyle | None = None
) -> Compared:
    """Return what a PDF made with its data inside prints otherwise than that data gives.

    The document is made again from the data. Raises DataError when the file cannot be compared or
    its data has faults, TemplateError for faults of the templates.
    """
    printed = read_pdf(content, name)
    request = Request(
        ("pdf",), printed.documents, tuple(templates), style or LatvianStyle(), attach_data=True
    )
    expected = _made_again(printed, request)
    text = " ".join(block.text for block in printed.blocks)
    found = tuple(_differences(printed, expected, Place(name)))
    return Compared(found, len(SUM.findall(text)), len(DATE.findall(text)), printed.pages)


def _made_again(printed: Printed, request: Request) -> Sequence[PrintedBlock]:
    """Return the blocks that the data gives today; the photos, which have no words, are stand-ins."""
    trip = tripfiles.load(printed.data, name=DATA, pictures=_stand_in())
    files = render_trip(trip, request).files.values()
    file = next(one for one in files if one.document == printed.documents[0])
    return read_pdf(file.content, DATA).blocks


@cache
def _stand_in() -> bytes:
    """Return a picture that takes the place of every photo."""
    file = BytesIO()
    Image.new("L", (1600, 1200), 255).save(file, "PNG")
    return file.getvalue()


def _differences(printed: Printed, expected: Sequence[PrintedBlock], at: Place) -> Iterator[Fault]:
    """Yield every difference in reading order; words of another version's templates only warn."""
    words = Severity.ERROR
    if printed.program != PROGRAM:
        words = Severity.WARNING
        yield fault(
            "verify.program", at, severity=Severity.INFORMATION, made=printed.program, now=PROGRAM
        )  # fmt: skip
    texts, others = [one.text for one in printed.blocks], [one.text for one in expected]
    matcher = SequenceMatcher(None, texts, others, autojunk=False)
    for tag, start, end, other_start, other_end in matcher.get_opcodes():
        if tag != "equal":
            pairs = zip_longest(printed.blocks[start:end], expected[other_start:other_end])
            page = printed.blocks[min(start, len(printed.blocks) - 1)].page
            yield from _between(pairs, page, at, words)


def _between(
    pairs: Iterator[tuple[PrintedBlock | None, PrintedBlock | None]], page: int, at: Place, words: Severity
) -> Iterator[Fault]:
    """Yield what differs between blocks that stand in each other's place."""
    for one, other in pairs:
        page = one.page if one else page
        text, expected = one.text if one else "", other.text if other else ""
        figures = list(_figures(text, expected))
        for found, wanted in figures:
            yield fault("printed.figure", at, page=page, found=found, expected=wanted, text=_excerpt(text))
        if not figures and text != expected:
            values = {"page": page, "found": _excerpt(text) or "–", "expected": _excerpt(expected) or "–"}
            yield fault("printed.words", at, severity=words, **values)


def _figures(text: str, expected: str) -> Iterator[tuple[str, str]]:
    """Yield the sums and dates that differ between two texts, "–" for one that is not there."""
    found, wanted = _FIGURE.findall(text), _FIGURE.findall(expected)
    matcher = SequenceMatcher(None, found, wanted, autojunk=False)
    for tag, start, end, other_start, other_end in matcher.get_opcodes():
        if tag != "equal":
            yield from zip_longest(found[start:end], wanted[other_start:other_end], fillvalue="–")


def _excerpt(text: str) -> str:
    """Return the beginning of a text that a sentence can quote."""
    return text if len(text) <= _EXCERPT else text[: _EXCERPT - 1].rstrip() + "…"
