"""A season of trips: as many as asked for, all from one seed, sound in data and odd in everything else.

The first trips are the extremes, the last ones fill their pages exactly; between them everything is
left to chance, so that every day in a year tries something else. The shipped templates make no
links of the data, so addresses come as words.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from random import Random
from typing import Any

from tests.judges import phrases
from tests.judges.snapshots import Camera

Raw = dict[str, Any]

PLACES = (
    {"name": "Rēzekne"}, {"name": "Cēsis"}, {"name": "Talsi"}, {"name": "Tukums"}, {"name": "Ogre"},
    {"name": "Daugavpils"}, {"name": "Limbaži"}, {"name": "Tartu"}, {"name": "Bordo"}, {"name": "Oslo"},
    {"name": "Ventspils"}, {"name": "Saldus"}, {"name": "Kuldīga"}, {"name": "Alūksne"},
    {"name": "Abrakadabra", "forms": {"accusative": "Abrakadabri", "locative": "Abrakadabrē"}},
)  # fmt: skip
KINDS = ("pieredzes apmaiņas brauciens", "mācību vizīte", "mācības", "seminārs", "darba braucieni")
INSTITUTIONS = (
    "Valsts kanceleja",
    "Sabiedrības integrācijas fonds",
    "Paraugu novada dome",
    "Finanšu ministrija",
)
POSITIONS = ("Eksperte", "Projekta vadītājs", "Galvenā grāmatvede", "Domes priekšsēdētāja", "Speciālists")
PERSONS = ("Jānis Ozols", "Anna Kļaviņa-Šķēle", "Łukasz Żółć", "Ελένη Παπαδοπούλου", "Юлия Щукина", None)
FUNDS = ("Eiropas Sociālais fonds", "Eiropas Reģionālās attīstības fonds", "Kohēzijas fonds")
PERIODS = {"LVL": ("2007-2013", 2012), "EUR": ("2014-2020", 2018)}
SECTIONS = (
    "meeting", "programme", "participants", "sites", "outcome", "deviations", "priorities", "publicity",
    "sample",
)  # fmt: skip
CENT = Decimal("0.01")


@dataclass(frozen=True)
class Measure:
    """How much there is in a trip."""

    photos: int
    rows: int
    words: int


EXTREMES = (
    Measure(0, 0, 1),
    Measure(12, 300, 500),
    Measure(0, 300, 20),
    Measure(12, 0, 20),
    Measure(1, 1, 5000),
    Measure(1, 2, 2000),
)


@dataclass(frozen=True)
class Full:
    """A document whose pages are filled to the last line, or with one word more than they hold."""

    document: str
    pages: int
    over: bool


@dataclass(frozen=True)
class Draft:
    """A trip as typed, with its picture files by name; `full` says which pages are yet to be filled."""

    id: str
    raw: Raw
    pictures: Mapping[str, bytes]
    full: Full | None = None


def season(seed: int, count: int) -> Iterator[Draft]:
    """Yield so many trips of a seed."""
    camera = Camera(Random(seed))
    for index in range(count - len(FULL)):
        random = Random(f"{seed}/{index}")
        yield _Drafting(random, _measure(random, index), f"trip-{index:03}", camera).draft()
    for index, full in enumerate(FULL[:count]):
        random = Random(f"{seed}/full/{index}")
        drafted = _Drafting(random, Measure(0, 0, 5), f"full-{index:03}", camera).draft()
        yield Draft(drafted.id, _room_for(drafted.raw, full.document), drafted.pictures, full)


FULL = tuple(
    Full(document, pages, over)
    for document, pages in (("funding-annex", 1), ("funding-annex", 2), ("activity-report", 2))
    for over in (False, True)
)
"""What the last trips of a season fill."""


def _measure(random: Random, index: int) -> Measure:
    if index < len(EXTREMES):
        return EXTREMES[index]
    photos = random.choice((0, 0, 1, 2, 3, random.randint(4, 12)))
    rows = random.choice((0, 1, random.randint(2, 20), random.randint(20, 80), random.randint(2, 40)))
    return Measure(photos, rows, random.choice((1, 5, 20, random.randint(20, 200), random.randint(200, 900))))


def _room_for(raw: Raw, document: str) -> Raw:
    """Return a trip short enough for its page to be filled: sections taken out, a text at the end."""
    kept = {name: value for name, value in raw.items() if name not in SECTIONS}
    journey = {**kept["journey"], "goals": kept["journey"]["goals"][:1]}
    source = {"name": "Eiropas Sociālais fonds", "share": "100"}
    funding = [source] if document == "funding-annex" else []
    project = {**kept["project"], "funding": funding, "preparers": [], "title": phrases.WORDS[0]}
    return {**kept, "journey": journey, "project": project, "sample": "Paraugdati."}


class _Drafting:
    """One trip on its way: a method for every section."""

    def __init__(self, random: Random, measure: Measure, id: str, camera: Camera) -> None:
        self.random, self.measure, self.id, self.camera = random, measure, id, camera
        self.pictures: dict[str, bytes] = {}
        self.currency = random.choice(("LVL", "EUR"))
        self.planning, year = PERIODS[self.currency]
        self.start = dt.date(year, random.randint(2, 11), random.randint(1, 28))
        self.end = self.start + dt.timedelta(days=random.choice((0, 0, 1, 4, 40)))
        self.budget = self.positions()

    def draft(self) -> Draft:
        """Return the finished trip."""
        raw: Raw = {
            "format": "1", "id": self.id, "project": self.project(), "activity": self.activity(),
            "report": self.report(), "journey": self.journey(),
        }  # fmt: skip
        for name in SECTIONS:
            if self.chance(0.7):
                raw[name] = getattr(self, name)()
        if self.measure.photos:
            raw["photos"] = [self.photo(index) for index in range(self.measure.photos)]
        if self.measure.rows:
            raw |= {"budget": self.budget, "costs": [self.cost() for _ in range(self.measure.rows)]}
            self.settle(raw)
        return Draft(self.id, raw, self.pictures)

    # -- small things ---------------------------------------------------------------------------
    def chance(self, of: float = 0.5) -> bool:
        return self.random.random() < of

    def some(self, **fields: Any) -> Raw:
        """Return some of the fields: each is there by chance; None is never there."""
        return {name: value for name, value in fields.items() if value is not None and self.chance()}

    def text(self, share: float = 1.0) -> str:
        return phrases.text(self.random, max(1, int(self.measure.words * share)))

    def several(self, most: int, least: int = 0) -> range:
        return range(self.random.randint(least, most))

    def person(self) -> Raw:
        name = self.random.choice(PERSONS)
        return {"position": self.random.choice(POSITIONS), **({"name": name} if name else {})}

    def day(self, first: dt.date, last: dt.date) -> str:
        return (first + dt.timedelta(days=self.random.randint(0, (last - first).days))).isoformat()

    def date_typed(self, date: dt.date) -> str:
        return self.random.choice((date.isoformat(), f"{date:%d.%m.%Y}."))

    # -- the project ----------------------------------------------------------------------------
    def project(self) -> Raw:
        random = self.random
        return {
            "title": phrases.name(random, 30),
            "agreement": {"number": random.choice((phrases.UNBROKEN[0], "Nr-1/2", "1DP/1.5.2.2.3/11"))},
            "fund": {"name": random.choice(FUNDS)},
            "subactivity": self.subactivity(),
            "planning_period": self.planning,
            "implementation": {"start": f"{self.start.year}-01-01", "end": f"{self.start.year + 1}-12-31"},
            "total": self.amount(self.total()),
            "currency": self.currency,
            "show_euro": random.choice(("jā", "nē")),
            "funding": self.funding(),
            "beneficiary": self.beneficiary(),
            "signatory": self.person(),
            "preparers": [self.person() for _ in self.several(4)],
            "logos": [self.logo(index) for index in self.several(2)],
            **self.some(programme=phrases.name(random), administration=self.administration()),
            **self.some(accountant=self.person(), contact={**self.person(), "email": phrases.UNBROKEN[4]}),
        }  # fmt: skip

    def subactivity(self) -> Raw:
        more = self.some(title=phrases.name(self.random, 20), regulation=self.text(0.01))
        return {"number": "1.2.3.4", **more}

    def funding(self) -> list[Raw]:
        """Return sources whose shares make up 100 %."""
        cuts = sorted(self.random.randint(0, 100) for _ in self.several(4))
        shares = [high - low for low, high in zip([0, *cuts], [*cuts, 100], strict=True)]
        sources = [{"name": phrases.name(self.random), "share": str(share)} for share in shares]
        return self.random.choice((sources, sources, []))

    def beneficiary(self) -> Raw:
        return {
            "name": self.random.choice(("Daugavpils pilsētas dome", phrases.name(self.random, 12))),
            "town": dict(self.random.choice(PLACES)),
            **self.some(registration_number="90000000000", address=self.text(0.01), phone="+371 65400000"),
            **self.some(email=phrases.UNBROKEN[4], website=phrases.UNBROKEN[3]),
        }

    def administration(self) -> Raw:
        institution, other = self.random.sample(INSTITUTIONS, 2)
        return {"institution": {"name": institution}, **self.some(cooperation={"name": other})}

    def logo(self, index: int) -> Raw:
        return {"file": self.picture(f"zime{index}"), "alt": phrases.name(self.random)}

    def activity(self) -> Raw:
        planned = self.some(
            start=self.start.isoformat(), place="Rīga", participants=str(self.random.randint(0, 40))
        )
        return {
            "number": str(self.random.randint(1, 30)),
            **self.some(title=phrases.name(self.random), planned=planned),
        }

    def report(self) -> Raw:
        return {
            "date": self.date_typed(self.end + dt.timedelta(days=self.random.randint(0, 20))),
            "addressees": [{"name": self.random.choice(INSTITUTIONS)} for _ in self.several(4)],
            "signature": self.random.choice(("handwritten", "electronic")),
            **self.some(number=self.random.choice(("3-7/12", phrases.UNBROKEN[0]))),
            **self.some(period={"start": self.start.replace(day=1).isoformat(), "end": self.end.isoformat()}),
        }

    # -- the trip -------------------------------------------------------------------------------
    def journey(self) -> Raw:
        return {
            "kind": self.random.choice(KINDS),
            "destination": dict(self.random.choice(PLACES)),
            "start": self.date_typed(self.start),
            "goals": [phrases.phrase(self.random, 25) for _ in self.several(12, 1)],
            **({"end": self.date_typed(self.end)} if self.end > self.start else {}),
            **self.some(order="Nr. 3-12/45", travellers="pašvaldības darbinieki", reason=self.text(0.2)),
        }

    def meeting(self) -> Raw:
        parts = self.random.choice((1, 1, 3, 10))
        return {
            "host": {"name": self.random.choice(INSTITUTIONS)},
            "discussed": [self.text(1 / parts) for _ in range(parts)],
            "presenters": [phrases.name(self.random) for _ in self.several(4)],
            **self.some(
                led_by=self.person(), attended_by=phrases.phrase(self.random), outcome=self.text(0.1)
            ),
            **self.some(presented=phrases.phrase(self.random)),
        }

    def programme(self) -> list[Raw]:
        items = []
        for hour in range(6, 6 + self.random.randint(1, 17)):
            place = self.some(end=f"{hour}.45", place=phrases.name(self.random, 3))
            items.append({"start": f"{hour}.00", "topic": phrases.name(self.random, 15), **place})
        return items

    def participants(self) -> list[Raw]:
        return [
            {
                **self.person(),
                **self.some(institution=phrases.name(self.random), count=str(self.random.randint(1, 21))),
            }
            for _ in self.several(40, 1)
        ]

    def sites(self) -> list[Raw]:
        return [
            {"name": phrases.name(self.random, 8), **self.some(note=phrases.phrase(self.random, 12))}
            for _ in self.several(25, 1)
        ]

    def outcome(self) -> Raw:
        return {
            "indicators": [self.indicator() for _ in self.several(5)],
            "results": [self.text(0.1) for _ in self.several(4)],
            **self.some(use=self.text(0.1)),
        }

    def indicator(self) -> Raw:
        figures = [str(self.random.choice((0, 1, "2,5", 12345678))) for _ in range(2)]
        named = {"name": phrases.name(self.random), "unit": phrases.phrase(self.random, 1)}
        return {**named, "planned": figures[0], "achieved": figures[1]}

    def deviations(self) -> list[Raw]:
        return [{"problem": self.text(0.05), "solution": self.text(0.05)} for _ in self.several(3)]

    def priorities(self) -> list[Raw]:
        return [
            {"name": phrases.phrase(self.random), "contribution": self.text(0.05)} for _ in self.several(3)
        ]

    def publicity(self) -> list[str]:
        return [self.text(0.05) for _ in self.several(4)]

    def sample(self) -> str:
        return self.text(0.1)

    def photo(self, index: int) -> Raw:
        file = self.picture(f"attels{index:02}")
        return {"file": file, "caption": self.text(0.02), "alt": phrases.name(self.random, 20)}

    def picture(self, name: str) -> str:
        """Take a photo and return its path in the trip's folder."""
        shot = self.camera.shoot()
        file = f"photos/{name}.{shot.ending}"
        self.pictures[file] = shot.content
        return file

    # -- money ----------------------------------------------------------------------------------
    def positions(self) -> list[Raw]:
        """Return positions of a budget; their sums are settled when the costs are known."""
        found = []
        for index in self.several(12, 1):
            approved = (
                Decimal(self.random.choice((100, 999_999, 50_000_000_000)))
                + Decimal(self.random.randint(0, 99)) / 100
            )
            eligible = "jā" if index == 0 else self.random.choice(("jā", "jā", "nē"))
            code = ".".join(str(self.random.randint(1, 12)) for _ in self.several(4))
            named = {"code": f"{index + 1}{'.' if code else ''}{code}", "name": phrases.name(self.random, 15)}
            found.append({**named, "eligible": eligible, "approved": approved, "spent_before": Decimal(0)})
        return found

    def total(self) -> Decimal:
        """Return what the eligible positions make up."""
        return sum((one["approved"] for one in self.budget if one["eligible"] == "jā"), Decimal(0))

    def cost(self) -> Raw:
        random = self.random
        quantity = random.choice((Decimal(1), Decimal(12), Decimal("2.5")))
        price = Decimal(random.choice((random.randint(1, 999), random.randint(1000, 99_999_999)))) / 100
        document = {"kind": "rēķins", "date": self.day(self.start, self.end)}
        document |= self.some(number=random.choice(("17", phrases.UNBROKEN[1])), issuer=phrases.name(random))
        document |= self.some(paid=document["date"])
        named = {
            "item": phrases.name(random, 10),
            "position": random.choice(self.budget)["code"],
            "unit": "gab.",
        }
        sums = {"quantity": f"{quantity:f}", "unit_price": self.amount(price)}
        sums |= self.some(amount=self.amount(_cents(quantity * price)), vat=random.choice(("21", "0", "nav")))
        return {**named, **sums, **self.some(document=document)}

    def settle(self, raw: Raw) -> None:
        """Give every position as much in the period as its costs, and write the sums as people do."""
        used: dict[str, Decimal] = {}
        for cost in raw["costs"]:
            paid = _cents(Decimal(cost["quantity"]) * _read(cost["unit_price"]))
            used[cost["position"]] = used.get(cost["position"], Decimal(0)) + paid
        rows = [self.settled(one, used.get(one["code"], Decimal(0))) for one in self.budget]
        raw["budget"] = self.grouped(rows) if self.chance() else rows

    def grouped(self, rows: list[Raw]) -> list[Raw]:
        """Return positions with some of them in a group, and some of these in a group within it."""
        inner = self.random.randint(1, len(rows))
        outer = self.random.randint(inner, len(rows))
        below = {"code": "0.1", "name": phrases.name(self.random, 15), "positions": rows[:inner]}
        group = {"code": "0", "name": phrases.name(self.random, 15), "positions": [below, *rows[inner:outer]]}
        return [group, *rows[outer:]]

    def settled(self, position: Raw, used: Decimal) -> Raw:
        """Return a position as typed, with what was spent on it in the period."""
        sums = {
            "approved": position["approved"],
            "spent_before": position["spent_before"],
            "this_period": used,
        }
        return {**position, **{name: self.amount(value) for name, value in sums.items()}}

    def amount(self, value: Decimal) -> str:
        """Return a sum as typed: with a comma or a point, thousands apart or not."""
        plain = f"{value:.2f}"
        return self.random.choice(
            (plain, plain.replace(".", ","), f"{value:,.2f}".replace(",", " ").replace(".", ","))
        )


def _cents(value: Decimal) -> Decimal:
    return value.quantize(CENT, ROUND_HALF_UP)


def _read(typed: str) -> Decimal:
    return Decimal(typed.replace(" ", "").replace(",", "."))
