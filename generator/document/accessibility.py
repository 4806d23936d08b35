"""What a document must have so that a screen reader can read it and an archive keep it.

It holds for every format, because one template gives them all: a document is refused before any
writer sees it, and the PDF writer, which marks its files as accessible, asks once more.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from generator.document.nodes import (
    Document,
    Figure,
    Heading,
    Image,
    SignatureField,
    Table,
    Text,
    plain_text,
)
from generator.errors import Fault, TemplateError, fault
from generator.theme import Theme

LEAST_CONTRAST: Final = 4.5
"""The least contrast of text with its ground (WCAG 2.2, 1.4.3)."""
PAPER: Final = "#FFFFFF"
_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
"""The shape of a language tag (BCP 47)."""


def faults_of(document: Document, theme: Theme) -> list[Fault]:
    """Return everything that keeps a document from being accessible, each fault at its place."""
    blocks, words = document.blocks, document.words
    return [
        *_properties(document),
        *_headings([block for block in blocks if type(block) is Heading]),
        *_tables([block for block in blocks if type(block) is Table]),
        *_images([block.image for block in blocks if type(block) is Figure]),
        *_signature_fields(words.signature_fields),
        *_languages(document, words.texts),
        *_contrasts(theme),
    ]


def require(document: Document, theme: Theme) -> None:
    """Raise TemplateError with every fault of a document that is not accessible."""
    if faults := faults_of(document, theme):
        raise TemplateError(faults)


def _properties(document: Document) -> Iterator[Fault]:
    """Yield faults of title (ISO 14289-1, 7.1) and language (7.2)."""
    if not document.title.strip():
        yield fault("markup.title-empty", document.at)
    if not document.lang:
        yield fault("markup.lang-missing", document.at)


def _headings(headings: Iterable[Heading]) -> Iterator[Fault]:
    """Yield empty headings, and those that skip a level (ISO 14289-1, 7.4.2)."""
    level = 0
    for heading in headings:
        if not plain_text(heading.children).strip():
            yield fault("markup.heading-empty", heading.at)
        if heading.level > level + 1:
            yield fault("markup.heading-skipped", heading.at, level=heading.level, expected=level + 1)
        level = heading.level


def _tables(tables: Iterable[Table]) -> Iterator[Fault]:
    """Yield tables without header cells (ISO 14289-1, 7.5)."""
    for table in tables:
        if not any(cell.header for row in table.rows for cell in row.cells):
            yield fault("markup.table-header", table.at)


def _images(images: Iterable[Image]) -> Iterator[Fault]:
    """Yield pictures without alternative text (ISO 14289-1, 7.3); "" says that one is a decoration."""
    for image in images:
        if image.alt is None:
            yield fault("markup.alt-missing", image.at)


def _signature_fields(fields: Iterable[SignatureField]) -> Iterator[Fault]:
    """Yield signature fields that do not say whose signature belongs there (ISO 14289-1, 7.18.4)."""
    for field in fields:
        if not field.label.strip():
            yield fault("markup.signature-label", field.at)


def _languages(document: Document, texts: Iterable[Text]) -> Iterator[Fault]:
    """Yield languages that are no tags (ISO 32000-1, 14.9.2.2)."""
    if document.lang and not _LANGUAGE.fullmatch(document.lang):
        yield fault("markup.lang-unknown", document.at, value=document.lang)
    for text in texts:
        if text.lang and not _LANGUAGE.fullmatch(text.lang):
            yield fault("markup.lang-unknown", text.at, value=text.lang)


@lru_cache(maxsize=16)
def _contrasts(theme: Theme) -> tuple[Fault, ...]:
    """Return the faults of a theme; it is the same for all documents, so they are kept."""
    return tuple(_low_contrasts(theme))


def _low_contrasts(theme: Theme) -> Iterator[Fault]:
    """Yield roles whose colour is too near to that of the paper, or of their rows' ground."""
    grounds = {(role, PAPER) for role in theme.paragraph}
    for look in theme.table.values():
        grounds |= {(look.head, look.head_fill), (look.foot, look.foot_fill)}
    for role, ground in sorted(grounds):
        color = theme.paragraph[role].color
        if contrast(color, ground) < LEAST_CONTRAST:
            yield fault("theme.contrast", role=role, color=color, ground=ground, least=LEAST_CONTRAST)


@lru_cache(maxsize=64)
def contrast(first: str, second: str) -> float:
    """Return the contrast of two colours, 1 to 21 (WCAG 2.2, contrast ratio)."""
    low, high = sorted((_luminance(first), _luminance(second)))
    return (high + 0.05) / (low + 0.05)


def _luminance(color: str) -> float:
    parts = (int(color[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
