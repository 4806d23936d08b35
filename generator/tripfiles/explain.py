"""Errors of pydantic in a person's words: each becomes a fault of the catalogue."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from pydantic_core import ErrorDetails

from generator.errors import N_, Fault, Message, Place, fault
from generator.frozen import dataclass
from generator.model import FORMAT
from generator.tripfiles.content import Content, holder, member, path_of
from generator.tripfiles.fields import record_at

_KEY: Final = "[key]"
_SHOWN: Final = 60


@dataclass(frozen=True, slots=True)
class Problem:
    """One error of pydantic, with the content it was found in."""

    steps: tuple[str | int, ...]
    type: str
    value: Any
    context: Mapping[str, Any]
    content: Content

    @property
    def path(self) -> str:
        """The path of the value, or of the record whose name is wrong."""
        return path_of([step for step in self.steps if step != _KEY])

    @property
    def name(self) -> str:
        """The name of the field, without the path before it."""
        return next((step for step in reversed(self.steps) if isinstance(step, str)), "")

    @property
    def title(self) -> Message:
        """The heading of its column, else the title of the field; its name when the model has none."""
        if self.path in self.content.titles:
            return Message("{heading}", {"heading": self.content.titles[self.path]})
        steps = self.steps
        while steps and isinstance(steps[-1], int):
            steps = steps[:-1]
        record = record_at(steps[:-1])
        known = record.model_fields.get(self.name) if record else None
        return Message(known.title) if known and known.title else Message("{name}", {"name": self.name})

    def at(self, *paths: str) -> Place:
        """Return the first place known among values at `paths`, with the field of the problem."""
        found = next((self.content.values[path] for path in paths if path in self.content.values), Place())
        return replace(found, field=self.path)

    def at_key(self) -> Place:
        """Return the place of the name of the field."""
        found = self.content.keys.get(self.path)
        return found or self.at(self.path, *_above(self.path))

    def at_holder(self) -> Place:
        """Return the place of the name of what should hold the field, or of its beginning."""
        above = holder(self.path)
        found = self.content.keys.get(above)
        place = found or self.at(above, *_above(above))
        return replace(place, field=self.path)


def explained(error: ErrorDetails, content: Content) -> Fault:
    """Return the fault of one error of pydantic, with its place."""
    problem = Problem(error["loc"], error["type"], error["input"], error.get("ctx", {}), content)
    return _EXPLANATIONS.get(problem.type, _unusable)(problem)


def shown(value: object) -> str:
    """Return a value as a sentence can quote it: on one line, cut when it is long."""
    text = " ".join(str(value).split())
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def meant(name: str, known: Sequence[str]) -> str | None:
    """Return the known name that was probably meant."""
    by_plain_name = {one.casefold().replace("-", "_"): one for one in known}
    close = difflib.get_close_matches(name.casefold().replace("-", "_"), by_plain_name, 1, 0.6)
    return by_plain_name[close[0]] if close else None


def _above(path: str) -> list[str]:
    """Return the paths of all that holds a value, the nearest first."""
    paths = []
    while path:
        path = holder(path)
        paths.append(path)
    return paths


# -- one explanation for each kind of error -----------------------------------------------------
def _missing(problem: Problem) -> Fault:
    if problem.path in problem.content.values:
        return _empty(problem)
    if problem.path == "format":
        return fault("format.missing", problem.at_holder(), known=FORMAT)
    return fault("field.missing", problem.at_holder(), name=problem.name, title=problem.title)


def _empty(problem: Problem) -> Fault:
    place = problem.at(problem.path, *_above(problem.path))
    if isinstance(problem.steps[-1], int):
        return fault("list.item-empty", place, title=problem.title)
    return fault("field.empty", place, name=problem.name, title=problem.title)


def _unknown(problem: Problem) -> Fault:
    record = record_at(problem.steps[:-1])
    known = list(record.model_fields) if record else []
    close = meant(problem.name, known)
    if close:
        return fault("field.misspelt", problem.at_key(), name=problem.name, meant=close)
    return fault("field.unknown", problem.at_key(), name=problem.name, known=", ".join(known))


def _expected(id: str) -> Callable[[Problem], Fault]:
    """Return an explanation that says what was expected and what stands there instead."""

    def explain(problem: Problem) -> Fault:
        if problem.value is None:
            return _empty(problem)
        return fault(
            id, problem.at(problem.path), name=problem.name, title=problem.title, found=_found(problem.value)
        )

    return explain


def _found(value: object) -> Message:
    """Return what a value is, in words."""
    if isinstance(value, Mapping):
        return Message(N_("a group of fields"))
    if isinstance(value, (list, tuple)):
        return Message(N_("a list"))
    return Message("“{value}”", {"value": shown(value)})


def _option(problem: Problem) -> Fault:
    known = _listed(re.findall(r"'([^']*)'", str(problem.context.get("expected", ""))), problem)
    if problem.steps[-1] == _KEY:
        return fault("case.unknown", problem.at_key(), value=shown(problem.value), known=known)
    if isinstance(problem.value, (Mapping, list, tuple)) or problem.value is None:
        return _EXPLANATIONS["string_type"](problem)
    return fault("option.unknown", problem.at(problem.path), value=shown(problem.value), known=known)


def _listed(words: Sequence[str], problem: Problem) -> Message:
    """Return the words that may be used; in a table they are those of the reader's language."""
    in_table = problem.path in problem.content.titles
    values = {f"word{number}": Message(word) if in_table else word for number, word in enumerate(words)}
    return Message(", ".join(f"{{{name}}}" for name in values), values)


