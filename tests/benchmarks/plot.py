"""The plot of the page: a bar for each writer on a logarithmic scale, as SVG for light and dark grounds."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from math import ceil, floor, log10
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
    low = floor(log10(min(times[0] for times, _ in bars)))
    high = ceil(log10(max(times[2] for times, _ in bars)))
    height = _TOP + _STEP * len(bars) + 34
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" role="img" '
        f'aria-label="{escape(title)}">',
        f"<style>{_LOOKS}</style>",
        f'<text class="title" x="0" y="18">{escape(title)}</text>',
        *_grid(low, high, height),
        *(line for at, bar in enumerate(bars) for line in _bar(at, *bar, low, high)),
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def _x(value: float, low: int, high: int) -> float:
    return _LEFT + (log10(value) - low) / (high - low) * (_WIDTH - _LEFT - _RIGHT)


def _grid(low: int, high: int, height: int) -> Iterator[str]:
    for power in range(low, high + 1):
        x = _x(10.0**power, low, high)
        yield f'<path class="grid" d="M{x:.1f} {_TOP - 14}V{height - 24}"/>'
        at = f'x="{x:.1f}" y="{height - 8}"'
        yield f'<text class="small" {at} text-anchor="middle">{10.0**power:g} ms</text>'


def _bar(at: int, times: tuple[float, float, float], name: str, low: int, high: int) -> Iterator[str]:
    peer, top = PEERS[name], _TOP + _STEP * at
    left, middle, right = (_x(one, low, high) for one in times)
    label = f"{peer.title}: {peer.makes}" if not peer.ours else f"{peer.title}: {peer.makes.split('/')[0]}"
    line = top + _BAR / 2
    yield f'<text x="{_LEFT - 10}" y="{top + 13}" text-anchor="end">{escape(label)}</text>'
    yield (
        f'<rect class="{"ours" if peer.ours else "peer"}" x="{_LEFT}" y="{top}" '
        f'width="{middle - _LEFT:.1f}" height="{_BAR}"/>'
    )
    yield f'<path class="spread" d="M{left:.1f} {line}H{right:.1f}"/>'
    yield f'<text x="{right + 8:.1f}" y="{top + 13}">{figure(times[1])}</text>'
