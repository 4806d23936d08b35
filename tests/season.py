"""The sample season: twelve made-up trips of one made-up project in a workbook, two of them at fault.

`python -m tests.refresh` writes `data/trips/season-2012.xlsx` anew when the model has changed.
Everything in it is sample data, and each trip says so at its end.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from io import BytesIO
from typing import Any

from openpyxl import load_workbook

from generator.model import Trip
from generator.tripfiles import load
from generator.tripfiles.workbook import write
from generator.tripfiles.workbook.archive import archived
from generator.tripfiles.workbook.sheets import read_sheets
from tests.tripfiles.workbooks import at
from tests.trips import ROOT

FOLDER = ROOT / "data" / "trips"
SEASON = FOLDER / "season-2012.xlsx"
SAMPLE = "Visi šī pārskata dati ir paraugdati: projekts un brauciens ir izdomāti."
PICTURE = "rezekne-2012/photos/01-koncertzale.jpg"


@dataclass(frozen=True, slots=True)
class Plan:
    """What tells one trip of the season from the others."""

    id: str
    town: str
    host: str
    day: dt.date
    people: int
    projects: str
    sites: tuple[str, ...]
    bus: str


PLANS = (
    Plan("cesis-2012", "Cēsis", "Cēsu", dt.date(2012, 4, 12), 8, "tūrisma",
         ("tūrisma informācijas centrs", "pils parks"), "142.50"),
    Plan("valmiera-2012", "Valmiera", "Valmieras", dt.date(2012, 4, 26), 10, "uzņēmējdarbības atbalsta",
         ("biznesa inkubators",), "151.00"),
    Plan("talsi-2012", "Talsi", "Talsu", dt.date(2012, 5, 10), 12, "ielu un laukumu atjaunošanas",
         ("atjaunotais laukums", "ezera promenāde"), "198.40"),
    Plan("kuldiga-2012", "Kuldīga", "Kuldīgas", dt.date(2012, 5, 24), 9, "kultūras mantojuma saglabāšanas",
         ("restaurācijas centrs", "vecpilsētas ielas"), "205.00"),
    Plan("jekabpils-2012", "Jēkabpils", "Jēkabpils", dt.date(2012, 6, 7), 7, "ūdenssaimniecības",
         ("notekūdeņu attīrīšanas ietaises",), "120.00"),
    Plan("latgale-2012", "Rēzekne", "Rēzeknes", dt.date(2012, 6, 20), 11, "kultūras infrastruktūras",
         ("koncertzāle", "jaunrades centrs"), "164.30"),
    Plan("tukums-2012", "Tukums", "Tukuma", dt.date(2012, 7, 12), 6, "skolu energoefektivitātes",
         ("siltinātā skolas ēka",), "133.20"),
    Plan("ventspils-2012", "Ventspils", "Ventspils", dt.date(2012, 8, 9), 14, "informācijas tehnoloģiju",
         ("digitālais centrs", "bibliotēka"), "231.00"),
    Plan("liepaja-2012", "Liepāja", "Liepājas", dt.date(2012, 8, 23), 13, "jaunatnes",
         ("jauniešu māja",), "244.80"),
    Plan("madona-2012", "Madona", "Madonas", dt.date(2012, 9, 13), 8, "sporta infrastruktūras",
         ("sporta centrs", "slēpošanas trase"), "126.00"),
    Plan("ludza-2012", "Ludza", "Ludzas", dt.date(2012, 9, 27), 9, "amatniecības",
         ("amatnieku centrs",), "172.60"),
    Plan("sigulda-2012", "Sigulda", "Siguldas", dt.date(2012, 10, 11), 10, "teritorijas plānošanas",
         ("pilsētas parks", "stacijas laukums"), "98.00"),
)  # fmt: skip

PROJECT: dict[str, Any] = {
    "title": "Parauga novada pašvaldības darbinieku pieredzes apmaiņa",
    "agreement": {"number": "PARAUGS/1.5.2.2.3/2012/001", "date": "2012-02-20"},
    "fund": {"name": "Eiropas Sociālais fonds"},
    "programme": "Cilvēkresursi un nodarbinātība",
    "subactivity": {"number": "1.5.2.2.3", "title": "Atbalsts pašvaldībām kapacitātes stiprināšanā"},
    "planning_period": "2007-2013",
    "implementation": {"start": "2012-03-01", "end": "2012-12-31"},
    "total": "10000.00",
    "currency": "LVL",
    "funding": [
        {"name": "Eiropas Sociālais fonds", "share": "85"},
        {"name": "pašvaldības līdzfinansējums", "share": "15"},
    ],
    "administration": {"institution": {"name": "Parauga aģentūra"}},
    "beneficiary": {
        "name": "Parauga novada pašvaldība",
        "forms": {"genitive": "Parauga novada pašvaldības"},
        "town": {"name": "Priežukalns"},
        "registration_number": "00000000000",
        "address": "Parauga iela 1, Priežukalns, Parauga novads, LV-0000",
        "email": "pasts@example.org",
    },
    "signatory": {"position": "Domes priekšsēdētājs"},
    "accountant": {"position": "Galvenā grāmatvede"},
    "preparers": [{"position": "Projektu vadītāja"}],
    "contact": {"position": "projektu vadītāja", "phone": "+371 00000001", "email": "projekti@example.org"},
}
POSITIONS = (
    ("1", "Projekta vadības izmaksas", "2000.00"),
    ("2", "Komandējumu un transporta izmaksas", "6500.00"),
    ("3", "Ēdināšanas un telpu izmaksas", "1500.00"),
)


def trips() -> Iterator[Trip]:
    """Yield the trips of the season, all sound; what earlier ones have spent counts on."""
    spent: Counter[str] = Counter()
    for number, plan in enumerate(PLANS, 1):
        costs = list(_costs(plan, number))
        now = Counter({"1": Decimal(100)})
        for cost in costs:
            now[cost["position"]] += Decimal(cost["quantity"]) * Decimal(cost["unit_price"])
        budget = [
            {
                "code": code,
                "name": name,
                "approved": approved,
                "spent_before": f"{Decimal(spent[code]):.2f}",
                "this_period": f"{Decimal(now[code]):.2f}",
            }
            for code, name, approved in POSITIONS
        ]
        yield load({**_trip(plan, number), "costs": costs, "budget": budget}, folder=FOLDER)
        spent += now


def _trip(plan: Plan, number: int) -> dict[str, Any]:
    """Return a trip as typed, without its money."""
    absent = number % 4 == 0
    day = plan.day
    return {
        "format": "1",
        "id": plan.id,
        "project": PROJECT,
        "activity": {
            "number": "2",
            "title": "Pieredzes apmaiņas braucieni",
            "planned": {"start": day.isoformat(), "place": plan.town, "participants": plan.people + absent},
        },
        "report": {
            "date": (day + dt.timedelta(days=6)).isoformat(),
            "number": f"5-2/{number}",
            "addressees": [{"name": "Parauga aģentūra"}],
            "period": {"start": day.replace(day=1).isoformat(), "end": day.isoformat()},
        },
        "journey": {
            "kind": "pieredzes apmaiņas brauciens",
            "destination": {"name": plan.town},
            "start": day.isoformat(),
            "travellers": "Parauga novada pašvaldības darbinieki",
            "goals": [
                f"iepazīt {plan.projects} projektu īstenošanas pieredzi",
                "sekmēt abu pašvaldību sadarbību",
            ],
        },
        "meeting": {
            "host": {"name": f"{plan.host} pašvaldība"},
            "presented": f"{plan.projects} projektu īstenošanu",
            "discussed": [
                f"Dalībnieki apsprieda {plan.projects} projektu sagatavošanu un biežākās kļūdas.",
            ],
        },
        "programme": [
            {"start": "8.00", "end": "10.00", "topic": "Izbraukšana no Priežukalna"},
            {"start": "10.00", "end": "12.30", "topic": "Tikšanās un prezentācijas"},
            {"start": "13.30", "end": "16.00", "topic": "Objektu apskate"},
        ],
        "participants": [
            {"position": "Projektu vadītāja", "institution": "Parauga novada pašvaldība"},
            {**_SPECIALISTS, "count": plan.people - 1},
        ],
        "sites": [{"name": name} for name in plan.sites],
        "outcome": {
            "indicators": [
                {"name": "Pieredzes apmaiņas braucieni", "unit": "skaits", "planned": "1", "achieved": "1"},
                {**_TRAINED, "planned": plan.people + absent, "achieved": plan.people},
            ],
            "results": [f"Dalībnieki ieguva praktisku pieredzi {plan.projects} projektu īstenošanā."],
            "use": "Iegūtā pieredze tiks izmantota, sagatavojot nākamos projektu pieteikumus.",
        },
        "deviations": [_DEVIATION] if absent else [],
        "publicity": ["Informācija par braucienu ir publicēta pašvaldības tīmekļvietnē."],
        "photos": [_PHOTO] if plan.town == "Rēzekne" else [],
        "sample": SAMPLE,
    }


_SPECIALISTS = {"position": "Nozares speciālists", "institution": "Parauga novada pašvaldība"}
_TRAINED = {"name": "Apmācītie darbinieki", "unit": "skaits"}
_DEVIATION = {
    "problem": "Viens darbinieks slimības dēļ nevarēja doties braucienā.",
    "solution": "Viņam tika nodoti visi brauciena materiāli.",
}
_PHOTO = {
    "file": PICTURE,
    "caption": "Brauciena dalībnieki pie koncertzāles",
    "alt": "Zīmēts paraugattēls fotogrāfijas vietā: cilvēku grupa pie koncertzāles",
}


def _costs(plan: Plan, number: int) -> Iterator[dict[str, Any]]:
    """Yield the costs of a trip; each has a document of its own."""
    day = plan.day.isoformat()
    lines = (
        ("Autobusa noma", "2", "1", "brauciens", plan.bus, "rēķins", "SIA „Paraugs”"),
        ("Dienas nauda", "2", str(plan.people), "diena", "4.00", "rīkojums", "Parauga novada pašvaldība"),
        ("Pusdienas", "3", str(plan.people), "porcija", "3.50", "čeks", "SIA „Parauga galds”"),
    )
    for line, (item, position, quantity, unit, price, kind, issuer) in enumerate(lines, 1):
        document = {"kind": kind, "number": f"P-{number:02}{line}", "date": day, "issuer": issuer}
        yield {
            "item": item,
            "position": position,
            "quantity": quantity,
            "unit": unit,
            "unit_price": price,
            "amount": f"{Decimal(quantity) * Decimal(price):.2f}",
            "document": document,
        }


FAULTY = {"jekabpils-2012": ["Braucieni!Q6"], "liepaja-2012": ["Budžets!H27", "Izmaksas!G26"]}
"""The trips at fault, and the cells at which that is told: a day that is not, a sum that does not add up."""


def workbook() -> bytes:
    """Return the workbook of the season, with its two deliberate faults."""
    book = load_workbook(BytesIO(write(list(trips()))))
    at(book, "Braucieni", "Sākums", 6).value = "31.06.2012."
    at(book, "Izmaksas", "Summa", 26).value = 254.80
    return archived(book)


def refresh() -> None:
    """Write the workbook anew when it does not hold the same any more: its bytes depend on the library."""
    made = workbook()
    if not SEASON.exists() or read_sheets(SEASON.read_bytes()) != read_sheets(made):
        SEASON.write_bytes(made)
