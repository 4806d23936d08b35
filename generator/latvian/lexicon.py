"""The two word lists that stand beside this module, read once when first needed."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path


def _entries(file: str) -> Iterator[tuple[str, str]]:
    """Yield every section and word of a list."""
    text = Path(__file__).with_name(file).read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            section, _, words = line.partition(": ")
            yield from ((section, word) for word in words.split(", "))


@lru_cache(maxsize=1)
def _sections() -> dict[str, tuple[frozenset[str], tuple[str, ...]]]:
    """Return for each section its whole words and the ends of its compound words, in small letters."""
    whole: dict[str, set[str]] = {}
    ends: dict[str, list[str]] = {}
    for section, word in _entries("words.txt"):
        whole.setdefault(section, set()).add(word.lstrip("-").lower())
        if word.startswith("-"):
            ends.setdefault(section, []).append(word[1:].lower())
    return {name: (frozenset(words), tuple(ends.get(name, ()))) for name, words in whole.items()}


def listed(section: str, word: str) -> bool:
    """Tell whether a word, or the end of a compound word, stands in a section of the word list.

    >>> listed("six", "Dalībvalsts"), listed("six", "galds")
    (True, False)
    """
    whole, ends = _sections()[section]
    small = word.lower()
    return small in whole or small.endswith(ends)


@lru_cache(maxsize=1)
def _places() -> dict[str, str]:
    return {name: code for code, name in _entries("places.txt")}


def place_code(name: str) -> str | None:
    """Return the declension code of a known place ("5", "1p", "0"), or None.

    >>> place_code("Talsi"), place_code("Nekurne")
    ('1p', None)
    """
    return _places().get(name) or (_places().get(name.title()) if name.isupper() else None)


def known_places() -> tuple[str, ...]:
    """Return the names of all known places.

    >>> "Rēzekne" in known_places()
    True
    """
    return tuple(_places())
