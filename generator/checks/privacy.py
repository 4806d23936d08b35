"""What a public document still says of people: texts that hold what is left out elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from generator.checks.rule import Found, warning
from generator.latvian import inflect
from generator.model import Trip
from generator.model.public import personal_values, public
from generator.model.texts import texts_in

_EMAIL: Final = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


def left_in_texts(trip: Trip) -> Found:
    """Yield a warning for every text of the public trip that holds a personal value or an e-mail address.

    Names of participants are found in every case of theirs.
    """
    known = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, _written(trip))) or '(?!)'})(?!\w)")
    for name, value in public(trip):
        for field, text, _ in texts_in(value, name, ""):
            found = [one[0] for pattern in (known, _EMAIL) for one in pattern.finditer(text)]
            for one in dict.fromkeys(found):
                yield warning("public.left", field, value=one)


def _written(trip: Trip) -> list[str]:
    """Return the personal values of a trip and the names in every case, the longest first."""
    names = {one.name for one in trip.participants if one.name}
    values = {*personal_values(trip), *(form for name in names for form in _cases(name))}
    return sorted(values, key=lambda value: (-len(value), value))


def _cases(name: str) -> Iterator[str]:
    """Yield the forms of a person's name."""
    yield from filter(None, inflect(name, kind="person").singular or ())
