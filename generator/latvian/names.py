"""Names of persons: every part declines, by the gender of its bearer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from generator.latvian.alternation import alternates_in_two, syllables
from generator.latvian.lexicon import listed
from generator.latvian.paradigms import (
    Paradigm,
    class_1,
    class_2,
    class_2_in_s,
    class_3,
    class_4,
    class_5,
    definite,
    fixed,
    woman_in_us,
)
from generator.latvian.style import LatvianStyle

PARTICLES: Final = frozenset(
    ("fon", "von", "van", "der", "den", "de", "la", "le", "del", "da", "di", "du", "dos", "el", "al", "bin")
)
_GENITIVE: Final = frozenset(("genitive",))


def is_initial(token: str) -> bool:
    """Tell whether a token is an initial: "A.", "Dz.".

    >>> is_initial("A."), is_initial("Anna")
    (True, False)
    """
    return 2 <= len(token) <= 3 and token[0].isupper() and token.endswith(".")


def bearer(tokens: Sequence[str]) -> tuple[str, bool]:
    """Return the gender that the parts of a name tell, and whether they tell it surely.

    >>> bearer(["Jānis", "Liepa"]), bearer(["A.", "Bērziņa"])
    (('masculine', True), ('feminine', False))
    """
    words = [token for token in tokens if not is_initial(token) and token not in PARTICLES]
    full = bool(words) and not any(map(is_initial, tokens)) and len(words) > 1
    for place, word in enumerate(words):
        if listed("men", word):
            return "masculine", True
        if listed("women", word):
            return "feminine", True
        if word.lower().endswith(("s", "š")):
            return "masculine", True
        if word.lower().endswith(("a", "e", "ā")):
            known = place == 0 and (full or listed("first", word))
            return "feminine", known
    return "masculine", False


def name_part(word: str, gender: str, first: bool, style: LatvianStyle) -> Paradigm:
    """Return the forms of one part of a name; `first` tells a first name from a surname.

    Source: valodaskonsultacijas.lv, answers 293, 371 and 803; Latviešu valodas gramatika 2015.

    >>> from generator.latvian.style import DEFAULT
    >>> name_part("Liepa", "masculine", False, DEFAULT).forms("singular")[2]
    'Liepam'
    >>> name_part("Baltā", "feminine", False, DEFAULT).forms("singular")[2]
    'Baltajai'
    """
    small = word.lower()
    if small.endswith(("s", "š")):
        return _man_in_s(word, first, style) if gender == "masculine" else _woman_in_s(word)
    if small.endswith("a"):
        return class_4(word, gender)
    if small.endswith("e"):
        return class_5(word, alternates=not small.endswith("ste"), gender=gender)
    if small.endswith("ā") and gender == "feminine":
        forms = definite(word[:-1], gender)
        return forms if listed("adjectival", word[:-1] + "ais") else forms.doubted()
    forms = fixed(word, gender)
    return forms if small[-1] in "iouāēīōū" else forms.doubted()


def _woman_in_s(word: str) -> Paradigm:
    """Return a woman's name in -s; only -us declines surely."""
    return woman_in_us(word) if word.lower().endswith("us") else fixed(word, "feminine").doubted()


def _man_in_s(word: str, first: bool, style: LatvianStyle) -> Paradigm:
    """Return a man's name in -s or -š."""
    small = word.lower()
    if small.endswith("us") and not small.endswith("aus"):
        return class_3(word)
    if small.endswith("ais") and syllables(word) > 1:
        forms = definite(word[:-3], "masculine")
        return forms if listed("adjectival", word) else forms.doubted()
    if small.endswith("is") and small[-3:-2] not in "aāeēoōu":
        return _man_in_is(word, first, style)
    if listed("two-s", word):
        return class_2_in_s(word).doubted()
    if small[-2:-1] in "aāeēiīoōuū" and small.endswith("s") and not small.endswith("aus"):
        return fixed(word).doubted()
    return class_1(word)


def _man_in_is(word: str, first: bool, style: LatvianStyle) -> Paradigm:
    """Return a man's name in -is: which of them alternate, and which are in doubt."""
    if listed("undecided", word):
        return class_2(word, True).doubted(_GENITIVE)
    if word.lower().endswith(("tis", "dis")):
        if syllables(word) <= 2:
            return class_2(word, False)
        if word.lower().endswith("valdis") or (first and not word.lower().endswith("ītis")):
            return class_2(word, style.long_names == "alternate").doubted(_GENITIVE)
    return class_2(word, alternates_in_two(word))
