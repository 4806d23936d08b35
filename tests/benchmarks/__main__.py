"""`python -m tests.benchmarks`: measure parskats beside its peers, print it, and keep it for the page."""

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Final

from tests.benchmarks import page, results, tables, tools
from tests.benchmarks.parts import PARTS, QUICK, Extent, judged, run_of
from tests.benchmarks.peers.assets import HOME
from tests.benchmarks.works import PEERS
from tests.judges.judge import Absent

_WITHOUT_SLOW: Final = tuple(name for name in PARTS if name != "rows-10000")


def main() -> None:
    """Measure what is asked for; the rest stays as it was measured before."""
    options = _options()
    os.environ["PYTHONHASHSEED"] = "0"  # the same order of sets in every process
    HOME.mkdir(exist_ok=True)
    for trouble in tools.install():
        print(f"cannot install: {trouble.strip()[-500:]}", flush=True)
    file = results.QUICK if options.quick else results.WHOLE
    found = results.read(file)
    for name in options.only or (_WITHOUT_SLOW if options.quick else PARTS):
        _measure(name, _extent(options), found)
        results.save(found, file)
    found["judged"] = judged()
    found["run"] = run_of(_extent(options))
    results.save(found, file)
    print("\n".join(["", *tables.targets(found), "", page.judgement(found["judged"])]))
    if options.page:
        page.write(found)
        print(page.PAGE)


def _measure(name: str, extent: Extent, found: results.Results) -> None:
    """Measure one part and print its table; one that cannot be measured says why."""
    started = time.perf_counter()
    print(f"\n{name}", flush=True)
    try:
        found[name] = PARTS[name](extent)
    except Absent as absent:
        print(f"not measured: {absent}", flush=True)
        return
    print(
        "\n".join(tables.TABLES[name](found)),
        f"({time.perf_counter() - started:.0f} s)",
        sep="\n",
        flush=True,
    )


def _extent(options: argparse.Namespace) -> Extent:
    extent = QUICK if options.quick else Extent()
    peers = options.peers or extent.peers
    rounds, turns = options.rounds or extent.rounds, options.turns or extent.turns
    return replace(extent, rounds=rounds, turns=turns, peers=tuple(peers))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--only", type=_names(PARTS), help=f"parts: {', '.join(PARTS)}")
    parser.add_argument("--peers", type=_names(PEERS), help=f"writers: {', '.join(PEERS)}")
    parser.add_argument("--rounds", type=int, help="turns of each work that count")
    parser.add_argument("--turns", type=int, help="turns of each season")
    parser.add_argument("--quick", action="store_true", help="few turns, small seasons, without 10,000 rows")
    parser.add_argument("--page", action="store_true", help="write docs/benchmarks.md and its plot")
    return parser.parse_args()


def _names(known: Iterable[str]) -> Callable[[str], list[str]]:
    """Return a reader of names with commas between them."""

    def names(text: str) -> list[str]:
        found = text.split(",")
        if unknown := [one for one in found if one not in known]:
            raise argparse.ArgumentTypeError(f"unknown: {', '.join(unknown)}")
        return found

    return names


if __name__ == "__main__":
    main()
