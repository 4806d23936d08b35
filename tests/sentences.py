"""`make sentences`: every sentence the shipped templates can produce, for a reader of Latvian.

The sheet is a twin in `tests/golden/sentences.txt`, read whole after every change of a template. A
line is a sentence, a row, a heading or a caption; a no-break space shows as `·`, the number of a row
as `n.`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from generator import Trip, load_trip
from generator.document.nodes import (
    Block,
    BulletList,
    Document,
    Figure,
    Group,
    Heading,
    Paragraph,
    SideBySide,
    Table,
    plain_text,
)
from generator.pipeline import document_kinds, laid_out_documents
from tests.trips import EXAMPLE, LEAST, changed, raw_example

SHEET = Path(__file__).parent / "golden" / "sentences.txt"
NBSP = "\u00a0"

# What is changed in the shipped trip, one set of changes for each trip; None takes a field away.
COUNTS = (1, 2, 11, 21, 100)
TOWNS = ("Tukums", "Rēzekne", "Talsi", "Cēsis", "Daugavpils", "Tartu")
DAYS = ("01.09.2012.", "03.01.2013.")
KINDS = ("mācību vizīte", "pieredzes apmaiņas braucieni")
OPTIONAL = (
    "meeting", "programme", "participants", "sites", "outcome", "deviations", "priorities", "publicity",
    "photos", "budget", "costs", "sample", "meeting.led_by", "meeting.attended_by", "meeting.presenters",
    "meeting.presented", "meeting.discussed", "meeting.outcome", "outcome.results", "outcome.use",
    "outcome.indicators", "activity.title", "activity.planned", "report.number", "report.period",
    "report.addressees", "journey.travellers", "journey.reason", "project.programme", "project.funding",
    "project.administration", "project.administration.cooperation", "project.subactivity.title",
    "project.subactivity.regulation", "project.accountant", "project.preparers", "project.contact",
    "project.beneficiary.registration_number", "project.beneficiary.phone",
)  # fmt: skip
SOURCES = (
    [
        {"name": "Eiropas Sociālais fonds", "share": "85"},
        {"name": "valsts budžets", "share": "10"},
        {"name": "pašvaldības līdzfinansējums", "share": "5"},
    ],
    [
        {"name": "Eiropas Sociālais fonds", "kind": "fund", "share": "85"},
        {"name": "pašvaldības līdzfinansējums", "kind": "municipality", "share": "10"},
        {"name": "privātais finansējums", "kind": "private", "share": "5"},
    ],
)
EARLIER = {"agreement": "1DP/1.5.2.2.3/11/APIA/SIF/110/71", "date": "05.07.2012."}
OTHERS: tuple[dict[str, Any], ...] = (
    {"report.signature": "electronic"},
    {"report.signature": "electronic", "project.signatory.name": "Jānis Ozols"},
    {"journey.goals": ["sekmēt pieredzes apmaiņu"]},
    {"journey.goals": ["sekmēt pieredzes apmaiņu.", "veicināt sadarbību;"]},
    {"journey.order": "Nr. 3-12/45, izdots 2012. gada 28. augustā"},
    {"meeting.presenters": ["Rēzeknes pašvaldība"]},
    {"meeting.presenters": ["Daugavpils pašvaldība", "Rēzeknes pašvaldība"]},
    {"meeting.led_by.name": None},
    {"sites": [{"name": "Festivālu parks"}]},
    {"sites": [{"name": "Festivālu parks"}, {"name": "Stacijas iela", "note": "pēc pārbūves"}]},
    {"project.funding": SOURCES[0]},
    {"project.agreement.date": "20.03.2012."},
    {"project.implementation.start": "02.04.2012."},
    {"project.implementation.start": "01.07.2012.", "project.implementation.end": "31.07.2012."},
    {"project.contact.name": "Ilze Liepa"},
    {"project.beneficiary.email": None, "project.beneficiary.phone": None},
    {"project.beneficiary.website": "www.daugavpils.example"},
    {"project.beneficiary.town.name": "Cēsis"},
    {"project.planning_period": "2014-2020"},
    {"project.planning_period": "2021-2027", "project.fund.name": "Eiropas Sociālais fonds Plus"},
    {"project.planning_period": "2021-2027", "project.funding": SOURCES[0]},
    {"activity.planned.start": "30.08.2012.", "activity.planned.end": "31.08.2012."},
    {"activity.planned": {"place": "Rēzekne"}},
    {"programme": [{"start": "9.00", "topic": "Tikšanās"}]},
    {
        "deviations": [
            {
                "problem": "Viens dalībnieks nevarēja piedalīties",
                "solution": "Viņam nodoti brauciena materiāli",
            }
        ]
    },
    {"budget.0.positions.1.eligible": "nē", "budget.2.approved": "2185,44"},
    {"budget": None, "costs": None},
    {"project.vat_recoverable": "jā"},
    {"project.show_euro": "jā"},
    {"project.show_euro": "jā", "project.funding": SOURCES[1]},
    {"costs.0.document.currency": "EUR"},
    {"costs.0.vat": None, "costs.0.vat_amount": None},
    {"costs.0.document": None, "costs.2.document.number": None, "costs.2.document.issuer": None},
    {"earlier": [EARLIER | {"number": "3-7/4"}, EARLIER | {"date": "05.08.2012."}]},
    {"earlier": [EARLIER | {"currency": "EUR"}]},
    {"participants": [{"position": "eksperte", "name": "Anna Bērziņa"}]},
    {"project.contact.name": "Ilze Liepa", "project.contact.email": None},
)


def trips() -> Iterator[Trip]:
    """Yield the shipped trip, the least one and every variant."""
    counted = [{"participants": [{"position": "Projektu vadītājs", "count": str(one)}]} for one in COUNTS]
    towns = [{"journey.destination.name": town, "activity.planned.place": town} for town in TOWNS]
    lasting = [{"journey.end": day, "report.date": "10.01.2013."} for day in DAYS]
    kinds = [{"journey.kind": kind} for kind in KINDS]
    absent = [{path: None} for path in OPTIONAL]
    euro = [{"project.currency": "EUR"}, {"project.currency": "EUR", "project.funding": SOURCES[0]}]
    for changes in ({}, *counted, *towns, *lasting, *kinds, *absent, *euro, *OTHERS):
        yield _variant(raw_example(), changes)
    yield load_trip(LEAST)


def _variant(raw: dict[str, Any], changes: dict[str, Any]) -> Trip:
    for path, value in changes.items():
        raw = changed(raw, path, value)
    return load_trip(raw, folder=EXAMPLE.parent)


def sheet() -> str:
    """Return every sentence once, by the kind of document, in the order in which they first stand."""
    found: dict[str, dict[str, None]] = {}
    for trip in trips():
        for kind, document in laid_out_documents(trip, documents=document_kinds()).items():
            found.setdefault(kind, {}).update(dict.fromkeys(_sentences(document)))
    parts = [f"=== {kind}\n" + "\n".join(sentences) + "\n" for kind, sentences in found.items()]
    return "\n".join(parts).replace(NBSP, "·")


def _sentences(document: Document) -> Iterator[str]:
    yield document.title
    for section in document.sections:
        for block in section.blocks:
            for text in _texts(block):
                if text:
                    yield text


def _texts(block: Block) -> Iterator[str]:
    """Yield the texts of a block; the cells of a row are held apart by bars."""
    match block:
        case Heading():
            yield plain_text(block.children)
        case Paragraph():
            yield from re.split(r"(?<=[.!?]) (?=[A-ZĀČĒĢĪĶĻŅŠŪŽ])", plain_text(block.children).strip())
        case BulletList():
            yield from (plain_text(item.children) for item in block.items)
        case Table():
            yield plain_text(block.caption.children) if block.caption else ""
            yield block.summary
            for row in (*block.head, *block.body, *block.foot):
                cells = " | ".join(plain_text(cell.children) for cell in row.cells)
                yield re.sub(r"^[0-9]+\. \|", "n. |", cells)
        case Figure():
            yield block.image.alt
            yield plain_text(block.caption.children) if block.caption else ""
        case SideBySide():
            for side in block.sides:
                for inner in side.blocks:
                    yield from _texts(inner)
        case Group():
            for inner in block.blocks:
                yield from _texts(inner)


def refresh() -> None:
    """Write the sheet anew."""
    SHEET.write_text(sheet(), encoding="utf-8")


if __name__ == "__main__":
    print(sheet(), end="")
