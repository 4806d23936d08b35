"""Which texts hold characters that the fonts lack, before anything is painted."""

from __future__ import annotations

from collections.abc import Iterator

from generator.document.nodes import Document, Inline, Link, Text, blocks_of, inlines_of
from generator.layout.fonts import USUAL, coverage


def missing_glyphs(document: Document, family: str = "Tinos") -> list[tuple[str, Text]]:
    """Return each character that some face of the family lacks, with the text it stands in."""
    return [
        (character, text)
        for text in _texts(document)
        if not USUAL.issuperset(text.text)
        for character in dict.fromkeys(text.text)
        if character not in coverage(family)
    ]


def _texts(document: Document) -> Iterator[Text]:
    for inline in _inlines(document):
        if isinstance(inline, Text):
            yield inline
        elif isinstance(inline, Link):
            yield from inline.children


def _inlines(document: Document) -> Iterator[Inline]:
    for piece in document.headers:
        yield from piece.children
    for block in blocks_of(document):
        yield from inlines_of(block)
    for piece in document.footers:
        yield from piece.children
