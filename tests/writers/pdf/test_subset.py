"""Subsets of the shipped faces are font files as reportlab would make them."""

from __future__ import annotations

import zlib
from io import BytesIO

import pytest
from reportlab.pdfbase.ttfonts import TTFontMaker, TTFontParser

from generator.layout.boxes import Face
from generator.layout.fonts import FACES, FAMILY
from generator.writers.pdf import subset

CODES = [(code, ord(character)) for code, character in enumerate("Aāķ §ž", 65)]


def made(face: Face) -> bytes:
    data, length = subset.subset_file(FAMILY, face, CODES)
    file = zlib.decompress(data)
    assert len(file) == length
    return file


@pytest.mark.parametrize("face", FACES)
def test_reportlab_finds_the_checksums_right(face: Face) -> None:
    TTFontParser(BytesIO(made(face)), validate=1)


@pytest.mark.parametrize("face", FACES)
def test_a_subset_is_what_reportlab_would_make_of_its_tables(face: Face) -> None:
    file = made(face)
    maker, parsed = TTFontMaker(), TTFontParser(BytesIO(file))
    for tag in parsed.table:
        maker.add(tag, parsed.get_table(tag))
    assert maker.makeStream() == file
