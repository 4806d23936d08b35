"""Elements read with a note of everything that is not in the template language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from functools import cache
from typing import Final

from generator.document.language import ATTRIBUTES, CHOICES
from generator.document.marks import without_marks
from generator.document.markup import Element
from generator.document.nodes import Cell
from generator.errors import Fault


class Notes:
    """The faults found so far, and the ways to look at an element that find more.

    `cells` are those of leaves that stand in the document already.
    """

    def __init__(self, faults: Iterable[Fault] = ()) -> None:
        self.faults = list(faults)
        self.cells: set[Cell] = set()

    def note(self, id: str, element: Element, **values: object) -> None:
        """Note a fault of the catalogue at an element."""
        self.faults.append(Fault(id, values, element.at))

    def children(self, element: Element, allowed: str) -> Iterator[Element]:
        """Yield the elements directly inside; anything that is not allowed there is a fault."""
        self.check_attributes(element)
        names = names_in(allowed)
        for child in element.children:
            if type(child) is not Element:
                if child[0].strip(" \t\r\n\f"):
                    self.note("markup.loose-text", element, text=child[0].strip()[:30], name=element.name)
            elif child.name in names:
                yield child
            else:
                self.unexpected(child, element, allowed)

    def unexpected(self, child: Element, parent: Element, allowed: str) -> None:
        """Note an element that cannot stand where it does, or that nobody knows."""
        if child.name in ATTRIBUTES:
            known = allowed.replace(" ", ", ")
            self.note("markup.misplaced", child, name=child.name, parent=parent.name, known=known)
        else:
            close = get_close_matches(child.name, ATTRIBUTES, 1)
            self.note("markup.unknown", child, name=child.name, close=close[0] if close else "p")

    def check_attributes(self, element: Element) -> None:
        """Note the attributes an element cannot have."""
        if not element.attributes or _KNOWN[element.name].issuperset(element.attributes):
            return
        known = ATTRIBUTES[element.name]
        for name in element.attributes:
            if name not in _KNOWN[element.name]:
                self.note(
                    "markup.attribute-unknown",
                    element,
                    attribute=name,
                    name=element.name,
                    known=known.replace(" ", ", ") or "–",
                )

    def choice(self, element: Element, name: str, default: str) -> str:
        """Return the value of an attribute that has a few, or the default with a fault noted."""
        value = without_marks(element.attributes.get(name, default))
        if value != default and value not in CHOICES[name]:
            self.note("markup.choice", element, name=name, value=value, known=", ".join(CHOICES[name]))
            return default
        return value

    def number(self, element: Element, name: str, default: float) -> float:
        """Return the value of an attribute that is a size or a count, greater than zero."""
        if name not in element.attributes:
            return default
        value = without_marks(element.attributes[name])
        try:
            number = float(value)
        except ValueError:
            number = -1
        if not 0 < number < 10_000:
            self.note("markup.number", element, name=name, value=value)
            return default or 1
        return number


_KNOWN: Final = {name: frozenset(known.split()) for name, known in ATTRIBUTES.items()}
"""The attributes that each element may carry."""


@cache
def names_in(listed: str) -> frozenset[str]:
    """Return the names of a list of the template language."""
    return frozenset(listed.split())


def role(element: Element, default: str) -> str:
    """Return the role an element names in `class`, or the one it has without."""
    attributes = element.attributes
    return without_marks(attributes["class"]) if "class" in attributes else default
