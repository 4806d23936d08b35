"""A sum of money that knows its currency, and the law's rule for turning lats into euro.

The rule (Euro ieviešanas kārtības likums, 6. pants; Regulation (EC) 1103/97, Articles 4 and 5): lats
are divided by the full fixed rate and euro are multiplied by it; neither the rate is rounded nor its
inverse used; the result is rounded to the cent or santīms, half up.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from typing import Final, Literal

from generator.errors import BadValue
from generator.frozen import dataclass

Currency = Literal["LVL", "EUR"]

CENT: Final = Decimal("0.01")
EURO_RATE: Final = Decimal("0.702804")
"""How many lats a euro is, fixed for ever: Council Regulation (EU) 870/2013."""
EURO_DAY: Final = dt.date(2014, 1, 1)
"""The first day on which the money of Latvia was the euro."""


def cents(amount: Decimal) -> Decimal:
    """Return an amount rounded to the santīms or cent, half up.

    >>> cents(Decimal("1.005"))
    Decimal('1.01')
    """
    return amount.quantize(CENT, ROUND_HALF_UP)


def to_euro(lats: Decimal) -> Decimal:
    """Return an amount of lats in euro.

    >>> to_euro(Decimal("24415.44"))
    Decimal('34740.04')
    """
    return cents(lats / EURO_RATE)


def to_lats(euro: Decimal) -> Decimal:
    """Return an amount of euro in lats.

    >>> to_lats(Decimal("34740.04"))
    Decimal('24415.44')
    """
    return cents(euro * EURO_RATE)


@dataclass(frozen=True, slots=True)
class Money:
    """An amount of whole lats or euro, exact to the santīms or cent, of either sign.

    Sums of one currency add, subtract and compare; those of two raise BadValue `currency.mixed`.

    >>> Money(Decimal("1.10"), "LVL") + Money(Decimal("2.00"), "LVL")
    Money(amount=Decimal('3.10'), currency='LVL')
    """

    amount: Decimal
    currency: Currency

    def __add__(self, other: Money) -> Money:
        return Money(self.amount + self._same(other), self.currency)

    def __sub__(self, other: Money) -> Money:
        return Money(self.amount - self._same(other), self.currency)

    def __lt__(self, other: Money) -> bool:
        return self.amount < self._same(other)

    def __gt__(self, other: Money) -> bool:
        return self.amount > self._same(other)

    def __le__(self, other: Money) -> bool:
        return self.amount <= self._same(other)

    def __ge__(self, other: Money) -> bool:
        return self.amount >= self._same(other)

    def __abs__(self) -> Money:
        return Money(abs(self.amount), self.currency)

    def __str__(self) -> str:
        """Return the sum as a defect or a fault of a template names it; documents print it by a filter."""
        return f"{self.amount} {self.currency}"

    def __bool__(self) -> bool:
        """Whether it is anything but zero."""
        return bool(self.amount)

    def to(self, currency: Currency) -> Money:
        """Return the sum in a currency, by the law's rule; the same sum when that is its own."""
        if currency == self.currency:
            return self
        convert = to_euro if currency == "EUR" else to_lats
        return Money(convert(self.amount), currency)

    def _same(self, other: Money) -> Decimal:
        """Return the amount of a sum of the same currency."""
        if other.currency != self.currency:
            raise BadValue("currency.mixed", one=self.currency, other=other.currency)
        return other.amount


@cache
def zero(currency: Currency) -> Money:
    """Return nothing, in a currency."""
    return Money(Decimal("0.00"), currency)


def total(sums: Iterable[Money], currency: Currency) -> Money:
    """Return what sums add up to; all are of that currency, or BadValue `currency.mixed` is raised."""
    nothing = zero(currency)
    return Money(sum([nothing._same(one) for one in sums], nothing.amount), currency)


def currency_on(day: dt.date) -> Currency:
    """Return the currency of Latvia on a day: lats to 31.12.2013, euro from 01.01.2014."""
    return "EUR" if day >= EURO_DAY else "LVL"
