"""Workbooks: many trips in the tables of a spreadsheet, a row a trip, every value with its cell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from generator.errors import BadValue, Place
from generator.model import Trip
from generator.tripfiles.content import Content

MAX_BYTES: Final = 20_000_000
"""The largest workbook that is read, pictures and all."""


def read(data: bytes, name: str) -> Iterator[Content]:
    """Yield the content of each trip of an .xlsx workbook, then what belongs to none."""
    from generator.tripfiles.workbook.joining import contents
    from generator.tripfiles.workbook.sheets import read_sheets

    try:
        sheets = read_sheets(data)
    except BadValue as bad:
        yield Content(None, faults=(bad.fault.at(Place(name)),))
        return
    yield from contents(sheets, name)


def read_folder(files: Mapping[str, bytes], name: str) -> Iterator[Content]:
    """Yield the content of each trip of a folder of CSV files, by their names without suffix."""
    from generator.tripfiles.workbook.delimited import read_tables
    from generator.tripfiles.workbook.joining import contents

    try:
        sheets = read_tables(files)
    except BadValue as bad:
        yield Content(None, faults=(bad.fault.at(Place(name)),))
        return
    yield from contents(sheets, name)


def write(trips: Sequence[Trip], lang: str = "lv") -> bytes:
    """Return a workbook that holds trips, or none; raises DataError for what it cannot hold."""
    from generator.tripfiles.workbook import book

    return book.write(trips, lang)
