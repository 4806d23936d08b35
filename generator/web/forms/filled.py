"""A form filled: what was typed in its place, how the program reads it, what is to be said of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any, Final

from generator.errors import Fault, Severity
from generator.model import FORMAT, Trip
from generator.model.records import Record
from generator.tripfiles.content import Data, item, member
from generator.tripfiles.example import example_at
from generator.web.forms.fields import Field, Group, Part, Rows, Section, sections
from generator.web.forms.nodes import Box, Chapter, Form, Frame, Link, Node, Odd, Table, Told
from generator.web.forms.understood import Understanding, as_read


def filled(
    data: Data, root: type[Record], faults: Iterable[Fault] = (), understanding: Understanding | None = None
) -> Form:
    """Return the form of a file that holds a `root`, with its data as typed.

    A fault is put at its field, at the nearest part that holds its field, or at the top.
    """
    chapters = [_chapter(one, data, root) for one in sections(root)]
    nodes = {node.path: node for chapter in chapters for top in chapter.nodes for node in top.walk()}
    form = Form(chapters, Told(), nodes)
    for one in sorted(faults, key=lambda fault: _WEIGHTS.index(fault.severity)):
        _nearest(form, one.place.field).faults.append(one)
    for node in nodes.values():
        if isinstance(node, Box) and understanding is not None and node.text:
            node.told.understood = understanding.of(node.field, node.path, node.text)
    for chapter in chapters:
        _count(chapter)
    return form


_WEIGHTS: Final = [Severity.ERROR, Severity.WARNING, Severity.INFORMATION, Severity.SILENCED]


def _chapter(section: Section, data: Data, root: type[Record]) -> Chapter:
    names = () if root is Trip else ("project",)
    nodes = [_node(part, data.get(part.name), part.name, (*names, part.name)) for part in section.parts]
    shown = [one for one in nodes if not _is_known_format(one)]
    return Chapter(section, shown, root is Trip)


def _is_known_format(node: Node) -> bool:
    """Whether a part only says the format of the file, which nobody has to change."""
    return node.path == "format" and isinstance(node, Box) and node.text == FORMAT


def _nearest(form: Form, path: str) -> Told:
    """Return where something of a path is said."""
    near = form.nearest(path)
    return form.nodes[near].told if near else form.told


def _count(chapter: Chapter) -> None:
    said = [one for top in chapter.nodes for node in top.walk() for one in node.told.faults]
    chapter.errors = sum(one.severity is Severity.ERROR for one in said)
    chapter.warnings = sum(one.severity is Severity.WARNING for one in said)


# -- nodes ------------------------------------------------------------------------------------------
def _node(part: Part, value: object, path: str, names: tuple[str, ...], in_row: bool = False) -> Node:
    """Return a part with its value; `names` is its path in a trip without indexes."""
    if isinstance(part, Field):
        return _box(part, value, path, names, in_row)
    if isinstance(part, Rows):
        return _table(part, value, path, names, in_row)
    return _frame(part, value, path, names, in_row)


def _box(part: Field, value: object, path: str, names: tuple[str, ...], in_row: bool) -> Node:
    if isinstance(value, (dict, list)):
        return Odd(path, part, in_row, text=outline(value))
    text = "" if value is None else str(value)
    example = example_of(names, part.kind)
    return Box(path, part, in_row, text=text, field=part, title=part.title, example=example)


def _frame(part: Group, value: object, path: str, names: tuple[str, ...], in_row: bool) -> Node:
    if isinstance(value, str) and part.or_file:
        return Link(path, part, in_row, text=value)
    if value is not None and not isinstance(value, dict):
        return Odd(path, part, in_row, text=outline(value))
    inner = _inner(part.parts, value or {}, path, names, in_row)
    frame = Frame(path, part, in_row, nodes=inner, there=value is not None)
    if frame.is_name and isinstance(inner[0], Box):
        inner[0].title = part.title
        inner[0].field = replace(inner[0].field, needed=part.needed)
    return frame


def _inner(
    parts: Sequence[Part], value: Mapping[str, Any], path: str, names: tuple[str, ...], in_row: bool
) -> list[Node]:
    return [
        _node(one, value.get(one.name), member(path, one.name), (*names, one.name), in_row) for one in parts
    ]


def _table(part: Rows, value: object, path: str, names: tuple[str, ...], in_row: bool) -> Node:
    if value is not None and not isinstance(value, list):
        return Odd(path, part, in_row, text=outline(value))
    rows = [_row(part, one, index, path, names) for index, one in enumerate(value or [])]
    return Table(path, part, in_row, rows=rows, there=value is not None)


def _row(part: Rows, value: object, index: int, above: str, names: tuple[str, ...]) -> Node:
    """Return a row: a text, the fields of a record, or the path of a file."""
    path = item(above, index)
    if part.record is None and not isinstance(value, (dict, list)):
        text = "" if value is None else str(value)
        return Box(path, part, True, text=text, field=part.text, title=part.title, number=index + 1)
    if part.or_file and not isinstance(value, (dict, list)):
        return Link(path, part, True, text="" if value is None else str(value))
    if part.record is None or (value is not None and not isinstance(value, dict)):
        return Odd(path, part, True, text=outline(value))
    row = Frame(path, part, True, nodes=_inner(part.parts, value or {}, path, names, True), there=True)
    for cell in row.cells:
        cell.in_cell = True
    return row


def outline(value: object) -> str:
    """Return a value of any shape in a line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name}: {outline(one)}" for name, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(outline(one) for one in value) + "]"
    return "" if value is None else str(value)


@lru_cache(maxsize=1024)
def example_of(names: tuple[str, ...], kind: str) -> str:
    """Return what the example trip has in a field, cut where it is long; empty when it has nothing."""
    value = example_at(names)
    text = " ".join(("" if value is None else str(value)).split())
    text = as_read(kind, text) or text
    return text if len(text) <= _LONGEST else text[: text.rfind(" ", 0, _LONGEST)] + " …"


_LONGEST: Final = 60
