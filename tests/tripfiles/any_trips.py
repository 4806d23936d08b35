"""Trips of any shape that the model allows, made from the model: a new field needs nothing here."""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Any, Literal, get_args, get_origin

from hypothesis import assume
from hypothesis import strategies as st

from generator.errors import DataError
from generator.model import FORMAT, Trip
from generator.model.records import Record
from generator.model.texts import kinds_of
from generator.tripfiles import load
from generator.tripfiles.content import UNFIT
from generator.tripfiles.fields import is_list, record_of
from tests.tripfiles.workbooks import FOLDER

ODD = (
    "=1+1", "#N/A", "null", "~", "jā", "12,50", "2012-08-31", "_x0041_", "'a'", "a: b", "- a",
    "a\n\tb", "a\n\nb ", "5 %", "1e3", "007", "a; b", "„a”", "dative", "none", "ar roku",
)  # fmt: skip
LETTERS = st.text("aāčēģī ĀŽ019,.;:!?-–„”\"'()[]{}&=+*%@#/\\|\n\t\u00a0😀", min_size=1, max_size=30)


def _fit(text: str) -> str:
    """A text that a trip file can hold: what it cannot is left out, and something is left."""
    fit = UNFIT.sub("", text).replace("\r", "")
    return fit if fit.strip() else "x"


TEXTS = st.one_of(st.sampled_from(ODD), LETTERS, st.text(min_size=1, max_size=15)).map(_fit)
PICTURES = ("photos/01-koncertzale.jpg", "photos/02-radoso-pakalpojumu-centrs.jpg")
VALUES: dict[Any, st.SearchStrategy[Any]] = {
    dt.date: st.dates(dt.date(1900, 1, 1), dt.date(2199, 12, 31)),
    dt.time: st.times().map(lambda time: time.replace(second=0, microsecond=0)),
    bool: st.booleans(),
    int: st.integers(1, 999_999),
    Decimal: st.decimals(0, 9_999_999, places=2),
    str: TEXTS,
}
IDS = st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}", fullmatch=True)


@st.composite
def trips(draw: st.DrawFn) -> Trip:
    """A sound trip with pictures that are there."""
    data = {**draw(records(Trip)), "format": FORMAT, "id": draw(IDS)}
    try:
        return load(data, folder=FOLDER)
    except DataError:
        assume(False)
        raise


@st.composite
def records(draw: st.DrawFn, record: type[Record], row: bool = False) -> dict[str, Any]:
    """The fields of a record, those that may be left out sometimes left out.

    Nothing that is there without saying anything: an empty record and none are the same cells. The
    record of a row holds no lists of records, and sums of earlier reports stand in other files.
    """
    data: dict[str, Any] = {}
    kinds = dict(kinds_of(record))
    for name, info in record.model_fields.items():
        held = record_of(info.annotation) is not None and is_list(info.annotation)
        if name != "earlier" and not (row and held) and (info.is_required() or draw(st.integers(0, 3))):
            found = draw(field(info.annotation, kinds[name]))
            says_nothing = found == {} or (found == [] and info.default is not None)
            data |= {} if says_nothing else {name: found}
    if isinstance(data.get("start"), dt.date) and isinstance(data.get("end"), dt.date):
        data["start"], data["end"] = sorted((data["start"], data["end"]))
    return data


def field(annotation: Any, kind: str) -> st.SearchStrategy[Any]:
    """The values of a field: a record, a list of them, or what a value may be."""
    inner = record_of(annotation)
    if inner is None:
        return value(annotation, kind)
    return st.lists(records(inner, row=True), max_size=2) if is_list(annotation) else records(inner)


def value(annotation: Any, kind: str) -> st.SearchStrategy[Any]:
    """The values of a type of the model."""
    if kind == "file":
        return st.sampled_from(PICTURES)
    origin, parts = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return value(parts[0], kind)
    if origin is Literal:
        return st.sampled_from(parts)
    if origin is tuple:
        return st.lists(value(parts[0], kind), min_size=1, max_size=3)
    if origin is Mapping:
        return st.dictionaries(value(parts[0], kind), value(parts[1], kind), max_size=3)
    words = [part for part in parts if get_origin(part) is Literal]
    if words and Decimal in parts:  # a rate of VAT, or why there is none
        return st.decimals(0, 99, places=2) | value(words[0], kind)
    return VALUES[annotation] if annotation in VALUES else value(parts[0], kind)
