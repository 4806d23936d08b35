"""Earlier reports in a workbook: ids of its trips, or paths of trip files; their sums count on."""

import datetime as dt
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from generator import checks
from generator.batch.result import Result
from generator.budget import budget_lines
from generator.errors import DataError, Place
from generator.messages import translator
from generator.model import Trip
from generator.tripfiles import Examined, load, load_many
from generator.tripfiles.workbook import write
from tests.batch.seasons import make_batch
from tests.tripfiles.workbooks import at, made, read_all, saved, told

HEADING = "Agrākie pārskati"
MONTHS = {"julijs": 7, "augusts": 8, "septembris": 9}


def report(id: str, month: int, **more: Any) -> dict[str, Any]:
    """Return the report of a month of 2012, which spends as many lats as its number."""
    from tests.trips import LEAST

    period = {"start": f"2012-{month:02}-01", "end": f"2012-{month:02}-28"}
    position = {"code": "1", "name": "Transports", "approved": "5000", "this_period": str(month)}
    raw = {**LEAST, "id": id, "report": {"date": f"2012-{month:02}-28", "period": period}}
    raw["journey"] = {**raw["journey"], "start": f"2012-{month:02}-10"}
    return {**raw, "budget": [position], **more}


def season(**named: str) -> Workbook:
    """Return a workbook of three months, in which the trips name others as earlier."""
    book = made(*(load(report(id, month)) for id, month in MONTHS.items()))
    for id, others in named.items():
        at(book, "Braucieni", HEADING, list(MONTHS).index(id) + 2).value = others
    return book


def found(book: Workbook) -> dict[str, Examined]:
    return {one.id or "": one for one in read_all(book)}


def before(trip: Trip | None) -> Decimal:
    """Return what the annex prints as spent before."""
    assert trip is not None
    (line,) = budget_lines(trip.budget, trip.project.currency, trip.earlier)
    return line.figures.spent_before.amount


def test_an_earlier_trip_is_named_by_its_id():
    trips = found(season(augusts="julijs", septembris="julijs\naugusts"))
    assert [one.faults for one in trips.values()] == [(), (), ()]
    assert (before(trips["augusts"].trip), before(trips["septembris"].trip)) == (7, 15)


def test_it_may_stand_in_a_later_row():
    book = made(*(load(report(id, month)) for id, month in reversed(MONTHS.items())))
    at(book, "Braucieni", HEADING, 2).value = "augusts"
    at(book, "Braucieni", HEADING, 3).value = "julijs"
    assert before(found(book)["septembris"].trip) == 15


def test_a_chain_of_many_trips_is_no_matter():
    trips = [
        load(report(f"t-{n}", 7, report={"date": dt.date(2012, 7, 1) + dt.timedelta(n)})) for n in range(400)
    ]
    book = made(*trips)
    for row in range(3, len(trips) + 2):
        at(book, "Braucieni", HEADING, row).value = f"t-{row - 3}"
    assert all(one.faults == () for one in found(book).values())


def test_a_trip_file_may_be_named_too(tmp_path):
    from tests.batch.seasons import write_trip

    write_trip(tmp_path / "junijs", report("junijs", 6))
    (tmp_path / "b.xlsx").write_bytes(
        saved(season(augusts="junijs/trip.yaml\njulijs", julijs="junijs/trip.yaml"))
    )
    trips = {one.id: one for one in load_many(tmp_path / "b.xlsx")}
    assert [one.faults for one in trips.values()] == [(), (), ()]
    assert before(trips["augusts"].trip) == 13
    assert "junijs/trip.yaml" in trips["augusts"].source.inputs


def test_what_is_neither_is_told_at_its_cell():
    faults = found(season(augusts="junijs\nx.yaml"))["augusts"].faults
    assert told(faults) == [("earlier.suffix", "Braucieni!AJ3"), ("file.missing", "Braucieni!AJ3")]
    assert "is no trip of this workbook" in faults[0].message.sentence()


