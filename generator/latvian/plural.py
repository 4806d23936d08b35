"""Which form of a noun stands after a number."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from generator.latvian.style import LatvianStyle

ONE: Final = "one"
FEW: Final = "few"
TEN: Final = "ten"
HUNDRED: Final = "hundred"


def numeral_class(number: int | Decimal) -> str:
    """Return what the last numeral word is: `one`, `few` (2-9), `ten` (10-90) or `hundred`.

    Zero counts as a hundred, because both take the genitive plural. A number with decimals follows
    the last digits of its decimals. Source: Latviešu valodas gramatika 2015, 425.-426. lpp.;
    CLDR plural rules for decimals.

    >>> [numeral_class(n) for n in (1, 21, 22, 11, 30, 100, 0)]
    ['one', 'one', 'few', 'ten', 'ten', 'hundred', 'hundred']
    >>> numeral_class(Decimal("2.5"))
    'few'
    """
    if isinstance(number, int):
        return whole_class(abs(number))
    size = number.copy_abs()
    if size != size.to_integral_value():
        return _fraction_class(size)
    return whole_class(int(size))


def whole_class(number: int) -> str:
    """Return the class of a whole number that is not negative.

    >>> whole_class(121)
    'one'
    """
    tens, ones = number % 100, number % 10
    if tens == 0:
        return HUNDRED
    if 10 <= tens <= 19 or ones == 0:
        return TEN
    return ONE if ones == 1 else FEW


def _fraction_class(size: Decimal) -> str:
    """Return the class of a number with decimals: one decimal or two count by their last digits."""
    decimals = f"{size:f}".partition(".")[2]
    last = int(decimals[-2:]) if len(decimals) == 2 else int(decimals[-1])
    if 11 <= last <= 19:
        return TEN
    return ONE if last % 10 == 1 else FEW


def noun_slot(number: int | Decimal, case: str, style: LatvianStyle) -> tuple[str, str]:
    """Return the case and the number of a noun after a number in the given case.

    >>> noun_slot(100, "nominative", LatvianStyle())
    ('genitive', 'plural')
    >>> noun_slot(22, "dative", LatvianStyle())
    ('dative', 'plural')
    """
    found = numeral_class(number)
    if found == ONE:
        return case, "singular"
    measured = found == HUNDRED or (found == TEN and style.numeral_noun == "genitive")
    if measured and case in ("nominative", "accusative"):
        return "genitive", "plural"
    return case, "plural"
