"""Trip files as people write them: any data in any layout of YAML, with comments and blank lines.

Written without PyYAML, so that what is read back has two authors.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st

NAMES = (
    "id",
    "project",
    "title",
    "journey",
    "goals",
    "costs",
    "item",
    "amount",
    "document",
    "number",
    "sample",
)
ODD = (
    "null", "~", "jā", "12,50", "a: b", "a #b", "- a", "5 %", "„a”", "# x", "a,b", "it's", 'say "x"',
    "[x]", "{y}", "a\nb", "a\n\nb", "a\nb\n", " a", "a ", "x: y\n- z", "@a", "!b", "&c", "*d", "|", ">",
    "---", "...", "?", "a:", "\ta", "C:\\x", "%", "2012-08-31", "", "no", "é😀", "\n", "a\n  b\nc",
)  # fmt: skip
WORDS = st.text("abcāčž 019,.:;-#'\"[]{}&*!|>%@\\?\n", max_size=16)
TEXTS = st.one_of(st.sampled_from(ODD), WORDS)
SCALARS = st.one_of(st.none(), TEXTS)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.sampled_from(NAMES), inner, max_size=4)
    ),
    max_leaves=14,
)
RECORDS = st.dictionaries(st.sampled_from(NAMES), VALUES, min_size=1, max_size=5)
PLAIN = frozenset("abcdefghijklmnopqrstuvwxyzāčž019.")


@dataclass
class Hand:
    """One person's hand: draws how each value is written; comments are numbered."""

    draw: st.DrawFn
    comments: int = 0

    def any(self, *choices: Any) -> Any:
        return self.draw(st.sampled_from(choices))

    def comment(self) -> str:
        self.comments += 1
        return f"# c{self.comments}"

    def behind(self) -> str:
        """What may stand behind a value on its line."""
        return self.any("", "", "", "   ") or (f"   {self.comment()}" if self.any(0, 0, 1) else "")

    def above(self, column: int) -> list[str]:
        """Lines that may stand above a member."""
        kinds = {0: [], 1: [""], 2: [" " * column + self.comment()], 3: ["", " " * column + self.comment()]}
        return kinds[self.any(0, 0, 0, 0, 1, 2, 3)]

    # -- values -----------------------------------------------------------------------------------
    def behind_name(self, value: Any, column: int, item: bool) -> list[str]:
        """A value behind its name or its dash at a column: the rest of that line, and the lines below."""
        if value and isinstance(value, (dict, list)) and self.any(0, 0, 1):
            return [f" {self.flow(value)}{self.behind()}"]
        if value and isinstance(value, dict):
            step = 2 if item else self.any(2, 4)
            lines = self.record(value, column + step)
            if item and lines[0].strip() and not lines[0].lstrip().startswith("#"):
                return [lines[0][column + 1 :], *lines[1:]]
            return [self.behind(), *lines]
        if value and isinstance(value, list):
            return [self.behind(), *self.items(value, column + (2 if item else self.any(0, 2)))]
        if isinstance(value, str) and (block := self.block(value, column + 2)):
            return block
        text = self.one_line(value, flow=False)
        return [(f" {text}" if text else "") + self.behind()]

    def record(self, value: dict[str, Any], column: int) -> list[str]:
        lines = []
        for name, one in value.items():
            first, *below = self.behind_name(one, column, item=False)
            lines += [*self.above(column), f"{' ' * column}{name}:{first}", *below]
        return lines

    def items(self, value: Sequence[Any], column: int) -> list[str]:
        lines = []
        for one in value:
            first, *below = self.behind_name(one, column, item=True)
            lines += [*self.above(column), f"{' ' * column}-{first}", *below]
        return lines

    def flow(self, value: Any) -> str:
        if isinstance(value, dict):
            return "{" + ", ".join(f"{name}: {self.flow(one)}" for name, one in value.items()) + "}"
        if isinstance(value, list):
            return "[" + ", ".join(self.flow(one) or "~" for one in value) + "]"
        return self.one_line(value, flow=True)

    def one_line(self, value: Any, flow: bool) -> str:
        if not isinstance(value, str):
            return {"[]": "[]", "{}": "{}"}.get(str(value)) or self.any("~", "null", "")
        words = value.split(" ")
        if (
            value
            and set("".join(words)) <= PLAIN
            and all(words)
            and self.any(0, 1)
            and value not in ("...", "null")
        ):
            return value
        if "\n" not in value and "\t" not in value and self.any(0, 1):
            return "'" + value.replace("'", "''") + "'"
        return json.dumps(value, ensure_ascii=self.any(False, True) and value.isascii())

    def block(self, text: str, column: int) -> list[str]:
        """A text in lines of its own, where they can hold it."""
        lines = text.removesuffix("\n").split("\n")
        if not all(line.strip() == line and line for line in lines) or self.any(0, 1):
            return []
        style = self.any("|", ">") if "\n" not in text.removesuffix("\n") else "|"
        mark = "" if text.endswith("\n") else "-"
        return [f" {style}{mark}{self.behind()}", *(" " * column + line for line in lines)]


@st.composite
def files(draw: st.DrawFn) -> tuple[bytes, dict[str, Any]]:
    """The bytes of a file, and the data it was written for."""
    data = draw(RECORDS)
    hand = Hand(draw)
    lines = hand.record(data, 0) + hand.above(0)
    newline = hand.any("\n", "\n", "\r\n")
    text = newline.join(lines) + newline
    return hand.any(b"", b"", b"\xef\xbb\xbf") + text.encode(), data


def places(value: Any, path: str = "") -> list[tuple[str, Any]]:
    """Every path of some data, the root without, with its value."""
    found = [(path, value)] if path else []
    if isinstance(value, dict):
        for name, one in value.items():
            found += places(one, f"{path}.{name}" if path else name)
    if isinstance(value, list):
        for at, one in enumerate(value):
            found += places(one, f"{path}[{at}]")
    return found
