"""Workbooks as people keep them: every habit of Excel is read, every fault is told at its cell."""

import datetime as dt
import pickle
import shutil
import subprocess
from io import BytesIO

import pytest
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from xlsxwriter import Workbook as XlsxWriter

from generator.errors import Severity
from generator.messages import translator
from generator.tripfiles import id_of, load, load_many, read_many
from generator.tripfiles.workbook import write
from generator.tripfiles.workbook.tables import tables
from tests.tripfiles.workbooks import (
    FOLDER,
    at,
    column,
    edited,
    example_as,
    least,
    made,
    read,
    read_all,
    saved,
    told,
)
from tests.trips import example


# -- there and back ---------------------------------------------------------------------------------
@pytest.mark.parametrize("lang", ["lv", "en"])
def test_the_example_comes_back_from_a_workbook_in_either_language(lang: str) -> None:
    assert read(write([example()], lang)).trip == example()


def test_many_trips_come_back_in_their_order() -> None:
    trips = [example_as("a"), least("b"), example_as("c")]
    found = read_all(made(*trips))
    assert [one.id for one in found] == ["a", "b", "c"]
    assert [one.trip for one in found] == trips


def test_trips_of_one_project_share_its_row() -> None:
    book = made(example_as("a"), example_as("b"), least("c"))
    assert [row[0].value for row in book["Projekts"].iter_rows(min_row=2)] == ["P1", "P2"]
    assert [cell.value for cell in book["Braucieni"]["B"][1:]] == ["P1", "P1", "P2"]


def test_the_same_trips_give_the_same_bytes() -> None:
    assert write([example()]) == write([example()])


def test_a_place_is_a_sheet_and_a_cell() -> None:
    source = read(made()).source
    assert str(source.place("journey.start")) == "b.xlsx:Braucieni!Q2"
    assert (
        source.place("costs[1].document.date").cell
        == at(made(), "Izmaksas", "Dokuments: datums", 3).coordinate
    )
    assert str(source.place("project.funding[0].name")) == "b.xlsx:Finansējums!B2"
    assert str(source.place("journey.goals[2]")) == "b.xlsx:Braucieni!U2"


# -- values as Excel holds them ---------------------------------------------------------------------
@pytest.mark.parametrize(
    "value",
    [
        dt.date(2012, 8, 31),
        dt.datetime(2012, 8, 31),
        "31.08.2012.",
        " 2012-08-31 ",
        "2012. gada 31. augusts",
    ],
)
def test_a_date_may_be_a_date_or_a_text(value: object) -> None:
    book = made()
    at(book, "Braucieni", "Sākums").value = value
    assert read(book).trip == example()


@pytest.mark.parametrize(
    "value", [24415.44, "24 415,44", "24\u00a0415,44", "24\u202f415.44", "Ls 24 415,44", "24415.44 "]
)
def test_a_sum_may_be_a_number_or_a_text(value: object) -> None:
    book = made()
    at(book, "Projekts", "Kopējais finansējums").value = value
    assert read(book).trip == example()


def test_a_number_has_no_noise_of_binary_fractions() -> None:
    book = made()
    at(book, "Projekts", "Kopējais finansējums").value = 24415.440000000002
    assert read(book).trip == example()


@pytest.mark.parametrize(
    ("value", "shown_as"), [(1, "0%"), (1.0, '0.00"x"%'), (100, '0" %"'), ("100 %", "@")]
)
def test_a_share_may_be_shown_with_a_percent_sign(value: object, shown_as: str) -> None:
    book = made()
    cell = at(book, "Finansējums", "Daļa, %")
    cell.value, cell.number_format = value, shown_as
    assert read(book).trip == example()


@pytest.mark.parametrize("value", [dt.time(8), dt.datetime(1899, 12, 30, 8), "8.00", "8:00", "plkst. 8"])
def test_a_time_may_be_a_time_or_a_text(value: object) -> None:
    book = made()
    at(book, "Programma", "No").value = value
    assert read(book).trip == example()


