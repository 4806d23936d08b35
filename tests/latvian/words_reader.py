"""Reads Latvian numerals back into numbers: written apart from the product, for its tests."""

from __future__ import annotations

_UNITS = {
    "nulle": 0, "viens": 1, "viena": 1, "divi": 2, "divas": 2, "trīs": 3, "četri": 4, "četras": 4,
    "pieci": 5, "piecas": 5, "seši": 6, "sešas": 6, "septiņi": 7, "septiņas": 7, "astoņi": 8,
    "astoņas": 8, "deviņi": 9, "deviņas": 9, "desmit": 10, "vienpadsmit": 11, "divpadsmit": 12,
    "trīspadsmit": 13, "četrpadsmit": 14, "piecpadsmit": 15, "sešpadsmit": 16, "septiņpadsmit": 17,
    "astoņpadsmit": 18, "deviņpadsmit": 19, "divdesmit": 20, "trīsdesmit": 30, "četrdesmit": 40,
    "piecdesmit": 50, "sešdesmit": 60, "septiņdesmit": 70, "astoņdesmit": 80, "deviņdesmit": 90,
}  # fmt: skip
_SCALES = {"tūkstot": 10**3, "tūkstoš": 10**3, "miljon": 10**6, "miljard": 10**9}


def number_of(words: str) -> int:
    """Return the number of a phrase in the nominative; KeyError for a word that is no numeral."""
    total = group = 0
    sign = 1
    for word in words.split():
        scale = next((size for stem, size in _SCALES.items() if word.startswith(stem)), 0)
        if word == "mīnus":
            sign = -1
        elif word in ("simts", "simti"):
            group *= 100
        elif scale:
            total, group = total + group * scale, 0
        else:
            group += _UNITS[word]
    return sign * (total + group)


def sum_of(words: str) -> int:
    """Return a sum in words as its number of santīmi or cents."""
    whole, part = words.split(" un ")
    *numerals, _ = whole.split()
    digits, _ = part.split() if part.split()[0].isdigit() else (str(number_of(part.rsplit(" ", 1)[0])), "")
    sign = -1 if numerals[0] == "mīnus" else 1
    return sign * (abs(number_of(" ".join(numerals))) * 100 + int(digits))
