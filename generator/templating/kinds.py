"""Kinds of document: what `kind.toml` says of each, and how they refer to each other."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import Any, Final

from generator.errors import Fault, Place, TemplateError, fault
from generator.portable import is_portable
from generator.templating.files import text_of

TEMPLATE, KIND = "template.html", "kind.toml"


@dataclass(frozen=True, slots=True)
class DocumentKind:
    """A kind of document: a folder with a template, and what its `kind.toml` (at `path`) says of it.

    `file` names its files, `attaches` the kinds it counts as its annexes, and `needs` the names of
    the context of which one must hold something for it to be made. One that is not `default` is
    made only when it is asked for.
    """

    name: str
    path: Path
    file: str
    title: str
    order: int
    attaches: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    default: bool = True

    @property
    def template(self) -> str:
        """The name of its template."""
        return f"{self.name}/{TEMPLATE}"

    def place(self, key: str, value: str = "") -> Place:
        """Return the place in its `kind.toml` of a key, or of a value in the key's list."""
        text = text_of(self.path)
        start = next((at for at in _starts(text, key)), 0)
        found = text.find(f'"{value}"', start)
        at = found if value and found >= 0 else start
        return Place(str(self.path), text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))


def _starts(text: str, key: str) -> Iterator[int]:
    """Yield where lines begin that give the key."""
    at = 0
    for line in text.splitlines(keepends=True):
        if line.partition("=")[0].strip() == key:
            yield at + line.index(key)
        at += len(line)


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
    "default": lambda value: type(value) is bool,
}
"""What `kind.toml` may say, and whether a value can be used for it."""


def read_kind(name: str, path: Path) -> DocumentKind:
    """Return the kind that a `kind.toml` describes; raises TemplateError with every fault of the file."""
    try:
        raw = tomllib.loads(text_of(path))
    except tomllib.TOMLDecodeError as error:
        raise TemplateError([fault("kind.unreadable", Place(str(path)), reason=error)]) from error
    wrong = [f"{key} = {value}" for key, value in raw.items() if key not in _FITS or not _FITS[key](value)]
    wrong += [f"{key} = ?" for key in ("file", "title") if key not in raw]
    if wrong:
        raise TemplateError(fault("kind.unreadable", Place(str(path)), reason=one) for one in wrong)
    lists = {key: tuple(raw.get(key, ())) for key in ("attaches", "needs")}
    return DocumentKind(name, path, **({"order": 99} | raw | lists))


# -- how kinds refer to each other ----------------------------------------------------------------
def faults_among(kinds: Sequence[DocumentKind], names: Collection[str]) -> Iterator[Fault]:
    """Yield what is wrong between kinds: files taken twice, annexes that are no kinds, a ring of annexes.

    `names` are those of all kinds there are, also of one that could not be read.
    """
    yield from _taken_twice(kinds)
    yield from _unknown(kinds, "attaches", names)
    yield from _ring(kinds)


def unknown_needs(kinds: Iterable[DocumentKind], known: Collection[str]) -> Iterator[Fault]:
    """Yield a fault for every name under `needs` that is not among the names a template sees."""
    return _unknown(kinds, "needs", known)


def _taken_twice(kinds: Iterable[DocumentKind]) -> Iterator[Fault]:
    """Yield a fault for every kind whose files would take the place of another one's."""
    first: dict[str, DocumentKind] = {}
    for kind in kinds:
        other = first.setdefault(kind.file.casefold(), kind)
        if other is not kind:
            at = kind.place("file")
            yield fault("kind.file-taken", at, name=kind.name, other=other.name, file=kind.file)


def _unknown(kinds: Iterable[DocumentKind], key: str, known: Collection[str]) -> Iterator[Fault]:
    for kind in kinds:
        for name in getattr(kind, key):
            if name not in known:
                at = kind.place(key, name)
                yield fault(f"kind.{key}-unknown", at, name=name, known=", ".join(sorted(known)))


def _ring(kinds: Sequence[DocumentKind]) -> Iterator[Fault]:
    """Yield a fault when kinds are annexes of each other, at the first of them."""
    try:
        annexes_first(kinds)
    except CycleError as error:
        ring = list(dict.fromkeys(error.args[1]))
        first = next(kind for kind in kinds if kind.name in ring)
        at = first.place("attaches", next(name for name in first.attaches if name in ring))
        yield fault("kind.ring", at, ring=", ".join(sorted(ring)))


def annexes_first(kinds: Sequence[DocumentKind]) -> list[DocumentKind]:
    """Return the kinds in an order in which every annex stands before what attaches it."""
    by_name = {kind.name: kind for kind in kinds}
    annexes = {kind.name: [name for name in kind.attaches if name in by_name] for kind in kinds}
    return [by_name[name] for name in TopologicalSorter(annexes).static_order()]
