"""Errors of the YAML parser in a person's words: each with its place and how to mend it."""

from __future__ import annotations

import re
from typing import Final

import yaml

from generator.errors import Fault, Place, fault

_BY_PROBLEM: Final = {
    "mapping values are not allowed": "yaml.colon",
    "could not find expected ':'": "yaml.no-colon",
    "did not find expected key": "yaml.indent",
    "did not find expected '-' indicator": "yaml.indent",
    "expected <block end>": "yaml.indent",
    "sequence entries are not allowed": "yaml.dash",
    "found unexpected end of stream": "yaml.quote",
    "expected ',' or": "yaml.bracket",
    "expected node content": "yaml.character",
    "expected the node content": "yaml.character",
    "cannot start any token": "yaml.character",
    "unknown escape character": "yaml.escape",
    "invalid Unicode character escape code": "yaml.escape",
    "hexdecimal number": "yaml.escape",
    "hexadecimal numbers": "yaml.escape",
}
"""What the parser says, in part (the one in C and the one in Python word it differently)."""

_BY_CONTEXT: Final = {
    "while scanning an alias": "yaml.character",
    "while scanning an anchor": "yaml.character",
}
_AT_CONTEXT: Final = ("yaml.no-colon", "yaml.quote")
_TABBED: Final = re.compile(r"^ *(\t)", re.MULTILINE)


def syntax_faults(error: yaml.MarkedYAMLError, text: str, name: str) -> list[Fault]:
    """Return the faults behind an error of the parser: every tab of indentation, or the error itself."""
    mark = error.problem_mark
    if mark is None:
        return [fault("yaml.syntax", Place(name))]
    lines = text.splitlines() or [""]
    if _TABBED.match(lines[min(mark.line, len(lines) - 1)]):
        return [_tab(found, text, name) for found in _TABBED.finditer(text)]
    id = _BY_CONTEXT.get(error.context or "") or _of_problem(error.problem or "")
    if id == "yaml.indent" and _before(lines, mark).endswith(("'", '"')):
        id = "yaml.after-quote"
    if error.context_mark is not None and (id in _AT_CONTEXT or error.context in _BY_CONTEXT):
        mark = error.context_mark
    opened = (error.context_mark or mark).line + 1
    return [fault(id, _place(lines, mark, name), character=_character(lines, mark), line=opened)]


def _place(lines: list[str], mark: yaml.Mark, name: str) -> Place:
    """Return the place of a mark; the end of a text, which the parser puts below it, is on its last line."""
    if mark.line < len(lines):
        return Place(name, mark.line + 1, mark.column + 1)
    return Place(name, len(lines), len(lines[-1]) + 1)


def _of_problem(problem: str) -> str:
    """Return the id of a fault by what the parser says of it."""
    return next((id for part, id in _BY_PROBLEM.items() if part in problem), "yaml.syntax")


def _character(lines: list[str], mark: yaml.Mark) -> str:
    """Return the character at a mark, empty after the end of the text."""
    line = lines[mark.line] if mark.line < len(lines) else ""
    return line[mark.column : mark.column + 1]


def _before(lines: list[str], mark: yaml.Mark) -> str:
    """Return what stands before a mark on its line."""
    return lines[mark.line][: mark.column].rstrip() if mark.line < len(lines) else ""


def _tab(found: re.Match[str], text: str, name: str) -> Fault:
    """Return the fault of a tab in the indentation."""
    line = text.count("\n", 0, found.start()) + 1
    return fault("yaml.tab", Place(name, line, found.start(1) - found.start() + 1))
