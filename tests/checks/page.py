"""The tables of `docs/checks.md`: made from the rules themselves, between marks in the page.

The words around the tables are written by hand. How much a rule weighs is what its failing example
finds. `make golden` writes the tables anew.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from generator import checks
from generator.checks import Check
from generator.errors import Severity
from generator.messages import translator
from tests.checks.examples import EXAMPLES, example
from tests.checks.mutations import UNNOTICED_DATES, UNNOTICED_FIGURES, Unnoticed

PAGE: Final = Path(__file__).resolve().parents[2] / "docs" / "checks.md"
LATVIAN: Final = translator("lv")
WEIGHTS: Final = {
    Severity.ERROR: "kļūda",
    Severity.WARNING: "brīdinājums",
    Severity.INFORMATION: "piezīme",
}


def written() -> str:
    """Return the page with its tables made anew."""
    page = PAGE.read_text(encoding="utf-8")
    for name, rows in tables().items():
        before, begin, rest = page.partition(f"<!-- {name} -->\n")
        _, end, after = rest.partition(f"<!-- /{name} -->")
        page = before + begin + "".join(f"{row}\n" for row in rows) + end + after
    return page


def refresh() -> None:
    """Write the page with its tables made anew."""
    PAGE.write_text(written(), encoding="utf-8")


def tables() -> dict[str, list[str]]:
    """Return the lines of every table by the name of its marks."""
    return {
        "rules": [*_head("Apzīmējums", "Smaguma pakāpe", "Kas tiek pārbaudīts", "Avots"), *_rules()],
        "unnoticed": [
            *_head("Lauks", "Izmaiņa", "Kāpēc to pamanīt nevar"),
            *map(_unnoticed, (*UNNOTICED_FIGURES, *UNNOTICED_DATES)),
        ],
    }


def _head(*names: str) -> list[str]:
    return [_row(names), _row("---" for _ in names)]


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _rules() -> list[str]:
    return [
        _row((f"`{one.id}`", _weight(one), LATVIAN(one.title), LATVIAN(one.source))) for one in checks.CHECKS
    ]


def _unnoticed(one: Unnoticed) -> str:
    steps = ", ".join(f"`{step}`" for step in one.steps)
    return _row((f"`{one.field}`", steps, one.reason))


def _weight(check: Check) -> str:
    """Return how much the finding of a rule's failing example weighs; firm rules are marked."""
    trip = example(EXAMPLES[check.id].fails)
    (found,) = (one for one in checks.run(trip, trip.source).faults if one.id == check.id)
    return WEIGHTS[found.severity] + ("\\*" if check.firm else "")
