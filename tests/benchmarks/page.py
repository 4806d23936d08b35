"""`docs/benchmarks.md` and its plot, written from what was measured; its prose stands in `page.md`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from tests.benchmarks import plot, tables
from tests.benchmarks.peers.assets import ROOT
from tests.benchmarks.results import WHOLE, Results, read
from tests.benchmarks.works import WORKS

PAGE: Final = ROOT / "docs" / "benchmarks.md"
PLOT: Final = ROOT / "docs" / "images" / "benchmarks.svg"
TITLES: Final = {
    **{name: work.title for name, work in WORKS.items()},
    "cold": "Cold start: one process, one trip; of peers the report alone",
    "season": "A season, from files to files",
    "office": "In bulk, beside an office suite",
    "memory": "Memory of one process",
    "stages": "Where the time goes",
    "latvian": "Our Latvian beside libraries",
}
_PLOTTED: Final = "Report and annex of a trip, no photos: milliseconds, warm, with quartiles"


def write(results: Results) -> None:
    """Write the page and its plot."""
    PAGE.write_text(text(results), encoding="utf-8")
    PLOT.write_text(plot.drawn(results, "report", _PLOTTED), encoding="utf-8")


def text(results: Results) -> str:
    """Return the page."""
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        undefined=StrictUndefined,
        trim_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,
    )
    return environment.get_template("page.md").render(
        run=results["run"],
        plotted=_PLOTTED,
        targets="\n".join(tables.targets(results)),
        judgement=judgement(results.get("judged", {})),
        parts=list(_parts(results)),
    )


def _parts(results: Results) -> Iterator[tuple[str, str]]:
    """Yield the title and the table of each part that was measured."""
    for name, title in TITLES.items():
        if name in results:
            yield title, "\n".join(tables.TABLES[name](results))


def judgement(judged: dict[str, Any]) -> str:
    """Return what veraPDF said of the files that were measured."""
    if not judged:
        return "veraPDF was not asked."
    if "absent" in judged:
        return f"veraPDF was not there: {judged['absent']}"
    said = []
    for name, whose in (("parskats", "ours"), ("typst", "Typst's")):
        files, complaints = judged[name]["files"], judged[name]["complaints"]
        verdict = f"complaints: {'; '.join(complaints)}" if complaints else "no complaint"
        said.append(f"{whose} ({files}): {verdict}")
    return (
        f"veraPDF ({judged['version']}) judged by PDF/A-2a and PDF/UA-1 what was measured: {'; '.join(said)}."
    )


if __name__ == "__main__":
    write(read(WHOLE))
