"""The folders templates come from: the first that has a file gives it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path, PurePosixPath, PureWindowsPath

from generator.errors import Fault, Place, TemplateError, fault
from generator.frozen import dataclass
from generator.resources import templates_folder
from generator.templating.files import bytes_of, text_of
from generator.templating.kinds import KIND, TEMPLATE, DocumentKind, faults_among, read_kind
from generator.theme import Theme, read_theme

THEME = "theme.toml"


@dataclass(frozen=True, slots=True)
class Folders:
    """Template folders in the order in which they are asked; the shipped one is always last."""

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
        kinds: list[DocumentKind] = []
        faults: list[Fault] = []
        names = sorted(self._kind_names())
        for name in names:
            try:
                kinds.append(self._kind(name))
            except TemplateError as error:
                faults += error.faults
        faults += faults_among(kinds, names)
        if faults:
            raise TemplateError(faults)
        return tuple(sorted(kinds, key=lambda kind: (kind.order, kind.name)))

    def _kind_names(self) -> set[str]:
        found = (path for root in self.paths for path in root.glob(f"*/{TEMPLATE}"))
        return {path.parent.name for path in found if path.is_file()}

    def _kind(self, name: str) -> DocumentKind:
        path = self.find(f"{name}/{KIND}")
        if path is None:
            at = Place(str(self.find(f"{name}/{TEMPLATE}")))
            raise TemplateError([fault("kind.missing", at, name=name)])
        return read_kind(name, path)

    def theme(self) -> Theme:
        """Return the theme; raises TemplateError with every fault of the file."""
        path = self.find(THEME)
        assert path is not None, "the shipped folder has a theme"
        return _read_theme(path, path.stat().st_mtime_ns)

    def inputs(self) -> dict[str, str]:
        """Return the SHA-256 of every template file in use, by its name."""
        return {name: _digest(path, path.stat().st_mtime_ns) for name, path in sorted(self._in_use())}

    def _in_use(self) -> Iterator[tuple[str, Path]]:
        seen: set[str] = set()
        for root in self.paths:
            for path in root.rglob("*"):
                name = path.relative_to(root).as_posix()
                if path.suffix in (".html", ".toml") and name not in seen and path.is_file():
                    seen.add(name)
                    yield f"templates/{name}", path


def template_folders(folders: Sequence[Path] = ()) -> Folders:
    """Return the given folders and the shipped one; raises TemplateError for one that is not there."""
    missing = [fault("template.folder", Place(str(path))) for path in folders if not path.is_dir()]
    if missing:
        raise TemplateError(missing)
    return Folders((*folders, templates_folder()))


@lru_cache(maxsize=32)
def _read_theme(path: Path, _changed: int) -> Theme:
    return read_theme(text_of(path), str(path))


@lru_cache(maxsize=64)
def _digest(path: Path, _changed: int) -> str:
    return hashlib.sha256(bytes_of(path)).hexdigest()
