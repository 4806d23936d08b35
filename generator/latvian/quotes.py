"""Straight quotation marks in pairs, and which spans of a text stand inside quotes."""

from __future__ import annotations

from typing import Final

from generator.latvian.style import DEFAULT, LatvianStyle

_OPENING: Final = "„«"
_CLOSING: Final = {"„": "”", "“": "”", "«": "»"}
_BEFORE_OPENING: Final = ' \t\n\r\u00a0\u202f([{–—-/„“«"'


def quoted(text: str, *, style: LatvianStyle = DEFAULT) -> str:
    """Return a text between the quotation marks of the style.

    >>> quoted("Kapacitātes stiprināšana")
    '„Kapacitātes stiprināšana”'
    """
    return f"{style.quotes[0]}{text}{style.quotes[1]}"


def paired(text: str, marks: str) -> tuple[str, list[tuple[int, int]]]:
    """Return a text whose straight pairs became `marks`, and the spans of its outermost quotes.

    A straight mark opens after a space, a bracket or another opening mark, and closes elsewhere; one
    without a partner stays as it is. A span holds both marks.

    >>> paired('biedrība "Gors"', "„”")
    ('biedrība „Gors”', [(9, 15)])
    >>> paired('platums 5"', "„”")[0]
    'platums 5"'
    """
    letters, spans, opened = list(text), [], list[int]()
    for place, sign in enumerate(text):
        if sign in _OPENING or (sign in '"“' and _opens(text, place, opened)):
            opened.append(place)
        elif sign in '"“”»' and opened:
            start = opened.pop()
            letters[start], letters[place] = _pair(text[start], sign, marks)
            spans.append((start, place + 1))
    return "".join(letters), _outermost(spans)


def _outermost(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the spans that lie in no other, from left to right."""
    outer: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if not outer or start >= outer[-1][1]:
            outer.append((start, end))
    return outer


def _opens(text: str, place: int, opened: list[int]) -> bool:
    """Tell whether a mark that can stand on both sides opens here."""
    if text[place] == "“":
        return not (opened and text[opened[-1]] == "„")
    after = text[place + 1 : place + 2]
    before = text[place - 1] if place else " "
    return before in _BEFORE_OPENING and bool(after) and not after.isspace()


def _pair(first: str, last: str, marks: str) -> tuple[str, str]:
    """Return two marks that belong together; only straight ones change."""
    if first == last == '"':
        return marks[0], marks[1]
    if first == '"':
        return ("«" if last == "»" else "„"), last
    return first, (_CLOSING[first] if last == '"' else last)
