"""The folders templates come from: the first that has a file gives it."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from functools import cached_property, lru_cache
from os.path import splitext
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import NamedTuple

from generator.errors import Fault, Place, TemplateError, fault
from generator.frozen import dataclass
from generator.resources import templates_folder
from generator.templating.files import bytes_of, changed, names_in, text_of
from generator.templating.kinds import KIND, TEMPLATE, DocumentKind, faults_among, read_kind
from generator.theme import Theme, read_theme

THEME = "theme.toml"


class _Seen(NamedTuple):
    """A file and when it was last changed: what was made of it then is good until it changes."""

    path: str
    changed: int


class _Described(NamedTuple):
    """A kind of document: its name, its template, and the file that says the rest, if it is there."""

    name: str
    template: str
    kind: _Seen | None


@dataclass(frozen=True)
class Folders:
    """Template folders in the order in which they are asked; the shipped one is always last.

    One is made for each trip: what lies in them is looked at once, when it is asked for first.
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
        templates: dict[str, str] = {}
        for root in self.paths:
            for name in names_in(root):
                template = f"{root}/{name}/{TEMPLATE}"
                if name not in templates and changed(template) is not None:
                    templates[name] = template
        files = sorted(templates.items())
        return tuple(_Described(name, template, self._first(f"{name}/{KIND}")) for name, template in files)

    def _first(self, name: str) -> _Seen | None:
        """Return the first file of a name that leads nowhere outside the folders."""
        for root in self.paths:
            path = f"{root}/{name}"
            if (at := changed(path)) is not None:
                return _Seen(path, at)
        return None

    def theme(self) -> Theme:
        """Return the theme; raises TemplateError with every fault of the file."""
        assert self._theme is not None, "the shipped folder has a theme"
        return _read_theme(self._theme)

    @cached_property
    def _theme(self) -> _Seen | None:
        return self._first(THEME)

    def inputs(self) -> dict[str, str]:
        """Return the SHA-256 of every template file in use, by its name."""
        return {f"templates/{name}": _digest(file) for name, file in sorted(self._in_use.items())}

    @cached_property
    def _in_use(self) -> dict[str, _Seen]:
        """Every template file by its name."""
        found: dict[str, _Seen] = {}
        for root in map(str, self.paths):
            for folder, _, files in os.walk(root):  # walking with pathlib took 2 % of a trip
                within = folder[len(root) :].replace(os.sep, "/")
                for file in files:
                    name, path = f"{within}/{file}".lstrip("/"), f"{folder}/{file}"
                    used = splitext(file)[1] in (".html", ".toml") and name not in found
                    if used and (at := changed(path)) is not None:
                        found[name] = _Seen(path, at)
        return found


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
def _read_theme(file: _Seen) -> Theme:
    path = Path(file.path)
    return read_theme(text_of(path), str(path))


@lru_cache(maxsize=64)
def _digest(file: _Seen) -> str:
    return hashlib.sha256(bytes_of(Path(file.path))).hexdigest()
