"""A number with the words it counts."""

from __future__ import annotations

from decimal import Decimal

from generator.latvian.grammar import case_index
from generator.latvian.inflection import inflect
from generator.latvian.numbers import exact, format_number
from generator.latvian.plural import noun_slot
from generator.latvian.prepositions import POSTPOSITIONS, governed_case
from generator.latvian.style import DEFAULT, LatvianStyle


def agree(
    n: int | Decimal,
    words: str,
    *,
    case: str = "nominative",
    preposition: str | None = None,
    style: LatvianStyle = DEFAULT,
) -> str:
    """Return a number in digits with its words in the right form.

    `words` is given in the nominative singular; participles and adjectives agree like the noun, and
    genitives stay. `{n}` in the words takes the number ("apskatīts {n} objekts"); without it the
    number stands first. With a preposition the case is the one it governs, in the plural always the
    dative; "dēļ" and "labad" follow the words and keep the genitive. Raises BadValue for a number
    that is not exact, `case.unknown`, `option.unknown` (preposition), `text.empty`. Source:
    Latviešu valodas gramatika 2015, 425.-426. lpp.

    >>> agree(21, "dalībnieks"), agree(11, "dalībnieks"), agree(100, "dalībnieks")
    ('21 dalībnieks', '11 dalībnieki', '100 dalībnieku')
    >>> agree(7, "apskatīts objekts"), agree(3, "apskatīta {n} ēka")
    ('7 apskatīti objekti', 'apskatītas 3 ēkas')
    >>> agree(21, "lats", preposition="par"), agree(22, "dalībnieks", preposition="ar")
    ('par 21 latu', 'ar 22 dalībniekiem')
    """
    case_index(case)
    number = exact(n, "number")
    wanted, count = noun_slot(number, governed_case(preposition) if preposition else case, style)
    if preposition and preposition not in POSTPOSITIONS:
        wanted = "dative" if count == "plural" else wanted
    bare = " ".join(words.replace("{n}", " ").split())
    found = inflect(bare, kind="noun", style=style)
    form = found.form(wanted, count if found.singular and found.plural else found.number)
    return _placed(format_number(n, style=style), form, words, preposition)


def _placed(number: str, form: str, words: str, preposition: str | None) -> str:
    """Return the number, the words and the preposition in their order."""
    place = len(words.partition("{n}")[0].split()) if "{n}" in words else 0
    declined = form.split(" ")
    text = " ".join([*declined[:place], number, *declined[place:]])
    if preposition in POSTPOSITIONS:
        return f"{text} {preposition}"
    return f"{preposition} {text}" if preposition else text
