"""Fonts of one document: characters to codes, and the font objects of what was used.

Simple TrueType fonts. A face has one font of the characters with a fixed code, and one for each 250 others.
"""

from __future__ import annotations

from codecs import charmap_build, charmap_encode
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, lru_cache
from hashlib import sha256
from itertools import groupby
from typing import Final, NamedTuple

from generator.layout.boxes import Face
from generator.layout.fonts import advances, font_face
from generator.writers.compression import KEPT
from generator.writers.pdf.codes import ALL, COMMON, FIXED, RARE, SLOTS
from generator.writers.pdf.objects import Objects, stream
from generator.writers.pdf.strings import number, numbers
from generator.writers.pdf.subset import subset_file

RUNNING_TEXT: Final = 48
"""A face that shows more characters than this will show others in the next document."""

_UNDEFINED: Final = "\ufffe"
"""Stands in a map of a codec for no character at all."""


class MissingGlyph(ValueError):
    """A character that the face lacks reached the writer; the caller should have asked before.

    Not a LookupError: `str.translate` would take that for "leave the character as it is".
    """

    def __init__(self, character: str) -> None:
        self.character = character
        super().__init__(f"U+{ord(character):04X}")


@cache
def _table(family: str, face: Face) -> Mapping[int, int]:
    """Return the fixed codes of the characters that a face holds."""
    glyphs = font_face(family, face).glyphs
    return {character: code for character, code in FIXED.items() if glyphs.get(character)}


@cache
def _encoder(family: str, face: Face) -> Callable[[str], str | None]:
    """Return what turns a text into codes, None when a character has no fixed one; it keeps the last ones.

    A map of the standard library's codecs does it in one go: `str.translate` takes two to five times as
    long. Such a map cannot do without U+0000, which has no code.
    """
    characters = {code: chr(character) for character, code in _table(family, face).items()} | {0: "\0"}
    codes = charmap_build("".join([characters.get(code, _UNDEFINED) for code in range(256)]))

    @lru_cache(maxsize=512)
    def encoded(text: str) -> str | None:
        try:
            return None if "\0" in text else charmap_encode(text, "strict", codes)[0].decode("latin-1")
        except UnicodeEncodeError:
            return None

    return encoded


class EmbeddedFace:
    """One face in one document, and the codes of the characters it has shown."""

    def __init__(self, family: str, face: Face, number: int) -> None:
        self.family, self.face = family, face
        self.name = f"F{number}"
        self.encoded: Callable[[str], str | None] = _encoder(family, face)
        """Turns a text into codes that need no escape in a literal string; what is shown goes to `shown`."""
        self.shown: list[str] = []
        self.unused = ALL
        self.others: dict[int, int] = {}

    def pieces(self, text: str) -> Iterator[tuple[str, str]]:
        """Yield a text with characters that have no fixed code as (font name, codes); raises MissingGlyph."""
        for font, places in groupby(map(self._place, map(ord, text)), lambda place: place[0]):
            codes = "".join(chr(code) for _, code in places)
            if not font:
                self.shown.append(codes)
            yield self._name(font), codes

    def _place(self, character: int) -> tuple[int, int]:
        """Return the number of the font that holds a character, and its code there."""
        if not font_face(self.family, self.face).glyphs.get(character):
            raise MissingGlyph(chr(character))
        if character in FIXED:
            return 0, FIXED[character]
        font, slot = divmod(self.others.setdefault(character, len(self.others)), len(SLOTS))
        return font + 1, SLOTS[slot]

    def _name(self, font: int) -> str:
        return f"{self.name}x{font}" if font else self.name

    def fold(self) -> None:
        """Let go of what a page has shown, and keep which codes that took."""
        self.unused = self.unused.translate(None, "".join(self.shown).encode("latin-1"))
        self.shown.clear()

    def add_to(self, objects: Objects) -> str:
        """Add the fonts of the characters that were used; return their names with their numbers."""
        self.fold()
        used = frozenset(ALL.translate(None, self.unused))
        fonts = [(0, _fixed_font(self.family, self.face, _whole(used)))] if used else []
        others = list(self.others)
        for font, start in enumerate(range(0, len(others), len(SLOTS)), 1):
            codes = zip(SLOTS, others[start : start + len(SLOTS)], strict=False)
            fonts.append((font, _font(self.family, self.face, dict(codes))))
        return "".join(f"/{self._name(font)} {_add_font(made, objects)} 0 R" for font, made in fonts)


