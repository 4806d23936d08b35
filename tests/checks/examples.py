"""For every rule a trip that passes and one that does not: what is changed in a sound trip."""

from __future__ import annotations

import copy
import re
from pathlib import Path
from typing import Any, NamedTuple

from generator.model import Trip
from generator.tripfiles import load

SOUND: dict[str, Any] = {
    "format": "1",
    "id": "rezekne-2012",
    "project": {
        "title": "Kapacitātes stiprināšana",
        "programme": "Cilvēkresursi un nodarbinātība",
        "agreement": {"number": "1DP/1.5.2.2.3/11/APIA/SIF/110/71", "date": "2012-03-20"},
        "fund": {"name": "Eiropas Sociālais fonds"},
        "subactivity": {
            "number": "1.5.2.2.3",
            "title": "Atbalsts pašvaldībām",
            "regulation": "Ministru kabineta 2008. gada 25. novembra noteikumi Nr. 962",
        },
        "planning_period": "2007-2013",
        "implementation": {"start": "2012-04-01", "end": "2013-01-31"},
        "total": "24 415,44",
        "funding": [
            {"name": "Eiropas Sociālais fonds", "share": "85", "amount": "20 753,12"},
            {"name": "valsts budžets", "share": "15", "amount": "3 662,32"},
        ],
        "administration": {
            "institution": {"name": "Valsts kanceleja"},
            "cooperation": {"name": "Sabiedrības integrācijas fonds"},
        },
        "beneficiary": {
            "name": "Daugavpils pilsētas dome",
            "town": {"name": "Daugavpils"},
            "registration_number": "40000000000",
            "address": "Krišjāņa Valdemāra iela 1, Daugavpils, LV-5401",
            "phone": "+371 65400000",
        },
        "signatory": {"position": "domes priekšsēdētājs"},
        "accountant": {"position": "galvenā grāmatvede"},
        "preparers": [{"position": "asistente"}],
        "contact": {"position": "asistente", "email": "projekti@daugavpils.example"},
    },
    "activity": {
        "number": 3,
        "title": "Pieredzes apmaiņas braucieni",
        "planned": {
            "start": "2012-08-31",
            "end": "2012-08-31",
            "place": "Rēzeknes pilsēta",
            "participants": "2",
        },
    },
    "report": {
        "number": "3-7/12",
        "date": "2012-09-14",
        "addressees": [{"name": "Valsts kanceleja"}],
        "period": {"start": "2012-07-01", "end": "2012-08-31"},
    },
    "journey": {
        "kind": "pieredzes apmaiņas brauciens",
        "destination": {"name": "Rēzekne"},
        "start": "2012-08-31",
        "end": "2012-08-31",
        "order": "Nr. 45, izdots 2012. gada 27. augustā",
        "goals": ["sekmēt pieredzes apmaiņu"],
    },
    "programme": [
        {"start": "9.00", "end": "10.00", "topic": "tikšanās"},
        {"start": "10.00", "end": "12.00", "topic": "objektu apskate"},
    ],
    "participants": [{"position": "eksperte", "name": "Anna Parauga"}, {"position": "asistente"}],
    "outcome": {
        "indicators": [{"name": "Apskatītie objekti", "unit": "skaits", "planned": "5", "achieved": "5"}],
        "use": "Pieredzi izmantos nākamajos projektos.",
    },
    "deviations": [],
    "priorities": [{"name": "ilgtspējīga attīstība", "contribution": "Brauca kopīgā autobusā."}],
    "publicity": ["Paziņojums publicēts tīmekļvietnē."],
    "photos": [
        {
            "file": "photos/good.jpg",
            "caption": "Dalībnieki pie koncertzāles",
            "alt": "Cilvēku grupa pie ēkas ar stikla sienām",
        }
    ],
    "earlier": [
        {
            "agreement": "1DP/1.5.2.2.3/11/APIA/SIF/110/71",
            "date": "2012-07-05",
            "period": {"start": "2012-04-01", "end": "2012-06-30"},
            "positions": [
                {"code": "1", "spent_before": "0", "this_period": "0"},
                {"code": "2", "spent_before": "0", "this_period": "0"},
            ],
        },
    ],
    "budget": [
        {
            "code": "1",
            "name": "Transports",
            "approved": "4 000,00",
            "spent_before": "0",
            "this_period": "100,00",
        },
        {"code": "2", "name": "Mācības", "approved": "20 415,44", "spent_before": "0", "this_period": "9,00"},
    ],
    "costs": [
        {
            "item": "autobusa noma",
            "position": "1",
            "quantity": "2",
            "unit": "diena",
            "unit_price": "50,00",
            "amount": "100,00",
            "vat": "21",
            "vat_amount": "17,36",
            "document": {"kind": "rēķins", "number": "17", "date": "2012-09-03", "issuer": "SIA Buss"},
        },
        {
            "item": "ēdināšana",
            "position": "2",
            "quantity": "2",
            "unit": "persona",
            "unit_price": "4,50",
            "vat": "21",
            "vat_amount": "1,56",
            "document": {
                "kind": "čeks",
                "number": "204",
                "date": "2012-08-31",
                "issuer": "SIA Galds",
                "paid": "2012-08-31",
            },
        },
    ],
}


