"""Languages as Word asks for them: with a region, or its spelling checker finds no dictionary."""

from __future__ import annotations

REGIONS = {
    "lv": "lv-LV",
    "en": "en-GB",
    "de": "de-DE",
    "et": "et-EE",
    "fr": "fr-FR",
    "lt": "lt-LT",
    "pl": "pl-PL",
    "ru": "ru-RU",
}


def with_region(language: str) -> str:
    """Return a language tag with its region: `lv` is `lv-LV`; tags that have one stay."""
    return REGIONS.get(language.lower(), language)
