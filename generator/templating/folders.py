"""The folders templates come from: the first that has a file gives it."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any, Final

from generator.errors import Fault, Place, TemplateError, fault
from generator.portable import is_portable
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
        """Return the file of a name such as `shared/blocks.html`, or None; never one outside the folders."""
        if PureWindowsPath(name).anchor or ".." in PurePosixPath(name.replace("\\", "/")).parts:
            return None
        return next((path / name for path in self.paths if (path / name).is_file()), None)

    def read(self, name: str) -> bytes | None:
        """Return the bytes of a file by its name, or None when there is none; raises TemplateError."""
        path = self.find(name)
        return None if path is None else _bytes(path)

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
        for name in sorted(self._kind_names()):
            try:
                kinds.append(self._kind(name))
            except TemplateError as error:
                faults += error.faults
        faults += self._taken_twice(kinds)
        if faults:
            raise TemplateError(faults)
        return tuple(sorted(kinds, key=lambda kind: (kind.order, kind.name)))

    def _kind_names(self) -> set[str]:
        found = (path for root in self.paths for path in root.glob(f"*/{TEMPLATE}"))
        return {path.parent.name for path in found if path.is_file()}

    def _taken_twice(self, kinds: Iterable[DocumentKind]) -> Iterator[Fault]:
        """Yield a fault for every kind whose files would take the place of another one's."""
        first: dict[str, DocumentKind] = {}
        for kind in kinds:
            other = first.setdefault(kind.file.casefold(), kind)
            if other is not kind:
                at = Place(str(self.find(f"{kind.name}/{KIND}")))
                yield fault("kind.file-taken", at, name=kind.name, other=other.name, file=kind.file)

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
    return read_theme(_text(path), str(path))


@lru_cache(maxsize=64)
def _digest(path: Path, _changed: int) -> str:
    return hashlib.sha256(_bytes(path)).hexdigest()


# -- kind.toml ------------------------------------------------------------------------------------
def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_file_name(value: Any) -> bool:
    return isinstance(value, str) and is_portable(value) and is_portable(f"{value}.docx")


def _are_names(value: Any) -> bool:
    return isinstance(value, list) and all(map(_is_text, value))


_FITS: Final[dict[str, Callable[[Any], bool]]] = {
    "file": _is_file_name,
    "title": _is_text,
    "order": lambda value: type(value) is int,
    "attaches": _are_names,
    "needs": _are_names,
}
"""What `kind.toml` may say, and whether a value can be used for it."""


@lru_cache(maxsize=64)
def _read_kind(name: str, path: Path, _changed: int) -> DocumentKind:
    try:
        raw = tomllib.loads(_text(path))
    except tomllib.TOMLDecodeError as error:
        raise TemplateError([fault("kind.unreadable", Place(str(path)), reason=error)]) from error
    wrong = [f"{key} = {value}" for key, value in raw.items() if key not in _FITS or not _FITS[key](value)]
    wrong += [f"{key} = ?" for key in ("file", "title") if key not in raw]
    if wrong:
        raise TemplateError(fault("kind.unreadable", Place(str(path)), reason=one) for one in wrong)
    attaches, needs = (tuple(raw.get(key, ())) for key in ("attaches", "needs"))
    return DocumentKind(name, raw["file"], raw["title"], raw.get("order", 99), attaches, needs)


# -- files ----------------------------------------------------------------------------------------
def _text(path: Path) -> str:
    try:
        with _readable(path):
            return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise TemplateError([fault("template.encoding", Place(str(path)))]) from error


def _bytes(path: Path) -> bytes:
    with _readable(path):
        return path.read_bytes()


@contextmanager
def _readable(path: Path) -> Iterator[None]:
    """Turn an error of the system into a fault of the file."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise TemplateError([fault("template.unreadable", Place(str(path)), reason=reason)]) from error
