"""JSON to plain data: every value stays the text that was typed.

What is plain JSON is read by Python's own reader, twenty times as quick as YAML's, and nobody has to
find its places before one is asked for. Whatever else a file holds, faults above all, is read as YAML,
of which JSON is a part: then both say the same.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import cache
from typing import Any, Final, NoReturn

from generator.tripfiles.content import MAX_DEPTH, UNFIT, Content, Data, Places

_ODD: Final = re.compile(r"\\[^\"\\nrt/]")
"""Escapes of other characters than a quote, a backslash, a slash and the ends of lines."""
_COLON_BELOW: Final = re.compile(r"[\r\n][ \r\n]*:")
"""A name whose colon stands on a line below it: YAML wants both on one."""
_ANSWERS: Final = {True: "true", False: "false"}


def read(data: bytes, name: str) -> Content:
    """Return the content of a JSON file and every fault of its writing."""
    found = _loaded(data)
    if found is None:
        return _as_yaml(data, name)
    whole = cache(lambda: _as_yaml(data, name))
    return Content(found, _LaterPlaces(lambda: whole().values), _LaterPlaces(lambda: whole().keys))


def _as_yaml(data: bytes, name: str) -> Content:
    from generator.tripfiles import (
        yaml_file,
    )  # PyYAML takes a twentieth of the start, and most files do without

    return yaml_file.read(data, name)


class _LaterPlaces(Places):
    """Places that are looked for when one is asked for."""

    __slots__ = ("_look",)

    def __init__(self, look: Callable[[], Any]) -> None:
        """Take what looks for them."""
        self._look = look

    def __getattr__(self, name: str) -> Any:
        if name != "_at":
            raise AttributeError(name)
        self._at = self._look()._at
        return self._at

    def below(self, lines: int) -> Places:
        """Return the places in a file where so many lines stand above."""
        return _LaterPlaces(lambda: super(_LaterPlaces, self).below(lines))

    def __reduce__(self) -> Any:
        return Places, (self._at,)


# -- what is read at once -------------------------------------------------------------------------
def _loaded(data: bytes) -> Data | None:
    """Return the mapping of a file of plain JSON, all of its values texts; None for any other file."""
    try:
        text = data.decode("utf-8")
        if _is_odd(text):
            return None
        found = json.loads(
            text, object_pairs_hook=_mapping, parse_float=str, parse_int=str, parse_constant=_refuse
        )
        return found if isinstance(found, dict) and found and _fits(found, 1) else None
    except (ValueError, RecursionError):
        return None


def _is_odd(text: str) -> bool:
    """Whether a text may hold what the two readings take for different things."""
    if "\t" in text or ("\\" in text and _ODD.search(text)) or _COLON_BELOW.search(text):
        return True
    return not text.replace("\n", "").isprintable() and bool(UNFIT.search("".join(set(text))))


def _fits(value: Data | list[object], depth: int) -> bool:
    """Whether a value is no deeper than it may be, and no list in it holds answers."""
    if depth > MAX_DEPTH:
        return False
    for one in value.values() if isinstance(value, dict) else value:
        if isinstance(one, (dict, list)):
            if not _fits(one, depth + 1):
                return False
        elif isinstance(one, bool):
            return False
    return True


def _mapping(pairs: list[tuple[str, object]]) -> Data:
    """Return a mapping; raises ValueError for a name that is repeated."""
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("repeated")
    for name, value in pairs:
        if value is True or value is False:
            found[name] = _ANSWERS[value]
    return found


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)