@pytest.mark.parametrize("value", [True, "jā", "JĀ ", "yes"])
def test_an_answer_may_be_a_truth_value_or_a_word(value: object) -> None:
    book = made()
    at(book, "Budžets", "Attiecināmas").value = value
    assert read(book).trip == example()


@pytest.mark.parametrize("value", ["ar roku", "Ar Roku", "handwritten", None])
def test_a_choice_may_be_in_either_language(value: object) -> None:
    book = made()
    at(book, "Braucieni", "Paraksts").value = value
    assert read(book).trip == example()


def test_days_counted_from_1904_are_the_same_days() -> None:
    book = made()
    book.epoch = CALENDAR_MAC_1904
    assert read(book).trip == example()


def test_a_formula_counts_by_the_value_that_was_computed() -> None:
    assert read(_rewritten(formulas={"Summa": "=D2*F2"})).trip == example()


def test_a_formula_may_give_an_empty_text() -> None:
    data = _rewritten(formulas={"Dokuments: izdevējs": '=IF(A2="","","")'}, value="nekas")
    number = made().sheetnames.index("Izmaksas") + 1
    data = edited(data, f"xl/worksheets/sheet{number}.xml", {"<v>nekas</v>": "<v></v>"})
    trip = read(data).trip
    assert trip is not None
    assert {one.document.issuer for one in trip.costs if one.document} == {None}


def test_a_text_that_looks_like_a_formula_or_an_error_stays_a_text() -> None:
    names = ("=1+1", "#N/A", "_x0041_", "+371 6", "'quoted'", "TRUE")
    trip = least(sites=[{"name": name} for name in names])
    found = read(write([trip]))
    assert found.trip == trip


# -- sheets as people leave them ----------------------------------------------------------------------
def test_empty_rows_and_trailing_spaces_say_nothing() -> None:
    book = made()
    book["Dalībnieki"].insert_rows(3, 4)
    book["Dalībnieki"].cell(4, 3).value = "   "
    cell = at(book, "Braucieni", "Brauciena id")
    cell.value = f" {cell.value}\u00a0"
    assert read(book).trip == example()


def test_hidden_sheets_columns_and_rows_are_read() -> None:
    book = made()
    book["Izmaksas"].sheet_state = "hidden"
    book["Budžets"].column_dimensions["D"].hidden = True
    book["Programma"].row_dimensions[3].hidden = True
    assert read(book).trip == example()


def test_headings_may_stand_below_a_merged_title_and_be_merged_themselves() -> None:
    book = made()
    sheet = book["Dalībnieki"]
    sheet.auto_filter.ref = None
    sheet.insert_rows(1, 2)
    sheet["A2"].value, sheet["A3"].value = sheet["A3"].value, None
    sheet.merge_cells("A2:A3")
    sheet["B2"].value = "Kas brauca"
    sheet.merge_cells("B2:E2")
    sheet["A1"].value = "2012. gada sezona"
    sheet.merge_cells("A1:E1")
    assert read(book).trip == example()


def test_a_cell_merged_over_rows_says_the_same_in_each() -> None:
    book = made(example_as("a"), example_as("b"))
    sheet = book["Dalībnieki"]
    for first, last in ((2, 6), (7, 11)):
        for row in range(first + 1, last + 1):
            sheet.cell(row, 1).value = None
        sheet.merge_cells(start_row=first, end_row=last, start_column=1, end_column=1)
    assert [one.trip for one in read_all(book)] == [example_as("a"), example_as("b")]


def test_columns_may_stand_in_any_order_and_optional_ones_be_missing() -> None:
    book = made()
    sheet = book["Dalībnieki"]
    sheet.move_range("A1:A6", cols=7)
    sheet.delete_cols(column(sheet, "Vārds un uzvārds"))
    assert read(book).trip == example()


