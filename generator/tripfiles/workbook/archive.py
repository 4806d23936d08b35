"""The ZIP of a workbook made the same every time: openpyxl stamps it with the time of day."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

if TYPE_CHECKING:
    from openpyxl import Workbook

_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
_UNIX: Final = 3
_PROPERTIES: Final = "docProps/core.xml"
_CORE: Final = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator></dc:creator></cp:coreProperties>'
)


def archived(book: Workbook) -> bytes:
    """Return a workbook as a file without times and without the name of a person or a machine."""
    stamped, plain = BytesIO(), BytesIO()
    book.save(stamped)
    with ZipFile(stamped) as source, ZipFile(plain, "w") as archive:
        for name in source.namelist():
            content = _CORE.encode() if name == _PROPERTIES else source.read(name)
            archive.writestr(_entry(name), content)
    return plain.getvalue()


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, _EPOCH)
    entry.create_system = _UNIX
    entry.external_attr = 0o600 << 16
    entry.compress_type = ZIP_DEFLATED
    return entry
