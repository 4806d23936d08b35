"""What was measured as tables in Markdown, for the terminal and for the page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from math import isnan
from typing import Any, Final

from tests.benchmarks import floors
from tests.benchmarks.results import Results, of_pairs, spread, times
from tests.benchmarks.targets import TARGETS
from tests.benchmarks.works import PEERS

_BASE: Final = "parskats"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Yield the lines of a table; all columns but the first are numbers."""
    yield f"| {' | '.join(head)} |"
    yield f"|---|{'--:|' * (len(head) - 1)}"
    for row in rows:
        yield f"| {' | '.join(row)} |"


def writers(results: Results, part: str) -> Iterator[str]:
    """Yield the table of a work, or of the cold start."""
    found = results[part]["writers"]
    base = times(results, part, _BASE)
    with_files = any(one["size"] for one in found)
    head = ["", "makes", "ms", "quartiles", "x parskats", *(["kB", "pages"] if with_files else []), "peak MB"]
    yield from table(head, (_writer(one, base, with_files) for one in found))


def _writer(one: dict[str, Any], base: list[float], with_files: bool) -> list[str]:
    peer = PEERS[one["peer"]]
    if one["error"]:
        return [peer.title, peer.makes, one["error"].replace("|", "/"), *["–"] * (5 if with_files else 3)]
    low, middle, high = spread(one["times"])
    against = of_pairs(one["times"], base)
    files = [f"{one['size'] / 1000:.0f}", _pages(one)] if with_files else []
    measured = [figure(middle), f"{figure(low)}–{figure(high)}", figure(against)]
    return [peer.title, peer.makes, *measured, *files, f"{one['peak']:.0f}"]


def _pages(one: dict[str, Any]) -> str:
    return str(one["pages"]) if one.get("pages") else "–"


def figure(value: float | None) -> str:
    """Return a figure with as many digits as mean something."""
    if value is None:
        return "–"
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.1f}" if abs(value) >= 10 else f"{value:.2f}"


def rates(results: Results, part: str) -> Iterator[str]:
    """Yield the table of a season."""
    head = ["", "processes", "trips", "trips a second", "quartiles"]
    yield from table(head, map(_rate, results[part]["rates"]))
    if kept := results[part].get("kept"):
        yield ""
        yield (
            f"Finished trips that `--resume` passes over: {kept['rate']:.0f} a second. "
            f"On the disk: {kept['kilobytes']:.0f} kB a trip."
        )


def _rate(one: dict[str, Any]) -> list[str]:
    known = [one["title"], str(one["jobs"]), f"{one['trips']:,}"]
    if one["error"]:
        return [*known, one["error"].replace("|", "/"), "–"]
    low, middle, high = spread([one["trips"] / seconds for seconds in one["seconds"]])
    return [*known, figure(middle), f"{figure(low)}–{figure(high)}"]


def cold(results: Results) -> Iterator[str]:
    """Yield the table of the cold start, and what ours imports."""
    yield from writers(results, "cold")
    yield ""
    found = results["cold"]["imports"]
    yield from table(
        ["imported, over 10 ms", "ms"], ((name, f"{taken:.0f}") for name, taken in found["long"].items())
    )


def memory(results: Results) -> Iterator[str]:
    """Yield the memory of one process."""
    found = results["memory"]
    yield from table(
        ["reports made", *(f"{count:,}" for count in found["reports"])],
        [["MB", *(f"{size:.0f}" for size in found["megabytes"])]],
    )


def stages(results: Results) -> Iterator[str]:
    """Yield the share of each stage and its distance to the floor."""
    yield from table(
        ["stage", "share", "ms", "floor, ms", "times the floor", "the floor is"],
        (_stage(name, one) for name, one in results["stages"].items()),
    )


def _stage(name: str, one: dict[str, Any]) -> list[str]:
    floor = one["floor"]
    far = figure(one["milliseconds"] / floor) if floor else "–"
    known = [f"{one['share']:.1%}", figure(one["milliseconds"]), figure(floor), far]
    return [name or "other", *known, floors.MEANING.get(name, "")]


def latvian(results: Results) -> Iterator[str]:
    """Yield our Latvian beside that of libraries."""
    head = ["", "µs", "peer", "µs of the peer", "times sooner"]
    yield from table(
        head,
        (
            [
                f"`{one['name']}`",
                figure(one["ours"]),
                one["peer"],
                figure(one["theirs"]),
                figure(one["ratio"]),
            ]
            for one in results["latvian"]
        ),
    )


def targets(results: Results) -> Iterator[str]:
    """Yield what is asked of the program, and what was measured."""
    words = {True: "met", False: "**not met**", None: "not measured"}
    yield from table(
        ["asked", "bound", "measured", ""],
        (
            [one.what, one.asked(), _with_unit(one.measure(results), one.unit), words[one.met(results)]]
            for one in TARGETS
        ),
    )


def _with_unit(value: float | None, unit: str) -> str:
    if value is None:
        return "–"
    if isnan(value):
        return "cannot be done"
    return f"{value} {unit}" if isinstance(value, int) else f"{figure(value)} {unit}"


TABLES: Final[dict[str, Callable[[Results], Iterator[str]]]] = {
    **{name: lambda results, name=name: writers(results, name)  # type: ignore[misc]
       for name in ("report", "given", "fresh", "rows-1000", "rows-10000")},
    "cold": cold,
    "season": lambda results: rates(results, "season"),
    "office": lambda results: rates(results, "office"),
    "memory": memory,
    "stages": stages,
    "latvian": latvian,
}  # fmt: skip
"""The table of each part."""
