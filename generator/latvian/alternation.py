"""Consonant alternation: brālis - brāļa, pārvalde - pārvalžu, pils - piļu."""

from __future__ import annotations

import re
from typing import Final

from generator.latvian.lexicon import listed

# The longest end wins; a stem with none of these ends stays as it is.
_CHANGES: Final = {
    "kst": "kš", "sn": "šņ", "zn": "žņ", "sl": "šļ", "zl": "žļ", "ln": "ļņ", "ll": "ļļ", "nn": "ņņ",
    "dz": "dž", "st": "st", "b": "bj", "m": "mj", "p": "pj", "v": "vj", "f": "fj",
    "t": "š", "d": "ž", "c": "č", "s": "š", "z": "ž", "n": "ņ", "l": "ļ",
}  # fmt: skip
_VOWELS: Final = "ie|ai|ei|au|ui|oi|iu|[aāeēiīoōuūy]"
_PLAIN_TWO: Final = ("astis", "jis", "ķis", "ģis", "ris", "skatis", "skis", "ckis")
_PLAIN_FIVE: Final = ("fe", "ģe", "ķe")


def soften(stem: str) -> str:
    """Return a stem with its last consonants softened.

    Source: Latviešu valodas gramatika 2015, 359.-360. lpp.; valoda.ailab.lv, "Līdzskaņu mija".

    >>> [soften(stem) for stem in ("brāl", "zvaigzn", "rīkst", "kurv", "muzej")]
    ['brāļ', 'zvaigžņ', 'rīkš', 'kurvj', 'muzej']
    """
    for length in (3, 2, 1):
        end = stem[-length:]
        if len(stem) >= length and end in _CHANGES:
            return stem[:-length] + _CHANGES[end]
    return stem


def syllables(word: str) -> int:
    """Return the number of syllables of a word.

    >>> syllables("Gatis"), syllables("Briedis"), syllables("Eglītis")
    (2, 2, 3)
    """
    return len(re.findall(_VOWELS, word.lower()))


def alternates_in_two(word: str) -> bool:
    """Tell whether a common noun of class 2 alternates in its genitive and plural.

    >>> alternates_in_two("brālis"), alternates_in_two("kaķis"), alternates_in_two("viesis")
    (True, False, False)
    """
    return not word.lower().endswith(_PLAIN_TWO) and not listed("two-plain", word)


def alternates_in_five(word: str) -> bool:
    """Tell whether a noun of class 5 in -e alternates in the genitive plural.

    >>> alternates_in_five("pārvalde"), alternates_in_five("bāze"), alternates_in_five("kaste")
    (True, False, False)
    """
    small = word.lower()
    hard = small.endswith("ste") and not small.endswith("kste")
    return not hard and not small.endswith(_PLAIN_FIVE) and not listed("five-plain", small)
