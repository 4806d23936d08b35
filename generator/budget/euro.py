"""The informative column of euro beside sums in lats."""

from __future__ import annotations

from collections.abc import Iterable

from generator.frozen import dataclass
from generator.model.money import Money, total


@dataclass(frozen=True, slots=True)
class EuroColumn:
    """Sums in euro, each converted by itself; `whole` is their total in lats, converted."""

    lines: tuple[Money, ...]
    whole: Money

    @property
    def total(self) -> Money:
        """What the column adds up to."""
        return total(self.lines, "EUR")

    @property
    def difference(self) -> Money:
        """How far the column is from the converted total: the rounding of its lines."""
        return abs(self.total - self.whole)


def euro_column(sums: Iterable[Money]) -> EuroColumn:
    """Return the column of sums in lats: line by line, as the law says, and the converted total."""
    lats = tuple(sums)
    return EuroColumn(tuple(one.to("EUR") for one in lats), total(lats, "LVL").to("EUR"))
