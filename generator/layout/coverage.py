"""Which texts hold characters that the fonts lack, before anything is painted."""

from __future__ import annotations

import re
from typing import Final

from generator.document.nodes import Document, Link, Text, blocks_of, contents_of
from generator.layout.fonts import USUAL, coverage

_UNUSUAL: Final = re.compile(f"[^{re.escape(''.join(sorted(USUAL)))}]")


def missing_glyphs(document: Document, family: str = "Tinos") -> list[tuple[str, Text]]:
    """Return each character that some face of the family lacks, with the text it stands in."""
    texts = _texts(document)
    if not _UNUSUAL.search("".join([text.text for text in texts])):
        return []  # as it is nearly always: 3.7 -> 1.7 million instructions a trip
    return [
        (character, text)
        for text in texts
        for character in dict.fromkeys(text.text)
        if character not in USUAL and character not in coverage(family)
    ]


def _texts(document: Document) -> list[Text]:
    headers = [piece.children for piece in document.headers]
    footers = [piece.children for piece in document.footers]
    contents = [*headers, *contents_of(blocks_of(document)), *footers]
    texts: list[Text] = []
    for content in contents:
        for inline in content:
            if isinstance(inline, Text):
                texts.append(inline)
            elif isinstance(inline, Link):
                texts += inline.children
    return texts
