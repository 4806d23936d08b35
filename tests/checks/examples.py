"""For every rule a trip that passes and one that does not: what is changed in a sound trip."""

from __future__ import annotations

import copy
import re
from typing import Any, NamedTuple

SOUND: dict[str, Any] = {
    "format": "1",
    "id": "rezekne-2012",
    "project": {
        "title": "Kapacitātes stiprināšana",
        "agreement": {"number": "1DP/1.5.2.2.3/11/APIA/SIF/110/71", "date": "2012-03-20"},
        "fund": {"name": "Eiropas Sociālais fonds"},
        "subactivity": {"number": "1.5.2.2.3"},
        "planning_period": "2007-2013",
        "implementation": {"start": "2012-04-01", "end": "2013-01-31"},
        "total": "24 415,44",
        "funding": [
            {"name": "Eiropas Sociālais fonds", "share": "85", "amount": "20 753,12"},
            {"name": "valsts budžets", "share": "15", "amount": "3 662,32"},
        ],
        "beneficiary": {"name": "Daugavpils pilsētas dome", "town": {"name": "Daugavpils"}},
        "signatory": {"position": "domes priekšsēdētājs"},
    },
    "activity": {"number": 3, "planned": {"start": "2012-08-31", "participants": "2"}},
    "report": {"date": "2012-09-14", "period": {"start": "2012-07-01", "end": "2012-09-30"}},
    "journey": {
        "kind": "pieredzes apmaiņas brauciens",
        "destination": {"name": "Rēzekne"},
        "start": "2012-08-31",
        "goals": ["sekmēt pieredzes apmaiņu"],
    },
    "programme": [
        {"start": "9.00", "end": "10.00", "topic": "tikšanās"},
        {"start": "10.00", "end": "12.00", "topic": "objektu apskate"},
    ],
    "participants": [{"position": "eksperte"}, {"position": "asistente"}],
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
            "document": {"kind": "rēķins", "number": "17", "date": "2012-09-03", "issuer": "SIA Buss"},
        },
        {
            "item": "ēdināšana",
            "position": "2",
            "quantity": "2",
            "unit": "persona",
            "unit_price": "4,50",
            "document": {"kind": "čeks", "number": "204", "date": "2012-08-31", "issuer": "SIA Galds"},
        },
    ],
}


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
        {"costs[0].document.date": "2012-06-30", "costs[0].vat": "22"},
        {"costs[0].document.date": "2012-07-01", "costs[0].vat": "22"},
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
        {"costs[0].vat": "21", "costs[1].vat": "nav"},
        {"costs[0].vat": "21"},
        "costs[1]",
        ("ēdināšana",),
    ),
    "vat.recoverable": Example(
        {"project.vat_recoverable": "nē", "costs[0].vat": "21"},
        {"project.vat_recoverable": "jā", "costs[0].vat": "21"},
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
    "activity.dates": Example(
        {"activity.planned.start": "2012-08-01", "activity.planned.end": "2012-08-31"},
        {"activity.planned.start": "2012-09-01"},
        "journey.start",
        ("2012-08-31", "2012-09-01"),
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
