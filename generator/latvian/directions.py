"""To a place, in it and from it: prepositions take the dative in the plural."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from generator.latvian.inflection import inflect
from generator.latvian.lexicon import place_code
from generator.latvian.style import DEFAULT, LatvianStyle

_BETWEEN: Final = r"(, | un )"


def _governed(
    case: str, name: str, number: str | None, forms: Mapping[str, str] | None, style: LatvianStyle
) -> str:
    """Return a place, or known places in a row, after a preposition with this case."""
    pieces = re.split(_BETWEEN, name)
    if len(pieces) > 1 and forms is None and all(place_code(piece) for piece in pieces[::2]):
        pieces[::2] = [_governed(case, piece, number, forms, style) for piece in pieces[::2]]
        return "".join(pieces)
    found = inflect(name, kind="place", number=number, forms=forms, style=style)
    return found.form("dative" if found.number == "plural" else case)


def to_place(
    name: str,
    *,
    number: str | None = None,
    forms: Mapping[str, str] | None = None,
    style: LatvianStyle = DEFAULT,
) -> str:
    """Return "uz" with a place: the accusative, in the plural the dative.

    Raises BadValue as `inflect` does. Source: Latviešu valodas gramatika 2015 (prievārdi).

    >>> to_place("Rēzekne"), to_place("Talsi"), to_place("Tartu")
    ('uz Rēzekni', 'uz Talsiem', 'uz Tartu')
    """
    return "uz " + _governed("accusative", name, number, forms, style)


def in_place(
    name: str,
    *,
    number: str | None = None,
    forms: Mapping[str, str] | None = None,
    style: LatvianStyle = DEFAULT,
) -> str:
    """Return a place in the locative; raises BadValue as `inflect` does.

    >>> in_place("Daugavpils"), in_place("Cēsis"), in_place("Saldus")
    ('Daugavpilī', 'Cēsīs', 'Saldū')
    """
    return inflect(name, kind="place", number=number, forms=forms, style=style).form("locative")


def from_place(
    name: str,
    *,
    number: str | None = None,
    forms: Mapping[str, str] | None = None,
    style: LatvianStyle = DEFAULT,
) -> str:
    """Return "no" with a place: the genitive, in the plural the dative.

    Raises BadValue as `inflect` does. Source: Latviešu valodas gramatika 2015 (prievārdi).

    >>> from_place("Daugavpils"), from_place("Cēsis")
    ('no Daugavpils', 'no Cēsīm')
    """
    return "no " + _governed("genitive", name, number, forms, style)
