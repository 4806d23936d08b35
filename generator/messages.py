"""Sentences in the reader's language, from gettext catalogues; English is the source text itself."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from struct import unpack_from
from typing import Final

from generator.errors import Language
from generator.resources import locale_folder

LANGUAGES = ("lv", "en")
"""The languages of messages; the first one is the default."""
_COUNTS_AT: Final = 8
_PAIR: Final = 8


class Catalogue(dict[str, str]):
    """A compiled catalogue, searched where it lies: of 1,600 sentences a run says a few.

    Layout: GNU gettext, "The Format of GNU MO Files": sentences in order, of each its length and its place.
    Measured: to read them all took 19 million instructions of every run.
    """

    def __init__(self, content: bytes) -> None:
        super().__init__()
        self._content = content
        self._count, self._sentences, self._translations = unpack_from("<3L", content, _COUNTS_AT)

    def __missing__(self, text: str) -> str:
        """Return a sentence in the language of the catalogue, itself when the catalogue lacks it."""
        sought = text.encode(errors="surrogatepass")
        number = bisect_left(range(self._count), sought, key=self._sentence)
        if number == self._count or self._sentence(number) != sought:
            return text
        said = self[text] = self._at(self._translations, number).decode()
        return said

    def _sentence(self, number: int) -> bytes:
        return self._at(self._sentences, number)

    def _at(self, table: int, number: int) -> bytes:
        length, start = unpack_from("<2L", self._content, table + _PAIR * number)
        return self._content[start : start + length]


class Translator:
    """A language of messages: its catalogue, and how it writes values in a sentence."""

    def __init__(self, lang: str, gettext: Callable[[str], str]) -> None:
        self.lang, self.gettext = lang, gettext

    def __call__(self, text: str) -> str:
        """Return an English sentence in this language; one the catalogue does not hold stays English."""
        return self.gettext(text) if text else text

    def value(self, value: object) -> object:
        """Return a value as this language writes it: dates as `31.08.2012.` or `31 August 2012`."""
        return _day(value, self.lang) if isinstance(value, date) else value


def catalogue(lang: str) -> Path:
    """Return the path of the compiled catalogue of a language."""
    return locale_folder() / lang / "LC_MESSAGES" / "parskats.mo"


@cache
def translator(lang: str) -> Language:
    """Return a language of messages; raises ValueError for one without a catalogue."""
    if lang not in LANGUAGES:
        raise ValueError(f"no messages in {lang!r}; there are {', '.join(LANGUAGES)}")
    if lang == "en" or not catalogue(lang).is_file():
        return Translator(lang, str)
    return Translator(lang, Catalogue(catalogue(lang).read_bytes()).__getitem__)


def _day(day: date, lang: str) -> str:
    """Return a date for a sentence; what writes it is loaded only when there is one."""
    if lang == "lv":
        from generator.latvian.dates import format_date as latvian_date

        return latvian_date(day, "numeric")
    from babel.dates import format_date

    return format_date(day, "d MMMM y", locale=lang)
