"""What ICU says, as JSON: run by the Python that has PyICU (Debian: python3-icu).

Reads {"numbers": [...], "words": [...]} and writes the versions, the numbers in words in both genders,
their plural categories, and the words in order.
"""

from __future__ import annotations

import json
import sys
from typing import Any

import icu  # type: ignore[import-not-found]


def answers(asked: dict[str, Any]) -> dict[str, Any]:
    """Return everything ICU is asked."""
    latvian = icu.Locale("lv")
    plural = icu.PluralRules.forLocale(latvian)
    collator = icu.Collator.createInstance(latvian)
    return {
        "version": f"PyICU {icu.VERSION}, ICU {icu.ICU_VERSION}",
        "masculine": _spelled(asked["numbers"], "masculine"),
        "feminine": _spelled(asked["numbers"], "feminine"),
        "plural": [plural.select(number) for number in asked["numbers"]],
        "sorted": sorted(asked["words"], key=collator.getSortKey),
    }


def _spelled(numbers: list[int], gender: str) -> list[str]:
    spellout = icu.RuleBasedNumberFormat(icu.URBNFRuleSetTag.SPELLOUT, icu.Locale("lv"))
    spellout.setDefaultRuleSet(f"%spellout-cardinal-{gender}")
    return [spellout.format(number) for number in numbers]


if __name__ == "__main__":
    json.dump(answers(json.load(sys.stdin)), sys.stdout)
