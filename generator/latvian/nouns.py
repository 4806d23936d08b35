"""One noun: which class it belongs to, by the word list first and by its ending after that."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from generator.latvian.alternation import alternates_in_five, alternates_in_two, syllables
from generator.latvian.lexicon import listed, place_code
from generator.latvian.paradigms import (
    Paradigm,
    class_1,
    class_2,
    class_2_in_s,
    class_3,
    class_4,
    class_5,
    class_6,
    class_6_plural,
    definite,
    fixed,
    plural_only,
    reflexive,
)

PLURAL_1: Final = "i u iem us os"
PLURAL_4: Final = "as u ām as ās"


def _plural_5(word: str) -> Paradigm:
    """Return a plural noun in -es."""
    plural = class_5(word[:-1], alternates_in_five(word[:-1])).plural
    return Paradigm(None, plural, "feminine", "plural")


def _plural_6(word: str) -> Paradigm:
    """Return a plural noun in -is; "ļaudis" is the masculine one."""
    gender = "masculine" if word.lower() == "ļaudis" else "feminine"
    return class_6_plural(word, not listed("six-plain", word), gender)


_CLASSES: Final[dict[str, Callable[[str], Paradigm]]] = {
    "0": partial(fixed, gender="feminine"),  # a town, a country, a river: pilsēta, valsts, upe
    "1": class_1,
    "1p": partial(plural_only, endings=PLURAL_1, gender="masculine"),
    "2p": partial(plural_only, endings=PLURAL_1, gender="masculine"),
    "3": class_3,
    "4": class_4,
    "4p": partial(plural_only, endings=PLURAL_4, gender="feminine"),
    "5": lambda word: class_5(word, alternates_in_five(word)),
    "5p": _plural_5,
    "6": lambda word: class_6(word, not listed("six-plain", word)),
    "6p": _plural_6,
}


def noun(word: str, *, gender: str | None = None, number: str | None = None, place: bool = False) -> Paradigm:
    """Return the forms of one noun; the gender and the number settle what its ending leaves open.

    >>> noun("pašvaldība").forms("singular")[4]
    'pašvaldībā'
    >>> noun("Cēsis").forms("plural")[1]
    'Cēsu'
    >>> sorted(noun("Nairi", place=True).doubt)
    ['accusative', 'dative', 'genitive', 'locative']
    """
    code = place_code(word) if word[:1].isupper() else None
    if code:
        return _CLASSES[code](word)
    return _listed(word) or _by_ending(word, gender, number, place)


def _listed(word: str) -> Paradigm | None:
    """Return the forms of a word that the word list decides."""
    if listed("fixed", word):
        return fixed(word)
    if listed("six", word):
        return _CLASSES["6"](word)
    if listed("six-plural", word):
        return _plural_6(word)
    if listed("two-s", word):
        return class_2_in_s(word)
    if word.lower() == "suns":
        return class_2(word[:-1] + "is", True).mapped(lambda form: word if form[-2:] == "is" else form)
    if listed("masculine", word):
        return class_4(word, "masculine") if word[-1] == "a" else class_5(word, True, "masculine")
    return None


def _by_ending(word: str, gender: str | None, number: str | None, place: bool) -> Paradigm:
    """Return the forms of a word by its ending."""
    small = word.lower()
    if small.endswith("šanās"):
        return reflexive(word)
    if not place and (adjective := _definite(word)):
        return adjective
    if small.endswith(("s", "š")):
        return _in_s(word, small, gender, number, place)
    if small.endswith("a"):
        return class_4(word, gender or "feminine")
    if small.endswith("e"):
        return class_5(word, alternates_in_five(word), gender or "feminine")
    if small.endswith("i") and number != "singular":
        forms = plural_only(word, PLURAL_1, "masculine")
        return forms.doubted() if place and number is None else forms
    forms = fixed(word, gender or ("feminine" if place else "masculine"), number or "singular")
    return forms if small[-1] in "aāeēiīoōuū" else forms.doubted()


def _definite(word: str) -> Paradigm | None:
    """Return an adjective with the definite ending that stands as a noun: "klātesošie"."""
    for ending, gender, number in (
        ("ais", "masculine", "singular"),
        ("ie", "masculine", "plural"),
        ("ās", "feminine", "plural"),
        ("ā", "feminine", "singular"),
    ):
        stem = word[: -len(ending)]
        if word.lower().endswith(ending) and syllables(stem):
            return definite(stem, gender, number)
    return None


def _in_s(word: str, small: str, gender: str | None, number: str | None, place: bool) -> Paradigm:
    """Return the forms of a word in -s or -š."""
    if small.endswith("us"):
        return class_3(word)
    if small.endswith("is"):
        forms = class_2(word, alternates_in_two(word))
        return forms.doubted() if place else forms
    if small.endswith(("as", "es")) and number != "singular":
        return _CLASSES["4p"](word) if small.endswith("as") else _plural_5(word)
    if small.endswith(("as", "es", "os", "ās", "ēs", "īs", "ūs", "ōs")):
        return fixed(word, gender or "masculine").doubted()
    return _CLASSES["6"](word) if gender == "feminine" else class_1(word)
