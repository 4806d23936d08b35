"""The package as a file: the same bytes for the same parts, every time and everywhere."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from generator.writers.docx.container import Packed, contained, packed_text
from generator.writers.docx.markup import el, part_text
from generator.writers.docx.opc import JPEG, PNG, Part

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_DEFAULTS = {
    "jpeg": JPEG.content_type,
    "png": PNG.content_type,
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xml": "application/xml",
}


def archived(package: Part) -> bytes:
    """Return a package as a file; its parts stand in the order in which relations reach them."""
    return contained(_members(package))


def _members(package: Part) -> Iterator[tuple[str, Packed]]:
    """Yield names and contents: the content types first, each part before its relations."""
    parts = tuple(dict.fromkeys(package.parts()))
    types = _content_types(tuple((f"/{part.name}", part.kind.content_type) for part in parts))
    yield "[Content_Types].xml", packed_text(types)
    yield package.relations_name, packed_text(package.relations_part())
    for part in parts:
        yield part.name, part.packed
        if part.relations:
            yield part.relations_name, packed_text(part.relations_part())


@lru_cache(maxsize=64)
def _content_types(parts: tuple[tuple[str, str], ...]) -> str:
    """Return the part that says of what kind the named parts are: by their extension, or by name."""
    used = {"rels", *(name.rpartition(".")[2] for name, _ in parts)}
    defaults = (
        el("Default", Extension=extension, ContentType=kind)
        for extension, kind in _DEFAULTS.items()
        if extension in used
    )
    own = sorted((name, kind) for name, kind in parts if kind not in _DEFAULTS.values())
    overrides = (el("Override", PartName=name, ContentType=kind) for name, kind in own)
    return part_text(el("Types", *defaults, *overrides, xmlns=_TYPES))
