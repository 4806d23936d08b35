"""What a field of the model holds, as whoever makes a form or a table of it needs to know."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, Final, Literal, get_args, get_origin

from pydantic.fields import FieldInfo

from generator.errors import N_
from generator.model.values import Amount, Quantity
from generator.tripfiles.fields import is_list

FieldKind = Literal[
    "lines", "pairs",
    "text", "prose", "file", "choice", "answer", "date", "time", "count", "amount", "number",
]  # fmt: skip
"""What a field holds; `lines` are several texts, `pairs` texts by name."""

WORDS: Final = (
    N_("handwritten"),
    N_("electronic"),
    N_("nominative"),
    N_("genitive"),
    N_("dative"),
    N_("accusative"),
    N_("locative"),
    N_("fund"),
    N_("state"),
    N_("municipality"),
    N_("private"),
    N_("other"),
    N_("exempt"),
    N_("none"),
    N_("daily-allowance"),
    N_("hotel"),
)
"""Words of the model that people also read and write in their own language."""


def kind_of(info: FieldInfo, text: str) -> tuple[FieldKind, tuple[str, ...]]:
    """Return what a field holds, and the words it may hold when they are listed.

    `text` is the kind of its texts, as `kinds_of` gives it.
    """
    if is_list(info.annotation):
        return "lines", ()
    parts = list(_parts(info.annotation))
    if any(get_origin(part) is Mapping for part in parts):
        return "pairs", ()
    choices = tuple(word for part in parts if get_origin(part) is Literal for word in get_args(part))
    for plain, kind in _KINDS.items():
        if plain in parts:
            return ("amount" if kind == "number" and _is_amount(info) else kind), choices
    if choices:
        return "choice", choices
    return ("file" if text == "file" else "prose" if text == "prose" else "text"), ()


_KINDS: Final[dict[type, FieldKind]] = {
    bool: "answer",
    dt.date: "date",
    dt.time: "time",
    int: "count",
    Decimal: "number",
}


def _parts(annotation: Any) -> Iterator[Any]:
    """Yield an annotation and the parts it is made of, but not what annotates them."""
    yield annotation
    if get_origin(annotation) is not Literal:
        for part in get_args(annotation):
            if isinstance(part, type) or get_args(part):
                yield from _parts(part)


_OF_AMOUNTS: Final = [one for one in get_args(Amount)[1:] if one not in get_args(Quantity)[1:]]


def _is_amount(info: FieldInfo) -> bool:
    """Whether a figure is a sum of money, which has two decimals."""
    said = [*info.metadata, *(one for part in get_args(info.annotation) for one in get_args(part)[1:])]
    return any(one in said for one in _OF_AMOUNTS)
