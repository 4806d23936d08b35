"""YAML (and JSON) to plain data: every value stays the text that was typed, with its place.

The events of the parser are walked rather than loaded: YAML's own reading would turn 12:30 into
750, NO into False and 24415.44 into a float.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final

import yaml
from yaml.events import (
    AliasEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from generator.errors import Fault, Place
from generator.tripfiles.content import MAX_DEPTH, UNFIT, Content, Data, Places, item, member, section, unfit
from generator.tripfiles.text import STAND_IN, decoded
from generator.tripfiles.yaml_faults import syntax_faults

LOADER: Final[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The parser of YAML: the one in C where it is there."""
NOTHING: Final = ("", "~", "null")


def read(data: bytes, name: str) -> Content:
    """Return the content of a YAML or JSON file and every fault of its writing."""
    text, faults = decoded(data, name)
    if text is None:
        return Content(None, faults=faults)
    walk = _Walk(text, name, faults)
    root = walk.root()
    usable = root if isinstance(root, dict) else None
    return Content(usable, walk.values, walk.keys, tuple(walk.faults), frozenset(walk.spoiled))


def is_nothing(event: ScalarEvent) -> bool:
    """Whether a text stands for nothing: an empty one, `~` or `null`, without quotes."""
    return event.value in NOTHING and event.implicit[0]


class _Unusable(Exception):
    """The file cannot be read further; the faults tell why."""


