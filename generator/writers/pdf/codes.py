"""The code of a character in a string on a page: one byte, the same in every document and face.

Fonts of a face then differ by the characters they hold alone, so that a process makes most of them once.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

ALL: Final = bytes(range(256))
ESCAPED: Final = frozenset(b"()\\\r\n")
"""Codes that a literal string would have to escape; none is ever given out."""
_ABOVE: Final = tuple(code for code in (*range(128, 256), 127, *range(1, 32)) if code not in ESCAPED)
SLOTS: Final[tuple[int, ...]] = tuple(code for code in range(33, 127) if code not in ESCAPED) + _ABOVE
"""The codes of a font of other characters: without 32, which `Tw` makes wider."""

_OWN: Final = "".join(chr(code) for code in range(32, 127) if code not in ESCAPED)
_OTHER: Final = (
    "()\\āčēģīķļņšūžĀČĒĢĪĶĻŅŠŪŽ\u00a0\u00ad\u200b\u202f\u2009„”“‘’‚«»‹›–—‑−…•·°§€£©®×÷±½²³¹µ‰"
    "ōŗŌŖąęėįųĄĘĖĮŲõäöüÕÄÖÜåæøÅÆØßéèêëáàâãíìîïóòôúùûñçýÿÉÈÊËÁÀÂÃÍÎÓÒÔÚÑÇÝ"
    "ćłńśźżĆŁŃŚŹŻďěňřťůőűşţŞŢœŒ"
)
"""What else Latvian documents hold: their letters, signs, and the names of neighbours."""
FIXED: Final[Mapping[int, int]] = {
    **{ord(character): ord(character) for character in _OWN},
    **dict(zip(map(ord, _OTHER), _ABOVE, strict=False)),
}
"""The codes of characters; others get theirs in the order of use, in fonts of their own."""


def _codes(characters: str) -> frozenset[int]:
    return frozenset(FIXED[ord(character)] for character in characters)


COMMON: Final = _codes(
    "abcdefghijklmnoprstuvxzāčēģīķļņšūž ABCDEFGHIJKLMNOPRSTUVZĀČĒĪŠ0123456789.,:;-–/()%+@„”\u00a0\u00ad"
)
RARE: Final = _codes("qwyQWXYĢĶĻŅŪŽ!?&'\"*=_#<>[]—’“‘«»€§°…•\u200b\u202f")
"""What a face of running text is given whole. Without, every other report made a font of its own."""
