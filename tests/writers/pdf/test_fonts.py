"""Texts as codes: one byte for each character that has a fixed one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.layout.fonts import FACES, font_face
from generator.writers.pdf.codes import FIXED
from generator.writers.pdf.fonts import EmbeddedFace, MissingGlyph

KNOWN = sorted(chr(character) for character in FIXED)


@given(st.text(st.sampled_from(KNOWN) | st.characters(codec="utf-8"), max_size=20), st.sampled_from(FACES))
def test_a_text_has_codes_when_all_its_characters_have_them(text: str, name: str) -> None:
    face = EmbeddedFace("Tinos", name, 1)  # type: ignore[arg-type]
    glyphs = font_face("Tinos", face.face).glyphs
    if all(ord(character) in FIXED and glyphs.get(ord(character)) for character in text):
        assert face.encoded(text) == "".join(chr(FIXED[ord(character)]) for character in text)
    else:
        assert face.encoded(text) is None


@pytest.mark.parametrize("character", ["\ufffe", "漢"])
def test_a_character_that_no_face_holds_is_named(character: str) -> None:
    face = EmbeddedFace("Tinos", "regular", 1)
    assert face.encoded(f"a{character}") is None
    with pytest.raises(MissingGlyph) as found:
        list(face.pieces(f"a{character}"))
    assert found.value.character == character