def test_a_trip_that_names_a_faulty_one_is_told_and_no_other():
    book = season(augusts="julijs", septembris="augusts")
    at(book, "Budžets", "Šajā periodā", 2).value = "septiņi"
    trips = found(book)
    assert told(trips["julijs"].faults) == [("amount.unreadable", "Budžets!H2")]
    assert told(trips["augusts"].faults) == [("earlier.faulty", "Braucieni!AJ3")]
    assert told(trips["septembris"].faults) == [("earlier.faulty", "Braucieni!AJ4")]


def test_trips_that_name_each_other_are_told_at_every_cell_of_the_ring():
    trips = found(season(julijs="augusts", augusts="julijs", septembris="julijs"))
    assert [told(one.faults) for one in trips.values()] == [
        [("earlier.circular", "Braucieni!AJ2")],
        [("earlier.circular", "Braucieni!AJ3")],
        [("earlier.faulty", "Braucieni!AJ4")],
    ]
    assert told(found(season(julijs="julijs"))["julijs"].faults) == [("earlier.circular", "Braucieni!AJ2")]


def test_the_rules_about_earlier_reports_tell_the_cell():
    one = found(season(julijs="augusts"))["julijs"]
    faults = checks.run(one.sound, one.source).faults
    assert ("earlier.date", "Braucieni!AJ2") in told(faults)


def test_a_trip_is_made_again_when_an_earlier_one_has_changed(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    book = season(augusts="julijs")
    for row in (2, 4):
        at(book, "Budžets", "Izlietots iepriekš", row).value = 0
    Path("b.xlsx").write_bytes(saved(book))
    made_then = kept(Path("b.xlsx"))
    at(book, "Budžets", "Šajā periodā", 2).value = 8
    Path("b.xlsx").write_bytes(saved(book))
    assert made_then == {"julijs": False, "augusts": False, "septembris": False}
    assert kept(Path("b.xlsx")) == {"julijs": False, "augusts": False, "septembris": True}
    assert kept(Path("b.xlsx")) == {"julijs": True, "augusts": True, "septembris": True}


def kept(book: Path) -> dict[str, bool]:
    from generator.batch.order import Order
    from generator.settings import Settings

    results: list[Result] = make_batch(
        book, Path("out"), Order(Settings(format=("html",)), resume=True), jobs=1
    )
    return {one.id: one.kept for one in results}


# -- the way back ---------------------------------------------------------------------------------
@pytest.mark.parametrize("named", [{}, {"augusts": "julijs", "septembris": "julijs\naugusts"}])
def test_ids_are_written_back(named):
    trips = [one.trip for one in found(season(**named)).values()]
    again = read_all(write(trips))
    assert [one.trip for one in again] == trips


def test_an_earlier_report_that_is_not_in_the_workbook_cannot_be_written():
    trips = found(season(augusts="julijs"))
    with pytest.raises(DataError) as refused:
        write([trips["augusts"].trip])
    (only,) = refused.value.faults
    assert (only.id, only.values["name"]) == ("cell.unfit", "earlier")


# -- the words of a workbook ----------------------------------------------------------------------
def test_the_forms_of_a_name_are_asked_for_as_a_cell_holds_them():
    book = season()
    at(book, "Braucieni", "Galamērķis", 2).value = "Suntaži"
    undecided = [
        fault
        for one in found(book).values()
        for fault in checks.run(one.sound, one.source).faults
        if fault.id == "name.undecided"
    ]
    (fault,) = undecided
    assert fault.hint.sentence(translator("lv")) == (
        "Lai apstiprinātu šīs formas vai dotu pareizās, ierakstiet locījumu formu kolonnā, katru savā rindā: "
        "akuzatīvs: Suntažus, datīvs: Suntažiem."
    )
    assert (
        fault.at(Place("a.yaml"))
        .hint.sentence()
        .endswith("add forms: {accusative: Suntažus, dative: Suntažiem}.")
    )


def test_sums_that_a_position_lacks_are_called_by_their_headings():
    book = season()
    at(book, "Budžets", "Apstiprināts", 2).value = None
    at(book, "Budžets", "Šajā periodā", 2).value = None
    (fault,) = found(book)["julijs"].faults
    assert fault.id == "position.incomplete"
    assert "Apstiprināts, Šajā periodā" in fault.message.sentence(translator("lv"))
