"""Budgets of any shape as Hypothesis draws them: trips as typed, sound for every check that is an error."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from hypothesis import strategies as st

Raw = dict[str, Any]
CENT = Decimal("0.01")
KINDS = {"fund": "Publiskais", "state": "Publiskais", "private": "Privātais", "other": "Privātais"}
"""Kinds of funding sources, each with the word by which a reader of the table knows it."""

DAYS = ("2013-12-30", "2013-12-31", "2014-01-01", "2014-01-02")
"""Days of documents around the day of the euro."""

cents = st.integers(0, 10_000_000).map(lambda whole: Decimal(whole) * CENT)


def typed(amount: Decimal) -> str:
    """Return a sum as people type it."""
    return f"{amount:.2f}".replace(".", ",")


@st.composite
def trips(draw: st.DrawFn) -> Raw:
    """Return a trip whose project crosses the day of the euro, with money of any shape."""
    currency = draw(st.sampled_from(("LVL", "EUR")))
    budget = [draw(positions(str(number))) for number in range(1, draw(st.integers(1, 3)) + 1)]
    leaves = [leaf for one in budget for leaf in leaves_of(one)]
    codes = st.sampled_from([leaf["code"] for leaf in leaves])
    costs = draw(st.lists(cost(codes), min_size=1, max_size=6))
    for leaf in leaves:
        spent = sum((2 * _gross(one) for one in costs if one["position"] == leaf["code"]), draw(cents))
        leaf["this_period"] = typed(spent)
    whole = sum((_read(leaf["approved"]) for one in budget for leaf in eligible(one)), Decimal(0))
    return {
        "format": "1",
        "id": "budzets",
        "project": project(currency, whole) | {"show_euro": True, "funding": draw(sources(whole))},
        "activity": {"number": "1"},
        "report": {"date": "2013-12-31" if currency == "LVL" else "2014-02-01"},
        "journey": {
            "kind": "brauciens",
            "destination": {"name": "Cēsis"},
            "start": "2013-12-30",
            "goals": ["sadarboties"],
        },
        "budget": budget,
        "costs": [_before_report(one) for one in costs] if currency == "LVL" else costs,
    }


def project(currency: str, whole: Decimal) -> Raw:
    """Return the fields of a project that are the same for all."""
    return {
        "title": "Paraugprojekts",
        "agreement": {"number": "PARAUGS-1"},
        "fund": {"name": "Eiropas Sociālais fonds"},
        "subactivity": {"number": "1.2.3"},
        "planning_period": "2007-2013",
        "implementation": {"start": "2013-01-01", "end": "2014-12-31"},
        "total": typed(whole),
        "currency": currency,
        "beneficiary": {"name": "Paraugu novada dome", "town": {"name": "Ogre"}},
        "signatory": {"position": "Domes priekšsēdētāja"},
    }


# -- positions ----------------------------------------------------------------------------------
@st.composite
def positions(draw: st.DrawFn, code: str, depth: int = 0) -> Raw:
    """Return a position, or a group whose codes begin with its own."""
    named = {"code": code, "name": f"Pozīcija {code}", "eligible": draw(st.sampled_from(("jā", "jā", "nē")))}
    below = draw(st.integers(0, 3)) if depth < 2 else 0
    if below:
        inner = [draw(positions(f"{code}.{number}", depth + 1)) for number in range(1, below + 1)]
        return named | {"positions": inner}
    return named | {"approved": typed(draw(cents)), "spent_before": typed(draw(cents))}


def leaves_of(position: Raw) -> list[Raw]:
    """Return the positions that hold sums."""
    below = position.get("positions")
    return [leaf for one in below for leaf in leaves_of(one)] if below else [position]


def eligible(position: Raw) -> list[Raw]:
    """Return the positions that hold sums and are eligible, as is all that holds them."""
    if position["eligible"] == "nē":
        return []
    below = position.get("positions")
    return [leaf for one in below for leaf in eligible(one)] if below else [position]


# -- costs --------------------------------------------------------------------------------------
@st.composite
def cost(draw: st.DrawFn, codes: st.SearchStrategy[str]) -> Raw:
    """Return a cost; its document may be in lats or in euro, and prove other costs as well."""
    quantity = Decimal(draw(st.integers(1, 40_000))) / draw(st.sampled_from((1, 2, 1000)))
    raw = {
        "item": "maksājums",
        "position": draw(codes),
        "quantity": f"{quantity:f}",
        "unit": "gab.",
        "unit_price": typed(draw(cents)),
    }
    vat = draw(st.sampled_from((None, "21", "12", "0", "atbrīvots", "nav")))
    number = draw(st.sampled_from((None, "1", "2", "10")))
    day = draw(st.sampled_from(DAYS))
    document = {"kind": "rēķins", "number": number, "date": day, "issuer": "SIA Paraugs"}
    return raw | {"vat": vat, "document": draw(st.sampled_from((None, document, document)))}


def _before_report(cost: Raw) -> Raw:
    """Return a cost of a report in lats: dated before it, and by chance in euro all the same."""
    document = cost["document"]
    if document is None or document["date"] < "2014":
        return cost
    return cost | {"document": document | {"date": "2013-12-31", "currency": "EUR"}}


def _gross(cost: Raw) -> Decimal:
    """Return more than a cost can be in any currency, or less than twice that."""
    return (Decimal(cost["quantity"]) * _read(cost["unit_price"])).quantize(CENT, ROUND_HALF_UP)


def _read(text: str) -> Decimal:
    return Decimal(text.replace(",", "."))


# -- sources ------------------------------------------------------------------------------------
@st.composite
def sources(draw: st.DrawFn, whole: Decimal) -> list[Raw]:
    """Return sources that make up a whole: by shares of two decimals, or by amounts."""
    kinds = draw(st.lists(st.sampled_from(sorted(KINDS)), min_size=1, max_size=5))
    parts = 10_000 if draw(st.booleans()) else int(whole * 100)
    cuts = sorted(draw(st.integers(0, parts)) for _ in kinds[1:])
    sizes = [after - before for before, after in zip([0, *cuts], [*cuts, parts], strict=True)]
    name = "share" if parts == 10_000 else "amount"
    return [
        {"name": f"{KINDS[kind]} {number}", "kind": kind, name: typed(Decimal(size) * CENT)}
        for number, (kind, size) in enumerate(zip(kinds, sizes, strict=True))
    ]
