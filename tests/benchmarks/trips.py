"""The trips of the benchmark: made up, always the same for a number, and no two with the same words.

A call of the benchmark never sees a text twice, as a season does not: typst remembers what it has
laid out, and would win by that alone when only a counter changed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from copy import deepcopy
from random import Random
from typing import Any, Final

from tests.benchmarks.sentences import goal, paragraph, sentence
from tests.season import PROJECT

GROUPS: Final = ("Projekta vadība", "Pieredzes apmaiņa", "Mācības", "Publicitāte", "Materiāli")
TOPICS: Final = ("Darba samaksa", "Transporta izmaksas", "Telpu noma", "Pakalpojumi un piegādes")
"""Five groups of four positions: 25 rows of the budget."""

TOWNS: Final = (
    ("Cēsis", "Cēsu"), ("Valmiera", "Valmieras"), ("Talsi", "Talsu"), ("Kuldīga", "Kuldīgas"),
    ("Rēzekne", "Rēzeknes"), ("Tukums", "Tukuma"), ("Madona", "Madonas"), ("Ludza", "Ludzas"),
)  # fmt: skip
SITES: Final = (
    "tūrisma informācijas centrs", "pilsdrupu parks", "biznesa inkubators", "atjaunotais tirgus laukums",
    "ezera promenāde", "restaurācijas centrs", "siltinātā skolas ēka", "digitālais centrs",
    "novada bibliotēka", "jauniešu māja", "sporta centrs", "amatnieku darbnīcas", "stacijas laukums",
)  # fmt: skip
ITEMS: Final = (
    "Autobusa noma", "Dienas nauda", "Muzeja ieejas biļetes", "Izdales materiāli", "Pusdienas",
    "Telpu noma", "Lektora darbs", "Tulkojums", "Degviela", "Kancelejas preces",
)  # fmt: skip
UNITS: Final = ("brauciens", "diena", "biļete", "komplekts", "porcija", "stunda", "gab.")
PAPERS: Final = ("rēķins", "čeks", "rīkojums", "pavadzīme", "akts")
FIRST_DAY: Final = dt.date(2012, 5, 9)
WEEKS: Final = 22
"""Wednesdays, from which neither they nor the day of the report fall on a holiday."""

REGULATION: Final = "Ministru kabineta 2008. gada 25. novembra noteikumi Nr. 962"
SAMPLE: Final = "Visi šī pārskata dati ir paraugdati: projekts un brauciens ir izdomāti."


def raw_trip(number: int, costs: int = 5, photos: int = 0) -> dict[str, Any]:
    """Return a trip as typed: with so many rows of costs in its annex, and so many photos."""
    random = Random(f"{number}")
    town, host = random.choice(TOWNS)
    day = FIRST_DAY + dt.timedelta(weeks=random.randrange(WEEKS))
    people = random.randint(8, 20)
    rows = list(_costs(random, day, costs))
    return {
        "format": "1",
        "id": f"trip-{number:05}",
        "project": _project(),
        **_frame(number, day, town, people),
        "journey": _journey(random, day, town),
        "meeting": _meeting(random, host),
        "programme": list(_programme(random)),
        "participants": list(_participants(people)),
        "sites": [{"name": name} for name in random.sample(SITES, 7)],
        **_outcome(random, people),
        "budget": list(_budget(random, rows)),
        "costs": rows,
        "photos": [_photo(random, at) for at in range(photos)],
        "sample": SAMPLE,
    }


def photo_name(at: int) -> str:
    """Return the file of a photo of a trip."""
    return f"photo-{at}.jpg"


def _project() -> dict[str, Any]:
    project = deepcopy(PROJECT)
    return project | {
        "title": f"{project['title']} Eiropas Savienības līdzfinansēto projektu un pasākumu īstenošanai",
        "subactivity": {**project["subactivity"], "regulation": REGULATION},
        "total": "20000.00",
    }


def _frame(number: int, day: dt.date, town: str, people: int) -> dict[str, Any]:
    return {
        "activity": {
            "number": "2",
            "title": "Pieredzes apmaiņas braucieni",
            "planned": {"start": day.isoformat(), "place": town, "participants": people},
        },
        "report": {
            "date": (day + dt.timedelta(days=6)).isoformat(),
            "number": f"5-2/{number}",
            "addressees": [{"name": "Parauga aģentūra"}],
            "period": {"start": day.replace(day=1).isoformat(), "end": day.isoformat()},
        },
    }


def _journey(random: Random, day: dt.date, town: str) -> dict[str, Any]:
    return {
        "kind": "pieredzes apmaiņas brauciens",
        "destination": {"name": town},
        "start": day.isoformat(),
        "order": f"Nr. P-{random.randint(10, 99)}",
        "travellers": "Parauga novada pašvaldības darbinieki",
        "goals": [goal(random) for _ in range(2)],
        "reason": paragraph(random, 3),
    }


def _meeting(random: Random, host: str) -> dict[str, Any]:
    return {
        "host": {"name": f"{host} pašvaldība"},
        "attended_by": "pašvaldības projektu vadības speciālisti",
        "presenters": ["Parauga novada pašvaldība", f"{host} pašvaldība"],
        "presented": "dažādu projektu īstenošanu",
        "discussed": [paragraph(random, 3) for _ in range(3)],
        "outcome": paragraph(random, 2),
    }


def _programme(random: Random) -> Iterator[dict[str, Any]]:
    hours = ("8.00", "10.00", "12.30", "13.30", "16.30", "18.00")
    for start, end in zip(hours, hours[1:], strict=False):
        yield {"start": start, "end": end, "topic": sentence(random).rstrip(".")}


def _participants(people: int) -> Iterator[dict[str, Any]]:
    home = "Parauga novada pašvaldība"
    yield {"position": "Projektu vadītāja", "institution": home}
    yield {"position": "Projektu koordinatore", "institution": home, "count": 2}
    yield {"position": "Finansists", "institution": home}
    yield {"position": "Nozares speciālists", "institution": home, "count": people - 4}


def _outcome(random: Random, people: int) -> dict[str, Any]:
    return {
        "outcome": {
            "indicators": [
                {"name": "Pieredzes apmaiņas braucieni", "unit": "skaits", "planned": "1", "achieved": "1"},
                {"name": "Apmācītie darbinieki", "unit": "skaits", "planned": people, "achieved": people},
            ],
            "results": [paragraph(random, 2), sentence(random)],
            "use": sentence(random),
        },
        "deviations": [],
        "priorities": [
            {"name": "vienlīdzīgas iespējas", "contribution": sentence(random)},
            {"name": "ilgtspējīga attīstība", "contribution": sentence(random)},
        ],
        "publicity": [sentence(random), sentence(random)],
    }


def _photo(random: Random, at: int) -> dict[str, str]:
    shown = sentence(random).rstrip(".")
    return {"file": photo_name(at), "caption": shown, "alt": f"Zīmēts paraugattēls: {shown.lower()}"}


# -- money --------------------------------------------------------------------------------------
def _costs(random: Random, day: dt.date, count: int) -> Iterator[dict[str, Any]]:
    """Yield rows of costs; they stand on few papers, as the rows of invoices do."""
    papers = [
        {"kind": kind, "number": f"P-{random.randint(1000, 9999)}{at}", "date": day.isoformat(),
         "issuer": "SIA „Paraugs”", "paid": day.isoformat()}
        for at, kind in enumerate(PAPERS)
    ]  # fmt: skip
    for at in range(count):
        quantity = random.randint(1, 3)
        price = random.randint(10, 30 if count > 100 else 3000)
        yield {
            "item": f"{random.choice(ITEMS)}, {random.choice(SITES)}",
            "position": f"{random.randint(1, len(GROUPS))}.{random.randint(1, len(TOPICS))}",
            "quantity": f"{quantity}",
            "unit": random.choice(UNITS),
            "unit_price": _sum(price),
            "amount": _sum(quantity * price),
            "document": papers[at % len(papers)],
        }


def _budget(random: Random, costs: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for at, group in enumerate(GROUPS, 1):
        positions = []
        for under, topic in enumerate(TOPICS, 1):
            code = f"{at}.{under}"
            paid = sum(int(one["amount"].replace(".", "")) for one in costs if one["position"] == code)
            positions.append({
                "code": code,
                "name": f"{topic} ({random.choice(SITES)})",
                "approved": "1000.00",
                "spent_before": _sum(random.randint(0, 40_000)),
                "this_period": _sum(paid + random.randint(0, 9_000)),
            })  # fmt: skip
        yield {"code": f"{at}", "name": group, "positions": positions}


def _sum(cents: int) -> str:
    return f"{cents // 100}.{cents % 100:02}"