def test_headings_are_known_by_either_language_and_by_the_name_of_the_field() -> None:
    book = made()
    for heading, other in (("Amats", "POSITION:"), ("Iestāde", "institution"), ("Skaits", " count *")):
        at(book, "Dalībnieki", heading, 1).value = other
    book["Dalībnieki"].title = "participants"
    assert read(book).trip == example()


def test_a_workbook_of_one_trip_need_not_repeat_its_id() -> None:
    book = made()
    for name in ("Dalībnieki", "Izmaksas", "Finansējums", "Attēli"):
        book[name].delete_cols(1)
    at(book, "Braucieni", "Projekta id").value = None
    assert read(book).trip == example()


def test_one_project_of_many_trips_needs_no_id() -> None:
    book = made(example_as("a"), example_as("b"))
    for name in ("Projekts", "Finansējums", "Sagatavotāji"):
        book[name]["A2"].value = None
    book["Sagatavotāji"]["A3"].value = None
    book["Braucieni"].delete_cols(2)
    assert [one.trip for one in read_all(book)] == [example_as("a"), example_as("b")]


def test_trips_without_an_id_share_no_rows() -> None:
    book = made(example_as("a"), example_as("b"))
    book["Braucieni"]["A2"].value = book["Braucieni"]["A3"].value = None
    book["Objekti"]["A2"].value = None
    faults = [one for found in read_all(book) for one in told(found.faults)]
    assert ("row.unassigned", "Objekti!A2") in faults
    assert faults.count(("field.empty", "Braucieni!A2")) == 1


def test_an_id_filled_down_too_far_is_no_row() -> None:
    book = made(example_as("a"), example_as("b"))
    for row in range(20, 40):
        book["Dalībnieki"].cell(row, 1).value = "a"
    assert [one.trip for one in read_all(book)] == [example_as("a"), example_as("b")]


# -- faults at their cells ----------------------------------------------------------------------------
def test_every_fault_is_told_at_once_each_at_its_cell() -> None:
    book = made()
    at(book, "Izmaksas", "Vienības cena", 3).value = "daudz"
    at(book, "Braucieni", "Sākums").value = "31.02.2012."
    at(book, "Projekts", "Valūta").value = "USD"
    at(book, "Attēli", "Datne").value = "photos/nav.jpg"
    assert told(read(book).faults) == [
        ("file.missing", "Attēli!B2"),
        ("date.impossible", "Braucieni!Q2"),
        ("amount.unreadable", "Izmaksas!F3"),
        ("option.unknown", "Projekts!O2"),
    ]


def test_an_empty_cell_that_is_needed_is_told_by_its_heading() -> None:
    book = made()
    at(book, "Projekts", "Fonds").value = None
    at(book, "Braucieni", "Mērķi").value = " "
    faults = read(book).faults
    assert told(faults) == [("field.empty", "Braucieni!U2"), ("field.empty", "Projekts!E2")]
    assert faults[1].message.sentence(translator("lv")) == "Šūna ir tukša; „Fonds” šeit ir jāaizpilda."


def test_a_needed_column_that_is_missing_is_told_once_for_all_trips() -> None:
    book = made(example_as("a"), example_as("b"))
    book["Braucieni"].delete_cols(column(book["Braucieni"], "Galamērķis"))
    faults = {one for found in read_all(book) for one in told(found.faults)}
    assert faults == {("field.missing", "Braucieni!A1")}


def test_cells_that_hold_an_error_or_were_never_computed_are_told() -> None:
    book = made()
    at(book, "Izmaksas", "Daudzums").value = "#DIV/0!"
    at(book, "Izmaksas", "Summa").value = "=D2*F2"
    assert told(read(book).faults) == [("cell.error", "Izmaksas!D2"), ("cell.uncomputed", "Izmaksas!G2")]


