"""The package as a file: the same bytes for the same parts, every time and everywhere.

python-docx keeps the parts and their relations; it would stamp every entry with the time of day and
build a tree for every list of relations, so the file is written here.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from docx.opc.constants import CONTENT_TYPE
from docx.opc.package import OpcPackage
from docx.opc.packuri import PACKAGE_URI
from docx.opc.part import Part
from docx.opc.rel import Relationships, _Relationship

from generator.writers.docx.container import Packed, contained, packed_text, stored
from generator.writers.docx.markup import LIBRARY_DECLARATION, el, part_text, quoted
from generator.writers.docx.package import TextPart

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_PACKAGE_RELATIONS = PACKAGE_URI.rels_uri.membername
_DEFAULTS = {
    "jpeg": CONTENT_TYPE.JPEG,
    "png": CONTENT_TYPE.PNG,
    "rels": CONTENT_TYPE.OPC_RELATIONSHIPS,
    "xml": CONTENT_TYPE.XML,
}


def archived(package: OpcPackage) -> bytes:
    """Return a package as a file; its parts stand in the order in which relations reach them."""
    return contained(_members(package))


def _members(package: OpcPackage) -> Iterator[tuple[str, Packed]]:
    """Yield names and contents: the content types first, each part before its relations."""
    parts = _reached(package.rels, [])
    yield "[Content_Types].xml", packed_text(_content_types(tuple(map(_named, parts))))
    yield _PACKAGE_RELATIONS, packed_text(_relations(package.rels))
    for part in parts:
        yield part.partname.membername, part.packed if isinstance(part, TextPart) else stored(part.blob)
        if part.rels:
            yield part.partname.rels_uri.membername, packed_text(_relations(part.rels))


def _reached(relations: Relationships, parts: list[Part]) -> list[Part]:
    """Return the parts with all that relations reach, in that order.

    As `OpcPackage.iter_parts`, whose inner function holds itself and the parts until Python looks for
    garbage.
    """
    for relation in relations.values():
        if not relation.is_external and relation.target_part not in parts:
            parts.append(relation.target_part)
            _reached(relation.target_part.rels, parts)
    return parts


def _named(part: Part) -> tuple[str, str]:
    return part.partname, part.content_type


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


def _relations(relations: Relationships) -> str:
    """Return relations as the text of a part."""
    written = "".join(map(_relation, relations.values()))
    return f'{LIBRARY_DECLARATION}<Relationships xmlns="{_RELATIONS}">{written}</Relationships>'


def _relation(relation: _Relationship) -> str:
    return _related(relation.rId, relation.reltype, relation.target_ref, relation.is_external)


@lru_cache(maxsize=128)
def _related(number: str, kind: str, target: str, outside: bool) -> str:
    mode = ' TargetMode="External"' if outside else ""
    return f'<Relationship Id="{number}" Type="{kind}" Target="{quoted(target)}"{mode}/>'
