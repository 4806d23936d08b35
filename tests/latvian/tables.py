"""Reads the plain-text twins beside the tests: `given | expected` lines under a source."""

from __future__ import annotations

from pathlib import Path

MARKS = str.maketrans({"␣": "\u00a0", "⎵": "\u202f"})


def rows(name: str) -> list[tuple[str, ...]]:
    """Return the cells of a table; refuses one without a source or without rows."""
    lines = Path(__file__).with_name(f"{name}.txt").read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("# source: "), name
    found = [line.translate(MARKS).split(" | ") for line in lines if line and not line.startswith("#")]
    assert found, name
    return [tuple(cell.strip(" ") for cell in row) for row in found]


def forms(cell: str) -> list[str | None]:
    """Return the forms of a cell; an en dash is a form that does not exist."""
    return [None if form == "–" else form for form in cell.split(" / ")]