PHOTO = SOUND["photos"][0]
PICTURES = Path(__file__).resolve().parent.parent / "invalid"
"""Where the pictures of the examples lie."""
EARLIER: dict[str, Any] = SOUND["earlier"][0]
GROUP: dict[str, Any] = {
    "code": "1",
    "name": "Transports",
    "positions": [
        {"code": "1.1", "name": "Degviela", "approved": "1 000,00", "spent_before": "0", "this_period": "0"},
        {"code": "1.2", "name": "Noma", "approved": "3 000,00", "spent_before": "0", "this_period": "100,00"},
    ],
}


class Example(NamedTuple):
    """A change by which a rule passes, one by which it does not, and what is then said."""

    passes: dict[str, Any]
    fails: dict[str, Any]
    field: str
    says: tuple[str, ...]


EXAMPLES = {
    "period.trip-outside": Example(
        {"journey.start": "2012-04-01"},
        {"journey.start": "2012-03-31"},
        "journey.start",
        ("2012-03-31", "2012-04-01"),
    ),
    "period.trip-unreported": Example(
        {"journey.end": "2012-09-14", "report.period.end": "2012-09-14"},
        {"journey.end": "2012-09-14", "report.period.end": "2012-09-13"},
        "journey.end",
        ("2012-09-14", "2012-09-13"),
    ),
    "period.report-outside": Example(
        {"report.period.end": "2013-01-31"},
        {"report.period.end": "2013-02-01"},
        "report.period.end",
        ("2013-02-01",),
    ),
    "period.planning": Example(
        {"project.implementation.end": "2015-12-31"},
        {"project.implementation.end": "2016-01-01"},
        "project.implementation.end",
        ("2016-01-01", "2007-2013"),
    ),
    "date.report-before-trip": Example(
        {"report.date": "2012-08-31"},
        {"report.date": "2012-08-30"},
        "report.date",
        ("2012-08-30", "2012-08-31"),
    ),
    "date.report-before-period-end": Example(
        {"report.period.end": "2012-09-14"},
        {"report.period.end": "2012-09-15"},
        "report.date",
        ("2012-09-14", "2012-09-15"),
    ),
    "date.agreement-after-start": Example(
        {"project.agreement.date": "2012-04-01"},
        {"project.agreement.date": "2012-04-02"},
        "project.agreement.date",
        ("2012-04-02", "2012-04-01"),
    ),
    "date.agreement-after-report": Example(
        {"project.agreement.date": "2012-09-14"},
        {"project.agreement.date": "2012-09-15"},
        "project.agreement.date",
        ("2012-09-15", "2012-09-14"),
    ),
    "currency.date": Example(
        {"report.date": "2013-12-31"},
        {"report.date": "2014-01-01"},
        "project.currency",
        ("LVL", "2014-01-01", "EUR"),
    ),
    "date.day-off": Example(
        {"journey.start": "2012-08-30", "journey.end": "2012-08-31"},
        {"journey.end": "2012-09-01"},
        "journey.end",
        ("2012-09-01", "Saturday"),
    ),
    "date.weekday": Example(
        {"publicity": ["Paziņojums publicēts piektdien, 2012. gada 31. augustā."]},
        {"publicity": ["Paziņojums publicēts ceturtdien, 2012. gada 31. augustā."]},
        "publicity[0]",
        ("ceturtdien", "2012-08-31", "piektdiena"),
    ),
    "agreement.subactivity": Example(
        {"project.agreement.number": "9.2.4.2/16/I/067"},
        {"project.agreement.number": "1DP/1.5.2.2.2/11/APIA/SIF/110/71"},
        "project.agreement.number",
        ("1.5.2.2.2", "1.5.2.2.3"),
    ),
    "agreement.programme": Example(
        {"project.subactivity.regulation": "MK noteikumi Nr. 962"},
        {"project.subactivity.regulation": "MK noteikumi Nr. 926"},
        "project.subactivity.regulation",
        ("1.5.2.2.3", "MK 25.11.2008. Nr. 962", "MK noteikumi Nr. 926"),
    ),
    "number.sign": Example(
        {"report.number": "Nrb-7/12"},
        {"report.number": "Nr.3-7/12"},
        "report.number",
        ("“Nr.3-7/12”",),
    ),
    "beneficiary.name": Example(
        {"project.beneficiary.name": "Daugavpils valstspilsētas pašvaldība", "report.date": "2021-07-01"},
        {"project.beneficiary.name": "Daugavpils valstspilsētas pašvaldība"},
        "project.beneficiary.name",
        ("valstspilsēta", "2021-07-01", "2012-09-14"),
    ),
    "beneficiary.registration-number": Example(
        {"project.beneficiary.registration_number": "400 0000 0000"},
        {"project.beneficiary.registration_number": "40000000001"},
        "project.beneficiary.registration_number",
        ("40000000001",),
    ),
    "beneficiary.postal-code": Example(
        {"project.beneficiary.address": "LV-5401, Daugavpils, Krišjāņa Valdemāra iela 1"},
        {"project.beneficiary.address": "Krišjāņa Valdemāra iela 1, Daugavpils, LV 5401"},
        "project.beneficiary.address",
        ("LV 5401",),
    ),
    "contact.phone": Example(
        {"project.contact.phone": "65404365, iekšējais 12; 00371 29123456"},
        {"project.contact.phone": "6540436"},
        "project.contact.phone",
        ("“6540436”",),
    ),
    "contact.email": Example(
        {"project.contact.email": "anna.parauga+projekti@dome.rezekne.lv"},
        {"project.contact.email": "anna.parauga@rezekne"},
        "project.contact.email",
        ("“anna.parauga@rezekne”",),
    ),
    "signature.name": Example(
        {"report.signature": "electronic", "project.signatory.name": "Anna Parauga"},
        {"report.signature": "electronic"},
        "project.signatory.name",
        ("domes priekšsēdētājs",),
    ),
    "report.addressee": Example(
        {"report.addressees": [{"name": "Centrālā statistikas pārvalde"}, {"name": "Valsts kanceleja"}]},
        {"report.addressees": [{"name": "Centrālā statistikas pārvalde"}]},
        "report.addressees",
        ("Centrālā statistikas pārvalde", "Valsts kanceleja, Sabiedrības integrācijas fonds"),
    ),
    "sources.share": Example(
        {}, {"project.funding[1].share": "15,01"}, "project.funding", ("100,01\u00a0%", "0,01\u00a0%")
    ),
    "sources.amount": Example(
        {}, {"project.funding[1].amount": "3 662,31"}, "project.funding", ("24\u00a0415,43", "Ls\u00a00,01")
    ),
    "sources.split": Example(
        {"project.funding[0].amount": "20 754,34"},
        {"project.funding[0].amount": "20 754,35"},
        "project.funding[0].amount",
        ("20\u00a0753,12", "85\u00a0%", "1,23"),
    ),
    "agreement.limit": Example(
        {"project.total": "25 000,00"},
        {"project.total": "25 000,01"},
        "project.total",
        ("25\u00a0000,01", "1.5.2.2.3"),
    ),
    "budget.sum": Example(
        {"budget[0].approved": "4 100,00", "budget[1].approved": "20 315,44"},
        {"budget[0].approved": "4 000,01"},
        "budget",
        ("24\u00a0415,45", "24\u00a0415,44", "Ls\u00a00,01"),
    ),
    "budget.group-sum": Example(
        {"budget[0]": {**GROUP, "approved": "4 000,00", "this_period": "100,00"}},
        {"budget[0]": {**GROUP, "approved": "4 000,01"}},
        "budget[0].approved",
        ("Group 1", "4\u00a0000,01", "4\u00a0000,00", "Ls\u00a00,01"),
    ),
    "budget.over-position": Example(
        {"budget[0].spent_before": "3 900,00"},
        {"budget[0].spent_before": "3 900,01"},
        "budget[0].this_period",
        ("4\u00a0000,01", "Ls\u00a00,01"),
    ),
    "budget.code-duplicate": Example(
        {}, {"budget[1].code": "1"}, "budget[1].code", ("Transports", "Mācības")
    ),
    "budget.spent-unknown": Example(
        {"budget[0].spent_before": None},
        {"budget[0].spent_before": None, "earlier": []},
        "budget[0]",
        ("Position 1",),
    ),
    "budget.spent-before": Example(
        {"earlier[0].positions[0].this_period": "7,00", "budget[0].spent_before": "7,00"},
        {"earlier[0].positions[0].this_period": "7,00", "budget[0].spent_before": "7,01"},
        "budget[0].spent_before",
        ("Position 1", "7,01", "7,00", "Ls\u00a00,01"),
    ),
    "budget.spent-in-all": Example(
        {
            "earlier[0].positions[0]": {"code": "9", "spent_before": "5", "this_period": "2"},
            "budget[0].spent_before": "7,00",
        },
        {
            "earlier[0].positions[0]": {"code": "9", "spent_before": "5", "this_period": "2"},
            "budget[0].spent_before": "6,99",
        },
        "budget",
        ("6,99", "7,00", "Ls\u00a00,01"),
    ),
    "earlier.position": Example(
        {"earlier[0].positions[0]": {"code": "9", "spent_before": "0", "this_period": "0"}},
        {"earlier[0].positions[0]": {"code": "9", "spent_before": "0", "this_period": "0,01"}},
        "earlier[0]",
        ("position 9", "2012-07-05"),
    ),
    "earlier.agreement": Example(
        {}, {"earlier[0].agreement": "1DP/1"}, "earlier[0]", ("1DP/1;", "1DP/1.5.2.2.3/11/APIA/SIF/110/71")
    ),
    "earlier.period": Example(
        {"earlier[0].period.end": "2012-06-30"},
        {"earlier[0].period.end": "2012-07-01"},
        "earlier[0]",
        ("up to 2012-07-01", "on 2012-07-01"),
    ),
    "earlier.date": Example(
        {"earlier[0].date": "2012-09-14"},
        {"earlier[0].date": "2012-09-15"},
        "earlier[0]",
        ("2012-09-15", "2012-09-14"),
    ),
    "cost.amount": Example(
        {}, {"costs[0].amount": "100,01"}, "costs[0].amount", ("100,01", "100,00", "Ls\u00a00,01")
    ),
    "cost.position-unknown": Example({}, {"costs[1].position": "3"}, "costs[1].position", ("3", "1, 2")),
    "cost.over-position": Example(
        {"budget[0].this_period": "100,01"},
        {"budget[0].this_period": "99,99"},
        "budget[0].this_period",
        ("100,00", "99,99", "Ls\u00a00,01"),
    ),
    "cost.duplicate": Example(
        {"costs[1]": {**SOUND["costs"][0], "item": "degviela"}},
        {"costs[1]": SOUND["costs"][0]},
        "costs[1]",
        ("row 1",),
    ),
    "document.date": Example(
        {"costs[0].document.date": "2012-09-14"},
        {"costs[0].document.date": "2012-09-15"},
        "costs[0].document.date",
        ("2012-09-15", "2012-09-14"),
    ),
    "document.outside-project": Example(
        {"costs[0].document.date": "2012-04-01"},
        {"costs[0].document.date": "2012-03-31"},
        "costs[0].document.date",
        ("2012-03-31", "2012-04-01"),
    ),
    "document.duplicate": Example(
        {"costs[1].document": SOUND["costs"][0]["document"]},
        {"costs[1].document": {**SOUND["costs"][0]["document"], "date": "2012-09-04"}},
        "costs[1].document.number",
        ("No. 17 of SIA Buss", "2012-09-03", "2012-09-04"),
    ),
    "document.paid-early": Example(
        {"costs[0].document.paid": "2012-09-03"},
        {"costs[0].document.paid": "2012-09-02"},
        "costs[0].document.paid",
        ("2012-09-02", "2012-09-03"),
    ),
    "document.paid-late": Example(
        {"costs[0].document.paid": "2012-09-14"},
        {"costs[0].document.paid": "2012-09-15"},
        "costs[0].document.paid",
        ("2012-09-15", "2012-09-14"),
    ),
    "document.paid-outside": Example(
        {"costs[0].document.paid": "2012-09-09", "report.period.end": "2012-09-09"},
        {"costs[0].document.paid": "2012-09-09", "report.period.end": "2012-09-08"},
        "costs[0].document.paid",
        ("2012-09-09", "2012-09-08"),
    ),
    "document.currency": Example(
        {"costs[0].document.currency": "LVL"},
        {"costs[0].document.currency": "EUR"},
        "costs[0].document.currency",
        ("EUR", "2012-09-03", "LVL"),
    ),
    "vat.rate": Example(
        {"costs[0].document.date": "2012-06-30", "costs[0].vat": "22", "costs[0].vat_amount": None},
        {"costs[0].document.date": "2012-07-01", "costs[0].vat": "22", "costs[0].vat_amount": None},
        "costs[0].vat",
        ("22\u00a0%", "2012-07-01", "21\u00a0%, 12\u00a0%, 0\u00a0%"),
    ),
    "vat.amount": Example(
        {"costs[0].vat": "21", "costs[0].vat_amount": "17,36"},
        {"costs[0].vat": "21", "costs[0].vat_amount": "17,35"},
        "costs[0].vat_amount",
        ("17,35", "17,36", "Ls\u00a00,01"),
    ),
    "vat.missing": Example(
        {"costs[1].vat": "nav", "costs[1].vat_amount": None},
        {"costs[1].vat": None, "costs[1].vat_amount": None},
        "costs[1]",
        ("ēdināšana",),
    ),
    "vat.recoverable": Example(
        {"project.vat_recoverable": "nē"},
        {"project.vat_recoverable": "jā", "costs[1].vat": "nav", "costs[1].vat_amount": None},
        "costs[0].vat",
        ("autobusa noma", "Ls\u00a017,36"),
    ),
    "allowance.norm": Example(
        {"costs[1].norm": "daily-allowance", "costs[1].unit_price": "4,00"},
        {"costs[1].norm": "daily-allowance", "costs[1].unit_price": "4,01"},
        "costs[1].unit_price",
        ("4,01", "Ls\u00a04,00", "2012-08-31"),
    ),
    "participants.planned": Example(
        {
            "activity.planned.participants": "3",
            "deviations": [{"problem": "Saslima.", "solution": "Nebrauca."}],
        },
        {"activity.planned.participants": "3"},
        "participants",
        ("3 participants", "2 took part"),
    ),
    "activity.planned-outside": Example(
        {"activity.planned.end": "2013-01-31"},
        {"activity.planned.end": "2013-02-01"},
        "activity.planned.end",
        ("2013-02-01", "2013-01-31"),
    ),
    "activity.dates": Example(
        {"activity.planned.start": "2012-08-01", "activity.planned.end": "2012-08-31"},
        {"activity.planned.start": "2012-09-01", "activity.planned.end": "2012-09-01"},
        "journey.start",
        ("2012-08-31", "2012-09-01"),
    ),
    "activity.place": Example(
        {"activity.planned.place": "Rēzeknes novads"},
        {"activity.planned.place": "Ludza"},
        "journey.destination.name",
        ("Ludza", "Rēzekne"),
    ),
    "outcome.indicator": Example(
        {"outcome.indicators[0].achieved": "7"},
        {"outcome.indicators[0].achieved": "4,5"},
        "outcome.indicators[0].achieved",
        ("Apskatītie objekti", "5 was planned", "4,5 achieved"),
    ),
    "participants.duplicate": Example(
        {"participants[1].name": "Anna Paraugs"},
        {"participants[1].name": "Anna  parauga"},
        "participants[1].name",
        ("row 1",),
    ),
    "journey.destination": Example(
        {"journey.destination.name": "Daugavpils novads"},
        {"journey.destination.name": "Daugavpils", "activity.planned.place": "Daugavpils"},
        "journey.destination.name",
        ("Daugavpils",),
    ),
    "journey.order": Example(
        {"journey.order": "Nr. 45, 31.08.2012."},
        {"journey.order": "Nr. 45, izdots 2012.gada 1.septembrī"},
        "journey.order",
        ("2012-09-01", "2012-08-31"),
    ),
    "programme.order": Example(
        {"programme[1].start": "8.00", "journey.end": "2012-09-01"},
        {"programme[1].start": "8.59"},
        "programme[1].start",
        ("8.59", "9.00"),
    ),
    "programme.end": Example(
        {"programme[0].end": "9.00"}, {"programme[0].end": "8.59"}, "programme[0].end", ("8.59",)
    ),
    "programme.overlap": Example(
        {"programme[0].end": "10.00"},
        {"programme[0].end": "10.01"},
        "programme[1].start",
        ("10.00", "10.01"),
    ),
    "photo.alt": Example(
        {"photos[0].alt": "Rīts pilsētā"},
        {"photos[0].alt": "dalībnieki pie koncertzāles."},
        "photos[0].alt",
        ("dalībnieki pie koncertzāles.",),
    ),
    "photo.duplicate": Example(
        {"photos": [PHOTO, {**PHOTO, "file": "photos/cmyk.jpg"}]},
        {"photos": [PHOTO, {**PHOTO, "file": "photos/../photos/good.jpg"}]},
        "photos[1].file",
        ("Photo 2", "photo 1"),
    ),
    "picture.small": Example(
        {"photos[0].file": "photos/cmyk.jpg"},
        {"photos[0].file": "photos/small.png"},
        "photos[0].file",
        ("300 pixels", "51 dots per inch"),
    ),
    "picture.cmyk": Example(
        {"photos[0].file": "photos/small.png"},
        {"photos[0].file": "photos/cmyk.jpg"},
        "photos[0].file",
        ("CMYK",),
    ),
    "report.complete": Example(
        {"deviations": [], "project.contact.phone": "65400000"},
        {"journey.order": None, "project.agreement.date": None},
        "report",
        ("“Agreement date”, “Travel order”.",),
    ),
    "publicity.fund": Example(
        {"project.fund.name": "Kohēzijas fonds"},
        {"project.fund.name": "Eiropas Sociālais fonds Plus"},
        "project.fund.name",
        ("“Eiropas Sociālais fonds Plus”", "2021-2027", "2007-2013"),
    ),
    "publicity.marks": Example(
        {"project.planning_period": "2021-2027"},
        {"project.planning_period": "2014-2020"},
        "project.logos",
        ("“Nacionālais attīstības plāns 2020”", "2014-2020"),
    ),
    "name.undecided": Example(
        {
            "journey.destination.name": "Suntaži",
            "journey.destination.forms": {"accusative": "Suntažus", "dative": "Suntažiem"},
        },
        {"journey.destination.name": "Suntaži"},
        "journey.destination.name",
        ("Suntaži", "Suntažus, Suntažiem"),
    ),
    "text.typeset": Example(
        {"journey.reason": "Ielūdza biedrība „Gors” 2012. gada 1. jūlijā."},
        {"journey.reason": "Ielūdza biedrība „Gors” 2012.gada 1.jūlijā."},
        "journey.reason",
        ("“2012.gada 1.jūlijā.”", "“2012. gada 1. jūlijā.”"),
    ),
    "text.glyph": Example(
        {"sites": [{"name": "Łódź, Ελλάδα, Брест"}]},
        {"sites": [{"name": "中 iela"}]},
        "sites[0].name",
        ("“中”", "U+4E2D"),
    ),
    "text.wording": Example(
        {"journey.reason": "No 5 līdz 7 cilvēkiem; Valsts kanceleja; no 2007.–2013. gada."},
        {"journey.reason": "Izmaksas sastāda Ls 5."},
        "journey.reason",
        ("“sastāda”", "ir, veido"),
    ),
}


def changed(changes: dict[str, Any]) -> dict[str, Any]:
    """Return the sound trip with other values at some paths."""
    trip = copy.deepcopy(SOUND)
    for path, value in changes.items():
        steps = [int(step) if step.isdigit() else step for step in re.findall(r"[^.\[\]]+", path)]
        holder: Any = trip
        for step in steps[:-1]:
            holder = holder[step]
        holder[steps[-1]] = copy.deepcopy(value)
    return trip


def example(changes: dict[str, Any]) -> Trip:
    """Return the sound trip with other values at some paths; raises DataError as `load` does."""
    return load(changed(changes), folder=PICTURES)
