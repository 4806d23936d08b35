"""The sources of the project's money: amounts and shares that add up to the last santīms."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_DOWN, Decimal

from generator.frozen import dataclass
from generator.model.money import CENT, Money, cents
from generator.model.records import FundingSource, Project

_NOTHING = Decimal("0.00")


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A source with its amount and its share in percent points.

    `moved` says that the largest remainder gave it another cent than rounding by itself would.
    """

    source: FundingSource
    amount: Money
    share: Decimal
    moved: bool


def split(amount: Decimal, shares: Sequence[Decimal]) -> list[Decimal]:
    """Return parts of an amount in proportion to shares; they add up exactly (largest remainder)."""
    exact = _exact(amount, shares)
    if not any(exact):
        return [_NOTHING for _ in shares]
    parts = [part.quantize(CENT, ROUND_DOWN) for part in exact]
    missing = int((amount - sum(parts, _NOTHING)) / CENT)
    largest = sorted(range(len(parts)), key=lambda at: (parts[at] - exact[at], at))
    for at in largest[:missing]:
        parts[at] += CENT
    return parts


def _exact(amount: Decimal, shares: Sequence[Decimal]) -> list[Decimal]:
    whole = sum(shares, Decimal(0))
    return [amount * share / whole if whole else Decimal(0) for share in shares]


def source_lines(project: Project) -> tuple[SourceLine, ...]:
    """Return every source with its amount and share: as given, or by what the given ones leave."""
    sources = project.funding
    amounts, moved = _filled([one.amount for one in sources], [one.share for one in sources], project.total)
    shares, _ = _filled([one.share for one in sources], amounts, Decimal(100))
    return tuple(
        SourceLine(one, Money(amount, project.currency), share, at in moved)
        for at, (one, amount, share) in enumerate(zip(sources, amounts, shares, strict=True))
    )


def _filled(
    given: Sequence[Decimal | None], weights: Sequence[Decimal | None], whole: Decimal
) -> tuple[list[Decimal], set[int]]:
    """Return the given parts of a whole, the others by their weights; and which of these were moved."""
    places = [at for at, part in enumerate(given) if part is None]
    left = max(whole - sum((part for part in given if part is not None), Decimal(0)), _NOTHING)
    shares = [weights[at] or Decimal(0) for at in places]
    parts = dict(zip(places, split(left, shares), strict=True))
    exact = dict(zip(places, _exact(left, shares), strict=True))
    filled = [parts[at] if part is None else part for at, part in enumerate(given)]
    return filled, {at for at in places if parts[at] != cents(exact[at])}
