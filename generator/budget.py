"""The arithmetic of money: sums, what is left, shares that add up. Checks and documents use the same.

All amounts are exact Decimals of whole cents or santīmi; rounding is half up.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from generator.model.records import Cost, FundingSource, Position, Project

CENT = Decimal("0.01")
ZERO = Decimal("0.00")


@dataclass(frozen=True, slots=True)
class Figures:
    """The five figures of a budget line, and the percentage of the approved sum that is used."""

    approved: Decimal
    spent_before: Decimal
    this_period: Decimal

    @property
    def spent(self) -> Decimal:
        """Spent in all."""
        return self.spent_before + self.this_period

    @property
    def left(self) -> Decimal:
        """What is left of the approved sum; negative when it is exceeded."""
        return self.approved - self.spent

    @property
    def used(self) -> Decimal | None:
        """Percent points of the approved sum, one decimal; None when nothing was approved."""
        if not self.approved:
            return None
        return (self.spent * 100 / self.approved).quantize(Decimal("0.1"), ROUND_HALF_UP)


def figures(position: Position) -> Figures:
    """Return the figures of one position."""
    return Figures(position.approved, position.spent_before, position.this_period)


def total(positions: Iterable[Position]) -> Figures:
    """Return the figures of several positions added up."""
    rows = list(positions)
    return Figures(
        sum((row.approved for row in rows), ZERO),
        sum((row.spent_before for row in rows), ZERO),
        sum((row.this_period for row in rows), ZERO),
    )


def cost_amount(cost: Cost) -> Decimal:
    """Return the amount of a cost as given, or quantity times unit price to the cent, half up."""
    if cost.amount is not None:
        return cost.amount
    return (cost.quantity * cost.unit_price).quantize(CENT, ROUND_HALF_UP)


def costs_total(costs: Iterable[Cost]) -> Decimal:
    """Return the sum of costs."""
    return sum(map(cost_amount, costs), ZERO)


def split(amount: Decimal, shares: Sequence[Decimal]) -> list[Decimal]:
    """Return parts of an amount in proportion to shares; they add up exactly (largest remainder)."""
    whole = sum(shares, Decimal(0))
    if not whole:
        return [ZERO for _ in shares]
    exact = [amount * share / whole for share in shares]
    parts = [part.quantize(CENT, ROUND_DOWN) for part in exact]
    missing = int((amount - sum(parts, ZERO)) / CENT)
    largest = sorted(range(len(parts)), key=lambda at: (parts[at] - exact[at], at))
    for at in largest[:missing]:
        parts[at] += CENT
    return parts


def source_amounts(project: Project) -> list[Decimal]:
    """Return the amount of each funding source: as given, or its share of what the given ones leave."""
    given = sum((source.amount for source in project.funding if source.amount is not None), ZERO)
    by_share = [source.share or Decimal(0) for source in project.funding if source.amount is None]
    parts = iter(split(project.total - given, by_share))
    return [source.amount if source.amount is not None else next(parts) for source in project.funding]


def source_share(source: FundingSource, amount: Decimal, whole: Decimal) -> Decimal:
    """Return a source's share in percent points: as given, or of the whole to two decimals."""
    if source.share is not None:
        return source.share
    return (amount * 100 / whole).quantize(CENT, ROUND_HALF_UP) if whole else Decimal(0)
