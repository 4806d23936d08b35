"""The folders templates come from: the first that has a file gives it."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import cached_property, lru_cache
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import NamedTuple

from generator.errors import Fault, Place, TemplateError, fault
from generator.frozen import dataclass
from generator.resources import templates_folder
from generator.templating.files import Seen, bytes_of, changed, files_in, text_of
from generator.templating.kinds import KIND, TEMPLATE, DocumentKind, faults_among, read_kind
from generator.theme import Theme, read_theme

THEME = "theme.toml"


class _Described(NamedTuple):
    """A kind of document: its name, its template, and the file that says the rest, if it is there."""

    name: str
    template: str
    kind: Seen | None


@dataclass(frozen=True)
class Folders:
    """Template folders in the order in which they are asked; the shipped one is always last.

    One is made for each trip: what lies in them is looked at once, when it is asked for first, for
    kinds, theme, inputs and Jinja alike.
    """

    paths: tuple[Path, ...]

    def find(self, name: str) -> Path | None:
        """Return the file of a name such as `shared/blocks.html`, or None; never one outside the folders."""
        if PureWindowsPath(name).anchor or ".." in PurePosixPath(name.replace("\\", "/")).parts:
            return None
        return next((path / name for path in self.paths if (path / name).is_file()), None)

    def read(self, name: str) -> bytes | None:
        """Return the bytes of a file by its name, or None when there is none; raises TemplateError."""
        path = self.find(name)
        return None if path is None else bytes_of(path)

    def place(self, place: Place) -> Place:
        """Return a place whose file is a template's name with that file's path instead."""
        found = self.find(place.file) if place.file else None
        return Place(str(found), place.line, place.column, place.field) if found else place

    def relocated(self, error: TemplateError) -> TemplateError:
        """Return the error with the paths of the template files in its places."""
        return TemplateError(one.at(self.place(one.place)) for one in error.faults)

    def kinds(self) -> tuple[DocumentKind, ...]:
        """Return every kind of document, in its order; raises TemplateError with every fault."""
        return _kinds(self._described)

    @cached_property
    def _described(self) -> tuple[_Described, ...]:
        """What there is of every kind, by its name."""
        used = dict(self.in_use)
        names = sorted(name.partition("/")[0] for name in used if name.partition("/")[2] == TEMPLATE)
        return tuple(
            _Described(name, used[f"{name}/{TEMPLATE}"].path, used.get(f"{name}/{KIND}")) for name in names
        )

    def theme(self) -> Theme:
        """Return the theme; raises TemplateError with every fault of the file."""
        return _read_theme(dict(self.in_use)[THEME])

    def inputs(self) -> dict[str, str]:
        """Return the SHA-256 of every template file in use, by its name."""
        return {f"templates/{name}": _digest(file) for name, file in self.in_use}

    @cached_property
    def in_use(self) -> tuple[tuple[str, Seen], ...]:
        """Every template file by its name, in the order of names: the one walk of a trip."""
        found: dict[str, Seen] = {}
        for root in self.paths:
            for name, path in files_in(str(root)):
                if name not in found and (at := changed(path)) is not None:
                    found[name] = Seen(path, at)
        return tuple(sorted(found.items()))


def template_folders(folders: Sequence[Path] = ()) -> Folders:
    """Return the given folders and the shipped one; raises TemplateError for one that is not there."""
    missing = [fault("template.folder", Place(str(path))) for path in folders if not path.is_dir()]
    if missing:
        raise TemplateError(missing)
    return Folders((*folders, templates_folder()))


@lru_cache(maxsize=16)
def _kinds(described: tuple[_Described, ...]) -> tuple[DocumentKind, ...]:
    """Return kinds in their order; raises TemplateError with every fault."""
    kinds: list[DocumentKind] = []
    faults: list[Fault] = []
    for one in described:
        try:
            kinds.append(_kind(one))
        except TemplateError as error:
            faults += error.faults
    faults += faults_among(kinds, [one.name for one in described])
    if faults:
        raise TemplateError(faults)
    return tuple(sorted(kinds, key=lambda kind: (kind.order, kind.name)))


@lru_cache(maxsize=64)
def _kind(described: _Described) -> DocumentKind:
    name, template, kind = described
    if kind is None:
        raise TemplateError([fault("kind.missing", Place(str(Path(template))), name=name)])
    return read_kind(name, Path(kind.path))


@lru_cache(maxsize=32)
def _read_theme(file: Seen) -> Theme:
    path = Path(file.path)
    return read_theme(text_of(path), str(path))


@lru_cache(maxsize=64)
def _digest(file: Seen) -> str:
    return hashlib.sha256(bytes_of(Path(file.path))).hexdigest()
