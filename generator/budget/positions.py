"""The budget as a tree: every position with its figures, a group with what it adds up to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import Final, Generic, TypeVar

from generator.frozen import dataclass
from generator.model import money
from generator.model.finances import EarlierReport, Position
from generator.model.money import Currency, Money, zero

_Row = TypeVar("_Row")

_TENTH: Final = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class Figures:
    """The five figures of a budget line, and the percentage of the approved sum that is used."""

    approved: Money
    spent_before: Money
    this_period: Money

    @property
    def spent(self) -> Money:
        """Spent in all."""
        return self.spent_before + self.this_period

    @property
    def left(self) -> Money:
        """What is left of the approved sum; negative when it is exceeded."""
        return self.approved - self.spent

    @property
    def used(self) -> Decimal | None:
        """Percent points of the approved sum, one decimal; None when nothing was approved."""
        if not self.approved:
            return None
        return (self.spent.amount * 100 / self.approved.amount).quantize(_TENTH, ROUND_HALF_UP)


@dataclass(frozen=True, slots=True)
class Line:
    """A position with its figures and the lines under it; `path` is its field in the trip.

    `level` is 0 for the outermost; `eligible` says whether it and all that hold it are.
    """

    position: Position
    path: str
    level: int
    eligible: bool
    figures: Figures
    below: tuple[Line, ...]

    def walk(self) -> list[Line]:
        """Return the line, then those under it, in the order of the budget."""
        found = [self]
        for line in self.below:
            found += line.walk() if line.below else (line,)
        return found

    def leaves(self) -> list[Line]:
        """Return the lines that have nothing under them: what sums are made of."""
        return [one for one in self.walk() if not one.below]


def budget_lines(
    budget: Sequence[Position], currency: Currency, earlier: Sequence[EarlierReport] = ()
) -> tuple[Line, ...]:
    """Return the outermost lines of a budget; what earlier reports spent stands in where it is left out."""
    return _budget_lines(_Same(tuple(budget)), currency, _Same(tuple(earlier)))


@lru_cache(maxsize=4)
def _budget_lines(
    budget: _Same[Position], currency: Currency, earlier: _Same[EarlierReport]
) -> tuple[Line, ...]:
    """Return the lines once for the seven rules and the document that ask for them: 15 % of the checks."""
    before = spent_before(earlier.rows, currency)
    return _lines(budget.rows, "budget", 0, True, currency, before)


class _Same(Generic[_Row]):
    """Rows that are equal to the very same rows only: what they hold is neither hashed nor compared.

    To hash a budget for each of those who ask took as long as all other checks of it.
    """

    __slots__ = ("rows",)

    def __init__(self, rows: tuple[_Row, ...]) -> None:
        """Take the rows, which live as long as this does."""
        self.rows = rows

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.rows is other.rows

    def __hash__(self) -> int:
        return id(self.rows)


def _lines(
    positions: Sequence[Position],
    path: str,
    level: int,
    eligible: bool,
    currency: Currency,
    before: Mapping[str, Money],
) -> tuple[Line, ...]:
    lines = []
    for index, one in enumerate(positions):
        at, counts = f"{path}[{index}]", eligible and one.eligible
        below = _lines(one.positions, f"{at}.positions", level + 1, counts, currency, before)
        figures = total(below, currency) if below else _own(one, currency, before)
        lines.append(Line(one, at, level, counts, figures, below))
    return tuple(lines)


def _own(position: Position, currency: Currency, before: Mapping[str, Money]) -> Figures:
    """Return the figures of a position that has nothing under it."""
    approved, typed, this_period = position.approved, position.spent_before, position.this_period
    return Figures(
        zero(currency) if approved is None else Money(approved, currency),
        before.get(position.code, zero(currency)) if typed is None else Money(typed, currency),
        zero(currency) if this_period is None else Money(this_period, currency),
    )


def total(lines: Iterable[Line], currency: Currency) -> Figures:
    """Return the figures of lines of one level added up."""
    figures = [line.figures for line in lines]
    return Figures(
        money.total([one.approved for one in figures], currency),
        money.total([one.spent_before for one in figures], currency),
        money.total([one.this_period for one in figures], currency),
    )


def in_order(earlier: Iterable[EarlierReport]) -> list[EarlierReport]:
    """Return earlier reports in the order of time."""
    return sorted(earlier, key=_begins)


def _begins(report: EarlierReport) -> tuple[dt.date, dt.date]:
    return report.period.start if report.period else report.date, report.date


def spent_before(earlier: Iterable[EarlierReport], currency: Currency) -> dict[str, Money]:
    """Return what was spent on each position before this report, by its code.

    That is what the first of the earlier reports had before it, and what each spent in its period;
    every figure of another currency is converted by itself.
    """
    spent: dict[str, Money] = {}
    for place, report in enumerate(in_order(earlier)):
        for row in report.positions:
            sums = [row.this_period] if place else [row.spent_before, row.this_period]
            for amount in sums:
                known = spent.get(row.code, zero(currency))
                spent[row.code] = known + Money(amount, report.currency).to(currency)
    return spent
