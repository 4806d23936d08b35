"""Our Latvian beside babel and num2words, each called in turn in one run; ratios of medians."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from decimal import Decimal

from babel.numbers import format_currency
from num2words import num2words

from generator.latvian import format_money, money_in_words

ROUNDS = 21
SUMS = [Decimal(at * 7919 % 2_500_000) / 100 for at in range(1000)]


def main() -> None:
    """Print how many times sooner ours is done with a thousand sums."""
    _compare(
        "format_money", format_money, "babel", lambda amount: format_currency(amount, "LVL", locale="lv")
    )
    _compare(
        "money_in_words",
        money_in_words,
        "num2words",
        lambda amount: num2words(amount, lang="lv", to="currency", currency="LVL", separator=" un"),
    )


def _compare(name: str, ours: Callable[[Decimal], str], peer: str, theirs: Callable[[Decimal], str]) -> None:
    pairs = [(_timed(ours), _timed(theirs)) for _ in range(ROUNDS)]
    mine, other = (statistics.median(times) for times in zip(*pairs, strict=True))
    ratio = statistics.median(b / a for a, b in pairs)
    print(f"{name:16} {mine:6.2f} µs   {peer:10} {other:6.2f} µs   {ratio:5.1f} times sooner")


def _timed(call: Callable[[Decimal], str]) -> float:
    start = time.perf_counter()
    for amount in SUMS:
        call(amount)
    return (time.perf_counter() - start) / len(SUMS) * 1e6


if __name__ == "__main__":
    main()