def _slug(problem: Problem) -> Fault:
    return fault("id.unusable", problem.at(problem.path), value=shown(problem.value))


def _too_long(problem: Problem) -> Fault:
    limit = problem.context.get("max_length", "")
    return fault("text.too-long", problem.at(problem.path), value=shown(problem.value), limit=limit)


def _too_few(problem: Problem) -> Fault:
    minimum = problem.context.get("min_length", 1)
    return fault("list.too-short", problem.at(problem.path), title=problem.title, minimum=minimum)


def _too_small(problem: Problem) -> Fault:
    minimum = problem.context.get("ge", problem.context.get("gt", ""))
    return fault("number.minimum", problem.at(problem.path), value=problem.value, minimum=minimum)


def _not_finite(problem: Problem) -> Fault:
    return fault("amount.not-finite", problem.at(problem.path), value=shown(problem.value))


def _own(problem: Problem) -> Fault:
    """Return the fault that a validator of ours found; `field` names a part of the record."""
    field = str(problem.context["field"])
    path = member(problem.path, field) if field else problem.path
    place = problem.at(path, problem.path, *_above(problem.path))
    typed: dict[str, Any] = problem.context["values"]
    values = {name: shown(value) if isinstance(value, str) else value for name, value in typed.items()}
    if "names" in values:
        values["names"] = _headings(str(values["names"]), problem)
    return Fault(problem.context["fault_id"], values, replace(place, field=path))


def _headings(names: str, problem: Problem) -> str:
    """Return names of fields as a person sees them: in a table by their headings."""
    titles = problem.content.titles
    return ", ".join(titles.get(member(problem.path, name), name) for name in names.split(", "))


def _unusable(problem: Problem) -> Fault:
    return _expected("value.unusable")(problem)


_EXPLANATIONS: Final[dict[str, Callable[[Problem], Fault]]] = {
    "parskats": _own,
    "missing": _missing,
    "extra_forbidden": _unknown,
    "model_type": _expected("type.group"),
    "dict_type": _expected("type.group"),
    "mapping_type": _expected("type.group"),
    "tuple_type": _expected("type.list"),
    "string_type": _expected("type.text"),
    "date_type": _expected("type.date"),
    "time_type": _expected("type.time"),
    "decimal_type": _expected("type.number"),
    "int_type": _expected("type.number"),
    "bool_type": _expected("type.answer"),
    "literal_error": _option,
    "string_pattern_mismatch": _slug,
    "string_too_long": _too_long,
    "too_short": _too_few,
    "greater_than_equal": _too_small,
    "finite_number": _not_finite,
}