class _Walk:
    """One walk over the events of one file."""

    def __init__(self, text: str, name: str, faults: tuple[Fault, ...]) -> None:
        """Take the text, the name of its file, and the faults of its characters."""
        self.text = text
        self.name = name
        self.faults = list(faults)
        self.unfit = bool(faults)
        self.escapes = "\\" in text
        self.values = Places()
        self.keys = Places()
        self.spoiled: set[str] = set()

    def root(self) -> object:
        """Return the root value of the only document, None when there is none that can be used."""
        try:
            # Asking the parser itself, not the iterator of PyYAML over it: 9 % of reading a trip.
            self.next: Callable[[], Event] = LOADER(self.text).get_event
            return self._only_document()
        except yaml.MarkedYAMLError as error:
            self.faults += syntax_faults(error, self.text, self.name)
        except _Unusable:
            pass
        return None

    def _only_document(self) -> object:
        """Return the mapping of the first document; a second one is a fault."""
        self.next()
        root = None
        if isinstance(self.next(), DocumentStartEvent):
            first = self.next()
            root = self._node(first, "", 1)
        if root is None:
            self._refuse("file.empty", Place(self.name, 1, 1))
        elif not isinstance(root, dict):
            self._refuse("file.not-mapping", self._place(first, ""))
        else:
            self._refuse_more_documents()
        return root

    def _refuse_more_documents(self) -> None:
        """Note a document after the first one."""
        self.next()
        after = self.next()
        if isinstance(after, DocumentStartEvent):
            self._refuse("yaml.documents", self._place(after, ""))

    def _node(self, event: Event, path: str, depth: int) -> object:
        """Return the value that begins with an event: a text, None, a list or a mapping."""
        self._note(self.values, event, path)
        kind = type(event)
        if kind is AliasEvent or event.anchor is not None or event.tag is not None:  # type: ignore[attr-defined]
            self._refuse_marks(event, self._place(event, path))
        if kind is ScalarEvent:
            return self._scalar(event, path)  # type: ignore[arg-type]
        if kind is AliasEvent:
            return None
        if depth > MAX_DEPTH:
            self._refuse(
                "yaml.depth", replace(self._place(event, path), field=section(path)), limit=MAX_DEPTH
            )
            raise _Unusable
        return self._mapping(path, depth) if kind is MappingStartEvent else self._list(path, depth)

    def _refuse_marks(self, event: Event, place: Place) -> None:
        """Note anchors, aliases and tags: a trip says each thing where it stands."""
        if isinstance(event, NodeEvent) and event.anchor is not None:
            alias = isinstance(event, AliasEvent)
            self._refuse("yaml.alias" if alias else "yaml.anchor", place, name=event.anchor)
            if alias:
                self.spoiled.add(place.field)
        if isinstance(event, (ScalarEvent, CollectionStartEvent)) and event.tag is not None:
            self._refuse("yaml.tag", place, tag=_short(event.tag))
            self.spoiled.add(place.field)

    def _scalar(self, event: ScalarEvent, path: str) -> str | None:
        """Return a text as it was typed; an empty one, `~` and `null` are None."""
        text: str = event.value
        if self.unfit and STAND_IN in text:
            self._claim(event, path)
        if self.escapes and (found := UNFIT.search(text)):
            self.faults.append(unfit(found[0], self._place(event, path)))
            self.spoiled.add(path)
        return None if is_nothing(event) else text

    def _list(self, path: str, depth: int) -> list[object]:
        """Return the items up to the end of a list."""
        items: list[object] = []
        while type(event := self.next()) is not SequenceEndEvent:
            items.append(self._node(event, item(path, len(items)), depth + 1))
        return items

    def _mapping(self, path: str, depth: int) -> Data:
        """Return the fields up to the end of a mapping; of a name that is repeated, the first."""
        data: Data = {}
        last = ""
        before = f"{path}." if path else ""
        while type(event := self.next()) is not MappingEndEvent:
            name = self._key(event, path, depth)
            where = before + name
            repeated = name in data
            if repeated:
                first = self.keys[where]
                self._refuse("yaml.duplicate", self._place(event, where), name=name, line=first.line)
            self._note(self.keys, event, where)
            after = self.next()
            if self._left_over(event, after):
                self._refuse("yaml.comma", self._place(event, where), name=name)
                self.spoiled.update((where, before + last))
                continue
            value = self._node(after, where, depth + 1)
            last = name
            if not repeated:
                data[name] = value
        return data

    def _key(self, event: Event, path: str, depth: int) -> str:
        """Return the name of a field; anything but a text is a fault."""
        if isinstance(event, ScalarEvent):
            name: str = event.value
            if event.anchor is not None or event.tag is not None:
                self._refuse_marks(event, self._place(event, path))
            if self.escapes and (found := UNFIT.search(name)):
                self.faults.append(unfit(found[0], self._place(event, path)))
            return name
        self._refuse("yaml.key", self._place(event, path))
        if isinstance(event, (MappingStartEvent, SequenceStartEvent)):
            self._node(event, member(path, "?"), depth + 1)
        self.spoiled.add(member(path, "?"))
        return "?"

    def _left_over(self, key: Event, value: Event) -> bool:
        """Whether a name has no colon: within braces, what follows a comma in a value."""
        if type(value) is not ScalarEvent or value.value or not value.implicit[0]:
            return False
        if key.end_mark is None or value.start_mark is None:
            return False
        start, end = key.start_mark.index if key.start_mark else 0, value.start_mark.index
        return ":" not in self.text[key.end_mark.index : end + 1] and self.text[start - 1 : start] != "?"

    def _claim(self, event: ScalarEvent, path: str) -> None:
        """Give the faults of the characters within a text the path of its field."""
        first, last = _position(event.start_mark), _position(event.end_mark)
        for number, one in enumerate(self.faults):
            at = (one.place.line or 0, one.place.column or 0)
            if one.id == "text.character" and not one.place.field and first <= at < last:
                self.faults[number] = one.at(Place(self.name, *at, path))
                self.spoiled.add(path)

    def _refuse(self, id: str, place: Place, **values: object) -> None:
        """Note a fault of the file."""
        self.faults.append(Fault(id, values, place))

    def _note(self, places: Places, event: Event, path: str) -> None:
        """Note where a path begins."""
        mark: Any = event.start_mark
        places.add(path, self.name, mark.line + 1, mark.column + 1)

    def _place(self, event: Event, path: str) -> Place:
        """Return the place where an event begins."""
        return Place(self.name, *_position(event.start_mark), path)


def _position(mark: Any) -> tuple[int, int]:
    """Return the line and column of a mark of the parser, from 1."""
    return mark.line + 1, mark.column + 1


def _short(tag: str) -> str:
    """Return a tag as it is usually typed."""
    return re.sub(r"^tag:yaml\.org,2002:", "!!", tag)
