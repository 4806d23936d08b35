"""The ZIP of a package: the same bytes for the same parts, every time and everywhere.

python-docx stamps every entry with the time of day, so the container is written here.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from docx.opc.constants import CONTENT_TYPE
from docx.opc.package import OpcPackage
from docx.opc.packuri import PACKAGE_URI, PackURI
from docx.opc.part import Part

from generator.writers.docx.markup import el, part_text

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_DEFAULTS = {
    "jpeg": CONTENT_TYPE.JPEG,
    "png": CONTENT_TYPE.PNG,
    "rels": CONTENT_TYPE.OPC_RELATIONSHIPS,
    "xml": CONTENT_TYPE.XML,
}
_EPOCH = (1980, 1, 1, 0, 0, 0)
_UNIX = 3


def archived(package: OpcPackage) -> bytes:
    """Return a package as a file; its parts stand in the order in which relations reach them."""
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        for name, content in _members(package):
            archive.writestr(_entry(name), content)
    return file.getvalue()


def _members(package: OpcPackage) -> Iterator[tuple[str, bytes]]:
    """Yield names and contents: the content types first, each part before its relations."""
    parts = list(package.iter_parts())
    yield "[Content_Types].xml", _content_types(parts)
    yield _member(PACKAGE_URI.rels_uri), _bytes(package.rels.xml)
    for part in parts:
        yield _member(part.partname), part.blob
        if part.rels:
            yield _member(part.partname.rels_uri), _bytes(part.rels.xml)


def _content_types(parts: list[Part]) -> bytes:
    used = {"rels", *(part.partname.ext for part in parts)}
    defaults = (
        el("Default", Extension=extension, ContentType=kind)
        for extension, kind in _DEFAULTS.items()
        if extension in used
    )
    own = sorted((part for part in parts if part.content_type not in _DEFAULTS.values()), key=_name)
    overrides = (el("Override", PartName=_name(part), ContentType=part.content_type) for part in own)
    return part_text(el("Types", *defaults, *overrides, xmlns=_TYPES)).encode()


def _name(part: Part) -> str:
    return str(part.partname)


def _member(name: PackURI) -> str:
    return name.lstrip("/")


def _bytes(xml: str | bytes) -> bytes:
    return xml if isinstance(xml, bytes) else xml.encode()


def _entry(name: str) -> ZipInfo:
    """Return an entry without time, owner or system; pictures are compressed already."""
    entry = ZipInfo(name, _EPOCH)
    entry.create_system = _UNIX
    entry.external_attr = 0o600 << 16
    entry.compress_type = ZIP_STORED if name.endswith((".jpeg", ".png")) else ZIP_DEFLATED
    return entry
