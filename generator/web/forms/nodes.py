"""The nodes of a filled form: what a template needs to show a part of it, and nothing of how it looks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from generator.errors import BadValue, Fault, Severity
from generator.model.records import Name
from generator.model.values import read_answer
from generator.tripfiles.content import holder
from generator.web.forms.fields import Field, Group, Part, Rows, Section, id_of

FIRST: Final = 6
"""How many fields of a row are always seen; the others open."""
_LINE: Final = 70
_LINE_IN_ROW: Final = 24
"""About how many letters a line of a text holds."""
_CLOSED: Final = frozenset({"general", "project", "earlier", "silenced"})
"""Sections that seldom change: they are closed while nothing is wrong in them."""
_WORDS: Final = ("jā", "nē")


@dataclass(slots=True)
class Told:
    """What is said at one place: faults, the gravest first, and how the program reads what was typed."""

    faults: list[Fault] = field(default_factory=list)
    understood: str = ""

    @property
    def state(self) -> str:
        """The weight of the gravest fault: "error", "warning", "information", "silenced"; else nothing."""
        return str(self.faults[0].severity) if self.faults else ""


@dataclass(slots=True)
class Node:
    """A part of the form at a path; in a row of a list, and in a cell of its first line, room is scarce."""

    path: str
    part: Part
    in_row: bool = False
    in_cell: bool = False
    told: Told = field(default_factory=Told)

    @property
    def id(self) -> str:
        """The id of its element."""
        return id_of(self.path)

    @property
    def kind(self) -> str:
        """Which template shows it."""
        return type(self).__name__.lower()

    @property
    def inner(self) -> list[Node]:
        """The parts that stand in it."""
        return []

    @property
    def lists(self) -> list[Node]:
        """The lists within a row."""
        return []

    @property
    def branches(self) -> list[Node]:
        """The list in which a row holds rows of its own kind, such as a group of the budget."""
        return []

    def walk(self) -> Iterator[Node]:
        """Yield it and everything in it."""
        yield self
        for one in self.inner:
            yield from one.walk()

    @property
    def speaks(self) -> bool:
        """Whether an error is said anywhere in it, so that it must be seen."""
        return any(one.told.state == Severity.ERROR for one in self.walk())


@dataclass(slots=True)
class Text(Node):
    """A part that is one text in the file, whatever shape the model has for it."""

    text: str = ""


@dataclass(slots=True, kw_only=True)
class Box(Text):
    """One input: its field, its title, the number of its row, an example."""

    field: Field
    title: str = ""
    number: int = 0
    example: str = ""

    @property
    def lines(self) -> int:
        """How many lines it is high; 0 for an input of one line, in which a long text would not be seen."""
        width = _LINE_IN_ROW if self.in_row else _LINE
        lines = sum(1 + len(line) // width for line in self.text.split("\n"))
        if self.field.kind == "prose":
            return min(12, max(1 if self.in_row else 2, lines))
        return min(12, lines) if lines > 1 and not self.suggestions else 0

    @property
    def options(self) -> list[tuple[str, str]]:
        """What can be chosen: the text that the file gets, and the word that is shown.

        What was typed stays a choice, in its own spelling.
        """
        words = list(_WORDS if self.field.kind == "answer" else self.field.choices)
        words = [word for word in words if word != self.field.default or self._means(word)]
        options = [(self.text if self.text and self._means(word) else word, word) for word in words]
        known = {value for value, _ in options}
        return options if self.text in ("", *known) else [*options, (self.text, self.text)]

    def _means(self, word: str) -> bool:
        if self.field.kind != "answer":
            return self.text == word
        try:
            return read_answer(self.text) is (word == _WORDS[0])
        except BadValue:
            return False

    @property
    def suggestions(self) -> str:
        """The id of the list of what is often written here."""
        if self.part.name == "position" and self.path.startswith("costs["):
            return "positions"
        return "rates" if self.part.name == "vat" else ""


@dataclass(slots=True)
class Odd(Text):
    """A value of another shape than the model has there: it can be seen, and taken out."""


@dataclass(slots=True)
class Link(Text):
    """The path of another file, in which what stands here lies."""


@dataclass(slots=True)
class Frame(Node):
    """A group of fields, or a row; `there` when anything of it is in the file."""

    nodes: list[Node] = field(default_factory=list)
    there: bool = False

    @property
    def inner(self) -> list[Node]:
        """Its fields and groups."""
        return self.nodes

    @property
    def is_name(self) -> bool:
        """Whether it is a name with its forms, which needs no frame."""
        return _is_name(self)

    @property
    def first(self) -> list[Node]:
        """What is always seen of a row."""
        return self._small()[:FIRST]

    @property
    def more(self) -> list[Node]:
        """What opens in a row: further fields, and groups."""
        groups = [one for one in self.nodes if isinstance(one.part, Group) and one.part.record]
        return [*self._small()[FIRST:], *(one for one in groups if not _is_name(one))]

    @property
    def cells(self) -> list[Node]:
        """The inputs in the first line of a row; what is said of them stands below it."""
        return [one for part in self.first for one in part.walk() if isinstance(one, Box)]

    @property
    def more_speaks(self) -> bool:
        """Whether an error is said of what opens in a row."""
        return any(one.speaks for one in self.more)

    @property
    def names(self) -> list[Node]:
        """The case forms in a row."""
        return [one for one in self.nodes if isinstance(one.part, Group) and one.part.keys]

    @property
    def lists(self) -> list[Node]:
        """The lists within a row."""
        return [one for one in self.nodes if isinstance(one.part, Rows)]

    def _small(self) -> list[Node]:
        return [one for one in self.nodes if isinstance(one.part, Field) or _is_name(one)]

    @property
    def brief(self) -> list[tuple[str, bool]]:
        """The texts in the part of a row that opens, and whether each is a word of the model."""
        said = [one for part in self.more for one in part.walk() if isinstance(one, Text) and one.text]
        return [(" ".join(one.text.split()), _is_word(one)) for one in said]

    @property
    def branches(self) -> list[Node]:
        """The list in which a row holds rows of its own kind, such as a group of the budget."""
        return [one for one in self.lists if isinstance(one, Table) and one.is_tree]

    @property
    def name(self) -> str:
        """What a row is called: the first text in it."""
        return next((one.text for one in self.walk() if isinstance(one, Text) and one.text), "")


def _is_name(node: Node) -> bool:
    return isinstance(node.part, Group) and node.part.record is Name


def _is_word(node: Node) -> bool:
    return isinstance(node, Box) and node.text in node.field.choices


@dataclass(slots=True)
class Table(Node):
    """A list and its rows; `there` when the file has the list, be it empty."""

    rows: list[Node] = field(default_factory=list)
    there: bool = False

    @property
    def inner(self) -> list[Node]:
        """Its rows."""
        return self.rows

    @property
    def is_tree(self) -> bool:
        """Whether it holds rows of the kind of the row that it stands in."""
        return self.in_row and isinstance(self.part, Rows) and self.part in self.part.parts

    @property
    def is_top(self) -> bool:
        """Whether it is a section of its own, whose heading says what it is."""
        return "." not in self.path


@dataclass(slots=True)
class Chapter:
    """A section of the form and its parts, with how many errors and warnings are in it."""

    section: Section
    nodes: list[Node]
    of_trip: bool = True
    errors: int = 0
    warnings: int = 0

    @property
    def name(self) -> str:
        """Its name in addresses of the page."""
        return self.section.name

    @property
    def alone(self) -> bool:
        """Whether it has one part, which is the section itself."""
        return not isinstance(self.nodes[0].part, Field)

    @property
    def opens(self) -> bool:
        """Whether it is open when the page is opened."""
        return bool(self.errors) or not (self.of_trip and self.name in _CLOSED)


@dataclass(slots=True)
class Form:
    """A whole form; `told` is what is said of no part of it. `nodes` finds its parts by their paths."""

    chapters: list[Chapter]
    told: Told
    nodes: dict[str, Node]

    def nearest(self, path: str) -> str:
        """Return the path of the part that is about a path: itself or what holds it; else nothing."""
        while path and path not in self.nodes:
            path = holder(path)
        return path

    def chapter(self, path: str) -> Chapter:
        """Return the chapter that a path belongs to: the first one for what has no other."""
        name = path.partition(".")[0].partition("[")[0]
        return next((one for one in self.chapters if one.name == name), self.chapters[0])
