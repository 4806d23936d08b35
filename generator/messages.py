"""Sentences in the reader's language, from gettext catalogues; English is the source text itself."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from gettext import GNUTranslations
from pathlib import Path

from generator.errors import Language
from generator.resources import locale_folder

LANGUAGES = ("lv", "en")
"""The languages of messages; the first one is the default."""


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
    with catalogue(lang).open("rb") as file:
        return Translator(lang, GNUTranslations(file).gettext)


def _day(day: date, lang: str) -> str:
    """Return a date for a sentence; what writes it is loaded only when there is one."""
    if lang == "lv":
        from generator.latvian.dates import format_date as latvian_date

        return latvian_date(day, "numeric")
    from babel.dates import format_date

    return format_date(day, "d MMMM y", locale=lang)