class Faces(dict[Face, EmbeddedFace]):
    """The faces of one document, numbered in the order in which they are first asked for."""

    def __init__(self, family: str) -> None:
        super().__init__()
        self.family = family

    def __missing__(self, face: Face) -> EmbeddedFace:
        made = self[face] = EmbeddedFace(self.family, face, len(self) + 1)
        return made


# -- fonts that documents share ---------------------------------------------------------------------
class _Font(NamedTuple):
    """The objects of a font: its file, its map to characters, and its dictionaries up to their references."""

    file: bytes
    characters: bytes
    descriptor: str
    dictionary: str


def _whole(used: frozenset[int]) -> frozenset[int]:
    """Return the codes to embed: those used, in running text with the ones that other documents use."""
    if len(used) <= RUNNING_TEXT:
        return used
    return used | (COMMON if used <= COMMON else COMMON | RARE)


@lru_cache(maxsize=24)
def _fixed_font(family: str, face: Face, codes: frozenset[int]) -> _Font:
    """Return the font of some fixed codes, made once in a process for what most documents use.

    Measured: 69 -> 40 million instructions for the two files of a trip, which are 3.6 kB longer than with
    the used characters alone.
    """
    table = _table(family, face)
    return _font(family, face, {code: character for character, code in table.items() if code in codes})


def _font(family: str, face: Face, characters: Mapping[int, int]) -> _Font:
    """Return a font of characters by their codes."""
    used = {code: chr(characters[code]) for code in sorted(characters)}
    name = f"{_tag(used.values())}+{font_face(family, face).name}"
    data, length = subset_file(family, face, [(code, ord(character)) for code, character in used.items()])
    return _Font(
        stream(data, f"/Filter/FlateDecode/Length1 {length}", None),
        stream(_to_unicode(used), "", KEPT),
        _descriptor(family, face, name),
        _dictionary(name, used, advances(family, face)),
    )


def _add_font(font: _Font, objects: Objects) -> int:
    """Add the objects of a font; return the number of its dictionary."""
    file, characters = objects.add_finished(font.file), objects.add_finished(font.characters)
    descriptor = objects.add(f"{font.descriptor}/FontFile2 {file} 0 R>>")
    return objects.add(f"{font.dictionary}/FontDescriptor {descriptor} 0 R/ToUnicode {characters} 0 R>>")


def _dictionary(name: str, used: Mapping[int, str], width: Mapping[str, float]) -> str:
    """Return the beginning of a font dictionary (ISO 32000-1, 9.6.3)."""
    first, last = min(used), max(used)
    widths = (width[used[code]] * 1000 if code in used else 0 for code in range(first, last + 1))
    return (
        f"<</Type/Font/Subtype/TrueType/BaseFont/{name}/FirstChar {first}/LastChar {last}"
        f"/Widths[{numbers(*widths)}]"
    )


def _descriptor(family: str, face: Face, name: str) -> str:
    """Return the beginning of a symbolic font's descriptor (ISO 32000-1, 9.8)."""
    source = font_face(family, face)
    return (
        f"<</Type/FontDescriptor/FontName/{name}/Flags {source.flags & ~32 | 4}"
        f"/FontBBox[{numbers(*source.box)}]/ItalicAngle {number(source.italic_angle)}"
        f"/Ascent {number(source.ascent)}/Descent {number(source.descent)}"
        f"/CapHeight {number(source.cap_height)}/StemV {number(source.stem)}"
    )


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
