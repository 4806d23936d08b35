"""The plot of the page: a bar for each writer, as SVG for light and dark grounds."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from math import floor, log10
from typing import Final

from tests.benchmarks.results import Results, spread
from tests.benchmarks.tables import figure
from tests.benchmarks.works import PEERS

_WIDTH: Final = 860
_LEFT: Final = 300
_RIGHT: Final = 80
_TOP: Final = 52
_BAR: Final = 18
_STEP: Final = 28
_LINES: Final = 8
_LOOKS: Final = """
  text { font: 13px system-ui, sans-serif; fill: #1f2933 }
  .title { font-weight: 600; font-size: 15px }
  .small { fill: #52606d; font-size: 12px }
  .grid { stroke: #cbd2d9 }
  .peer { fill: #9aa5b1 }
  .ours { fill: #1f6feb }
  .spread { stroke: #1f2933; stroke-width: 1.5 }
  @media (prefers-color-scheme: dark) {
    text { fill: #e4e7eb }
    .small { fill: #9aa5b1 }
    .grid { stroke: #3e4c59 }
    .peer { fill: #616e7c }
    .ours { fill: #58a6ff }
    .spread { stroke: #e4e7eb }
  }
"""


def drawn(results: Results, part: str, title: str) -> str:
    """Return the picture of a work: the quickest writer first, with the quartiles of each."""
    found = [one for one in results[part]["writers"] if not one["error"]]
    bars = sorted(((spread(one["times"]), one["peer"]) for one in found), key=lambda bar: bar[0][1])
    longest = max(times[2] for times, _ in bars)
    height = _TOP + _STEP * len(bars) + 34
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" role="img" '
        f'aria-label="{escape(title)}">',
        f"<style>{_LOOKS}</style>",
        f'<text class="title" x="0" y="18">{escape(title)}</text>',
        *_grid(longest, height),
        *(line for at, bar in enumerate(bars) for line in _bar(at, *bar, longest)),
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def _x(value: float, longest: float) -> float:
    return _LEFT + value / longest * (_WIDTH - _LEFT - _RIGHT)


def _grid(longest: float, height: int) -> Iterator[str]:
    """Yield a line and its label at round figures, at most ten."""
    power = 10.0 ** floor(log10(longest / 2))
    step = next(power * times for times in (1, 2, 5, 10) if longest / (power * times) <= _LINES)
    for at in range(int(longest / step) + 1):
        x = _x(at * step, longest)
        yield f'<path class="grid" d="M{x:.1f} {_TOP - 14}V{height - 24}"/>'
        place = f'x="{x:.1f}" y="{height - 8}"'
        yield f'<text class="small" {place} text-anchor="middle">{at * step:g} ms</text>'


def _bar(at: int, times: tuple[float, float, float], name: str, longest: float) -> Iterator[str]:
    peer, top = PEERS[name], _TOP + _STEP * at
    left, middle, right = (_x(one, longest) for one in times)
    line, label = top + _BAR / 2, f"{peer.title}: {peer.makes}"
    yield f'<text x="{_LEFT - 10}" y="{top + 13}" text-anchor="end">{escape(label)}</text>'
    yield (
        f'<rect class="{"ours" if peer.ours else "peer"}" x="{_LEFT}" y="{top}" '
        f'width="{middle - _LEFT:.1f}" height="{_BAR}"/>'
    )
    yield f'<path class="spread" d="M{left:.1f} {line}H{right:.1f}"/>'
    yield f'<text x="{max(middle, right) + 8:.1f}" y="{top + 13}">{figure(times[1])}</text>'
