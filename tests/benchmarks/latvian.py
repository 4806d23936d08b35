"""`python -m tests.benchmarks.latvian`: our Latvian beside babel and num2words, as JSON.

Each is called in turn with the same thousand sums. It is run by the interpreter of `.bench/venv`, which
has the libraries; our Latvian needs none.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Callable
from decimal import Decimal
from typing import Any, Final

from generator.latvian import format_money, money_in_words

ROUNDS: Final = 21
SUMS: Final = [Decimal(at * 7919 % 2_500_000) / 100 for at in range(1000)]
Say = Callable[[Decimal], str]


def main() -> None:
    """Print what each takes."""
    from babel.numbers import format_currency
    from num2words import num2words

    def by_babel(amount: Decimal) -> str:
        return format_currency(amount, "LVL", locale="lv")

    def by_num2words(amount: Decimal) -> str:
        return str(num2words(amount, lang="lv", to="currency", currency="LVL", separator=" un"))

    found = [
        compared("format_money", format_money, "babel", by_babel),
        compared("money_in_words", money_in_words, "num2words", by_num2words),
    ]
    json.dump(found, sys.stdout)


def compared(name: str, ours: Say, peer: str, theirs: Say) -> dict[str, Any]:
    """Return the microseconds of one sum, ours and theirs, and how many times sooner ours is."""
    pairs = [(_timed(ours), _timed(theirs)) for _ in range(ROUNDS)]
    mine, other = (statistics.median(times) for times in zip(*pairs, strict=True))
    ratio = statistics.median(slower / quicker for quicker, slower in pairs)
    return {"name": name, "ours": mine, "peer": peer, "theirs": other, "ratio": ratio}


def _timed(call: Say) -> float:
    start = time.perf_counter()
    for amount in SUMS:
        call(amount)
    return (time.perf_counter() - start) / len(SUMS) * 1e6


if __name__ == "__main__":
    main()
