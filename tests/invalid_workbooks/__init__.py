"""Workbooks with faults, made here, and what is said of each in both languages.

A case is a function that spoils the workbook of two small trips; its twins `<case>.en.txt` and
`<case>.lv.txt` have a line for a fault: `place field [id] what is wrong | how to mend it`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import cache
from pathlib import Path

from openpyxl import Workbook

from generator.errors import Fault, Severity
from generator.errors.listing import distinct
from generator.messages import translator
from generator.tripfiles import load_many
from generator.tripfiles.workbook.survey import MAX_ROWS
from tests.tripfiles.workbooks import COMPOUND, at, least, made, saved, sheet_of, with_part

HERE = Path(__file__).parent
LANGUAGES = ("en", "lv")
SHEET = "xl/worksheets/sheet3.xml"
COSTS = [{"item": "Biļete", "position": "1", "quantity": "2", "unit": "gab.", "unit_price": "1,00"}]
SITES = [{"name": "Muzejs"}]
Spoil = Callable[[Workbook], Workbook | bytes | None]
CASES: dict[str, Spoil] = {}


def case(spoil: Spoil) -> Spoil:
    """Add a case under the name of its function."""
    CASES[spoil.__name__.replace("_", "-")] = spoil
    return spoil


def workbook(name: str) -> bytes:
    """Return the workbook of a case."""
    book = made(least("cesis", costs=COSTS, sites=SITES), least("ogre", sites=SITES, deviations=[]))
    spoiled = CASES[name](book)
    return spoiled if isinstance(spoiled, bytes) else saved(spoiled or book)


@cache
def faults_of(name: str) -> tuple[Fault, ...]:
    """Return what is found in the workbook of a case, trip by trip."""
    found = load_many(workbook(name), name="sezona.xlsx")
    return distinct(one for each in found for one in (*each.faults, *each.source.warnings))


def said(name: str, lang: str) -> str:
    """Return a line for every fault of a case."""
    return "".join(f"{_line(one, lang)}\n" for one in faults_of(name))


def _line(one: Fault, lang: str) -> str:
    translate = translator(lang)
    place = str(one.place).removeprefix("sezona.xlsx:")
    field = f" {one.place.field}" if one.place.field else ""
    id = one.id if one.severity is Severity.ERROR else f"{one.id}, {one.severity}"
    return f"{place}{field} [{id}] {one.message.sentence(translate)} | {one.hint.sentence(translate)}"


def twin(name: str, lang: str) -> Path:
    """Return the file that holds what is expected to be said of a case."""
    return HERE / f"{name}.{lang}.txt"


def refresh() -> None:
    """Write every twin anew and remove those without a case."""
    for path in HERE.glob("*.txt"):
        path.unlink()
    for name in CASES:
        for lang in LANGUAGES:
            twin(name, lang).write_text(said(name, lang), encoding="utf-8", newline="\n")


# -- the file -----------------------------------------------------------------------------------------
@case
def password(book: Workbook) -> bytes:
    return COMPOUND + "EncryptedPackage".encode("utf-16-le")


@case
def old_format(book: Workbook) -> bytes:
    return COMPOUND


@case
def no_workbook(book: Workbook) -> bytes:
    return b"Vards;Summa"


@case
def damaged(book: Workbook) -> bytes:
    return with_part(saved(book), SHEET, sheet_of('<row r="9999999"/>'))


@case
def document_type(book: Workbook) -> bytes:
    return with_part(saved(book), SHEET, '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')


@case
def unpacks_too_large(book: Workbook) -> bytes:
    return with_part(saved(book), "xl/media/image1.png", bytes(40_000_001))


@case
def too_many_rows(book: Workbook) -> bytes:
    return with_part(saved(book), SHEET, sheet_of("<row><c><v>1</v></c></row>" * (MAX_ROWS + 1)))


# -- sheets and columns -------------------------------------------------------------------------------
@case
def no_trips(book: Workbook) -> None:
    book["Braucieni"].delete_rows(2, 9)
    for name in ("Izmaksas", "Objekti"):
        book[name].delete_rows(2, 9)


@case
def sheets_missing(book: Workbook) -> None:
    book.remove(book["Projekts"])
    book.remove(book["Finansējums"])


@case
def sheets_renamed(book: Workbook) -> None:
    book["Izmaksas"].title = "Izmaksas 2012"
    book.create_sheet("Darbi")["A1"].value = "Piezvanīt"
    book.create_sheet("Sites")["A1"].value = "Muzejs"


@case
def headings_missing(book: Workbook) -> None:
    book["Izmaksas"].delete_rows(1)


@case
def headings_changed(book: Workbook) -> None:
    at(book, "Izmaksas", "Vienības cena", 1).value = "Vienibas cena"
    at(book, "Objekti", "Piezīme", 1).value = "Nosaukums"
    book["Izmaksas"]["Z1"].value, book["Izmaksas"]["AB2"].value = "Manas zīmes", "?"


@case
def column_missing(book: Workbook) -> None:
    book["Braucieni"].delete_cols(at(book, "Braucieni", "Galamērķis", 1).column)


# -- rows ---------------------------------------------------------------------------------------------
@case
def rows_of_no_trip(book: Workbook) -> None:
    book["Objekti"]["A2"].value, book["Objekti"]["A3"].value = "cesys", None
    book["Braucieni"]["B2"].value = "P7"


@case
def ids_repeated(book: Workbook) -> None:
    book["Braucieni"]["A3"].value = "cesis"
    book["Objekti"].delete_rows(3)


@case
def answers_contradicted(book: Workbook) -> None:
    at(book, "Braucieni", "Atkāpes", 2).value = "jā"
    book["Atkāpes"].append(["ogre", "Kavējās.", "Sagaidīja."])


# -- cells --------------------------------------------------------------------------------------------
@case
def cells_empty(book: Workbook) -> None:
    at(book, "Projekts", "Fonds").value = None
    at(book, "Braucieni", "Mērķi").value = "   "
    at(book, "Izmaksas", "Budžeta pozīcija").value = None
    at(book, "Braucieni", "Citi klātesošie").value = "Projektu vadītāji"


@case
def cells_unreadable(book: Workbook) -> None:
    at(book, "Izmaksas", "Vienības cena").value = "divi lati"
    at(book, "Izmaksas", "Daudzums").value = -2
    at(book, "Braucieni", "Sākums").value = "31.02.2012."
    at(book, "Braucieni", "Aktivitātes numurs").value = 1.5
    at(book, "Projekts", "Valūta").value = "USD"
    at(book, "Braucieni", "Paraksts", 3).value = "ar kāju"
    at(book, "Braucieni", "Atkāpes", 3).value = "varbūt"
    at(book, "Braucieni", "Brauciena veids", 3).value = "a_x0007_b"


@case
def cells_of_excel(book: Workbook) -> None:
    at(book, "Izmaksas", "Daudzums").value = "#DIV/0!"
    at(book, "Izmaksas", "Summa").value = "=D2*F2"
    at(book, "Braucieni", "Pārskata numurs").value = dt.date(2012, 7, 3)
    at(book, "Braucieni", "Galamērķis: locījumu formas").value = "Cēsu"


@case
def formula_outside(book: Workbook) -> None:
    at(book, "Izmaksas", "Summa").value = "=[1]Lapa!A1"


@case
def forms_of_the_model(book: Workbook) -> None:
    at(book, "Braucieni", "Galamērķis: locījumu formas").value = "instrumentālis: Cēsīm"
    at(book, "Attēli", "Brauciena id").value = "cesis"
    at(book, "Attēli", "Datne").value = "photos/nav.jpg"
    for column, value in ((1, "P1"), (2, "Eiropas Sociālais fonds")):
        book["Finansējums"].cell(2, column).value = value
