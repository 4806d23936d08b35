"""Sentences in the reader's language, from gettext catalogues; English is the source text itself."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from gettext import GNUTranslations
from pathlib import Path

from generator.resources import locale_folder

Translate = Callable[[str], str]

LANGUAGES = ("lv", "en")
"""The languages of messages; the first one is the default."""


def catalogue(lang: str) -> Path:
    """Return the path of the compiled catalogue of a language."""
    return locale_folder() / lang / "LC_MESSAGES" / "parskats.mo"


@cache
def translator(lang: str) -> Translate:
    """Return the function that turns an English sentence into one of `lang`.

    A sentence that the catalogue does not hold stays English. Raises ValueError for a language
    without a catalogue.
    """
    if lang not in LANGUAGES:
        raise ValueError(f"no messages in {lang!r}; there are {', '.join(LANGUAGES)}")
    if lang == "en" or not catalogue(lang).is_file():
        return str
    with catalogue(lang).open("rb") as file:
        known = GNUTranslations(file)
    return lambda text: known.gettext(text) if text else text
