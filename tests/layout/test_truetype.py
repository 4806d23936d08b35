"""The faces that are shipped, as reportlab reads them, and the files that are made of their tables."""

from struct import unpack

import pytest
from reportlab.pdfbase.ttfonts import TTFontFace, TTFontMaker

from generator.layout.fonts import FACES, FAMILY, font_face
from generator.layout.truetype import font_file
from generator.resources import fonts_folder


@pytest.fixture(params=FACES)
def face(request):
    return font_face(FAMILY, request.param)


@pytest.fixture
def known(face):
    return TTFontFace(str(fonts_folder() / f"{face.name}.ttf"))


def test_characters_have_the_glyphs_and_the_widths_of_the_file(face, known):
    assert face.glyphs == known.charToGlyph
    assert face.metrics == tuple(known.hmetrics)
    assert face.widths() == {chr(code): width / 1000 for code, width in known.charWidths.items()}


def test_outlines_have_the_places_of_the_file(face, known):
    assert face.places == tuple(known.glyphPos)
    assert face.places[-1] <= len(face.tables["glyf"])


def test_a_face_is_described_as_its_file_does(face, known):
    assert face.name == known.name.decode("ascii")
    assert face.box == tuple(known.bbox)
    assert (face.ascent, face.descent, face.cap_height) == (known.ascent, known.descent, known.capHeight)
    assert face.slope == known.italicAngle
    assert 50 + int((face.weight / 65) ** 2) == known.stemV


def test_a_file_of_tables_is_the_one_that_reportlab_makes(face):
    maker = TTFontMaker()
    for tag, data in face.tables.items():
        maker.add(tag, data)
    assert font_file(face.tables) == maker.makeStream()


def test_the_words_of_a_file_add_up_to_what_the_format_asks_for(face):
    tables = {tag: data for tag, data in face.tables.items() if tag != "loca"}
    data = font_file(tables)
    assert sum(unpack(f">{len(data) // 4}L", data)) & 0xFFFFFFFF == 0xB1B0AFBA
