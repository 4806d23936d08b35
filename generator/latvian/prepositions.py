"""The case that a preposition asks of the words after it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from generator.errors import BadValue
from generator.latvian.inflection import inflect
from generator.latvian.style import DEFAULT, LatvianStyle

_GOVERNED: Final = {
    "genitive": "aiz bez kopš no pēc pie pirms virs zem ārpus iekšpus",
    "dative": "līdz pretī cauri blakus pateicoties atbilstoši",
    "accusative": "ap ar caur gar pa par pār pret starp uz",
}
_PREPOSITIONS: Final = {word: case for case, words in _GOVERNED.items() for word in words.split()}
POSTPOSITIONS: Final = ("dēļ", "labad")
"""Words that follow what they govern, with the genitive in both numbers."""


def governed_case(preposition: str) -> str:
    """Return the case that a preposition takes in the singular; raises BadValue `option.unknown`.

    >>> governed_case("ar"), governed_case("dēļ")
    ('accusative', 'genitive')
    """
    if preposition in POSTPOSITIONS:
        return "genitive"
    if preposition not in _PREPOSITIONS:
        known = ", ".join([*_PREPOSITIONS, *POSTPOSITIONS])
        raise BadValue("option.unknown", value=preposition, known=known)
    return _PREPOSITIONS[preposition]


def after(
    text: str,
    preposition: str,
    *,
    number: str | None = None,
    forms: Mapping[str, str] | None = None,
    style: LatvianStyle = DEFAULT,
) -> str:
    """Return a preposition with the words it governs: in the plural always the dative.

    "dēļ" and "labad" follow the words, with the genitive. Raises BadValue `option.unknown` for a
    preposition that is not known, and as `inflect` does. Source: Latviešu valodas gramatika 2015
    (prievārdi).

    >>> after("Sabiedrības integrācijas fonds", "ar"), after("mācības", "par")
    ('ar Sabiedrības integrācijas fondu', 'par mācībām')
    """
    case = governed_case(preposition)
    found = inflect(text, number=number, forms=forms, style=style)
    if preposition in POSTPOSITIONS:
        return f"{found.form(case)} {preposition}"
    return f"{preposition} {found.form('dative' if found.number == 'plural' else case)}"
