"""For any budget: what is printed adds up as a reader with a calculator adds it, in every format.

Everything is read back from the finished files; nothing is asked of the program.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from hypothesis import HealthCheck, Phase, given, settings

from generator import load_trip, render
from tests import tables, words
from tests.budgets import Raw, trips
from tests.tables import Table

RATE = Decimal("0.702804")
CENT = Decimal("0.01")
SOURCES, POSITIONS, COSTS, DOCUMENTS = 1, 2, 3, 4
"""The places of the tables in the annex; the first holds facts about the project."""

sparingly = settings(
    max_examples=15,
    deadline=None,
    phases=(Phase.generate,),  # three files are made for each example: shrinking one would take minutes
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


# -- a reader with a calculator -----------------------------------------------------------------
class Column(NamedTuple):
    """A column of a table: its head, its numbers by row, and the number in each row of the foot."""

    head: str
    rows: dict[int, Decimal]
    foot: dict[str, Decimal]


def number(text: str) -> Decimal | None:
    """Return the number in a cell, None where there is none."""
    bare = text.removesuffix(" %").removesuffix(" EUR").removeprefix("Ls ")
    bare = bare.replace(" ", "").replace(",", ".").replace("−", "-")
    try:
        return Decimal(bare)
    except ArithmeticError:
        return None


def columns(table: Table) -> Iterator[Column]:
    """Yield the columns of a table whose sums have a total."""
    head, *rest = table
    first = next(at for at, row in enumerate(rest) if row[0] == "Kopā")
    for at, name in enumerate(head):
        cells = {place: number(row[at]) for place, row in enumerate(rest[:first])}
        foot = {row[0]: number(row[at]) for row in rest[first:] if at}
        yield Column(
            name,
            {place: value for place, value in cells.items() if value is not None},
            {name: value for name, value in foot.items() if value is not None},
        )


def column(table: Table, head: str) -> Column:
    """Return the column under a head."""
    return next(one for one in columns(table) if one.head == head)


def has(table: Table, head: str) -> bool:
    """Whether a table has a column under a head."""
    return head in table[0]


def in_euro(lats: Decimal) -> Decimal:
    """Return lats in euro, in whole numbers: divided by the full rate, half up."""
    return (lats / RATE).quantize(CENT, ROUND_HALF_UP)


def printed(raw: Raw) -> dict[str, list[Table]]:
    """Return the tables of the funding annex by format."""
    files = render(load_trip(raw), formats=("docx", "pdf", "html"))
    return {name: read(files[f"finansejuma-pielikums.{name}"]) for name, read in tables.READERS.items()}


# -- the properties -----------------------------------------------------------------------------
@sparingly
@given(trips())
def test_every_format_prints_the_same_tables(raw: Raw) -> None:
    annex = printed(raw)
    assert annex["docx"] == annex["pdf"] == annex["html"]


@sparingly
@given(trips())
def test_every_column_with_a_total_adds_up_to_it(raw: Raw) -> None:
    for annex in printed(raw).values():
        for table in annex[SOURCES:]:
            outer = outermost(table)
            for one in columns(table):
                if "Kopā" in one.foot and one.head != "Izpilde":
                    assert sum(one.rows[row] for row in outer) == one.foot["Kopā"], one.head


def outermost(table: Table) -> list[int]:
    """Return the rows that stand in no other: in a budget those whose code continues no other."""
    first = next(at for at, row in enumerate(table[1:]) if row[0] == "Kopā")
    codes = [row[0] for row in table[1 : first + 1]]
    nested = table[0][0] == "Kods"
    return [at for at, code in enumerate(codes) if not nested or code.rpartition(".")[0] not in codes]


@sparingly
@given(trips())
def test_the_shares_of_the_sources_are_the_whole(raw: Raw) -> None:
    for annex in printed(raw).values():
        sources = annex[SOURCES]
        amounts, shares = column(sources, "Summa"), column(sources, "Īpatsvars")
        assert shares.foot["Kopā"] == 100 or not amounts.foot["Kopā"]
        assert amounts.foot["Kopā"] == number(raw["project"]["total"])
        for head in ("Summa", "Īpatsvars"):
            public = [at for at, row in enumerate(sources[1:]) if row[0].startswith("Publiskais")]
            one = column(sources, head)
            told = one.foot.get("t. sk. publiskais finansējums")
            assert told is None or told == sum(one.rows[at] for at in public)


@sparingly
@given(trips())
def test_every_group_is_what_stands_under_it_and_every_line_adds_up(raw: Raw) -> None:
    for annex in printed(raw).values():
        table = annex[POSITIONS]
        by_head = {one.head: one for one in columns(table)}
        codes = {row[0]: at for at, row in enumerate(table[1:]) if row[0][0].isdigit()}
        for one in by_head.values():
            for code, at in codes.items():
                below = [codes[other] for other in codes if other.rpartition(".")[0] == code]
                if below and at in one.rows and one.head not in ("Kods", "Izpilde"):
                    assert sum(one.rows[place] for place in below) == one.rows[at]
            parts = [value for name, value in one.foot.items() if name.endswith("attiecināmās izmaksas")]
            if parts and one.head != "Izpilde":
                assert sum(parts) == one.foot["Kopā"]
        heads = ("Apstiprināts", "Iepriekš izlietots", "Pārskata periodā", "Kopā izlietots", "Atlikums")
        approved, before, period, spent, left = (by_head[head].rows for head in heads)
        for at in codes.values():
            assert before[at] + period[at] == spent[at]
            assert approved[at] - spent[at] == left[at]


@sparingly
@given(trips())
def test_every_cost_is_quantity_times_price_and_stands_in_the_list_of_documents(raw: Raw) -> None:
    for annex in printed(raw).values():
        costs = annex[COSTS]
        own = "Summa dokumenta valūtā" if has(costs, "Summa dokumenta valūtā") else "Summa"
        amounts = column(costs, own).rows
        quantities, prices = column(costs, "Daudzums").rows, column(costs, "Cena").rows
        for at, amount in amounts.items():
            assert (quantities[at] * prices[at]).quantize(CENT, ROUND_HALF_UP) == amount
        if len(annex) > DOCUMENTS:
            listed = annex[DOCUMENTS]
            gross = column(listed, listed_total(listed))
            numbers = column(costs, "Dokumenta Nr. sarakstā").rows
            for row, total in gross.rows.items():
                proved = [at for at, one in numbers.items() if one == row + 1]
                assert sum(column(costs, "Summa").rows[at] for at in proved) == total


def listed_total(listed: Table) -> str:
    """Return the head of the column of whole sums in the list of documents."""
    return "Summa ar PVN" if has(listed, "Summa ar PVN") else "Summa"


@sparingly
@given(trips())
def test_net_and_vat_are_gross_in_every_document_and_in_all(raw: Raw) -> None:
    for annex in printed(raw).values():
        for listed in annex[DOCUMENTS:]:
            if not has(listed, "PVN"):
                continue
            net, vat, gross = (column(listed, head) for head in ("Summa bez PVN", "PVN", "Summa ar PVN"))
            assert net.rows.keys() == vat.rows.keys()
            assert all(net.rows[at] + vat.rows[at] == gross.rows[at] for at in net.rows)
            if "Kopā" in net.foot:
                assert net.foot["Kopā"] + vat.foot["Kopā"] == gross.foot["Kopā"]


@sparingly
@given(trips())
def test_sums_in_euro_are_converted_line_by_line_and_a_difference_is_told(raw: Raw) -> None:
    files = render(load_trip(raw), formats=("docx", "pdf", "html"))
    for name, read in tables.READERS.items():
        content = files[f"finansejuma-pielikums.{name}"]
        text = " ".join(words.READERS[name](content))
        for table in read(content)[SOURCES:]:
            for euro in columns(table):
                if euro.head.endswith(", EUR"):
                    lats = column(table, euro.head.removesuffix(", EUR"))
                    lines = innermost(table)
                    assert [euro.rows[at] for at in lines] == [in_euro(lats.rows[at]) for at in lines]
                    whole = in_euro(lats.foot["Kopā"])
                    note = f"pārrēķinātās latu kopsummas ({grouped(whole)} EUR)"
                    assert (note in text) or whole == euro.foot["Kopā"]


def innermost(table: Table) -> list[int]:
    """Return the rows that hold no others."""
    first = next(at for at, row in enumerate(table[1:]) if row[0] == "Kopā")
    codes = [row[0] for row in table[1 : first + 1]]
    holders = {code.rpartition(".")[0] for code in codes} if table[0][0] == "Kods" else set()
    return [at for at, code in enumerate(codes) if code not in holders]


def grouped(amount: Decimal) -> str:
    """Return a sum as it is printed."""
    return f"{amount:,.2f}".replace(",", " ").replace(".", ",")
