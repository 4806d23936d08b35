"""A form sent back, as changes of the file: only what differs from what stands there.

`set:<path>` is the text of a field, an empty one nothing; `add` names a list that gets a row (with
`{}` behind it the fields of a record where the path of a file could stand, too), `remove` what is
taken out, `move` a row and its new index (`costs[2]:1`), `none` a list that is to say that there
are none. A group that is not needed and in which nothing stands any more is taken out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from generator.errors import BadValue, DataError, Place
from generator.model.records import Record
from generator.tripfiles.content import Data, item, path_of, steps_of
from generator.tripfiles.editing import Add, Change, Move, Put, Remove, applied
from generator.web.forms.fields import Field, Group, Rows, blank, part_at

SET: Final = "set:"
_INLINE: Final = "{}"


def changes_of(posted: Iterable[tuple[str, str]], data: Data, root: type[Record]) -> list[Change]:
    """Return the changes that a form asks for, in the order in which they are to be made.

    Raises DataError `change.place` for what the form of a `root` does not have.
    """
    sent = dict(posted)
    try:
        changes = list(_puts(sent, data, root))
        changes += _left_empty(changes, data, root)
        for name, value in sent.items():
            changes += _ACTIONS[name](value, data, root) if name in _ACTIONS else []
    except BadValue as bad:
        raise DataError([bad.fault.at(Place(field=str(bad.fault.values.get("path", ""))))]) from None
    return changes


def _puts(sent: Mapping[str, str], data: Data, root: type[Record]) -> Iterator[Change]:
    """Yield a change for every text that differs from the one that is there."""
    for name, value in sent.items():
        if not name.startswith(SET):
            continue
        path = name.removeprefix(SET)
        _refuse_unless(_takes_text(path, root), path)
        text = value.replace("\r\n", "\n").replace("\r", "\n").strip()
        found = value_at(data, path)
        there = "" if found is None else str(found).strip()
        if text != there and "\n" not in there and _is_of_one_line(path, root):
            text = " ".join(text.split("\n"))
        if text != there:
            yield Put(path, text or None)


def _takes_text(path: str, root: type[Record]) -> bool:
    """Whether the form has an input for a path."""
    steps = steps_of(path)
    part = part_at(steps, root)
    if isinstance(part, Rows):
        return isinstance(steps[-1], int) and (part.record is None or part.or_file)
    return isinstance(part, Field) or (isinstance(part, Group) and part.or_file)


def _is_of_one_line(path: str, root: type[Record]) -> bool:
    """Whether a text has no lines of its own: a name, a title, a figure."""
    part = part_at(steps_of(path), root)
    one = part.text if isinstance(part, Rows) else part
    return not (isinstance(one, Field) and one.kind == "prose")


def _left_empty(changes: list[Change], data: Data, root: type[Record]) -> Iterator[Change]:
    """Yield the removal of every group that is not needed and holds nothing after changes."""
    after = data
    for change in changes:
        after = applied(after, change)
    gone: set[str] = set()
    for change in changes:
        steps = steps_of(change.path)
        for length in range(1, len(steps)):
            path = path_of(steps[:length])
            if path in gone:
                break
            if _may_go(steps[:length], root) and _is_empty(value_at(after, path)):
                gone.add(path)
                yield Remove(path)
                break


def _may_go(steps: tuple[str | int, ...], root: type[Record]) -> bool:
    """Whether a group can be left out."""
    part = part_at(steps, root)
    return isinstance(part, Group) and not part.needed


def _is_empty(value: object) -> bool:
    """Whether a group is there and holds nothing."""
    return isinstance(value, dict) and not any(map(_says_something, value.values()))


def _says_something(value: object) -> bool:
    if isinstance(value, dict):
        return any(map(_says_something, value.values()))
    return bool(value)


def value_at(data: Data, path: str) -> Any:
    """Return the value at a path, None when there is none."""
    found: Any = data
    for step in steps_of(path):
        if isinstance(step, int):
            found = found[step] if isinstance(found, list) and step < len(found) else None
        else:
            found = found.get(step) if isinstance(found, dict) else None
    return found


# -- rows -------------------------------------------------------------------------------------------
def _add(value: str, data: Data, root: type[Record]) -> list[Change]:
    path = value.removesuffix(_INLINE)
    rows = _rows(path, root)
    a_file = rows.or_file and not value.endswith(_INLINE)
    return [Add(path, None if a_file or rows.record is None else blank(rows))]


def _none(path: str, data: Data, root: type[Record]) -> list[Change]:
    _refuse_unless(_rows(path, root).answers and value_at(data, path) is None, path)
    return [Add(path), Remove(item(path, 0))]


def _remove(path: str, data: Data, root: type[Record]) -> list[Change]:
    _refuse_unless(part_at(steps_of(path), root) is not None, path)
    return [Remove(path)]


def _move(value: str, data: Data, root: type[Record]) -> list[Change]:
    path, _, to = value.rpartition(":")
    _refuse_unless(to.isascii() and to.isdecimal() and len(to) < 7, path)
    _refuse_unless(part_at(steps_of(path), root) is not None, path)
    return [Move(path, int(to))]


_ACTIONS: Final = {"add": _add, "none": _none, "remove": _remove, "move": _move}


def _rows(path: str, root: type[Record]) -> Rows:
    steps = steps_of(path)
    part = part_at(steps, root)
    if not isinstance(part, Rows) or isinstance(steps[-1], int):
        raise BadValue("change.place", path=path)
    return part


def _refuse_unless(fits: bool, path: str) -> None:
    if not fits:
        raise BadValue("change.place", path=path)