@pytest.mark.parametrize(
    "formula",
    [
        "=[1]Lapa!A1",
        "='C:\\dati\\[citi.xlsx]Lapa'!A1",
        '=WEBSERVICE("http://example.org")',
        "=cmd|'/c calc'!A0",
    ],
)
def test_a_formula_that_asks_outside_the_workbook_is_refused(formula: str) -> None:
    found = read(_rewritten(formulas={"Summa": formula}))
    assert {one.id for one in found.faults} == {"cell.outside"}


def test_a_formula_with_a_table_or_a_bar_in_its_text_asks_nothing_outside() -> None:
    assert read(_rewritten(formulas={"Summa": '=Table1[2012]+LEN("a|[1]b!")'})).trip == example()


def test_a_text_that_excel_took_for_a_date_is_told() -> None:
    book = made()
    at(book, "Braucieni", "Pārskata numurs").value = dt.date(2012, 7, 3)
    (fault,) = read(book).faults
    assert told([fault]) == [("cell.date-in-text", "Braucieni!J2")]
    assert "„Pārskata numurs”" in fault.message.sentence(translator("lv"))


def test_a_character_that_no_document_can_hold_is_told_at_its_cell() -> None:
    book = made()
    at(book, "Objekti", "Piezīme").value = "a_x0007_b"
    assert told(read(book).faults) == [("text.character", "Objekti!C2")]


def test_a_renamed_sheet_is_told_with_the_name_that_was_meant() -> None:
    book = made()
    book["Izmaksas"].title = "Izmaksas 2012"
    (fault,) = read(book).faults
    assert (fault.id, fault.values["meant"]) == ("sheet.misspelt", "Izmaksas")


def test_a_renamed_heading_is_told_with_the_one_that_was_meant() -> None:
    book = made()
    at(book, "Dalībnieki", "Iestāde", 1).value = "Iestādes"
    (fault,) = read(book).faults
    assert told([fault]) == [("column.misspelt", "Dalībnieki!D1")]
    assert fault.values["meant"] == "Iestāde"


def test_columns_and_sheets_of_ones_own_are_a_warning() -> None:
    book = made()
    sheet = book["Dalībnieki"]
    sheet["G1"].value, sheet["G3"].value, sheet["I4"].value = "Manas zīmes", "x", "y"
    book.create_sheet("Darbi")["A1"].value = "Piezvanīt"
    book.create_sheet("Lapa1")
    found = read(book)
    assert found.trip == example()
    assert told(found.source.warnings) == [
        ("column.unknown", "Dalībnieki!G1"),
        ("column.unknown", "Dalībnieki!I1"),
        ("sheet.unknown", "Darbi"),
    ]
    assert {one.severity for one in found.source.warnings} == {Severity.WARNING}


def test_a_heading_that_is_there_twice_is_told() -> None:
    book = made()
    book["Dalībnieki"]["H1"].value = "Amats"
    (fault,) = read(book).faults
    assert told([fault]) == [("column.repeated", "Dalībnieki!H1")]


def test_a_sheet_without_headings_is_told() -> None:
    book = made()
    book["Objekti"].delete_rows(1)
    assert told(read(book).faults) == [("sheet.headings", "Objekti")]


def test_two_sheets_for_one_table_are_told() -> None:
    book = made()
    book.create_sheet("Costs")["A1"].value = "x"
    assert told(read(book).faults) == [("sheet.repeated", "Costs")]


def test_a_workbook_without_its_sheets_is_told() -> None:
    book = Workbook()
    book.worksheets[0]["A1"].value = "x"
    found = read(book)
    assert [one.id for one in found.faults] == ["sheet.missing", "sheet.missing"]


def test_a_workbook_without_the_project_fails_every_trip() -> None:
    book = made(example_as("a"), example_as("b"))
    book.remove(book["Projekts"])
    book.remove(book["Finansējums"])
    book.remove(book["Sagatavotāji"])
    found = read_all(book)
    assert [[one.id for one in each.faults] for each in found] == [["sheet.missing"], ["sheet.missing"]]


