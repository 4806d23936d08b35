"""Faces of the embedded fonts: widths of characters, and which characters they hold."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from math import inf
from typing import Final, get_args

from generator.layout.boxes import Face
from generator.layout.font_files import FontFile, read_font
from generator.resources import fonts_folder

FACES: Final[tuple[Face, ...]] = get_args(Face)
_FILES: Final[Mapping[Face, str]] = {
    "regular": "{family}-Regular",
    "bold": "{family}-Bold",
    "italic": "{family}-Italic",
    "bold-italic": "{family}-BoldItalic",
    "sans": "Arimo-Regular",
}
FAMILY: Final = "Tinos"
"""The family that is shipped."""
SOFT_HYPHEN: Final = "\u00ad"
ZERO_WIDTH_SPACE: Final = "\u200b"
MOST_WORDS: Final = 4096
"""How many words of a face are remembered: 0.5 MB."""
USUAL: Final = frozenset(map(chr, range(32, 127))) | frozenset("āčēģīķļņšūžĀČĒĢĪĶĻŅŠŪŽ\u00a0–„”’—…§°€")
"""Characters of Latvian texts that every face holds: of a text of no others no face need be read to know."""


class _Advances(dict[str, float]):
    """Advance widths in em by character; one that the face lacks is half an em wide."""

    def __missing__(self, character: str) -> float:
        return 0.5


@cache
def font_face(family: str, face: Face) -> FontFile:
    """Return a face of a shipped family, read once; nothing may change it."""
    return read_font(fonts_folder() / f"{_FILES[face].format(family=family)}.ttf")


@cache
def advances(family: str, face: Face) -> Mapping[str, float]:
    """Return the width of every character of a face, in em."""
    widths = font_face(family, face).widths
    return _Advances((chr(code), width / 1000) for code, width in widths.items())


class _CharacterWidths(dict[str, float]):
    """Widths of characters in thousandths of an em, so exact that their sums are.

    A break inside a word that does not show is endless: such a word is measured in pieces.
    """

    def __init__(self, face: FontFile) -> None:
        super().__init__({SOFT_HYPHEN: inf, ZERO_WIDTH_SPACE: inf})
        self.codes = face.widths

    def __missing__(self, character: str) -> float:
        width = self.codes.get(ord(character))
        if width is None:
            return 500.0
        self[character] = width
        return width


class _WordWidths(dict[str, float]):
    """Widths of words in thousandths of an em; forgotten when they are many."""

    def __init__(self, face: FontFile) -> None:
        self.width_of = _CharacterWidths(face).__getitem__

    def __missing__(self, word: str) -> float:
        if len(self) >= MOST_WORDS:
            self.clear()
        width = self[word] = sum(map(self.width_of, word))
        return width


@cache
def word_widths(family: str, face: Face) -> Mapping[str, float]:
    """Return the width of any word of a face, set without kerning, in thousandths of an em."""
    return _WordWidths(font_face(family, face))


@lru_cache(maxsize=512)
def em_width(family: str, face: Face, text: str) -> float:
    """Return the width of a text set without kerning, in em."""
    return sum(map(advances(family, face).__getitem__, text))


@cache
def coverage(family: str) -> frozenset[str]:
    """Return the characters that every face of a family can show."""
    shared = frozenset.intersection(*(frozenset(advances(family, face)) for face in FACES))
    return frozenset(character for character in shared if character >= " ") | {ZERO_WIDTH_SPACE}


def face_of(bold: bool, italic: bool, sans: bool = False) -> Face:
    """Return the face for a weight and a slope; the sans-serif one has neither."""
    if sans:
        return "sans"
    if bold:
        return "bold-italic" if italic else "bold"
    return "italic" if italic else "regular"
