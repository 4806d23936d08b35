"""The folders templates come from: the first that has a file gives it."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from generator.errors import Fault, Place, TemplateError, fault
from generator.resources import templates_folder
from generator.theme import Theme, read_theme

TEMPLATE, KIND, THEME = "template.html", "kind.toml", "theme.toml"


@dataclass(frozen=True, slots=True)
class DocumentKind:
    """A kind of document: a folder with a template, and what `kind.toml` says of it.

    `file` names its files, `attaches` the kinds it counts as its annexes, and `needs` the names of
    the context that must hold something for it to be made.
    """

    name: str
    file: str
    title: str
    order: int
    attaches: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()

    @property
    def template(self) -> str:
        """The name of its template."""
        return f"{self.name}/{TEMPLATE}"


@dataclass(frozen=True, slots=True)
class Folders:
    """Template folders in the order in which they are asked; the shipped one is always last."""

    paths: tuple[Path, ...]

    def find(self, name: str) -> Path | None:
        """Return the file of a name such as `shared/blocks.html`, or None."""
        return next((path / name for path in self.paths if (path / name).is_file()), None)

    def place(self, place: Place) -> Place:
        """Return a place whose file is a template's name with that file's path instead."""
        found = self.find(place.file) if place.file else None
        return Place(str(found), place.line, place.column, place.field) if found else place

    def relocated(self, error: TemplateError) -> TemplateError:
        """Return the error with the paths of the template files in its places."""
        return TemplateError(one.at(self.place(one.place)) for one in error.faults)

    def kinds(self) -> tuple[DocumentKind, ...]:
        """Return every kind of document, in its order; raises TemplateError."""
        names = {path.parent.name for root in self.paths for path in root.glob(f"*/{TEMPLATE}")}
        kinds = [self._kind(name) for name in sorted(names)]
        return tuple(sorted(kinds, key=lambda kind: (kind.order, kind.name)))

    def _kind(self, name: str) -> DocumentKind:
        path = self.find(f"{name}/{KIND}")
        if path is None:
            at = Place(str(self.find(f"{name}/{TEMPLATE}")))
            raise TemplateError([fault("kind.missing", at, name=name)])
        return _read_kind(name, path, path.stat().st_mtime_ns)

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
                if path.suffix in (".html", ".toml") and name not in seen:
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
    return read_theme(_text(path), str(path))


@lru_cache(maxsize=64)
def _digest(path: Path, _changed: int) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


@lru_cache(maxsize=64)
def _read_kind(name: str, path: Path, _changed: int) -> DocumentKind:
    at = Place(str(path))
    try:
        raw = tomllib.loads(_text(path))
        return DocumentKind(
            name,
            file=str(raw["file"]),
            title=str(raw["title"]),
            order=int(raw.get("order", 99)),
            attaches=tuple(raw.get("attaches", ())),
            needs=tuple(raw.get("needs", ())),
        )
    except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
        raise TemplateError([_kind_fault(at, error)]) from error


def _kind_fault(at: Place, error: Exception) -> Fault:
    reason = f"{error.args[0]} = ?" if isinstance(error, KeyError) else str(error)
    return fault("kind.unreadable", at, reason=reason)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise TemplateError([fault("template.encoding", Place(str(path)))]) from error
