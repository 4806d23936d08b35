"""The part of `docs/excel.md` that lists sheets and columns, made from the tables of workbooks."""

from __future__ import annotations

from collections.abc import Iterator

from generator.messages import translator
from generator.tripfiles.workbook.advice import example_of
from generator.tripfiles.workbook.headings import sheet_name
from generator.tripfiles.workbook.tables import Column, Table, tables
from tests.trips import ROOT

PAGE = ROOT / "docs" / "excel.md"
START, END = "<!-- python -m tests.refresh -->\n", "<!-- end -->\n"
LATVIAN = translator("lv")


def columns() -> str:
    """Return a table of columns for every sheet."""
    return "".join(f"\n### {sheet_name(table)}\n\n{''.join(_rows(table))}" for table in tables()) + "\n"


def _rows(table: Table) -> Iterator[str]:
    yield "| kolonna | ko raksta | jāaizpilda | piemērs |\n|---|---|---|---|\n"
    for column in table.columns:
        example = example_of(table, column, "lv").partition("\n")[0]
        cells = (column.heading(LATVIAN), LATVIAN(column.description), _needed(column), example)
        yield f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |\n"


def _needed(column: Column) -> str:
    if not column.needed:
        return ""
    return f"ja ir kaut kas no „{LATVIAN(column.group)}”" if column.group else "jā"


def refresh() -> None:
    """Write the part anew."""
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(START)
    page = f"{before}{START}{columns()}{END}{rest.partition(END)[2]}"
    PAGE.write_text(page, encoding="utf-8", newline="\n")
