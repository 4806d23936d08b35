"""A trip file looked at: its form, its faults and how the checks ended."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import field, replace
from pathlib import Path
from typing import Final

from generator import checks, tripfiles
from generator.checks import Checked
from generator.errors import BadValue, Fault, Place, Severity
from generator.frozen import dataclass
from generator.images import Header, inspect
from generator.latvian import LatvianStyle
from generator.model import Trip
from generator.model.records import Record
from generator.tripfiles import Examined, yaml_file
from generator.tripfiles.content import Content, Data
from generator.web.forms.filled import filled
from generator.web.forms.nodes import Form
from generator.web.forms.understood import understanding
from generator.web.store.drafts import Draft

_PROJECT: Final = "project"


@dataclass(frozen=True, slots=True)
class Look:
    """What is seen of a draft: its data as typed and its form, the faults of its data, its checks.

    `data` and `form` are None when the file cannot be read at all; `faults` tell why. `pictures` are
    those that can be used, by their fields.
    """

    draft: Draft
    data: Data | None
    form: Form | None
    faults: tuple[Fault, ...]
    checked: Checked
    sound: Mapping[str, object]
    pictures: Mapping[str, Header] = field(default_factory=dict)

    @property
    def told(self) -> tuple[Fault, ...]:
        """Everything that is to be said of it."""
        return (*self.faults, *self.checked.faults)

    @property
    def errors(self) -> int:
        """How many errors there are."""
        return sum(one.severity is Severity.ERROR for one in self.told)

    @property
    def warnings(self) -> int:
        """How many warnings there are."""
        return sum(one.severity is Severity.WARNING for one in self.told)


def look(draft: Draft, path: Path, within: Path, style: LatvianStyle) -> Look:
    """Return what is seen of a draft whose file lies at a path; nothing beyond `within` is read.

    Raises nothing for faults of the data.
    """
    content = yaml_file.read(draft.content, draft.name)
    found = _examined(draft, path, within)
    checked = checks.run(found.sound, found.source, style)
    if draft.root is not Trip:
        checked = replace(checked, faults=tuple(_of_project(checked.faults)))
    if content.data is None:
        return Look(draft, None, None, content.faults, checked, {})
    told = (*found.faults, *found.source.warnings, *checked.faults)
    form = filled(content.data, draft.root, told, understanding(found.sound, content.data, style))
    faults = (*found.faults, *found.source.warnings)
    return Look(draft, content.data, form, faults, checked, found.sound, dict(_headers(draft, found)))


def _headers(draft: Draft, found: Examined) -> Iterator[tuple[str, Header]]:
    """Yield the header of every picture that can be used, by the field of the file that names it."""
    for path, data in found.source.pictures.items():
        with suppress(BadValue):
            yield path if draft.root is Trip else path.removeprefix(f"{_PROJECT}."), inspect(data)


def _examined(draft: Draft, path: Path, within: Path) -> Examined:
    """Return what is found in a file; of a project as in a trip that names it."""
    if draft.root is Trip:
        return tripfiles.examine(
            draft.content, name=draft.name, folder=path.parent, within=within, decode=False
        )
    trip = Content({_PROJECT: draft.name}, {_PROJECT: Place(draft.name, field=_PROJECT)})
    found = tripfiles.examine(trip, folder=path.parent, within=within, decode=False)
    sound = {name: value for name, value in found.sound.items() if name == _PROJECT}
    warnings = tuple(_of_project(found.source.warnings))
    source = replace(found.source, warnings=warnings)
    return replace(found, faults=tuple(_of_project(found.faults)), sound=sound, source=source)


def _of_project(faults: tuple[Fault, ...]) -> list[Fault]:
    """Return the faults of a project, at the fields as its own file has them."""
    return [
        one.at(replace(one.place, field=one.place.field[len(_PROJECT) :].removeprefix(".")))
        for one in faults
        if one.place.field.partition(".")[0].partition("[")[0] == _PROJECT
    ]


def record_name(root: type[Record]) -> str:
    """Return what a file holds, as words of the page name it: "trip" or "project"."""
    return "trip" if root is Trip else _PROJECT