def test_a_new_workbook_has_no_trips_yet() -> None:
    (found,) = read_all(write([]))
    assert (found.id, told(found.faults)) == (None, [("workbook.empty", "Braucieni")])


# -- rows and what they belong to -----------------------------------------------------------------------
def test_rows_that_belong_to_no_trip_stand_alone_after_the_trips() -> None:
    book = made(example_as("a"), example_as("b"))
    book["Objekti"]["A2"].value, book["Objekti"]["A3"].value = "c", None
    *trips, rest = read_all(book)
    assert [one.trip is not None for one in trips] == [True, True]
    assert rest.id is None
    assert told(rest.faults) == [("row.unknown", "Objekti!A2"), ("row.unassigned", "Objekti!A3")]
    assert rest.faults[0].values["known"] == "a, b"


def test_in_a_workbook_of_one_trip_a_row_that_belongs_to_none_is_a_fault_of_it() -> None:
    book = made()
    book["Objekti"]["A2"].value = "cits"
    assert told(read(book).faults) == [("row.unknown", "Objekti!A2")]


def test_an_id_that_two_trips_have_is_a_fault_of_both() -> None:
    found = read_all(made(example_as("a"), least("a"), least("b")))
    assert [told(one.faults) for one in found] == [
        [("row.repeated", "Braucieni!A2")],
        [("row.repeated", "Braucieni!A3")],
        [],
    ]


def test_a_trip_without_an_id_or_a_known_project_is_told() -> None:
    book = made(example_as("a"), least("b"))
    book["Braucieni"]["A2"].value, book["Braucieni"]["B3"].value = None, "P9"
    for name in ("Dalībnieki", "Programma", "Objekti", "Izmaksas", "Budžets", "Rādītāji", "Attēli"):
        book.remove(book[name])
    for name in ("Adresāti", "Prioritātes"):
        book.remove(book[name])
    first, second = read_all(book)
    assert (first.id, told(first.faults)) == ("", [("field.empty", "Braucieni!A2")])
    assert told(second.faults) == [("row.unknown", "Braucieni!B3")]


@pytest.mark.parametrize(("answer", "rows", "id"), [("jā", 0, "rows.absent"), ("nē", 1, "rows.denied")])
def test_an_answer_that_the_rows_contradict_is_told(answer: str, rows: int, id: str) -> None:
    deviations = [{"problem": "Kavējās.", "solution": "Sagaidīja."}] * rows
    book = made(least(deviations=deviations))
    at(book, "Braucieni", "Atkāpes").value = answer
    assert told(read(book).faults) == [(id, "Braucieni!AH2")]


def test_an_answer_that_is_none_is_told() -> None:
    book = made(least())
    at(book, "Braucieni", "Atkāpes").value = "varbūt"
    assert told(read(book).faults) == [("answer.unreadable", "Braucieni!AH2")]


def test_no_deviations_and_nothing_said_of_them_are_told_apart() -> None:
    trips = [least("a", deviations=[]), least("b")]
    assert [one.trip.deviations for one in read_all(made(*trips)) if one.trip] == [(), None]


def test_a_line_of_forms_without_a_case_is_told() -> None:
    book = made()
    at(book, "Braucieni", "Galamērķis: locījumu formas").value = "Rēzeknes"
    assert told(read(book).faults) == [("cell.case", "Braucieni!P2")]


@pytest.mark.parametrize("name", ["ģenitīvs", "Genitive", "genitive "])
def test_forms_are_named_in_either_language(name: str) -> None:
    book = made(least())
    at(book, "Braucieni", "Galamērķis: locījumu formas").value = f"{name}: Cēsu"
    trip = read(book).trip
    assert trip is not None
    assert trip.journey.destination.forms == {"genitive": "Cēsu"}


# -- made by other programs ---------------------------------------------------------------------------
def test_a_workbook_that_xlsxwriter_has_made_reads_the_same() -> None:
    assert read(_rewritten()).trip == example()


