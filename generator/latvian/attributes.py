"""What stands before the head of a phrase: what agrees with it, and what stays as it is."""

from __future__ import annotations

from typing import Final

from generator.latvian.lexicon import listed, place_code
from generator.latvian.nouns import PLURAL_1, noun
from generator.latvian.paradigms import Paradigm, class_4, definite, indefinite, plural_only

_SUFFIXES: Final = (
    "isk", "īg", "ain", "āk", "oš", "ēt", "īt", "āt", "ot", "ēj", "āl", "īv", "iv", "ām", "am",
)  # fmt: skip
_NOUN_SUFFIXES: Final = ("iāt", "orāt", "tāj", "nēj", "cēj", "dzēj", "vēj", "sēj", "rēj", "mēj", "īb")


def is_adjective(stem: str) -> bool:
    """Tell whether a stem before -a or -as is that of an adjective or participle.

    >>> is_adjective("jaun"), is_adjective("apskatīt"), is_adjective("projekt")
    (True, True, False)
    """
    small = stem.lower()
    if listed("noun", small) or small.endswith(_NOUN_SUFFIXES):
        return False
    if listed("adjective", small.removeprefix("ne")) or listed("participle", small):
        return True
    return small.endswith(_SUFFIXES) and len(small) > 3


def nominative_rank(word: str) -> int:
    """Return how surely a word is in the nominative: 3 surely, 2 in -a, 1 perhaps, 0 not.

    >>> [nominative_rank(word) for word in ("fonds", "vadītāja", "valsts", "jautājumos")]
    [3, 2, 1, 0]
    """
    small = word.lower()
    if listed("fixed", word) or small.endswith(("os", "ēs", "īs", "ūs", "ai", "ei")):
        return 0
    if listed("six", word) or listed("two-s", word) or small.endswith("us"):
        return 1
    if small.endswith(("šanās", "ais", "ie", "e", "i")):
        return 3
    if small.endswith(("as", "es", "ās", "ā")):
        return 1
    return 3 if small.endswith(("s", "š")) else 2 if small.endswith("a") else 0


def attribute(word: str, following: str, adjacent: bool, head: Paradigm) -> Paradigm | None:
    """Return the forms of a word before the head, or None when it stays as it is.

    `following` is the next word; `adjacent` says that it is the head itself.

    >>> attribute("Eiropas", "fonds", True, noun("fonds")) is None
    True
    >>> attribute("Sociālais", "fonds", True, noun("fonds")).forms("singular")[2]
    'Sociālajam'
    """
    small = word.lower()
    feminine, plural = head.gender == "feminine", head.number == "plural"
    genitive_next = not adjacent and nominative_rank(following) in (1, 2)
    if small.endswith("ais"):
        return definite(word[:-3], "masculine")
    if small.endswith("ie"):
        return definite(word[:-2], "masculine", "plural")
    if small.endswith("ā"):
        return definite(word[:-1], "feminine") if _takes_a(following, adjacent, head) else None
    if small.endswith("ās"):
        fits = feminine and plural and not genitive_next
        return definite(word[:-2], "feminine", "plural") if fits else None
    if small.endswith("as"):
        fits = feminine and plural and is_adjective(word[:-2]) and not place_code(word[:-1])
        return indefinite(word[:-2], "s", "feminine", "plural") if fits else None
    if small.endswith("a"):
        return _in_a(word, following, adjacent, head)
    if small.endswith("i"):
        fits = plural and not feminine
        return plural_only(word, PLURAL_1, "masculine") if fits else None
    return noun(word) if nominative_rank(word) == 3 else None


def _in_a(word: str, following: str, adjacent: bool, head: Paradigm) -> Paradigm | None:
    """Return the forms of an adjective in -a, or of a noun that names what the head is."""
    if is_adjective(word[:-1]) and _takes_a(following, adjacent, head):
        return indefinite(word[:-1], "s", "feminine")
    if adjacent and following[:1].isupper() and listed("namer", word):
        return class_4(word) if place_code(following) else class_4(word).doubted()
    return None


def _takes_a(following: str, adjacent: bool, head: Paradigm) -> bool:
    """Tell whether a word in -a or -ā belongs to the head and not to a genitive before it."""
    if head.gender != "feminine" or head.number != "singular":
        return False
    in_a = following.lower().endswith("a") and not is_adjective(following[:-1])
    return adjacent or not in_a
