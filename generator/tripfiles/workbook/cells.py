"""The value of a cell to the text a person meant, read once more by nobody but the model."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import cache
from typing import Final

from generator.errors import BadValue
from generator.messages import LANGUAGES, translator
from generator.tripfiles.kinds import WORDS
from generator.tripfiles.workbook.sheets import Percent, Unusable, Value, exact
from generator.tripfiles.workbook.tables import Column

_ESCAPED: Final = re.compile("_x([0-9A-Fa-f]{4})_")
_TEXTUAL: Final = ("text", "prose", "file", "lines", "pairs", "choice", "trip", "project", "within")


def plain(text: str) -> str:
    """Return a heading, name or word as it is compared: small letters, single spaces, no colon or star."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().split()).strip(" :*")


def typed(value: Value, column: Column) -> str:
    """Return the text of a cell: dates as ISO, numbers without binary noise, jā or nē.

    Raises BadValue for a cell that cannot be used, and `cell.date-in-text` when the spreadsheet
    program has made a date of a text such as 3-7/12.
    """
    if isinstance(value, Unusable):
        raise BadValue(value.id, value=value.value)
    if isinstance(value, (dt.date, dt.time, dt.timedelta)):
        text = _time(value) if column.kind == "time" else _date(value)
        if column.kind in _TEXTUAL:
            raise BadValue("cell.date-in-text", value=text, title=column.titles[-1])
        return text
    if isinstance(value, bool):
        return "jā" if value else "nē"
    if isinstance(value, Percent):
        return digits(value.points)
    if isinstance(value, (int, float)):
        return digits(exact(value))
    return unescaped(value).strip()


def seen(value: Value) -> str:
    """Return the text of a cell as a person sees it, whether or not it can be used."""
    if isinstance(value, Unusable):
        return value.value
    if isinstance(value, dt.datetime) and value.time() == dt.time():
        value = value.date()
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return f"{value:%d.%m.%Y}."
    if isinstance(value, bool):
        return "jā" if value else "nē"
    if isinstance(value, Percent):
        return f"{digits(value.points)} %"
    if isinstance(value, (int, float)):
        return digits(exact(value)).replace(".", ",")
    return unescaped(str(value))


def digits(number: Decimal) -> str:
    """Return a number in digits, without zeros at its end and without an exponent.

    >>> digits(Decimal("85.00"))
    '85'
    """
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def unescaped(text: str) -> str:
    """Return a text as the workbook means it: `_x000D_` stands for a character; lines end in a feed."""
    if "_x" in text:
        text = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
    return text.replace("\r\n", "\n")


def escaped(text: str) -> str:
    """Return a text in which nothing looks like an escaped character that is not one."""
    return _ESCAPED.sub(lambda found: f"_x005F{found[0]}", text) if "_x" in text else text


def _date(value: dt.date | dt.time | dt.timedelta) -> str:
    """Return a day as ISO text; with a time of day it is no date, and stays as it is."""
    if isinstance(value, dt.datetime) and value.time() == dt.time():
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, dt.date) else str(value)


def _time(value: dt.date | dt.time | dt.timedelta) -> str:
    """Return a time of day to the second, as text; a day has none."""
    if isinstance(value, dt.timedelta):
        return _clock(round(value.total_seconds()))
    if isinstance(value, dt.datetime):
        value = value.time()
    if not isinstance(value, dt.time):
        return value.isoformat()
    seconds = value.hour * 3600 + value.minute * 60 + value.second + value.microsecond / 1_000_000
    return _clock(round(seconds))


def _clock(seconds: int) -> str:
    minutes, seconds = divmod(seconds, 60)
    return f"{minutes // 60}:{minutes % 60:02}" + (f":{seconds:02}" if seconds else "")


# -- several texts in one cell --------------------------------------------------------------------
def items(text: str) -> list[str]:
    """Return the texts of a cell, a line each; a line that begins with a tab goes on with the one above."""
    found: list[str] = []
    for line in text.split("\n"):
        if line.startswith("\t") and found:
            found[-1] += f"\n{line[1:]}"
        elif line.strip():
            found.append(line)
    return found


def joined(texts: Iterable[str]) -> str:
    """Return texts as one cell holds them; `items` reads them back."""
    return "\n".join(text.replace("\n", "\n\t") for text in texts)


def pairs(text: str) -> dict[str, str]:
    """Return the values of a cell that holds `name: value` on each line; raises BadValue `cell.case`."""
    found = {}
    for one in items(text):
        name, colon, value = one.partition(":")
        if not colon:
            raise BadValue("cell.case", value=one)
        found[word(name)] = value.strip()
    return found


def paired(values: Mapping[str, str], lang: str) -> str:
    """Return named values as one cell holds them; `pairs` reads them back."""
    return joined(f"{shown_word(name, lang)}: {value}" for name, value in values.items())


# -- words of the model ---------------------------------------------------------------------------
@cache
def _words() -> dict[str, str]:
    """Return the words of the model by what they are in each language, compared plainly."""
    return {plain(translator(lang)(word)): word for lang in LANGUAGES for word in WORDS}


def word(text: str) -> str:
    """Return the word of the model that a text is in any language; the text itself when it is none."""
    return _words().get(plain(text), text.strip())


def shown_word(text: str, lang: str) -> str:
    """Return a word of the model as a workbook in a language shows it."""
    return translator(lang)(text) if text in WORDS else text
