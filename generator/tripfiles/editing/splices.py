"""Splices: ranges of a text that are replaced, so that everything else stays as it is."""

from __future__ import annotations

from collections.abc import Sequence

from generator.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Splice:
    """A range of a text, and what takes its place."""

    start: int
    end: int
    text: str = ""


def spliced(text: str, splices: Sequence[Splice]) -> str:
    """Return a text with every splice made; they do not overlap, and at one place keep their order.

    >>> spliced("a: 1", [Splice(3, 4, "2"), Splice(0, 1, "b")])
    'b: 2'
    >>> spliced("a:", [Splice(2, 2, " |-"), Splice(2, 2, "\\n  b")])
    'a: |-\\n  b'
    """
    in_order = sorted(splices, key=lambda splice: (splice.start, splice.end))
    for one in reversed(in_order):
        text = text[: one.start] + one.text + text[one.end :]
    return text


def exchanged(text: str, ranges: Sequence[tuple[int, int]], at: int, to: int) -> list[Splice]:
    """Return the splices that move the content of one range to another; what stands between stays.

    >>> spliced("[a, b, c]", exchanged("[a, b, c]", [(1, 2), (4, 5), (7, 8)], 2, 0))
    '[c, a, b]'
    """
    order = list(ranges)
    order.insert(to, order.pop(at))
    return [Splice(*old, text[slice(*new)]) for old, new in zip(ranges, order, strict=True) if old != new]
