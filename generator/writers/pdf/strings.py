"""Texts, numbers and colours as PDF writes them."""

from __future__ import annotations

from functools import lru_cache


def text_string(text: str) -> str:
    """Return a text string: literal when it is plain ASCII, else UTF-16 (ISO 32000-1, 7.9.2.2)."""
    if text.isascii() and text.isprintable():
        return "(" + text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)") + ")"
    return f"<feff{text.encode('utf-16-be').hex()}>"


@lru_cache(maxsize=2048)
def number(value: float) -> str:
    """Return a number with at most three decimals and no needless zeros.

    The edges of a table come again in every row, so that numbers are kept. A zero has no sign,
    since both are the same key.
    """
    return f"{value + 0.0:.3f}".rstrip("0").rstrip(".")


@lru_cache(maxsize=2048)
def hundredths(value: float) -> str:
    """Return a number with two decimals; kept, too: to write one anew takes six times as long."""
    return f"{value:.2f}"


def numbers(*values: float) -> str:
    """Return numbers with spaces between."""
    return " ".join(map(number, values))


@lru_cache(maxsize=64)
def rgb(color: str) -> str:
    """Return the three components of `#RRGGBB`, each from 0 to 1."""
    return numbers(*(int(color[start : start + 2], 16) / 255 for start in (1, 3, 5)))
