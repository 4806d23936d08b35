"""The order of the Latvian alphabet."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Final

from generator.latvian.style import DEFAULT, LatvianStyle

ALPHABET: Final = "aābcčdeēfgģhiyījkķlļmnņoōpqrŗsštuūvwxzž"
_INTERFILED: Final = {"ā": "a", "ē": "e", "ī": "i", "ō": "o", "ū": "u"}
_LETTERS: Final = {letter: 100 + place for place, letter in enumerate(ALPHABET)}
_OTHER_LETTER: Final = 200

SortKey = tuple[tuple[int, ...], tuple[int, ...], tuple[bool, ...], str]


def sort_key(text: str, *, style: LatvianStyle = DEFAULT) -> SortKey:
    """Return a key that sorts texts by the Latvian alphabet.

    The order is a ā b c č d e ē f g ģ h i y ī j k ķ l ļ m n ņ o ō p q r ŗ s š t u ū v w x z ž:
    long vowels are letters of their own (CLDR 48), or count only between equal words with
    `long_vowels="interfiled"`. Spaces and signs come before digits, digits before letters; small
    letters before capitals; a foreign accent counts only between equal words.

    >>> sorted(["Ādaži", "Aizpute", "Cēsis", "Čekste", "Centrs"], key=sort_key)
    ['Aizpute', 'Ādaži', 'Centrs', 'Cēsis', 'Čekste']
    """
    return _key(text, style.long_vowels == "interfiled")


def surname_key(name: str, *, style: LatvianStyle = DEFAULT) -> tuple[SortKey, SortKey]:
    """Return a key that sorts full names by the last word, which is the surname, then by the others.

    >>> sorted(["Jānis Āboliņš", "Zane Abola", "Anna Abola"], key=surname_key)
    ['Anna Abola', 'Zane Abola', 'Jānis Āboliņš']
    """
    *given, surname = name.split() or [""]
    return sort_key(surname, style=style), sort_key(" ".join(given), style=style)


@lru_cache(maxsize=4096)
def _key(text: str, interfiled: bool) -> SortKey:
    composed = unicodedata.normalize("NFC", text)
    weighed = [weight for letter in composed for weight in _weights(letter, interfiled)]
    return (
        tuple(primary for primary, _ in weighed),
        tuple(accent for _, accent in weighed),
        tuple(letter.isupper() for letter in composed),
        composed,
    )


def _weights(letter: str, interfiled: bool) -> list[tuple[int, int]]:
    """Return the weights of a letter: its place in the alphabet, and its accent."""
    small = letter.lower()
    if interfiled and small in _INTERFILED:
        return [(_LETTERS[_INTERFILED[small]], 1)]
    if small in _LETTERS:
        return [(_LETTERS[small], 0)]
    apart = unicodedata.normalize("NFD", small)
    if apart[0] in _LETTERS:
        return [(_LETTERS[apart[0]], sum(map(ord, apart[1:])))]
    return [(_primary(one), 0) for one in unicodedata.normalize("NFKC", small)]


def _primary(sign: str) -> int:
    """Return the place of what is no letter of the alphabet: signs, digits, other letters."""
    if sign in _LETTERS:
        return _LETTERS[sign]
    if sign.isdecimal():
        return 50 + unicodedata.decimal(sign)
    if sign.isalpha():
        return _OTHER_LETTER + ord(sign)
    return 1 if sign.isspace() else 2
