"""Fonts of one document: characters to codes, and the font objects of what was used.

Simple TrueType fonts, each with at most 255 characters; a face that needs more becomes several.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import sha256
from itertools import groupby
from typing import Final

from generator.layout.boxes import Face
from generator.layout.fonts import advances, font_face
from generator.layout.truetype import TrueType
from generator.writers.pdf.objects import Objects
from generator.writers.pdf.strings import number, numbers
from generator.writers.pdf.subset import subset_file

ESCAPED: Final = frozenset(b"()\\\r\n")
"""Codes that a literal string would have to escape; none is ever given out."""
_OWN: Final[frozenset[int]] = frozenset(range(32, 127)) - ESCAPED
_FREE: Final[tuple[int, ...]] = tuple(
    code for code in (*range(128, 256), 127, *range(1, 32)) if code not in ESCAPED
)
_SYMBOLIC, _ITALIC, _FORCE_BOLD = 1 << 2, 1 << 6, 1 << 18
_SEMIBOLD: Final = 600
_LATER: Final[tuple[int, ...]] = tuple(sorted(_OWN - {32})) + _FREE


class MissingGlyph(ValueError):
    """A character that the face lacks reached the writer; the caller should have asked before.

    Not a LookupError: `str.translate` would take that for "leave the character as it is".
    """

    def __init__(self, character: str) -> None:
        self.character = character
        super().__init__(f"U+{ord(character):04X}")


class _Codes(dict[int, int]):
    """Codes of characters, given in the order of their first use; `>> 8` is the font's number."""

    def __init__(self, held: frozenset[int]) -> None:
        super().__init__()
        self.held = held
        self.others: int = 0

    def __missing__(self, character: int) -> int:
        if character not in self.held:
            raise MissingGlyph(chr(character))
        code = character if character in _OWN else self._next()
        self[character] = code
        return code

    def _next(self) -> int:
        place: int = self.others
        self.others = place + 1
        if place < len(_FREE):
            return _FREE[place]
        font, slot = divmod(place - len(_FREE), len(_LATER))
        return (font + 1) * 256 + _LATER[slot]


@cache
def _held(family: str, face: Face) -> frozenset[int]:
    """Return the characters that a face has a glyph for."""
    glyphs = font_face(family, face).glyphs.items()
    return frozenset(character for character, glyph in glyphs if glyph)


class EmbeddedFace:
    """One face in one document, and the codes of the characters it has shown."""

    def __init__(self, family: str, face: Face, number: int) -> None:
        self.family, self.face = family, face
        self.name = f"F{number}"
        self.codes = _Codes(_held(family, face))

    def encoded(self, text: str) -> Iterable[tuple[str, str]]:
        """Return the text as (font name, codes) pieces; raises MissingGlyph.

        The codes are Latin-1 characters and need no escape in a literal string.
        """
        codes = text.translate(self.codes)
        return self._split(codes) if self.codes.others > len(_FREE) else ((self.name, codes),)

    def _split(self, codes: str) -> Iterator[tuple[str, str]]:
        for font, piece in groupby(codes, lambda code: ord(code) >> 8):
            yield self._name(font), "".join(chr(ord(code) & 255) for code in piece)

    def _name(self, font: int) -> str:
        return f"{self.name}x{font}" if font else self.name

    def add_to(self, objects: Objects) -> str:
        """Add the fonts of the characters that were used; return their names with their numbers."""
        fonts: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for character, code in self.codes.items():
            fonts[code >> 8].append((code & 255, character))
        return "".join(
            f"/{self._name(font)} {self._font(sorted(codes), objects)} 0 R"
            for font, codes in sorted(fonts.items())
        )

    def _font(self, codes: list[tuple[int, int]], objects: Objects) -> int:
        """Return the number of a font dictionary (ISO 32000-1, 9.6.3) of sorted (code, character) pairs."""
        used = {code: chr(character) for code, character in codes}
        first, last = codes[0][0], codes[-1][0]
        width = advances(self.family, self.face)
        widths = (width[used[code]] * 1000 if code in used else 0 for code in range(first, last + 1))
        name = f"{_tag(used.values())}+{font_face(self.family, self.face).name}"
        return objects.add(
            f"<</Type/Font/Subtype/TrueType/BaseFont/{name}/FirstChar {first}/LastChar {last}"
            f"/Widths[{numbers(*widths)}]/FontDescriptor {self._descriptor(name, codes, objects)} 0 R"
            f"/ToUnicode {objects.add_stream(_to_unicode(used))} 0 R>>"
        )

    def _descriptor(self, name: str, codes: list[tuple[int, int]], objects: Objects) -> int:
        """Return the number of a symbolic font's descriptor (ISO 32000-1, 9.8)."""
        face = font_face(self.family, self.face)
        data, length = subset_file(self.family, self.face, tuple(codes))
        file = objects.add_stream(data, f"/Filter/FlateDecode/Length1 {length}", None)
        return objects.add(
            f"<</Type/FontDescriptor/FontName/{name}/Flags {_flags(face)}"
            f"/FontBBox[{numbers(*face.box)}]/ItalicAngle {number(face.slope)}"
            f"/Ascent {number(face.ascent)}/Descent {number(face.descent)}"
            f"/CapHeight {number(face.cap_height)}/StemV {_stem(face)}"
            f"/FontFile2 {file} 0 R>>"
        )


def _flags(face: TrueType) -> int:
    """Return what a descriptor says of a face in bits (ISO 32000-1, table 123); its codes are its own."""
    return _SYMBOLIC | (_ITALIC if face.slope else 0) | (_FORCE_BOLD if face.weight >= _SEMIBOLD else 0)


def _stem(face: TrueType) -> int:
    """Return how thick the stems of a face are: its file does not say, so its weight must."""
    return 50 + int((face.weight / 65) ** 2)


class Faces(dict[Face, EmbeddedFace]):
    """The faces of one document, numbered in the order in which they are first asked for."""

    def __init__(self, family: str) -> None:
        super().__init__()
        self.family = family

    def __missing__(self, face: Face) -> EmbeddedFace:
        made = self[face] = EmbeddedFace(self.family, face, len(self) + 1)
        return made


def _tag(characters: Iterable[str]) -> str:
    """Return the six letters of a subset's name (ISO 32000-1, 9.6.4): the same for the same set."""
    digest = sha256("".join(characters).encode()).digest()
    return "".join(chr(65 + byte % 26) for byte in digest[:6])


def _to_unicode(used: dict[int, str]) -> bytes:
    """Return the map from codes to characters, at most 100 to a block (ISO 32000-1, 9.10.3)."""
    rows = [f"<{code:02x}> <{character.encode('utf-16-be').hex()}>" for code, character in used.items()]
    blocks = [rows[start : start + 100] for start in range(0, len(rows), 100)]
    return "\n".join(
        [
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
            "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def",
            "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
            "1 begincodespacerange <00> <ff> endcodespacerange",
            *("\n".join([f"{len(block)} beginbfchar", *block, "endbfchar"]) for block in blocks),
            "endcmap CMapName currentdict /CMap defineresource pop end end",
        ]
    ).encode("ascii")
