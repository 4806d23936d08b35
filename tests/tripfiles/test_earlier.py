"""Earlier reports of a project: named by their trip files, read as their sums, hashed as inputs."""

import hashlib
from decimal import Decimal
from pathlib import Path

import pytest

from generator.budget import budget_lines
from generator.model import Trip
from generator.tripfiles import Examined, examine, load
from tests.tripfiles.sound import MAPPING, PROJECT, TEXT

BUDGET = """\
budget:
  - code: "1"
    name: Transports
    positions:
      - {code: "1.1", name: Degviela, approved: 4 000, THIS}
  - {code: "2", name: Mācības, approved: "20 415,44", spent_before: 0, this_period: 0}
"""
NAMED = "earlier:\n  - NAME\n"


def text(month: int, sums: str, earlier: str = "", project: str = "") -> str:
    """Return the report of a month of 2012."""
    period = f"report: {{date: 2012-{month:02}-28, number: P-{month}, period: "
    period += f"{{start: 2012-{month:02}-01, end: 2012-{month:02}-28}}}}"
    whole = TEXT.replace("report: {date: 2012-09-14}", period) + BUDGET.replace("THIS", sums)
    if project:
        before, after = whole.split("project:\n")[0], whole.split("\nactivity:")[1]
        whole = f"{before}project: {project}\nactivity:{after}"
    return whole + (NAMED.replace("NAME", earlier) if earlier else "")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of a project with the reports of July and August; each has a folder of its own."""
    reports = {
        "julijs": text(7, "spent_before: 5, this_period: 10"),
        "augusts": text(8, "this_period: 20", "../julijs/trip.yaml"),
    }
    for name, content in reports.items():
        (tmp_path / name).mkdir()
        (tmp_path / name / "trip.yaml").write_text(content, encoding="utf-8")
    (tmp_path / "septembris").mkdir()
    return tmp_path


def september(folder: Path, sums: str = "this_period: 40", earlier: str = "../augusts/trip.yaml") -> Examined:
    path = folder / "septembris" / "trip.yaml"
    path.write_text(text(9, sums, earlier), encoding="utf-8")
    return examine(path, name="septembris/trip.yaml")


def before(trip: Trip | None) -> Decimal:
    """Return what the annex prints as spent before on position 1.1."""
    assert trip is not None
    (group, _) = budget_lines(trip.budget, trip.project.currency, trip.earlier)
    return group.below[0].figures.spent_before.amount


def test_what_was_spent_before_is_taken_from_the_last_report_and_those_that_it_names(folder: Path) -> None:
    found = september(folder)
    assert found.faults == ()
    assert before(found.trip) == Decimal("35.00")


def test_all_earlier_reports_may_be_named_and_none_counts_twice(folder: Path) -> None:
    both = "../julijs/trip.yaml\n  - ../augusts/trip.yaml"
    assert before(september(folder, earlier=both).trip) == Decimal("35.00")
    turned = "../augusts/trip.yaml\n  - ../julijs/trip.yaml"
    assert before(september(folder, earlier=turned).trip) == Decimal("35.00")


def test_a_typed_figure_stands_and_is_checked_by_a_rule(folder: Path) -> None:
    assert before(september(folder, "spent_before: 36, this_period: 40").trip) == Decimal("36.00")


def test_an_earlier_report_tells_its_number_and_its_date(folder: Path) -> None:
    trip = september(folder).trip
    assert trip is not None
    (report,) = trip.earlier
    assert (report.number, str(report.date), report.currency) == ("P-8", "2012-08-28", "LVL")


def test_every_file_on_the_way_is_an_input(folder: Path) -> None:
    inputs = september(folder).source.inputs
    assert set(inputs) == {"trip.yaml", "../augusts/trip.yaml", "../julijs/trip.yaml"}
    july = (folder / "julijs" / "trip.yaml").read_bytes()
    assert inputs["../julijs/trip.yaml"] == hashlib.sha256(july).hexdigest()


def test_an_earlier_report_finds_its_project_from_its_own_folder(folder: Path) -> None:
    (folder / "projekts.yaml").write_text(PROJECT, encoding="utf-8")
    shared = text(8, "spent_before: 1, this_period: 2", project="../projekts.yaml")
    (folder / "augusts" / "trip.yaml").write_text(shared, encoding="utf-8")
    found = september(folder)
    assert before(found.trip) == Decimal("3.00")
    assert "../projekts.yaml" in found.source.inputs


def test_reports_that_name_all_that_went_before_are_each_read_once(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[Path] = []
    original = Path.read_bytes
    monkeypatch.setattr(Path, "read_bytes", lambda self: read.append(self) or original(self))
    both = "../julijs/trip.yaml\n  - ../augusts/trip.yaml"
    september(folder, earlier=both)
    assert len([path for path in read if "julijs" in str(path)]) == 1


def test_sums_in_lats_are_converted_in_a_report_in_euro(folder: Path) -> None:
    raw = {
        **MAPPING,
        "project": {**MAPPING["project"], "currency": "EUR"},
        "report": {"date": "2014-02-28"},
        "earlier": ["julijs/trip.yaml"],
        "budget": [{"code": "1.1", "name": "Degviela", "approved": "4000", "this_period": "0"}],
    }
    trip = load(raw, folder=folder)
    (line,) = budget_lines(trip.budget, "EUR", trip.earlier)
    assert line.figures.spent_before.amount == Decimal("7.11") + Decimal("14.23")


def test_faults_of_an_earlier_report_are_placed_in_it(folder: Path) -> None:
    path = folder / "augusts" / "trip.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("4 000", "daudz"), encoding="utf-8")
    found = september(folder)
    (fault,) = found.faults
    assert fault.place.file == "augusts/trip.yaml"
    assert (fault.id, fault.place.field) == ("amount.unreadable", "earlier[0]")
    assert "budget" in found.sound
    assert "earlier" not in found.sound


def test_reports_that_name_each_other_are_refused(folder: Path) -> None:
    (folder / "julijs" / "trip.yaml").write_text(
        text(7, "this_period: 10", "../septembris/trip.yaml"), encoding="utf-8"
    )
    (fault,) = september(folder).faults
    assert (fault.id, fault.place.file) == ("earlier.circular", "julijs/trip.yaml")


def test_an_earlier_report_may_be_typed_in_full() -> None:
    report = {
        "agreement": "1DP/1.5.2.2.3/11/APIA/SIF/110/71",
        "date": "2012-08-28",
        "positions": [{"code": "1", "spent_before": "1,00", "this_period": "2,00"}],
    }
    position = {"code": "1", "name": "Transports", "approved": "24 415,44", "this_period": "0"}
    trip = load({**MAPPING, "earlier": [report], "budget": [position]})
    (line,) = budget_lines(trip.budget, "LVL", trip.earlier)
    assert line.figures.spent_before.amount == Decimal("3.00")