def test_a_workbook_with_strings_in_their_cells_reads_the_same() -> None:
    assert read(_rewritten(options={"in_memory": True, "constant_memory": True})).trip == example()


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed here")
def test_a_workbook_that_libreoffice_has_saved_reads_the_same(tmp_path) -> None:
    (tmp_path / "a.xlsx").write_bytes(write([example()]))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    words = ["soffice", profile, "--headless", "--convert-to", "xlsx", "--outdir", "saved", "a.xlsx"]
    run = subprocess.run(words, cwd=tmp_path, check=True, capture_output=True, timeout=180)
    if b"could not be loaded" in run.stderr:
        pytest.skip("LibreOffice is installed here without Calc")
    assert read((tmp_path / "saved" / "a.xlsx").read_bytes()).trip == example()


def _rewritten(
    *,
    formulas: dict[str, str] | None = None,
    value: object = None,
    options: dict[str, bool] | None = None,
) -> bytes:
    """Return the workbook of the example as XlsxWriter writes it, with formulas in a column of costs."""
    file = BytesIO()
    with XlsxWriter(file, {"in_memory": True, "default_date_format": "dd.mm.yyyy", **(options or {})}) as out:
        for sheet in made().worksheets:
            copy = out.add_worksheet(sheet.title)
            headings = [cell.value for cell in sheet[1]]
            for row in sheet.iter_rows():
                for cell in row:
                    heading = headings[cell.column - 1] if cell.column <= len(headings) else None
                    formula = (formulas or {}).get(str(heading)) if sheet.title == "Izmaksas" else None
                    if formula and cell.row > 1:
                        copy.write_formula(cell.row - 1, cell.column - 1, formula, None, value or cell.value)
                    elif isinstance(cell.value, dt.time):
                        style = out.add_format({"num_format": "hh:mm"})
                        copy.write_datetime(cell.row - 1, cell.column - 1, cell.value, style)
                    elif cell.value is not None:
                        copy.write(cell.row - 1, cell.column - 1, cell.value)
    return file.getvalue()


# -- the table of tables --------------------------------------------------------------------------------
@pytest.mark.parametrize("lang", ["lv", "en"])
def test_headings_and_sheets_are_told_apart_in_each_language(lang: str) -> None:
    names = [translator(lang)(table.name) for table in tables()]
    assert len(set(names)) == len(names)
    for table in tables():
        headings = [one.heading(translator(lang)).casefold() for one in table.columns]
        assert len(set(headings)) == len(headings)


def test_a_workbook_on_disk_is_an_input_of_each_of_its_trips(tmp_path) -> None:
    path = tmp_path / "sezona.xlsx"
    path.write_bytes(write([least("a"), least("b")]))
    for one in load_many(path):
        assert list(one.source.inputs) == ["sezona.xlsx"]


def test_a_trip_can_be_sent_to_another_process_before_it_is_examined(tmp_path) -> None:
    path = tmp_path / "sezona.xlsx"
    path.write_bytes(write([least("a"), least("b")]))
    sent = [pickle.loads(pickle.dumps(one)) for one in read_many(path, "sezona.xlsx")]
    assert [id_of(one) for one in sent] == ["a", "b"]
    assert [load(one) for one in sent] == [least("a"), least("b")]
    assert list(load(sent[1]).source.inputs) == ["sezona.xlsx"]
    assert str(load(sent[1], name="x").source.place("id")) == "sezona.xlsx:Braucieni!A3"


def test_one_trip_of_many_is_chosen_by_its_id() -> None:
    data = write([least("a"), least("b")])
    assert load(data, name="b.xlsx", folder=FOLDER, only="b") == least("b")
    assert [one.id for one in load_many(data, name="b.xlsx", only=("b", "c"))] == ["b", None]
    assert told(read(data).faults) == [("trips.many", "b.xlsx")]


def test_saved_anew_by_openpyxl_it_reads_the_same() -> None:
    assert read(saved(made())).trip == example()
