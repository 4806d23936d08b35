"""Values as they are written into a YAML file, so that its reader gives back exactly what was typed."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterator
from functools import cache
from typing import Any, Final

import yaml
from yaml.emitter import Emitter

from generator.errors import BadValue
from generator.frozen import dataclass
from generator.tripfiles.content import UNFIT
from generator.tripfiles.yaml_file import LOADER, NOTHING

STEP: Final = 2
"""By how much what is inside a field is indented."""
WIDTH: Final = 110
"""How long the lines of folded texts are when nothing else is known."""


@dataclass(frozen=True, slots=True)
class Written:
    """A value: what stands behind its name or dash, and the lines below, indented from that name."""

    head: str
    body: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Looks:
    """How a value is to be written: in brackets or not, as JSON, in the style of the text before it."""

    flow: bool = False
    json: bool = False
    style: str = ""
    width: int = WIDTH


def written(value: object, looks: Looks, *, item: bool = False) -> Written:
    """Return a value (a text, None, a record or a list of such) as it is written behind its name.

    An `item` stands behind a dash, where the first line of a record has room.
    """
    if looks.json or looks.flow:
        return Written(_flow(value, looks, item))
    if isinstance(value, str):
        return _text(value, looks)
    if not value:
        return Written("" if value is None else "[]" if isinstance(value, list) else "{}")
    lines = lines_of(value, looks)
    return Written(lines[0], tuple(_indented(lines[1:]))) if item else Written("", tuple(_indented(lines)))


def lines_of(value: object, looks: Looks) -> list[str]:
    """Return the lines of a list or a record, seen from its own column."""
    lines = []
    members = [("-", one) for one in value] if isinstance(value, list) else _named(value)
    for name, one in members:
        inner = written(one, looks, item=name == "-")
        lines += [f"{name} {inner.head}".rstrip(), *inner.body]
    return lines


def _named(value: object) -> list[tuple[str, object]]:
    return [(f"{name}:", one) for name, one in value.items()] if isinstance(value, dict) else []


def _indented(lines: list[str]) -> Iterator[str]:
    return (" " * STEP + line if line else "" for line in lines)


def _flow(value: object, looks: Looks, item: bool = False) -> str:
    """Return a value on one line."""
    if value is None:
        return "null" if looks.json else "~" if item else ""
    if isinstance(value, list):
        return f"[{', '.join(_flow(one, looks, True) for one in value)}]"
    if isinstance(value, dict):
        return "{" + ", ".join(field(name, one, looks) for name, one in value.items()) + "}"
    return _quoted(str(value)) if looks.json else _on_a_line(str(value), looks)


def field(name: str, value: object, looks: Looks) -> str:
    """Return a field with its name as it is written within braces."""
    return f"{_quoted(name) if looks.json else name}: {_flow(value, looks)}"


# -- texts ----------------------------------------------------------------------------------------
def _text(text: str, looks: Looks) -> Written:
    """Return a text: in the style of the one before it where that can hold it, else plain or quoted."""
    wanted = [looks.style] if looks.style in ("|", ">") else []
    for style in [*wanted, *(["|"] if "\n" in text else [])]:
        lines = _folded(text, looks.width) if style == ">" else text.rstrip("\n").split("\n")
        block = Written(style + _chomping(text), tuple(_indented(lines)))
        if _reads_as(block, text):
            return block
    return Written(_on_a_line(text, looks))


def _on_a_line(text: str, looks: Looks) -> str:
    """Return a text on one line; it keeps its quotes."""
    look = _emitter().analyze_scalar(text)
    plain = look.allow_flow_plain if looks.flow else look.allow_block_plain
    if plain and not look.multiline and looks.style not in ("'", '"') and text not in NOTHING:
        return text
    if look.allow_single_quoted and not look.multiline and looks.style == "'":
        return "'" + text.replace("'", "''") + "'"
    return _quoted(text)


def _quoted(text: str) -> str:
    """Return a text in double quotes; raises BadValue `text.character` for half of a pair."""
    if half := re.search("[\ud800-\udfff]", text):
        raise BadValue("text.character", code=f"U+{ord(half[0]):04X}")
    return UNFIT.sub(_escaped, json.dumps(text, ensure_ascii=False))


def _escaped(found: re.Match[str]) -> str:
    code = ord(found[0])
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


@cache
def _emitter() -> Any:
    """Return what knows which texts need quotes."""
    return Emitter(None, allow_unicode=True)  # type: ignore[arg-type]


def _chomping(text: str) -> str:
    """Return the mark of a block's end: whether a line feed ends the text."""
    return "" if text.endswith("\n") else "-"


def _folded(text: str, width: int) -> list[str]:
    """Return the lines of a folded text: a line feed of its own is an empty line."""
    paragraphs = text.rstrip("\n").split("\n")
    wrapped = [_wrapped(one, width) for one in paragraphs]
    return [line for at, lines in enumerate(wrapped) for line in ([""] * bool(at) + lines)]


def _wrapped(paragraph: str, width: int) -> list[str]:
    """Return the lines of a paragraph, broken only where a single space stands between words."""
    words = textwrap.TextWrapper(
        width, expand_tabs=False, replace_whitespace=False, drop_whitespace=True,
        break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip
    return words.wrap(paragraph) if paragraph else []


def _reads_as(block: Written, text: str) -> bool:
    """Whether a block of lines is read as a text."""
    snippet = "\n".join([f"- {block.head}", *block.body, "- x"])
    try:
        events = list(yaml.parse(snippet, Loader=LOADER))
    except yaml.YAMLError:
        return False
    return len(events) == 8 and getattr(events[3], "value", None) == text
