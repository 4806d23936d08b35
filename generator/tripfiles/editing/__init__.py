"""A trip file changed at one place: the text of YAML or JSON and a change, to the text with it.

Every comment, blank line, quote and order that the change does not concern stays byte for byte. What
was written is read again before it is handed out: it says exactly what the change was to make it say.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import PurePath
from typing import Final

import yaml

from generator.errors import BadValue, DataError, Place
from generator.frozen import dataclass
from generator.model import Trip
from generator.model.records import Record
from generator.tripfiles import yaml_file
from generator.tripfiles.content import UNFIT, Data
from generator.tripfiles.editing.changes import Add, Change, Move, Put, Remove, applied
from generator.tripfiles.editing.marks import Marks, marked
from generator.tripfiles.editing.splices import spliced
from generator.tripfiles.editing.splicing import Splicer
from generator.tripfiles.text import STAND_IN

__all__ = ["Add", "Change", "Edited", "Move", "Put", "Remove", "applied", "edited"]

_BOM: Final = "\ufeff"


@dataclass(frozen=True, slots=True)
class Edited:
    """The bytes of a changed file, and the comments that went away with what was taken out."""

    data: bytes
    lost: tuple[str, ...] = ()


def edited(data: bytes, changes: Sequence[Change], name: str, root: type[Record] = Trip) -> Edited:
    """Return a trip file (of a `root` Trip) or a project file with changes made, one after the other.

    `name` is how places call the file; its suffix tells JSON from YAML. Raises DataError with the
    faults of a file that cannot be read, `change.place` when there is no place for a change, and
    `change.unsafe` where the file is written so that the change would touch more than its place.
    """
    content = yaml_file.read(data, name)
    if content.data is None:
        raise DataError(content.faults)
    text = data.decode()
    mark = _BOM if text.startswith(_BOM) else ""
    text, said = text.removeprefix(_BOM), content.data
    before = text
    json = PurePath(name).suffix.lower() == ".json"
    for change in changes:
        text, said = _changed(text, said, change, name, root, json)
    result = (mark + text).encode()
    if yaml_file.read(result, name).data != said:
        raise _refused(BadValue("change.unsafe"), name, changes)
    taken_out = any(isinstance(change, Remove) for change in changes)
    return Edited(result, _lost(_marks(before, name), _marks(text, name)) if taken_out else ())


def _changed(
    text: str, said: Data, change: Change, name: str, root: type[Record], json: bool
) -> tuple[str, Data]:
    """Return a text and its data with one change made."""
    try:
        after = applied(said, change)
        return spliced(text, Splicer(_marks(text, name), root, json).splices(change)), after
    except BadValue as bad:
        raise _refused(bad, name, [change]) from None


def _marks(text: str, name: str) -> Marks:
    """Return the marks of a text; what no parser takes stands there as in the reader."""
    try:
        marks = marked(UNFIT.sub(STAND_IN, text))
    except (yaml.YAMLError, BadValue):
        raise _refused(BadValue("change.unsafe"), name, ()) from None
    return Marks(text, marks.root)


def _lost(before: Marks, after: Marks) -> tuple[str, ...]:
    """Return the comments that are no more, in their order."""
    left = Counter(after.comments())
    lost = []
    for comment in before.comments():
        if left[comment]:
            left[comment] -= 1
        else:
            lost.append(comment)
    return tuple(lost)


def _refused(bad: BadValue, name: str, changes: Sequence[Change]) -> DataError:
    path = changes[-1].path if changes else ""
    return DataError([bad.fault.at(Place(name, field=path))])
