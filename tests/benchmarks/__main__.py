"""`make bench`: the warm time of one trip, DOCX and PDF of both documents, beside docxtpl's one DOCX.

Each is called in turn, with another text every time, and the ratio is taken pair by pair.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from typing import Any

from generator import Trip, load_trip, render
from generator.context import context_of
from generator.images import prepare
from generator.latvian import format_money, format_number
from tests.benchmarks import docxtpl_peer
from tests.trips import EXAMPLE, changed, raw_example

ROUNDS = 25


def main() -> None:
    """Print medians and the ratio."""
    trips = [_trip(at) for at in range(ROUNDS)]
    template = docxtpl_peer.make_template()
    photos = [prepare(data).data for data in trips[0].source.pictures.values()]
    contexts = [_peer_context(trip) for trip in trips]
    ours_once, peer_once = (
        (lambda at: render(trips[at])),
        (lambda at: docxtpl_peer.render(template, contexts[at], photos)),
    )
    ours_once(0), peer_once(0)  # warm both
    pairs = [(_timed(ours_once, at), _timed(peer_once, at)) for at in range(ROUNDS)]
    ours, peer = (statistics.median(times) for times in zip(*pairs, strict=True))
    ratio = statistics.median(mine / theirs for mine, theirs in pairs)
    print(f"Python {sys.version.split()[0]}, {ROUNDS} trips, medians")
    print(f"parskats: report and annex, DOCX and PDF (4 files)  {ours:7.1f} ms")
    print(f"docxtpl 0.20.2: the same data, one DOCX              {peer:7.1f} ms")
    print(f"ratio, pair by pair                                  {ratio:7.2f}")


def _trip(at: int) -> Trip:
    """Return the example with another text each time, as a real season has."""
    words = " ".join(f"Ieraksts {at * 17 + n} par pieredzi." for n in range(3))
    raw = changed(raw_example(), "meeting.outcome", words)
    return load_trip(changed(raw, "journey.reason", f"{words} {at}."), folder=EXAMPLE.parent)


def _timed(call: Callable[[int], Any], at: int) -> float:
    start = time.perf_counter()
    call(at)
    return (time.perf_counter() - start) * 1000


def _peer_context(trip: Trip) -> dict[str, Any]:
    """Return ready texts for every field of the peer's template."""
    project, seen = trip.project, context_of(trip)
    prose = [
        *trip.journey.goals,
        trip.journey.reason or "",
        *(trip.meeting.discussed if trip.meeting else ()),
    ]
    sites = "; ".join(site.name for site in trip.sites)
    titles = (
        "Mērķis",
        "Plānotais",
        "Norise",
        "Objekti",
        "Rezultāti",
        "Publicitāte",
        "Finansējums",
        "Apliecinājums",
    )
    texts = (*prose, sites, *trip.publicity, trip.sample or "")
    return {
        "subject": f"Par {trip.journey.kind} {trip.journey.destination.name}",
        "project": project.title,
        "agreement": project.agreement.number,
        "beneficiary": project.beneficiary.name,
        "fund": project.fund.name,
        "subactivity": f"{project.subactivity.number} {project.subactivity.title}",
        "period": f"{project.implementation.start} – {project.implementation.end}",
        "total": format_money(project.total),
        "activity": trip.activity.title,
        "contact": project.signatory.position,
        "sections": [{"title": title, "text": text} for title, text in zip(titles, texts, strict=False)],
        "programme": [
            {"time": str(i.start), "topic": i.topic, "place": i.place or "–"} for i in trip.programme
        ],
        "participants": [
            {"number": n, "position": p.position, "institution": p.institution, "count": p.count}
            for n, p in enumerate(trip.participants, 1)
        ],
        "funding": [
            {"name": r.name, "amount": r.amount.amount, "share": r.share} for r in seen["funding"].rows
        ],
        "budget": [_budget_row(row) for row in seen["budget"].rows],
        "costs": [_cost_row(at, row) for at, row in enumerate(seen["costs"].rows, 1)],
        "documents": [_document_row(at, row) for at, row in enumerate(seen["documents"].rows, 1)],
        "caption0": trip.photos[0].caption,
        "caption1": trip.photos[1].caption,
        "signature": project.signatory.position,
    }


def _budget_row(row: Any) -> dict[str, str]:
    line = row.figures
    sums = {"approved": line.approved, "before": line.spent_before, "period": line.this_period}
    sums |= {"spent": line.spent, "left": line.left}
    figures = {key: format_number(value.amount) for key, value in sums.items()}
    return {"code": row.code, "name": row.name, "used": format_number(line.used), **figures}


def _cost_row(at: int, row: Any) -> dict[str, str]:
    return {
        "number": str(at),
        "item": row.item,
        "code": row.position,
        "quantity": format_number(row.quantity),
        "unit": row.unit,
        "price": format_number(row.unit_price.amount),
        "amount": format_number(row.amount.amount),
        "document": f"{row.listed}.",
    }


def _document_row(at: int, row: Any) -> dict[str, str]:
    sums = {name: format_number(getattr(row, name).amount) for name in ("net", "vat", "amount")}
    return {
        "number": f"{at}.",
        "kind": row.kind,
        "of": row.number,
        "date": str(row.date),
        "issuer": row.issuer,
        "paid": str(row.paid),
        **sums,
    }


if __name__ == "__main__":
    main()
