"""Tables, plot and page say what was measured, and what was not."""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree

import pytest

from tests.benchmarks import page, plot, tables, targets
from tests.benchmarks.results import Results, of_pairs, ratio
from tests.benchmarks.works import PEERS


def timed(peer: str, *times: float, error: str = "") -> dict[str, Any]:
    return {"peer": peer, "times": times, "size": 9000, "pages": 8, "peak": 70.0, "error": error}


RUN = {
    "day": "2026-11-27",
    "machine": "a machine",
    "libraries": "jinja2 3",
    "versions": {"typst": "0.15.2", "LibreOffice": "absent"},
    "quick": False,
    "turns": 3,
}
MEASURED: Results = {
    "run": RUN,
    "report": {
        "writers": [
            timed("parskats", 10.0, 12.0, 11.0),
            timed("typst", 20.0, 36.0, 22.0),
            timed("weasyprint", error="absent: weasyprint is not installed"),
        ]
    },
    "memory": {"reports": [100, 1000], "megabytes": [70.0, 90.0]},
}


def test_a_ratio_is_the_median_of_pairs() -> None:
    assert ratio(MEASURED, "report", "typst", "parskats") == 2.0


def test_without_pairs_there_is_no_ratio() -> None:
    assert of_pairs([], [1.0]) is None


def test_a_writer_that_is_absent_is_told_as_absent() -> None:
    assert any("absent: weasyprint is not installed" in line for line in tables.writers(MEASURED, "report"))


def test_a_table_has_as_many_cells_in_every_row() -> None:
    assert len({line.count("|") for line in tables.writers(MEASURED, "report")}) == 1


@pytest.mark.parametrize(
    ("what", "verdict"),
    [
        ("against Typst", "| met |"),
        ("after 1,000 reports", "| **not met** |"),
        ("WeasyPrint", "| not measured |"),
    ],
)
def test_a_target_is_met_not_met_or_not_measured(what: str, verdict: str) -> None:
    line = next(line for line in tables.targets(MEASURED) if what in line)
    assert line.endswith(verdict)


def test_a_work_that_cannot_be_done_meets_no_target() -> None:
    refused = {"rows-10000": {"writers": [timed("parskats", error="TemplateError"), timed("typst", 9.0)]}}
    lines = [line for line in tables.targets(refused) if "10,000 rows" in line]
    assert all(line.endswith("| cannot be done | **not met** |") for line in lines)


def test_a_target_of_at_most_is_met_below_its_bound() -> None:
    target = targets.Target("memory", 80, lambda results: 79.9, at_most=True)
    assert target.met({}) is True
    assert target.asked() == "at most 80 x"


def test_the_page_has_a_part_for_each_thing_measured() -> None:
    text = page.text(MEASURED)
    assert "## Report and annex, no photos" in text
    assert "## Memory of one process" in text
    assert "## Cold start" not in text
    assert "only to try it" not in text


def test_the_prose_of_the_page_that_is_kept_is_that_of_today() -> None:
    method = "## How it is measured"
    kept = page.PAGE.read_text(encoding="utf-8")
    assert kept.partition(method)[2] == page.text(MEASURED).partition(method)[2]


def test_the_page_says_when_little_was_measured() -> None:
    assert "only to try it" in page.text({**MEASURED, "run": {**RUN, "quick": True}})


@pytest.mark.parametrize(
    ("judged", "says"),
    [
        ({}, "veraPDF was not asked."),
        ({"absent": "no Java"}, "veraPDF was not there: no Java"),
        (
            {
                "version": "1",
                "parskats": {"files": 2, "complaints": []},
                "typst": {"files": 2, "complaints": ["2a 6.1"]},
            },
            "ours (2): no complaint; Typst's (2): complaints: 2a 6.1",
        ),
    ],
)
def test_what_verapdf_said_is_told(judged: dict[str, Any], says: str) -> None:
    assert says in page.judgement(judged)


def test_the_plot_has_a_bar_for_each_that_could_do_the_work() -> None:
    root = ElementTree.fromstring(plot.drawn(MEASURED, "report", "Laiks & citi"))
    bars = root.findall("{http://www.w3.org/2000/svg}rect")
    assert [bar.get("class") for bar in bars] == ["ours", "peer"]
    assert float(bars[0].get("width", 0)) < float(bars[1].get("width", 0))


def test_every_target_can_be_asked_of_nothing() -> None:
    assert {target.met({}) for target in targets.TARGETS} == {None}


def test_every_part_with_a_table_has_a_title() -> None:
    assert set(tables.TABLES) == set(page.TITLES)


def test_every_peer_that_is_not_ours_has_a_version_to_tell() -> None:
    assert {peer.name for peer in PEERS.values() if peer.ours} == {
        "parskats",
        "parskats_docx",
        "parskats_pdf",
        "reduction",
    }
