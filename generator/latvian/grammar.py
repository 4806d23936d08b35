"""The names of grammar that every call takes as plain words, and their checks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from generator.errors import BadValue

NBSP: Final = "\u00a0"
MINUS: Final = "\u2212"
EN_DASH: Final = "\u2013"

CASES: Final = ("nominative", "genitive", "dative", "accusative", "locative")
GENDERS: Final = ("masculine", "feminine")
NUMBERS: Final = ("singular", "plural")
KINDS: Final = ("place", "person", "noun")

Forms = tuple[str | None, ...]


def case_index(case: str) -> int:
    """Return the place of a case in CASES; raises BadValue `case.unknown`.

    >>> case_index("dative")
    2
    """
    if case not in CASES:
        raise BadValue("case.unknown", value=case, known=", ".join(CASES))
    return CASES.index(case)


def one_of(value: object, known: Sequence[str]) -> None:
    """Refuse a value that is not among the known words; raises BadValue `option.unknown`.

    >>> one_of("singular", NUMBERS)
    """
    if value not in known:
        raise BadValue("option.unknown", value=value, known=", ".join(known))


def not_empty(text: str) -> str:
    """Return the text without outer space; raises BadValue `text.empty` when nothing is left.

    >>> not_empty(" Rēzekne ")
    'Rēzekne'
    """
    stripped = text.strip()
    if not stripped:
        raise BadValue("text.empty", value=text)
    return stripped
