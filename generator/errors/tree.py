"""The tree of errors, and the values they carry: faults with a place and a mend."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import IntEnum, StrEnum
from functools import partial
from typing import Any, Protocol

from generator.errors.catalogue import CARRIED_IN_CELLS, FAULTS, IN_CELLS


class Language(Protocol):
    """The language of a reader: its sentences, and its way of writing a value in them."""

    def __call__(self, text: str) -> str:
        """Return an English sentence in this language."""

    def value(self, value: object) -> object:
        """Return a value, such as a date, as this language writes it."""


class Source:
    """English as it stands in the source, values as Python writes them."""

    def __call__(self, text: str) -> str:
        """Return the sentence itself."""
        return text

    def value(self, value: object) -> object:
        """Return the value itself."""
        return value


SOURCE = Source()


class ExitCode(IntEnum):
    """What a run ends with; who can mend the fault gives the number."""

    OK = 0
    DEFECT = 1
    USAGE = 2
    DATA = 3
    TEMPLATE = 4
    OUTPUT = 5
    BATCH = 6
    DIFFERENCE = 7
    INTERRUPTED = 130


class Severity(StrEnum):
    """How much a fault weighs: an error stops a document, a warning does not.

    A silenced fault weighs nothing, whatever it was: the data say why it may stand.
    """

    ERROR = "error"
    WARNING = "warning"
    INFORMATION = "information"
    SILENCED = "silenced"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a fault stands: a file with line and column (from 1), and the field of the data.

    In a workbook `sheet` names the sheet; line and column are then those of its cell.
    """

    file: str = ""
    line: int | None = None
    column: int | None = None
    field: str = ""
    sheet: str = ""

    @property
    def cell(self) -> str:
        """The cell of a sheet as spreadsheets name it, `D7`; empty when there is none."""
        if not self.sheet or self.line is None or self.column is None:
            return ""
        return f"{column_letters(self.column)}{self.line}"

    @property
    def order(self) -> tuple[str, int, int]:
        """What places within one file are sorted by."""
        return self.sheet, self.line or 0, self.column or 0

    def __str__(self) -> str:
        """Return `file:line:column` or `file:sheet!cell`, without the parts that are not known."""
        if self.sheet:
            parts = [self.file, f"{self.sheet}!{self.cell}".removesuffix("!")]
            return ":".join(part for part in parts if part)
        numbers = (str(number) for number in (self.line, self.column) if number is not None)
        return ":".join([self.file, *numbers])


def column_letters(number: int) -> str:
    """Return a column of a sheet, from 1, as spreadsheets name it.

    >>> column_letters(28)
    'AB'
    """
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


@dataclass(frozen=True, slots=True)
class Message:
    """An English sentence with `{named}` values; it becomes the reader's language at the door."""

    text: str
    values: Mapping[str, object] = field(default_factory=dict)

    def sentence(self, language: Language = SOURCE) -> str:
        """Return the sentence in a language; values that are messages follow."""
        values = {
            name: value.sentence(language) if isinstance(value, Message) else language.value(value)
            for name, value in self.values.items()
        }
        return _one_stop(language(self.text).format_map(values))


def _one_stop(sentence: str) -> str:
    """Return a sentence that ends in one stop, also where its last value ends in one (`2012.`)."""
    doubled = sentence.endswith("..") and not sentence.endswith("...")
    return sentence[:-1] if doubled else sentence


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault: a stable id, what is wrong, how to mend it, and where; for a silenced one, why."""

    id: str
    values: Mapping[str, object] = field(default_factory=dict)
    place: Place = Place()
    severity: Severity = Severity.ERROR
    reason: str = ""

    @property
    def message(self) -> Message:
        """What is wrong and what was expected."""
        return Message(self._words[0], self._values)

    @property
    def hint(self) -> Message:
        """How to mend it."""
        return Message(self._words[1], self._values)

    @property
    def _words(self) -> tuple[str, str]:
        """What is said of it: in a workbook there are columns and cells instead of fields."""
        return IN_CELLS.get(self.id, FAULTS[self.id]) if self.place.sheet else FAULTS[self.id]

    @property
    def _values(self) -> Mapping[str, object]:
        """The values of its sentences; in a workbook a sentence among them is that of a workbook, too."""
        if not self.place.sheet:
            return self.values
        return {name: _in_cells(one) for name, one in self.values.items()}

    def at(self, place: Place) -> Fault:
        """Return the same fault at another place."""
        return replace(self, place=place)

    def silenced(self, reason: str) -> Fault:
        """Return the same fault, silenced for a reason."""
        return replace(self, severity=Severity.SILENCED, reason=reason)

    def __str__(self) -> str:
        """Return the fault in English, on one line."""
        where = f"{self.place}: " if self.place.file else ""
        return f"{where}{self.message.sentence()} {self.hint.sentence()}"


def _in_cells(value: object) -> object:
    """Return a value that a fault carries as it is said of a workbook."""
    if isinstance(value, Message) and value.text in CARRIED_IN_CELLS:
        return replace(value, text=CARRIED_IN_CELLS[value.text])
    return value


def fault(id: str, place: Place = Place(), *, severity: Severity = Severity.ERROR, **values: object) -> Fault:
    """Return a fault of the catalogue; raises KeyError for an id that is not in it."""
    if id not in FAULTS:
        raise KeyError(id)
    return Fault(id, values, place, severity)


class BadValue(ValueError):
    """A value that a pure function refuses; whoever knows the place turns it into a fault."""

    def __init__(self, id: str, **values: object) -> None:
        """Take an id of the catalogue and the values of its sentence."""
        self.fault = Fault(id, values)
        super().__init__(self.fault.message.sentence())

    def __reduce__(self) -> tuple[Callable[..., BadValue], tuple[object, ...]]:
        """Return how another process makes the same error."""
        values: Mapping[str, Any] = self.fault.values
        return partial(type(self), **values), (self.fault.id,)


class ParskatsError(Exception):
    """The root: one or more faults, and the exit code of who can mend them.

    ParskatsError              1  a defect of ours
    ├─ UsageError              2  the words typed on the command line
    ├─ DataError               3  the data of a trip
    ├─ TemplateError           4  a template or the theme
    └─ OutputError             5  a file that cannot be written
    """

    exit_code = ExitCode.DEFECT

    def __init__(self, faults: Iterable[Fault]) -> None:
        """Take every fault that was found, errors and warnings, in the order of their places."""
        self.faults = tuple(faults)
        super().__init__("\n".join(str(one) for one in self.faults))

    def __reduce__(self) -> tuple[type[ParskatsError], tuple[tuple[Fault, ...]]]:
        """Return how another process makes the same error."""
        return type(self), (self.faults,)


class UsageError(ParskatsError):
    """The command line asks for something that does not exist."""

    exit_code = ExitCode.USAGE


class DataError(ParskatsError):
    """The data of a trip cannot become a report."""

    exit_code = ExitCode.DATA


class TemplateError(ParskatsError):
    """A template or the theme cannot become a document."""

    exit_code = ExitCode.TEMPLATE


class OutputError(ParskatsError):
    """The finished files cannot be put where they belong."""

    exit_code = ExitCode.OUTPUT
