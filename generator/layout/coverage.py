"""Which texts hold characters that the fonts lack, before anything is painted."""

from __future__ import annotations

import re
from typing import Final

from generator.document.nodes import Document, Text, words_of
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
    headers, footers = (
        words_of([piece.children for piece in pieces]) for pieces in (document.headers, document.footers)
    )
    return [*headers.texts, *document.words.texts, *footers.texts]
