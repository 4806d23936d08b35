"""Where everything stands in the text of a YAML file: values, names, dashes, lines and comments.

The marks are those of the parser's events; what it says nothing of (a dash, a colon, a comma) is
found in the text between them, where only blanks and comments stand besides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import field
from typing import Any, Literal

import yaml
from yaml.events import CollectionEndEvent, Event, MappingStartEvent, ScalarEvent, SequenceStartEvent

from generator.errors import BadValue
from generator.frozen import dataclass
from generator.tripfiles.yaml_file import LOADER, is_nothing

_SKIPPED = re.compile(r"(?:[ \t\r\n]|(?:(?<=[ \t\r\n,\[{])|^)#[^\r\n]*)*")
_HEADER = re.compile(r"[|>][-+0-9]*")
_LAST_BREAK = re.compile(r"(?:\r\n|\r|\n)\Z")
_COMMENT = re.compile(r"(?:(?<=[\s,\[\]{}])|^)#[^\r\n]*", re.MULTILINE)


@dataclass(slots=True)
class Node:
    """A value: the range of its text, empty when nothing stands there; `flow` is one in brackets.

    Of a text, `style` is "", "'", '"', "|" or ">", and of the last two the header ends at `head`.
    """

    kind: Literal["text", "list", "record"]
    start: int
    end: int
    flow: bool = False
    style: str = ""
    head: int = 0
    nothing: bool = False
    members: list[Member] = field(default_factory=list)


@dataclass(slots=True)
class Member:
    """A field of a record or an item of a list.

    It begins at `start` with its name or its dash; the colon or the dash ends at `after`.
    """

    name: str
    start: int
    after: int
    node: Node

    @property
    def end(self) -> int:
        """Where its text ends."""
        return max(self.after, self.node.end)


@dataclass(frozen=True, slots=True)
class Marks:
    """The text of a file and the place of everything in it; `root` stands for the whole."""

    text: str
    root: Member

    @property
    def newline(self) -> str:
        """How lines end in the file: as the first one does."""
        found = re.search(r"\r\n|\n|\r", self.text)
        return found[0] if found else "\n"

    def column(self, at: int) -> int:
        """Return how many characters stand before a place on its line."""
        return at - self.line_start(at)

    def line_start(self, at: int) -> int:
        """Return where the line of a place begins."""
        return max(self.text.rfind("\n", 0, at), self.text.rfind("\r", 0, at)) + 1

    def line_end(self, at: int) -> int:
        """Return where the line of a place ends, before its line feed."""
        found = re.compile(r"[\r\n]").search(self.text, at)
        return found.start() if found else len(self.text)

    def past_line(self, at: int) -> int:
        """Return where the line after that of a place begins."""
        end = self.line_end(at)
        return end + (2 if self.text.startswith("\r\n", end) else 1 if end < len(self.text) else 0)

    def end_before(self, line: int) -> int:
        """Return where the line before the one that begins here ends."""
        return line - (2 if self.text[:line].endswith("\r\n") else min(line, 1))

    def line_above(self, line: int) -> int:
        """Return where the line before the one that begins here begins; the first one has none."""
        return self.line_start(self.end_before(line))

    def lines_apart(self, start: int, end: int) -> bool:
        """Whether there is a line feed between two places."""
        return self.line_end(start) < end

    def is_blank(self, start: int, end: int) -> bool:
        """Whether nothing but blanks stands between two places."""
        return not self.text[start:end].strip()

    def comments(self) -> Iterator[str]:
        """Yield every comment of the file."""
        masked = list(self.text)
        for node in texts_in(self.root.node):
            hidden = slice(self.line_end(node.head) if node.head else node.start, node.end)
            masked[hidden] = ["x" if one not in "\r\n" else one for one in masked[hidden]]
        for found in _COMMENT.finditer("".join(masked)):
            yield self.text[found.start() : found.end()].rstrip()


def texts_in(node: Node) -> Iterator[Node]:
    """Yield every text of a value."""
    if node.kind == "text":
        yield node
    for member in node.members:
        yield from texts_in(member.node)


def marked(text: str) -> Marks:
    """Return the marks of a text that can be parsed; raises BadValue `change.unsafe` for odd writing."""
    walk = _Walk(text, iter(yaml.parse(text, Loader=LOADER)))
    next(walk.events)
    next(walk.events)
    root = Member("", 0, 0, walk.node(next(walk.events), 0))
    return Marks(text, root)


class _Walk:
    """One walk over the events of the first document of a file."""

    def __init__(self, text: str, events: Iterator[Event]) -> None:
        self.text = text
        self.events = events

    def node(self, event: Event, after: int) -> Node:
        """Return the value that begins with an event; one that is empty stands at `after`."""
        if isinstance(event, SequenceStartEvent):
            return self._filled(Node("list", *_range(event), bool(event.flow_style)))
        if isinstance(event, MappingStartEvent):
            return self._filled(Node("record", *_range(event), bool(event.flow_style)))
        if isinstance(event, ScalarEvent):
            return self._text(event, after)
        return Node("text", *_range(event))

    def _text(self, event: ScalarEvent, after: int) -> Node:
        start, end = _range(event)
        style = (event.style or "").strip()
        if start == end:
            return Node("text", after, after, nothing=True)
        if style not in ("|", ">"):
            return Node("text", start, end, style=style, nothing=is_nothing(event))
        header = _HEADER.search(self.text, start)
        assert header is not None
        return Node("text", start, max(self._block_end(start, end, header[0]), header.end()), style=style,
                    head=header.end())  # fmt: skip

    def _block_end(self, start: int, end: int, header: str) -> int:
        """Return where a block of text ends; empty lines after it belong to it only when it keeps them."""
        written = self.text[start:end]
        return start + len(_LAST_BREAK.sub("", written) if "+" in header else written.rstrip())

    def _filled(self, node: Node) -> Node:
        """Return a list or a record with its members, up to its end."""
        at = node.start + 1 if node.flow else node.start
        while not isinstance(event := next(self.events), CollectionEndEvent):
            member = self._field(event) if node.kind == "record" else self._item(event, node, at)
            node.members.append(member)
            at = member.end
        node.end = _range(event)[1] if node.flow else at
        return node

    def _item(self, event: Event, node: Node, at: int) -> Member:
        """Return an item; in a list without brackets it begins with a dash."""
        if node.flow:
            inner = self.node(event, at)
            return Member("", inner.start, inner.start, inner)
        dash = skipped(self.text, at)
        if self.text[dash : dash + 1] != "-":
            raise BadValue("change.unsafe")
        return Member("", dash, dash + 1, self.node(event, dash + 1))

    def _field(self, key: Event) -> Member:
        if not isinstance(key, ScalarEvent):
            raise BadValue("change.unsafe")
        start, end = _range(key)
        colon = skipped(self.text, end)
        after = colon + 1 if self.text[colon : colon + 1] == ":" else end
        return Member(key.value, start, after, self.node(next(self.events), after))


def skipped(text: str, at: int) -> int:
    """Return the first place from `at` where neither a blank nor a comment stands."""
    found = _SKIPPED.match(text, at)
    return found.end() if found else at


def _range(event: Event) -> tuple[int, int]:
    """Return where the text of an event begins and ends."""
    start: Any = event.start_mark
    end: Any = event.end_mark
    return start.index, end.index
